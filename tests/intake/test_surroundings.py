"""Are benchmarks, events and places taken in with the same care?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.intake.sending import Outcome, take


def put(data: Path, name: str, content: str) -> Outcome:
    path = data / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content)
    return take(data)


HEAD = "measure,area_code,area_name,period,value,lower,upper,reported_on\n"


def test_a_benchmark_keeps_its_limits(tmp_path: Path) -> None:
    row = "recycling,E92000001,England,2020/21 Q1,43.5,43.1,43.9,2020-09-01\n"
    outcome = put(tmp_path, "benchmarks/england.csv", HEAD + row)
    query = "select area_name, period, value::varchar, lower::varchar, upper::varchar "
    assert outcome.rows(query + "from benchmark") == [
        ("England", "2020/21 Q1", "43.5000000000", "43.1000000000", "43.9000000000")
    ]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("recyclin,E1,A,2020/21 Q1,5,,,", "unknown measure 'recyclin' (did you mean 'recycling'?)"),
        ("recycling,,A,2020/21 Q1,5,,,", "the area_code is empty"),
        ("recycling,E1,A,2020-06,5,,,", "period: '2020-06' is not a quarter."),
        ("recycling,E1,A,2020/21 Q1,,,,", "the value is empty"),
        ("recycling,E1,A,2020/21 Q1,about 5,,,", "value 'about 5' is not a number or a marker"),
        ("recycling,E1,A,2020/21 Q1,5,low,,", "lower 'low' is not a number or a marker"),
        ("recycling,E1,A,2020/21 Q1,5,,,soon", "reported_on 'soon' is not a date"),
    ],
)
def test_a_benchmark_that_cannot_be_used_says_why(tmp_path: Path, row: str, reason: str) -> None:
    outcome = put(tmp_path, "benchmarks/england.csv", HEAD + row + "\n")
    assert len(outcome.reasons) == 1
    assert reason in outcome.reasons[0]


def test_two_areas_of_one_name_stay_two(tmp_path: Path) -> None:
    rows = (
        "recycling,E06000059,Dorset,2020/21 Q1,5,,,\nrecycling,E10000009,Dorset,2020/21 Q1,6,,,\n"
    )
    outcome = put(tmp_path, "benchmarks/dorset.csv", HEAD + rows)
    assert outcome.rows("select area_code from benchmark") == [("E06000059",), ("E10000009",)]


def test_benchmarks_of_one_vintage_are_settled_like_observations(tmp_path: Path) -> None:
    row = "recycling,{},A,2020/21 Q1,{},,,\n"
    rows = row.format("E1", 5) + row.format("E1", 5) + row.format("E2", 5) + row.format("E2", 6)
    outcome = put(tmp_path, "benchmarks/twice.csv", HEAD + rows)
    assert outcome.rows('select area_code, "row" from benchmark') == [("E1", 2)]
    assert outcome.reasons == [
        "repeats benchmarks/twice.csv row 2, which is counted",
        *["different values reported on 2020-07-01 for one period: 5 and 6"] * 2,
    ]


def test_an_event_may_belong_to_a_measure(tmp_path: Path) -> None:
    sent = "date,title,kind,measure,source\n2020-03-23,Lockdown,national,,GOV.UK\n"
    sent += '2020-06-01,"Round, changed",service,Missed bins,Depot\n'
    outcome = put(tmp_path, "events.csv", sent)
    assert outcome.rows("select date::varchar, title, kind, measure, source from event") == [
        ("2020-03-23", "Lockdown", "national", "", "GOV.UK"),
        ("2020-06-01", "Round, changed", "service", "missed-bins", "Depot"),
    ]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("23/03/2020,Lockdown,,,", "date '23/03/2020' is not a date (write it like 2020-07-20)"),
        (",Lockdown,,,", "no date"),
        ("2020-03-23,,,,", "the title is empty"),
        ("2020-03-23,Lockdown,,bins,", "unknown measure 'bins'"),
        ("2020-03-23,Lockdown", "the row has 2 fields, and the headings 5"),
    ],
)
def test_an_event_that_cannot_be_used_says_why(tmp_path: Path, row: str, reason: str) -> None:
    outcome = put(tmp_path, "events.csv", f"date,title,kind,measure,source\n{row}\n")
    assert len(outcome.reasons) == 1
    assert outcome.reasons[0].startswith(reason)


HEXES = {"layout": "odd-r", "hexes": {"E1": {"n": "Beacon", "q": 0, "r": 1}, "E2": {"n": "No"}}}
SHAPE = {"type": "Point", "coordinates": [1.5, 2]}
SHAPES = {
    "type": "FeatureCollection",
    "features": [
        {"type": "Feature", "properties": {"wd19cd": "E1", "wd19nm": "Beacon"}, "geometry": SHAPE},
        {"type": "Feature", "properties": {"wd19cd": "E1", "wd19nm": "Again"}, "geometry": SHAPE},
        {"type": "Feature", "properties": {}, "geometry": SHAPE},
    ],
}


def test_hexagons_are_places(tmp_path: Path) -> None:
    outcome = put(tmp_path, "places/ward.hexjson", json.dumps(HEXES))
    assert outcome.rows("select * exclude (file) from place") == [
        ("ward", "E1", "Beacon", "hex", '{"layout":"odd-r","q":0,"r":1}', "")
    ]
    assert outcome.reasons == ["no whole numbers q and r"]


def test_shapes_are_places(tmp_path: Path) -> None:
    outcome = put(tmp_path, "places/ward-2019.geojson", json.dumps(SHAPES))
    assert outcome.rows("select code, name, kind, geometry from place") == [
        ("E1", "Beacon", "shape", '{"type":"Point","coordinates":[1.5,2]}')
    ]
    assert outcome.reasons == ["the code 'E1' is there twice", "no code among the properties"]


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("team.geojson", "{}", "'team' is not a breakdown with geography: true."),
        ("wards.geojson", "{}", "'wards' is not a breakdown with geography: true (did you mean"),
        ("ward.geojson", '{"type": "Feat', "It is not JSON"),
        ("ward.geojson", "[]", "It is neither GeoJSON (features) nor HexJSON (hexes)."),
    ],
)
def test_a_map_that_cannot_be_used_says_why(
    tmp_path: Path, name: str, content: str, problem: str
) -> None:
    outcome = put(tmp_path, f"places/{name}", content)
    assert len(outcome.problems) == 1
    assert problem in outcome.problems[0]
