"""How do forecasts come into the warehouse?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import duckdb

from perfcore.engine.forecast.ending import Aim, chance, periods_ahead, run_rate, status
from perfcore.engine.forecast.outlook import Outlook
from perfcore.engine.forecast.series import Series, series_to_forecast
from perfcore.engine.rows import as_json
from perfcore.engine.steps import fetch, run

Progress = Callable[[str, float], None]
Forecaster = Callable[[Series], Outlook]
Row = dict[str, Any]


def write(
    connection: duckdb.DuckDBPyConnection, forecaster: Forecaster | None, progress: Progress
) -> None:
    """Forecast every headline series and write the tables ``forecast`` and ``forecast_verdict``.

    Parameters
    ----------
    connection
        Where everything else has been computed.
    forecaster
        Forecasts a series, or knows its forecast from an earlier build; None leaves them out.
    progress
        Told how many are done, and the share of the build.
    """
    if forecaster is None:
        run(connection, "19_left_out")
        return
    several = series_to_forecast(connection)
    aims = {measure: Aim(*rest) for measure, *rest in fetch(connection, "19_aims")}
    verdicts: list[Row] = []
    ahead: list[Row] = []
    for number, series in enumerate(several):
        if number % 25 == 0:
            progress(f"Forecasting, {number} of {len(several)} measures", 0.95)
        found = forecaster(series)
        aim = aims[series.measure]
        verdicts.append(_verdict(series, found, aim))
        ahead += _periods(series, found, aim)
    run(connection, "19_forecast", rows=as_json(ahead), verdicts=as_json(verdicts))


def _periods(series: Series, found: Outlook, aim: Aim) -> Iterator[Row]:
    if not found.refusal:
        for one in periods_ahead(series, found, aim.decimals):
            yield {
                "measure": series.measure,
                "ordinal": one.ordinal,
                "value": one.value,
                "low": one.low,
                "high": one.high,
                "inner_low": one.inner_low,
                "inner_high": one.inner_high,
            }


def _verdict(series: Series, found: Outlook, aim: Aim) -> Row:
    amounts = [one.amount for one in series.seen]
    row: Row = {
        "measure": series.measure,
        "refusal": found.refusal,
        "method": found.method,
        "error_ratio": found.ratio or None,
        "inside": found.inside,
        "tested": found.tested,
        "origins": found.origins,
        "points": len(series.seen),
        "seen_low": min(amounts, default=None),
        "seen_high": max(amounts, default=None),
        "ordinal": series.ahead[-1] if series.ahead else None,
        "chance": None,
        "status": "",
        "run_periods": None,
        "run_needed": None,
        "run_best": None,
        "scale": found.scale,
        "mean": found.means[-1] if found.means else None,
        "half_width": found.half_widths[-1] if found.half_widths else None,
        "so_far": series.so_far,
    }
    if found.refusal:
        return row
    last = periods_ahead(series, found, aim.decimals)[-1]
    row |= {"chance": chance(series, found, aim), "status": status(last.value, aim)}
    if needed := run_rate(series, aim, series.year_starts):
        row |= {
            "run_periods": needed.periods,
            "run_needed": needed.needed,
            "run_best": needed.best,
        }
    return row
