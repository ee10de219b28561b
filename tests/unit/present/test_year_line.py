"""Does last year's line stand under this year's, month above month?"""

from __future__ import annotations

import re

from perfcore.present.year_line import year_line
from perfcore.views.year_lines import YearLine, YearPoint


def points(*values: float | None, target: float | None = None) -> tuple[YearPoint, ...]:
    return tuple(
        YearPoint(place, value, target) for place, value in enumerate(values) if value is not None
    )


def path(svg: str, name: str) -> str:
    found = re.search(f'class="{name}" d="([^"]*)"', svg)
    return found[1] if found else ""


def across(d: str) -> list[str]:
    return re.findall(r"[ML]([\d.]+)", d)


def test_the_same_month_stands_at_the_same_place() -> None:
    svg = year_line(YearLine(4, points(5, 6), points(1, 2, 3, 4)))
    assert across(path(svg, "sp-line")) == across(path(svg, "sp-before"))[:2]
    assert len(across(path(svg, "sp-before"))) == 4


def test_a_missing_month_leaves_a_gap() -> None:
    svg = year_line(YearLine(4, points(5, None, 6), points(1, 2)))
    assert path(svg, "sp-line").count("M") == 2


def test_the_target_is_drawn_only_where_there_is_one() -> None:
    assert "sp-target" not in year_line(YearLine(4, points(5), points(1)))
    assert path(year_line(YearLine(4, points(5, 6, target=3), points(1))), "sp-target")


def test_says_both_years_in_words() -> None:
    svg = year_line(YearLine(4, points(5, 6), points(1, 2, 3)))
    assert (
        'aria-label="This year from 5 to 6; at the same time last year 2; last year from 1 to 3"'
        in svg
    )


def test_last_years_same_month_may_be_missing() -> None:
    assert "at the same time" not in year_line(YearLine(4, points(5, 6), points(1)))
