"""Make the illustrative data: a whole council's figures, April 2018 to September 2020.

Run ``python data/make_data.py`` from the repository. The same seed gives the same files.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from make import files
from make.assemble import World, make_all
from make.benchmarks import HEADING, benchmarks_of
from make.model import ModelError, read_levels, read_models
from make.places import hexjson
from make.rows import Row, rows_of
from make.series import Series

from perfcore.errors import UserError
from perfcore.framework import read

HERE = Path(__file__).resolve().parent
SEED = 20201012
BENCHMARKS = "illustrative.csv"


def main(arguments: Sequence[str] | None = None) -> int:
    """Write every file of the data folder that is made; 1 if a model entry is at fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--framework", type=Path, default=HERE.parent / "measures.yaml")
    parser.add_argument("--model", type=Path, default=HERE / "make" / "model")
    parser.add_argument("--out", type=Path, default=HERE)
    parser.add_argument("--seed", type=int, default=SEED)
    given = parser.parse_args(arguments)
    try:
        world = _world(given.framework, given.model, given.seed)
        counts = write(world, make_all(world), given.out)
    except (ModelError, UserError) as error:
        print(f"make_data: {error}", file=sys.stderr)
        return 1
    for name, count in counts.items():
        print(f"{count:>8,} rows  {name}")
    return 0


def _world(framework_path: Path, models: Path, seed: int) -> World:
    framework = read(framework_path)
    as_at = framework.organisation.as_at
    if as_at is None:
        raise ModelError(f"{framework_path}: organisation: as_at is needed")
    return World(framework, read_models(models), seed, as_at)


def write(world: World, series: dict[str, Series], out: Path) -> dict[str, int]:
    """Write the data files under ``out``.

    Returns
    -------
    dict
        Rows written, by file.
    """
    framework = world.framework
    rows = [row for name, each in series.items() for row in rows_of(each, world.model(name))]
    wide = files.wide_measures(rows, framework)
    by_file: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_file[files.file_of(row, framework.measures[row.measure], wide)].append(row)
    for name, chosen in by_file.items():
        _write_one(out / name, chosen, world)
    published = files.measures_in(HERE / "benchmarks", besides=BENCHMARKS)
    levels = read_levels(HERE / "make" / "comparators.yaml")
    compared = [
        line
        for name, each in series.items()
        if name not in published
        for line in benchmarks_of(each, levels.get(name, {}), framework, world.seed)
    ]
    files.write_table(out / "benchmarks" / BENCHMARKS, HEADING, compared)
    _write_hexes(out / "places" / "ward.hexjson")
    counts = {name: len(chosen) for name, chosen in sorted(by_file.items())}
    return counts | {f"benchmarks/{BENCHMARKS}": len(compared)}


def _write_one(path: Path, rows: list[Row], world: World) -> None:
    if path.suffix == ".parquet":
        files.write_parquet(path, rows)
    elif path.match(files.WORKFORCE):
        files.write_long_workbook(path, rows)
    elif path.match(files.COUNTS):
        files.write_wide_workbook(path, rows, world.framework)
    else:
        files.write_csv(path, rows)


def _write_hexes(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(hexjson(), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
