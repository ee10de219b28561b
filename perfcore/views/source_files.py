"""Which files were read, and what came of each?"""

from __future__ import annotations

from dataclasses import dataclass

from perfcore.store import Store


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the data folder: ``read = accepted + rejected``, or the ``problem`` with it."""

    file: str
    kind: str
    read: int
    accepted: int
    rejected: int
    problem: str | None


_SQL = "select file, kind, read, accepted, rejected, problem from source_file order by file"


def source_files(store: Store) -> list[SourceFile]:
    """Every file found, by name."""
    return store.fetch(_SQL, {}, SourceFile)


def unread_files(store: Store) -> list[SourceFile]:
    """The files that could not be read at all."""
    return [file for file in source_files(store) if file.problem]
