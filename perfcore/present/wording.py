"""How are numbers, periods and verdicts put into words?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from perfcore.periods import MONTHS, Calendar

MINUS: Final = "−"
STATUS_WORDS: Final = {
    "red": "Off target",
    "amber": "Within tolerance",
    "green": "On target",
    "exceptional": "Exceeding",
    "monitor": "Monitor",
    "no_data": "No data",
    "not_due": "Not due",
    "suppressed": "Withheld",
    "not_available": "Not available",
}
DIRECTION_WORDS: Final = {
    "improving": "Improving",
    "worsening": "Worsening",
    "no_clear_change": "No clear change",
    "too_few_points": "Too few points",
    "rising": "Rising",
    "falling": "Falling",
    "": "Not known",
}
FREQUENCY_WORDS: Final = {
    "day": "Daily",
    "week": "Weekly",
    "month": "Monthly",
    "quarter": "Quarterly",
    "year": "Annual",
    "academic_year": "Academic year",
    "calendar_year": "Calendar year",
}
PERIOD_NOUNS: Final = {
    "day": "day",
    "week": "week",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "academic_year": "year",
    "calendar_year": "year",
}
SCORECARD_ORDERS: Final = {
    "attention": (
        "attention",
        "off target first, as on the overview, then no data, within tolerance, on target, "
        "exceeding, not rated; in each, worsening first",
    ),
    "name": ("name", "by the alphabet, under each heading"),
    "framework": ("framework", "as the framework lists them"),
}
_MARKERS: Final = {
    "suppressed": "c",
    "not_available": "x",
    "not_applicable": "z",
    "low": "low",
}
_NUMBERS: Final = (
    "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen", "twenty",
)  # fmt: skip
_BARE_UNITS: Final = ("count", "rate", "index", "percent", "gbp", "")
_AMOUNTS: Final = ("percent", "gbp", "rate", "index", "score", "ratio", "kilograms", "tonnes")
_MILLION: Final = Decimal(1_000_000)


def number(value: Decimal, decimals: int) -> str:
    """A number with thousands separators, a true minus sign and so many decimal places.

    >>> number(Decimal("-1234.5"), 0)
    '−1,235'
    """
    step = Decimal(1).scaleb(-decimals)
    rounded = value.quantize(step, rounding=ROUND_HALF_UP)
    sign = MINUS if rounded < 0 else ""
    return f"{sign}{abs(rounded):,f}"


def decimal_of(value: float) -> Decimal:
    """A computed number as the shortest decimal that stands for it."""
    return Decimal(repr(value))


def signed(count: int) -> str:
    """A whole number with its sign: ``+2``, ``0``, ``−1``."""
    return f"{'+' if count > 0 else ''}{number(Decimal(count), 0)}"


def amount(value: Decimal, unit: str, decimals: int) -> str:
    """A value in its unit, without the unit's word: ``55.1%``, ``£13.4m``, ``17``."""
    if unit == "percent":
        return f"{number(value, decimals)}%"
    if unit == "gbp":
        return _money(value, decimals)
    return number(value, decimals)


def unit_word(unit: str, value: Decimal | None = None) -> str:
    """The word after a value, or nothing where the value says it all.

    >>> unit_word("days", Decimal(1))
    'day'
    """
    if unit in _BARE_UNITS:
        return ""
    singular = value is not None and abs(value) == 1 and unit in ("days", "hours", "minutes")
    return unit[:-1] if singular else unit


def in_full(value: Decimal, unit: str, decimals: int) -> str:
    """A value with its unit: ``17 days``, ``55.1%``."""
    return f"{amount(value, unit, decimals)} {unit_word(unit, value)}".strip()


def shown_value(value: Decimal | None, marker: str, unit: str, decimals: int) -> str:
    """What stands where a value is expected: the value, a marker, or that there is none yet."""
    if marker == "low" and value is not None:
        return "low"
    if value is not None:
        return amount(value, unit, decimals)
    return _MARKERS.get(marker, "None yet")


