"""Is every row accounted for, whatever is sent?"""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfcore.errors import IntakeError
from perfcore.intake.report import account
from tests.intake.sending import Outcome, send, send_row

COLUMNS = ("measure", "period", "value", "numerator", "denominator", "breakdown", "member")
NASTY = st.text(st.characters(exclude_categories=("Cs",)), max_size=6)
CELLS = st.tuples(
    st.sampled_from(["missed-bins", "recycling", "Calls answered", "nothing"]) | NASTY,
    st.sampled_from(["2020-06", "2020/21 Q1", "2020-W23", "2019-20 (prov)"]) | NASTY,
    st.sampled_from(["5", "[c]", "1,234", "1,5", "", "5%"]) | NASTY,
    st.sampled_from(["", "1", "[c]"]) | NASTY,
    st.sampled_from(["", "0", "3"]) | NASTY,
    st.sampled_from(["", "team", "ward"]) | NASTY,
    st.sampled_from(["", "North"]) | NASTY,
)


def taken(content: str | bytes) -> Outcome:
    with TemporaryDirectory() as folder:
        return send(Path(folder), content)


@settings(max_examples=40, deadline=None)
@given(st.lists(CELLS, max_size=25))
def test_rows_read_are_rows_accepted_plus_rejected(rows: list[tuple[str, ...]]) -> None:
    text = io.StringIO()
    csv.writer(text).writerows([COLUMNS, *rows])
    report = taken(text.getvalue()).report
    blank = sum(1 for row in rows if not any(row))
    assert report.read in (len(rows), len(rows) - blank)
    assert report.read == report.accepted + report.rejected


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_can_break_the_intake(content: bytes) -> None:
    report = taken(b"measure,period,value\nmissed-bins,2020-06,5\n" + content).report
    assert report.read == report.accepted + report.rejected
    assert report.files == 1


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.decimals(min_value=-(10**17), max_value=10**17, places=10, allow_nan=False),
        min_size=1,
        max_size=12,
    )
)
def test_a_number_comes_out_as_it_went_in(numbers: list[Decimal]) -> None:
    rows = [f"missed-bins,{2000 + i}-01,{number:f}" for i, number in enumerate(numbers)]
    outcome = taken("\n".join(["measure,period,value", *rows]))
    assert [value for (value,) in outcome.rows("select value from observation")] == numbers


@settings(max_examples=30, deadline=None)
@given(st.lists(st.floats(-1e12, 1e12), min_size=1, max_size=12))
def test_a_double_comes_out_as_its_shortest_spelling(numbers: list[float]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "observations" / "sent.parquet"
        path.parent.mkdir()
        duckdb.execute(
            "copy (select 'missed-bins' as measure, (2000 + i) || '-01' as period, $n[i] as value "
            f"from range(1, {len(numbers) + 1}) t(i)) to '{path}'",
            {"n": numbers},
        )
        outcome = send(Path(folder), b"", ".ignored")
    spelled = [
        Decimal(repr(number)).quantize(Decimal("1e-10"), "ROUND_HALF_UP") for number in numbers
    ]
    assert [value for (value,) in outcome.rows("select value from observation")] == spelled


def test_a_lost_row_stops_the_build(tmp_path: Path) -> None:
    outcome = send_row(tmp_path)
    outcome.connection.execute("delete from observation")
    with pytest.raises(IntakeError, match="1 rows were read, but 0 accepted and 0 rejected"):
        account(outcome.connection)
