"""Servers, rows, measurements, table."""
import os
import time

from django.conf import settings
from django.core.management import call_command

from accounts.models import Agency
from bench import deadline, documents, reminding, rows, searching, servers
from bench.applying import drafts, open_round
from bench.measure import ROUNDS, Asked, in_turn, stand_as, statements
from bench.paths import GOALS, GOALS_FULL, handler, paths, register_paths
from bench.recording import visit_taken_along
from bench.report import table
from bench.reviewing import case_to_review


def prepare(full):
    """Servers, tables, rows. Returns the officer's cookie, the agency with its round, a draft and a sheet with 100 documents each,
    a visit that was taken along."""
    servers.start()
    stand_as(settings.OWNER_ROLE)
    call_command("migrate", verbosity=0)
    officer = rows.make_rows([rows.SMALL, rows.LARGE] if full else [rows.SMALL])
    agency = Agency.objects.get(slug=rows.SMALL)
    round = open_round(agency, officer)
    draft, sheet = drafts(agency, round, 1, documents=100)[0], case_to_review(agency, round, officer)
    visit = visit_taken_along(agency, officer)
    stand_as(settings.WEB_ROLE)
    return rows.signed_in(officer), agency, round, draft, sheet, visit


def register_alone(full):
    """The public register and nothing else; then the search of an agency that has a hundred thousand rows, in the long form a million."""
    servers.start()
    stand_as(settings.OWNER_ROLE)
    call_command("migrate", verbosity=0)
    rows.make_rows([rows.SMALL])
    stand_as(settings.WEB_ROLE)
    hello = Asked(handler(settings.MIDDLEWARE), "/hello/", settings.WEB_ROLE)
    asked = {"hello": hello, "hello again": hello, **register_paths(hello)}
    queries = {name: statements(one) for name, one in asked.items()}
    good = table([goal for goal in GOALS if goal.path in asked], in_turn(asked, int(os.environ.get("ROUNDS", ROUNDS))), queries)
    return 0 if searched(full) and good else 1


def searched(full):
    """The search among many rows."""
    stand_as(settings.OWNER_ROLE)
    agency, count = rows.large_register(1_000_000 if full else 100_000)
    stand_as(settings.WEB_ROLE)
    return searching.measured(agency, count)


def reminded(full):
    """The reminders of a day among many duties."""
    stand_as(settings.OWNER_ROLE)
    agency, count = reminding.many_duties(1_000_000 if full else 100_000)
    stand_as(settings.WEB_ROLE)
    return reminding.measured(agency, count)


def reminders_alone():
    """A million duties and nothing else."""
    servers.start()
    stand_as(settings.OWNER_ROLE)
    call_command("migrate", verbosity=0)
    return 0 if reminded(full=True) else 1


def main():
    started, full = time.monotonic(), bool(os.environ.get("FULL"))
    if os.environ.get("ONLY") == "register":
        return register_alone(full)
    if os.environ.get("ONLY") == "reminders":
        return reminders_alone()
    cookie, agency, round, draft, sheet, visit = prepare(full)
    if os.environ.get("ONLY") == "deadline":
        return 0 if deadline.measure(agency, round) else 1
    if os.environ.get("ONLY") == "documents":
        return 0 if documents.measure(agency) else 1
    asked = paths(cookie, (agency, *draft), sheet, visit, full)
    queries = {name: statements(one) for name, one in asked.items()}
    ready = time.monotonic()
    spent = in_turn(asked)
    good = table([*GOALS, *(GOALS_FULL if full else [])], spent, queries)
    good = searched(full) and good
    good = reminded(full=True) and good
    good = documents.measure(agency) and good
    good = deadline.measure(agency, round) and good
    print(f"\n{ready - started:.0f} s to prepare, {time.monotonic() - ready:.0f} s to measure.")
    return 0 if good else 1
