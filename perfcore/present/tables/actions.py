"""What of the list of actions can be taken away?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from perfcore.present.action_words import GROUPS, latest
from perfcore.present.take_away import Cell, Table
from perfcore.views.actions import ActionList

TITLES: Final = ("Actions",)
_COLUMNS: Final = (
    "Action", "Number", "Owner", "State", "Due", "First due", "Put off", "Days late", "Measures",
    "Measure ids", "Added by", "Last reported",
)  # fmt: skip


def tables(view: ActionList) -> tuple[Table, ...]:
    """Every action of the list."""
    return (Table(TITLES[0], _COLUMNS, tuple(_rows(view))),)


def _rows(view: ActionList) -> Iterator[tuple[Cell, ...]]:
    for group, rows in view.groups.items():
        for row in rows:
            action = row.action
            yield (
                action.plan.title,
                action.id,
                action.plan.owner,
                GROUPS[group],
                action.plan.due,
                action.original_due,
                action.slips,
                row.days if group == "overdue" else None,
                "; ".join(one.name for one in row.measures),
                "; ".join(one.measure for one in row.measures),
                action.added_by,
                latest(action),
            )
