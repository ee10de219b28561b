"""What would somebody work out with pencil and paper?

An independent reading of docs/method.md, sections 1 to 4: one series at a time, exact fractions,
no SQL, nothing from perfcore.engine. Slow and obvious on purpose.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from perfcore.framework.model import DatedMargin, Framework, Margin, Measure, Target
from perfcore.periods import Calendar, Period
from tests.engine_runs import Benchmark, Observed

ANNUAL = ("year", "academic_year", "calendar_year")
Z = 1.959963984540054
COUNTED_OUT = 20_000
Key = tuple[str, str, str]


@dataclass(frozen=True)
class Figure:
    """One published figure, or the reason there is none."""

    period: Period
    value: Fraction | None = None
    raw: Fraction | None = None
    numerator: Fraction | None = None
    denominator: Fraction | None = None
    marker: str = ""
    refused: bool = False
    reported_on: date | None = None
    complete: bool = True
    parts: str = ""

    @property
    def usable(self) -> bool:
        return self.value is not None and self.marker == "" and self.complete


@dataclass(frozen=True)
class Verdict:
    """A row of ``status``, without its words."""

    value: Fraction | None
    numerator: Fraction | None
    denominator: Fraction | None
    target: Fraction | None
    target_low: Fraction | None
    target_high: Fraction | None
    status: str
    direction: str
    arrow: str
    method: str
    test: str
    short_difference: Fraction | None
    long_difference: Fraction | None
    marker: str
    complete: bool
    parts: str
    reported_on: date | None
    age_days: int
    due_on: date
    overdue_on: date
    first_status: str
    restated: bool
    increment: Fraction | None


@dataclass(frozen=True)
class Aim:
    """A target worked out for one period."""

    low: Fraction
    high: Fraction
    is_range: bool
    known: bool = True


class Oracle:
    """Everything about one framework as at one day."""

    def __init__(
        self,
        framework: Framework,
        observations: Iterable[Observed],
        as_at: date,
        benchmarks: Sequence[Benchmark] = (),
    ) -> None:
        self.framework = framework
        self.calendar: Calendar = framework.organisation.calendar
        self.as_at = as_at
        self.benchmarks = benchmarks
        self.vintages: dict[Key, dict[date, list[Figure]]] = defaultdict(lambda: defaultdict(list))
        self._read(observations)
        self.figures: dict[Key, dict[date, Figure]] = defaultdict(dict)
        for key, periods in self.vintages.items():
            for start, said in periods.items():
                self.figures[key][start] = said[-1]
        self._combine()

    # -- values (method 2) ------------------------------------------------------------------

    def _read(self, observations: Iterable[Observed]) -> None:
        dated = []
        for one in observations:
            measure = self.framework.measures[one.measure]
            period = self.calendar.parse(one.period, measure.frequency)
            reported = one.reported_on or period.end + timedelta(days=1)
            if reported <= self.as_at:
                dated.append((reported, period, one, measure))
        for reported, period, one, measure in sorted(dated, key=lambda row: row[0]):
            key = (one.measure, one.breakdown, one.member)
            self.vintages[key][period.start].append(_figure(one, measure, period, reported))

    def _combine(self) -> None:
        done: set[str] = set()

        def settle(measure: Measure) -> None:
            if measure.id in done:
                return
            done.add(measure.id)
            self._from_members(measure)
            parts = [
                self.framework.measures[d.measure] for d in measure.drivers if d.kind == "part"
            ]
            for part in parts:
                settle(part)
            if parts:
                self._from_parts(measure, parts)
                self._from_members(measure)

        for measure in self.framework.measures.values():
            settle(measure)

    def _from_members(self, measure: Measure) -> None:
        head = (measure.id, "", "")
        keys = [key for key in self.figures if key[0] == measure.id and key[1]]
        order = list(measure.breakdowns) + sorted(
            {key[1] for key in keys} - set(measure.breakdowns)
        )
        starts = {start for key in keys for start in self.figures[key]}
        for start in starts:
            if start in self.figures.get(head, {}):
                continue
            for breakdown in order:
                members = [key for key in keys if key[1] == breakdown]
                there = [self.figures[key][start] for key in members if start in self.figures[key]]
                if not any(one.value is not None for one in there):
                    continue
                period = there[0].period
                if period.end < self.as_at:
                    want = sum(self._expects_member(key, period) for key in members)
                    have = sum(one.value is not None for one in there)
                    total = _together(measure, there, have == want, f"{have} of {want} members")
                    self.figures[head][start] = total
                break

    def _expects_member(self, key: Key, period: Period) -> bool:
        mine = self.figures[key]
        if period.start in mine:
            return mine[period.start].marker != "not_applicable"
        before = self.calendar.shift(period, -1)
        return min(mine) <= period.start and max(mine) >= before.start

    def _from_parts(self, measure: Measure, parts: list[Measure]) -> None:
        combinations = {
            key[1:]
            for part in parts
            for key in list(self.figures)
            if key[0] == part.id and (key[1] == "" or key[1] in measure.breakdowns)
        }
        for breakdown, member in combinations:
            present = [part for part in parts if self.figures.get((part.id, breakdown, member))]
            if breakdown == "":
                present = parts
            self._sum_parts(measure, present, breakdown, member)

    def _sum_parts(
        self, measure: Measure, parts: list[Measure], breakdown: str, member: str
    ) -> None:
        own = (measure.id, breakdown, member)
        for period in self._ended_periods(measure):
            if period.start in self.figures.get(own, {}):
                continue
            needed = {part.id: self._periods_needed(measure, part, period) for part in parts}
            found = {
                part.id: [
                    self.figures.get((part.id, breakdown, member), {}).get(one.start)
                    for one in needed[part.id]
                ]
                for part in parts
            }
            pieces = [one for row in found.values() for one in row if one and one.value is not None]
            if not pieces:
                continue
            have, want, noun = _completeness(parts, needed, found)
            total = _together(measure, pieces, have == want, f"{have} of {want} {noun}")
            self.figures[own][period.start] = replace(total, period=period)

    def _ended_periods(self, measure: Measure) -> list[Period]:
        starts = [start for figures in self.figures.values() for start in figures]
        if not starts:
            return []
        period = self.calendar.containing(min(starts), measure.frequency)
        found = []
        while period.end < self.as_at:
            found.append(period)
            period = self.calendar.shift(period, 1)
        return found

    def _periods_needed(self, measure: Measure, part: Measure, period: Period) -> list[Period]:
        first = period.start
        if part.shape == "flow" and measure.shape == "cumulative":
            first = self.calendar.containing(period.start, "year").start
        if part.shape == "flow" and measure.shape == "rolling":
            after = period.end + timedelta(days=1)
            first = after.replace(year=after.year - 1)
        inside = []
        one = self.calendar.containing(first, part.frequency)
        while one.start <= period.end:
            if one.start >= first and one.end <= period.end:
                inside.append(one)
            one = self.calendar.shift(one, 1)
        if part.shape in ("stock", "rolling", "cumulative") or part.combine == "last":
            return inside[-1:]
        return inside

    # -- targets and status (method 3) ------------------------------------------------------

    def aim(self, measure: Measure, period: Period) -> tuple[str, Target | None, Aim | None]:
        """The deciding target's kind, itself and what it asks for; None where none decides."""
        if measure.thresholds and not measure.targets:
            green = Fraction(measure.thresholds.green)
            return "local", None, Aim(green, green, False)
        started = [target for target in measure.targets if target.starts <= period.start]
        kinds = {target.kind for target in started}
        if not kinds or ("local" not in kinds and len(kinds) > 1):
            return "", None, None
        kind = "local" if "local" in kinds else kinds.pop()
        same = [target for target in started if target.kind == kind]
        target = max(same, key=lambda one: one.starts)
        return kind, target, self._asked(measure, target, period)

    def _asked(self, measure: Measure, target: Target, period: Period) -> Aim:
        unknown = Aim(Fraction(0), Fraction(0), False, known=False)
        if target.form == "value":
            return _one(Fraction(target.value))
        if target.form == "range":
            return Aim(Fraction(target.low), Fraction(target.high), True)
        if target.form == "profile":
            amount = target.profile.get(period.end.month)
            coarse = period.frequency not in ("day", "week")
            return _one(Fraction(amount)) if amount is not None and coarse else unknown
        if target.form == "line":
            return _one(self._on_line(target, period))
        if target.form == "comparator":
            return self._benchmark(measure, target, period)
        earlier = self.calendar.same_last_year(period)
        last = self.figures.get((measure.id, "", ""), {}).get(earlier.start)
        if last is None or last.value is None or not last.complete:
            return unknown
        by = _size(target.by, last.value) if target.by else Fraction(0)
        return _one(last.value + by if measure.good == "high" else last.value - by)

    def _on_line(self, target: Target, period: Period) -> Fraction:
        first = self.calendar.containing(target.starts, period.frequency)
        if first.start < target.starts:
            first = self.calendar.shift(first, 1)
        last = self.calendar.containing(target.ends, period.frequency)
        steps, done, walker = 0, 0, first
        while walker.start < last.start:
            if walker.start < period.start:
                done += 1
            steps += 1
            walker = self.calendar.shift(walker, 1)
        start, end = Fraction(target.start), Fraction(target.end)
        return end if steps == 0 or done >= steps else start + (end - start) * done / steps

    def _benchmark(self, measure: Measure, target: Target, period: Period) -> Aim:
        code = self.framework.comparators[target.comparator].code
        known = [
            one
            for one in self.benchmarks
            if code
            and one.measure == measure.id
            and one.area_code == code
            and (one.reported_on is None or one.reported_on <= self.as_at)
            and self.calendar.parse(one.period, measure.frequency).start == period.start
        ]
        if not known:
            return Aim(Fraction(0), Fraction(0), False, known=False)
        latest = max(known, key=lambda one: one.reported_on or date.min)
        return _one(round_half_away(Fraction(latest.value), measure.decimals))

    def status(self, key: Key, figure: Figure) -> str:
        """The code of method 3 for one figure."""
        measure = self.framework.measures[key[0]]
        if figure.marker == "suppressed":
            return "suppressed"
        if figure.value is None:
            return "not_available"
        if key[1] and measure.combine not in ("ratio", "mean"):
            return "monitor"
        _, _, aim = self.aim(measure, figure.period)
        if aim is None or not aim.known or measure.good == "none":
            return "monitor"
        return _colour(measure, aim, figure.value, figure.period)

    # -- direction (method 4) ---------------------------------------------------------------

    def with_last_year(self, measure: Measure) -> bool:
        """Whether rule 1 applies."""
        special = measure.shape in ("rolling", "cumulative") or measure.seasonal
        return special and measure.frequency not in ANNUAL

    def earlier(self, key: Key, figure: Figure) -> list[Figure]:
        """Usable figures before this one, the nearest first."""
        mine = sorted(self.figures[key].items(), reverse=True)
        return [one for start, one in mine if start < figure.period.start and one.usable]

    def compared(self, key: Key, figure: Figure) -> Figure | None:
        """The figure this one is compared with."""
        if not figure.usable:
            return None
        if self.with_last_year(self.framework.measures[key[0]]):
            start = self.calendar.same_last_year(figure.period).start
            found = self.figures[key].get(start)
            return found if found and found.usable else None
        before = self.earlier(key, figure)
        return before[0] if before else None

    def direction(self, key: Key, figure: Figure) -> tuple[str, str]:
        """The result and the test used."""
        measure = self.framework.measures[key[0]]
        then = self.compared(key, figure)
        if then is None:
            return "too_few_points", "none"
        if figure.value == then.value:
            return "no_clear_change", "none"
        test, clear = _is_clear(measure, figure, then)
        if not clear:
            return "no_clear_change", test
        return self._word(key, measure, figure, then), test

    def _word(self, key: Key, measure: Measure, figure: Figure, then: Figure) -> str:
        up = figure.value > then.value
        if measure.good in ("high", "low"):
            return "improving" if up == (measure.good == "high") else "worsening"
        aim = None
        if measure.good == "range" and (not key[1] or measure.combine in ("ratio", "mean")):
            _, _, aim = self.aim(measure, figure.period)
        if aim is None or not aim.known or measure.thresholds:
            return "rising" if up else "falling"
        off_now, off_then = (_off(aim, one.value, measure) for one in (figure, then))
        if off_now == off_then:
            return "no_clear_change"
        return "improving" if off_now < off_then else "worsening"

    # -- the table --------------------------------------------------------------------------

    def verdicts(self) -> dict[tuple[str, str, str, str], Verdict]:
        """Every row of ``status`` by measure, breakdown, member, period."""
        found = {}
        for key, figures in self.figures.items():
            for figure in figures.values():
                found[(*key, figure.period.key)] = self._verdict(key, figure)
        for measure in self.framework.measures.values():
            for period in self._missing(measure):
                key = (measure.id, "", "")
                found[(*key, period.key)] = self._nothing(measure, period)
        return found

    def _verdict(self, key: Key, figure: Figure) -> Verdict:
        measure = self.framework.measures[key[0]]
        direction, test = self.direction(key, figure)
        then = self.compared(key, figure)
        before = self.earlier(key, figure) if figure.usable else []
        yearly = self.with_last_year(measure)
        long = then.value if yearly and then else None
        if not yearly and len(before) >= 4:
            long = sum(one.value for one in before[:4]) / 4
        target, low, high = self._shown_target(key, measure, figure.period)
        said = self.vintages.get(key, {}).get(figure.period.start, [figure])
        changed = any(
            (a.value, a.marker, a.refused) != (b.value, b.marker, b.refused)
            for a, b in pairwise(said)
        )
        return Verdict(
            value=figure.value,
            numerator=figure.numerator,
            denominator=figure.denominator,
            target=target,
            target_low=low,
            target_high=high,
            status=self.status(key, figure),
            direction=direction,
            arrow=_arrow(figure, then),
            method=_method(then, yearly),
            test=test,
            short_difference=figure.value - before[0].value if before else None,
            long_difference=None if long is None else figure.value - long,
            marker=figure.marker,
            complete=figure.complete,
            parts=figure.parts,
            reported_on=figure.reported_on,
            first_status=self.status(key, said[0]),
            restated=changed,
            increment=self._increment(key, measure, figure),
            **self._days(measure, figure.period),
        )

    def _nothing(self, measure: Measure, period: Period) -> Verdict:
        days = self._days(measure, period)
        status = "no_data" if self.as_at >= days["overdue_on"] else "not_due"
        target, low, high = self._shown_target((measure.id, "", ""), measure, period)
        return Verdict(
            value=None, numerator=None, denominator=None, target=target, target_low=low,
            target_high=high, status=status, direction="too_few_points", arrow="", method="none",
            test="none", short_difference=None, long_difference=None, marker="", complete=True,
            parts="", reported_on=None, first_status=status, restated=False, increment=None,
            **days,
        )  # fmt: skip

    def _days(self, measure: Measure, period: Period) -> dict[str, object]:
        due = period.end + timedelta(days=measure.due_after)
        return {
            "age_days": (self.as_at - period.end).days,
            "due_on": due,
            "overdue_on": due + timedelta(days=1),
        }

    def _shown_target(
        self, key: Key, measure: Measure, period: Period
    ) -> tuple[Fraction | None, Fraction | None, Fraction | None]:
        _, _, aim = self.aim(measure, period)
        if aim is None or not aim.known or (key[1] and measure.combine not in ("ratio", "mean")):
            return None, None, None
        return (None, aim.low, aim.high) if aim.is_range else (aim.low, None, None)

    def _missing(self, measure: Measure) -> list[Period]:
        mine = self.figures.get((measure.id, "", ""), {})
        last = self.calendar.containing(self.as_at, measure.frequency)
        if last.end >= self.as_at:
            last = self.calendar.shift(last, -1)
        period = self._first_expected(measure, mine, last)
        found = []
        while period.start <= last.start:
            retired = measure.retired and period.start >= measure.retired.starts
            if period.start not in mine and not retired:
                found.append(period)
            period = self.calendar.shift(period, 1)
        return found

    def _first_expected(self, measure: Measure, mine: dict[date, Figure], last: Period) -> Period:
        if mine:
            return self.calendar.containing(min(mine), measure.frequency)
        first = self.calendar.containing(self.as_at, "year").start
        promised = [target.starts for target in measure.targets]
        if promised and min(promised) <= self.as_at:
            first = min(promised)
        period = self.calendar.containing(first, measure.frequency)
        if promised and min(promised) <= self.as_at and period.start < first:
            period = self.calendar.shift(period, 1)
        return min(period, last, key=lambda one: one.start)

    def _increment(self, key: Key, measure: Measure, figure: Figure) -> Fraction | None:
        if measure.shape != "cumulative" or figure.value is None:
            return None
        resets = not measure.epidemic and measure.frequency not in ("day", "week")
        year = self.calendar.containing(figure.period.start, "year").start if resets else date.min
        before = [
            one
            for start, one in sorted(self.figures[key].items())
            if year <= start < figure.period.start and one.value is not None
        ]
        if not before:
            return figure.value if not resets or figure.period.start == year else None
        directly = self.calendar.shift(before[-1].period, 1).start == figure.period.start
        return figure.value - before[-1].value if directly else None


