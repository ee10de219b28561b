"""In which alphabet is a text file written?"""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_BLOCK: Final = 1 << 22
_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BLANK_LINES: Final = (b"\n\n", b"\n\r\n", b"\r\r")


@dataclass(frozen=True, slots=True)
class Writing:
    """How a text file is written.

    Attributes
    ----------
    encoding
        A Python codec's name.
    direct
        True where DuckDB numbers its rows as a spreadsheet would: UTF-8 without blank lines.
    remark
        What a reader should know, or nothing.
    """

    encoding: str
    direct: bool = False
    remark: str = ""


def examine(path: Path) -> Writing:
    """Read a text file once and say how it is written.

    Parameters
    ----------
    path
        A text file.
    """
    with path.open("rb") as file:
        start = file.read(4096)
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            if encoding == "utf-8-sig":
                return _examine_utf8(path, encoding)
            return Writing(encoding)
    if utf16 := _utf16_without_mark(start):
        return Writing(utf16, remark="read as UTF-16, which it is without saying so")
    return _examine_utf8(path, "utf-8")


def _utf16_without_mark(start: bytes) -> str:
    even, odd = start[0::2].count(0), start[1::2].count(0)
    half = len(start) // 2
    if half and odd > 0.4 * half and even < 0.1 * half:
        return "utf-16-le"
    if half and even > 0.4 * half and odd < 0.1 * half:
        return "utf-16-be"
    return ""


def _examine_utf8(path: Path, encoding: str) -> Writing:
    decoder = codecs.getincrementaldecoder("utf-8")()
    blank, tail = False, b""
    with path.open("rb") as file:
        try:
            while block := file.read(_BLOCK):
                decoder.decode(block)
                joined = tail + block
                blank = blank or any(mark in joined for mark in _BLANK_LINES)
                tail = block[-2:]
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return _one_byte(path)
    return Writing(encoding, direct=not blank)


def _one_byte(path: Path) -> Writing:
    decoder = codecs.getincrementaldecoder("cp1252")()
    with path.open("rb") as file:
        try:
            while block := file.read(_BLOCK):
                decoder.decode(block)
        except UnicodeDecodeError:
            return Writing("latin-1", remark="not UTF-8; read as Latin-1")
    return Writing("cp1252", remark="not UTF-8; read as Windows-1252 (Latin-1)")
