"""Which measure, place and period do the texts of the data mean?

The distinct texts of all sources are few; they are interpreted here, once each, and joined back
to the millions of rows by the statements in ``sql/``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

import duckdb

from perfcore.errors import PeriodError
from perfcore.framework.model import Framework, Measure
from perfcore.framework.suggest import did_you_mean
from perfcore.intake.layout import Words
from perfcore.intake.period_text import read_period
from perfcore.intake.statements import sql
from perfcore.periods import FREQUENCIES, Frequency

Place = tuple[str, str]
_MOST_SUGGESTIONS = 200


@dataclass(frozen=True, slots=True)
class Topic:
    """What the measure and the breakdown of a row mean together."""

    measure: Measure | None
    fault: str | None = None


@dataclass(frozen=True)
class Vocabulary:
    """The framework's words, and every text met so far.

    Attributes
    ----------
    framework
        What may be named.
    places
        (breakdown text, member text) as met, to (breakdown id, member).
    periods
        Keys of the periods met, in the order of their codes.
    """

    framework: Framework
    places: dict[Place, Place] = field(default_factory=dict)
    periods: list[str] = field(default_factory=list)

    def learn(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Interpret the texts of ``incoming`` that were not met before."""
        self._learn_topics(connection)
        self._learn_periods(connection)
        for breakdown, member in connection.execute(sql("cells_met")).fetchall():
            self.places.setdefault((breakdown, member), self._place(breakdown, member))

    @property
    def words(self) -> Words:
        """What the headings of wide tables may say."""
        return Words(self._is_period, lambda text: _plain(text) in self.index)

    def _is_period(self, text: str) -> bool:
        return any(self._reads(text, frequency) for frequency in self._frequencies())

    def write_places(self, connection: duckdb.DuckDBPyConnection) -> list[Place]:
        """Number the places in order, write the table ``cell``, and return them by number."""
        known = sorted({place for place in self.places.values() if not _place_fault(place)})
        codes = {place: code for code, place in enumerate(known, start=1)}
        connection.execute(
            sql("cell"),
            {
                "breakdown": [breakdown for breakdown, _ in self.places],
                "member": [member for _, member in self.places],
                "code": [codes.get(place) for place in self.places.values()],
                "fault": [_place_fault(place) for place in self.places.values()],
            },
        )
        return known

    def _learn_topics(self, connection: duckdb.DuckDBPyConnection) -> None:
        met = connection.execute(sql("topics_met")).fetchall()
        if not met:
            return
        topics = list(self._topics(met))
        positions = {id_: place for place, id_ in enumerate(self.framework.measures, start=1)}
        measures = [topic.measure for topic in topics]
        connection.execute(
            sql("topic"),
            {
                "measure": [measure for measure, _ in met],
                "breakdown": [breakdown for _, breakdown in met],
                "position": [positions[m.id] if m else None for m in measures],
                "frequency": [m.frequency if m else None for m in measures],
                "scale": [m.scale if m else None for m in measures],
                "decimals": [m.decimals if m else None for m in measures],
                "percent": [_is_percent(m) if m else None for m in measures],
                "fault": [topic.fault for topic in topics],
            },
        )

    def _learn_periods(self, connection: duckdb.DuckDBPyConnection) -> None:
        met = connection.execute(sql("periods_met")).fetchall()
        if met:
            connection.execute(sql("period"), self._period_columns(met))

    def _period_columns(self, met: Iterable[tuple[Frequency, str]]) -> dict[str, list[object]]:
        rows = [self._period_row(frequency, text) for frequency, text in met]
        names = ["frequency", "text", "code", "starts", "following", "qualifier", "note", "fault"]
        return {name: [row[i] for row in rows] for i, name in enumerate(names)}

    def _period_row(self, frequency: Frequency, text: str) -> tuple[object, ...]:
        try:
            reading = read_period(self.framework.organisation.calendar, text, frequency)
            following: date = reading.period.end + timedelta(days=1)
        except PeriodError as error:
            return frequency, text, None, None, None, None, None, f"period: {error}"
        except OverflowError:
            return frequency, text, None, None, None, None, None, "period: too far ahead"
        self.periods.append(reading.period.key)
        return (
            frequency, text, len(self.periods), reading.period.start, following,
            reading.qualifier, reading.note, None,
        )  # fmt: skip

    def _topics(self, met: Sequence[tuple[str, str]]) -> Iterator[Topic]:
        unknown = 0
        for measure, breakdown in met:
            candidates = self.index if unknown < _MOST_SUGGESTIONS else {}
            topic = topic_of(self.framework, self.index, candidates, measure, breakdown)
            unknown += topic.measure is None
            yield topic

    @cached_property
    def index(self) -> dict[str, str]:
        """Ids and exact names of measures to ids; a name that two measures share is left out."""
        measures = self.framework.measures.values()
        names = Counter(_plain(measure.name) for measure in measures)
        by_name = {_plain(m.name): m.id for m in measures if names[_plain(m.name)] == 1}
        return {**by_name, **{id_: id_ for id_ in self.framework.measures}}

    def _place(self, breakdown: str, member: str) -> Place:
        text = _plain(breakdown)
        return _breakdown_ids(self.framework).get(text, text), _plain(member)

    def _frequencies(self) -> tuple[Frequency, ...]:
        used = {measure.frequency for measure in self.framework.measures.values()}
        return tuple(frequency for frequency in FREQUENCIES if frequency in used)

    def _reads(self, text: str, frequency: Frequency) -> bool:
        try:
            read_period(self.framework.organisation.calendar, text, frequency)
        except (PeriodError, OverflowError):
            return False
        return True


def topic_of(
    framework: Framework,
    index: Mapping[str, str],
    candidates: Iterable[str],
    measure: str,
    breakdown: str,
) -> Topic:
    """What a measure's and a breakdown's text mean, or why they mean nothing.

    Parameters
    ----------
    framework
        What may be named.
    index
        Ids and exact names of measures to ids.
    candidates
        What may be suggested in place of an unknown measure.
    measure, breakdown
        As written in the data; an empty breakdown is the headline.
    """
    text = _plain(measure)
    if not text:
        return Topic(None, "the measure is empty")
    found = framework.measures.get(index.get(text, ""))
    if found is None:
        return Topic(None, f"unknown measure {text!r}{did_you_mean(text, candidates)}")
    return Topic(found, _breakdown_fault(framework, found, _plain(breakdown)))


def _breakdown_fault(framework: Framework, measure: Measure, text: str) -> str | None:
    found = _breakdown_ids(framework).get(text, "")
    if not text or found in measure.breakdowns:
        return None
    if not found:
        return f"unknown breakdown {text!r}{did_you_mean(text, framework.breakdowns)}"
    declared = ", ".join(measure.breakdowns) or "none"
    return f"{measure.id!r} has no breakdown {found!r} in the framework (it has {declared})"


def _breakdown_ids(framework: Framework) -> dict[str, str]:
    by_name = {_plain(entry.name): id_ for id_, entry in framework.breakdowns.items()}
    return by_name | {id_: id_ for id_ in framework.breakdowns}


def _place_fault(place: Place) -> str | None:
    breakdown, member = place
    if breakdown and not member:
        return f"the breakdown {breakdown!r} has no member"
    if member and not breakdown:
        return f"the member {member!r} has no breakdown"
    return None


def _is_percent(measure: Measure) -> bool:
    return measure.scale == 100 or measure.unit == "percent"


def _plain(text: str) -> str:
    return " ".join(text.split())
