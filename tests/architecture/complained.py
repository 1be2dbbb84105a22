"""A complaint in the officer's hands, with a file of its reporter, and what the provider is asked."""
from aftercare.models import Complaint, ComplaintFile, ComplaintIdentity, ComplaintInquiry, InquiryFile
from core import clock
from correspondence.workflow import open_deadline
from providers.models import Evidence
from tests import factories as f
from tests.architecture.appealing import SYSTEM


def complained_of(place, certificate, keep_bytes):
    mark, now = f"CNRY-{place.agency.slug}", clock.now()
    complaint = Complaint.everything.create(
        about="holder", provider=place.provider, certificate=certificate, category="fees", words=f"{mark}-complained", number="2026-C901",
        code_hash=f"{mark}-code", arrived_at=now, officer=place.officer)
    Complaint.everything.filter(pk=complaint.pk).update(stage="handling")
    complaint.deadline = open_deadline(complaint, kind="complaint.answer", event_on=clock.today(), actor=SYSTEM)
    complaint.save(update_fields=["deadline"])
    ComplaintIdentity.everything.create(complaint=complaint, name=f"{mark}-told", contact=f"{mark}-contact")
    stored = f.StoredFileFactory(shelf=complaint.public_id)
    keep_bytes(stored)
    file = ComplaintFile.everything.create(complaint=complaint, position=1, file=stored, name=f"{mark}-told.pdf", added_at=now)
    inquiry = ComplaintInquiry.everything.create(complaint=complaint, provider=place.provider, question=f"{mark}-provider-asked",
                                                 asked_at=now, asked_by=place.officer)
    inquiry.deadline = open_deadline(inquiry, kind="complaint.inquiry", event_on=clock.today(), actor=SYSTEM)
    inquiry.save(update_fields=["deadline"])
    shown = f.StoredFileFactory(shelf=place.provider.public_id)
    keep_bytes(shown)
    evidence = Evidence.everything.create(provider=place.provider, name=f"{mark}-provider-shown.pdf", file=shown, added_at=now,
                                          added_by=place.owner)
    return {"complaint": complaint, "complaint_file": file, "inquiry": inquiry,
            "inquiry_file": InquiryFile.everything.create(inquiry=inquiry, evidence=evidence)}
