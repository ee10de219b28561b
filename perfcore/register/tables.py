"""Which tables does the register have?

Nothing in them is ever changed or deleted: what is newer stands beside what was.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

METADATA: Final = MetaData()

CHANGE: Final = Table(
    "change",
    METADATA,
    Column("sequence", BigInteger, primary_key=True, autoincrement=False),
    Column("at", String(32), nullable=False),
    Column("who", Text, nullable=False),
    Column("operation", String(40), nullable=False),
    Column("subject", Text, nullable=False),
    Column("before", Text),
    Column("after", Text),
    Column("previous_hash", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
)

EXPLANATION: Final = Table(
    "explanation",
    METADATA,
    Column("sequence", BigInteger, ForeignKey("change.sequence"), primary_key=True),
    Column("measure", Text, nullable=False),
    Column("cause", String(40), nullable=False),
    Column("opened", String(20), nullable=False),
    Column("version", Integer),
    Column("based_on", Integer, nullable=False),
    Column("author", Text, nullable=False),
    Column("period", String(20), nullable=False),
    Column("build", String(80), nullable=False),
    Column("why", Text, nullable=False),
    Column("plan", Text, nullable=False),
    Column("officer", Text, nullable=False),
    Column("path", Text, nullable=False),
    UniqueConstraint("measure", "cause", "opened", "version"),
    Index("explanation_of", "measure", "cause", "opened", "sequence"),
)

IN_ORDER: Final = (CHANGE, EXPLANATION)
