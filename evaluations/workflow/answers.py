"""What the provider writes and gives while it may: answers, evidence, the pledge. A draft demands nothing."""
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.workflow import lock, record, refuse_if, require
from evaluations.models import Answer, AnswerEvidence, Application
from evaluations.permissions import can_write
from evaluations.queries.parts import answers_in
from providers.workflow import put_evidence

FILES_AT_MOST = 200         # an application


@dataclass(frozen=True)
class Saved:
    """The answer as it stands; with `conflict` nothing was changed, since somebody saved after the page was opened."""

    answer: Answer
    conflict: bool = False


@transaction.atomic
def save_answer(answer, *, rating, explanation, base_version, actor):
    """Keep what was typed, however incomplete. An older page never overwrites a newer text: then both are shown. Returns Saved."""
    answer = lock(answer)
    require(can_write(actor, answer.application))
    if (answer.rating, answer.explanation) == (rating, explanation):
        return Saved(answer)
    if base_version != answer.version:
        return Saved(answer, conflict=True)
    answer.rating, answer.explanation, answer.version = rating, explanation, answer.version + 1
    answer.saved_at, answer.saved_by = clock.now(), actor.user
    answer.save(update_fields=["rating", "explanation", "version", "saved_at", "saved_by"])
    record("answer.saved", answer, actor=actor, version=answer.version, rating=rating, length=len(explanation))
    return Saved(answer)


@transaction.atomic
def save_answers(application, written, *, actor):
    """Many answers at once, as a sheet brings them: {code: (rating, explanation)}. Answers that hold words already are left as they are.

    Returns the codes left as they stood, in their order.
    """
    application = lock(application)
    require(can_write(actor, application))
    rows = [row for row in answers_in(application).select_for_update(of=("self",), no_key=True) if row.indicator.code in written]
    empty = [row for row in rows if not row.rating and not row.explanation]
    for row in empty:
        row.rating, row.explanation = written[row.indicator.code]
        row.version, row.saved_at, row.saved_by = row.version + 1, clock.now(), actor.user
    Answer.everything.bulk_update(empty, ["rating", "explanation", "version", "saved_at", "saved_by"])
    saved = [row.indicator.code for row in empty]
    record("application.answers_saved", application, actor=actor, indicators=saved)
    return [row.indicator.code for row in rows if row not in empty]


@transaction.atomic
def attach_to_answers(application, evidence, codes, *, actor):
    """One document of the library for several indicators. Returns how many it was new for."""
    application = lock(application)
    require(can_write(actor, application) and evidence.provider_id == application.provider_id)
    refuse_if(evidence.removed_at, _("This document was taken out of the library."))
    rows = [row for row in answers_in(application) if row.indicator.code in codes]
    there = set(AnswerEvidence.everything.filter(answer__in=rows, evidence=evidence).values_list("answer", flat=True))
    _refuse_too_many(application, len(rows) - len(there))
    AnswerEvidence.everything.bulk_create(AnswerEvidence(answer=row, evidence=evidence, added_at=clock.now())
                                          for row in rows if row.pk not in there)
    record("application.evidence_added", application, actor=actor, evidence=evidence.pk,
           indicators=[row.indicator.code for row in rows if row.pk not in there])
    return len(rows) - len(there)


@transaction.atomic
def attach_upload(answer, upload, *, actor):
    """A new document for the library and this answer; the same content is kept once. Returns the AnswerEvidence."""
    application = lock(answer.application)
    require(can_write(actor, application))
    return _attach(answer, put_evidence(application.provider, upload, actor=actor), actor)


@transaction.atomic
def attach_evidence(answer, evidence, *, actor):
    """A document that the library has already."""
    application = lock(answer.application)
    require(can_write(actor, application) and evidence.provider_id == application.provider_id)
    refuse_if(evidence.removed_at, _("This document was taken out of the library."))
    return _attach(answer, evidence, actor)


def _attach(answer, evidence, actor):
    _refuse_too_many(answer.application_id, 1)
    link, is_new = AnswerEvidence.everything.get_or_create(answer=answer, evidence=evidence, defaults={"added_at": clock.now()})
    if is_new:
        record("answer.evidence_added", answer, actor=actor, evidence=evidence.pk)
    return link


def _refuse_too_many(application, more):
    count = AnswerEvidence.everything.filter(answer__application=application).count()
    refuse_if(count + more > FILES_AT_MOST, _("An application has at most %(number)d files."), number=FILES_AT_MOST)


@transaction.atomic
def detach_evidence(link, *, actor):
    """The document no longer supports this answer; in the library it stays."""
    application = lock(Application.everything.get(pk=link.answer.application_id))
    require(can_write(actor, application))
    record("answer.evidence_removed", link.answer, actor=actor, evidence=link.evidence_id)
    link.delete()


@transaction.atomic
def pledge(application, *, shows_head_name, actor):
    """What is written is true, the review is supported, the mark used by the rules (서약서); and may the register name the head."""
    application = lock(application)
    require(can_write(actor, application))
    application.pledged_at, application.pledged_by, application.shows_head_name = clock.now(), actor.user, shows_head_name
    application.save(update_fields=["pledged_at", "pledged_by", "shows_head_name"])
    record("application.pledged", application, actor=actor, shows_head_name=shows_head_name)
    return application

