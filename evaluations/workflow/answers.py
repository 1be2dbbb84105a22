"""What the provider writes and gives while it may: answers, evidence, the pledge. A draft demands nothing."""
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.workflow import lock, record, refuse_if, require
from evaluations.models import Answer, AnswerEvidence, Application
from evaluations.permissions import can_write
from providers.workflow import add_evidence

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
def attach_upload(answer, upload, *, actor):
    """A new document for the library and this answer; the same content is kept once. Returns the AnswerEvidence."""
    application = lock(answer.application)
    require(can_write(actor, application))
    return _attach(answer, add_evidence(application.provider, upload, actor=actor), actor)


@transaction.atomic
def attach_evidence(answer, evidence, *, actor):
    """A document that the library has already."""
    application = lock(answer.application)
    require(can_write(actor, application) and evidence.provider_id == application.provider_id)
    refuse_if(evidence.removed_at, _("This document was taken out of the library."))
    return _attach(answer, evidence, actor)


def _attach(answer, evidence, actor):
    count = AnswerEvidence.everything.filter(answer__application=answer.application_id).count()
    refuse_if(count >= FILES_AT_MOST, _("An application has at most %(number)d files."), number=FILES_AT_MOST)
    link, is_new = AnswerEvidence.everything.get_or_create(answer=answer, evidence=evidence, defaults={"added_at": clock.now()})
    if is_new:
        record("answer.evidence_added", answer, actor=actor, evidence=evidence.pk)
    return link


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

