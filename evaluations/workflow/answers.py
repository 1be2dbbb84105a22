"""What the provider writes while it may: answers and the pledge. A draft demands nothing."""
from dataclasses import dataclass

from django.db import transaction

from core import clock
from core.workflow import lock, record, require
from evaluations.models import Answer
from evaluations.permissions import can_write
from evaluations.queries.parts import answers_in


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
def pledge(application, *, shows_head_name, actor):
    """What is written is true, the review is supported, the mark used by the rules (서약서); and may the register name the head."""
    application = lock(application)
    require(can_write(actor, application))
    application.pledged_at, application.pledged_by, application.shows_head_name = clock.now(), actor.user, shows_head_name
    application.save(update_fields=["pledged_at", "pledged_by", "shows_head_name"])
    record("application.pledged", application, actor=actor, shows_head_name=shows_head_name)
    return application

