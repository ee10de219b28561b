"""What does the accountable officer say about an exception?

The four elements of the framework: why it is off track, the plan, the path back to green as dated
values, and the officer.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from sqlalchemy import Connection, Row, and_, desc, select

from perfcore.access.model import Operation
from perfcore.access.person import Person
from perfcore.register.audit import record
from perfcore.register.connection import Register
from perfcore.register.errors import RefusedError
from perfcore.register.tables import CHANGE, EXPLANATION
from perfcore.register.texts import check_texts

LONGEST: Final = {"why": 4000, "plan": 4000, "officer": 200}
MOST_POINTS: Final = 24
_MISSING: Final = {
    "why": "why it is off track",
    "plan": "the action plan",
    "officer": "the accountable officer",
    "path": "the path to green: at least one date with a value",
}


@dataclass(frozen=True, slots=True)
class Subject:
    """The exception that is explained: a measure, a cause, and the period in which it opened."""

    measure: str
    cause: str
    opened: str

    def __str__(self) -> str:
        return f"{self.measure} {self.cause} {self.opened}"


@dataclass(frozen=True, slots=True)
class Waypoint:
    """A value that is to be reached by a day."""

    by: date
    value: Decimal


@dataclass(frozen=True, slots=True)
class Elements:
    """The four elements; any of them may still be empty in a draft."""

    why: str = ""
    plan: str = ""
    officer: str = ""
    path: tuple[Waypoint, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """What is still to be said, in words."""
        return tuple(words for name, words in _MISSING.items() if not _said(getattr(self, name)))


@dataclass(frozen=True, slots=True)
class Explanation:
    """An explanation or a draft of one, as it was saved.

    Attributes
    ----------
    version
        1 for the first that was complete, and so on; None for a draft.
    based_on
        The version that its author had before them; 0 for none.
    period, build
        The newest figure and the warehouse that the author saw.
    """

    subject: Subject
    elements: Elements
    version: int | None
    based_on: int
    author: str
    period: str
    build: str
    sequence: int
    saved_at: datetime

    @property
    def began_from(self) -> int:
        """The version that somebody has before them who goes on from here."""
        return self.based_on if self.version is None else self.version


class ConflictError(RefusedError):
    """Somebody else submitted an explanation in the meantime; nothing is lost.

    Attributes
    ----------
    theirs
        What stands now.
    mine
        What was to be saved; it is kept as a draft of its author.
    """

    def __init__(self, theirs: Explanation, mine: Explanation) -> None:
        self.theirs, self.mine = theirs, mine
        super().__init__(
            f"{theirs.author} has submitted version {theirs.version} in the meantime.",
            do="Yours is kept as a draft. Compare the two, and submit again.",
        )


@dataclass(frozen=True, slots=True)
class Seen:
    """What an author had before them when they wrote."""

    period: str
    build: str
    based_on: int = 0


def save_draft(
    register: Register, who: Person, subject: Subject, elements: Elements, seen: Seen
) -> Explanation:
    """Keep what is written so far.

    Parameters
    ----------
    register
        Where.
    who
        Its author.
    subject, elements, seen
        What about, what is said, and what the author had before them.

    Raises
    ------
    NotAllowedError
        If they may not explain this measure.
    RefusedError
        If a text is too long or cannot be stored.
    RegisterError
        If the register cannot be written.
    """
    who.insist(Operation.EXPLAIN, [subject.measure])
    _check(elements)
    with register.writing() as connection:
        return _save(connection, who.name, subject, elements, seen, None)


def submit(
    register: Register, who: Person, subject: Subject, elements: Elements, seen: Seen
) -> Explanation:
    """Submit a complete explanation; it becomes the version that stands.

    Parameters
    ----------
    register, who, subject, elements, seen
        As for :func:`save_draft`.

    Raises
    ------
    NotAllowedError
        If they may not explain this measure.
    ConflictError
        If another version was submitted since the one that the author had before them; what was
        to be saved is then kept as a draft.
    RefusedError
        If one of the four elements is missing, or the path is not in order.
    RegisterError
        If the register cannot be written.
    """
    who.insist(Operation.EXPLAIN, [subject.measure])
    _check(elements)
    if elements.missing:
        raise RefusedError(
            f"Still missing: {'; '.join(elements.missing)}.", do="It can be saved as a draft."
        )
    days = [point.by for point in elements.path]
    if days != sorted(set(days)):
        raise RefusedError("The path to green must name each day once, the earliest first.")
    with register.writing() as connection:
        standing = _current(connection, subject)
        version = standing.version or 0 if standing else 0
        if version == seen.based_on:
            return _save(connection, who.name, subject, elements, seen, version + 1)
        mine = _save(connection, who.name, subject, elements, seen, None)
    assert standing is not None
    raise ConflictError(standing, mine)


def current(register: Register, subject: Subject) -> Explanation | None:
    """The version that stands; None where none was submitted."""
    with register.reading() as connection:
        return _current(connection, subject)


def draft(register: Register, who: Person, subject: Subject) -> Explanation | None:
    """An author's draft, unless they have submitted since."""
    with register.reading() as connection:
        row = connection.execute(
            _rows().where(_about(subject), EXPLANATION.c.author == who.name)
            .order_by(desc(EXPLANATION.c.sequence)).limit(1)
        ).first()  # fmt: skip
    return None if row is None or row.version is not None else _read(row)


