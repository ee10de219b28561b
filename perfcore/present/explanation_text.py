"""How is a verdict explained, line by line, in plain text?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from perfcore.views.explanation import Explanation, RowUsed, TargetInForce, Verdict


def explanation_lines(told: Explanation) -> Iterator[str]:
    """The six numbered lines and the rows used.

    Parameters
    ----------
    told
        What led to a verdict.

    Yields
    ------
    str
        One line of plain text at a time.
    """
    verdict = told.verdict
    yield f"{verdict.name} ({verdict.measure}), {verdict.period}"
    yield f"1 Value      {_value(verdict)}"
    yield f"2 Target     {_targets(told.targets)}"
    yield f"3 Tolerance  {_tolerance(told.targets)}"
    yield f"4 Status     {verdict.status}: {verdict.sentence}"
    yield f"5 Direction  {_direction(verdict)}"
    yield f"6 Age        {_age(verdict)}"
    yield f"Rows used ({len(told.rows)})" if told.rows else "No row was reported for this period."
    yield from (_row(row) for row in told.rows)


def plain(number: Decimal | None) -> str:
    """A number without trailing zeros or exponent; a dash where there is none.

    Examples
    --------
    >>> plain(Decimal("55.5000000000"))
    '55.5'
    """
    if number is None:
        return "-"
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _value(verdict: Verdict) -> str:
    published = f"{plain(verdict.value)} {verdict.unit}"
    if verdict.numerator is None or verdict.denominator is None:
        sum_shown = published
    else:
        times = f" x {verdict.scale:,}" if verdict.scale != 1 else ""
        division = f"{plain(verdict.numerator)} / {plain(verdict.denominator)}{times}"
        sum_shown = f"{division} = {published}"
    incomplete = f" ({verdict.parts})" if verdict.parts else ""
    rounding = "rounded half away from zero to"
    places = "decimal place" if verdict.decimals == 1 else "decimal places"
    return f"{sum_shown}, {rounding} {verdict.decimals} {places}{incomplete}"


def _targets(targets: tuple[TargetInForce, ...]) -> str:
    if not targets:
        return "none in force"
    return "; ".join(_target(target) for target in targets)


def _target(target: TargetInForce) -> str:
    if target.low is not None or target.high is not None:
        amount = f"{plain(target.low)} to {plain(target.high)}"
    else:
        amount = plain(target.value)
    role = "" if target.decides else ", shown only"
    why = f" ({target.why})" if target.why else ""
    return f"{amount}, {target.kind}, in force since {target.since}{role}{why}"


def _tolerance(targets: tuple[TargetInForce, ...]) -> str:
    deciding = [target for target in targets if target.decides]
    if not deciding:
        return "none"
    tolerance, exceptional = deciding[0].tolerance, deciding[0].exceptional
    beyond = f"; exceptional from target by {exceptional}" if exceptional else ""
    return f"{tolerance or 'none'}{beyond}"


def _direction(verdict: Verdict) -> str:
    short, long = plain(verdict.short_difference), plain(verdict.long_difference)
    differences = f"(short difference {short}, long difference {long})"
    return f"{verdict.direction or '-'}: {verdict.reason or '-'} {differences}"


def _age(verdict: Verdict) -> str:
    reported = f"reported {verdict.reported_on}" if verdict.reported_on else "not reported"
    age = f", {verdict.age_days} days after the period ended" if verdict.age_days else ""
    first = verdict.first_status
    changed = f"; first reported as {first}" if first and first != verdict.status else ""
    return f"{reported}{age}{changed}"


def _row(row: RowUsed) -> str:
    content = row.marker or plain(row.value)
    ratio = f" ({plain(row.numerator)} / {plain(row.denominator)})" if row.denominator else ""
    sheet = f", {row.sheet}" if row.sheet else ""
    note = f": {row.note}" if row.note else ""
    return f"  {row.reported_on}  {content}{ratio}  {row.file}{sheet}, row {row.row}{note}"
