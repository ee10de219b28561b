"""What is being done about a measure that is off target, by whom, and when is it green again?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from perfcore.store import Store
from perfcore.views.queries import query
from perfcore.views.results import Result


@dataclass(frozen=True, slots=True)
class Recovery:
    """What a reader of an exception asks next; an empty text is missing, and is shown as missing.

    Attributes
    ----------
    action
        The corrective action; until someone writes one, the note sent with the figure.
    officer
        The role accountable for it.
    path
        The path to green: when, and how likely.
    """

    action: str = ""
    officer: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class _Note:
    measure: str
    note: str


def notes(store: Store, results: Iterable[Result]) -> Mapping[str, str]:
    """The notes sent with the figures of these results, by measure; those without are left out."""
    rows = [row for row in results if row.period]
    asked = {"measures": [row.measure for row in rows], "periods": [row.period for row in rows]}
    return {one.measure: one.note for one in store.fetch(query("notes_of"), asked, _Note)}


def recoveries(results: Iterable[Result], said: Mapping[str, str]) -> Mapping[str, Recovery]:
    """What is being done about each result that is off target, by measure.

    Parameters
    ----------
    results
        Any results; those not off target are left out.
    said
        The notes sent with their figures.
    """
    return {
        row.measure: Recovery(action=said.get(row.measure, ""), officer=row.owner)
        for row in results
        if row.status == "red"
    }
