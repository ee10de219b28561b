"""Is a delimited file read rightly however it was saved?"""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from perfcore.intake import IntakeReport
from tests.intake.sending import send, take

ROWS = "measure,period,value,breakdown,member\nmissed-bins,2020-06,5,team,Café – £\n"
PLAIN = "measure,period,value\nmissed-bins,2020-06,5\n"
ENCODINGS = [
    ("UTF-8", ROWS.encode()),
    ("UTF-8 with mark", codecs.BOM_UTF8 + ROWS.encode()),
    ("UTF-16", ROWS.encode("utf-16")),
    ("UTF-16 big end first", codecs.BOM_UTF16_BE + ROWS.encode("utf-16-be")),
    ("UTF-16 without mark", ROWS.encode("utf-16-le")),
    ("Windows-1252", ROWS.encode("cp1252")),
    ("UTF-32", ROWS.encode("utf-32")),
]
SHAPES = [
    ("semicolons", PLAIN.replace(",", ";")),
    ("tabs", PLAIN.replace(",", "\t")),
    ("bars", PLAIN.replace(",", "|")),
    ("Windows line ends", PLAIN.replace("\n", "\r\n")),
    ("old Mac line ends", PLAIN.replace("\n", "\r")),
    ("mixed line ends", PLAIN.replace("\n", "\r\n", 1)),
    ("no last line end", PLAIN.rstrip()),
    ("quoted", '"measure","period","value"\n"missed-bins","2020-06","5"\n'),
    ("headings in capitals", PLAIN.replace("measure,period,value", " Measure ,PERIOD,Value")),
    ("a separator line", "sep=,\n" + PLAIN),
    ("a title above", "Missed bins\n\n" + PLAIN),
    ("blank lines", PLAIN.replace("\n", "\n\n")),
]


@pytest.mark.parametrize(("name", "content"), ENCODINGS, ids=[name for name, _ in ENCODINGS])
def test_every_usual_encoding_is_read(tmp_path: Path, name: str, content: bytes) -> None:
    outcome = send(tmp_path, content)
    assert outcome.rows("select value::int, member from observation") == [(5, "Café – £")]


def test_a_file_in_an_older_encoding_says_so(tmp_path: Path) -> None:
    outcome = send(tmp_path, ROWS.encode("cp1252"))
    assert outcome.warnings == ["not UTF-8; read as Windows-1252 (Latin-1)"]


@pytest.mark.parametrize(("name", "content"), SHAPES, ids=[name for name, _ in SHAPES])
def test_every_usual_form_is_read(tmp_path: Path, name: str, content: str) -> None:
    outcome = send(tmp_path, content)
    assert (outcome.values, outcome.reasons) == (["5"], [])


def test_a_row_number_is_the_spreadsheet_s(tmp_path: Path) -> None:
    sent = 'measure,period,value,note\nmissed-bins,2020-06,5,"two\nlines"\n\nmissed-bins,x,5,\n'
    outcome = send(tmp_path, sent)
    assert outcome.rows('select "row", note from observation') == [(2, "two\nlines")]
    assert outcome.rows('select "row" from rejected') == [(4,)]


@pytest.mark.parametrize("line", ["missed-bins,2020-07", "missed-bins,2020-07,5,6", "missed-bins"])
def test_a_row_of_another_length_is_rejected_not_lost(tmp_path: Path, line: str) -> None:
    outcome = send(tmp_path, f"{PLAIN}{line}\nmissed-bins,2020-08,7\n")
    fields = len(line.split(","))
    assert outcome.values == ["5", "7"]
    assert outcome.reasons == [f"the row has {fields} fields, and the headings 3"]


def test_a_file_cut_off_in_its_last_row_keeps_the_others(tmp_path: Path) -> None:
    outcome = send(tmp_path, f"{PLAIN}missed-bins,20")
    assert outcome.values == ["5"]
    assert outcome.rows('select "row", raw from rejected') == [(3, '["missed-bins", "20"]')]


def test_an_unclosed_quotation_mark_costs_one_row(tmp_path: Path) -> None:
    outcome = send(tmp_path, f'{PLAIN}missed-bins,2020-07,"6\nmissed-bins,2020-08,7\n')
    assert outcome.values == ["5", "7"]
    assert outcome.reasons == ["its quotation marks do not pair"]


def test_every_broken_row_is_listed(tmp_path: Path) -> None:
    broken = 'missed-bins,2020-07,"6\n' * 3001
    outcome = send(tmp_path, f"{PLAIN}{broken}")
    assert (outcome.report.accepted, outcome.report.rejected) == (1, 3001)


def test_a_cell_too_long_to_be_meant_is_refused(tmp_path: Path) -> None:
    sent = f"title\n{PLAIN}missed-bins,2020-07,{'9' * 3_000_000}\n"
    outcome = send(tmp_path, sent)
    assert outcome.values == ["5"]
    assert outcome.reasons == ["a cell is longer than 50000 characters"]


def test_wide_text_files_are_read(tmp_path: Path) -> None:
    outcome = send(tmp_path, "Measure,Apr 2020,May 2020\nMissed bins,5,6\nSource: us,,\n")
    assert outcome.values == ["5", "6"]
    assert outcome.warnings == ["not part of the table: 'Source: us'"]


@pytest.mark.slow
def test_a_million_rows_are_all_accounted_for(tmp_path: Path) -> None:
    path = tmp_path / "observations" / "sent.csv"
    path.parent.mkdir()
    with path.open("w") as file:
        file.write("measure,period,value,breakdown,member\n")
        file.writelines(
            f"missed-bins,{2000 + i % 10:04d}-{1 + i // 10 % 12:02d},{i},team,Team {i // 120}\n"
            for i in range(1_000_000)
        )
        file.write("missed-bins,2020-13,5,,\n")
    outcome = take(tmp_path)
    assert outcome.report == IntakeReport(1, 1_000_001, 1_000_000, 1, 0)
    assert outcome.rows('select "row" from rejected') == [(1_000_002,)]
    assert outcome.rows("select sum(value)::bigint from observation") == [(499_999_500_000,)]
