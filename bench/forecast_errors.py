"""How wrong were the forecasts that are shown, and how often did their intervals hold?"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import numpy as np

from perfcore.engine import build
from perfcore.engine.forecast.candidates import candidates
from perfcore.engine.forecast.origins import coverage, errors
from perfcore.engine.forecast.outlook import LEVEL, NAIVE, outlook
from perfcore.engine.forecast.scales import SCALES
from perfcore.engine.forecast.series import Series, series_to_forecast

ROOT = Path(__file__).resolve().parent.parent
PUBLISHED = ROOT.parent / "shared" / "real"
SOURCES = ("lait", "ons_els", "send_ehcp")


@dataclass
class AtHorizon:
    """What was found at one horizon, over all series."""

    series: int = 0
    ratios: float = 0.0
    inside: int = 0
    tested: int = 0


@dataclass(frozen=True)
class Council:
    """A council's forecasts: how many are shown, and seconds of a cold and of a warm build."""

    name: str
    measures: int
    shown: int
    cold: float
    warm: float
    horizons: dict[int, AtHorizon]


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
            several = series_to_forecast(connection)
    horizons: dict[int, AtHorizon] = defaultdict(AtHorizon)
    shown = sum(_add(series, horizons) for series in several)
    return Council(name, len(several), shown, *took, dict(sorted(horizons.items())))


def _add(series: Series, horizons: dict[int, AtHorizon]) -> bool:
    found = outlook(series)
    offered = candidates(series.season, len(series.values))
    if found.refusal or found.method not in offered:
        return not found.refusal
    ahead, scale = len(series.ahead), SCALES[found.scale]
    both = [
        errors(series.values, offered[name], ahead, scale, adds_up=series.adds_up)
        for name in (found.method, NAIVE)
    ]
    winner, naive = both
    assert winner is not None and naive is not None
    for place in range(ahead):
        at = horizons[place + 1]
        base = float(np.nanmean(np.abs(naive.plain[:, place])))
        if base:
            at.series += 1
            at.ratios += float(np.nanmean(np.abs(winner.plain[:, place]))) / base
        inside, tested = coverage(winner.scaled[:, [place]], LEVEL)
        at.inside, at.tested = at.inside + inside, at.tested + tested
    return True
