"""How does a council's framework and data become a warehouse?

Reads the inputs, computes everything once, and puts the result in use in one step
(contracts: a failed or killed build leaves the last good warehouse in use).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

import duckdb

from perfcore import __version__, intake
from perfcore.engine import forecast, framework_tables, steps
from perfcore.engine.compute import compute, write_headlines, write_surroundings
from perfcore.engine.inputs import Inputs, check_unchanged, take
from perfcore.engine.opening import is_whole, open_to_make
from perfcore.engine.problems import write_problems
from perfcore.engine.publish import kept_flushed, put_in_place, put_in_use, workshop
from perfcore.engine.rejections import write_rejected
from perfcore.errors import BuildError, IntakeError
from perfcore.framework import Problem, load, read
from perfcore.framework.model import Framework

Progress = Callable[[str, float], None]
FORECASTS: Final = "forecasts"


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did.

    Attributes
    ----------
    path
        The warehouse; its table ``build`` holds the counts.
    made
        False where these inputs had already been built.
    seconds
        How long it took.
    """

    path: Path
    made: bool
    seconds: float


def silent(_step: str, _share: float) -> None:
    """Progress that nobody watches."""


def build(
    framework_path: Path,
    data: Path,
    out: Path,
    *,
    as_at: date | None = None,
    use: bool = True,
    forecasts: bool = True,
    progress: Progress = silent,
    today: Callable[[], date] = date.today,
) -> BuildReport:
    """Build the warehouse and put it in use.

    Parameters
    ----------
    framework_path
        The framework file.
    data
        The data folder.
    out
        The folder of the warehouses; made if it does not exist.
    as_at
        The day as at which to compute; by default the framework's, or else today.
    use
        Whether readers are to see it; False leaves the warehouse in use as it is.
    forecasts
        Whether to forecast the measures: the first time about a tenth of a second each.
    progress
        Told each step in words and the share done before it, 0 to 1.
    today
        The clock.

    Returns
    -------
    BuildReport
        Where the warehouse is.

    Raises
    ------
    FrameworkError
        If the framework has errors.
    IntakeError
        If there is no data folder or no readable row in it.
    BuildError
        If the warehouse cannot be written. The one in use stays in use.
    """
    started = time.monotonic()
    progress("Reading the framework", 0.0)
    loaded = load(framework_path)
    framework = loaded.framework or read(framework_path)
    if not data.is_dir():
        raise IntakeError("There is no such data folder.", where=str(data), do="Check --data.")
    day = as_at or framework.organisation.as_at or today()
    inputs = take(framework_path, data, day, forecasts=forecasts)
    path = out / inputs.name
    made = not is_whole(path)
    remembered = forecast.Remembering(out / FORECASTS)
    forecaster = remembered if forecasts else None
    if made:
        with workshop(out) as place:
            draft = place / inputs.name
            _make(draft, framework, loaded.problems, data, inputs, forecaster, progress)
            check_unchanged(inputs, framework_path, data)
            put_in_place(draft, path)
    if use:
        progress("Putting the warehouse in use", 0.98)
        write_rejected(path, out / "rejected.csv")
        put_in_use(path)
    remembered.keep()
    return BuildReport(path, made, time.monotonic() - started)


def _make(
    draft: Path,
    framework: Framework,
    problems: Sequence[Problem],
    data: Path,
    inputs: Inputs,
    forecaster: forecast.Forecaster | None,
    progress: Progress,
) -> None:
    try:
        with kept_flushed(draft), open_to_make(draft, draft.parent / "spill") as connection:
            connection.execute("set enable_progress_bar = false")
            progress("Reading the data", 0.05)
            framework_tables.write(connection, framework)
            report = intake.load(connection, framework, data)
            _refuse_nothing(connection, report, data)
            compute(connection, framework, inputs.as_at, progress)
            progress("Finding what moved each figure", 0.9)
            code, as_at = framework.organisation.code, inputs.as_at
            surroundings = partial(write_surroundings, organisation=code, as_at=as_at)
            with steps.beside(connection, surroundings):
                write_headlines(connection, as_at)
                forecast.write(connection, forecaster, progress)
                steps.run(connection, "20_exceptions", **asdict(framework.exceptions))
                steps.run(connection, "20_exceptions_shown")
            write_problems(connection, framework, problems)
            _sign(connection, framework, inputs, report)
            connection.execute("checkpoint")
    except (duckdb.OutOfMemoryException, duckdb.IOException, duckdb.FatalException) as error:
        raise BuildError(
            f"The warehouse cannot be written ({str(error).splitlines()[0]}).",
            where=str(draft.parent.parent),
            do="The last good warehouse stays in use. Free some space or memory.",
        ) from error


def _refuse_nothing(
    connection: duckdb.DuckDBPyConnection, report: intake.IntakeReport, data: Path
) -> None:
    if report.accepted == 0:
        reasons = steps.fetch(connection, "refusals")
        raise IntakeError(
            f"No row could be read ({report.files} files, {report.rejected} rows rejected)."
            + "".join(f"\n  {place}: {reason}" for place, reason in reasons),
            where=str(data),
            do="\nSee docs/guide.md on adding data.",
        )


def _sign(
    connection: duckdb.DuckDBPyConnection,
    framework: Framework,
    inputs: Inputs,
    report: intake.IntakeReport,
) -> None:
    organisation = framework.organisation
    steps.run(
        connection,
        "build",
        version=__version__,
        framework_hash=inputs.framework,
        data_hash=inputs.data,
        code_hash=inputs.code,
        duckdb_version=duckdb.__version__,
        as_at=inputs.as_at,
        organisation=organisation.name,
        organisation_code=organisation.code,
        illustrative=organisation.illustrative,
        files=report.files,
        read=report.read,
        accepted=report.accepted,
        rejected=report.rejected,
    )
