"""Errands that failed too often: shown to staff, put back on the way by them."""
from django.db import transaction
from django.utils.translation import gettext as _

from core.models import Errand
from core.outbox import ring
from core.workflow import lock, record, refuse_if, require


def poisoned_errands(actor):
    """What was set aside at this agency, newest first."""
    return Errand.objects.visible_to(actor).exclude(poisoned_at=None).filter(done_at=None).order_by("-poisoned_at", "pk")


@transaction.atomic
def try_again(errand, *, actor):
    """Put an errand that was set aside back on the way."""
    errand = lock(errand)
    require(actor.may_administer)
    refuse_if(errand.poisoned_at is None or errand.done_at, _("This errand is no longer set aside."))
    errand.poisoned_at, errand.leased_until, errand.attempts = None, None, 0
    errand.save(update_fields=["poisoned_at", "leased_until", "attempts"])
    record("errand.tried_again", errand, actor=actor, task=errand.task)
    agency_id, errand_id = errand.agency_id, errand.pk
    transaction.on_commit(lambda: ring(agency_id, errand_id), robust=True)
    return errand
