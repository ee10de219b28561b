"""Which column holds what?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from perfcore.errors import IntakeError
from perfcore.framework.suggest import did_you_mean

OBSERVATION: Final = (
    "measure", "period", "value", "numerator", "denominator",
    "breakdown", "member", "reported_on", "note",
)  # fmt: skip
BENCHMARK: Final = (
    "measure", "area_code", "area_name", "period", "value", "lower", "upper", "reported_on",
)  # fmt: skip
EVENT: Final = ("date", "title", "kind", "measure", "source")


@dataclass(frozen=True, slots=True)
class Columns:
    """The known columns of a table.

    Attributes
    ----------
    places
        Known name to position, 0 being the first column.
    ignored
        The headings that mean nothing here, as written.
    """

    places: Mapping[str, int]
    ignored: tuple[str, ...]

    @property
    def remark(self) -> str:
        """What a reader should know about the columns left out, or nothing."""
        if not self.ignored:
            return ""
        names = ", ".join(repr(name) for name in self.ignored)
        return f"columns ignored: {names}"


def plain(heading: object) -> str:
    """A heading without case, spaces and hyphens.

    Examples
    --------
    >>> plain(" Reported On ")
    'reported_on'
    """
    return "_".join(str(heading).lower().replace("-", " ").replace("_", " ").split())


def is_heading(cells: Sequence[object], known: Sequence[str] = OBSERVATION) -> bool:
    """Whether a row holds the headings: those that identify a row, and one more."""
    found = {plain(cell) for cell in cells if cell is not None}
    needed = {"measure", "period"} if "measure" in known and "period" in known else set(known[:2])
    return needed <= found


def match(headings: Sequence[object], known: Sequence[str] = OBSERVATION) -> Columns:
    """Which heading is which known column.

    Parameters
    ----------
    headings
        The heading row, left to right.
    known
        The columns that mean something.

    Raises
    ------
    IntakeError
        If a known column is there twice, or a required one is missing.
    """
    names = [plain(heading) for heading in headings]
    _refuse_repeated(names, known)
    found = {name: place for place, name in enumerate(names) if name in known}
    _require(found, known, [str(heading) for heading in headings])
    ignored = (str(headings[i]).strip() for i, name in enumerate(names) if name not in known)
    return Columns(found, tuple(name for name in ignored if name))


def _refuse_repeated(names: Sequence[str], known: Sequence[str]) -> None:
    twice = [name for name, count in Counter(names).items() if count > 1 and name in known]
    if twice:
        places = [str(place) for place, name in enumerate(names, 1) if name == twice[0]]
        raise IntakeError(
            f"The heading {twice[0]!r} is there more than once (columns {' and '.join(places)}).",
            do="Rename or delete all but one.",
        )


def _require(places: Mapping[str, int], known: Sequence[str], headings: Sequence[str]) -> None:
    missing = [name for name in _required(known, places) if name not in places]
    if missing:
        there = ", ".join(repr(heading) for heading in headings[:12] if heading) or "none"
        raise IntakeError(
            f"There is no column {missing[0]!r}{did_you_mean(missing[0], headings)}. "
            f"The headings are {there}.",
            do=f"Name the columns {', '.join(known)}.",
        )


def _required(known: Sequence[str], places: Mapping[str, int]) -> tuple[str, ...]:
    if known == EVENT:
        return ("date", "title")
    if known == BENCHMARK:
        return ("measure", "area_code", "period", "value")
    both = {"numerator", "denominator"} <= places.keys()
    return ("measure", "period") if both else ("measure", "period", "value")
