"""How do England, the South West and similar councils do, for illustration?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from make.draws import normal, stream
from make.series import HEADLINE, Series, published
from make.timeline import LOCKDOWN
from perfcore.framework.model import Comparator, Framework, Measure
from perfcore.periods import Period

HEADING = (
    "measure", "area_code", "area_name", "period", "value", "lower", "upper", "reported_on",
)  # fmt: skip
Line = tuple[str, ...]
_WIDE = ("E92", "E12")
_SPREAD = {True: 0.04, False: 0.09}
_NAMES: Mapping[str, str] = {
    "E06000011": "East Riding of Yorkshire", "E06000019": "Herefordshire",
    "E06000024": "North Somerset", "E06000046": "Isle of Wight", "E06000047": "County Durham",
    "E06000049": "Cheshire East", "E06000050": "Cheshire West and Chester",
    "E06000051": "Shropshire", "E06000052": "Cornwall", "E06000054": "Wiltshire",
    "E10000007": "Derbyshire", "E10000008": "Devon", "E10000011": "East Sussex",
    "E10000012": "Essex", "E10000013": "Gloucestershire", "E10000016": "Kent",
    "E10000023": "North Yorkshire", "E10000027": "Somerset", "E10000029": "Suffolk",
    "E10000032": "West Sussex", "E10000034": "Worcestershire",
}  # fmt: skip


def benchmarks_of(
    series: Series, levels: Mapping[str, float], framework: Framework, seed: int
) -> Iterator[Line]:
    """Rows of a comparison for each period of a measure that has comparators.

    Each area stands at its comparator's level, or else at this council's own usual level before
    the pandemic, moved by a drawn distance; it then follows half of this council's own movement.
    A set of councils gets one row for each member; nations and regions have no comparable counts.
    Others report later, so the newest period is left out, unless the comparison is the target.

    Parameters
    ----------
    series
        The council's own figures.
    levels
        The usual level of some comparators, by id.
    framework
        Names the areas.
    seed
        The seed of the whole data set.
    """
    measure = series.measure
    own = _own(series)
    usual = _usual(own, series.periods)
    judged = any(target.form == "comparator" for target in measure.targets)
    periods = series.periods if judged else series.periods[:-1] or series.periods
    for comparator, code, name in _areas(measure, framework):
        rng = stream(seed, f"benchmark/{measure.id}/{code}")
        wide = code[:3] in _WIDE
        spread = 0.0 if wide and comparator in levels else _SPREAD[wide]
        level = levels.get(comparator, usual) * (1 + spread * normal(rng))
        for at, period in enumerate(periods):
            value = level * _movement(own[at], usual) * (1 + 0.01 * normal(rng))
            yield (measure.id, code, name, period.key, _written(value, measure), "", "", "")


def _own(series: Series) -> list[float | None]:
    found = [published(cell, series.measure) if cell else None for cell in series.lines[HEADLINE]]
    return [None if value is None else float(value) for value in found]


def _usual(own: Sequence[float | None], periods: Sequence[Period]) -> float:
    known = [(value, p) for value, p in zip(own, periods, strict=True) if value is not None]
    before = [value for value, period in known if period.end < LOCKDOWN]
    chosen = before or [value for value, _ in known]
    return sum(chosen) / len(chosen)


def _movement(value: float | None, usual: float) -> float:
    if value is None or usual == 0:
        return 1.0
    return 1 + max(-0.3, min(0.3, value / usual - 1)) / 2


def _areas(measure: Measure, framework: Framework) -> Iterator[tuple[str, str, str]]:
    seen: set[str] = set()
    for wanted in measure.comparators:
        comparator: Comparator = framework.comparators[wanted]
        codes = comparator.members or (comparator.code,)
        for code in codes:
            if code not in seen and not (code[:3] in _WIDE and _is_count(measure)):
                seen.add(code)
                yield wanted, code, comparator.name if comparator.code else _NAMES[code]


def _is_count(measure: Measure) -> bool:
    return measure.combine != "ratio" and (measure.unit == "count" or "tonnes" in measure.unit)


def _written(value: float, measure: Measure) -> str:
    if measure.unit == "percent":
        value = min(100.0, value)
    step = Decimal(1).scaleb(-measure.decimals)
    return f"{Decimal(value).quantize(step, rounding=ROUND_HALF_UP):f}"
