"""How fast is it? Ratios side by side in one run, printed and written to a file.

Usage: python bench/run.py [--parts builds variation forecasts views pages register] [--rows 1 4 16]
    [--runs 3] [--out FILE]

Machines are noisy and differ: read the ratios, not the seconds.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from browser_clicks import browser_clicks
from build_ratio import Run, compare
from forecast_errors import backtest
from forecast_inputs import councils, emergency_departments
from inputs import MONTHS, WARDS, write_council
from page_reruns import page_bytes, page_reruns
from register_load import PEOPLE, fill, save_at_once
from servers import Council, illustrative, large
from view_answers import view_answers

from perfcore.engine.forecast.outlook import outlook
from perfcore.engine.forecast.series import Series
from perfcore.register.connection import FILE, open_register
from tests.postgresql import new_database, own_cluster, programs

MEASURES = 5_000
PARTS = ["builds", "variation", "forecasts", "views", "pages", "register"]
CHARTED_MONTHS = 48
# The engine's steps that have an allowance of their own, by how their names begin.
VARIATION = ("07_charts", "07_variation", "14_signals", "16_spc")
MOVED = ("17_",)
OTHERS = ("18_", "20_")


def main() -> None:
    """Run every benchmark and write the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=float, nargs="*", default=[1, 4, 16], help="millions")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--parts", nargs="*", choices=PARTS, default=PARTS)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent / "results.md")
    options = parser.parse_args()
    lines = []
    for line in report(options.parts, options.rows, options.runs):
        print(line, flush=True)
        lines.append(line)
    options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


def report(parts: list[str], millions: list[float], runs: int) -> Iterator[str]:
    """The report, line by line."""
    yield f"Machine: {os.cpu_count()} cores, {_memory_gb():.0f} GB, {platform.machine()}, " + (
        f"{platform.system()}, Python {platform.python_version()}"
    )
    yield ""
    if "builds" in parts:
        yield (
            "| rows | window pass, s | build, s | ratio | charts | contributions | "
            "comparison, exceptions | the rest | pass peak, MB | build peak, MB |"
        )
        yield "|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|"
        yield from (_build_row(size, runs) for size in millions)
        yield ""
    if "variation" in parts:
        yield "| series x points | rows | window pass, s | variation, s | ratio |"
        yield "|---|---:|---:|---:|---:|"
        yield from (_variation_row(series, runs) for series in (20_000, 200_000))
        yield ""
    if "forecasts" in parts:
        yield from _forecast_rows()
    if "views" in parts:
        yield f"| view at {MEASURES:,} measures x {MONTHS} months | median, ms |"
        yield "|---|---:|"
        yield from (f"| {name} | {ms:.1f} |" for name, ms in view_answers().items())
        yield ""
    if "pages" in parts:
        with tempfile.TemporaryDirectory() as small, tempfile.TemporaryDirectory() as big:
            yield from _served(illustrative(Path(small)), large(Path(big), MEASURES))

    if "register" in parts:
        with tempfile.TemporaryDirectory() as folder:
            yield from _register_rows(Path(folder))


def _register_rows(folder: Path) -> Iterator[str]:
    """A register with 50,000 actions and 500,000 changes: reruns, and 50 people saving at once."""
    council = large(folder, MEASURES)
    register = open_register(folder / "build")
    changes = fill(register, MEASURES)
    yield f"| page rerun with {changes:,} changes | median, ms | to an empty page | to the frame |"
    yield "|---|---:|---:|---:|"
    yield from _page_rows(council)
    yield ""
    yield f"| {PEOPLE} people saving at once | median, ms | 95th percentile, ms | slowest, ms |"
    yield "|---|---:|---:|---:|"
    yield _saving_row("SQLite", f"sqlite:///{folder / 'build' / FILE}")
    if programs():
        with own_cluster() as server:
            address = new_database(server.address)
            fill(open_register(folder, address), MEASURES)
            yield _saving_row("PostgreSQL", address)
    yield ""


def _saving_row(name: str, url: str) -> str:
    found = save_at_once(url)
    return f"| {name} | {found.median:.0f} | {found.p95:.0f} | {found.slowest:.0f} |"


