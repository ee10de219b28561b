"""Which keys may a framework file hold?

This one table is read by the loader, printed as the JSON Schema and searched for the nearest
known key, so that the three cannot come to differ (contracts.md 1).
"""

from __future__ import annotations

from typing import Final, get_args

from perfcore.framework.grammar.collections import Dated, Key, Listing, Record, Table
from perfcore.framework.grammar.scalars import (
    Amount,
    Choice,
    Day,
    Distance,
    Flag,
    PeriodName,
    Reference,
    Span,
    Text,
    Whole,
)
from perfcore.framework.model import Combine, Good, Level, Shape
from perfcore.periods import FREQUENCIES, MONTHS

STATUSES: Final = (
    "exceptional", "green", "amber", "red", "monitor",
    "no_data", "not_due", "suppressed", "not_available",
)  # fmt: skip
SCALES: Final = (1, 100, 1_000, 10_000, 100_000)
MONTH_KEYS: Final = tuple(month[:3].lower() for month in MONTHS)
QUARTER_KEYS: Final = ("q1", "q2", "q3", "q4")
DIRECTORATE_FORUM: Final = "directorate"

_LEVEL: Final = Choice(get_args(Level))
_STATUS: Final = Choice(STATUSES)
_NAME: Final = Key("name", Text(), "What readers see.", required=True)
_REASON: Final = Key("reason", Text(), "Why, in one sentence.", required=True)
_FROM: Final = Key("from", PeriodName(), "The first period it applies to.", required=True)
_DIRECTORATE: Final = Reference("directorates", "directorate")
_SERVICE: Final = Reference("services", "service")
_PORTFOLIO: Final = Reference("portfolios", "portfolio")
_QUADRANT: Final = Reference("quadrants", "quadrant")
_PRIORITY: Final = Reference("priorities", "priority")
_MEASURE: Final = Reference("measures", "measure")
_COMPARATOR: Final = Reference("comparators", "comparator")

ORGANISATION: Final = Record((
    _NAME,
    Key("code", Text(), "The ONS code of the area, for example E06000059.", required=True),
    Key("year_starts", Choice(tuple(month.lower() for month in MONTHS)),
        "First month of the financial year; april if absent."),
    Key("as_at", Day(), "Fixes today, for illustrative data."),
    Key("illustrative", Flag(), "Whether every page says that the data is illustrative."),
    Key("spc_rules", Choice(("mdc", "nhsr")), "The rule set of control charts; mdc if absent."),
))  # fmt: skip

DIRECTORATE: Final = Record((_NAME, Key("lead", Text(), "Post title of who leads it.")))

SERVICE: Final = Record((
    _NAME,
    Key("directorate", _DIRECTORATE, "The directorate it belongs to.", required=True),
    Key("lead", Text(), "Post title of who leads it."),
))  # fmt: skip

PORTFOLIO: Final = Record((_NAME,))

QUADRANT: Final = Record((_NAME, Key("aim", Text(), "What it stands for.")))

PRIORITY: Final = Record((
    _NAME,
    Key("cross_cutting", Flag(), "Whether it shares measures with the other priorities."),
))  # fmt: skip

COVID_SECTION: Final = Record((
    _NAME,
    Key("order", Whole(1, 1_000), "Its place in the report; the file's order if absent."),
    Key("short", Text(), "A shorter name for narrow places; the name if absent."),
))  # fmt: skip

COMPARATOR: Final = Record((
    _NAME,
    Key("code", Text(), "The code of the one area."),
    Key("since", PeriodName(), "The month from which the set is used, for example 2021-04."),
    Key("members", Listing(Text()), "The codes of the areas of a set."),
))  # fmt: skip

BREAKDOWN: Final = Record((
    _NAME,
    Key("geography", Flag(), "Whether its members are places on a map."),
))  # fmt: skip

RECEIVES: Final = Record((
    Key("levels", Listing(_LEVEL), "Only measures of these levels."),
    Key("directorates", Listing(_DIRECTORATE), "Only measures of these directorates."),
    Key("services", Listing(_SERVICE), "Only measures of these services."),
    Key("portfolios", Listing(_PORTFOLIO), "Only measures of these portfolios."),
    Key("quadrants", Listing(_QUADRANT), "Only measures of these quadrants."),
    Key("priorities", Listing(_PRIORITY), "Only measures of these priorities."),
    Key("statuses", Listing(_STATUS), "Only measures with these statuses."),
))  # fmt: skip

FORUM: Final = Record((
    _NAME,
    Key("meets", Text(), "How often, for example monthly."),
    Key("receives", RECEIVES, "Which measures it gets; all if absent."),
))  # fmt: skip

