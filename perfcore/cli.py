"""The command line: check, build, status, explain, drill, diff, serve, digest, register."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from shutil import get_terminal_size
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from perfcore import digest_cli, register_cli, serving
from perfcore.access.load import ids_of
from perfcore.access.load import load as load_access
from perfcore.engine.build import BuildReport
from perfcore.engine.build import Progress as Watch
from perfcore.engine.build import build as build_warehouse
from perfcore.errors import UserError, WarehouseError
from perfcore.framework.check import check as check_framework
from perfcore.framework.check import report
from perfcore.framework.model import Level
from perfcore.framework.problems import Loaded
from perfcore.framework.rules.data import outdated
from perfcore.framework.schema import json_schema
from perfcore.present import drill_table
from perfcore.present.comparison_words import findings
from perfcore.present.difference import difference_lines
from perfcore.present.explanation import explanation_lines
from perfcore.present.refused import refused
from perfcore.present.status_table import as_csv, as_json, as_table
from perfcore.present.wording import plural
from perfcore.settings import Settings, from_environment
from perfcore.store import Store, current_name, open_current
from perfcore.views.build_facts import build_facts
from perfcore.views.comparison import comparison
from perfcore.views.contributions import Versus, contributions
from perfcore.views.difference import difference
from perfcore.views.forecast import has_forecasts
from perfcore.views.known import require
from perfcore.views.latest_values import latest_values
from perfcore.views.measure_page import measure_page
from perfcore.views.rows_used import rows_used
from perfcore.views.source_files import unread_files
from perfcore.views.statuses import Selection, statuses

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    help="A council's performance framework: check it, build it, ask it, show it.",
)
app.add_typer(register_cli.app, name="register")
app.command()(digest_cli.digest)
USUAL = Settings()
TABLE_WIDTH = 150
out = Console(
    width=max(get_terminal_size().columns, TABLE_WIDTH),
    soft_wrap=True,
    highlight=False,
    markup=False,
)
err = Console(stderr=True, soft_wrap=True, highlight=False, markup=False, emoji=False)

AsAt = Annotated[
    datetime | None,
    typer.Option("--as-at", formats=["%Y-%m-%d"], help="Compute as at this day."),
]


class Format(StrEnum):
    """How rows are written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


@app.callback()
def options(
    context: typer.Context,
    framework: Annotated[
        Path, typer.Option(envvar="PERFCORE_FRAMEWORK", help="The framework file.")
    ] = USUAL.framework,
    data: Annotated[
        Path, typer.Option(envvar="PERFCORE_DATA", help="The data folder.")
    ] = USUAL.data,
    out: Annotated[
        Path, typer.Option(envvar="PERFCORE_OUT", help="Where warehouses are kept.")
    ] = USUAL.out,
) -> None:
    """Take the options that every command shares."""
    context.obj = Settings(framework, data, out)


@app.command()
def check(
    context: typer.Context,
    schema: Annotated[
        bool, typer.Option("--schema", help="Print the JSON Schema for editors instead.")
    ] = False,
) -> None:
    """Validate the framework, and the access file if there is one: each problem with its line."""
    if schema:
        typer.echo(json.dumps(json_schema(), indent=2))
        return
    settings = _settings(context)
    loaded = _against_data(check_framework(settings.framework), settings)
    typer.echo(report(loaded))
    if loaded.errors:
        raise typer.Exit(1)
    access = from_environment().access
    if loaded.framework is not None and access.is_file():
        rules = load_access(access, ids_of(loaded.framework)).rules
        typer.echo(f"{access}: {plural(len(rules), 'rule')}, 0 errors")


@app.command()
def build(
    context: typer.Context,
    as_at: AsAt = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 1 if any row was rejected.")
    ] = False,
    no_forecasts: Annotated[
        bool, typer.Option("--no-forecasts", help="Leave the forecasts out, in a hurry.")
    ] = False,
) -> None:
    """Build the warehouse and put it in use."""
    settings = _settings(context)
    built = _build(settings, as_at, forecasts=not no_forecasts)
    store = Store(built.path)
    facts = build_facts(store)
    made = "made" if built.made else "up to date"
    out.print(f"{built.path.as_posix()} ({made}), as at {facts.as_at}")
    files = plural(facts.files, "file")
    out.print(f"{files}, {facts.read:,} rows read, {facts.accepted:,} accepted")
    out.print(f"{facts.rejected:,} rejected{_where_rejected(facts.rejected, settings)}")
    out.print(f"{facts.measures_with_status} of {facts.measures} measures with a status")
    out.print(f"{built.seconds:.1f} seconds")
    for problem in unread_files(store):
        err.print(f"{problem.file}: {problem.problem}")
    if strict and facts.rejected:
        raise typer.Exit(1)


