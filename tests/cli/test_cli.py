"""Does the command line answer, with the exit codes it promises and errors on standard error?"""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.compared_council import compared_council
from tests.councils import Council, small_council

STATUS_COLUMNS = [
    "measure", "breakdown", "member", "period", "value", "numerator", "denominator", "target",
    "status", "sentence", "direction", "method", "reason", "short_difference", "long_difference",
    "variation", "assurance", "reported_on", "age_days",
]  # fmt: skip


def perfcore(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "perfcore.cli", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> Council:
    made = small_council(tmp_path_factory.mktemp("council"))
    done = perfcore(*made.arguments, "build")
    assert done.returncode == 0, done.stderr
    return made


def test_build_prints_the_counts(tmp_path: Path) -> None:
    done = perfcore(*small_council(tmp_path).arguments, "build")
    assert done.returncode == 0
    assert "1 file, 10 rows read, 9 accepted" in done.stdout
    assert "1 rejected, listed in" in done.stdout
    assert "of 2 measures with a status" in done.stdout
    assert "seconds" in done.stdout


def test_strict_makes_a_rejected_row_exit_1(council: Council) -> None:
    assert perfcore(*council.arguments, "build", "--strict").returncode == 1


def test_status_as_csv_has_the_columns_of_the_table(council: Council) -> None:
    done = perfcore(*council.arguments, "status", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert list(rows[0]) == STATUS_COLUMNS
    assert [(row["measure"], row["period"], row["value"], row["status"]) for row in rows] == [
        ("recycling", "2020-09", "55.0", "red"),
        ("missed-bins", "2020-09", "", "not_available"),
    ]


def test_status_as_json_is_the_same(council: Council) -> None:
    as_csv = perfcore(*council.arguments, "status", "--format", "csv", "--all-periods")
    as_json = perfcore(*council.arguments, "status", "--format", "json", "--all-periods")
    records = [
        {key: "" if value is None else str(value) for key, value in record.items()}
        for record in json.loads(as_json.stdout)
    ]
    assert records == list(csv.DictReader(io.StringIO(as_csv.stdout)))


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--period", "2020-08"], [("recycling", "2020-08"), ("missed-bins", "2020-08")]),
        (["--measure", "recycling"], [("recycling", "2020-09")]),
        (["--level", "service"], [("missed-bins", "2020-09")]),
        (["--directorate", "place", "--level", "strategic"], [("recycling", "2020-09")]),
        (["--breakdown", "depot"], [("recycling", "2020-09"), ("recycling", "2020-09")]),
        (["--directorate", "place", "--level", "operational"], []),
    ],
)
def test_status_selects(
    council: Council, options: list[str], expected: list[tuple[str, str]]
) -> None:
    done = perfcore(*council.arguments, "status", "--format", "csv", *options)
    rows = csv.DictReader(io.StringIO(done.stdout))
    assert [(row["measure"], row["period"]) for row in rows] == expected


def test_status_as_at_an_earlier_day_knows_only_what_was_reported(council: Council) -> None:
    arguments = ("status", "--format", "csv", "--measure", "missed-bins", "--as-at", "2020-09-15")
    rows = list(csv.DictReader(io.StringIO(perfcore(*council.arguments, *arguments).stdout)))
    assert [(row["period"], row["value"], row["status"]) for row in rows] == [
        ("2020-08", "90", "green")
    ]


def test_status_as_a_table_shows_each_measure(council: Council) -> None:
    done = perfcore(*council.arguments, "status")
    assert "recycling" in done.stdout
    assert "red" in done.stdout


def test_explain_shows_the_sums_and_the_rows(council: Council) -> None:
    done = perfcore(*council.arguments, "explain", "missed-bins", "--period", "2020-08")
    assert done.returncode == 0
    assert "104" in done.stdout
    assert "observations/all.csv, row 8" in done.stdout
    assert "observations/all.csv, row 9" in done.stdout


def test_explain_says_how_the_measure_compares(tmp_path: Path) -> None:
    made = compared_council(tmp_path)
    where = ("--framework", str(made.framework), "--data", str(made.data), "--out", str(made.out))
    done = perfcore(*where, "explain", "plans")
    assert "better than England in August 2020: 66.0% against 54.5%." in done.stdout
    assert "joint 2nd best of 6 with Nearest neighbours in August 2020" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["explain", "missed-bin"], 1, "Did you mean 'missed-bins'?"),
        (["explain", "missed-bins", "--period", "1999-01"], 1, "has no period '1999-01'"),
        (["status", "--measure", "bins"], 1, "There is no measure 'bins'"),
        (["status", "--directorate", "plac"], 1, "Did you mean 'place'?"),
        (["status", "--breakdown", "depots"], 1, "Did you mean 'depot'?"),
        (["status", "--period", "someday"], 1, "There is no period 'someday'"),
        (["status", "--level", "tactical"], 2, "tactical"),
        (["status", "--format", "xml"], 2, "xml"),
        (["build", "--as-at", "yesterday"], 2, "yesterday"),
        (["nonsense"], 2, "nonsense"),
    ],
)
def test_errors_go_to_standard_error_without_a_traceback(
    council: Council, arguments: list[str], code: int, message: str
) -> None:
    done = perfcore(*council.arguments, *arguments)
    assert done.returncode == code
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_no_warehouse_is_said_with_what_to_do(tmp_path: Path) -> None:
    done = perfcore(*small_council(tmp_path).arguments, "status")
    assert done.returncode == 1
    assert "Run 'perfcore build'" in done.stderr


