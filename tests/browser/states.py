"""Which states does each page have, and which council shows them all?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from perfcore.engine.build import build
from tests.compared_council import BENCHMARK_HEADINGS, COMPARATORS, PLANS, PLANS_BESIDE, PLANS_LOG
from tests.county import FRAMEWORK, LOG_HEADINGS, County, county
from tests.filled_register import fill

_WITHHELD = """\
  tenancies-ended:
    name: Tenancies ended early
    level: service
    service: homes
    portfolio: housing
    quadrant: customer
    unit: count
    frequency: month
    good: low
    targets: [{from: "2020/21", value: 5}]
"""
_MARKED = """\
measure,period,value,reported_on
tenancies-ended,2020-08,8,2020-09-09
tenancies-ended,2020-09,[c],2020-10-09
"""
NO_MATCH = "directorate=People+%26+families&portfolio=Environment"
MEASURE_PAGES = ("measure", "drill-down")
FOLDER = Path(__file__).parents[2] / "pages"


@dataclass(frozen=True)
class State:
    """A page as a reader can come to see it.

    Attributes
    ----------
    path
        Its address.
    shows
        A text that stands on the page once it is in this state; without one, a title does.
    """

    path: str
    shows: str = ""


STATES = {
    "overview": State("", "What needs attention"),
    "overview, filtered": State("?directorate=Place&period=August+2020", "What needs attention"),
    "overview, no match": State(f"?{NO_MATCH}", "No measures match"),
    "overview, unknown filter": State("?directorate=Sea", "which there is not"),
    "scorecard": State("scorecard", "Balanced scorecard"),
    "scorecard, filtered": State("scorecard?portfolio=Housing", "Balanced scorecard"),
    "scorecard, no match": State(f"scorecard?{NO_MATCH}", "No measures match"),
    "council plan": State("council-plan", "Council Plan"),
    "council plan, filtered": State("council-plan?portfolio=Housing", "Council Plan"),
    "council plan, no match": State(f"council-plan?{NO_MATCH}", "No measures match"),
    "covid": State("covid-19", "Covid-19 weekly metrics"),
    "covid, an earlier week": State(
        "covid-19?week=Week+ending+6+September+2020", "Covid-19 weekly metrics"
    ),
    "covid, no match": State("covid-19?directorate=Place", "Covid-19 weekly metrics"),
    "variation": State("variation", "Variation and assurance"),
    "variation, one level": State("variation?level=Service", "Variation and assurance"),
    "variation, no match": State(f"variation?{NO_MATCH}", "No measures match"),
    "exceptions": State("exceptions", "Exceptions"),
    "exceptions, no match": State(f"exceptions?{NO_MATCH}", "No measures match"),
    "actions": State("actions", "Overdue: 1"),
    "actions, as a board": State("actions?shown=board", "Overdue: 1"),
    "actions, no match": State(f"actions?{NO_MATCH}", "There is no such action"),
    "one action": State("actions?action=1", "What was done"),
    "one action, closed": State("actions?action=4", "Did it work?"),
    "actions, unknown": State("actions?action=99", "There is no action"),
    "meetings": State("meetings", "3 meetings"),
    "one meeting, held": State("meetings?held=1", "Held."),
    "one meeting, being held": State("meetings?held=2", "Being held."),
    "one meeting, planned": State("meetings?held=3", "would be on its agenda"),
    "meetings, unknown": State("meetings?held=99", "There is no meeting"),
    "meeting mode of a meeting": State("meeting?held=2&item=missed-bins", "On the agenda"),
    "meeting mode, not opened": State("meeting?held=3", "has been opened"),
    "access": State("access", "Who changed what"),
    "measures": State("measures", "Measures"),
    "measures, searched": State("measures?q=bins&status=Off+target", "Missed bins"),
    "measures, no match": State("measures?q=nothing+like+it", "No measures match"),
    "guide": State("guide"),
    "meeting": State("meeting", "Missed bins"),
    "meeting, what is behind": State("meeting?item=missed-bins&behind=crews-absent"),
    "meeting, nothing to see": State("meeting?portfolio=Housing", "Nothing needs attention"),
    "meeting, no such measure": State("meeting?item=missed-bin", "There is no such measure"),
    "drill-down, gap to target": State(
        "drill-down?measure=recycling&versus=Target", "Which depots keep it from target"
    ),
    "data health": State("data-health", "Data health"),
    "data health, filtered": State("data-health?directorate=Place", "Data health"),
}
MEASURES = {
    "off target": ("missed-bins", "Missed bins"),
    "split by depot": ("recycling", "Household waste <recycled>"),
    "exceeding": ("calls-answered", "Calls answered in time"),
    "not due": ("homes-built", "Homes built"),
    "never supplied": ("appeals", "Appeals upheld"),
    "withheld": ("tenancies-ended", "Tenancies ended early"),
    "retired": ("delayed-transfers", "Delayed transfers"),
    "without a target": ("shielded-contacted", "Shielded people contacted"),
    "unknown": ("missed-bin", "There is no such measure"),
    "not chosen": ("", "No measure is chosen yet"),
}
STATES |= {
    "measure, beside its neighbours": State("measure?measure=plans", "Nearest neighbours, August"),
    "measure, beside England": State("measure?measure=plans&compare=england", "England, August"),
    "measure, compared with an unknown set": State(
        "measure?measure=plans&compare=wales", "which there is not"
    ),
    "measure, nothing to compare yet": State("measure?measure=plans&period=April+2020", "in use"),
}
STATES |= {
    f"{page}, {state}": State(f"{page}?measure={measure}" if measure else page, shows)
    for page in MEASURE_PAGES
    for state, (measure, shows) in MEASURES.items()
}


def with_withheld(folder: Path) -> County:
    """The small council with two measures more: one withheld, one compared with others."""
    made = county(folder, built=False)
    framework = FRAMEWORK.replace("forums:", f"{COMPARATORS}forums:", 1)
    # operational, so that meeting mode still has a portfolio without exceptions
    plans = PLANS.replace("level: service", "level: operational")
    made.framework.write_text(framework + _WITHHELD + plans, encoding="utf-8")
    (made.data / "observations" / "withheld.csv").write_text(_MARKED, encoding="utf-8")
    compared = f"{LOG_HEADINGS}\n{PLANS_LOG}"
    (made.data / "observations" / "compared.csv").write_text(compared, encoding="utf-8")
    (made.data / "benchmarks").mkdir()
    others = f"{BENCHMARK_HEADINGS}\n{PLANS_BESIDE}"
    (made.data / "benchmarks" / "others.csv").write_text(others, encoding="utf-8")
    build(made.framework, made.data, made.out)
    fill(made)
    return made
