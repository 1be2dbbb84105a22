"""What the provider writes and gives while it may: answers, evidence, the pledge. A draft demands nothing."""
from copy import copy
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.workflow import lock, record, refuse_if, require
from evaluations.models import Answer, AnswerEvidence, Application, Consent
from evaluations.permissions import can_write
from evaluations.pledge import QUESTIONS
from evaluations.queries.parts import answers_in
from providers.workflow import put_evidence

FILES_AT_MOST = 200         # an application


@dataclass(frozen=True)
class Saved:
    """The answer as it stands. Nothing was changed with `conflict`: somebody saved after the page was opened; nor with `is_closed`: it was
    handed in or withdrawn in this moment."""

    answer: Answer
    conflict: bool = False
    is_closed: bool = False


@transaction.atomic
def save_answer(answer, *, rating, explanation, base_version, actor):
    """Keep what was typed, however incomplete. An older page never overwrites a newer text: then both are shown. Returns Saved.

    No lock: one statement asks whether nobody saved meanwhile, and saves. Handing in makes every page older.
    """
    require(can_write(actor, answer.application))
    if (answer.rating, answer.explanation) == (rating, explanation):
        return Saved(answer)
    change = {"rating": rating, "explanation": explanation, "version": base_version + 1, "saved_at": clock.now(), "saved_by": actor.user}
    if not Answer.everything.filter(pk=answer.pk, version=base_version).update(**change):
        return _found_changed(answer, rating, explanation, actor)
    saved = copy(answer)
    for name, value in change.items():
        setattr(saved, name, value)
    record("answer.saved", saved, actor=actor, version=saved.version, rating=rating, length=len(explanation))
    return Saved(saved)


def _found_changed(answer, rating, explanation, actor):
    """Somebody was faster: with the same words it is no matter."""
    now = Answer.everything.select_related("application__provider", "saved_by__person").get(pk=answer.pk)
    if not now.application.is_writable:
        return Saved(now, is_closed=True)
    require(can_write(actor, now.application))
    return Saved(now, conflict=(now.rating, now.explanation) != (rating, explanation))


@transaction.atomic
def save_answers(application, written, *, actor):
    """Many answers at once, as a sheet brings them: {code: (rating, explanation)}. Answers that hold words already are left as they are.

    Returns the codes left as they stood, in their order.
    """
    application = lock(application)
    require(can_write(actor, application))
    rows = [row for row in answers_in(application) if row.indicator.code in written]
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
def pledge(application, *, shows_head_name, asks_authorities=True, actor):
    """What is written is true, the review is supported, the mark used by the rules (서약서), and personal data may be used for it.

    `asks_authorities`: the agency may ask for dispositions; else the provider hands in a confirmation. What was agreed to is kept in the
    words in which it was read.
    """
    application = lock(application)
    require(can_write(actor, application))
    application.pledged_at, application.pledged_by, application.shows_head_name = clock.now(), actor.user, shows_head_name
    application.asks_authorities = asks_authorities
    application.save(update_fields=["pledged_at", "pledged_by", "shows_head_name", "asks_authorities"])
    said = {Consent.Kind.PLEDGE: True, Consent.Kind.PERSONAL_DATA: True, Consent.Kind.DISPOSITIONS: asks_authorities,
            Consent.Kind.HEAD_NAME: shows_head_name}
    Consent.everything.bulk_create(
        Consent(application=application, kind=kind, agreed=agreed, words=QUESTIONS[kind].words, at=application.pledged_at, by=actor.user)
        for kind, agreed in said.items())
    record("application.pledged", application, actor=actor, shows_head_name=shows_head_name, asks_authorities=asks_authorities)
    return application
