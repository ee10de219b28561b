"""The first tables: changes and explanations."""

import sqlalchemy as sa
from alembic import op

from perfcore.register.protection import protect

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables, and let nothing in them be changed."""
    op.create_table(
        "change",
        sa.Column("sequence", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("operation", sa.String(40), nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("before", sa.Text),
        sa.Column("after", sa.Text),
        sa.Column("previous_hash", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
    )
    op.create_table(
        "explanation",
        sa.Column("sequence", sa.BigInteger, sa.ForeignKey("change.sequence"), primary_key=True),
        sa.Column("measure", sa.Text, nullable=False),
        sa.Column("cause", sa.String(40), nullable=False),
        sa.Column("opened", sa.String(20), nullable=False),
        sa.Column("version", sa.Integer),
        sa.Column("based_on", sa.Integer, nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("period", sa.String(20), nullable=False),
        sa.Column("build", sa.String(80), nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("plan", sa.Text, nullable=False),
        sa.Column("officer", sa.Text, nullable=False),
        sa.Column("path", sa.Text, nullable=False),
        sa.UniqueConstraint("measure", "cause", "opened", "version"),
    )
    op.create_index("explanation_of", "explanation", ["measure", "cause", "opened", "sequence"])
    protect(op.get_bind(), ("change", "explanation"))
