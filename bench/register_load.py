"""How does the register hold up: full of rows, and with many people saving at once?"""

from __future__ import annotations

import hashlib
import json
import statistics
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from threading import Barrier

from sqlalchemy import Connection, Table

from perfcore.access.person import single_user
from perfcore.register.action import Known, Plan
from perfcore.register.actions import add_action, report_progress
from perfcore.register.connection import Register
from perfcore.register.tables import ACTION, CHANGE, EXPLANATION

ACTIONS = 50_000
STEPS = 4
EXCEPTIONS = 10_000
ROWS = 500_000
PEOPLE = 50
SAVES = 10
_FIRST = date(2020, 1, 1)
_KNOWN = Known("warehouse-0123456789ab.duckdb", date(2020, 10, 12))
_BATCH = 20_000


@dataclass(frozen=True)
class Saving:
    """Milliseconds that people waited for what they saved, all of them at once."""

    median: float
    p95: float
    slowest: float


def fill(register: Register, measures: int) -> int:
    """Fill an empty register; how many changes it then has.

    50,000 actions of four steps each, an explanation of 10,000 exceptions, and drafts of them.
    """
    with register.writing() as connection:
        return _write(connection, _rows(measures))


def save_at_once(url: str, people: int = PEOPLE, saves: int = SAVES) -> Saving:
    """Let many people save at the same time, each with a connection of their own.

    Raises
    ------
    RegisterError
        If any of them was refused.
    """
    register = Register(url)
    ready = Barrier(people)

    def person(number: int) -> list[float]:
        me, taken, mine = single_user(), [], 0
        ready.wait()
        for turn in range(saves):
            began = time.perf_counter()
            if turn % 2:
                report_progress(register, me, mine, f"Step {turn}", _KNOWN)
            else:
                plan = Plan(f"Action {number}", "Head of Service", date(2021, 1, 1), ("m00000",))
                mine = add_action(register, me, plan, _KNOWN).id
            taken.append((time.perf_counter() - began) * 1000)
            time.sleep(0.2)  # people read before they save again
        return taken

    with ThreadPoolExecutor(people) as pool:
        taken = sorted(ms for one in pool.map(person, range(people)) for ms in one)
    register.close()
    return Saving(statistics.median(taken), taken[int(len(taken) * 0.95)], taken[-1])


def _rows(measures: int) -> Iterator[tuple[Table, str, str, dict[str, object]]]:
    for step in range(STEPS):
        for number in range(ACTIONS):
            yield (
                ACTION,
                f"action.{'progress' if step else 'add'}",
                f"action {number + 1}",
                {
                    "action": number + 1,
                    "version": step + 1,
                    "step": "progress" if step else "add",
                    "title": f"What is to be done about measure {number % measures}, in some words",
                    "owner": f"Head of Service {number % 60}",
                    "due": (_FIRST + timedelta(days=number % 700)).isoformat(),
                    "measures": json.dumps([f"m{number % measures:05d}"]),
                    "cause": "",
                    "opened": "",
                    "meeting": None,
                    "note": f"Step {step} has been taken, and this is what is said of it."
                    * bool(step),
                    "author": f"person-{number % 200}@council.example",
                    "as_at": "2020-10-12",
                    "build": _KNOWN.build,
                },
            )
    for turn in range((ROWS - ACTIONS * STEPS) // EXCEPTIONS):
        for number in range(EXCEPTIONS):
            operation = "draft" if turn else "submit"
            yield (
                EXPLANATION,
                f"explanation.{operation}",
                f"exception {number}",
                {
                    "measure": f"m{number % measures:05d}",
                    "cause": ("off_target", "cannot_meet")[number // measures % 2],
                    "opened": "2020-07",
                    "version": None if turn else 1,
                    "based_on": 1 if turn else 0,
                    "author": f"person-{number % 200}@council.example",
                    "period": "2020-09",
                    "build": _KNOWN.build,
                    "why": "Two posts stood vacant while demand rose.",
                    "plan": "Fill them, and clear the backlog by March.",
                    "officer": f"Head of Service {number % 60}",
                    "path": '[["2021-03-31", "80"]]',
                },
            )


def _write(
    connection: Connection, rows: Iterator[tuple[Table, str, str, dict[str, object]]]
) -> int:
    previous, sequence = "0" * 64, 0
    waiting: dict[Table, list[dict[str, object]]] = {CHANGE: [], ACTION: [], EXPLANATION: []}
    at = datetime(2020, 10, 12, tzinfo=UTC)
    for table, operation, subject, content in rows:
        sequence += 1
        change = {
            "sequence": sequence,
            "at": (at + timedelta(seconds=sequence)).isoformat(timespec="microseconds"),
            "who": content["author"],
            "operation": operation,
            "subject": subject,
            "before": None,
            "after": json.dumps(content, sort_keys=True),
            "previous_hash": previous,
        }
        previous = hashlib.sha256(json.dumps(dict(sorted(change.items()))).encode()).hexdigest()
        waiting[CHANGE].append({**change, "hash": previous})
        waiting[table].append({"sequence": sequence, **content})
        if sequence % _BATCH == 0:
            _flush(connection, waiting)
    _flush(connection, waiting)
    return sequence


def _flush(connection: Connection, waiting: dict[Table, list[dict[str, object]]]) -> None:
    for table, rows in waiting.items():
        if rows:
            connection.execute(table.insert(), rows)
            rows.clear()
