"""What a sanction follows from: a corrective action that was not met, a complaint that was confirmed. The complaint's own words and who
told it stay where they are."""
from django.utils.translation import gettext as _

from aftercare.models import ComplaintFollow
from aftercare.permissions import can_handle_complaint
from aftercare.queries.sanction_origin import LOOKING, complaints_behind
from aftercare.workflow.complaint_desk import held, refuse_copied, refuse_reporter_in
from aftercare.workflow.complaint_follow import note_what_follows
from core.workflow import refuse_if, require


def hold_complaint(complaint, actor):
    """The complaint that leads to a sanction, locked before its certificate; for who handles it. None stays None."""
    if complaint is None:
        return None
    complaint = held(complaint, actor)
    require(can_handle_complaint(actor, complaint))
    return complaint


def refuse_unfounded(certificate, correction, complaint):
    """Only what is about this certificate, and has come so far, leads to a sanction."""
    if correction:
        refuse_if(correction.certificate_id != certificate.pk, _("This corrective action is about another certificate."))
        refuse_if(not correction.calls_for_sanction,
                  _("This corrective action was not handed over to the sanction procedure, and its time is not over."))
    if complaint:
        refuse_if(complaint.certificate_id != certificate.pk, _("This complaint is about another certificate."))
        refuse_if(not complaint.is_confirmed, _("A sanction follows only from what was confirmed and answered to the reporter."))


def note_origin(sanction, complaint, actor):
    """On the complaint's side; the sanction itself does not know it."""
    if complaint:
        note_what_follows(complaint, kind=ComplaintFollow.Kind.SANCTION, what=sanction.public_id, label=str(sanction), actor=actor)


def refuse_told(sanction, actor, complaint=None, **texts):
    """What the provider or the public will read holds nothing of a complaint behind it. `texts`: {field: text}.

    The name is looked for only in what those write who may know it: to everybody else the refusal would tell it.
    """
    for one in [complaint] if complaint else complaints_behind(LOOKING, sanction):
        for field, text in texts.items():
            refuse_copied(one, text, field)
            if can_handle_complaint(actor, one):
                refuse_reporter_in(one, text, field)
