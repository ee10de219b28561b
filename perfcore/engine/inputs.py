"""Which inputs is a warehouse made of, and have they changed?"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import duckdb

import perfcore
from perfcore import __version__
from perfcore.errors import BuildError

_CODE = ("periods.py", "framework", "intake", "engine")
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Inputs:
    """The hashes that name a warehouse.

    Attributes
    ----------
    framework, data, code
        SHA-256 of the framework file, of every file in the data folder with its path (or that
        it cannot be read, which the intake reports), and of the program that reads them, as
        hexadecimal digits.
    as_at
        The day as at which everything is computed.
    stamps
        Size and modification time of each file, to notice a change while building.
    forecasts
        Whether the measures are forecast.
    """

    framework: str
    data: str
    code: str
    as_at: date
    stamps: tuple[tuple[str, int, int], ...]
    forecasts: bool = True

    @property
    def name(self) -> str:
        """The warehouse's file name: the same inputs give the same name."""
        inputs = (self.framework, self.data, self.code, self.as_at.isoformat())
        text = "\n".join(inputs if self.forecasts else (*inputs, "without forecasts"))
        return f"warehouse-{hashlib.sha256(text.encode()).hexdigest()[:12]}.duckdb"


def take(framework: Path, data: Path, as_at: date, *, forecasts: bool = True) -> Inputs:
    """Read and hash everything that a build depends on.

    Parameters
    ----------
    framework
        The framework file.
    data
        The data folder. Hidden files are left out.
    as_at
        The day as at which to compute.
    forecasts
        Whether the measures are to be forecast.

    Raises
    ------
    BuildError
        If the framework cannot be read.
    """
    files = tuple(_visible_files(data))
    return Inputs(
        framework=_of_file(framework),
        data=_of_files(data, files),
        code=program_hash(),
        as_at=as_at,
        stamps=_stamps(framework, files),
        forecasts=forecasts,
    )


def check_unchanged(inputs: Inputs, framework: Path, data: Path) -> None:
    """Refuse a build whose inputs changed while it read them.

    Raises
    ------
    BuildError
        If a file appeared, went or changed since :func:`take`.
    """
    if _stamps(framework, tuple(_visible_files(data))) != inputs.stamps:
        raise BuildError(
            "The framework or the data changed while they were being read.", do="Build again."
        )


def _visible_files(folder: Path) -> Iterator[Path]:
    met = {folder.resolve()}
    for place, folders, names in os.walk(folder, followlinks=True):
        wanted = sorted(name for name in folders if not name.startswith((".", "__")))
        folders[:] = [name for name in wanted if _is_new(Path(place, name).resolve(), met)]
        yield from (Path(place, name) for name in sorted(names) if not name.startswith("."))


def _is_new(folder: Path, met: set[Path]) -> bool:
    new = folder not in met
    met.add(folder)
    return new


def _stamps(framework: Path, files: tuple[Path, ...]) -> tuple[tuple[str, int, int], ...]:
    return tuple(_stamp(path) for path in (framework, *files))


def _stamp(path: Path) -> tuple[str, int, int]:
    try:
        fact = path.stat()
    except OSError:
        return path.as_posix(), -1, -1
    return path.as_posix(), fact.st_size, fact.st_mtime_ns


def _of_file(path: Path) -> str:
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                digest.update(block)
    except OSError as error:
        raise BuildError(f"It cannot be read ({error.strerror}).", where=str(path)) from error
    return digest.hexdigest()


def _of_files(folder: Path, files: tuple[Path, ...]) -> str:
    lines = (f"{path.relative_to(folder).as_posix()}\t{_if_readable(path)}" for path in files)
    return hashlib.sha256(os.fsencode("\n".join(lines))).hexdigest()


def _if_readable(path: Path) -> str:
    if not path.is_file():
        return "not a file"
    try:
        return _of_file(path)
    except BuildError:
        return "unreadable"


@cache
def program_hash() -> str:
    """The hash of the program that computes: as it was when this process first asked."""
    root = Path(perfcore.__file__).parent
    sources = sorted(
        path
        for name in _CODE
        for path in ((root / name).rglob("*") if (root / name).is_dir() else (root / name,))
        if path.suffix in {".py", ".sql"}
    )
    versions = f"perfcore {__version__}, duckdb {duckdb.__version__}\n"
    return hashlib.sha256((versions + _of_files(root, tuple(sources))).encode()).hexdigest()
