"""How long does a build take against one window pass over the same rows, and how much memory?

Each is a process of its own, so that its peak memory is its own. The pass reads the same Parquet
file, looks one period back in every series, and writes the result to a DuckDB file: the least that
any build of these rows could do. What each SQL file of the engine takes is told by another build,
in which nothing goes on beside anything else: of steps that share two cores no clock says which of
them was the slow one.

Usage: build_ratio.py pass|build|steps FOLDER
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import duckdb

from perfcore.engine import comparison, compute, steps
from perfcore.engine.build import build


@dataclass(frozen=True)
class Run:
    """One run of one of the three; ``steps`` are seconds by SQL file of the engine."""

    seconds: float
    peak_mb: float
    steps: Mapping[str, float]

    def of(self, *names: str) -> float:
        """The seconds of the steps whose names begin so."""
        return sum(took for name, took in self.steps.items() if name.startswith(names))


def window_pass(folder: Path) -> None:
    """Read the rows, look back one period in each series, write the result."""
    with duckdb.connect(str(folder / "pass.duckdb")) as connection:
        connection.execute(
            """
            create table result as
            select *, lag(numerator) over (
                partition by measure, breakdown, member order by period
            ) as previous
            from read_parquet($file)
            """,
            {"file": str(folder / "data" / "observations" / "all.parquet")},
        )


def compare(folder: Path, runs: int) -> tuple[list[Run], list[Run], list[Run]]:
    """Window passes, builds and builds step by step, in turn, so many times each."""
    passes, builds, stepwise = [], [], []
    for _ in range(runs):
        passes.append(_apart("pass", folder))
        builds.append(_apart("build", folder))
        stepwise.append(_apart("steps", folder))
    return passes, builds, stepwise


def _apart(what: str, folder: Path) -> Run:
    command = [sys.executable, __file__, what, str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return Run(**json.loads(done.stdout.splitlines()[-1]))


def _timed(
    run: Callable[..., None],
    spent: dict[str, float],
    connection: duckdb.DuckDBPyConnection,
    name: str,
    **parameters: Any,
) -> None:
    begun = time.perf_counter()
    run(connection, name, **parameters)
    spent[name] += time.perf_counter() - begun


@contextmanager
def _before(
    connection: duckdb.DuckDBPyConnection, work: Callable[[duckdb.DuckDBPyConnection], None]
) -> Iterator[None]:
    """Stands for ``beside``: the work first, then the block."""
    work(connection)
    yield


def main() -> None:
    """Run one of the three and print its time and peak memory as JSON."""
    what, folder = sys.argv[1], Path(sys.argv[2])
    spent: dict[str, float] = defaultdict(float)
    if what == "steps":
        timed = partial(_timed, steps.run, spent)
        for module in (steps, compute, comparison):
            module.run = timed
        steps.beside = compute.beside = _before
    started = time.perf_counter()
    if what == "pass":
        (folder / "pass.duckdb").unlink(missing_ok=True)
        window_pass(folder)
    else:
        with tempfile.TemporaryDirectory(dir=folder) as out:
            started = time.perf_counter()
            build(folder / "measures.yaml", folder / "data", Path(out), forecasts=False)
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "peak_mb": peak, "steps": spent}))


if __name__ == "__main__":
    main()
