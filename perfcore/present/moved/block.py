"""How is the part of a page made that says what moved a measure?"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from perfcore.present import render, wording
from perfcore.present.apportioned import Apportioned, Rounded, apportioned
from perfcore.present.moved import words
from perfcore.present.moved.waterfall import waterfall
from perfcore.present.refused import NOT_SPLIT, WITHOUT_COUNTS, refused
from perfcore.views.contributions import Contribution, Contributions
from perfcore.views.moved import Moved


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table, as it is printed; empty where there is nothing to say."""

    name: str
    was: str
    now: str
    share_was: str
    share_now: str
    rate: str
    mix: str
    both: str


def moved_block(moved: Moved | None) -> str:
    """The waterfall, the table and the ways back, or why there are none."""
    if moved is None:
        return ""
    found = moved.chosen
    why = why_not(moved)
    made = apportioned(found) if found is not None and not why else None
    return render.page(
        "drill-down-moved",
        moved=moved,
        found=found,
        why=why,
        told=words,
        made=made,
        lines=_lines(found, made, moved) if found is not None and made else (),
        total=_total(found, made) if found is not None and made else None,
        drawing=_drawing(found, made, moved) if found is not None and made else "",
        with_mix=found is not None and found.whole.rule == "ratio" and _moves(found),
        long=made is not None and len(made.rows) > 15,
    )


def _drawing(found: Contributions, made: Apportioned, moved: Moved) -> Markup:
    target = moved.gaps.whole.value_from if moved.gaps and _moves(found) else None
    return waterfall(found, made, words.noun(moved), target)


def why_not(moved: Moved) -> str:
    """Why there is nothing to show; empty where there is."""
    if moved.by is None:
        return WITHOUT_COUNTS if moved.without_counts else NOT_SPLIT
    if moved.chosen is None:
        return "It cannot be taken apart: there is no figure for the period."
    return refused(moved.chosen.whole)


def _moves(found: Contributions) -> bool:
    return found.whole.versus != "target"


def _lines(found: Contributions, made: Apportioned, moved: Moved) -> tuple[Line, ...]:
    lines = [_line(one, found, moved) for one in made.rows]
    if made.rounding:
        both = _printed(made.rounding, found)
        lines.append(Line("Rounding", "", "", "", "", "", "", both))
    return tuple(lines)


def _line(one: Rounded, found: Contributions, moved: Moved) -> Line:
    row, whole = one.row, found.whole
    return Line(
        name=words.row_name(row, words.noun(moved)),
        was=_value(row, row.value_from, found),
        now=_value(row, row.value_to, found),
        share_was=_share(row.denominator_from, [r.denominator_from for r in found.rows]),
        share_now=_share(row.denominator_to, [r.denominator_to for r in found.rows]),
        rate="" if one.rate is None else _printed(one.rate, found),
        mix="" if one.mix is None or whole.versus == "target" else _printed(one.mix, found),
        both=_printed(one.contribution, found),
    )


def _total(found: Contributions, made: Apportioned) -> Line:
    whole = found.whole
    return Line(
        name="Council",
        was=wording.amount(whole.value_from or Decimal(0), whole.unit, whole.decimals),
        now=wording.amount(whole.value_to or Decimal(0), whole.unit, whole.decimals),
        share_was="",
        share_now="",
        rate="" if made.rate is None else _printed(made.rate, found),
        mix="" if made.mix is None else _printed(made.mix, found),
        both=_printed(made.total, found),
    )


def _share(part: Decimal | None, parts: list[Decimal | None]) -> str:
    """A member's share of what all that are shown are out of."""
    whole = sum((one for one in parts if one is not None), Decimal(0))
    if part is None or whole <= 0 or part < 0:
        return ""
    share = part / whole
    return "under 1%" if 0 < share < Decimal("0.005") else f"{share:.0%}"


def _value(row: Contribution, value: Decimal | None, found: Contributions) -> str:
    if value is None:
        return "" if row.kind == "unexplained" else "none"
    if found.whole.rule == "product":
        return f"{value.normalize():,f}"
    return wording.amount(value, found.whole.unit, found.whole.decimals)


def _printed(value: Decimal, found: Contributions) -> str:
    sign = "+" if value > 0 else ""
    return f"{sign}{wording.number(value, found.whole.decimals)}"
