"""Which members does each breakdown of a measure have, and what is in each of them?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from make.cumulative import accumulated, increments
from make.draws import drift, normal
from make.headline import draw, is_proportion
from make.making import Making
from make.model import Member, Model, ModelError
from make.places import LOCALITIES, locality_of, ward_weights
from make.series import HEADLINE, Key, Line, total
from make.shapes import path
from make.split import Weight, split
from perfcore.framework.model import Measure

DIRECTORATES: Mapping[str, float] = {
    "Corporate": 0.22, "Adults and housing": 0.25, "Children's": 0.21, "Place": 0.32,
}  # fmt: skip
_WANDER = 0.04
ROUNDS: Mapping[str, tuple[str, ...]] = {
    "Wareham depot": ("Wareham 1", "Wareham 2", "Wareham 3", "Wareham 4", "Wareham 5"),
    "Crookhill depot": tuple(f"Crookhill {n}" for n in range(1, 8)),
    "Bridport depot": tuple(f"Bridport {n}" for n in range(1, 6)),
    "Blandford depot": tuple(f"Blandford {n}" for n in range(1, 6)),
    "Ferndown depot": tuple(f"Ferndown {n}" for n in range(1, 7)),
}


def parent_of(breakdown: str) -> tuple[str, Mapping[str, str]] | None:
    """The breakdown that this one nests in, with each member's parent there."""
    if breakdown == "ward":
        return "locality", locality_of()
    if breakdown == "round":
        return "depot", {name: depot for depot, names in ROUNDS.items() for name in names}
    return None


def bottom_up(model: Model) -> str:
    """The breakdown whose members have levels of their own and make up the headline, or ''."""
    if model.level:
        return ""
    for breakdown, members in model.members.items():
        if members and all(member.level for member in members.values()):
            return breakdown
    return ""


def own_lines(making: Making, breakdown: str) -> dict[Key, Line]:
    """The lines of members that have levels of their own, and the headline they add up to."""
    model = making.model
    lines: dict[Key, Line] = {}
    for name, member in model.members[breakdown].items():
        share = 1.0 if member.share is None else member.share
        volume = member.volume or {key: value * share for key, value in model.volume.items()}
        lines[(breakdown, name)] = draw(making, member.level, volume)
    return {HEADLINE: total(list(lines.values())), **lines}


def shared_lines(making: Making, breakdown: str, lines: Mapping[Key, Line]) -> dict[Key, Line]:
    """The lines of one breakdown, sharing out the headline or the breakdown it nests in.

    Raises
    ------
    ModelError
        If the measure is a rate without denominators, which has no parts.
    """
    measure = making.measure
    if measure.combine in ("ratio", "mean") and not _has_denominators(lines[HEADLINE]):
        raise ModelError(
            f"{measure.id!r}: a rate without volume cannot be broken down by {breakdown!r}"
        )
    nest = parent_of(breakdown)
    if nest is None or not any(key[0] == nest[0] for key in lines):
        return _shared(making, breakdown, lines[HEADLINE], None)
    found: dict[Key, Line] = {}
    for key, whole in lines.items():
        if key[0] == nest[0]:
            found |= _shared(making, breakdown, whole, _children(nest[1], key[1]))
    return found


def _shared(
    making: Making, breakdown: str, whole: Line, only: Sequence[str] | None
) -> dict[Key, Line]:
    measure, model, periods, calendar = (
        making.measure,
        making.model,
        making.periods,
        making.calendar,
    )
    weights = _weights(making, breakdown, only)
    proportion = bool(model.level or model.members) and _proportion(measure, whole)
    chance = making.rng if _random(measure, model) else None
    if measure.shape == "cumulative" and not _has_denominators(whole):
        added = increments(whole, periods, calendar)
        parts = {
            name: accumulated(part, periods, calendar)
            for name, part in split(added, weights, proportion=proportion, rng=chance).items()
        }
    else:
        parts = split(whole, weights, proportion=proportion, rng=chance)
    return {(breakdown, name): line for name, line in parts.items()}


def summed_lines(breakdown: str, child: str, lines: Mapping[Key, Line]) -> dict[Key, Line]:
    """The lines of a breakdown that its nested one adds up to."""
    nest = parent_of(child)
    if nest is None or nest[0] != breakdown:
        raise ModelError(f"{child!r} does not nest in {breakdown!r}")
    parents = dict.fromkeys(nest[1].values())
    return {
        (breakdown, parent): total([lines[(child, name)] for name in _children(nest[1], parent)])
        for parent in parents
    }


def _children(nest: Mapping[str, str], parent: str) -> tuple[str, ...]:
    return tuple(name for name, owner in nest.items() if owner == parent)


def _has_denominators(line: Line) -> bool:
    return all(cell.denominator is not None for cell in line if cell is not None)


def _random(measure: Measure, model: Model) -> bool:
    return measure.shape == "flow" and model.noise != 0 and measure.combine == "sum"


def _proportion(measure: Measure, line: Line) -> bool:
    known = [cell for cell in line if cell is not None and cell.denominator is not None]
    return is_proportion(measure, {}) and all(c.numerator <= (c.denominator or 0) for c in known)


def _weights(making: Making, breakdown: str, only: Sequence[str] | None) -> dict[str, Weight]:
    model, periods, calendar = making.model, making.periods, making.calendar
    members = model.members.get(breakdown) or _standard(making, breakdown)
    chosen = {name: m for name, m in members.items() if only is None or name in only}
    free = [m for m in chosen.values() if m.share is None and not m.volume]
    left = max(0.0, 1 - sum(m.share or 0.0 for m in chosen.values()))
    base = path(model.level, periods, calendar) if model.level else [1.0] * len(periods)
    weights = {}
    for name, member in chosen.items():
        equal = left / len(free) if left > 0 and free else 1 / len(chosen)
        share = equal if member.share is None else member.share
        shares = path(member.volume, periods, calendar) if member.volume else [share] * len(periods)
        relative = [1 + member.offset] * len(periods)
        if member.level:
            own = path(member.level, periods, calendar)
            relative = [o / b if b else 1.0 for o, b in zip(own, base, strict=True)]
        wandering = drift(making.rng, len(periods), 0.0 if model.noise == 0 else _WANDER)
        relative = [r * w for r, w in zip(relative, wandering, strict=True)]
        weights[name] = Weight(shares, relative)
    return weights


def _standard(making: Making, breakdown: str) -> dict[str, Member]:
    wards, nest = ward_weights(), locality_of()
    if breakdown == "ward":
        shares: Mapping[str, float] = wards
    elif breakdown == "locality":
        shares = {
            place: sum(weight for ward, weight in wards.items() if nest[ward] == place)
            for place in LOCALITIES
        }
    elif breakdown == "directorate":
        shares = DIRECTORATES
    else:
        raise ModelError(
            f"{making.measure.id!r}: the framework breaks it down by {breakdown!r}, "
            f"but its model entry names no members"
        )
    whole = sum(shares.values())
    return {
        name: Member(share=share / whole, offset=0.06 * normal(making.rng))
        for name, share in shares.items()
    }
