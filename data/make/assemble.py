"""What are all the measures' amounts, each made after those it is made from?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from numpy.random import Generator

from make import breakdowns as split_by
from make.draws import stream
from make.headline import draw
from make.model import Model, ModelError
from make.series import HEADLINE, Amount, First, Key, Line, Series, reaching
from make.split import apportion
from make.ties import numerators_from, tied_rates
from make.timeline import arrivals, day_of, periods_of
from make.tree import from_base, from_parts
from perfcore.framework.model import Framework, Measure
from perfcore.periods import Calendar, Period


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
        _make(world.framework.measures[name], world, made, (*path, measure.id))
    try:
        made[measure.id] = _series(measure, model, world, made)
    except ModelError:
        raise
    except (ValueError, KeyError, IndexError, ZeroDivisionError) as error:
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
    rng = stream(world.seed, measure.id)
    periods = periods_of(measure, model, world.calendar, world.as_at)
    arrived = arrivals(periods, measure, model, [(s.periods, s.reported) for s in sources])
    periods = tuple(p for p, day in zip(periods, arrived, strict=True) if day <= world.as_at)
    reported = tuple(day for day in arrived if day <= world.as_at)
    first: dict[tuple[Key, int], First] = {}
    if model.of:
        lines = from_base(measure, model, sources[0], periods, world.calendar)
    elif model.counts or model.volume_of:
        lines = _tied(measure, model, made, periods, world.calendar, rng)
    elif sources:
        lines, first = from_parts(measure, sources, periods)
    else:
        lines = _drawn(measure, model, periods, world.calendar, rng)
    lines = _all_breakdowns(measure, model, lines, periods, world.calendar, rng)
    series = _without_empty(Series(measure, periods, lines, reported, first))
    return _blanked(_with_first(series, model, world.calendar), model)


def _tied(
    measure: Measure,
    model: Model,
    made: Mapping[str, Series],
    periods: tuple[Period, ...],
    calendar: Calendar,
    rng: Generator,
) -> dict[Key, Line]:
    """A ratio that takes its numerators, its denominators or both from other measures."""
    above = made[model.counts] if model.counts else None
    below = made[model.volume_of] if model.volume_of else None
    if above is None and below is not None:
        return tied_rates(measure, model, below, periods, calendar, rng)
    drawn = _drawn(
        measure, replace(model, level={"2018-04": 0.0}, noise=0.0), periods, calendar, rng
    )
    lines = _all_breakdowns(measure, model, drawn, periods, calendar, rng)
    return numerators_from(above, lines, periods) if above else lines


def _drawn(
    measure: Measure,
    model: Model,
    periods: tuple[Period, ...],
    calendar: Calendar,
    rng: Generator,
) -> dict[Key, Line]:
    chosen = split_by.bottom_up(measure, model)
    if chosen:
        lines = split_by.own_lines(measure, model, chosen, periods, calendar, rng)
    elif model.level:
        lines = {HEADLINE: draw(measure, model, model.level, model.volume, periods, calendar, rng)}
    else:
        raise ModelError(f"{model.file}: {measure.id!r} has neither level, parts nor 'of'")
    return _pinned(measure, model, lines, periods, calendar)


def _pinned(
    measure: Measure,
    model: Model,
    lines: dict[Key, Line],
    periods: tuple[Period, ...],
    calendar: Calendar,
) -> dict[Key, Line]:
    starts = {period.start: k for k, period in enumerate(periods)}
    for key, value in model.pin.items():
        at = starts.get(day_of(key, measure.frequency, calendar))
        if at is None:
            raise ModelError(f"{model.file}: {measure.id!r}: pin {key} is not a reported period")
        now = lines[HEADLINE][at]
        if now is not None:
            lines = _replaced(lines, at, reaching(value, now, measure))
    return lines


def _replaced(lines: Mapping[Key, Line], at: int, whole: Amount) -> dict[Key, Line]:
    members = [key for key in lines if key != HEADLINE]
    cells = [cell for key in members if (cell := lines[key][at]) is not None]
    amounts = {HEADLINE: whole, **dict(zip(members, shared(whole, cells), strict=True))}
    return {
        key: (*line[:at], amounts[key], *line[at + 1 :]) if key in amounts else line
        for key, line in lines.items()
    }


def shared(whole: Amount, cells: list[Amount]) -> list[Amount]:
    """The whole shared in proportion to the present cells, exactly."""
    if not cells:
        return []
    above = apportion(whole.numerator, [max(0, cell.numerator) for cell in cells])
    if whole.denominator is None:
        return [Amount(n) for n in above]
    below = apportion(whole.denominator, [cell.denominator or 0 for cell in cells])
    return [Amount(n, d) for n, d in zip(above, below, strict=True)]


def _all_breakdowns(
    measure: Measure,
    model: Model,
    lines: dict[Key, Line],
    periods: tuple[Period, ...],
    calendar: Calendar,
    rng: Generator,
) -> dict[Key, Line]:
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
            lines |= split_by.shared_lines(measure, model, breakdown, lines, periods, calendar, rng)
    order = ["", *measure.breakdowns]
    return dict(sorted(lines.items(), key=lambda item: order.index(item[0][0])))


def _with_first(series: Series, model: Model, calendar: Calendar) -> Series:
    first = dict(series.first)
    starts = {period.start: k for k, period in enumerate(series.periods)}
    for key, restated in model.restated.items():
        at = starts.get(day_of(key, series.measure.frequency, calendar))
        now = series.lines[HEADLINE][at] if at is not None else None
        if at is None or now is None:
            raise ModelError(f"{model.file}: {model.id!r}: restated {key} has no figure")
        whole = reaching(restated.first, now, series.measure)
        first[(HEADLINE, at)] = First(whole, restated.on)
        for breakdown in series.breakdowns:
            lines = series.members(breakdown)
            cells = shared(whole, [cell for line in lines.values() if (cell := line[at])])
            for member, cell in zip(lines, cells, strict=True):
                first[((breakdown, member), at)] = First(cell, restated.on)
    return replace(series, first=first)


def _blanked(series: Series, model: Model) -> Series:
    markers = {*model.blank, *model.marker}
    gone = [k for k, period in enumerate(series.periods) if period.key in markers]
    lines = {
        key: tuple(None if k in gone else cell for k, cell in enumerate(line))
        for key, line in series.lines.items()
    }
    return replace(series, lines=lines)


def _without_empty(series: Series) -> Series:
    kept = [k for k, cell in enumerate(series.lines[HEADLINE]) if cell is not None]
    if not kept:
        raise ModelError(f"{series.measure.id!r} has no figure in any period")
    at = {k: position for position, k in enumerate(kept)}
    return Series(
        series.measure,
        tuple(series.periods[k] for k in kept),
        {key: tuple(line[k] for k in kept) for key, line in series.lines.items()},
        tuple(series.reported[k] for k in kept),
        {(key, at[k]): first for (key, k), first in series.first.items() if k in at},
    )