def test_check_names_file_and_line_and_exits_1(tmp_path: Path) -> None:
    council = small_council(tmp_path)
    text = council.framework.read_text().replace(
        "service: waste\n    unit: count", "service: wast\n    unit: count"
    )
    council.framework.write_text(text)
    done = perfcore(*council.arguments, "check")
    line = next(n for n, row in enumerate(text.splitlines(), 1) if row.endswith("service: wast"))
    assert done.returncode == 1
    assert f"{council.framework}:{line}: error: measure 'missed-bins': service:" in done.stdout
    assert "did you mean 'waste'?" in done.stdout


def test_check_of_a_good_framework_exits_0(council: Council) -> None:
    done = perfcore(*council.arguments, "check")
    assert done.returncode == 0
    assert "0 errors" in done.stdout


def test_check_goes_on_where_the_warehouse_in_use_is_damaged(tmp_path: Path) -> None:
    council = small_council(tmp_path)
    council.out.mkdir()
    (council.out / "current").write_text("nonsense")
    done = perfcore(*council.arguments, "check")
    assert done.returncode == 0
    assert "0 errors" in done.stdout
    assert "not held against the figures in use" in done.stderr


def test_check_schema_prints_a_json_schema(council: Council) -> None:
    schema = json.loads(perfcore("check", "--schema").stdout)
    assert schema["$schema"].startswith("https://json-schema.org/")
    assert "measures" in schema["properties"]


def test_options_come_from_the_environment_too(
    council: Council, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PERFCORE_OUT", str(council.out))
    assert "recycling" in perfcore("status", "--format", "csv").stdout


LATE = """
  bins-late:
    name: Bins emptied late
    level: service
    service: waste
    unit: count
    frequency: month
    good: low  # of bins
"""


def test_diff_says_which_status_would_flip(tmp_path: Path) -> None:
    council = small_council(tmp_path)
    perfcore(*council.arguments, "build")
    before = (council.out / "current").read_text()
    council.framework.write_text(council.framework.read_text().replace("value: 60", "value: 50"))
    done = perfcore(*council.arguments, "diff")
    assert "recycling  2020-09  red (55 against 60) -> green (55 against 50)" in done.stdout
    assert "Exceptions closed (1)\n  recycling  off target since 2020-09" in done.stdout
    assert (council.out / "current").read_text() == before


def test_diff_tells_periods_that_change_alike_in_one_line(tmp_path: Path) -> None:
    council = small_council(tmp_path)
    perfcore(*council.arguments, "build")
    council.framework.write_text(council.framework.read_text().replace("value: 60", "value: 60.5"))
    lines = perfcore(*council.arguments, "diff").stdout.splitlines()
    told = [line for line in lines if "target 60 -> target 60.5" in line]
    assert len(told) == 1
    assert re.search(r"recycling  2020-\d\d to 2020-\d\d \(\d+ periods\)", told[0])


def test_diff_says_which_directions_and_icons_would_change(tmp_path: Path) -> None:
    council = small_council(tmp_path)
    months = [f"{year}-{month:02d}" for year in (2018, 2019) for month in range(1, 13)]
    steady = [f"bins-late,{month},{20 + place % 2 * 4}" for place, month in enumerate(months)]
    steady[-6:] = [f"bins-late,{month},26" for month in months[-6:]]
    council.framework.write_text(council.framework.read_text() + LATE)
    council.observations.with_name("bins.csv").write_text(
        "\n".join(["measure,period,value", *steady]), encoding="utf-8"
    )
    perfcore(*council.arguments, "build")
    council.framework.write_text(
        council.framework.read_text().replace("good: low  # of bins", "good: high")
    )
    said = perfcore(*council.arguments, "diff").stdout
    assert "bins-late  2019-06 to 2019-12 (7 periods)  worsening -> improving" in said
    assert "concern high -> improvement high" in said


def test_diff_of_nothing_says_so(tmp_path: Path) -> None:
    council = small_council(tmp_path)
    perfcore(*council.arguments, "build")
    assert "Nothing would change." in perfcore(*council.arguments, "diff").stdout


def test_progress_is_not_drawn_off_a_terminal(tmp_path: Path) -> None:
    assert perfcore(*small_council(tmp_path).arguments, "build").stderr == ""


def test_drill_as_csv_adds_up_to_its_last_row(council: Council) -> None:
    done = perfcore(
        *council.arguments, "drill", "recycling", "--by", "depot", "--versus", "target",
        "--format", "csv",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "member,value_from,value_to,rate_effect,mix_effect,contribution",
        "South,60.0,50.0,-5.0,0.0,-5.0",
        "North,60.0,60.0,0.0,0.0,0.0",
        "TOTAL,60.0,55.0,-5.0,0.0,-5.0",
    ]


def test_drill_as_json_and_as_a_table_is_the_same(council: Council) -> None:
    asked = [*council.arguments, "drill", "recycling", "--by", "depot", "--versus", "target"]
    rows = json.loads(perfcore(*asked, "--format", "json").stdout)
    assert [row["member"] for row in rows] == ["South", "North", "TOTAL"]
    printed = perfcore(*asked).stdout.splitlines()
    assert [line.split()[0] for line in printed] == ["member", "South", "North", "TOTAL"]
    assert [line.split()[-1] for line in printed[1:]] == [row["contribution"] for row in rows]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["recycling", "--by", "depot"], "none of its members has a figure on one side"),
        (["recycling", "--by", "parts"], "is not split by 'parts'"),
        (["recycling", "--by", "depots"], "Did you mean 'depot'?"),
        (["missed-bins", "--by", "depot"], "is not split by 'depot'"),
    ],
)
def test_drill_refuses_in_words(council: Council, arguments: list[str], said: str) -> None:
    done = perfcore(*council.arguments, "drill", *arguments)
    assert (done.returncode, done.stdout) == (1, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr
