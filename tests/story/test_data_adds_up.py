"""Do numerators and denominators add up across members, places, parts and periods?"""

from __future__ import annotations

from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

import pytest
import yaml

from perfcore.periods import Calendar
from tests.story import shipped

CALENDAR = Calendar()
MEASURES = shipped.measures()
NEVER_SUPPLIED = {"majors-overturned-at-appeal"}
MODELS = {
    name: entry
    for path in sorted(
        (shipped.DATA / "make" / "model").glob("*.yaml"), key=lambda p: (p.name == "story.yaml", p)
    )
    for name, entry in yaml.safe_load(path.read_text(encoding="utf-8")).items()
}


def amounts(cell: shipped.Cell) -> tuple:
    if cell.denominator is not None:
        return cell.numerator, cell.denominator
    return (cell.value,)


def added(cells: list[shipped.Cell]) -> tuple:
    return tuple(sum(column) for column in zip(*map(amounts, cells), strict=True))


def by_period(measure: str, breakdown: str) -> dict[str, list[shipped.Cell]]:
    found = defaultdict(list)
    for line in shipped.members(measure, breakdown).values():
        for period, cell in line.items():
            found[period].append(cell)
    return found


BROKEN_DOWN = sorted({cell.key[:2] for cell in shipped.cells() if cell.breakdown})


def test_every_measure_has_data_except_the_one_never_supplied() -> None:
    supplied = {cell.measure for cell in shipped.cells()}
    assert set(MEASURES) - supplied == NEVER_SUPPLIED
    assert supplied <= set(MEASURES)


def test_every_breakdown_of_the_framework_has_members() -> None:
    wanted = {
        (measure.id, breakdown)
        for measure in MEASURES.values()
        for breakdown in measure.breakdowns
        if measure.id not in NEVER_SUPPLIED
    }
    assert wanted == set(BROKEN_DOWN)


@pytest.mark.parametrize(("measure", "breakdown"), BROKEN_DOWN)
def test_members_add_up_to_the_headline(measure: str, breakdown: str) -> None:
    headline = shipped.line(measure)
    for period, cells in by_period(measure, breakdown).items():
        hidden = [cell for cell in cells if cell.marker == "[c]"]
        shown = [cell for cell in cells if not cell.marker]
        whole = headline[period]
        if whole.marker:
            continue
        if hidden:
            assert len(hidden) >= 2, f"{period}: one withheld cell is the rest of the total"
            if shown:
                assert all(
                    part <= total for part, total in zip(added(shown), amounts(whole), strict=True)
                )
        else:
            assert added(shown) == amounts(whole), period


@pytest.mark.parametrize(
    "measure", sorted({m for m, b in BROKEN_DOWN if b == "ward" and (m, "locality") in BROKEN_DOWN})
)
def test_wards_add_up_to_their_locality(measure: str) -> None:
    nest = shipped.ward_localities()
    for locality, whole in shipped.members(measure, "locality").items():
        wards = [
            line
            for name, line in shipped.members(measure, "ward").items()
            if nest[name] == locality
        ]
        for period, total in whole.items():
            cells = [line[period] for line in wards]
            if not total.marker and not any(cell.marker for cell in cells):
                assert added(cells) == amounts(total), (locality, period)


def parts(measure: str) -> list[str]:
    return [d.measure for d in MEASURES[measure].drivers if d.kind == "part"]


TREES = [name for name in MEASURES if parts(name)]


def test_there_are_at_least_eight_trees_from_strategic_to_operational() -> None:
    deep = [
        name
        for name in TREES
        if MEASURES[name].level == "strategic" and any(parts(part) for part in parts(name))
    ]
    assert len(deep) >= 8


@pytest.mark.parametrize("measure", TREES)
@pytest.mark.parametrize("as_at", ["2020-09-01", "2020-10-12"])
def test_parts_add_up_to_the_whole_in_every_vintage(measure: str, as_at: str) -> None:
    known = shipped.lines(as_at)
    frequency = MEASURES[measure].frequency
    checked = 0
    for key in (k for k in known if k[0] == measure):
        below = [known.get((part, *key[1:])) for part in parts(measure)]
        if any(line is None for line in below):
            continue
        for period, whole in known[key].items():
            cells = [cell for line in below for cell in _within(line, period, frequency)]
            if whole.marker or any(cell.marker for cell in cells):
                continue
            assert added(cells) == amounts(whole), (key, period)
            checked += 1
    assert checked


def _within(line: shipped.Line, period: str, frequency: str) -> list[shipped.Cell]:
    whole = CALENDAR.parse(period, frequency)
    found = []
    for key, cell in line.items():
        part = CALENDAR.parse(key, MEASURES[cell.measure].frequency)
        if whole.start <= part.start and part.end <= whole.end:
            found.append(cell)
    if MEASURES[found[0].measure].combine == "last":
        return found[-1:]
    return found


