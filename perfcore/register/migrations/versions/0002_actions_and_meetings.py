"""Actions, meetings and their decisions."""

import sqlalchemy as sa
from alembic import op

from perfcore.register.protection import protect

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables, and let nothing in them be changed."""
    op.create_table(
        "action",
        sa.Column("sequence", sa.BigInteger, sa.ForeignKey("change.sequence"), primary_key=True),
        sa.Column("action", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("step", sa.String(20), nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("due", sa.String(10), nullable=False),
        sa.Column("measures", sa.Text, nullable=False),
        sa.Column("cause", sa.String(40), nullable=False),
        sa.Column("opened", sa.String(20), nullable=False),
        sa.Column("meeting", sa.Integer),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("as_at", sa.String(10), nullable=False),
        sa.Column("build", sa.String(80), nullable=False),
        sa.UniqueConstraint("action", "version"),
    )
    op.create_table(
        "meeting",
        sa.Column("sequence", sa.BigInteger, sa.ForeignKey("change.sequence"), primary_key=True),
        sa.Column("meeting", sa.Integer, nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("forum", sa.Text, nullable=False),
        sa.Column("held_on", sa.String(10), nullable=False),
        sa.Column("agenda", sa.Text, nullable=False),
        sa.Column("as_at", sa.String(10), nullable=False),
        sa.Column("build", sa.String(80), nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.UniqueConstraint("meeting", "state"),
    )
    op.create_table(
        "decision",
        sa.Column("sequence", sa.BigInteger, sa.ForeignKey("change.sequence"), primary_key=True),
        sa.Column("meeting", sa.Integer, nullable=False),
        sa.Column("item", sa.Text, nullable=False),
        sa.Column("kind", sa.String(30), nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("until", sa.String(10), nullable=False),
        sa.Column("forum", sa.Text, nullable=False),
        sa.Column("action", sa.Integer),
        sa.Column("author", sa.Text, nullable=False),
    )
    op.create_index("decision_of", "decision", ["meeting", "item"])
    protect(op.get_bind(), ("action", "meeting", "decision"))
