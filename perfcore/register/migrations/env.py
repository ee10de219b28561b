"""Runs the migrations on the connection that the register hands over."""

from alembic import context

from perfcore.register.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=False,
    transaction_per_migration=False,
)
context.run_migrations()
