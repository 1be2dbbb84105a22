"""What supports an application: documents given for an answer or for a document of the round, from the library or new, and taken away."""
from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.workflow import lock, record, refuse_if, require
from correspondence.workflow import notify
from evaluations.documents import Slot
from evaluations.models import AnswerEvidence, Application, GivenDocument
from evaluations.permissions import can_write
from evaluations.queries.parts import answers_in
from evaluations.stages import WRITABLE
from providers.models import Evidence, Upload
from providers.workflow import begin_upload, finish_upload, put_evidence, remove_evidence

FILES_AT_MOST = 200         # an application


@transaction.atomic
def attach_to_answers(application, evidence, codes, *, actor):
    """One document of the library for several indicators. Returns how many it was new for."""
    application = lock(application)
    require(can_write(actor, application) and evidence.provider_id == application.provider_id)
    refuse_if(evidence.removed_at, _("This document was taken out of the library."))
    rows = [row for row in answers_in(application) if row.indicator.code in codes]
    there = set(AnswerEvidence.everything.filter(answer__in=rows, evidence=evidence).values_list("answer", flat=True))
    AnswerEvidence.everything.bulk_create(AnswerEvidence(answer=row, evidence=evidence, added_at=clock.now())
                                          for row in rows if row.pk not in there)
    _refuse_too_many(application)
    record("application.evidence_added", application, actor=actor, evidence=evidence.pk,
           indicators=[row.indicator.code for row in rows if row.pk not in there])
    return len(rows) - len(there)


@transaction.atomic
def attach_upload(target, upload, *, actor):
    """A new document for the library and this answer or Slot; the same content is kept once. Returns (the link, whether the library
    had it not yet)."""
    application = lock(target.application)
    require(can_write(actor, application))
    taken = put_evidence(application.provider, upload, actor=actor)
    return _attach(target, taken.evidence, actor), taken.is_new


@transaction.atomic
def attach_evidence(target, evidence, *, actor):
    """A document that the library has already. Returns the link."""
    application = lock(target.application)
    require(can_write(actor, application) and evidence.provider_id == application.provider_id)
    refuse_if(evidence.removed_at, _("This document was taken out of the library."))
    return _attach(target, evidence, actor)


@transaction.atomic
def begin_upload_for(target, *, place, name, size, sha256, actor):
    """A file that will come in parts; what cannot be attached later is not begun. Returns the Upload."""
    application = target.application
    require(can_write(actor, application))
    _refuse_too_many(application, 1)
    return begin_upload(application.provider, place=place, name=name, size=size, sha256=sha256, actor=actor)


@transaction.atomic
def attach_arrived(target, upload, *, actor):
    """What came in parts is checked, kept and attached, once; called again it answers the same. Returns the Upload."""
    application = lock(target.application)
    upload = Upload.everything.get(pk=upload.pk)
    if upload.finished_at is None:
        require(can_write(actor, application) and upload.provider_id == application.provider_id)
        upload = finish_upload(upload, actor=actor)
        if upload.evidence:
            _attach(target, upload.evidence, actor)
    return upload


def _attach(target, evidence, actor):
    if isinstance(target, Slot):
        require(target.takes_files)
        link, is_new = GivenDocument.everything.get_or_create(
            application=target.application, document=target.document, evidence=evidence, defaults={"added_at": clock.now()})
    else:
        link, is_new = AnswerEvidence.everything.get_or_create(answer=target, evidence=evidence, defaults={"added_at": clock.now()})
    if is_new:
        _refuse_too_many(target.application)
        record(f"{_kind(link)}_added", _whole(link), actor=actor, evidence=evidence.pk, **_where(link))
    return link


def _refuse_too_many(application, more=0):
    """Of the whole application, which is locked."""
    count = (AnswerEvidence.everything.filter(answer__application=application).count()
             + GivenDocument.everything.filter(application=application).count())
    refuse_if(count + more > FILES_AT_MOST, _("An application has at most %(number)d files."), number=FILES_AT_MOST)


@transaction.atomic
def detach_evidence(link, *, actor):
    """The document no longer supports this answer, or stands for this document; in the library it stays."""
    application = lock(application_of(link))
    require(can_write(actor, application))
    record(f"{_kind(link)}_removed", _whole(link), actor=actor, evidence=link.evidence_id, **_where(link))
    link.delete()


@transaction.atomic
def take_newer(link, *, actor):
    """The newest version of the document takes the place of the one that was given. Returns the link."""
    application = lock(application_of(link))
    require(can_write(actor, application))
    newest = Evidence.everything.filter(lineage=link.evidence.lineage, replaced_at=None, removed_at=None).first()
    refuse_if(newest is None or newest.pk == link.evidence_id, _("There is no newer version of this document."))
    target = Slot(application, link.document) if isinstance(link, GivenDocument) else link.answer
    detach_evidence(link, actor=actor)
    return _attach(target, newest, actor)


@transaction.atomic
def drop_infected(file, *, actor):
    """The scan that was late has found malware: out of the library and out of every draft. Returns the applications that lack it now."""
    require(actor.is_system)
    links = [*AnswerEvidence.everything.filter(evidence__file=file, answer__application__stage__in=WRITABLE),
             *GivenDocument.everything.filter(evidence__file=file, application__stage__in=WRITABLE)]
    concerned = {application_of(link) for link in links}
    for application in sorted(concerned, key=lambda one: one.pk):
        lock(application)
    for link in links:
        record(f"{_kind(link)}_removed", _whole(link), actor=actor, evidence=link.evidence_id, **_where(link))
        link.delete()
    for evidence in Evidence.everything.filter(file=file, removed_at=None):
        remove_evidence(evidence, actor=actor)
        notify("provider.evidence_infected", evidence, actor=actor, link=("portal_library", evidence.provider.public_id))
    return concerned


def application_of(link):
    return Application.everything.get(pk=link.application_id if isinstance(link, GivenDocument) else link.answer.application_id)


def _kind(link):
    return "application.document" if isinstance(link, GivenDocument) else "answer.evidence"


def _whole(link):
    return link.application if isinstance(link, GivenDocument) else link.answer


def _where(link):
    return {"document": link.document.code} if isinstance(link, GivenDocument) else {}