def round_half_away(amount: Fraction, decimals: int) -> Fraction:
    """Rounded to decimals, a half away from zero."""
    scaled = abs(amount) * 10**decimals
    whole = scaled.numerator // scaled.denominator
    if scaled - whole >= Fraction(1, 2):
        whole += 1
    rounded = Fraction(whole, 10**decimals)
    return -rounded if amount < 0 else rounded


def _figure(one: Observed, measure: Measure, period: Period, reported: date) -> Figure:
    numerator, denominator = _fraction(one.numerator), _fraction(one.denominator)
    blank = Figure(
        period, raw=_fraction(one.value), numerator=numerator, denominator=denominator,
        marker=one.marker, reported_on=reported,
    )  # fmt: skip
    if one.marker == "low":
        return replace(blank, value=Fraction(0))
    if one.marker:
        return blank
    if numerator is not None and denominator:
        value = round_half_away(numerator / denominator * measure.scale, measure.decimals)
        return replace(blank, value=value)
    if one.value is not None:
        return replace(blank, value=round_half_away(Fraction(one.value), measure.decimals))
    return replace(blank, marker="not_available", refused=True)


def _together(measure: Measure, pieces: list[Figure], complete: bool, parts: str) -> Figure:
    usable = [one for one in pieces if one.value is not None]
    blank = Figure(
        pieces[0].period,
        reported_on=max(one.reported_on for one in usable),
        complete=complete,
        parts=parts,
    )
    if measure.combine == "ratio":
        if any(one.numerator is None or one.denominator is None for one in usable):
            return replace(blank, marker="not_available", refused=True)
        numerator = sum((one.numerator for one in usable), Fraction(0))
        denominator = sum((one.denominator for one in usable), Fraction(0))
        blank = replace(blank, numerator=numerator, denominator=denominator)
        if denominator == 0:
            return replace(blank, marker="not_available", refused=True)
        return replace(
            blank,
            value=round_half_away(numerator / denominator * measure.scale, measure.decimals),
        )
    total = sum((one.value if one.raw is None else one.raw for one in usable), Fraction(0))
    if measure.combine == "mean":
        return replace(blank, value=round_half_away(total / len(usable), measure.decimals))
    return replace(blank, raw=total, value=round_half_away(total, measure.decimals))