WHEN: Final = Record((
    Key("status", _STATUS, "The status that sets it off.", required=True),
    Key("for", Span("period", "2 periods", least=1), "For how long, like 2 periods; 1 if absent."),
    Key("level", _LEVEL, "Only measures of this level."),
    Key("directorate", _DIRECTORATE, "Only measures of this directorate."),
))  # fmt: skip

ESCALATION: Final = Record((
    Key("when", WHEN, "The condition.", required=True),
    Key("to", Reference("forums", "forum", also=(DIRECTORATE_FORUM,)),
        "The forum that hears of it, or directorate for the measure's own.", required=True),
    Key("as", Choice(("exception", "celebrate", "data")), "As what; exception if absent."),
))  # fmt: skip

EXCEPTIONS: Final = Record((
    Key("close_after", Span("period", "2 periods", least=1),
        "How long a measure must be back before its exception closes; 1 period if absent."),
    Key("continue_within", Span("period", "3 periods"),
        "How soon after it closed it is the same exception again; 3 periods if absent."),
    Key("explain_within", Span("day", "10 days"),
        "How long the accountable officer has to explain it; 10 days if absent."),
    Key("miss_below", Whole(least=0, most=100),
        "Below which chance of its target, in percent, a forecast is one to miss; 20 if absent."),
    Key("unexplained_to", Reference("forums", "forum"),
        "The forum that hears of exceptions whose explanation is overdue; none if absent."),
))  # fmt: skip

PROFILE: Final = Record((
    *(Key(month, Amount(), f"The total by the end of {name}.")
      for month, name in zip(MONTH_KEYS, MONTHS, strict=True)),
    *(Key(quarter, Amount(), f"The total by the end of quarter {quarter[1]}.")
      for quarter in QUARTER_KEYS),
))  # fmt: skip

TARGET: Final = Record((
    _FROM,
    Key("kind", Text(), "local (decides the status; if absent), statutory or another word."),
    Key("why", Text(), "Where the target comes from."),
    Key("value", Amount(), "The target."),
    Key("range", Listing(Amount(), length=2), "The lowest and highest value on target."),
    Key("profile", PROFILE, "The running total wanted by the end of each month or quarter."),
    Key("to", PeriodName(), "The last period of a straight line."),
    Key("start", Amount(), "Where a straight line begins."),
    Key("end", Amount(), "Where it ends, and stays."),
    Key("comparator", _COMPARATOR, "The area whose value is the target."),
    Key("improve_on", Choice(("last_year",)), "What is to be improved on."),
    Key("by", Distance(), "By how much to improve, like 2%."),
))  # fmt: skip

DATED_MARGIN: Final = Record((
    _FROM,
    Key("value", Distance(), "A margin like 5% or 2.", required=True),
))  # fmt: skip

DATED_POSITIVE_MARGIN: Final = Record((
    _FROM,
    Key("value", Distance(positive=True), "A margin like 5% or 2.", required=True),
))  # fmt: skip

THRESHOLDS: Final = Record((
    Key("green", Amount(), "The last value on target.", required=True),
    Key("amber", Amount(), "The last value within tolerance.", required=True),
    Key("exceptional", Amount(), "The first exceptional value."),
))  # fmt: skip

DRIVER: Final = Record((
    Key("parts", Listing(_MEASURE), "Measures that add up to this one."),
    Key("influences", Listing(_MEASURE), "Measures that move with this one."),
    Key("product", Listing(_MEASURE), "Two or three measures whose product this one is."),
    Key("expected", Choice(("up", "down")), "Where this one goes when an influence rises."),
    Key("lag", Whole(0, 120), "After how many periods; 0 if absent."),
))  # fmt: skip

SPC: Final = Record((
    Key("recalculate", Listing(Record((_FROM, _REASON))), "Where limits are computed afresh."),
    Key("baseline", Record((
        Key("to", PeriodName(), "The last period of the baseline.", required=True), _REASON,
    )), "The points the first limits are computed from."),
    Key("ghost", Listing(Record((
        Key("period", PeriodName(), "The period set aside.", required=True), _REASON,
    ))), "Points drawn but left out of every calculation."),
    Key("screen", Flag(), "Whether outlying moving ranges are dropped once."),
    Key("conflict", Choice(("improvement", "concern")),
        "Which wins where a point is both; improvement if absent."),
))  # fmt: skip

DISCLOSURE: Final = Record((
    Key("min_count", Whole(1, 1_000), "Smaller counts are withheld.", required=True),
    Key("round_to", Whole(1, 1_000), "Counts are rounded to a multiple of this."),
))  # fmt: skip

