"""What does each page show, as one block of HTML?"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date, timedelta

from markupsafe import Markup

from perfcore.present import (
    change,
    charts,
    drill_down_parts,
    headlines,
    meeting_chart,
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
from perfcore.present.charts import Chart
from perfcore.present.choice import AS_IT_COMES, Choice
from perfcore.present.links import Links
from perfcore.views.build_facts import BuildFacts
from perfcore.views.catalogue import Catalogue, Search
from perfcore.views.council_plan import CouncilPlan
from perfcore.views.covid import Covid
from perfcore.views.data_health import DataHealth
from perfcore.views.drill_down import DrillDown
from perfcore.views.measure_page import MeasurePage
from perfcore.views.meeting import Item, Screen
from perfcore.views.overview import Overview
from perfcore.views.results import Result
from perfcore.views.scorecard import Scorecard

_DRIVERS = 3
_MEMBERS = 3
_NUMBERS = 12


def overview(view: Overview, links: Links) -> str:
    """What needs attention."""
    absent = "" if view.council.total else absence("overview", links)
    headline = absent or headlines.overview(view)
    return render.page("overview", view=view, links=links, headline=headline, absent=absent)


def scorecard(view: Scorecard, links: Links) -> str:
    """The balanced scorecard."""
    absent = "" if view.counts.total else absence("scorecard", links)
    headline = absent or headlines.scorecard(view)
    return render.page("scorecard", view=view, links=links, headline=headline, absent=absent)


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


def measure(view: MeasurePage, links: Links, chart: Chart | None) -> str:
    """The top of a measure's page: what it says now, down to the chart's title."""
    return render.page(
        "measure",
        view=view,
        links=links,
        headline=headlines.measure(view),
        target_line=reached.target_line(view),
        chart=chart,
    )


def measure_details(view: MeasurePage, links: Links) -> str:
    """The rest of a measure's page: how the status was reached, ownership, drivers, history."""
    return render.page(
        "measure-details",
        view=view,
        links=links,
        steps=reached.steps(view),
        good=reached.GOOD_WORDS[view.facts.good],
    )


def drill_down(view: DrillDown, links: Links, choice: Choice = AS_IT_COMES) -> str:
    """What is behind a measure, down to the heading of its breakdown."""
    return drill_down_parts.top(view, links, choice)


def drill_down_split(view: DrillDown, choice: Choice = AS_IT_COMES) -> str:
    """The breakdown of a measure, as bars or as a map; empty where it has none."""
    return drill_down_parts.split(view, choice)


def starting_points(results: Sequence[Result], links: Links) -> str:
    """Where to start to drill down, where no measure is chosen."""
    return render.page("drill-down-start", results=results, links=links)


def meeting(view: Screen, links: Links, build: BuildFacts, discussed: Collection[str]) -> str:
    """One exception as a meeting looks at it, with the way to the others."""
    return render.page(
        "meeting",
        view=view,
        links=links,
        build=build,
        discussed=discussed,
        window=_window(view.items, view.item),
        content=_on_screen(view, links) if view.page else "",
    )


def meeting_switch(links: Links, measure: str) -> str:
    """The way into meeting mode, about one measure if one is looked at."""
    return render.page("meeting-switch", links=links, measure=measure)


def _on_screen(view: Screen, links: Links) -> Markup:
    page = view.page
    if page is None:
        return Markup("")
    severity = {code: place for place, code in enumerate(("red", "amber", "no_data"))}
    drivers = sorted(page.drivers, key=lambda one: severity.get(one.result.status, len(severity)))
    return Markup(
        render.page(
            "meeting-screen",
            view=view,
            links=links,
            headline=headlines.measure(page),
            target_line=reached.target_line(page),
            finding=charts.finding(page),
            wide=meeting_chart.meeting_chart(page, meeting_chart.WIDE),
            narrow=meeting_chart.meeting_chart(page, meeting_chart.NARROW),
            drivers=drivers[:_DRIVERS],
            members=view.split.members[:_MEMBERS] if view.split else (),
        )
    )


def _window(items: Sequence[Item], item: Item | None) -> Sequence[Item]:
    """The numbers around the one on screen, as many as there is room for."""
    first = max(min((item.number if item else 1) - _NUMBERS // 2, len(items) - _NUMBERS + 1), 1)
    return items[first - 1 : first - 1 + _NUMBERS]


def catalogue(view: Catalogue, search: Search, links: Links) -> str:
    """The measures that match a search."""
    headline = headlines.catalogue(view.matches, search.text)
    return render.page("catalogue", view=view, links=links, headline=headline)


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
