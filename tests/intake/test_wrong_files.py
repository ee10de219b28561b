"""What is said of a file that is not what it should be?"""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import duckdb
import pytest
import xlsxwriter

from perfcore.intake import IntakeReport
from tests.intake.sending import send, take

ROWS = "measure,period,value\nmissed-bins,2020-06,5\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def workbook() -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for number, line in enumerate(ROWS.split()):
            sheet.write_row(number, 0, line.split(","))
    return buffer.getvalue()


def archive(name: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr(name, "encryption-data" if name.startswith("META") else "text")
    return buffer.getvalue()


def parquet(folder: Path) -> bytes:
    path = folder / "made.parquet"
    duckdb.execute(
        f"copy (select 'missed-bins' as measure, '2020-06' as period, 5 as value) to '{path}'"
    )
    return path.read_bytes()


UNREADABLE = [
    ("empty.csv", b"", "The file is empty."),
    ("blank.csv", b"\xef\xbb\xbf\r\n \r\n", "The file is empty."),
    ("cut.xlsx", workbook()[:-200], "The workbook is incomplete: its end is missing."),
    ("sealed.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
    ("sealed.ods", archive("META-INF/manifest.xml"), "protected by a password"),
    ("letter.xlsx", archive("word/document.xml"), "It is a Word document."),
    ("letter.doc", OLE + "WordDocument".encode("utf-16-le"), "It is an old Office file"),
    ("old.xls", OLE + "Workbook".encode("utf-16-le"), "The workbook is damaged"),
    ("many.zip", archive("a.csv"), "It is a zip archive, not a workbook."),
    ("page.xls", b"\n<!DOCTYPE html><html><table>", "It is a web page, not data."),
    ("page.csv", b"<?xml version='1.0'?><html>", "It is a web page, not data."),
    ("report.csv", b"%PDF-1.7 ...", "It is a PDF document, not data."),
    ("packed.csv", gzip.compress(ROWS.encode()), "It is a compressed file (gzip), not data."),
    ("noise.csv", bytes(range(256)) * 20, "It is neither text nor a workbook."),
    ("cut.parquet", b"PAR1" + bytes(100), "The Parquet file is incomplete: its end is missing."),
    ("bad.parquet", b"PAR1" + bytes(100) + b"PAR1", "The Parquet file is damaged or incomplete."),
    ("heads.csv", b"team,month,count\n1,2,3\n", "It begins with 'team', 'month', 'count'."),
    ("words.csv", b"Dear all,\nplease find attached\n", "No headings were found"),
    ("twice.csv", b"measure,period,value,Value\na,b,1,2\n", "'value' is there more than once"),
    ("less.csv", b"measure,period,values\na,b,1\n", "no column 'value' (did you mean 'values'?)"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "content", "problem"), UNREADABLE, ids=[name for name, *_ in UNREADABLE]
)
def test_it_is_called_what_it_is_and_the_rest_goes_on(
    tmp_path: Path, name: str, content: bytes, problem: str
) -> None:
    send(tmp_path, ROWS, "good.csv")
    outcome = send(tmp_path, content, name)
    assert outcome.values == ["5"]
    assert len(outcome.problems) == 1
    assert problem in outcome.problems[0]
    assert (outcome.report.files, outcome.report.unreadable) == (2, 1)


def test_a_workbook_under_another_name_is_read(tmp_path: Path) -> None:
    assert send(tmp_path, workbook(), "sent.csv").values == ["5"]


def test_a_text_under_a_workbook_s_name_is_read(tmp_path: Path) -> None:
    assert send(tmp_path, ROWS, "sent.xlsx").values == ["5"]


def test_a_parquet_file_under_another_name_is_read(tmp_path: Path) -> None:
    assert send(tmp_path, parquet(tmp_path), "sent.csv").values == ["5"]


def test_lock_files_and_hidden_files_are_left_alone(tmp_path: Path) -> None:
    send(tmp_path, b"\x00", "~$sent.xlsx")
    outcome = send(tmp_path, b"\x00", ".DS_Store")
    assert outcome.report.files == 0


def test_an_empty_folder_has_nothing_to_report(tmp_path: Path) -> None:
    assert take(tmp_path).report == IntakeReport(0, 0, 0, 0, 0)
