"""What does each accountable post owe: explanations, actions, figures?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from perfcore.register.contents import Contents
from perfcore.store import Store
from perfcore.views.actions import OPEN_GROUPS, Row, Wanted, action_list
from perfcore.views.build_facts import build_facts
from perfcore.views.episodes import Episode, every_episode
from perfcore.views.filters import Filters
from perfcore.views.queries import query

DATA_DAYS: Final = 14


@dataclass(frozen=True, slots=True)
class FigureOwed:
    """A figure that is late by so many days, or due on a day."""

    measure: str
    name: str
    frequency: str
    owner: str
    period: str
    due_on: date | None
    late_days: int


@dataclass(frozen=True, slots=True)
class Owed:
    """What one post owes.

    Attributes
    ----------
    explanations
        Exceptions that are not explained yet, the longest due first.
    actions
        Open ones that are overdue or due within the month.
    figures
        Those that are late, then those due within a fortnight.
    """

    explanations: list[Episode] = field(default_factory=list)
    actions: list[Row] = field(default_factory=list)
    figures: list[FigureOwed] = field(default_factory=list)

    @property
    def number(self) -> int:
        """How many things there are."""
        return len(self.explanations) + len(self.actions) + len(self.figures)


def owed(store: Store, written: Contents) -> Mapping[str, Owed]:
    """What each post owes as at the day of the build, by the post's name.

    Parameters
    ----------
    store
        The warehouse.
    written
        What stands in the register.
    """
    found: dict[str, Owed] = {}
    for one in every_episode(store, Filters()):
        if one.to_explain and one.subject not in written.explained and one.owner:
            found.setdefault(one.owner, Owed()).explanations.append(one)
    listed = action_list(store, written, Filters(), Wanted(), build_facts(store).as_at)
    for group in OPEN_GROUPS:
        for row in listed.groups.get(group, ()):
            if group != "later":
                found.setdefault(row.action.plan.owner, Owed()).actions.append(row)
    for figure in store.fetch(query("data_owed"), {"days": DATA_DAYS}, FigureOwed):
        if figure.owner:
            found.setdefault(figure.owner, Owed()).figures.append(figure)
    for one_owes in found.values():
        one_owes.explanations.sort(key=lambda one: one.explain_by or one.as_at + timedelta(days=1))
    return dict(sorted(found.items()))
