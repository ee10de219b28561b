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

ACTION: Final = Table(
    "action",
    METADATA,
    Column("sequence", BigInteger, ForeignKey("change.sequence"), primary_key=True),
    Column("action", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("step", String(20), nullable=False),
    Column("title", Text, nullable=False),
    Column("owner", Text, nullable=False),
    Column("due", String(10), nullable=False),
    Column("measures", Text, nullable=False),
    Column("cause", String(40), nullable=False),
    Column("opened", String(20), nullable=False),
    Column("meeting", Integer),
    Column("note", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("as_at", String(10), nullable=False),
    Column("build", String(80), nullable=False),
    UniqueConstraint("action", "version"),
)

MEETING: Final = Table(
    "meeting",
    METADATA,
    Column("sequence", BigInteger, ForeignKey("change.sequence"), primary_key=True),
    Column("meeting", Integer, nullable=False),
    Column("state", String(10), nullable=False),
    Column("forum", Text, nullable=False),
    Column("held_on", String(10), nullable=False),
    Column("agenda", Text, nullable=False),
    Column("as_at", String(10), nullable=False),
    Column("build", String(80), nullable=False),
    Column("author", Text, nullable=False),
    UniqueConstraint("meeting", "state"),
)

DECISION: Final = Table(
    "decision",
    METADATA,
    Column("sequence", BigInteger, ForeignKey("change.sequence"), primary_key=True),
    Column("meeting", Integer, nullable=False),
    Column("item", Text, nullable=False),
    Column("kind", String(30), nullable=False),
    Column("note", Text, nullable=False),
    Column("until", String(10), nullable=False),
    Column("forum", Text, nullable=False),
    Column("action", Integer),
    Column("author", Text, nullable=False),
    Index("decision_of", "meeting", "item"),
)

IN_ORDER: Final = (CHANGE, EXPLANATION, ACTION, MEETING, DECISION)
"""The first is of every change; each of the others has a row beside one."""
