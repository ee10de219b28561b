"""Where are the places of a breakdown?"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import duckdb

from perfcore.errors import IntakeError
from perfcore.framework.model import Framework
from perfcore.framework.suggest import did_you_mean
from perfcore.intake.files import beginning
from perfcore.intake.statements import sql

_ENDINGS: Final = {".geojson", ".hexjson"}
_CODE: Final = re.compile(r"code|id|.*cd", re.IGNORECASE)
_NAME: Final = re.compile(r"name|n|.*nm", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """A place on a map.

    Attributes
    ----------
    code, name
        Its official code and its name; members of the breakdown are written by either.
    kind
        ``hex`` (``geometry`` has the layout and q, r) or ``shape`` (GeoJSON geometry).
    geometry
        JSON.
    parent
        The larger place in which it lies, or nothing.
    """

    code: str
    name: str
    kind: str
    geometry: str
    parent: str = ""


def breakdown_of(path: Path, framework: Framework) -> str:
    """The breakdown that a file draws: its name, or the part of it before a hyphen or dot.

    Raises
    ------
    IntakeError
        If the name is not that of a breakdown that can be put on a map.
    """
    stem = path.stem.lower()
    drawn = [id_ for id_, entry in framework.breakdowns.items() if entry.geography]
    for id_ in sorted(drawn, key=len, reverse=True):
        if stem == id_ or stem.startswith((f"{id_}-", f"{id_}_", f"{id_}.")):
            return id_
    raise IntakeError(
        f"{stem!r} is not a breakdown with geography: true{did_you_mean(stem, drawn)}.",
        do="Name the file after the breakdown, for example ward.geojson.",
    )


def read_places(path: Path, framework: Framework) -> list[Place | tuple[str, str]]:
    """The places in a GeoJSON or HexJSON file.

    Parameters
    ----------
    path
        The file.
    framework
        Its breakdowns name the larger places: a property ``locality`` is a ward's parent.

    Returns
    -------
    list
        In the file's order, each a place, or the reason why it is none and its text.

    Raises
    ------
    IntakeError
        If it is neither kind of file.
    """
    try:
        content = json.loads(beginning(path))
    except (ValueError, RecursionError) as error:
        raise IntakeError(f"It is not JSON ({error}).", do="Have it sent again.") from error
    if isinstance(content, dict) and isinstance(content.get("hexes"), dict):
        layout = str(content.get("layout", "odd-r"))
        return [_hex(code, each, layout, framework) for code, each in content["hexes"].items()]
    if isinstance(content, dict) and isinstance(content.get("features"), list):
        return [_shape(each, framework) for each in content["features"]]
    raise IntakeError(
        "It is neither GeoJSON (features) nor HexJSON (hexes).", do="Check the download."
    )


def write_places(
    connection: duckdb.DuckDBPyConnection, framework: Framework, path: Path, file: str
) -> int:
    """Fill ``place`` and ``rejected`` from one file; the number of places read.

    Raises
    ------
    IntakeError
        If the file cannot be used.
    """
    breakdown = breakdown_of(path, framework)
    met = read_places(path, framework)
    seen: set[str] = set()
    for number, found in enumerate(met, start=1):
        if isinstance(found, Place) and found.code not in seen:
            seen.add(found.code)
            row = (breakdown, found.code, found.name, found.kind, found.geometry, found.parent)
            connection.execute(sql("place"), [*row, file])
        else:
            again = (
                (f"the code {found.code!r} is there twice", found.name)
                if isinstance(found, Place)
                else found
            )
            connection.execute(sql("place_rejected"), [file, number, *again])
    return len(met)


def place_files(folder: Path) -> Iterator[Path]:
    """The files of ``places/`` that hold places."""
    if folder.is_dir():
        yield from (path for path in sorted(folder.iterdir()) if path.suffix.lower() in _ENDINGS)


def _hex(code: str, facts: Any, layout: str, framework: Framework) -> Place | tuple[str, str]:
    if not isinstance(facts, dict) or not all(isinstance(facts.get(axis), int) for axis in "qr"):
        return "no whole numbers q and r", f"{code}: {_json(facts)}"
    geometry = {"layout": layout, "q": facts["q"], "r": facts["r"]}
    name = str(facts.get("n") or facts.get("name") or code)
    return Place(code, name, "hex", _json(geometry), _parent(facts, framework))


def _shape(feature: Any, framework: Framework) -> Place | tuple[str, str]:
    facts = feature.get("properties") if isinstance(feature, dict) else None
    if not isinstance(facts, dict) or not isinstance(feature.get("geometry"), dict):
        return "no properties or no geometry", _json(feature)[:2000]
    code = _first(facts, _CODE) or str(feature.get("id", ""))
    name = _first(facts, _NAME) or code
    if not code:
        return "no code among the properties", _json(facts)
    return Place(code, name, "shape", _json(feature["geometry"]), _parent(facts, framework))


def _first(facts: Mapping[str, Any], wanted: re.Pattern[str]) -> str:
    return next((str(fact) for key, fact in facts.items() if wanted.fullmatch(key) and fact), "")


def _parent(facts: Mapping[str, Any], framework: Framework) -> str:
    keys = ("parent", *(id_ for id_, entry in framework.breakdowns.items() if entry.geography))
    return next((str(facts[key]) for key in keys if facts.get(key)), "")


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