def standing_after(connection: Connection, sequence: int) -> Mapping[Subject, Explanation]:
    """The versions that were submitted after a change, the latest of each exception.

    Parameters
    ----------
    connection
        Of the register.
    sequence
        The change; 0 for all.
    """
    rows = connection.execute(
        _rows().where(EXPLANATION.c.version.is_not(None), EXPLANATION.c.sequence > sequence)
        .order_by(EXPLANATION.c.sequence)
    ).all()  # fmt: skip
    return {one.subject: one for one in map(_read, rows)}


def versions(register: Register, subject: Subject) -> Sequence[Explanation]:
    """Every version that was submitted, the first first."""
    with register.reading() as connection:
        rows = connection.execute(
            _rows().where(_about(subject), EXPLANATION.c.version.is_not(None))
            .order_by(EXPLANATION.c.version)
        ).all()  # fmt: skip
    return [_read(row) for row in rows]


def _check(elements: Elements) -> None:
    check_texts({name: getattr(elements, name) for name in LONGEST}, LONGEST)
    if len(elements.path) > MOST_POINTS:
        raise RefusedError(f"The path has {len(elements.path)} points; {MOST_POINTS} are enough.")
    if not all(point.value.is_finite() for point in elements.path):
        raise RefusedError("A value of the path is not a number.")


def _said(element: object) -> bool:
    return bool(element.strip() if isinstance(element, str) else element)


def _save(
    connection: Connection,
    who: str,
    subject: Subject,
    elements: Elements,
    seen: Seen,
    version: int | None,
) -> Explanation:
    before = _current(connection, subject)
    content = {**asdict(elements), "path": _path_written(elements.path)}
    sequence = record(
        connection,
        who,
        "explanation.draft" if version is None else "explanation.submit",
        str(subject),
        None
        if before is None
        else {**asdict(before.elements), "path": _path_written(before.elements.path)},
        {**content, "version": version, **asdict(seen)},
    )
    connection.execute(
        EXPLANATION.insert().values(
            sequence=sequence,
            version=version,
            author=who,
            **asdict(subject),
            **asdict(seen),
            **content,
        )
    )
    saved = connection.execute(_rows().where(EXPLANATION.c.sequence == sequence)).one()
    return _read(saved)


def _current(connection: Connection, subject: Subject) -> Explanation | None:
    row = connection.execute(
        _rows().where(_about(subject), EXPLANATION.c.version.is_not(None))
        .order_by(desc(EXPLANATION.c.version)).limit(1)
    ).first()  # fmt: skip
    return None if row is None else _read(row)


def _rows() -> Any:
    return select(EXPLANATION, CHANGE.c.at).join(CHANGE)


def _about(subject: Subject) -> Any:
    return and_(*(EXPLANATION.c[name] == value for name, value in asdict(subject).items()))


def _read(row: Row[Any]) -> Explanation:
    return Explanation(
        subject=Subject(row.measure, row.cause, row.opened),
        elements=Elements(row.why, row.plan, row.officer, _path_read(row.path)),
        version=row.version,
        based_on=row.based_on,
        author=row.author,
        period=row.period,
        build=row.build,
        sequence=row.sequence,
        saved_at=datetime.fromisoformat(row.at),
    )


def _path_written(path: Sequence[Waypoint]) -> str:
    return json.dumps([[point.by.isoformat(), str(point.value)] for point in path])


def _path_read(text: str) -> tuple[Waypoint, ...]:
    return tuple(Waypoint(date.fromisoformat(by), Decimal(value)) for by, value in json.loads(text))
