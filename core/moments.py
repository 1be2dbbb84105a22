"""Moments as PostgreSQL writes them in UTC, read by Python's own parser: Django's way through psycopg is five times as long."""
from datetime import UTC, datetime

from django.db.backends.signals import connection_created
from psycopg.types.datetime import TimestamptzLoader


class MomentLoader(TimestamptzLoader):
    timezone = UTC                              # Django asks a connection's loader for it

    def load(self, data):
        try:
            return datetime.fromisoformat(bytes(data).decode())
        except ValueError:                      # before Christ, or infinite: as psycopg has it
            return super().load(data).replace(tzinfo=UTC)


def register_loader(connection, **kwargs):
    if connection.timezone is UTC:
        connection.connection.adapters.register_loader("timestamptz", MomentLoader)


def start_reading():
    connection_created.connect(register_loader, dispatch_uid="core.moments")