@app.command()
def status(
    context: typer.Context,
    written: Annotated[
        Format, typer.Option("--format", help="How to write the rows.")
    ] = Format.TABLE,
    period: Annotated[str | None, typer.Option(help="One period, such as 2020-06.")] = None,
    measure: Annotated[str | None, typer.Option(help="One measure, by id.")] = None,
    breakdown: Annotated[str, typer.Option(help="Members of a breakdown, by its id.")] = "",
    level: Annotated[Level | None, typer.Option(help="One level of the framework.")] = None,
    directorate: Annotated[str | None, typer.Option(help="One directorate, by id.")] = None,
    all_periods: Annotated[bool, typer.Option(help="Every period, not the latest.")] = False,
    as_at: AsAt = None,
) -> None:
    """The latest status of each measure."""
    store = _store(_settings(context), as_at)
    asked = {
        "measure": measure, "directorate": directorate, "breakdown": breakdown, "period": period,
    }  # fmt: skip
    for what, name in asked.items():
        if name:
            require(store, what, name)
    rows = statuses(store, Selection(breakdown, period, measure, level, directorate, all_periods))
    match written:
        case Format.CSV:
            typer.echo(as_csv(rows), nl=False)
        case Format.JSON:
            typer.echo(as_json(rows))
        case Format.TABLE:
            out.print(as_table(rows))


@app.command()
def explain(
    context: typer.Context,
    measure: Annotated[str, typer.Argument(help="The measure's id.")],
    period: Annotated[str | None, typer.Option(help="One period, such as 2020-06.")] = None,
    as_at: AsAt = None,
) -> None:
    """How value, target, status and direction were reached, with the rows used."""
    store = _store(_settings(context), as_at)
    page = measure_page(store, measure, period=period)
    rows = rows_used(store, measure, page.shown.period) if page.shown else ()
    beside = comparison(store, measure, until=page.shown.ends if page.shown else None)
    for line in explanation_lines(page, rows, findings(page.facts, beside)):
        out.print(line)


@app.command()
def drill(
    context: typer.Context,
    measure: Annotated[str, typer.Argument(help="The measure's id.")],
    by: Annotated[str, typer.Option("--by", help="A breakdown's id, or parts.")],
    period: Annotated[str | None, typer.Option(help="One period, such as 2020-06.")] = None,
    versus: Annotated[Versus, typer.Option(help="What it is compared with.")] = "previous",
    written: Annotated[
        Format, typer.Option("--format", help="How to write the rows.")
    ] = Format.TABLE,
    as_at: AsAt = None,
) -> None:
    """What moved a measure: how much each member accounts for."""
    found = contributions(_store(_settings(context), as_at), measure, by, versus, period)
    if found.whole.refusal:
        raise UserError(refused(found.whole), where=f"{measure} by {by}")
    match written:
        case Format.CSV:
            typer.echo(drill_table.as_csv(found), nl=False)
        case Format.JSON:
            typer.echo(drill_table.as_json(found))
        case Format.TABLE:
            out.print(drill_table.as_table(found))


@app.command()
def diff(context: typer.Context) -> None:
    """What the framework and data as they are now would change in the warehouse in use."""
    settings = _settings(context)
    before = open_current(settings.out)
    with _watched("Building beside the warehouse in use") as progress:
        report = build_warehouse(
            settings.framework,
            settings.data,
            settings.out,
            as_at=build_facts(before).as_at,
            use=False,
            forecasts=has_forecasts(before),
            progress=progress,
        )
    for line in difference_lines(difference(before, Store(report.path))):
        out.print(line)


@app.command()
def serve(
    context: typer.Context,
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port to listen on.")] = 8501,
) -> None:
    """Build if needed, then run the dashboard."""
    settings = _settings(context)
    try:
        _build(settings, None)
    except UserError as error:
        open_current(settings.out)
        err.print(f"The last good warehouse is shown, because a new one failed: {error}")
    raise typer.Exit(serving.run(settings, port))


def main() -> None:
    """Run the command line; a user's error is a message and exit code 1."""
    try:
        app()
    except UserError as error:
        err.print(f"perfcore: {error}")
        sys.exit(1)


def _against_data(loaded: Loaded, settings: Settings) -> Loaded:
    """Add what the figures of the warehouse in use say about the framework, if there is one."""
    if loaded.framework is None:
        return loaded
    try:
        if current_name(settings.out) is None:
            return loaded
        latest = latest_values(open_current(settings.out))
    except WarehouseError as error:
        err.print(f"The framework was not held against the figures in use: {error}")
        return loaded
    found = outdated(loaded.framework, latest)
    problems = sorted((*loaded.problems, *found), key=lambda problem: problem.line)
    return Loaded(loaded.framework, tuple(problems))


def _settings(context: typer.Context) -> Settings:
    settings = context.obj
    assert isinstance(settings, Settings)
    return settings


def _store(settings: Settings, as_at: datetime | None) -> Store:
    if as_at is None:
        return open_current(settings.out)
    return Store(_build(settings, as_at, use=False).path)


def _build(
    settings: Settings, as_at: datetime | None, *, use: bool = True, forecasts: bool = True
) -> BuildReport:
    day: date | None = as_at.date() if as_at else None
    with _watched("Building the warehouse") as progress:
        return build_warehouse(
            settings.framework,
            settings.data,
            settings.out,
            as_at=day,
            use=use,
            forecasts=forecasts,
            progress=progress,
        )


@contextmanager
def _watched(what: str) -> Iterator[Watch]:
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TimeElapsedColumn(),
        console=err,
        transient=True,
        disable=not err.is_terminal,
    )
    with bar:
        task = bar.add_task(what, total=1.0)

        def show(step: str, share: float) -> None:
            bar.update(task, description=step, completed=share)

        yield show


def _where_rejected(rejected: int, settings: Settings) -> str:
    return f", listed in {(settings.out / 'rejected.csv').as_posix()}" if rejected else ""


if __name__ == "__main__":
    main()
