"""Who told it: looked at by those named, with a reason; forgotten after a time."""
from datetime import timedelta

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import gettext as _

from aftercare.complaint_stages import ComplaintStage
from aftercare.models import Complaint, ComplaintFile, ComplaintIdentity
from aftercare.models.complaint import KEPT_MONTHS
from aftercare.permissions import can_handle_complaint
from aftercare.workflow.complaint_desk import close_complaint, held, refuse_reporter_in
from core import clock
from core.calendar import months_before
from core.files import path_of
from core.tenancy import current_agency
from core.workflow import lock, record, refuse_if, require

CLOSES_AFTER = timedelta(days=30)               # of the answer, if nobody closes it


@transaction.atomic
def look_at_reporter(complaint, *, reason, actor):
    """Returns the identity. The reason goes into the access log; whoever reads the trail sees that somebody looked."""
    complaint = held(complaint, actor)
    require(can_handle_complaint(actor, complaint))
    refuse_if(len(reason.strip()) < 5, _("Write why you have to know it: the access log keeps the reason."), field="reason")
    refuse_reporter_in(complaint, reason, "reason")
    record("complaint.reporter_looked_at", complaint, actor=actor)
    return ComplaintIdentity.everything.get(complaint=complaint)


@transaction.atomic
def close_answered(*, actor):
    """Answered a month ago and nothing said since: closed, so that nobody is kept because a button was forgotten. Returns how many."""
    old = Complaint.everything.filter(stage=ComplaintStage.ANSWERED, answered_at__lt=clock.now() - CLOSES_AFTER).order_by("pk")
    return len([close_complaint(one, actor=actor) for one in old.exclude(said__kind="added", said__at__gte=clock.now() - CLOSES_AFTER)])


@transaction.atomic
def erase_reporters(*, actor):
    """Half a year after the closing nobody can find out any more who told it: name, contact, files and their names go. Returns how many."""
    before = clock.day_start(months_before(clock.today(), KEPT_MONTHS))
    closed = Complaint.everything.filter(stage=ComplaintStage.CLOSED, closed_at__lt=before)
    rows = list(ComplaintIdentity.everything.filter(complaint__in=closed, erased_at=None).order_by("pk"))
    for row in rows:
        _erase(lock(row))
    if rows:
        record("complaint.reporters_erased", current_agency(), actor=actor, count=len(rows))
    return len(rows)


def _erase(identity):
    files = list(ComplaintFile.everything.filter(complaint=identity.complaint_id, erased_at=None).select_related("file"))
    paths = [path_of(one.file) for one in files]
    ComplaintFile.everything.filter(pk__in=[one.pk for one in files]).update(name="", erased_at=clock.now())
    identity.name, identity.contact, identity.erased_at = "", "", clock.now()
    identity.save(update_fields=["name", "contact", "erased_at"])
    transaction.on_commit(lambda: [default_storage.delete(path) for path in paths], robust=True)
