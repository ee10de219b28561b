"""What does each page show, as one block of HTML?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from markupsafe import Markup

from perfcore.present import (
    change,
    drill_down_parts,
    exception_words,
    found_words,
    headlines,
    one_measure,
    plan,
    plan_headlines,
    reached,
    render,
    timeline,
    week_words,
    weekly_chart,
    wording,
)
from perfcore.present.absence import absence
from perfcore.present.choice import AS_IT_COMES, Choice
from perfcore.present.comparison_block import comparison_section
from perfcore.present.followed import NOT_FOLLOWED, Followed
from perfcore.present.forecast import words as forecast_words
from perfcore.present.forecast.fan import fan
from perfcore.present.found_words import SEARCHED
from perfcore.present.history.points import first_published
from perfcore.present.links import Links
from perfcore.present.moved.block import moved_block
from perfcore.present.path_to_green import path_that_stands, path_told
from perfcore.present.supplied import quality_lines
from perfcore.present.targets_told import target_in, target_told
from perfcore.present.variation import words as variation_words
from perfcore.present.variation.told import told
from perfcore.views.catalogue import Catalogue, Search
from perfcore.views.comparison import NOT_COMPARED, Comparison
from perfcore.views.council_plan import CouncilPlan
from perfcore.views.covid import Covid
from perfcore.views.data_health import DataHealth
from perfcore.views.drill_down import DrillDown
from perfcore.views.measure_page import MeasurePage
from perfcore.views.results import Result
from perfcore.views.scorecard import Order, Scorecard

if TYPE_CHECKING:  # drawing takes longer to load than a page takes to show
    from perfcore.present.charts import Heading


def scorecard(
    view: Scorecard,
    links: Links,
    here: Links | None = None,
    order: Order = "attention",
    forum: str = "",
) -> str:
    """The balanced scorecard.

    Parameters
    ----------
    view
        What the page shows.
    links
        The reader's filters.
    here
        The same with what the reader chose on this page alone.
    order
        How the measures are ordered.
    forum
        The name of the forum whose measures are shown; empty for all.
    """
    absent = "" if view.counts.total or forum else absence("scorecard", links)
    return render.page(
        "scorecard",
        view=view,
        links=links,
        here=here or links,
        headline=absent or headlines.scorecard(view, forum),
        absent=absent,
        order=order,
        orders=wording.SCORECARD_ORDERS,
        last_year=bool((here or links).carried.get("lastyear")),
        forum=forum,
    )


def council_plan(view: CouncilPlan, links: Links) -> str:
    """The council plan."""
    absent = "" if view.counts.total else absence("council-plan", links)
    return render.page(
        "council-plan",
        view=view,
        links=links,
        headline=absent or plan_headlines.council_plan(view),
        absent=absent,
        plan=plan,
        plan_say=plan_headlines,
    )


def covid(view: Covid, links: Links) -> str:
    """The weekly Covid-19 report."""
    events = timeline.timeline(view)
    absent = "" if view.sections else absence("covid-19", links)
    return render.page(
        "covid",
        view=view,
        links=links,
        headline=absent or week_words.headline(view),
        absent=absent,
        timeline=events,
        small=_small_charts(view, events),
        change=change.change_in_words,
        moved=change.moved,
        week=week_words,
        noted=week_words.noted(view),
        revisions=week_words.revisions(view),
        day=_day_after,
    )


def measure(view: MeasurePage, links: Links, chart: Heading | None) -> str:
    """The top of a measure's page: what it says now, down to the chart's title."""
    return render.page(
        "measure",
        view=view,
        links=links,
        headline=one_measure.headline(view),
        states=one_measure.states(view),
        withheld=one_measure.withheld_because(view.facts),
        target_line=reached.target_line(view),
        chart=chart,
        variation=variation_words,
        year_end=forecast_words.cell(view.forecast, view.facts) if view.forecast else None,
    )


def measure_details(
    view: MeasurePage,
    links: Links,
    compared: Comparison = NOT_COMPARED,
    done: Followed = NOT_FOLLOWED,
) -> str:
    """The rest of a measure's page: how its status was reached, how it compares, its history."""
    return render.page(
        "measure-details",
        view=view,
        links=links,
        steps=reached.steps(view),
        good=reached.GOOD_WORDS[view.facts.good],
        quality=list(quality_lines(view.facts, view.quality)),
        targets=[target_told(view.facts, span) for span in view.target_spans],
        target_in=target_in,
        first_published=first_published(view.restatements),
        comparison=Markup(comparison_section(view, compared)),
        told=told(view),
        forecast=forecast_words,
        exceptions=exception_words,
        done=done,
        explained=done.explained,
        path_told=path_told,
        fan=_ahead(view, done.explained),
        has_path=bool(path_that_stands(view, done.explained)),
    )


def _ahead(view: MeasurePage, explained: exception_words.Explained) -> Markup:
    path = path_that_stands(view, explained)
    return fan(view.forecast, view.history, view.facts, path) if view.forecast else Markup("")


def drill_down(view: DrillDown, links: Links, choice: Choice = AS_IT_COMES) -> str:
    """What is behind a measure: its headline and its tree."""
    return drill_down_parts.top(view, links, choice)


def drill_down_split(view: DrillDown, choice: Choice = AS_IT_COMES) -> str:
    """The breakdown of a measure, as bars or as a map; empty where it has none."""
    return drill_down_parts.split(view, choice)


def drill_down_moved(view: DrillDown) -> str:
    """What moved a measure and what would bring it back; empty without a result."""
    return moved_block(view.moved)


def starting_points(results: Sequence[Result], links: Links) -> str:
    """Where to start to drill down, where no measure is chosen."""
    return render.page("drill-down-start", results=results, links=links)


def catalogue_top(matches: int, search: Search) -> str:
    """The title of the catalogue and how many measures match; said aloud when it changes."""
    return render.page("catalogue-top", headline=found_words.headline(matches, search))


def catalogue(view: Catalogue, search: Search, links: Links) -> str:
    """The measures that match a search.

    Parameters
    ----------
    view
        One page of the matches.
    search
        What was looked for.
    links
        The reader's filters, with the search as it stands in the address.
    """
    return render.page(
        "catalogue",
        view=view,
        links=links.without(*SEARCHED),
        here=links.without("page"),
        nothing=found_words.nothing(search, links),
    )


def data_health(view: DataHealth, links: Links, warehouse: str) -> str:
    """The state of the data."""
    headline = headlines.data_health(view)
    return render.page(
        "data-health", view=view, links=links, headline=headline, warehouse=warehouse
    )


def _small_charts(view: Covid, events: timeline.Timeline) -> Callable[..., Markup]:
    if view.first is None or view.week is None:
        return lambda *_: Markup("")
    axis = weekly_chart.WeekAxis(view.first, view.week, events.events)
    return lambda one, width=weekly_chart.WIDTHS[0]: weekly_chart.small_chart(one, axis, width)


def _day_after(start: date, days: int) -> str:
    return wording.day(start + timedelta(days=days), year=False, short=True)


def guide(organisation: str, links: Links) -> str:
    """How to read the dashboard."""
    return render.page("guide", organisation=organisation, links=links)