def _completeness(
    parts: list[Measure],
    needed: dict[str, list[Period]],
    found: dict[str, list[Figure | None]],
) -> tuple[int, int, str]:
    present = {part: [_present(one) for one in row] for part, row in found.items()}
    several = max(len(row) for row in needed.values()) > 1
    if several and len({part.frequency for part in parts}) == 1:
        starts = sorted({one.start for row in needed.values() for one in row})
        have = sum(
            all(
                here
                for part in needed
                for one, here in zip(needed[part], present[part], strict=True)
                if one.start == start
            )
            for start in starts
        )
        return have, len(starts), parts[0].frequency.replace("_", " ") + "s"
    return sum(all(row) for row in present.values()), len(parts), "parts"


def _present(figure: Figure | None) -> bool:
    if figure is None:
        return False
    return figure.marker == "not_applicable" or (figure.value is not None and figure.complete)


def _colour(measure: Measure, aim: Aim, value: Fraction, period: Period) -> str:
    if measure.thresholds:
        return _by_thresholds(measure, value)
    margin = _margin(measure.tolerance, period)
    better = _margin(measure.exceptional, period)
    allowed_low = _size(margin, aim.low) if margin else Fraction(0)
    allowed_high = _size(margin, aim.high) if margin else Fraction(0)
    match measure.good:
        case "high":
            if better and value >= aim.low + _size(better, aim.low):
                return "exceptional"
            green, amber = value >= aim.low, value >= aim.low - allowed_low
        case "low":
            if better and value <= aim.high - _size(better, aim.high):
                return "exceptional"
            green, amber = value <= aim.high, value <= aim.high + allowed_high
        case _:
            green = aim.low <= value <= aim.high
            amber = aim.low - allowed_low <= value <= aim.high + allowed_high
    return "green" if green else "amber" if amber else "red"