RETIRED: Final = Record((
    Key("from", PeriodName(), "The first period no longer reported.", required=True), _REASON,
))  # fmt: skip

REQUIRED_OF_A_MEASURE: Final = ("level", "service", "unit", "frequency", "good")

SHARED: Final = (
    Key("definition", Text(), "What is counted, and out of what."),
    Key("why", Text(), "Why it is measured."),
    Key("level", _LEVEL, "strategic, service or operational."),
    Key("service", _SERVICE, "The service area, which gives the directorate."),
    Key("portfolio", _PORTFOLIO, "The portfolio it is answered for in."),
    Key("quadrant", _QUADRANT, "Its quadrant of the balanced scorecard."),
    Key("group", Text(), "Heading inside the quadrant, for example Value for money."),
    Key("priorities", Listing(_PRIORITY), "The council plan's sections it belongs to."),
    Key("covid_section", Reference("covid_sections", "Covid section"),
        "Its section of the weekly Covid-19 report."),
    Key("statutory_return", Text(), "The return it is sent to government in."),
    Key("owner", Text(), "Post title of the accountable officer."),
    Key("source", Text(), "Where the figures come from."),
    Key("tags", Listing(Text()), "Words for the catalogue's search."),
    Key("unit", Text(), "percent, count, gbp, days, hours, minutes, rate, index, or any words."),
    Key("scale", Whole(allowed=SCALES), "What a ratio is multiplied by; 1 if absent."),
    Key("decimals", Whole(0, 6), "Decimal places of the published value; 0 if absent."),
    Key("frequency", Choice(FREQUENCIES), "How often it is taken."),
    Key("due_after", Span("day", "20 days"), "When after a period it is expected."),
    Key("good", Choice(get_args(Good)), "Which way is better."),
    Key("shape", Choice(get_args(Shape)), "Counted in the period, a snapshot, or running."),
    Key("combine", Choice(get_args(Combine)), "How periods and places are put together."),
    Key("seasonal", Flag(), "Whether it is compared with the same period last year."),
    Key("epidemic", Flag(), "Whether it follows an epidemic curve, which has no control chart."),
    Key("noise", Distance(), "A change too small to call; 1% if absent."),
    Key("targets", Listing(TARGET), "What was promised, each from a period on."),
    Key("tolerance", Dated(Distance(), DATED_MARGIN), "How far off target is still amber."),
    Key("exceptional", Dated(Distance(positive=True), DATED_POSITIVE_MARGIN),
        "How far beyond target is exceptional."),
    Key("thresholds", THRESHOLDS, "The boundaries themselves, in place of margins."),
    Key("drivers", Listing(DRIVER), "What it is made of and what moves it."),
    Key("breakdowns", Listing(Reference("breakdowns", "breakdown")), "How it can be split."),
    Key("comparators", Listing(_COMPARATOR), "Whom it is compared with."),
    Key("spc", SPC, "How its control chart is cut up."),
    Key("disclosure", DISCLOSURE, "How small counts are withheld."),
    Key("public", Flag(), "Whether the public may see it; true if absent."),
    Key("retired", RETIRED, "When it stopped, and why."),
)  # fmt: skip

DEFAULTS: Final = Record(SHARED)
MEASURE: Final = Record((_NAME, *SHARED))

FRAMEWORK: Final = Record((
    Key("version", Whole(allowed=(1,)), "The version of this file's layout.", required=True),
    Key("organisation", ORGANISATION, "Whose framework it is.", required=True),
    Key("directorates", Table(DIRECTORATE), "The parts of the council.", required=True),
    Key("services", Table(SERVICE), "The service areas.", required=True),
    Key("portfolios", Table(PORTFOLIO), "What Cabinet members answer for."),
    Key("quadrants", Table(QUADRANT), "The quarters of the balanced scorecard."),
    Key("priorities", Table(PRIORITY), "The sections of the council plan."),
    Key("covid_sections", Table(COVID_SECTION), "The sections of the weekly Covid-19 report."),
    Key("comparators", Table(COMPARATOR), "Areas to compare with."),
    Key("breakdowns", Table(BREAKDOWN), "Ways to split a measure."),
    Key("forums", Table(FORUM), "Meetings that receive performance information."),
    Key("escalation", Listing(ESCALATION), "Who hears of what; every rule that matches applies."),
    Key("exceptions", EXCEPTIONS, "When an exception closes, and by when it is explained."),
    Key("defaults", DEFAULTS, "Merged under every measure."),
    Key("measures", Table(MEASURE, measures=True), "What is measured.", required=True),
))  # fmt: skip

SECTIONS: Final = tuple(key.name for key in FRAMEWORK.keys if isinstance(key.kind, Table))
