"""What may a feed read, and what becomes of its rows?"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.intake.sending import Outcome, take

SOURCE = "code,year,percentage\nE1,2019,1.5\nE2,2019,x\nE1,2020,2.5\n"
OBSERVATIONS = """\
-- County emissions of one area
select 'emissions' as measure, year as period, percentage as value
from 'raw/published.csv' where code = 'E1' order by year;
"""


def feed(data: Path, text: str, **others: str) -> Outcome:
    (data / "raw").mkdir(parents=True, exist_ok=True)
    (data / "raw" / "published.csv").write_text(SOURCE)
    (data / "feeds").mkdir(exist_ok=True)
    for name, content in {"first": text, **others}.items():
        (data / "feeds" / f"{name}.sql").write_text(content)
    return take(data)


def test_a_feed_s_rows_are_observations(tmp_path: Path) -> None:
    outcome = feed(tmp_path, OBSERVATIONS)
    assert outcome.values == ["1.5", "2.5"]
    assert outcome.rows('select file, "row" from observation') == [
        ("feeds/first.sql", 1),
        ("feeds/first.sql", 2),
    ]


def test_a_feed_with_area_codes_is_a_benchmark(tmp_path: Path) -> None:
    outcome = feed(
        tmp_path,
        "select 'emissions' as measure, code as area_code, 'Area ' || code as area_name, "
        "year as period, percentage as value from 'raw/published.csv'",
    )
    query = "select area_code, area_name, period, value::float, marker from benchmark"
    assert outcome.rows(query) == [
        ("E1", "Area E1", "2019", 1.5, ""),
        ("E1", "Area E1", "2020", 2.5, ""),
        ("E2", "Area E2", "2019", None, "not_available"),
    ]


def test_typed_columns_keep_their_digits(tmp_path: Path) -> None:
    outcome = feed(
        tmp_path,
        "select 'emissions' as measure, 2018 + i as period, [0.1, 79.900000000000006, 811369.57, "
        "'nan'::double][i] as value, date '2023-01-01' as reported_on from range(1, 5) t(i)",
    )
    assert outcome.values == ["0.1", "79.9", "811369.57"]
    assert outcome.reasons == ["value 'nan' is not a number or a marker"]


def test_a_folder_reached_through_a_link_can_be_read(tmp_path: Path) -> None:
    data, elsewhere = tmp_path / "data", tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "published.csv").write_text(SOURCE)
    (data / "feeds").mkdir(parents=True)
    (data / "feeds" / "first.sql").write_text(OBSERVATIONS)
    (data / "raw").symlink_to(elsewhere)
    assert take(data).values == ["1.5", "2.5"]


FAULTS = [
    ("copy (select 1) to 'raw/x.csv'", "A feed is one SELECT, and this has 1 statements (COPY)."),
    ("select 1; select 2", "A feed is one SELECT, and this has 2 statements (SELECT, SELECT)."),
    ("-- nothing", "A feed is one SELECT, and this has 0 statements."),
    ("attach 'other.duckdb'", "A feed is one SELECT"),
    ("set threads = 8", "A feed is one SELECT"),
    ("create table x as select 1", "A feed is one SELECT"),
    ("install spatial", "A feed is one SELECT"),
    ("select * from '../secret.csv'", "A feed may read only files in the data folder."),
    ("select * from read_text('/etc/hostname')", "A feed may read only files in the data folder."),
    ("select * from 'raw/missing.csv'", "missing.csv"),
    ("selct 1", 'syntax error at or near "selct"'),
    ("select nothing from 'raw/published.csv'", '"nothing" not found'),
    ("select error('no')", "no"),
    ("select 1 as measure, 2 as period", "There is no column 'value'"),
]


@pytest.mark.parametrize(("text", "problem"), FAULTS)
def test_a_faulty_feed_is_a_problem_of_that_file_alone(
    tmp_path: Path, text: str, problem: str
) -> None:
    (tmp_path / "secret.csv").write_text(SOURCE)
    data = tmp_path / "data"
    outcome = feed(data, text, second=OBSERVATIONS)
    assert outcome.values == ["1.5", "2.5"]
    assert len(outcome.problems) == 1
    assert problem in outcome.problems[0]
    assert "\n" not in outcome.problems[0]


def test_a_feed_cannot_write(tmp_path: Path) -> None:
    feed(tmp_path, "copy (select 1) to 'raw/x.csv'")
    assert sorted(path.name for path in (tmp_path / "raw").iterdir()) == ["published.csv"]


def test_rows_of_a_feed_are_rejected_like_any_other(tmp_path: Path) -> None:
    outcome = feed(tmp_path, "select 'emission' as measure, 2019 as period, 5 as value")
    assert outcome.rows('select file, "row", reason from rejected') == [
        ("feeds/first.sql", 1, "unknown measure 'emission' (did you mean 'emissions'?)")
    ]