def _by_thresholds(measure: Measure, value: Fraction) -> str:
    bounds = measure.thresholds
    if measure.good == "range":
        return "monitor"
    sign = 1 if measure.good == "high" else -1
    if bounds.exceptional is not None and sign * value >= sign * Fraction(bounds.exceptional):
        return "exceptional"
    if sign * value >= sign * Fraction(bounds.green):
        return "green"
    return "amber" if sign * value >= sign * Fraction(bounds.amber) else "red"


def _margin(margins: tuple[DatedMargin, ...], period: Period) -> Margin | None:
    found = None
    for one in sorted(margins, key=lambda margin: margin.starts or date.min):
        if one.starts is None or one.starts <= period.start:
            found = one.margin
    return found


def _size(margin: Margin, bound: Fraction) -> Fraction:
    amount = Fraction(margin.amount)
    return amount * abs(bound) / 100 if margin.relative else amount


def _one(amount: Fraction) -> Aim:
    return Aim(amount, amount, False)


def _off(aim: Aim, value: Fraction, measure: Measure) -> Fraction:
    return max(aim.low - value, value - aim.high, Fraction(0))


def _is_clear(measure: Measure, now: Figure, then: Figure) -> tuple[str, bool]:
    if all(_proportion(one) for one in (now, then)):
        low, high = newcombe(now.numerator, now.denominator, then.numerator, then.denominator)
        return "newcombe", low > 0 or high < 0
    counted = measure.unit == "count" and measure.decimals == 0 and now.numerator is None
    if counted and now.value >= 0 and then.value >= 0:
        return "poisson", poisson_differs(int(now.value), int(then.value))
    noise = _size(measure.noise, then.value)
    return "noise", abs(now.value - then.value) >= noise