BUILT_ON = sorted((name, entry["of"]) for name, entry in MODELS.items() if entry.get("of"))


@pytest.mark.parametrize(("measure", "base"), BUILT_ON)
def test_rolling_and_running_totals_are_sums_of_their_periods(measure: str, base: str) -> None:
    definition = MEASURES[measure]
    below = shipped.line(base)
    for period, whole in shipped.line(measure).items():
        end = CALENDAR.parse(period, definition.frequency).end
        starts = [CALENDAR.parse(key, MEASURES[base].frequency) for key in below]
        if definition.shape == "rolling":
            chosen = [p.key for p in starts if p.end <= end][-12:]
        else:
            year = CALENDAR.containing(end, "year").start
            chosen = [p.key for p in starts if year <= p.start and p.end <= end]
        assert added([below[key] for key in chosen]) == amounts(whole), period


@pytest.mark.parametrize(
    ("measure", "counts"),
    sorted((name, entry["counts"]) for name, entry in MODELS.items() if entry.get("counts")),
)
def test_rates_take_their_numerators_from_the_counts_beside_them(measure: str, counts: str) -> None:
    for period, cell in shipped.line(measure).items():
        assert cell.numerator == shipped.line(counts)[period].value, period


CUMULATIVE = [
    name
    for name, measure in MEASURES.items()
    if measure.shape == "cumulative" and not measure.covid_section
]


@pytest.mark.parametrize("measure", CUMULATIVE)
def test_running_totals_never_fall_within_a_financial_year(measure: str) -> None:
    frequency = MEASURES[measure].frequency

    def year(cell: shipped.Cell) -> str:
        return CALENDAR.containing(CALENDAR.parse(cell.period, frequency).start, "year").key

    for key, found in shipped.lines().items():
        for before, after in pairwise(found.values() if key[0] == measure else ()):
            if year(before) == year(after) and not before.marker and not after.marker:
                assert amounts(before)[0] <= amounts(after)[0], (key, after.period)


def test_values_are_their_numerators_over_their_denominators_rounded() -> None:
    for cell in shipped.cells():
        if cell.denominator and cell.text and not cell.marker:
            measure = MEASURES[cell.measure]
            exact = Decimal(cell.numerator or 0) * measure.scale / cell.denominator
            step = Decimal(1).scaleb(-measure.decimals)
            assert exact.quantize(step, rounding=ROUND_HALF_UP) == cell.value, cell


def test_no_figure_arrives_before_its_period_ends_or_after_the_day_of_the_data() -> None:
    for cell in shipped.cells():
        if cell.reported_on:
            period = CALENDAR.parse(cell.period, MEASURES[cell.measure].frequency)
            assert period.end.isoformat() < cell.reported_on <= "2020-10-12", cell


WITHHELD = sorted({cell.key[:2] for cell in shipped.cells() if cell.marker == "[c]"})


@pytest.mark.parametrize(("measure", "breakdown"), WITHHELD)
def test_no_shown_count_is_small_where_small_counts_are_withheld(
    measure: str, breakdown: str
) -> None:
    disclosure = MEASURES[measure].disclosure
    assert disclosure is not None
    for key, found in shipped.lines().items():
        for cell in found.values() if key[:2] == (measure, breakdown) else ():
            if not cell.marker and cell.denominator is None:
                assert not 0 < cell.value < disclosure.min_count, cell


@pytest.mark.parametrize(("measure", "breakdown"), [pair for pair in WITHHELD if pair[1]])
def test_what_is_left_for_withheld_counts_leaves_them_room(measure: str, breakdown: str) -> None:
    disclosure = MEASURES[measure].disclosure
    assert disclosure is not None
    for wholes, cells in groups(measure, breakdown):
        for period, whole in wholes.items():
            shown = [line[period] for line in cells if not line[period].marker]
            hidden = [line[period] for line in cells if line[period].marker == "[c]"]
            if hidden and not whole.marker:
                left = amounts(whole)[0] - (added(shown)[0] if shown else 0)
                assert len(hidden) >= 2, (whole, period)
                assert left >= 2 * disclosure.min_count or not any(c.value for c in shown), whole


def groups(measure: str, breakdown: str) -> list[tuple[shipped.Line, list[shipped.Line]]]:
    """Each published total with the lines that add up to it."""
    lines = shipped.members(measure, breakdown)
    if breakdown != "ward" or "locality" not in MEASURES[measure].breakdowns:
        return [(shipped.line(measure), list(lines.values()))]
    nest = shipped.ward_localities()
    return [
        (whole, [line for ward, line in lines.items() if nest[ward] == locality])
        for locality, whole in shipped.members(measure, "locality").items()
    ]
