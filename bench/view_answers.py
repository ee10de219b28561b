"""How long does a view take to answer at 5,000 measures of 60 months?"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from inputs import write_council

from perfcore.engine.build import build
from perfcore.store import open_current
from perfcore.views.catalogue import Search, catalogue
from perfcore.views.council_plan import council_plan
from perfcore.views.covid import covid
from perfcore.views.data_health import data_health
from perfcore.views.drill_down import drill_down
from perfcore.views.filters import Filters
from perfcore.views.measure_page import measure_page
from perfcore.views.meeting import screen
from perfcore.views.outline import outline
from perfcore.views.overview import overview
from perfcore.views.scorecard import scorecard

MEASURES = 5_000
CALLS = 30
WARM_UP = 3


def view_answers() -> dict[str, float]:
    """Median milliseconds of each view, by its name."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        write_council(place, MEASURES, 0)
        build(place / "measures.yaml", place / "data", place / "build", forecasts=False)
        store = open_current(place / "build")
        council, everything, one = outline(store), Filters(), Filters(directorate="d1")
        earlier, day = Filters(until=council.months[6]), council.months[3]
        questions: dict[str, Callable[[], object]] = {
            "overview": lambda: overview(store, council, everything),
            "overview of one directorate": lambda: overview(store, council, one),
            "overview of an earlier month": lambda: overview(store, council, earlier),
            "overview compared with a day": lambda: overview(store, council, everything, day),
            "scorecard": lambda: scorecard(store, council, everything),
            "council plan": lambda: council_plan(store, council, everything),
            "covid": lambda: covid(store, council, everything),
            "drill-down": lambda: drill_down(store, council, "m00000"),
            "meeting": lambda: screen(store, council, everything),
            "measure": lambda: measure_page(store, "m00000"),
            "catalogue": lambda: catalogue(store, everything, Search(text="measure 12")),
            "data health": lambda: data_health(store, everything),
        }
        return {name: _median_ms(ask) for name, ask in questions.items()}


def _median_ms(ask: Callable[[], object]) -> float:
    seconds = []
    for call in range(WARM_UP + CALLS):
        started = time.perf_counter()
        ask()
        if call >= WARM_UP:
            seconds.append(time.perf_counter() - started)
    return statistics.median(seconds) * 1000
