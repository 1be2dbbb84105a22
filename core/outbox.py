"""Errands: asked for in the transaction, rung on commit, leased, done once, swept when forgotten, set aside when poisonous."""
from datetime import timedelta

from celery import current_app
from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.module_loading import import_string

from core.addresses import at_home_of
from core.errors import Superseded
from core.models import Errand
from core.tenancy import current_agency_id, within

POISON_AFTER = 5


def enqueue(task, **arguments):
    """Ask for an errand. It exists if and only if this transaction does; ids only, no names in the arguments."""
    errand = Errand.everything.create(task=task, arguments=arguments)
    agency_id, errand_id = current_agency_id(), errand.pk
    transaction.on_commit(lambda: ring(agency_id, errand_id), robust=True)      # a partial has no __qualname__ and breaks `robust`
    return errand


def enqueue_later(wait, task, **arguments):
    """Ask for an errand that nobody takes before `wait` is over; the sweeper rings it then."""
    return Errand.everything.create(task=task, arguments=arguments, leased_until=Now() + wait)


def ring(agency_id, errand_id):
    """Tell a worker. If the bell is broken the sweeper rings again."""
    current_app.send_task("core.tasks.run_errand", kwargs={"agency_id": agency_id, "errand_id": errand_id})


def lease(errand_id):
    """Take the errand for a while. Returns it with our fencing token, or None if it is done, set aside or somebody else's."""
    undone = Errand.everything.filter(pk=errand_id, done_at=None, poisoned_at=None)
    free = undone.filter(Q(leased_until=None) | Q(leased_until__lt=Now()))
    until = Now() + timedelta(seconds=settings.ERRAND_LEASE_SECONDS)
    taken = free.update(leased_until=until, token=F("token") + 1, attempts=F("attempts") + 1)
    return Errand.everything.get(pk=errand_id) if taken else None


def finish(errand):
    """Mark it done, in the transaction of its effect; a newer token undoes both."""
    if not Errand.everything.filter(pk=errand.pk, token=errand.token, done_at=None).update(done_at=Now()):
        raise Superseded(f"{errand.task} #{errand.pk}, token {errand.token}")


def fail(errand, failure):
    """Note why, wait longer each time, and set it aside for staff after the fifth try."""
    wait = timedelta(seconds=settings.ERRAND_RETRY_SECONDS * 4 ** (errand.attempts - 1))
    mine = Errand.everything.filter(pk=errand.pk, token=errand.token, done_at=None)
    mine.update(leased_until=Now() + wait, last_error=f"{type(failure).__name__}: {failure}"[:500],
                poisoned_at=Now() if errand.attempts >= POISON_AFTER else None)


def require_ours(errand):
    """Raises Superseded if somebody took it over meanwhile."""
    if not Errand.everything.select_for_update().filter(pk=errand.pk, token=errand.token, done_at=None).exists():
        raise Superseded(f"{errand.task} #{errand.pk}, token {errand.token}")


def run(agency, errand_id):
    """Two transactions: take the lease where others can see it; then effect and completion together. True if it was done here.

    A task that reaches out of the database may have something to say first: its `beforehand`, committed before its effect begins.
    """
    with within(agency):
        errand = lease(errand_id)
    if errand is None:
        return False
    try:
        task = import_string(errand.task)
        if hasattr(task, "beforehand"):
            with within(agency):
                require_ours(errand)
                task.beforehand(**errand.arguments)
        with within(agency), at_home_of(agency):
            task(**errand.arguments)
            finish(errand)
    except Superseded:
        raise
    except Exception as failure:
        with within(agency):
            fail(errand, failure)
        raise
    return True


def forgotten(grace=timedelta(seconds=5)):
    """Errands of the current agency that nobody holds and nobody finished, oldest first."""
    never_taken = Q(leased_until=None, asked_at__lt=Now() - grace)
    dropped = Q(leased_until__lt=Now())
    return Errand.everything.filter(never_taken | dropped, done_at=None, poisoned_at=None).order_by("asked_at", "pk")


def sweep(agency, grace=timedelta(seconds=5)):
    """Ring again for what was forgotten. Returns how many."""
    with within(agency):
        errand_ids = list(forgotten(grace).values_list("pk", flat=True)[:500])
    for errand_id in errand_ids:
        ring(agency.pk, errand_id)
    return len(errand_ids)

