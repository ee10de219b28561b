"""The weekly Covid-19 report: twelve sections, a timeline, the change in the week."""

from perfcore.present import blocks
from perfcore.present.tables import covid as taken
from perfcore.ui.asked import asked
from perfcore.ui.block import block
from perfcore.ui.download import download_tables
from perfcore.ui.folds import warn_of_unknown_folds
from perfcore.ui.week_choice import week_choice
from perfcore.views.covid import Covid, covid

ask = asked()
weeks = ask.remember("covid weeks", answer=lambda: covid(ask.store, ask.outline, ask.filters).weeks)
week, cumulative = week_choice(weeks)
warn_of_unknown_folds([entry.id for entry in ask.outline.covid_sections])


def view() -> Covid:
    """The week chosen."""
    return covid(ask.store, ask.outline, ask.filters, week, cumulative=cumulative)


def answer() -> str:
    """The block's HTML."""
    return blocks.covid(view(), ask.links("covid-19"))


block(ask.remember("covid", str(week), str(cumulative), answer=answer), key="covid")
download_tables(
    ask, "Covid-19 weekly", "covid-19-weekly", taken.TITLES, lambda: taken.tables(view())
)
