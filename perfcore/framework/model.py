"""What does a council measure, for whom, and against what?

The framework file of contracts.md 1 as frozen values. Every amount is a
:class:`~decimal.Decimal` read from the file's own digits, never a binary float.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from perfcore.periods import Calendar, Frequency

Level = Literal["strategic", "service", "operational"]
Good = Literal["high", "low", "range", "none"]
Shape = Literal["flow", "stock", "rolling", "cumulative"]
Combine = Literal["ratio", "sum", "mean", "last"]
TargetForm = Literal["value", "range", "profile", "line", "comparator", "improve_on"]


@dataclass(frozen=True, slots=True)
class Organisation:
    """Whose framework this is. ``as_at`` fixes today; None means the real date."""

    name: str
    code: str
    calendar: Calendar
    as_at: date | None = None
    illustrative: bool = False
    spc_rules: Literal["mdc", "nhsr"] = "mdc"


@dataclass(frozen=True, slots=True)
class Directorate:
    """A part of the council under one executive director."""

    id: str
    name: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Service:
    """A service area inside a directorate (``directorate`` is its id)."""

    id: str
    name: str
    directorate: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Portfolio:
    """What one Cabinet member answers for."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Quadrant:
    """A quarter of the balanced scorecard and the aim it stands for."""

    id: str
    name: str
    aim: str = ""


@dataclass(frozen=True, slots=True)
class Priority:
    """A section of the council plan; ``cross_cutting`` ones share measures with others."""

    id: str
    name: str
    cross_cutting: bool = False


@dataclass(frozen=True, slots=True)
class CovidSection:
    """A section of the weekly Covid-19 report, shown in ``order``; ``short`` for narrow places."""

    id: str
    name: str
    order: int
    short: str = ""


@dataclass(frozen=True, slots=True)
class Comparator:
    """An area (``code``) or a set of areas (``members``, in force ``since`` a month)."""

    id: str
    name: str
    code: str = ""
    since: date | None = None
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A way to split a measure: by ward, team, age. ``geography``: can be put on a map."""

    id: str
    name: str
    geography: bool = False


@dataclass(frozen=True, slots=True)
class Receives:
    """Which measures a forum gets; an empty tuple places no condition."""

    levels: tuple[str, ...] = ()
    directorates: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    portfolios: tuple[str, ...] = ()
    quadrants: tuple[str, ...] = ()
    priorities: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Forum:
    """A meeting that receives performance information."""

    id: str
    name: str
    meets: str
    receives: Receives = Receives()


@dataclass(frozen=True, slots=True)
class Escalation:
    """When a status lasts (``periods``), which forum (``to``) hears of it, and ``as_`` what."""

    status: str
    to: str
    periods: int = 1
    level: str = ""
    directorate: str = ""
    as_: str = "exception"


@dataclass(frozen=True, slots=True)
class Exceptions:
    """When an exception closes, continues and is to be explained.

    Attributes
    ----------
    close_after
        Periods that a measure must be back before its exception closes, 1 or more.
    continue_within
        Periods after closing within which the same exception goes on.
    explain_within
        Days that its officer has to explain it.
    miss_below
        The chance of its target, in percent, below which a forecast is one to miss.
    unexplained_to
        The id of the forum that hears of exceptions whose explanation is overdue; empty for none.
    """

    close_after: int = 1
    continue_within: int = 3
    explain_within: int = 10
    miss_below: int = 20
    unexplained_to: str = ""


@dataclass(frozen=True, slots=True)
class Margin:
    """A distance from the target: ``amount`` in the unit, or in percent of it (``relative``)."""

    amount: Decimal
    relative: bool = False

    def of(self, bound: Decimal) -> Decimal:
        """The margin in the measure's unit, for one bound of the target."""
        return self.amount * abs(bound) / 100 if self.relative else self.amount

    def __str__(self) -> str:
        return f"{self.amount}%" if self.relative else f"{self.amount}"


