"""What stands on a round's announcement: documents while it is a draft; files, questions and answers also afterwards."""
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.workflow import renew_public_pages
from certification.models import RoundAttachment, RoundDocument, RoundQuestion
from certification.permissions import can_draft_rounds
from core import clock
from core.files import store_upload
from core.tenancy import current_agency
from core.workflow import lock, record, refuse_if, require


@transaction.atomic
def set_documents(round, documents, *, actor):
    """What applicants hand in, in this order: RoundDocument's fields without round and position."""
    round = lock(round)
    require(can_draft_rounds(actor))
    _refuse_announced(round)
    round.documents.all().delete()
    RoundDocument.everything.bulk_create(RoundDocument(round=round, position=place, **document)
                                         for place, document in enumerate(documents, 1))
    record("round.documents_set", round, actor=actor, documents=len(documents))


@transaction.atomic
def add_attachment(round, upload, *, actor):
    """A file of the announcement; the same content is kept once, under its first name. It may come after the announcement."""
    round = lock(round)
    require(can_draft_rounds(actor))
    stored, name = store_upload(upload, shelf=round.public_id, actor=actor)
    attachment, is_new = RoundAttachment.everything.get_or_create(round=round, file=stored,
                                                                  defaults={"name": name, "added_at": clock.now()})
    if is_new:
        record("round.attachment_added", round, actor=actor, attachment=attachment.pk, sha256=stored.sha256)
        _show(round)
    return attachment


@transaction.atomic
def remove_attachment(attachment, *, actor):
    """A file out of the draft."""
    round = lock(attachment.round)
    require(can_draft_rounds(actor))
    _refuse_announced(round)
    record("round.attachment_removed", round, actor=actor, attachment=attachment.pk)
    attachment.delete()


@transaction.atomic
def add_question(round, facts, *, actor):
    """A question that was asked, with its answer; on the page once it is shown. `facts` are RoundQuestion's texts."""
    round = lock(round)
    require(can_draft_rounds(actor))
    question = RoundQuestion.everything.create(round=round, written_at=clock.now(), **facts)
    record("round.question_added", round, actor=actor, question=question.pk, shown=question.is_shown)
    _show(round)
    return question


@transaction.atomic
def change_question(question, facts, *, actor):
    """Its words, or onto the page with it. What everybody could read stays: a better answer is another question."""
    round, question = lock(question.round), lock(question)
    require(can_draft_rounds(actor))
    refuse_if(round.published_at and question.is_shown, _("Everybody can read this answer already. Write a further question instead."))
    for name, value in facts.items():
        setattr(question, name, value)
    question.save()
    record("round.question_changed", round, actor=actor, question=question.pk, shown=question.is_shown)
    _show(round)
    return question


def _refuse_announced(round):
    refuse_if(round.published_at, _("This round is announced. Its announcement no longer changes."))


def _show(round):
    if round.published_at:
        renew_public_pages(current_agency())