def _proportion(one: Figure) -> bool:
    n, d = one.numerator, one.denominator
    if n is None or d is None:
        return False
    return n.denominator == 1 and d.denominator == 1 and 0 <= n <= d and d > 0


def newcombe(n1: Fraction, d1: Fraction, n2: Fraction, d2: Fraction) -> tuple[float, float]:
    """The 95% interval of a difference of two proportions (Newcombe 1998, method 10)."""
    p1, p2 = float(n1 / d1), float(n2 / d2)
    l1, u1 = wilson(float(n1), float(d1))
    l2, u2 = wilson(float(n2), float(d2))
    low = p1 - p2 - math.sqrt((p1 - l1) ** 2 + (u2 - p2) ** 2)
    high = p1 - p2 + math.sqrt((u1 - p1) ** 2 + (p2 - l2) ** 2)
    return low, high


def wilson(n: float, d: float) -> tuple[float, float]:
    """Wilson's 95% interval, as Newcombe writes it."""
    middle = 2 * n + Z * Z
    root = Z * math.sqrt(Z * Z + 4 * n * (1 - n / d))
    return (middle - root) / (2 * (d + Z * Z)), (middle + root) / (2 * (d + Z * Z))


def poisson_differs(first: int, second: int) -> bool:
    """The exact two-sided comparison of two counts at 95%.

    Given their total, one of two equal counts is binomial with probability a half; twice the tail
    is all outcomes less those strictly between the two. Hoeffding's bound settles the tails that
    would be long to sum, and the normal curve the totals too large for whole numbers.
    """
    total, smaller = first + second, min(first, second)
    if total == 0:
        return False
    away = total / 2 - smaller
    if 2 * math.exp(-2 * away * away / total) < 0.049:
        return True
    if total > COUNTED_OUT:
        return 2 * (away - 0.5) / math.sqrt(total) >= Z
    outcome, between = math.comb(total, smaller + 1), 0
    for k in range(smaller + 1, total - smaller):
        between += outcome
        outcome = outcome * (total - k) // (k + 1)
    return Fraction(2**total - between, 2**total) <= Fraction(1, 20)


def _arrow(figure: Figure, then: Figure | None) -> str:
    if then is None:
        return ""
    if figure.value == then.value:
        return "level"
    return "up" if figure.value > then.value else "down"


def _method(then: Figure | None, yearly: bool) -> str:
    if then is None:
        return "none"
    return "same_period_last_year" if yearly else "previous_period"


def _fraction(amount: Decimal | None) -> Fraction | None:
    return None if amount is None else Fraction(amount)