def difference(value: Decimal, unit: str, decimals: int) -> str:
    """A difference with its sign; percentages differ by percentage points."""
    sign = "+" if value > 0 else ""
    if unit == "percent":
        return f"{sign}{number(value, decimals)} percentage points"
    return f"{sign}{amount(value, unit, decimals)} {unit_word(unit, value)}".strip()


def target_words(target: Decimal | None, good: str, unit: str, decimals: int) -> str:
    """A target as a condition: ``10 days or fewer``, ``60% or more``; none of a count is ``0``."""
    if target is None:
        return "No target"
    text = in_full(target, unit, decimals)
    if good == "low":
        amounts = unit in _AMOUNTS or unit.startswith("per ")
        return text if not target and not amounts else f"{text} or {'less' if amounts else 'fewer'}"
    return f"{text} or more" if good == "high" else text


def day(when: date, *, year: bool = True, short: bool = False) -> str:
    """A date: ``9 October 2020``, ``9 Oct``."""
    month = MONTHS[when.month - 1]
    text = f"{when.day} {month[:3] if short else month}"
    return f"{text} {when.year}" if year else text


def month(when: date) -> str:
    """The month a day is in: ``September 2020``."""
    return f"{MONTHS[when.month - 1]} {when.year}"


def period(frequency: str, key: str, starts: date | None, *, short: bool = True) -> str:
    """A period as a reader sees it.

    Parameters
    ----------
    frequency
        How often the measure is taken.
    key
        The key of method 1.
    starts
        Its first day; None gives the key as it is.
    short
        ``Sep 2020`` where the long form is ``September 2020``.
    """
    if starts is None:
        return key
    name = MONTHS[starts.month - 1]
    name = name[:3] if short else name
    match frequency:
        case "month":
            return f"{name} {starts.year}"
        case "quarter":
            last = starts.month + 1
            end, years = MONTHS[last % 12], starts.year + last // 12
            return f"{name} to {end[:3] if short else end} {years}"
        case "week":
            end_day = day(starts + timedelta(days=6), short=short)
            return f"w/e {end_day}" if short else f"week ending {end_day}"
        case "day":
            return day(starts, short=short)
        case "academic_year":
            return f"{key} academic year"
        case _:
            return key


def period_key(frequency: str, key: str) -> str:
    """A period of which only the key is known: ``Sep 2020``, ``Q1 2020/21``, ``w/e 4 Oct 2020``."""
    match frequency:
        case "month" | "week" | "day":
            found = Calendar().parse(key, frequency)
            return period(frequency, key, found.start)
        case "quarter":
            return " ".join(reversed(key.split()))
        case _:
            return key


def status_change(before: str, now: str) -> str:
    """``was on target, now within tolerance``; ``still on target``."""
    if before == now:
        return f"still {STATUS_WORDS[now].lower()}" if now else ""
    was = f"was {STATUS_WORDS[before].lower()}, " if before else ""
    return f"{was}now {STATUS_WORDS[now].lower()}" if now else was.rstrip(", ")


def count_word(count: int) -> str:
    """A small number in letters, a large one in figures."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else f"{count:,}"


def plural(count: int, one: str, many: str = "") -> str:
    """A number of things: ``1 measure``, ``4 measures``."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def listed(names: Sequence[str]) -> str:
    """Names in a sentence: ``a, b and c``."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def capital(text: str) -> str:
    """The same text with a capital letter first, the rest as it is."""
    return text[:1].upper() + text[1:]


def for_periods(count: int, frequency: str) -> str:
    """How long something has lasted: ``for 3 months``."""
    return f"for {plural(count, PERIOD_NOUNS[frequency])}"


def _money(value: Decimal, decimals: int) -> str:
    sign = MINUS if value < 0 else ""
    size = abs(value)
    if size >= _MILLION and decimals == 0:
        return f"{sign}£{number(size / _MILLION, 1)}m"
    return f"{sign}£{number(size, decimals)}"
