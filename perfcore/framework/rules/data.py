"""Does the framework still fit the data it is measured by?

These rules need the latest values, so they run in a build and not in a bare check.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from perfcore.framework.model import Framework, Measure, Target
from perfcore.framework.problems import Problem

HUNDREDFOLD: Final = 100


@dataclass(frozen=True, slots=True)
class LatestValue:
    """The newest of a measure's headline data.

    Attributes
    ----------
    value
        Published value in the measure's unit, or None if there is none.
    period_starts
        First day of the period of that value, or None.
    overdue
        Whether a figure due by now is missing.
    """

    value: Decimal | None
    period_starts: date | None
    overdue: bool = False


def targets_are_near_the_data(
    framework: Framework, latest: Mapping[str, LatestValue]
) -> list[Problem]:
    """Warning: a target a hundred times the latest value, or a hundredth of it.

    Parameters
    ----------
    framework
        The framework in use.
    latest
        The newest value of each measure that has data, by id.
    """
    found = []
    for measure, newest in _with_data(framework, latest):
        value = newest.value
        for target in _in_force(measure, newest):
            stated = _amount(framework, measure, target, newest)
            if not value or not stated or not _far_apart(abs(stated), abs(value)):
                continue
            text = f"{stated} is far from the latest value, {value}: is a digit or the unit wrong?"
            found.append(_warning(framework, measure, "targets", text, target.line))
    return found


def targets_reach_the_data(
    framework: Framework, latest: Mapping[str, LatestValue]
) -> list[Problem]:
    """Warning: targets that end before the latest data.

    A straight line ends with its ``to``; every other target lasts until the next one.
    """
    found = []
    for measure, newest in _with_data(framework, latest):
        for target in _in_force(measure, newest):
            if target.ends and newest.period_starts and target.ends < newest.period_starts:
                text = f"ends on {target.ends}, before the latest data of {newest.period_starts}"
                found.append(_warning(framework, measure, "targets.to", text, target.line))
    return found


def owners_send_something(framework: Framework, latest: Mapping[str, LatestValue]) -> list[Problem]:
    """Warning: an owner of nothing but overdue measures."""
    owned: dict[str, list[Measure]] = {}
    for measure in framework.measures.values():
        if measure.owner and not measure.retired:
            owned.setdefault(measure.owner, []).append(measure)
    found = []
    for owner, measures in owned.items():
        if all(measure.id in latest and latest[measure.id].overdue for measure in measures):
            number = len(measures)
            text = f"{owner}: every measure is overdue ({number} of {number})"
            found.append(_warning(framework, measures[0], "owner", text, measures[0].line))
    return found


def outdated(framework: Framework, latest: Mapping[str, LatestValue]) -> list[Problem]:
    """Everything that any rule of this module finds, sorted by line."""
    rules = (targets_are_near_the_data, targets_reach_the_data, owners_send_something)
    found = [problem for rule in rules for problem in rule(framework, latest)]
    return sorted(found, key=lambda problem: (problem.line, problem.key))


def _with_data(
    framework: Framework, latest: Mapping[str, LatestValue]
) -> list[tuple[Measure, LatestValue]]:
    measures = framework.measures.values()
    return [(measure, latest[measure.id]) for measure in measures if measure.id in latest]


def _in_force(measure: Measure, newest: LatestValue) -> list[Target]:
    """The target of each kind in force for the latest period (method 3)."""
    if newest.period_starts is None:
        return []
    by_kind: dict[str, Target] = {}
    for target in sorted(measure.targets, key=lambda one: one.starts):
        if target.starts <= newest.period_starts:
            by_kind[target.kind] = target
    return list(by_kind.values())


def _amount(
    framework: Framework, measure: Measure, target: Target, newest: LatestValue
) -> Decimal | None:
    """What a target asks for in the latest period, roughly: a line counts with its start."""
    if target.form == "profile" and newest.period_starts:
        calendar = framework.organisation.calendar
        period = calendar.containing(newest.period_starts, measure.frequency)
        return target.profile.get(period.end.month)
    return {"value": target.value, "range": target.high, "line": target.start}.get(target.form)


def _far_apart(target: Decimal, value: Decimal) -> bool:
    return target >= value * HUNDREDFOLD or value >= target * HUNDREDFOLD


def _warning(framework: Framework, measure: Measure, key: str, text: str, line: int) -> Problem:
    return Problem(framework.path, line, "warning", measure.id, key, text)
