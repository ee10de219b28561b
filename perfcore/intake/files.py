"""What is this file really?

Decided by what is in a file, never by its name: a workbook saved as ``.csv`` is read as a
workbook, and an error page saved as ``.xls`` is called what it is.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Literal

from perfcore.errors import IntakeError

Kind = Literal["csv", "parquet", "workbook"]

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS: Final = (
    (b"%PDF", "a PDF document", "Save the table in it as a workbook or as CSV."),
    (b"\x1f\x8b", "a compressed file (gzip)", "Unpack it first."),
    (b"BZh", "a compressed file (bzip2)", "Unpack it first."),
    (b"7z\xbc\xaf", "a compressed file (7-Zip)", "Unpack it first."),
    (b"Rar!", "a compressed file (RAR)", "Unpack it first."),
    (b"\x89PNG", "a picture", "Send the figures behind it."),
    (b"\xff\xd8\xff", "a picture", "Send the figures behind it."),
    (b"SQLite format 3", "an SQLite database", "Export the table as CSV."),
    (b"{\\rtf", "a text document (RTF)", "Save the table in it as a workbook or as CSV."),
)
_MARKUP: Final = (b"<!doctype html", b"<html", b"<table", b"<head", b"<body")
_LOOK_AT: Final = 4096


def kind_of(path: Path) -> Kind:
    """What a data file is.

    Parameters
    ----------
    path
        Any file.

    Raises
    ------
    IntakeError
        If it is nothing that can be read: empty, cut off, protected, or of another kind.
    """
    start = beginning(path, _LOOK_AT)
    if not start.strip(b"\xef\xbb\xbf \t\r\n\0"):
        raise IntakeError("The file is empty.", do="Have it sent again.")
    if start.startswith(b"PAR1"):
        return _parquet(path)
    if start.startswith(b"PK"):
        return _zip(path)
    if start.startswith(_OLE):
        return _ole(path)
    _refuse_others(start)
    return "csv"


def name_of(path: Path, data: Path) -> str:
    """A file's path inside the data folder, in characters that can be written anywhere."""
    name = path.relative_to(data).as_posix()
    return name.encode(errors="surrogateescape").decode(errors="replace")


def beginning(path: Path, size: int = -1) -> bytes:
    """The first bytes of a file, all of them by default.

    Parameters
    ----------
    path
        Anything that stands in a folder.
    size
        How many bytes are wanted.

    Raises
    ------
    IntakeError
        If it is no ordinary file (a pipe would be waited for without end), or cannot be opened.
    """
    if not path.name.isprintable() and path.name != name_of(path, path.parent):
        raise IntakeError("Its name is not written in UTF-8.", do="Rename it.")
    if path.is_dir():
        raise IntakeError("It is a folder.", do="Put the files in it beside it.")
    if not path.is_file():
        raise IntakeError("It is a broken link or no ordinary file.", do="Put the file here.")
    try:
        with path.open("rb") as file:
            return file.read(size)
    except OSError as error:
        raise IntakeError(
            f"The file cannot be opened ({error.strerror}).", do="Check that it may be read."
        ) from error


def visible(folder: Path) -> Iterator[Path]:
    """What a folder holds, in order of name, without hidden files and lock files."""
    if folder.is_dir():
        for path in sorted(folder.iterdir(), key=lambda path: path.name):
            if not path.name.startswith((".", "~$")):
                yield path


def _parquet(path: Path) -> Kind:
    with path.open("rb") as file:
        file.seek(-4, 2)
        if file.read() != b"PAR1":
            raise IntakeError(
                "The Parquet file is incomplete: its end is missing.", do="Have it sent again."
            )
    return "parquet"


def _zip(path: Path) -> Kind:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            manifest = "META-INF/manifest.xml"
            sealed = manifest in names and b"encryption-data" in archive.read(manifest)
    except (zipfile.BadZipFile, OSError, RuntimeError, EOFError) as error:
        raise IntakeError(
            "The workbook is incomplete: its end is missing.", do="Have it sent again."
        ) from error
    if sealed:
        raise _protected()
    if any(name.startswith("xl/") for name in names) or "content.xml" in names:
        return "workbook"
    if any(name.startswith("word/") for name in names):
        raise IntakeError(
            "It is a Word document.", do="Save the table in it as a workbook or as CSV."
        )
    raise IntakeError("It is a zip archive, not a workbook.", do="Unpack it first.")


def _ole(path: Path) -> Kind:
    content = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise _protected()
    if any(name.encode("utf-16-le") in content for name in ("Workbook", "Book")):
        return "workbook"
    raise IntakeError(
        "It is an old Office file, but not a workbook.", do="Save the table as CSV or xlsx."
    )


def _protected() -> IntakeError:
    return IntakeError("The workbook is protected by a password.", do="Save it without a password.")


def _refuse_others(start: bytes) -> None:
    for mark, name, remedy in _OTHERS:
        if start.startswith(mark):
            raise IntakeError(f"It is {name}, not data.", do=remedy)
    text = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if text.startswith(_MARKUP) or (text.startswith(b"<?xml") and b"<html" in text):
        raise IntakeError(
            "It is a web page, not data.",
            do="Open it in a spreadsheet and save it as xlsx, or download the file itself.",
        )
    if text.startswith(b"<?xml"):
        raise IntakeError("It is an XML file, not data.", do="Save it as xlsx or CSV.")
    if _is_binary(start):
        raise IntakeError("It is neither text nor a workbook.", do="Send CSV, Parquet or xlsx.")


def _is_binary(start: bytes) -> bool:
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    half = len(start) // 2
    columns = (start[0::2].count(0), start[1::2].count(0))
    is_utf16 = max(columns) > 0.4 * half and min(columns) < 0.1 * half
    control = sum(start.count(byte) for byte in range(32) if byte not in (0, 9, 10, 12, 13, 26))
    return (start.count(0) > 0.1 * len(start) and not is_utf16) or control > 0.1 * len(start)
