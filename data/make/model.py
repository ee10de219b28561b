"""How should each measure's figures look? The model files, read and checked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

Points = Mapping[str, float]
STORY = "story.yaml"


class ModelError(Exception):
    """A model file is wrong, or does not fit the framework; the text names the measure."""


@dataclass(frozen=True, slots=True)
class Season:
    """A yearly wave: relative ``amplitude``, highest in month ``peak`` (1 to 12)."""

    peak: int
    amplitude: float


@dataclass(frozen=True, slots=True)
class Pandemic:
    """A relative ``effect`` from April 2020 that fades until the period ``recovers``, if any."""

    effect: float
    recovers: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """One member of a breakdown.

    Attributes
    ----------
    share
        Part of the volume, 0 to 1; members without one share what is left.
    offset
        Level relative to the whole's: 0.1 is a tenth above it.
    level, volume
        Control points of its own.
    """

    share: float | None = None
    offset: float = 0.0
    level: Points = field(default_factory=dict)
    volume: Points = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Restated:
    """The value ``first`` published, replaced ``on`` an ISO date by the present one."""

    first: Decimal
    on: str


@dataclass(frozen=True, slots=True)
class Model:
    """One entry of a model file; data/make/model/README.md explains each key."""

    id: str
    file: str
    level: Points = field(default_factory=dict)
    volume: Points = field(default_factory=dict)
    noise: float | None = None
    season: Season | None = None
    volume_season: Season | None = None
    pandemic: Pandemic | None = None
    volume_pandemic: Pandemic | None = None
    pin: Mapping[str, Decimal] = field(default_factory=dict)
    members: Mapping[str, Mapping[str, Member]] = field(default_factory=dict)
    blank: tuple[str, ...] = ()
    marker: Mapping[str, str] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    late: Mapping[str, int] = field(default_factory=dict)
    lag: int | None = None
    starts: str = ""
    ends: str = ""
    integer: bool = False
    of: str = ""
    counts: str = ""
    volume_of: str = ""
    denominator: str = "sum"
    restated: Mapping[str, Restated] = field(default_factory=dict)
    note: Mapping[str, str] = field(default_factory=dict)
    provisional: int = 0
    supplied: bool = True
    story: str = ""


def read_models(folder: Path) -> dict[str, Model]:
    """Every entry of every model file, by measure id.

    An entry in story.yaml, where planted truths are shaped by hand, replaces one of another file.

    Parameters
    ----------
    folder
        Where the ``*.yaml`` files are.

    Raises
    ------
    ModelError
        If an entry is malformed, or a measure is described twice.
    """
    models: dict[str, Model] = {}
    for path in sorted(folder.glob("*.yaml"), key=lambda path: (path.name == STORY, path.name)):
        for name, entry in (_load(path) or {}).items():
            other = models.get(name)
            if other is not None and path.name != STORY:
                raise ModelError(f"{path.name}: {name!r} is also in {other.file}")
            models[name] = _model(str(name), path.name, entry or {})
    return models


def read_levels(path: Path) -> dict[str, dict[str, float]]:
    """The level of each comparator, by measure.

    Raises
    ------
    ModelError
        If the file is malformed.
    """
    return {str(name): dict(levels) for name, levels in (_load(path) or {}).items()}


class _NoDuplicates(yaml.SafeLoader):
    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        for key in keys:
            if keys.count(key) > 1:
                raise ModelError(f"line {node.start_mark.line + 1}: {key!r} is written twice")
        return super().construct_mapping(node, deep)


_NoDuplicates.yaml_implicit_resolvers = {
    initial: [found for found in resolvers if found[0] != "tag:yaml.org,2002:bool"]
    if initial in "oOyYnN"
    else resolvers
    for initial, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _load(path: Path) -> Any:
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_NoDuplicates)
    except (ModelError, yaml.YAMLError) as error:
        raise ModelError(f"{path.name}: {error}") from error


def _model(name: str, file: str, entry: Mapping[str, Any]) -> Model:
    try:
        return Model(id=name, file=file, **{key: _READ[key](value) for key, value in entry.items()})
    except KeyError as error:
        raise ModelError(f"{file}: {name!r}: unknown key {error}") from error
    except (TypeError, ValueError, ArithmeticError, AttributeError) as error:
        raise ModelError(f"{file}: {name!r}: {error}") from error


def _points(value: Any) -> dict[str, float]:
    if isinstance(value, int | float):
        return {"2018-04": float(value)}
    return {str(key): float(amount) for key, amount in value.items()}


def _decimals(value: Mapping[Any, Any]) -> dict[str, Decimal]:
    return {str(key): Decimal(str(amount)) for key, amount in value.items()}


def _texts(value: Mapping[Any, Any]) -> dict[str, str]:
    return {str(key): str(text) for key, text in value.items()}


def _keys(value: Any) -> tuple[str, ...]:
    return tuple(str(key) for key in value)


def _pandemic(value: Mapping[str, Any]) -> Pandemic:
    return Pandemic(float(value["effect"]), str(value.get("recovers") or ""))


def _member(value: Any) -> Member:
    if isinstance(value, int | float):
        return Member(share=float(value))
    entry = dict(value or {})
    for key in ("level", "volume"):
        if key in entry:
            entry[key] = _points(entry[key])
    return Member(**entry)


def _members(value: Mapping[str, Any]) -> dict[str, dict[str, Member]]:
    return {
        str(breakdown): {}
        if members == "weighted"
        else {str(name): _member(member) for name, member in members.items()}
        for breakdown, members in value.items()
    }


def _restated(value: Mapping[Any, Any]) -> dict[str, Restated]:
    return {
        str(key): Restated(Decimal(str(entry["first"])), str(entry["on"]))
        for key, entry in value.items()
    }


_READ: Mapping[str, Callable[[Any], Any]] = {
    "level": _points,
    "volume": _points,
    "noise": float,
    "season": lambda value: Season(**value),
    "volume_season": lambda value: Season(**value),
    "pandemic": _pandemic,
    "volume_pandemic": _pandemic,
    "pin": _decimals,
    "members": _members,
    "blank": _keys,
    "marker": _texts,
    "missing": _keys,
    "late": lambda value: {str(key): int(days) for key, days in value.items()},
    "lag": int,
    "starts": str,
    "ends": str,
    "integer": bool,
    "of": str,
    "counts": str,
    "volume_of": str,
    "denominator": str,
    "restated": _restated,
    "note": _texts,
    "provisional": int,
    "supplied": bool,
    "story": str,
}
