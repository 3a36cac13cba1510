"""How Alembic runs our migrations: on the file it is given, in one transaction, with foreign keys off."""

from alembic import context
from sqlalchemy import URL, NullPool, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from tthc_desktop.storage.tables import metadata


def _prepare(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    # A table that is rebuilt is dropped first, which with foreign keys on would take its children along.
    connection.isolation_level = None
    connection.cursor().execute("PRAGMA foreign_keys = OFF")


def _run() -> None:
    engine = create_engine(URL.create("sqlite", database=str(context.config.attributes["path"])), poolclass=NullPool)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    with engine.connect() as connection:
        context.configure(connection, target_metadata=metadata, render_as_batch=True, transactional_ddl=True)
        with context.begin_transaction():
            context.run_migrations()


_run()
