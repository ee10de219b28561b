"""What does the matrix of variation by assurance say?"""

from __future__ import annotations

from typing import Final

from markupsafe import Markup

from perfcore.present import render, wording
from perfcore.present.absence import absence
from perfcore.present.links import Links
from perfcore.present.variation.icons import assurance_icon, variation_icon
from perfcore.present.variation.words import NOT_TESTED
from perfcore.views.signals import Signal
from perfcore.views.variation import ASSURANCES, KINDS, Placed, Variation

ROWS: Final = {
    "concern": ("Getting worse", "Special cause, of concern"),
    "common_cause": ("No clear change", "Common cause: within normal variation"),
    "improvement": ("Getting better", "Special cause, improving"),
    "neither": ("Changing", "Special cause; neither way is good"),
}
COLUMNS: Final = {
    "fail": ("Cannot meet its target", "without changing the process"),
    "hit_or_miss": ("Hit or miss", "met in some periods, missed in others"),
    "pass": ("Meets its target", "reliably"),
    "": ("Not asked", "no target, or a range"),
}


def matrix(view: Variation, links: Links, here: Links, listed: str = "") -> str:
    """The page's block.

    Parameters
    ----------
    view
        What the page shows.
    links
        The reader's filters.
    here
        The same with what the reader chose on this page alone.
    listed
        The cell that is listed whole, such as ``concern-fail``; empty for none.
    """
    absent = "" if view.tested or view.not_tested else absence("variation", links)
    return render.page(
        "variation",
        view=view,
        links=links,
        here=here,
        listed=listed,
        absent=absent,
        headline=absent or headline(view),
        rows=[(kind, *ROWS[kind], _row_icon(kind)) for kind in KINDS if view.count(kind)],
        columns=[(column, *COLUMNS[column], _column_icon(column)) for column in ASSURANCES],
        icon=_icon,
        not_tested=NOT_TESTED,
        cell_name=cell_name,
    )


def headline(view: Variation) -> str:
    """How many of the tested measures get worse or cannot meet their targets.

    >>> from perfcore.views.variation import Variation
    >>> headline(Variation({}, {}))
    'No measure has enough points for a control chart.'
    """
    if not view.tested:
        return "No measure has enough points for a control chart."
    tested = f"{view.tested:,} measure{'' if view.tested == 1 else 's'} with a control chart"
    worse, cannot = view.count("concern"), view.cannot_meet
    said = wording.capital(f"{wording.count_word(worse)} of the {tested} ")
    said += f"{'is' if worse == 1 else 'are'} getting worse by more than chance"
    if cannot:
        one = "one" if cannot == 1 else wording.count_word(cannot)
        said += f"; {one} cannot meet {'its target' if cannot == 1 else 'their targets'} unless "
        said += f"the process{'' if cannot == 1 else 'es'} change{'s' if cannot == 1 else ''}"
    return f"{said}."


def cell_name(kind: str, column: str) -> str:
    """What a cell is called in the address."""
    return f"{kind}-{column or 'none'}".replace("_", "-")


def _icon(row: Placed) -> Markup:
    return variation_icon(Signal(row.variation, row.assurance, refusal=row.refusal), 20)


def _row_icon(kind: str) -> Markup:
    ways = ("common_cause",) if kind == "common_cause" else (f"{kind}_high", f"{kind}_low")
    return Markup("").join(variation_icon(Signal(way, refusal="")) for way in ways)


def _column_icon(column: str) -> Markup:
    return assurance_icon(Signal("common_cause", column, refusal=""))
