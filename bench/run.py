"""Servers, rows, measurements, table."""
import os
import time

from django.conf import settings
from django.core.management import call_command

from bench import rows, servers
from bench.measure import in_turn, stand_as, statements
from bench.paths import GOALS, GOALS_FULL, paths
from bench.report import table


def prepare(full):
    """Servers, tables, rows. Returns the officer's cookie."""
    servers.start()
    stand_as(settings.OWNER_ROLE)
    call_command("migrate", verbosity=0)
    officer = rows.make_rows([rows.SMALL, rows.LARGE] if full else [rows.SMALL])
    stand_as(settings.WEB_ROLE)
    return rows.signed_in(officer)


def main():
    started, full = time.monotonic(), bool(os.environ.get("FULL"))
    asked = paths(prepare(full), full)
    queries = {name: statements(one) for name, one in asked.items()}
    ready = time.monotonic()
    spent = in_turn(asked)
    good = table([*GOALS, *(GOALS_FULL if full else [])], spent, queries)
    print(f"\n{ready - started:.0f} s to prepare, {time.monotonic() - ready:.0f} s to measure.")
    return 0 if good else 1
