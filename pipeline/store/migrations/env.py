"""What Alembic runs around the scripts: on the caller's connection, one transaction for each script."""

from alembic import context

from pipeline.store.operations import CHANGES

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=CHANGES.metadata,
    # SQLite keeps changes of tables in a transaction too, once the driver leaves transactions alone (store/engine.py).
    transactional_ddl=True,
    transaction_per_migration=True,
)
with context.begin_transaction():
    context.run_migrations()
