"""How fast is it? Ratios side by side in one run, printed and written to a file.

Usage: python bench/run.py [--rows 1 4 16] [--runs 3] [--out bench/results.md]

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

from build_ratio import Run, compare
from inputs import MONTHS, WARDS, write_council
from page_reruns import page_reruns
from view_answers import view_answers

MEASURES = 5_000


def main() -> None:
    """Run every benchmark and write the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=float, nargs="*", default=[1, 4, 16], help="millions")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent / "results.md")
    options = parser.parse_args()
    lines = []
    for line in report(options.rows, options.runs):
        print(line, flush=True)
        lines.append(line)
    options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


def report(millions: list[float], runs: int) -> Iterator[str]:
    """The report, line by line."""
    yield f"Machine: {os.cpu_count()} cores, {_memory_gb():.0f} GB, {platform.machine()}, " + (
        f"{platform.system()}, Python {platform.python_version()}"
    )
    yield ""
    yield "| observations | window pass, s | build, s | ratio | pass peak, MB | build peak, MB |"
    yield "|---:|---:|---:|---:|---:|---:|"
    for size in millions:
        yield _build_row(size, runs)
    yield ""
    yield f"| view at {MEASURES:,} measures x {MONTHS} months | median, ms |"
    yield "|---|---:|"
    yield from (f"| {name} | {ms:.1f} |" for name, ms in view_answers().items())
    yield ""
    yield "| page rerun on the server | median, ms | ratio to an empty page | to the frame alone |"
    yield "|---|---:|---:|---:|"
    yield from _page_rows()


def _build_row(millions: float, runs: int) -> str:
    with tempfile.TemporaryDirectory() as folder:
        measures = round(millions * 1_000_000 / (MONTHS * (WARDS + 1)))
        rows = write_council(Path(folder), measures, measures)
        passes, builds = compare(Path(folder), runs)
    ratio = _median(builds) / _median(passes)
    cells = (
        f"{rows:,}", f"{_median(passes):.1f}", f"{_median(builds):.1f}", f"{ratio:.1f}",
        f"{max(run.peak_mb for run in passes):,.0f}", f"{max(run.peak_mb for run in builds):,.0f}",
    )  # fmt: skip
    return f"| {' | '.join(cells)} |"


def _page_rows() -> Iterator[str]:
    reruns = page_reruns()
    empty, frame = reruns["empty page"], reruns["frame alone"]
    for name, ms in reruns.items():
        yield f"| {name} | {ms:.1f} | {ms / empty:.2f} | {ms / frame:.2f} |"


def _median(runs: list[Run]) -> float:
    return statistics.median(run.seconds for run in runs)


def _memory_gb() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30


if __name__ == "__main__":
    main()