@dataclass(frozen=True, slots=True)
class DatedMargin:
    """A margin in force from a day on (None: always)."""

    margin: Margin
    starts: date | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """What was promised, from when.

    Attributes
    ----------
    form
        Which of the six ways of contracts.md 1 states it; only that form's fields are set.
    starts
        First day of the period named in ``from``.
    kind
        ``local`` decides status; other kinds are shown, and decide it only when alone.
    value, low, high, profile, ends, start, end, comparator, improve_on, by
        ``profile`` maps a month number (1 to 12) to the cumulative target by that month's end.
        ``line`` goes from ``start`` in the period that begins on ``starts`` to ``end`` in the one
        that begins on ``ends``. ``by`` is the improvement wanted on ``improve_on``.
    """

    form: TargetForm
    starts: date
    kind: str = "local"
    why: str = ""
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    profile: Mapping[int, Decimal] = field(default_factory=lambda: MappingProxyType({}))
    ends: date | None = None
    start: Decimal | None = None
    end: Decimal | None = None
    comparator: str = ""
    improve_on: str = ""
    by: Margin | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Boundaries stated outright, instead of target plus or minus margins."""

    green: Decimal
    amber: Decimal
    exceptional: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Driver:
    """A measure that moves another.

    A ``part`` adds up to it; a ``factor`` is one of two or three whose product it is; an
    ``influence`` moves with it, after a ``lag`` of periods.
    """

    measure: str
    kind: Literal["part", "factor", "influence"]
    expected: Literal["up", "down", ""] = ""
    lag: int = 0


@dataclass(frozen=True, slots=True)
class DatedReason:
    """A dated entry of the ``spc`` block: a recalculation, a baseline's end, a ghosted period."""

    starts: date
    reason: str


@dataclass(frozen=True, slots=True)
class Spc:
    """How a measure's control chart is cut up, each cut with its reason."""

    recalculate: tuple[DatedReason, ...] = ()
    baseline: DatedReason | None = None
    ghost: tuple[DatedReason, ...] = ()
    screen: bool = False
    conflict: Literal["improvement", "concern"] = "improvement"


@dataclass(frozen=True, slots=True)
class Disclosure:
    """Counts under ``min_count`` are withheld; others rounded to a multiple of ``round_to``."""

    min_count: int
    round_to: int | None = None


@dataclass(frozen=True, slots=True)
class Retired:
    """The first day of the period from which a measure is no longer reported, and why."""

    starts: date
    reason: str


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing that is measured. Ids of other entries are plain strings; see contracts.md 1.

    Attributes
    ----------
    scale
        What a ratio is multiplied by: 1, 100, 1,000, 10,000 or 100,000.
    decimals
        Decimal places of the published value, 0 to 6.
    due_after
        Days after a period's last day within which its figure is expected.
    noise
        Change too small to call, where no interval test applies (method.md 4).
    group
        Heading inside the quadrant, for example ``Value for money``.
    tags
        Words for the catalogue's search; ``budget`` puts a measure beside the council plan.
    line
        Line of the framework file where the measure begins.
    """

    id: str
    name: str
    level: Level
    service: str
    directorate: str
    unit: str
    frequency: Frequency
    good: Good
    definition: str = ""
    why: str = ""
    portfolio: str = ""
    quadrant: str = ""
    group: str = ""
    priorities: tuple[str, ...] = ()
    covid_section: str = ""
    statutory_return: str = ""
    owner: str = ""
    source: str = ""
    tags: tuple[str, ...] = ()
    scale: int = 1
    decimals: int = 0
    due_after: int = 30
    shape: Shape = "flow"
    combine: Combine = "sum"
    seasonal: bool = False
    epidemic: bool = False
    noise: Margin = Margin(Decimal(1), relative=True)
    targets: tuple[Target, ...] = ()
    tolerance: tuple[DatedMargin, ...] = ()
    exceptional: tuple[DatedMargin, ...] = ()
    thresholds: Thresholds | None = None
    drivers: tuple[Driver, ...] = ()
    breakdowns: tuple[str, ...] = ()
    comparators: tuple[str, ...] = ()
    spc: Spc = Spc()
    disclosure: Disclosure | None = None
    public: bool = True
    retired: Retired | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Framework:
    """A whole framework; each mapping keeps the file's order and is keyed by id."""

    organisation: Organisation
    directorates: Mapping[str, Directorate]
    services: Mapping[str, Service]
    portfolios: Mapping[str, Portfolio]
    quadrants: Mapping[str, Quadrant]
    priorities: Mapping[str, Priority]
    covid_sections: Mapping[str, CovidSection]
    comparators: Mapping[str, Comparator]
    breakdowns: Mapping[str, Breakdown]
    forums: Mapping[str, Forum]
    escalation: tuple[Escalation, ...]
    exceptions: Exceptions
    measures: Mapping[str, Measure]
    path: Path
