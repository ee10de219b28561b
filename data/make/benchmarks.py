"""How do England, the South West and similar councils do, for illustration?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal

from make.draws import normal, stream
from make.series import HEADLINE, Series, published
from make.timeline import LOCKDOWN
from perfcore.framework.model import Comparator, Framework, Measure

HEADING = (
    "measure", "area_code", "area_name", "period", "value", "lower", "upper", "reported_on",
)  # fmt: skip
Line = tuple[str, ...]
_SPREAD: Mapping[str, float] = {"E92": 0.04, "E12": 0.04}
_COUNCIL_SPREAD = 0.09
_NAMES: Mapping[str, str] = {
    "E06000011": "East Riding of Yorkshire", "E06000019": "Herefordshire",
    "E06000024": "North Somerset", "E06000046": "Isle of Wight", "E06000047": "County Durham",
    "E06000049": "Cheshire East", "E06000050": "Cheshire West and Chester",
    "E06000051": "Shropshire", "E06000052": "Cornwall", "E06000054": "Wiltshire",
    "E10000008": "Devon", "E10000011": "East Sussex", "E10000013": "Gloucestershire",
    "E10000027": "Somerset", "E10000029": "Suffolk", "E10000032": "West Sussex",
}  # fmt: skip


def benchmarks_of(series: Series, framework: Framework, seed: int) -> Iterator[Line]:
    """Rows of a comparison for each period of a measure that has comparators.

    Nations and regions follow the council's own figure, smoothed, at a drawn distance; a set of
    councils gets one row for each member. Others report later, so the newest period is left out,
    unless the comparison is the target.
    """
    measure = series.measure
    usual = _usual(series)
    if usual is None:
        return
    judged = any(target.form == "comparator" for target in measure.targets)
    periods = series.periods if judged else series.periods[:-1] or series.periods
    for code, name in _areas(measure, framework):
        rng = stream(seed, f"benchmark/{measure.id}/{code}")
        distance = 1 + _SPREAD.get(code[:3], _COUNCIL_SPREAD) * normal(rng)
        for period in periods:
            value = _value(usual, distance, measure, normal(rng))
            yield (measure.id, code, name, period.key, value, "", "", "")


def _areas(measure: Measure, framework: Framework) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for wanted in measure.comparators:
        comparator: Comparator = framework.comparators[wanted]
        codes = comparator.members or (comparator.code,)
        for code in codes:
            if code and code not in seen:
                seen.add(code)
                yield code, _NAMES.get(code, comparator.name)


def _usual(series: Series) -> float | None:
    before = [
        float(value)
        for cell, period in zip(series.lines[HEADLINE], series.periods, strict=True)
        if cell is not None
        and period.end < LOCKDOWN
        and (value := published(cell, series.measure)) is not None
    ]
    return sum(before) / len(before) if before else None


def _value(usual: float, distance: float, measure: Measure, draw: float) -> str:
    value = usual * distance * (1 + 0.01 * draw)
    if measure.unit == "percent":
        value = min(100.0, value)
    step = Decimal(1).scaleb(-measure.decimals)
    return f"{Decimal(value).quantize(step, rounding=ROUND_HALF_UP):f}"
