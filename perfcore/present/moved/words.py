"""How is a change or a gap told: what happened, and who accounts for it?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from perfcore.present import wording
from perfcore.present.headlines import LONGEST
from perfcore.views.contributions import PARTS, Contribution, Contributions, Decomposition
from perfcore.views.moved import Moved
from perfcore.views.reckoning import Outcome
from perfcore.views.way_back import WayBack

_SHARES: Final = (
    (1.05, "more than all"),
    (0.95, "all"),
    (0.85, "almost all"),
    (0.72, "about three quarters"),
    (0.6, "about two thirds"),
    (0.45, "about half"),
    (0.3, "about a third"),
)
_GOALS: Final = {"amber": "within tolerance", "green": "on target"}
_MET: Final = ("green", "exceptional")


def headline(moved: Moved) -> str:
    """The change or gap and who accounts for it; empty where there is nothing to tell.

    In as many words as fit: the measure's name is left out before anything else.
    """
    found = moved.chosen
    if found is None or not found.rows or not found.whole.change:
        return ""
    for name in (found.whole.name, "It"):
        sentence = f"{_happened(found.whole, name)}{_accounted(found, noun(moved))}."
        if len(sentence) < LONGEST:
            return sentence
    return ""


def heading(moved: Moved) -> str:
    """The heading of the part of the page."""
    if moved.by is None or moved.chosen is None:
        return "What moved it"
    if moved.chosen.whole.versus == "target":
        return f"Which {_nouns(moved)} keep it from target"
    return f"Which {_nouns(moved)} moved it"


def about(moved: Moved) -> str:
    """What the columns mean, under the heading."""
    found = moved.chosen
    if found is None or not found.rows or moved.by is None:
        return ""
    one, versus = noun(moved), found.whole.versus
    if found.whole.rule == "product":
        return "What each factor adds to the change of the product, with the others at their mean."
    if found.whole.rule == "sum":
        return f"The change of each {one}; together they are the change of the whole."
    if versus == "target":
        return f"How far each {one} takes the council from its target, by rate and size."
    return f"Rate: how well each {one} did. Mix: how much of the work each had."


def between(whole: Decomposition, *, short: bool = False) -> str:
    """``July to September 2020 minus April to June 2020``."""
    now = wording.period(whole.frequency, whole.period, whole.starts, short=short)
    return f"{now} minus {compared_with(whole, short=short)}"


def compared_with(whole: Decomposition, *, short: bool = True) -> str:
    """The period compared with, or ``target``."""
    if whole.versus == "target":
        return "target"
    return wording.period(
        whole.frequency, whole.compared_period, whole.compared_starts, short=short
    )


def caution(moved: Moved, rounding: Decimal) -> str:
    """What has to be known beside the figures; empty where nothing has.

    Parameters
    ----------
    moved
        The difference that is shown.
    rounding
        What the rounded rows lack to the published difference.
    """
    found = moved.chosen
    if found is None or not found.rows:
        return ""
    said = [*_cautions(found, noun(moved), rounding)]
    said.append("They describe where the difference came from, not why.")
    return " ".join(said)


def row_name(row: Contribution, one: str) -> str:
    """What a row is called."""
    if row.kind == "withheld":
        return f"c, {row.members} withheld together"
    return row.name or f"Not in any {one}"


def if_met(moved: Moved) -> str:
    """``If Weymouth and Portland had met target the council would be on target.``."""
    first = _worst(moved)
    if first is None or moved.worst_met is None:
        return ""
    status = wording.STATUS_WORDS[moved.worst_met.status].lower()
    still = "still " if moved.worst_met.status == "red" else ""
    return f"If {first.name} had met target the council would be {still}{status}."


def if_met_sums(moved: Moved) -> str:
    """The sums behind :func:`if_met`."""
    first, gaps, outcome = _worst(moved), moved.gaps, moved.worst_met
    if first is None or gaps is None or outcome is None or gaps.whole.value_from is None:
        return ""
    whole, aim = gaps.whole, gaps.whole.value_from
    target = _aim(whole)
    counted = _counted(first, aim, whole)
    at = f"At {target} {counted}. " if counted else ""
    reached = wording.in_full(outcome.value, whole.unit, whole.decimals)
    return f"{at}The council would be at {reached} against a target of {target}."


def way_told(way: WayBack, whole: Decomposition) -> str:
    """What a way back comes to, in one sentence."""
    status = wording.STATUS_WORDS[way.outcome.status].lower()
    reached = wording.in_full(way.outcome.value, whole.unit, whole.decimals)
    if not way.steps:
        return f"Even with all that are shown at target the council would be at {reached}."
    names = [step.row.name for step in way.steps]
    if len(names) > 4:
        names = [*names[:3], f"{len(names) - 3} more"]
    listed = wording.listed(names)
    return f"Bringing {listed} to target would bring the council to {reached}: {status}."


def goal_word(way: WayBack) -> str:
    """``within tolerance``."""
    return _GOALS[way.goal]


def needed(way: WayBack, whole: Decomposition, place: int) -> str:
    """The value that one member on the way back needs."""
    value = wording.in_full(way.steps[place].value_needed, whole.unit, whole.decimals)
    if whole.good == "low":
        return f"{value} or less"
    return f"{value} or more" if whole.good == "high" else value


def that_is(way: WayBack, place: int) -> str:
    """The same in what is counted: ``267 fewer, out of 70,682``; empty where nothing is counted."""
    step = way.steps[place]
    more, out_of = step.more, step.row.denominator_to
    had = step.row.numerator_to
    if out_of is None or had is None or had > out_of or more != more.to_integral_value():
        return ""
    word = "more" if more > 0 else "fewer"
    return f"{wording.number(abs(more), 0)} {word}, out of {wording.number(out_of, 0)}"


def _happened(whole: Decomposition, name: str) -> str:
    now = _value_of(whole)
    if whole.versus == "target":
        return f"{name} is at {now} against a target of {_aim(whole)}"
    then = wording.in_full(whole.value_from or Decimal(0), whole.unit, whole.decimals)
    if now == then:
        return f"{name} stayed at {now}"
    return f"{name} {'rose' if (whole.change or 0) > 0 else 'fell'} from {then} to {now}"


def _accounted(found: Contributions, one: str) -> str:
    whole, change = found.whole, found.whole.change or 0.0
    with_it = [row for row in found.members if row.contribution * change > 0]
    against = [row for row in found.members if row.contribution * change < 0]
    first = max(with_it, key=lambda row: abs(row.contribution), default=None)
    other = max(against, key=lambda row: abs(row.contribution), default=None)
    if first is None:
        return ""
    least = 0.5 * 10.0**-whole.decimals
    if other is not None and abs(other.contribution) > max(abs(change), least):
        pulled = f"{_signed(first, whole)}) and {other.name} ({_signed(other, whole)}"
        return f": {first.name} ({pulled}) pull in opposite ways"
    if whole.value_from == whole.value_to:
        return ""
    what, share = _what(whole), first.contribution / change
    words = next((word for least, word in _SHARES if share >= least), "")
    if words:
        return f", and {first.name} accounts for {words} of the {what}"
    return f"; no single {one} accounts for a third of the {what}"


def _what(whole: Decomposition) -> str:
    """What the difference is: a rise, a fall, a gap to target, or what is beyond it."""
    rises = (whole.change or 0.0) > 0
    if whole.versus != "target":
        return "rise" if rises else "fall"
    beyond = rises if whole.good == "high" else not rises
    return "margin" if beyond and whole.good in ("high", "low") else "gap"


def _worst(moved: Moved) -> Contribution | None:
    return next((step.row for way in moved.back for step in way.steps), None)


def _counted(row: Contribution, aim: Decimal, whole: Decomposition) -> str:
    """``it would have had 81 of its 148, not 62``; only of a percentage of counts."""
    had, out_of = row.numerator_to, row.denominator_to
    if whole.scale != 100 or had is None or out_of is None or had > out_of:
        return ""
    if had != had.to_integral_value() or out_of != out_of.to_integral_value():
        return ""
    would = wording.number(aim * out_of / whole.scale, 0)
    said = f"it would have had {would} of its {wording.number(out_of, 0)}"
    return f"{said}, not {wording.number(had, 0)}"


def _cautions(found: Contributions, one: str, rounding: Decimal) -> Iterator[str]:
    if rounding:
        yield "What rounding leaves stands in a row of its own."
    elif found.whole.rule == "ratio" and found.whole.versus != "target":
        yield "Rate and mix add up exactly to the change."
    if any(row.kind == "unexplained" for row in found.rows):
        yield f"What stands in no {one} is the difference between their total and the council's."
    if any(row.kind == "withheld" for row in found.rows):
        yield "Withheld on either side: shown together, so that no single figure can be worked out."
    if found.whole.shape == "rolling" and found.whole.versus == "previous":
        yield "Two rolling years overlap: the newest month came in, and the oldest went out."


def noun(moved: Moved) -> str:
    """What one member is called: ``ward``."""
    if moved.by is None or moved.by.id == PARTS:
        return "part"
    name = moved.by.name
    return name if name.isupper() else f"{name[:1].lower()}{name[1:]}"


def _nouns(moved: Moved) -> str:
    one = noun(moved)
    if one.endswith("y"):
        return f"{one[:-1]}ies"
    return one if one.endswith("s") else f"{one}s"


def _signed(row: Contribution, whole: Decomposition) -> str:
    value = Decimal(repr(row.contribution))
    sign = "+" if value > 0 else ""
    return f"{sign}{wording.number(value, whole.decimals)}"


def _aim(whole: Decomposition) -> str:
    amount = whole.value_from or Decimal(0)
    return wording.in_full(amount, whole.unit, _places(amount, whole.decimals))


def _places(amount: Decimal, decimals: int) -> int:
    """None of a whole target; else its measure's, or more where it has more."""
    if amount == amount.to_integral_value():
        return 0
    exponent = amount.normalize().as_tuple().exponent
    return max(decimals, -exponent) if isinstance(exponent, int) else decimals


def outcome_told(outcome: Outcome, whole: Decomposition, chance: str = "") -> str:
    """What the council would come to, and by ``chance`` how likely the year's target would be.

    Parameters
    ----------
    outcome
        The whole as supposed.
    whole
        The whole as it is.
    chance
        A sentence about the year's end, where a forecast gives one.
    """
    then = wording.in_full(outcome.value, whole.unit, whole.decimals)
    now = _value_of(whole)
    same = " as it is now" if then == now else f", not {now}"
    status = wording.STATUS_WORDS[outcome.status].lower()
    return " ".join(filter(None, (f"The council would be at {then}{same}: {status}.", chance)))


def _value_of(whole: Decomposition) -> str:
    return wording.in_full(whole.value_to or Decimal(0), whole.unit, whole.decimals)
