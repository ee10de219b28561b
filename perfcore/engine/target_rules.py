"""Which target, with which boundaries, is in force from when until when?

Turns each measure's targets and dated margins into rules: stretches of time in which nothing
about a target changes. Targets that move (profile, line, comparator, improvement on last year)
have a rule for each period. Source: method 3.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Final

from perfcore.engine.boundaries import (
    Band,
    Boundaries,
    around,
    distance,
    first_inside,
    in_force,
    last_inside,
    stated,
)
from perfcore.engine.calendar_table import ordinal
from perfcore.engine.target_words import TargetWords, words
from perfcore.framework.model import Framework, Margin, Measure, Target
from perfcore.periods import Calendar, Period

FOR_EVER: Final = date(9999, 12, 31)
_MONTHLY_OR_COARSER: Final = frozenset(
    {"month", "quarter", "year", "academic_year", "calendar_year"}
)


@dataclass(frozen=True, slots=True)
class Known:
    """Figures that targets refer to.

    Attributes
    ----------
    periods
        For each frequency in use, all its periods in order.
    benchmarks
        Value of (measure, area code, first day of the period).
    published
        The council's own published value of (measure, first day of the period).
    """

    periods: Mapping[str, list[Period]]
    benchmarks: Mapping[tuple[str, str, date], Decimal]
    published: Mapping[tuple[str, date], Decimal]


@dataclass(frozen=True, slots=True)
class TargetRule:
    """A row of the table ``target_rule``; see ``03_targets.sql``.

    Attributes
    ----------
    from_day, to_day
        Periods starting on or after the first and before the second are judged by it.
    green_first ... exceptional_last
        Boundaries counted in the last decimal place of the published value, both inside.
    problem
        Why there is no figure to judge by, as a clause in words; empty if there is one.
    """

    rule: int
    measure: str
    kind: str
    form: str
    from_day: date
    to_day: date
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    green_low: Decimal | None = None
    green_high: Decimal | None = None
    amber_low: Decimal | None = None
    amber_high: Decimal | None = None
    exceptional_low: Decimal | None = None
    exceptional_high: Decimal | None = None
    green_first: int | None = None
    green_last: int | None = None
    amber_first: int | None = None
    amber_last: int | None = None
    exceptional_first: int | None = None
    exceptional_last: int | None = None
    tolerance: str = ""
    exceptional: str = ""
    since: str = ""
    why: str = ""
    problem: str = ""
    against: str = ""
    exceptional_because: str = ""
    amber_low_because: str = ""
    amber_high_because: str = ""
    red_low_because: str = ""
    red_high_because: str = ""


@dataclass(frozen=True, slots=True)
class Aim:
    """What a target asks for in one stretch of time; ``problem`` where it cannot be said."""

    low: Fraction = Fraction(0)
    high: Fraction = Fraction(0)
    problem: str = ""


@dataclass(frozen=True, slots=True)
class _Stretch:
    target: Target
    kind: str
    from_day: date
    to_day: date


def rules(framework: Framework, known: Known) -> Iterator[TargetRule]:
    """Every rule of a framework, numbered from 0."""
    number = 0
    for measure in framework.measures.values():
        for rule in _rules_of(measure, framework, known):
            yield rule(number)
            number += 1


def improves(measure: Measure) -> bool:
    """Whether a target of the measure is an improvement on its own earlier figures."""
    return any(target.form == "improve_on" for target in measure.targets)


def _rules_of(
    measure: Measure, framework: Framework, known: Known
) -> Iterator[Callable[[int], TargetRule]]:
    calendar = framework.organisation.calendar
    if measure.thresholds is not None and not measure.targets:
        yield _rule_of_thresholds(measure)
    for stretch in _stretches(measure):
        for from_day, to_day, aim in _aims(measure, stretch, framework, known):
            piece = _Stretch(stretch.target, stretch.kind, from_day, to_day)
            yield _rule(measure, piece, aim, calendar)


def _stretches(measure: Measure) -> Iterator[_Stretch]:
    changes = {margin.starts for margin in (*measure.tolerance, *measure.exceptional)} - {None}
    for kind in dict.fromkeys(target.kind for target in measure.targets):
        targets = [target for target in measure.targets if target.kind == kind]
        days = sorted({target.starts for target in targets} | {day for day in changes if day})
        for day, until in zip(days, [*days[1:], FOR_EVER], strict=True):
            started = [target for target in targets if target.starts <= day]
            if started:
                latest = max(target.starts for target in started)
                target = next(one for one in reversed(started) if one.starts == latest)
                yield _Stretch(target, kind, day, until)


def _aims(
    measure: Measure, stretch: _Stretch, framework: Framework, known: Known
) -> Iterator[tuple[date, date, Aim]]:
    target = stretch.target
    if target.form in ("value", "range"):
        yield stretch.from_day, stretch.to_day, _fixed(target)
        return
    for period in known.periods.get(measure.frequency, []):
        if stretch.from_day <= period.start < stretch.to_day:
            aim = _moving(measure, target, period, framework, known)
            yield period.start, _day_after(period), aim


def _day_after(period: Period) -> date:
    return date.fromordinal(period.end.toordinal() + 1)


def _fixed(target: Target) -> Aim:
    if target.value is not None:
        return Aim(Fraction(target.value), Fraction(target.value))
    return Aim(Fraction(target.low or 0), Fraction(target.high or 0))


def _moving(
    measure: Measure, target: Target, period: Period, framework: Framework, known: Known
) -> Aim:
    calendar = framework.organisation.calendar
    match target.form:
        case "profile":
            return _profile(target, period, calendar)
        case "line":
            return _line(target, period, calendar)
        case "comparator":
            return _comparator(measure, target, period, framework, known)
        case _:
            return _improvement(measure, target, period, calendar, known)


def _profile(target: Target, period: Period, calendar: Calendar) -> Aim:
    if period.frequency not in _MONTHLY_OR_COARSER:
        return Aim(problem=f"a monthly profile says nothing about a {period.frequency}")
    amount = target.profile.get(period.end.month)
    if amount is None:
        return Aim(problem=f"the target's profile has no figure for {calendar.label(period)}")
    return Aim(Fraction(amount), Fraction(amount))


def _line(target: Target, period: Period, calendar: Calendar) -> Aim:
    start, end = Fraction(target.start or 0), Fraction(target.end or 0)
    first = _first_period(calendar, target.starts, period)
    last = ordinal(calendar.containing(target.ends or target.starts, period.frequency))
    steps, done = last - first, ordinal(period) - first
    amount = end if done >= steps else start + (end - start) * done / steps
    return Aim(amount, amount)


def _first_period(calendar: Calendar, day: date, like: Period) -> int:
    containing = calendar.containing(day, like.frequency)
    return ordinal(containing) + (0 if containing.start == day else 1)


def _comparator(
    measure: Measure, target: Target, period: Period, framework: Framework, known: Known
) -> Aim:
    comparator = framework.comparators[target.comparator]
    if not comparator.code:
        return Aim(problem=f"{comparator.name} is a set of areas and has no single value")
    amount = known.benchmarks.get((measure.id, comparator.code, period.start))
    if amount is None:
        label = framework.organisation.calendar.label(period)
        return Aim(problem=f"the figure of {comparator.name} for {label} is not known")
    published = Fraction(amount.quantize(Decimal(1).scaleb(-measure.decimals), ROUND_HALF_UP))
    return Aim(published, published)


def _improvement(
    measure: Measure, target: Target, period: Period, calendar: Calendar, known: Known
) -> Aim:
    earlier = calendar.same_last_year(period)
    amount = known.published.get((measure.id, earlier.start))
    if amount is None:
        return Aim(problem=f"there is no figure for {calendar.label(earlier)} to improve on")
    wanted = distance(target.by or Margin(Decimal(0)), Fraction(amount))
    better = Fraction(amount) + (wanted if measure.good == "high" else -wanted)
    return Aim(better, better)


def _rule_of_thresholds(measure: Measure) -> Callable[[int], TargetRule]:
    assert measure.thresholds is not None
    green = measure.thresholds.green
    target = Target(form="value", starts=date.min, value=green)
    stretch = _Stretch(target, "local", date.min, FOR_EVER)
    return _rule(measure, stretch, _fixed(target), None)


def _rule(
    measure: Measure, stretch: _Stretch, aim: Aim, calendar: Calendar | None
) -> Callable[[int], TargetRule]:
    tolerance = in_force(measure.tolerance, stretch.from_day)
    exceptional = in_force(measure.exceptional, stretch.from_day)
    bands, texts = None, TargetWords("")
    if not aim.problem:
        bands = _bands(measure, aim, tolerance, exceptional)
        texts = words(measure, stretch.kind, bands, tolerance, exceptional) if bands else texts
    fields = {
        **_identity(measure, stretch, calendar),
        **_figures(stretch.target, aim),
        **_bounds(measure, bands),
        "tolerance": _written(tolerance),
        "exceptional": _written(exceptional),
        "problem": aim.problem,
        **{name: getattr(texts, name) for name in TargetWords.__slots__},
    }
    return lambda number: TargetRule(rule=number, **fields)


def _bands(
    measure: Measure, aim: Aim, tolerance: Margin | None, exceptional: Margin | None
) -> Boundaries | None:
    if measure.thresholds is not None:
        return stated(measure.good, measure.thresholds)
    return around(measure.good, aim.low, aim.high, tolerance, exceptional)


def _identity(measure: Measure, stretch: _Stretch, calendar: Calendar | None) -> dict[str, object]:
    target = stretch.target
    frequency = measure.frequency
    since = calendar.label(calendar.containing(target.starts, frequency)) if calendar else ""
    return {
        "measure": measure.id,
        "kind": stretch.kind,
        "form": target.form if calendar else "thresholds",
        "from_day": stretch.from_day,
        "to_day": stretch.to_day,
        "since": since,
        "why": target.why,
    }


def _figures(target: Target, aim: Aim) -> dict[str, object]:
    if aim.problem:
        return {}
    if target.form == "range":
        return {"low": target.low, "high": target.high}
    return {"value": _ten_places(aim.low)}


def _bounds(measure: Measure, bands: Boundaries | None) -> dict[str, object]:
    if bands is None:
        return {}
    found: dict[str, object] = {}
    for name, band in (
        ("green", bands.green),
        ("amber", bands.amber),
        ("exceptional", bands.exceptional or Band()),
    ):
        found[f"{name}_low"] = None if band.low is None else _ten_places(band.low)
        found[f"{name}_high"] = None if band.high is None else _ten_places(band.high)
        found[f"{name}_first"] = first_inside(band.low, measure.decimals)
        found[f"{name}_last"] = last_inside(band.high, measure.decimals)
    return found


def _written(margin: Margin | None) -> str:
    return "" if margin is None else str(margin)


def _ten_places(amount: Fraction) -> Decimal:
    top, bottom = 2 * abs(amount.numerator) * 10**10, 2 * amount.denominator
    digits = (top + amount.denominator) // bottom
    return Decimal(-digits if amount < 0 else digits).scaleb(-10)
