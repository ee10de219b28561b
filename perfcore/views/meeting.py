"""What does a meeting look at, one exception after another?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from perfcore.store import Store
from perfcore.views.drill_down import first_split
from perfcore.views.exceptions import Named, exceptions
from perfcore.views.filters import Filters
from perfcore.views.measure_page import HistoryRow, MeasurePage, measure_page
from perfcore.views.outline import Outline
from perfcore.views.split import Split


@dataclass(frozen=True, slots=True)
class Item:
    """An exception on the list; ``number`` counts from 1 in the order of attention."""

    number: int
    measure: str
    name: str


@dataclass(frozen=True, slots=True)
class Screen:
    """One measure as a meeting looks at it.

    Attributes
    ----------
    items
        Every exception that the filters leave, in the overview's order.
    item
        The one on screen, or the one that the measure on screen lies behind; None where the
        measure is neither.
    page
        All that is known about the measure on screen; None where nothing is off target and no
        measure is asked for.
    split
        The measure by the members of its first breakdown; None where it has none.
    """

    items: tuple[Item, ...]
    item: Item | None
    page: MeasurePage | None
    split: Split | None

    @property
    def behind(self) -> bool:
        """Whether the measure on screen is not the exception itself, but lies behind it."""
        return self.item is not None and self.item.measure != self._measure

    @property
    def last_year(self) -> HistoryRow | None:
        """The same period a year before the one shown; None where there is none."""
        if self.page is None or self.page.shown is None:
            return None
        first = self.page.shown.starts
        return next((row for row in self.page.history if _year_before(row.starts, first)), None)

    @property
    def previous(self) -> Item | None:
        """The exception before this one; the exception itself where the screen lies behind it."""
        if self.item is None or self.behind:
            return self.item
        return self._at(self.item.number - 1)

    @property
    def next(self) -> Item | None:
        """The exception after this one; the first where none is on screen."""
        return self._at(self.item.number + 1 if self.item else 1)

    @property
    def _measure(self) -> str:
        return self.page.facts.measure if self.page else ""

    def _at(self, number: int) -> Item | None:
        return self.items[number - 1] if 0 < number <= len(self.items) else None


def screen(
    store: Store,
    outline: Outline,
    filters: Filters,
    measure: str = "",
    behind: str = "",
    agenda: Sequence[Named] | None = None,
) -> Screen:
    """The screen of a meeting.

    Parameters
    ----------
    store
        The warehouse.
    outline
        Its breakdowns.
    filters
        Which exceptions are on the list.
    measure
        The id of the measure to show; the first exception where it is empty.
    behind
        The id of the exception that the measure was opened from.
    agenda
        The measures of a meeting's agenda, each once; None for every exception that the filters
        leave.

    Raises
    ------
    UserError
        If there is no such measure.
    """
    listed = exceptions(store, filters) if agenda is None else agenda
    items = tuple(Item(number, row.measure, row.name) for number, row in enumerate(listed, start=1))
    shown = measure or (items[0].measure if items else "")
    if not shown:
        return Screen(items, None, None, None)
    return Screen(
        items=items,
        item=_found(items, shown) or _found(items, behind),
        page=measure_page(store, shown, filters.until),
        split=first_split(store, outline, shown, filters.until),
    )


def _year_before(one: date, other: date) -> bool:
    return (one.year + 1, one.month, one.day) == (other.year, other.month, other.day)


def _found(items: tuple[Item, ...], measure: str) -> Item | None:
    return next((item for item in items if item.measure == measure), None)
