"""What the provider writes while it may: answers and the pledge. A draft demands nothing."""
from dataclasses import dataclass

from django.db import transaction

from core import clock
from core.tenancy import TenantModel
from core.versions import keep_words
from core.workflow import lock, record, require
from evaluations.models import Answer, Consent
from evaluations.permissions import can_write
from evaluations.pledge import QUESTIONS
from evaluations.queries.parts import answers_in


@dataclass(frozen=True)
class Saved:
    """The answer as it stands. Nothing was changed with `conflict`: somebody saved after the page was opened; nor with `is_closed`: it was
    handed in or withdrawn in this moment."""

    answer: TenantModel                 # whoever keeps answers as one writes
    conflict: bool = False
    is_closed: bool = False


@transaction.atomic
def save_answer(answer, *, rating, explanation, base_version, actor):
    """Keep what was typed, however incomplete. An older page never overwrites a newer text: then both are shown. Returns Saved.

    No lock: one statement asks whether nobody saved meanwhile, and saves. Handing in makes every page older.
    """
    require(can_write(actor, answer.application))
    words = {"rating": rating, "explanation": explanation}
    kept = keep_words(answer, words, base_version=base_version, saved_at=clock.now(), saved_by=actor.user)
    if kept.is_new:
        record("answer.saved", kept.row, actor=actor, version=kept.row.version, rating=rating, length=len(explanation))
    return Saved(kept.row) if kept.is_new or kept.row is answer else _found_changed(kept, actor)


def _found_changed(kept, actor):
    """Somebody was faster: with the same words it is no matter."""
    now = Answer.everything.select_related("application__provider", "saved_by__person").get(pk=kept.row.pk)
    if not now.application.is_writable:
        return Saved(now, is_closed=True)
    require(can_write(actor, now.application))
    return Saved(now, conflict=kept.conflict)


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
