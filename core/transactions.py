"""What PostgreSQL says of its transactions, as whole numbers: in what order rows were written, and below which nobody writes any more."""
from django.db.models import BigIntegerField, Func


class _Own(Func):
    output_field = BigIntegerField()
    arity = 0


class CurrentTransaction(_Own):
    """The number of this transaction (xid8): given when it first writes, never used again in this cluster; savepoints share it."""

    template = "pg_current_xact_id()::text::bigint"


class OldestRunning(_Own):
    """Every transaction below it is over: what these wrote is there or never will be."""

    template = "pg_snapshot_xmin(pg_current_snapshot())::text::bigint"


class NotYetBegun(_Own):
    """No transaction that this statement sees has this number or a higher one; a row that says so came from another cluster."""

    template = "pg_snapshot_xmax(pg_current_snapshot())::text::bigint"