def _served(shipped: Council, many: Council) -> Iterator[str]:
    """What is served: reruns, bytes and clicks, of the illustrative council and of a large one."""
    for name, council in (("illustrative", shipped), (f"{MEASURES:,} measures", many)):
        yield f"| page rerun on the server, {name} | median, ms | to an empty page | to the frame |"
        yield "|---|---:|---:|---:|"
        yield from _page_rows(council)
        yield ""
        yield f"| kB over the websocket, {name} | opened by its address | from the overview |"
        yield "|---|---:|---:|"
        yield from _byte_rows(council)
        yield ""
    yield from _click_rows(shipped)


def _build_row(millions: float, runs: int) -> str:
    with tempfile.TemporaryDirectory() as folder:
        measures = round(millions * 1_000_000 / (MONTHS * (WARDS + 1)))
        rows = write_council(Path(folder), measures, measures)
        passes, builds, stepwise = compare(Path(folder), runs)
    ratio = _median(builds) / _median(passes)
    parts = [
        statistics.median(run.of(*names) for run in stepwise)
        for names in (VARIATION, MOVED, OTHERS)
    ]
    rest = _median(builds) - sum(parts)
    cells = (
        f"{rows:,}", f"{_median(passes):.1f}", f"{_median(builds):.1f}", f"{ratio:.1f}",
        *(f"{took / _median(passes):.1f}" for took in (*parts, rest)),
        f"{max(run.peak_mb for run in passes):,.0f}", f"{max(run.peak_mb for run in builds):,.0f}",
    )  # fmt: skip
    return f"| {' | '.join(cells)} |"


def _variation_row(series: int, runs: int) -> str:
    with tempfile.TemporaryDirectory() as folder:
        measures = -(-series // (WARDS + 1))
        rows = write_council(Path(folder), measures, measures, CHARTED_MONTHS)
        passes, _, stepwise = compare(Path(folder), runs)
    passed = _median(passes)
    took = statistics.median(run.of(*VARIATION) for run in stepwise)
    cells = (
        f"{rows // CHARTED_MONTHS:,} x {CHARTED_MONTHS}", f"{rows:,}", f"{passed:.1f}",
        f"{took:.1f}", f"{took / passed:.1f}",
    )  # fmt: skip
    return f"| {' | '.join(cells)} |"


def _forecast_rows() -> Iterator[str]:
    tried: list[tuple[str, list[Series]]] = []
    yield "| council | measures | forecast | cold build, s | warm build, s |"
    yield "|---|---:|---:|---:|---:|"
    for one in councils():
        shown = sum(not outlook(series).refusal for series in one.series)
        yield f"| {one.name} | {len(one.series)} | {shown} | {one.cold:.1f} | {one.warm:.1f} |"
        tried.append((one.name, one.series))
    yield ""
    yield "| series | forecasts | shown | situation | ahead | results | inside 80% | error |"
    yield "|---|---:|---:|---|---|---:|---:|---:|"
    for name, several in [*tried, ("emergency departments", emergency_departments())]:
        found = backtest(several)
        for (situation, horizon), at in found.tallies.items():
            cells = (
                name, f"{found.offered:,}", f"{found.shown:,}", situation, str(horizon or "all"),
                f"{at.tested:,}", f"{at.coverage:.1%}", f"{at.ratio:.2f}",
            )  # fmt: skip
            yield f"| {' | '.join(cells)} |"
    yield ""


def _page_rows(council: Council) -> Iterator[str]:
    reruns = page_reruns(council)
    empty, frame = reruns["empty page"], reruns["frame alone"]
    for name, ms in reruns.items():
        yield f"| {name} | {ms:.1f} | {ms / empty:.2f} | {ms / frame:.2f} |"


def _byte_rows(council: Council) -> Iterator[str]:
    for name, sent in page_bytes(council).items():
        yield f"| {name} | {sent.first / 1000:,.0f} | {sent.navigated / 1000:,.0f} |"


def _click_rows(council: Council) -> Iterator[str]:
    clicks = browser_clicks(council)
    yield "| in a browser, illustrative | median, ms | to an empty page's click |"
    yield "|---|---:|---:|"
    yield f"| click from empty page to empty page | {clicks.empty:.0f} | 1.00 |"
    ratio = clicks.measure / clicks.empty
    yield f"| click on a measure to its page drawn | {clicks.measure:.0f} | {ratio:.2f} |"
    yield f"| first page of a cold browser | {clicks.cold:,.0f} | |"
    yield f"| the same, first reader since the server started | {clicks.first_ever:,.0f} | |"


def _median(runs: list[Run]) -> float:
    return statistics.median(run.seconds for run in runs)


def _memory_gb() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30


if __name__ == "__main__":
    main()
