"""What becomes of rows that say the same thing twice, or two things at once?"""

from __future__ import annotations

from pathlib import Path

from tests.intake.sending import send, take

HEAD = "measure,period,value,reported_on,numerator,denominator\n"


def test_identical_repeats_count_once_and_are_listed(tmp_path: Path) -> None:
    outcome = send(tmp_path, HEAD + "missed-bins,2020-06,5,,,\nmissed-bins,Jun 2020,5.0,,,\n")
    assert outcome.values == ["5"]
    assert outcome.rows('select "row", reason from rejected') == [
        (3, "repeats observations/sent.csv row 2, which is counted")
    ]


def test_two_values_of_one_vintage_are_both_rejected(tmp_path: Path) -> None:
    outcome = send(
        tmp_path,
        HEAD + "missed-bins,2020-06,5,,,\nmissed-bins,2020-06,6,,,\nmissed-bins,2020-06,5,,,\n",
    )
    assert outcome.values == []
    assert (
        outcome.reasons == ["different values reported on 2020-07-01 for one period: 5 and 6"] * 3
    )


def test_a_later_report_is_another_vintage(tmp_path: Path) -> None:
    sent = "missed-bins,2020-06,5,2020-07-01,,\nmissed-bins,2020-06,6,2020-08-01,,\n"
    assert send(tmp_path, HEAD + sent).values == ["5", "6"]


def test_one_value_of_different_parts_is_two_values(tmp_path: Path) -> None:
    sent = "recycling,2020/21 Q1,,,1,2\nrecycling,2020/21 Q1,,,2,4\n"
    assert (
        send(tmp_path, HEAD + sent).reasons
        == ["different values reported on 2020-07-01 for one period: 50 (1 of 2) and 50 (2 of 4)"]
        * 2
    )


def test_a_marker_against_a_value_is_two_values(tmp_path: Path) -> None:
    outcome = send(tmp_path, HEAD + "missed-bins,2020-06,5,,,\nmissed-bins,2020-06,[c],,,\n")
    assert len(outcome.reasons) == 2


def test_repeats_are_found_across_files(tmp_path: Path) -> None:
    send(tmp_path, HEAD + "missed-bins,2020-06,5,,,\n", "a.csv")
    outcome = send(tmp_path, HEAD + "missed-bins,2020-06,5,,,\n", "b.csv")
    assert outcome.rows("select file, reason from rejected") == [
        ("observations/b.csv", "repeats observations/a.csv row 2, which is counted")
    ]


def test_the_log_is_in_the_framework_s_order(tmp_path: Path) -> None:
    sent = (
        "emissions,2019,1,,,\nmissed-bins,2020-07,1,,,\nmissed-bins,2020-06,1,2020-09-01,,\n"
        "missed-bins,2020-06,1,2020-08-01,,\n"
    )
    outcome = send(tmp_path, HEAD + sent)
    assert outcome.rows('select "row" from observation') == [(5,), (4,), (3,), (2,)]


def test_the_same_folder_gives_the_same_tables(tmp_path: Path) -> None:
    rows = "".join(f"missed-bins,2020-{1 + i % 12:02d},{i % 7},,,\n" for i in range(200))
    send(tmp_path, HEAD + rows, "a.csv")
    send(tmp_path, HEAD + rows + "x,y,z,,,\n", "b.csv")
    first, second = take(tmp_path), take(tmp_path)
    for table in ("observation", "rejected", "intake_warning", "source_file"):
        assert first.rows(f"from {table}") == second.rows(f"from {table}")
