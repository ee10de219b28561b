"""How does a finished warehouse come into use without a reader ever seeing half of one?

Everything is written in a folder of its own, flushed to disk and renamed into place; a reader
finds the old warehouse or the new one. What a killed build leaves behind is removed by the next.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from perfcore.errors import BuildError

KEPT = 5
ABANDONED = 3600
"""Seconds without a write after which a build is taken for dead."""
_WORKSHOP = ".building-"
_FLUSHED_EVERY = 0.5


@contextmanager
def workshop(out: Path) -> Iterator[Path]:
    """A folder inside ``out`` to build in, removed afterwards.

    Parameters
    ----------
    out
        The folder of the warehouses; made if it does not exist.

    Raises
    ------
    BuildError
        If nothing can be written there.
    """
    with _writing(out):
        out.mkdir(parents=True, exist_ok=True)
        _sweep(out)
        place = Path(tempfile.mkdtemp(prefix=_WORKSHOP, dir=out))
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


@contextmanager
def kept_flushed(path: Path) -> Iterator[None]:
    """Flush a file again and again while it is being written, beside the writing.

    The disk then works while the build computes, and the last flush has little left to do.

    Parameters
    ----------
    path
        The file in its workshop; it need not exist yet.

    Raises
    ------
    BuildError
        If it cannot be written: the system tells so once, and a later flush would not know.
    """
    finished = threading.Event()

    def keep_pace() -> None:
        while not finished.wait(_FLUSHED_EVERY):
            if path.exists():
                _flush(path)

    with ThreadPoolExecutor(max_workers=1) as worker:
        pace = worker.submit(keep_pace)
        try:
            yield
        finally:
            finished.set()
        with _writing(path.parent.parent):
            pace.result()


def put_in_place(made: Path, final: Path) -> None:
    """Give a finished warehouse its lasting name.

    Parameters
    ----------
    made
        The finished file, closed, on the same file system.
    final
        Where it is kept. The oldest of more than :data:`KEPT` beside it go.

    Raises
    ------
    BuildError
        If it cannot be written.
    """
    with _writing(final.parent):
        _flush(made)
        made.replace(final)
        _flush(final.parent)
        _retire(final)


def put_in_use(warehouse: Path) -> None:
    """Replace the file ``current`` beside a warehouse by one that names it.

    Raises
    ------
    BuildError
        If it cannot be written; the warehouse in use is then unchanged.
    """
    with replacing(warehouse.parent / "current") as file:
        file.write(warehouse.name + "\n")


@contextmanager
def replacing(path: Path) -> Iterator[TextIO]:
    """A text file to write that takes the place of ``path`` in one step when it is complete.

    Raises
    ------
    BuildError
        If it cannot be written.
    """
    draft = path.with_name(f".{path.name}-{os.getpid()}")
    try:
        with _writing(path.parent):
            with draft.open("w", encoding="utf-8", newline="") as file:
                yield file
            _flush(draft)
            draft.replace(path)
            _flush(path.parent)
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def _writing(out: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise BuildError(
            f"The warehouse cannot be written ({error.strerror}).",
            where=str(out),
            do="The last good warehouse stays in use. Free some space or choose another --out.",
        ) from error


def _flush(path: Path) -> None:
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sweep(out: Path) -> None:
    for left in out.glob(f"{_WORKSHOP}*"):
        if time.time() - _last_written(left) > ABANDONED:
            shutil.rmtree(left, ignore_errors=True)


def _last_written(folder: Path) -> float:
    return max(path.stat().st_mtime for path in (folder, *folder.iterdir()))


def _retire(kept: Path) -> None:
    warehouses = sorted(
        kept.parent.glob("warehouse-*.duckdb"),
        key=lambda path: path.stat().st_mtime,
        reverse=True,
    )
    for old in warehouses[KEPT:]:
        if old != kept:
            old.unlink(missing_ok=True)
