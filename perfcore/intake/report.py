"""How many rows came in, and is every one accounted for?"""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

from perfcore.errors import IntakeError
from perfcore.intake.statements import sql


@dataclass(frozen=True, slots=True)
class IntakeReport:
    """What the intake did.

    Attributes
    ----------
    files
        Files met.
    read, accepted, rejected
        Rows, over all files; ``read`` is the sum of the other two.
    unreadable
        Files that could not be read at all.
    """

    files: int
    read: int
    accepted: int
    rejected: int
    unreadable: int


def account(connection: duckdb.DuckDBPyConnection) -> IntakeReport:
    """Count, and refuse to go on if a row is missing.

    Raises
    ------
    IntakeError
        If some file's rows read are not those accepted plus those rejected.
    """
    lost = connection.execute(sql("lost")).fetchall()
    for file, read, accepted, rejected in lost:
        raise IntakeError(
            f"{read} rows were read, but {accepted} accepted and {rejected} rejected.",
            where=file,
            do="This is a defect of the program: please report it.",
        )
    (totals,) = connection.execute(sql("totals")).fetchall()
    return IntakeReport(*totals)
