"""What would somebody work out with pencil and paper?

An independent reading of docs/method.md, sections 1 to 4: one series at a time, exact fractions,
no SQL, nothing from perfcore.engine. Slow and obvious on purpose.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from perfcore.framework.model import Framework, Measure, Target
from perfcore.periods import Calendar, Period
from tests.engine_runs import Benchmark, Observed
from tests.oracle.aims import Aim, colour, distance, exactly, size
from tests.oracle.changes import is_clear
from tests.oracle.charts import Point, Rules, assurance, chart
from tests.oracle.figures import Figure, completeness, figure_of, round_half_away, together

ANNUAL = ("year", "academic_year", "calendar_year")
Key = tuple[str, str, str]


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
    variation: str | None
    assurance: str | None


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
        self.charts: dict[Key, dict[date, Point]] = {}
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
            self.vintages[key][period.start].append(figure_of(one, measure, period, reported))

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
                    total = together(measure, there, have == want, f"{have} of {want} members")
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
            have, want, noun = completeness(parts, needed, found)
            total = together(measure, pieces, have == want, f"{have} of {want} {noun}")
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
            return exactly(Fraction(target.value))
        if target.form == "range":
            return Aim(Fraction(target.low), Fraction(target.high), True)
        if target.form == "profile":
            amount = target.profile.get(period.end.month)
            coarse = period.frequency not in ("day", "week")
            return exactly(Fraction(amount)) if amount is not None and coarse else unknown
        if target.form == "line":
            return exactly(self._on_line(target, period))
        if target.form == "comparator":
            return self._benchmark(measure, target, period)
        earlier = self.calendar.same_last_year(period)
        last = self.figures.get((measure.id, "", ""), {}).get(earlier.start)
        if last is None or last.value is None or not last.complete:
            return unknown
        by = size(target.by, last.value) if target.by else Fraction(0)
        return exactly(last.value + by if measure.good == "high" else last.value - by)

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
        return exactly(round_half_away(Fraction(latest.value), measure.decimals))

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
        return colour(measure, aim, figure.value, figure.period)

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
        if by_chart := self.by_chart(key, figure):
            return by_chart, "spc"
        then = self.compared(key, figure)
        if then is None:
            return "too_few_points", "none"
        if figure.value == then.value:
            return "no_clear_change", "none"
        test, clear = is_clear(measure, figure, then)
        if not clear:
            return "no_clear_change", test
        return self._word(key, measure, figure, then), test

    # -- variation (method 5) ----------------------------------------------------------------

    def rules(self, measure: Measure) -> Rules:
        """The rules of one measure's charts."""
        conflict = measure.spc.conflict == "concern"
        name = self.framework.organisation.spc_rules
        return Rules(name, measure.good, measure.spc.screen, conflict)

    def charted(self, key: Key) -> dict[date, Point]:
        """The points of a chart that can be tested, by the first day of their period."""
        if key not in self.charts:
            self.charts[key] = self._chart(key)
        return self.charts[key]

    def _chart(self, key: Key) -> dict[date, Point]:
        measure = self.framework.measures[key[0]]
        if measure.shape in ("rolling", "cumulative") or measure.seasonal or measure.epidemic:
            return {}
        points = {
            start: self._point(measure, start, order, figure)
            for order, (start, figure) in enumerate(sorted(self.figures[key].items()))
            if figure.usable
        }
        counted = measure.unit == "count"
        if any(not one.ghosted for one in points.values()):
            chart(list(points.values()), self.rules(measure), counted)
        return points

    def _point(self, measure: Measure, start: date, order: int, figure: Figure) -> Point:
        cut = measure.spc
        partition = sum(one.starts <= start for one in cut.recalculate)
        in_limits = True
        if cut.baseline:
            its = sum(one.starts <= cut.baseline.starts for one in cut.recalculate)
            in_limits = partition != its or start <= cut.baseline.starts
        amount = figure.value if figure.raw is None else figure.raw
        if figure.numerator is not None and figure.denominator:
            amount = figure.numerator / figure.denominator * measure.scale
        ghosted = any(one.starts == start for one in cut.ghost)
        return Point(order, round_half_away(amount, 10), partition, ghosted, in_limits)

    def by_chart(self, key: Key, figure: Figure) -> str:
        """The direction by rule 2, or nothing where it does not apply."""
        measure = self.framework.measures[key[0]]
        points = self.charted(key)
        point = points.get(figure.period.start)
        drawn = sum(not one.ghosted for one in points.values())
        yearly = measure.frequency in ANNUAL
        last = [one for one in points.values() if not one.ghosted][-1:]
        refused = not last or last[0].reach is None
        if point is None or point.variation is None or drawn < 13 or yearly or refused:
            return ""
        words = {
            "common_cause": "no_clear_change", "improvement": "improving", "concern": "worsening",
        }  # fmt: skip
        if point.variation.startswith("neither"):
            return "rising" if point.variation == "neither_high" else "falling"
        return words.get(point.variation) or words[point.variation.split("_")[0]]

    def _assured(self, key: Key, figure: Figure) -> tuple[str | None, str | None]:
        measure = self.framework.measures[key[0]]
        points = self.charted(key)
        point = points.get(figure.period.start)
        last = [one for one in points.values() if not one.ghosted][-1:]
        if point is None or not last or last[0].reach is None:
            return None, None
        target, low, high = self._shown_target(key, measure, figure.period)
        if measure.thresholds and not measure.targets and target is None:
            target = low or high
        return point.variation, assurance(point, self.rules(measure), target)

    def _word(self, key: Key, measure: Measure, figure: Figure, then: Figure) -> str:
        up = figure.value > then.value
        if measure.good in ("high", "low"):
            return "improving" if up == (measure.good == "high") else "worsening"
        aim = None
        if measure.good == "range" and (not key[1] or measure.combine in ("ratio", "mean")):
            _, _, aim = self.aim(measure, figure.period)
        if aim is None or not aim.known or measure.thresholds:
            return "rising" if up else "falling"
        off_now, off_then = (distance(aim, one.value) for one in (figure, then))
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
        variation, assured = self._assured(key, figure)
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
            arrow=_arrow(figure, then, variation if test == "spc" else None),
            method="spc" if test == "spc" else _method(then, yearly),
            test=test,
            short_difference=figure.value - before[0].value if before else None,
            long_difference=None if long is None else figure.value - long,
            marker=figure.marker,
            complete=figure.complete,
            parts=figure.parts,
            reported_on=figure.reported_on,
            first_status=self.status(key, figure if figure.marker == "suppressed" else said[0]),
            restated=changed,
            increment=self._increment(key, measure, figure),
            variation=variation,
            assurance=assured,
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
            variation=None, assurance=None, **days,
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


def _arrow(figure: Figure, then: Figure | None, variation: str | None) -> str:
    if variation is not None:
        return "up" if variation.endswith("_high") else "down" if "_low" in variation else "level"
    if then is None:
        return ""
    if figure.value == then.value:
        return "level"
    return "up" if figure.value > then.value else "down"


def _method(then: Figure | None, yearly: bool) -> str:
    if then is None:
        return "none"
    return "same_period_last_year" if yearly else "previous_period"
