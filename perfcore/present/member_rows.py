"""What stands in each row of a breakdown's table?"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from perfcore.present import wording
from perfcore.present.member_chart import before
from perfcore.views.results import Result
from perfcore.views.split import Member, Split


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A member with what its row says beside its figures.

    Attributes
    ----------
    rank
        ``1``, ``12=``; empty without a figure.
    change
        From the earlier figure, in words short enough for a column; empty where there is none.
    share
        Of the whole: of what the rate is out of, or of the council's sum; empty where it has none.
    """

    member: Member
    rank: str
    was: Decimal | None
    change: str
    share: str


def member_rows(split: Split, own: Result, versus: str) -> tuple[MemberRow, ...]:
    """The rows of a split, in its order."""
    ranks = ranks_of(split)
    return tuple(
        MemberRow(
            member=member,
            rank=ranks.get(member.member, ""),
            was=before(member, versus),
            change=change(member, own, versus),
            share=shown_share(share_of(member, split)),
        )
        for member in split.members
    )


def total_row(split: Split, own: Result, versus: str) -> MemberRow:
    """The council's own row."""
    council = split.council
    return MemberRow(
        member=council,
        rank="",
        was=before(council, versus),
        change=change(council, own, versus),
        share="100%" if columns(split)["share"] else "",
    )


def ranks_of(split: Split) -> dict[str, str]:
    """Each member's place in the order, by name; equal values share one."""
    values = [member.value for member in split.valued]
    return {
        member.member: f"{values.index(member.value) + 1}"
        f"{'=' if values.count(member.value) > 1 else ''}"
        for member in split.valued
    }


def share_of(member: Member, split: Split) -> Decimal | None:
    """A member's share of the whole, 0 to 1; None where it is not known or means nothing."""
    council = split.council
    if split.facts.combine == "mean":
        return None
    whole, part = council.value, member.value
    if split.facts.judged:
        whole, part = council.denominator, member.denominator
    if whole is None or part is None or whole <= 0 or member.value is None:
        return None
    if any(one.value is not None and one.value < 0 for one in split.members):
        return None
    return part / whole


def shown_share(share: Decimal | None) -> str:
    """``17%``, ``under 1%``; empty for None."""
    if share is None:
        return ""
    return "under 1%" if 0 < share < Decimal("0.005") else f"{share:.0%}"


def change(member: Member, own: Result, versus: str) -> str:
    """The change from the earlier figure with its sign, in the measure's unit."""
    was = before(member, versus)
    if member.value is None or was is None:
        return ""
    moved = member.value - was
    sign = "+" if moved > 0 else ""
    if own.unit == "percent":
        return f"{sign}{wording.number(moved, own.decimals)}"
    return f"{sign}{wording.amount(moved, own.unit, own.decimals)}"


def compared_period(split: Split, own: Result, versus: str) -> str:
    """The period of the earlier figures, short; empty where there is none."""
    facts = split.facts
    key, starts = facts.before_period, facts.before_starts
    if versus == "year":
        key, starts = facts.year_period, facts.year_starts
    return wording.period(own.frequency, key, starts) if key else ""


def columns(split: Split) -> dict[str, bool]:
    """Which of the columns that not every measure has there are."""
    return {
        "out_of": any(member.denominator is not None for member in split.valued),
        "share": any(share_of(member, split) is not None for member in split.valued),
        "status": any(member.status != "monitor" for member in split.valued),
    }
