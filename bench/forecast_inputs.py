"""Which series are the forecasts tried on, and how long does a build with them take?"""

from __future__ import annotations

import csv
import shutil
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb

from perfcore.engine.build import build
from perfcore.engine.forecast.series import Series, series_to_forecast

ROOT = Path(__file__).resolve().parent.parent
PUBLISHED = ROOT.parent / "shared" / "real"
SOURCES = ("lait", "ons_els", "send_ehcp")
ATTENDANCES = PUBLISHED / "spc" / "NHSRdatasets_ae_attendances.csv"
MONTHS = 36
AHEAD = 6


@dataclass(frozen=True)
class Council:
    """A council's headline series; seconds of a build that forecasts them and of the next."""

    name: str
    series: list[Series]
    cold: float
    warm: float


def councils() -> Iterator[Council]:
    """The illustrative council, and the open-data example where its files are there."""
    yield _council("illustrative", ROOT / "measures.yaml", ROOT / "data")
    if all((PUBLISHED / name).is_dir() for name in SOURCES):
        example = ROOT / "examples" / "open-data"
        with tempfile.TemporaryDirectory() as folder:
            data = Path(folder) / "data"
            shutil.copytree(example / "data", data, ignore=shutil.ignore_patterns("raw"))
            (data / "raw").mkdir()
            for name in SOURCES:
                (data / "raw" / name).symlink_to(PUBLISHED / name, target_is_directory=True)
            yield _council("open data", example / "measures.yaml", data)


def _council(name: str, framework: Path, data: Path) -> Council:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        took = []
        for _ in range(2):
            started = time.perf_counter()
            report = build(framework, data, out)
            took.append(time.perf_counter() - started)
            if len(took) == 1:
                kept = report.path.rename(out / "kept.duckdb")
        with duckdb.connect(str(kept), read_only=True) as connection:
            return Council(name, series_to_forecast(connection), *took)


def emergency_departments() -> list[Series]:
    """Share seen within four hours at each English provider with 36 months (NHSRdatasets, CC0)."""
    if not ATTENDANCES.is_file():
        return []
    seen: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(lambda: [0.0, 0.0]))
    with ATTENDANCES.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            month = seen[row["org_code"]][row["period"]]
            month[0] += float(row["attendances"]) - float(row["breaches"])
            month[1] += float(row["attendances"])
    return [
        _department(provider, [counts for _, counts in sorted(months.items())])
        for provider, months in sorted(seen.items())
        if len(months) == MONTHS and all(counts[1] > 0 for counts in months.values())
    ]


def _department(provider: str, months: list[list[float]]) -> Series:
    values = tuple(100 * within / every for within, every in months)
    return Series(
        measure=provider,
        unit="percent",
        scale=100,
        seen=(),
        values=values,
        first=2016 * 12 + 3,
        adds_up=False,
        starts_again=False,
        so_far=0.0,
        season=12,
        numerators=tuple(within for within, _ in months),
        denominators=tuple(every for _, every in months),
        ahead=tuple(range(MONTHS, MONTHS + AHEAD)),
        year_starts=date(2019, 4, 1),
        refusal="" if max(values) > min(values) else "constant",
    )
