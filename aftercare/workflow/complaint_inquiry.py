"""Facts asked of the provider: in the officer's words, never in the reporter's; answered once, with documents of its library."""
from django.db import transaction
from django.utils.translation import gettext as _

from aftercare.complaint_stages import ComplaintStage
from aftercare.models import ComplaintInquiry, InquiryFile
from aftercare.permissions import can_handle_complaint
from aftercare.workflow.complaint_desk import held, refuse_copied, refuse_reporter_in
from core import clock
from core.errors import Refused
from core.workflow import lock, record, refuse_if, require
from correspondence.workflow import close_deadlines, notify, open_deadline
from providers.permissions import can_edit
from providers.workflow import put_evidence

FILES_AT_ONCE = 10


@transaction.atomic
def ask_provider(complaint, *, question, actor):
    """The provider reads this question and nothing else of the complaint."""
    complaint = held(complaint, actor)
    require(can_handle_complaint(actor, complaint))
    refuse_if(complaint.provider_id is None, _("Nobody with an account here is concerned, so nobody can be asked."))
    refuse_if(complaint.stage != ComplaintStage.HANDLING, _("The provider can be asked only while the complaint is being looked into."))
    refuse_if(not question.strip(), _("Write what you ask the provider."), field="question")
    refuse_reporter_in(complaint, question, "question")
    refuse_copied(complaint, question, "question")
    inquiry = ComplaintInquiry.everything.create(complaint=complaint, provider=complaint.provider, question=question.strip(),
                                                 asked_at=clock.now(), asked_by=actor.user)
    inquiry.deadline = open_deadline(inquiry, kind="complaint.inquiry", event_on=clock.today(), actor=actor)
    inquiry.save(update_fields=["deadline"])
    notify("complaint.provider_asked", inquiry, actor=actor, due=inquiry.deadline.last_day, link=("portal_inquiry", inquiry.public_id))
    record("complaint.provider_asked", complaint, actor=actor, inquiry=inquiry.pk)
    return inquiry


@transaction.atomic
def answer_inquiry(inquiry, *, answer, uploads, actor, arrived_at):
    """The provider's answer, once, until the complaint itself is answered. A late one is taken all the same."""
    require(can_edit(actor, inquiry.provider))
    refuse_if(len(uploads) > FILES_AT_ONCE, _("At most %(most)d files at once; %(count)d were chosen. Leave out what is not needed."),
              most=FILES_AT_ONCE, count=len(uploads), field="files")
    refuse_if(not answer.strip(), _("Write the answer."), field="answer")
    taken = [_taken(inquiry.provider, upload, actor) for upload in uploads]         # before the lock: a scan may take its time
    inquiry = lock(inquiry)
    refuse_if(inquiry.answered_at, _("This was answered already. To add something, please call the agency."))
    refuse_if(inquiry.ended_at, _("This is no longer asked. There is nothing to do."))
    inquiry.answer, inquiry.answered_at, inquiry.answered_by = answer.strip(), arrived_at, actor.user
    inquiry.save(update_fields=["answer", "answered_at", "answered_by"])
    for evidence in dict.fromkeys(taken):
        InquiryFile.everything.create(inquiry=inquiry, evidence=evidence)
    close_deadlines(inquiry, actor=actor, outcome="answered")
    notify("complaint.provider_answered", inquiry, actor=actor, number=inquiry.complaint.number,
           link=("desk_complaint", inquiry.complaint.public_id))
    record("complaint.provider_answered", inquiry.complaint, actor=actor, inquiry=inquiry.pk, files=len(taken))
    return inquiry


def _taken(provider, upload, actor):
    try:
        return put_evidence(provider, upload, actor=actor).evidence
    except Refused as refusal:
        raise Refused(f"{upload.name[:80]}: {refusal}", "files") from refusal
