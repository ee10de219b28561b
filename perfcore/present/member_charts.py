"""What do the control charts of places or teams say, side by side?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from perfcore.present.variation.drawing import Named, drawing, spanned
from perfcore.present.variation.icons import variation_icon
from perfcore.present.variation.words import NOT_TESTED
from perfcore.views.control_chart import ControlChart
from perfcore.views.results import Result
from perfcore.views.signals import Signal
from perfcore.views.split import Split

MOST: Final = 18
_SIZE: Final = (276, 104)
_FIRST: Final = ("concern", "improvement", "neither", "ghost", "")
_SAID: Final = {
    "concern": "Getting worse by more than chance",
    "improvement": "Getting better by more than chance",
    "neither": "Changing by more than chance",
    "ghost": "The latest point is set aside in the framework",
    "": "No clear change: within normal variation",
}


@dataclass(frozen=True, slots=True)
class MemberChart:
    """The chart of one place or team."""

    name: str
    icon: Markup
    said: str
    drawing: Markup


@dataclass(frozen=True, slots=True)
class MemberCharts:
    """The charts, all on one scale.

    Attributes
    ----------
    title, note
        What they say together, and how to read them.
    drawn
        Those getting worse first, then in the order of the table.
    left
        Which are not drawn, and why, a sentence each.
    """

    title: str
    note: str
    drawn: tuple[MemberChart, ...]
    left: tuple[str, ...]


def member_charts(split: Split, own: Result, charts: Mapping[str, ControlChart]) -> MemberCharts:
    """The control charts of the members that have limits.

    Parameters
    ----------
    split
        The measure by the breakdown.
    own
        The measure's own result.
    charts
        By member.
    """
    names = [one.member for one in split.members if one.member in charts]
    limited = [name for name in names if charts[name].has_limits]
    limited.sort(key=lambda name: _FIRST.index(_kind(charts[name])))
    shown = limited[:MOST]
    target = float(own.target) if own.target is not None and split.facts.judged else None
    span = spanned([charts[name] for name in shown], target) if shown else None
    kinds = Counter(_kind(charts[name]) for name in limited)
    return MemberCharts(
        title=_title(len(limited), kinds, split.breakdown.name),
        note=_note(target is not None),
        drawn=tuple(
            MemberChart(
                name=name,
                icon=variation_icon(Signal(charts[name].points[-1].variation, refusal=""), 20),
                said=_SAID[_kind(charts[name])],
                drawing=drawing(
                    charts[name],
                    Named(name, own.frequency, own.unit, own.decimals),
                    _SIZE,
                    span,
                    target,
                ),
            )
            for name in shown
        ),
        left=tuple(_left(names, limited, charts)),
    )


def _kind(chart: ControlChart) -> str:
    return chart.points[-1].kind


def _title(number: int, kinds: Mapping[str, int], breakdown: str) -> str:
    worse, better = kinds.get("concern", 0), kinds.get("improvement", 0)
    said = f"{worse or 'None'} getting worse and {better or 'none'} getting better"
    return f"Is it real, by {breakdown.lower()}? {said} by more than chance, of {number}"


def _note(has_target: bool) -> str:
    aim = "; dashed, the target" if has_target else ""
    return (
        f"Shaded, where normal variation lies; the line in it is the mean{aim}. Squares: worse; "
        "crosses: better. All charts have one scale."
    )


def _left(
    names: Sequence[str], limited: Sequence[str], charts: Mapping[str, ControlChart]
) -> Iterator[str]:
    if len(limited) > MOST:
        yield f"{len(limited) - MOST} more are left out here; the table has their trends."
    reasons = Counter(charts[name].refusal for name in names if name not in limited)
    for refusal, number in reasons.items():
        why = NOT_TESTED.get(refusal, NOT_TESTED["too_few_points"])
        yield f"Not tested: {number}, {why}."
