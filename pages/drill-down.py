"""What is behind a measure: the measures that drive it, and its places or teams."""

from collections.abc import Sequence

import streamlit as st

from perfcore.present import blocks, way
from perfcore.present.forecast.words import if_moved
from perfcore.present.tables import drill_down as tables
from perfcore.present.take_away import Table
from perfcore.ui.asked import asked
from perfcore.ui.block import block
from perfcore.ui.chosen_measure import chosen_measure
from perfcore.ui.download import download_tables
from perfcore.ui.split_bar import split_bar, unknown_in_address
from perfcore.ui.what_if_form import what_if_form
from perfcore.views.contributions import Contributions
from perfcore.views.drill_down import DrillDown, drill_down, offered_of
from perfcore.views.forecast import forecast
from perfcore.views.judged import Bands
from perfcore.views.moved import to_suppose
from perfcore.views.reckoning import Outcome
from perfcore.views.starting_points import starting_points

ask = asked()
measure = chosen_measure(ask, "drill-down")
if measure:
    path = st.query_params.get("path", "")
    offered = ask.remember(
        "offered", measure, answer=lambda: offered_of(ask.store, ask.outline, measure)
    )
    unknown = unknown_in_address(offered)
    choice = split_bar(offered)
    about = (measure, path, repr(choice))

    def view() -> DrillDown:
        """What the page shows."""
        until, came = ask.filters.until, way.read(path)
        return drill_down(
            ask.store, ask.outline, measure, choice.split, until, came, choice.against
        )

    def answer() -> tuple[str, str, str, bool, list[str], Contributions | None, Bands | None]:
        """The blocks, whether the path holds, what the tables are called, what can be supposed."""
        shown = view()
        links = ask.links("drill-down")
        return (
            blocks.drill_down(shown, links, choice),
            blocks.drill_down_moved(shown),
            blocks.drill_down_split(shown, choice),
            shown.tree.way_known,
            tables.titles(shown),
            *to_suppose(shown.moved),
        )

    def taken() -> Sequence[Table]:
        """The page's tables."""
        return tables.tables(view())

    def year_end(supposed: Outcome) -> str:
        """How likely the year's target would be, had the figure been the one supposed."""
        ahead = ask.remember("forecast", measure, answer=lambda: forecast(ask.store, measure))
        now = found.whole.value_to if found else None
        if ahead is None or found is None or now is None:
            return ""
        return if_moved(ahead.verdict, found.whole.frequency, now, supposed.value)

    answered = ask.remember("drill-down", *about, answer=answer)
    top, moved, split, way_known, titles, found, bands = answered
    if not way_known:
        unknown.append("The path in the address does not lead to this measure.")
    if unknown:
        st.warning(f"{' '.join(unknown)} What is usual is shown.")
    block(top, key="drill_down")
    if moved:
        block(moved, key="drill_down_moved")
    if found:
        what_if_form(found, bands, year_end if ask.filters.until is None else None)
    if split:
        block(split, key="drill_down_split")
    download_tables(ask, "Drill-down", f"{measure}-drill-down", titles, taken)
else:
    start = ask.remember(
        "starting points",
        answer=lambda: blocks.starting_points(
            starting_points(ask.store, ask.filters), ask.links("drill-down")
        ),
    )
    block(start, key="drill_down_start")
