"""What would an edited framework or new data change?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from perfcore.store import Store
from perfcore.views.queries import query

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Standing:
    """A measure's result in one period, as one warehouse has it.

    Attributes
    ----------
    direction
        Of travel (method 4); empty where there is no result.
    variation, assurance
        What its control chart says (method 5); empty where it is not tested.
    """

    measure: str
    period: str
    value: Decimal | None
    target: Decimal | None
    status: str
    direction: str = ""
    variation: str = ""
    assurance: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What differs for a measure and period; a side is None where it is not there."""

    measure: str
    period: str
    before: Standing | None
    after: Standing | None


@dataclass(frozen=True, slots=True)
class OpenException:
    """An exception that is open in a warehouse."""

    measure: str
    cause: str
    opened: str
    escalated_to: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What a new warehouse changes against the one in use, headline figures only.

    Attributes
    ----------
    flipped
        The status differs; where value and target differ too, that shows in the standings.
    restated
        The status is the same but the published value differs.
    retargeted
        Status and value are the same but the target differs.
    redirected
        The direction of travel differs, whatever else does.
    recharted
        What the control chart says differs: its variation or its assurance.
    added, removed
        The measure and period are in one warehouse only.
    opened, closed
        Exceptions that are open only in the new warehouse, or only in the one in use.
    escalated
        Those open in both that another forum has heard of last, as they stand in each.
    """

    flipped: tuple[Change, ...]
    restated: tuple[Change, ...]
    retargeted: tuple[Change, ...]
    redirected: tuple[Change, ...]
    recharted: tuple[Change, ...]
    added: tuple[Change, ...]
    removed: tuple[Change, ...]
    opened: tuple[OpenException, ...] = ()
    closed: tuple[OpenException, ...] = ()
    escalated: tuple[tuple[OpenException, OpenException], ...] = ()

    @property
    def nothing(self) -> bool:
        """Whether the two warehouses say the same."""
        return not any(
            (
                self.flipped,
                self.restated,
                self.retargeted,
                self.redirected,
                self.recharted,
                self.added,
                self.removed,
                self.opened,
                self.closed,
                self.escalated,
            )
        )


def difference(before: Store, after: Store) -> Difference:
    """Compare two warehouses.

    Parameters
    ----------
    before
        The one in use.
    after
        The one that an edited framework or new data would give.
    """
    old, new = _standings(before), _standings(after)
    was_open, is_open = _open_exceptions(before), _open_exceptions(after)
    both = [Change(*key, old[key], new[key]) for key in old if key in new and old[key] != new[key]]
    return Difference(
        flipped=tuple(change for change in both if _differs(change, "status")),
        restated=tuple(
            change
            for change in both
            if not _differs(change, "status") and _differs(change, "value")
        ),
        retargeted=tuple(
            change
            for change in both
            if not _differs(change, "status")
            and not _differs(change, "value")
            and _differs(change, "target")
        ),
        redirected=tuple(change for change in both if _differs(change, "direction")),
        recharted=tuple(
            change
            for change in both
            if _differs(change, "variation") or _differs(change, "assurance")
        ),
        added=tuple(Change(*key, None, standing) for key, standing in _only(new, old)),
        removed=tuple(Change(*key, standing, None) for key, standing in _only(old, new)),
        opened=tuple(one for key, one in is_open.items() if key not in was_open),
        closed=tuple(one for key, one in was_open.items() if key not in is_open),
        escalated=tuple(
            (was_open[key], one)
            for key, one in is_open.items()
            if key in was_open and was_open[key].escalated_to != one.escalated_to
        ),
    )


def _open_exceptions(store: Store) -> dict[Key, OpenException]:
    rows = store.fetch(query("open_exceptions"), {}, OpenException)
    return {(row.measure, row.cause): row for row in rows}


def _standings(store: Store) -> dict[Key, Standing]:
    rows = store.fetch(query("standings"), {}, Standing)
    return {(row.measure, row.period): row for row in rows}


def _differs(change: Change, field: str) -> bool:
    return bool(getattr(change.before, field) != getattr(change.after, field))


def _only(
    here: Mapping[Key, Standing], there: Mapping[Key, Standing]
) -> Iterator[tuple[Key, Standing]]:
    return ((key, standing) for key, standing in here.items() if key not in there)
