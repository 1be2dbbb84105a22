"""Who told it: looked at by those named, with a reason; forgotten after a time."""
from django.db import transaction
from django.utils.translation import gettext as _

from aftercare.models import ComplaintFile, ComplaintIdentity
from aftercare.permissions import can_handle_complaint
from aftercare.workflow.complaint_desk import held, refuse_reporter_in
from core import clock
from core.workflow import enqueue, lock, record, refuse_if, require


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
def erase_reporter(identity, *, actor):
    """Nobody can find out any more who told it: name, contact, files and their names go. The bytes by an errand, which is tried again until
    they are gone."""
    require(actor.is_system)
    identity = lock(identity)
    if identity.erased_at:
        return identity
    files = list(ComplaintFile.everything.filter(complaint=identity.complaint_id, erased_at=None))
    ComplaintFile.everything.filter(pk__in=[one.pk for one in files]).update(name="", erased_at=clock.now())
    identity.name, identity.contact, identity.erased_at = "", "", clock.now()
    identity.save(update_fields=["name", "contact", "erased_at"])
    if files:
        enqueue("aftercare.tasks.delete_reporter_files", file_ids=[one.file_id for one in files])
    record("complaint.reporter_erased", identity.complaint, actor=actor, files=len(files))
    return identity
