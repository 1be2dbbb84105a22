"""What a reporter does: tells it, adds to it. A reporter is nobody's account, also when somebody is signed in meanwhile."""
import uuid
from contextlib import contextmanager

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import gettext as _

from aftercare.complaint_stages import ComplaintStage
from aftercare.models import Complaint, ComplaintFile, ComplaintIdentity, ComplaintWord
from aftercare.receipt import seal_of
from certification.models import Certificate
from core import clock
from core.errors import Refused
from core.files import path_of, store_upload
from core.numbers import next_number
from core.workflow import lock, record, refuse_if, require
from correspondence.workflow import notify, open_deadline

FILES_AT_ONCE, FILES_AT_MOST, WORDS_AT_MOST = 10, 30, 30


@transaction.atomic
def receive_complaint(*, code, entry, facts, name, contact, uploads, language, actor, arrived_at):
    """What was typed, under a number; who told it apart. The same form sent twice is one complaint. `entry`: of the register, or None."""
    require(actor.user is None)
    certificate = entry and Certificate.everything.get(pk=entry.certificate_id)
    whom = {"about": "holder", "provider_id": certificate.provider_id, "certificate": certificate} if entry else {"about": "mark"}
    complaint, is_new = Complaint.everything.get_or_create(
        code_hash=seal_of(code), defaults={**facts, **whom, "language": language, "arrived_at": arrived_at})
    if not is_new:
        return complaint
    year = clock.seoul(arrived_at).year
    complaint.number = f"{year}-C{next_number('complaint', year):03}"
    complaint.save(update_fields=["number"])
    ComplaintIdentity.everything.create(complaint=complaint, name=name.strip(), contact=contact.strip())
    keep_files(complaint, uploads, actor=actor)
    complaint.deadline = open_deadline(complaint, kind="complaint.answer", event_on=clock.seoul(arrived_at).date(), actor=actor)
    complaint.save(update_fields=["deadline"])
    notify("complaint.received", complaint, actor=actor, due=complaint.deadline.last_day, link=("desk_complaint", complaint.public_id))
    record("complaint.received", complaint, actor=actor, category=complaint.category, about=complaint.about, files=len(uploads))
    return complaint


@transaction.atomic
def add_to_complaint(complaint, *, text, uploads, actor, arrived_at):
    """The reporter says more, or answers a question, until it is closed. The same words sent twice are said once."""
    require(actor.user is None)
    complaint = lock(complaint)
    said = ComplaintWord.everything.filter(complaint=complaint, kind=ComplaintWord.Kind.ADDED)
    last = said.order_by("-pk").first()
    if last and last.text == text.strip() and last.files == len(uploads):
        return last
    refuse_if(complaint.stage == ComplaintStage.CLOSED, _("This is closed. If something new has happened, please tell us anew."))
    refuse_if(not text.strip(), _("Write what you want to add."), field="text")
    refuse_if(said.count() >= WORDS_AT_MOST, _("Much was added here already. Please call the agency and give your number."))
    word = ComplaintWord.everything.create(complaint=complaint, kind=ComplaintWord.Kind.ADDED, text=text.strip(), files=len(uploads),
                                           at=arrived_at)
    keep_files(complaint, uploads, actor=actor)
    notify("complaint.added", complaint, actor=actor, link=("desk_complaint", complaint.public_id))
    record("complaint.added", complaint, actor=actor, files=len(uploads))
    return word


def keep_files(complaint, uploads, *, actor):
    """Checked as every file of the house, on a shelf of their own, so that they can go without anything else going."""
    refuse_if(len(uploads) > FILES_AT_ONCE, _("At most %(most)d files at once; %(count)d were chosen. Leave out what is not needed."),
              most=FILES_AT_ONCE, count=len(uploads), field="files")
    there = ComplaintFile.everything.filter(complaint=complaint).count()
    refuse_if(there + len(uploads) > FILES_AT_MOST,
              _("There are %(there)d files already, and %(most)d is the most. Please call the agency."),
              there=there, most=FILES_AT_MOST, field="files")
    shelf = uuid.uuid4()
    with _nothing_left_behind() as kept:
        for position, upload in enumerate(uploads, there + 1):
            try:
                stored, name = store_upload(upload, shelf=shelf, actor=actor)
            except Refused as refusal:
                raise Refused(f"{upload.name[:80]}: {refusal}", "files") from refusal
            kept.append(stored)
            ComplaintFile.everything.create(complaint=complaint, position=position, file=stored, name=name, added_at=clock.now())


@contextmanager
def _nothing_left_behind():
    """What came before one that is refused leaves no bytes: nobody would ever find and erase them."""
    kept = []
    try:
        yield kept
    except Refused:
        for stored in kept:
            default_storage.delete(path_of(stored))
        raise
