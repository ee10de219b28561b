"""Does the engine's SQL say what the method says, for frameworks and logs of every kind?"""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, event, given, settings

from tests.engine_runs import run_engine, table
from tests.oracle.councils_at_random import Council, councils
from tests.oracle.figures import round_half_away
from tests.oracle.oracle import Oracle, Verdict

EXACT = ("value", "short_difference", "numerator", "denominator", "increment")
ROUNDED = ("target", "target_low", "target_high", "long_difference")


@pytest.mark.slow
@settings(
    max_examples=60, deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip
@given(councils())
def test_engine_and_oracle_agree_on_every_column(council: Council) -> None:
    oracle = Oracle(
        council.framework, council.observations, council.as_at, council.benchmarks
    ).verdicts()
    with run_engine(
        council.framework, council.observations, council.as_at, council.benchmarks
    ) as connection:
        engine = {
            (row["measure"], row["breakdown"], row["member"], row["period"]): row
            for row in table(connection, "select * from status")
        }
        latest = table(connection, "select * from latest where breakdown = ''")
    assert engine.keys() == oracle.keys()
    for key, verdict in oracle.items():
        event(verdict.status)
        event(verdict.test)
        expected = {name: _comparable(name, amount) for name, amount in asdict(verdict).items()}
        assert {name: _comparable(name, engine[key][name]) for name in expected} == expected, key
        assert engine[key]["sentence"] and engine[key]["reason"], key
    _latest_agrees(council, oracle, latest)


def _comparable(name: str, amount: object) -> object:
    if isinstance(amount, Decimal | Fraction):
        exact = Fraction(amount)
        return round_half_away(exact, 10) if name in ROUNDED else exact
    return amount


def _latest_agrees(
    council: Council,
    oracle: dict[tuple[str, str, str, str], Verdict],
    latest: list[dict[str, object]],
) -> None:
    calendar = council.framework.organisation.calendar
    for row in latest:
        frequency = council.framework.measures[str(row["measure"])].frequency
        mine = sorted(
            (calendar.parse(key[3], frequency).start, key[3], verdict)
            for key, verdict in oracle.items()
            if key[:3] == (row["measure"], "", "")
        )
        assert _summary(mine, council.as_at) == {
            name: row[name]
            for name in ("period", "since_periods", "previous_status", "late_period", "late_days")
        }


def _summary(mine: list[tuple[date, str, Verdict]], as_at: date) -> dict[str, object]:
    results = [one for one in mine if one[2].status not in ("no_data", "not_due")]
    overdue = [one for one in mine if one[2].status == "no_data"]
    last = (results or overdue or mine)[-1]
    run = 0
    for _, _, verdict in reversed(results):
        if verdict.status != last[2].status:
            break
        run += 1
    late = [one for one in overdue if not results or one[0] > last[0]]
    return {
        "period": last[1],
        "since_periods": run,
        "previous_status": results[-2][2].status if len(results) > 1 else None,
        "late_period": late[0][1] if late else None,
        "late_days": (as_at - late[0][2].overdue_on + timedelta(days=1)).days if late else 0,
    }
