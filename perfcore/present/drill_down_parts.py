"""How are the blocks of a drill-down made: the tree, and the breakdown?"""

from __future__ import annotations

from collections.abc import Callable

from perfcore.present import behind, member_chart, member_rows, render, wording
from perfcore.present.choice import Choice
from perfcore.present.family import LEVEL_NOTES, family
from perfcore.present.hex_map import HexMap, hex_map
from perfcore.present.links import Links
from perfcore.present.member_charts import member_charts
from perfcore.present.moved import words
from perfcore.present.way import written
from perfcore.views.drill_down import DrillDown
from perfcore.views.split import Split

_LONG = 15
_RANKED = 8


def top(view: DrillDown, links: Links, choice: Choice) -> str:
    """The way, the headline, what would be if the worst had met target, and the tree."""
    own = view.measure
    here = written([*view.tree.way, own.measure])
    return render.page(
        "drill-down",
        view=view,
        links=links,
        headline=_headline(view),
        note=_note(view),
        family=family(view),
        level_notes=LEVEL_NOTES,
        crumbs=_crumbs(view),
        go=_addresses(view, links, choice),
        page_of=lambda measure: links.to("measure", measure=measure, **{"from": here}),
    )


def _headline(view: DrillDown) -> str:
    """What moved it and who accounts for it; how it stands where that cannot be said."""
    return (words.headline(view.moved) if view.moved else "") or behind.headline(view)


def _note(view: DrillDown) -> tuple[str, str, str] | None:
    """The status, the sentence and the sums of what would be if the worst had met target."""
    if view.moved is None or view.moved.worst_met is None:
        return None
    return view.moved.worst_met.status, words.if_met(view.moved), words.if_met_sums(view.moved)


def split(view: DrillDown, choice: Choice) -> str:
    """The chart and the table, or the map and the table."""
    found, own = view.split, view.measure
    if found is None:
        return ""
    scale = member_chart.scale_of(found, own, choice.versus)
    long = len(found.members) > _LONG
    return render.page(
        "drill-down-split",
        own=own,
        split=found,
        finding=behind.finding(found, own),
        about=_about(view, found),
        rows=member_rows.member_rows(found, own, choice.versus),
        total=member_rows.total_row(found, own, choice.versus),
        shown=member_rows.columns(found),
        versus=choice.versus,
        when=_when(view),
        earlier=member_rows.compared_period(found, own, choice.versus),
        scale=scale,
        chart=member_chart,
        long=long,
        ranked=len(found.members) > _RANKED,
        map=_map(view, found) if choice.as_map else None,
        behind=behind,
        charts=member_charts(found, own, view.charts),
    )


def _map(view: DrillDown, found: Split) -> HexMap | None:
    if not found.hexagons:
        return None
    own = view.measure
    return hex_map(found, own, behind.map_alternative(found, own, _when(view, short=False)))


def _addresses(view: DrillDown, links: Links, choice: Choice) -> Callable[[str, str], str]:
    """Addresses of drill-downs, which keep the breakdown where the other measure has it too."""
    shown = view.split.breakdown.id if view.split else ""
    without_split = {name: text for name, text in choice.carried.items() if name != "split"}

    def go(measure: str, way: str) -> str:
        kept = choice.carried if shown in view.splits.get(measure, ()) else without_split
        return links.to("drill-down", measure=measure, path=way, **kept)

    return go


def _crumbs(view: DrillDown) -> list[tuple[str, str]]:
    """The measures above, each with the way to it."""
    way = view.tree.way
    return [(measure, written(way[:place])) for place, measure in enumerate(way)]


def _about(view: DrillDown, split: Split) -> str:
    own = view.measure
    reported = ""
    if own.reported_on:
        reported = f", reported {wording.day(own.reported_on)}"
    said = [
        f"{wording.capital(_when(view, short=False))}{reported}",
        behind.order(split, own) if split.valued else "",
        behind.judging(split, own).rstrip("."),
    ]
    return f"{'. '.join(filter(None, said))}."


def _when(view: DrillDown, *, short: bool = True) -> str:
    own = view.measure
    return wording.period(own.frequency, own.period, own.starts, short=short)
