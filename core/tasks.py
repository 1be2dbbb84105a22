"""The worker's side: a task names its agency, or it does not run."""
import logging

from celery import Task, shared_task
from django.apps import apps
from django.conf import settings
from django.db.models import Min

from core import audit, clock, outbox
from core.addresses import at_home_of
from core.errors import NoScope
from core.models import Errand, Pulse
from core.tenancy import within

logger = logging.getLogger(__name__)


def find_agency(agency_id):
    return apps.get_model(settings.TENANT_MODEL).objects.get(pk=agency_id)


def every_agency():
    return apps.get_model(settings.TENANT_MODEL).objects.order_by("pk")


def carried_on(agency, work, row, *, actor):
    """One that fails holds up nobody else's. What `work` gave for this row, or None."""
    try:
        with within(agency), at_home_of(agency):
            return work(row, actor=actor)
    except Exception:                                       # whatever is wrong with this one
        logger.exception("%s failed for %s #%s of agency %s", work.__name__, row._meta.label_lower, row.pk, agency.pk)
        return None


class AgencyTask(Task):
    """Runs within the agency that `agency_id` names: its rows, its addresses, one transaction."""

    typing = False                              # else .delay() checks agency_id against run(), which does not take it

    def __call__(self, *args, agency_id=None, **kwargs):
        if agency_id is None:
            raise NoScope(self.name)
        agency = find_agency(agency_id)
        with within(agency), at_home_of(agency):
            return super().__call__(*args, **kwargs)


@shared_task
def run_errand(*, agency_id, errand_id):
    """Do one errand; under the wall a forged pair of numbers finds no row."""
    agency = find_agency(agency_id)
    done = outbox.run(agency, errand_id)
    if done:
        Pulse.objects.update_or_create(agency=agency, defaults={"last_job_at": clock.real_now()})
    return done


@shared_task
def sweep():
    """Ring again for what was forgotten, and write down how each agency's errands stand."""
    return sum(sweep_at(agency) for agency in every_agency())


def sweep_at(agency):
    rung = outbox.sweep(agency)
    with within(agency):
        undone = Errand.everything.filter(done_at=None)
        figures = {
            "oldest_undone_at": undone.filter(poisoned_at=None).aggregate(oldest=Min("asked_at"))["oldest"],
            "poisoned": undone.exclude(poisoned_at=None).count(),
            "not_yet_linked": audit.not_yet_linked(),
            "last_job_at": clock.real_now(),
        }
    Pulse.objects.update_or_create(agency=agency, defaults=figures)
    return rung


@shared_task
def link_audit():
    """Give each agency's new events their place in its chain."""
    linked = 0
    for agency in every_agency():
        with within(agency):
            linked += audit.link_events()
    return linked
