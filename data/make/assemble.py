"""What are all the measures' amounts, each made after those it is made from?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from make import breakdowns as split_by
from make.adjust import blanked, pinned, with_first, without_empty
from make.draws import stream
from make.headline import draw
from make.making import Making
from make.model import Model, ModelError
from make.series import HEADLINE, First, Key, Line, Series
from make.ties import numerators_from, tied_rates
from make.timeline import arrivals, periods_of
from make.tree import from_base, from_parts
from perfcore.framework.model import Framework, Measure
from perfcore.periods import Calendar


@dataclass(frozen=True, slots=True)
class World:
    """Everything the amounts follow from."""

    framework: Framework
    models: Mapping[str, Model]
    seed: int
    as_at: date

    @property
    def calendar(self) -> Calendar:
        """The council's calendar."""
        return self.framework.organisation.calendar

    def model(self, name: str) -> Model:
        """How a measure is made; an empty entry for one that is the sum of its parts."""
        return self.models.get(name) or Model(name, self.framework.path.name)


def make_all(world: World) -> dict[str, Series]:
    """The series of every measure that was ever supplied, in the framework's order.

    Raises
    ------
    ModelError
        If a measure cannot be made, or a model entry has no measure.
    """
    stray = sorted(set(world.models) - set(world.framework.measures))
    if stray:
        entry = world.models[stray[0]]
        raise ModelError(f"{entry.file}: {entry.id!r} is not a measure (all such: {stray})")
    made: dict[str, Series] = {}
    for measure in world.framework.measures.values():
        _make(measure, world, made, ())
    order = [name for name in world.framework.measures if name in made]
    return {name: made[name] for name in order}


def _make(measure: Measure, world: World, made: dict[str, Series], path: tuple[str, ...]) -> None:
    model = world.models.get(measure.id)
    if measure.id in made or (model is not None and not model.supplied):
        return
    if measure.id in path:
        raise ModelError(f"{measure.id!r} is made from itself: {' -> '.join(path)}")
    for name in _sources(measure, model):
        if name not in world.framework.measures:
            raise ModelError(f"{measure.id!r} is made from {name!r}, which is not a measure")
        _make(world.framework.measures[name], world, made, (*path, measure.id))
    try:
        made[measure.id] = _series(measure, model, world, made)
    except ModelError:
        raise
    except (ValueError, KeyError) as error:
        where = model.file if model else "measures.yaml"
        raise ModelError(f"{where}: {measure.id!r}: {type(error).__name__}: {error}") from error


def parts_of(measure: Measure) -> tuple[str, ...]:
    """The ids of the measures that add up to this one."""
    return tuple(driver.measure for driver in measure.drivers if driver.kind == "part")


def _sources(measure: Measure, model: Model | None) -> tuple[str, ...]:
    if model is None:
        return parts_of(measure)
    if model.of or model.counts:
        return tuple(name for name in (model.of, model.counts, model.volume_of) if name)
    return (model.volume_of,) if model.volume_of else parts_of(measure)


def _series(
    measure: Measure, model: Model | None, world: World, made: Mapping[str, Series]
) -> Series:
    sources = [made[name] for name in _sources(measure, model)]
    if model is None and not sources:
        raise ModelError(
            f"{measure.id!r} has no model entry, no parts, and is not marked unsupplied"
        )
    model = model or Model(measure.id, "measures.yaml")
    periods = periods_of(measure, model, world.calendar, world.as_at)
    arrived = arrivals(periods, measure, model, [(s.periods, s.reported) for s in sources])
    reported = tuple(day for day in arrived if day <= world.as_at)
    periods = tuple(p for p, day in zip(periods, arrived, strict=True) if day <= world.as_at)
    making = Making(measure, model, periods, world.calendar, stream(world.seed, measure.id))
    lines, first = _lines(making, sources, made)
    series = without_empty(
        Series(measure, periods, _all_breakdowns(making, lines), reported, first)
    )
    return blanked(with_first(series, model, world.calendar), model)


def _lines(
    making: Making, sources: Sequence[Series], made: Mapping[str, Series]
) -> tuple[dict[Key, Line], dict[tuple[Key, int], First]]:
    measure, model, periods = making.measure, making.model, making.periods
    if model.of:
        return from_base(measure, model, sources[0], periods, making.calendar), {}
    if model.counts or model.volume_of:
        return _tied(making, made), {}
    if sources:
        return from_parts(measure, sources, periods)
    return _drawn(making), {}


def _tied(making: Making, made: Mapping[str, Series]) -> dict[Key, Line]:
    """A ratio that takes its numerators, its denominators or both from other measures."""
    model = making.model
    if not model.counts:
        return tied_rates(making, made[model.volume_of])
    level = replace(model, level={"2018-04": 0.0}, noise=0.0)
    drawn = replace(making, model=level)
    lines = _all_breakdowns(drawn, _drawn(drawn))
    return numerators_from(made[model.counts], lines, making.periods)


def _drawn(making: Making) -> dict[Key, Line]:
    model = making.model
    chosen = split_by.bottom_up(model)
    if chosen:
        lines = split_by.own_lines(making, chosen)
    elif model.level:
        lines = {HEADLINE: draw(making, model.level, model.volume)}
    else:
        raise ModelError(f"{model.file}: {model.id!r} has neither level, parts nor 'of'")
    return pinned(making, lines)


def _all_breakdowns(making: Making, lines: dict[Key, Line]) -> dict[Key, Line]:
    measure, model = making.measure, making.model
    unknown = sorted(set(model.members) - set(measure.breakdowns))
    if unknown:
        raise ModelError(
            f"{model.file}: {measure.id!r}: members for {unknown[0]!r}, "
            f"which is not one of its breakdowns {list(measure.breakdowns)}"
        )
    outer = sorted(measure.breakdowns, key=lambda name: split_by.parent_of(name) is not None)
    for breakdown in outer:
        have = {key[0] for key in lines}
        child = next(
            (c for c in have if (nest := split_by.parent_of(c)) and nest[0] == breakdown), ""
        )
        if breakdown in have:
            continue
        if child:
            lines |= split_by.summed_lines(breakdown, child, lines)
        else:
            lines |= split_by.shared_lines(making, breakdown, lines)
    order = ["", *measure.breakdowns]
    return dict(sorted(lines.items(), key=lambda item: order.index(item[0][0])))
