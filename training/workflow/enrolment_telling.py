"""The participant's house follows the host: each state is told once, so is a moved class; reminders of the first class are kept up."""
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from core import clock
from core.wording import moment_in_words
from core.workflow import lock, move, record, require
from correspondence.events import LANGUAGES
from correspondence.workflow import close_deadlines, hold_day, notify
from training.enrolment_notices import FIRST_CLASS
from training.permissions import can_follow_training
from training.queries.enrolment import LOOKING, classes_in, times_of
from training.stages import HOLDS_A_SEAT, EnrolmentStage, RunStage
from training.workflow.placing import NO_RUN, NOT_APPROVED

PAGE = "training_enrolment"
ENROLLED = EnrolmentStage.ENROLLED


@transaction.atomic
def tell_participant(enrolment, *, actor):
    """In which state it is by now; what they did themselves they know. Twice is once."""
    require(can_follow_training(actor))
    enrolment = lock(enrolment)
    if enrolment.told_stage == enrolment.stage:
        return False
    if event := _event_of(enrolment):
        notify(event, enrolment, actor=actor, link=(PAGE, enrolment.public_id), **_facts(enrolment))
    if enrolment.stage == ENROLLED:
        _remind(enrolment, actor)
    elif enrolment.told_stage == ENROLLED:
        close_deadlines(enrolment, kind=FIRST_CLASS, actor=actor, outcome="gone")
    if enrolment.stage in HOLDS_A_SEAT:                     # what was just told is no news of a move
        enrolment.told_sequence = times_of(LOOKING, enrolment.run).sequence
    enrolment.told_stage = enrolment.stage
    enrolment.save(update_fields=["told_stage", "told_sequence"])
    return True


def _event_of(enrolment):
    stage = enrolment.stage
    if stage == EnrolmentStage.CLOSED_OUT and enrolment.run.stage == RunStage.CANCELLED:
        return "enrolment.run_cancelled"
    if stage == EnrolmentStage.CANCELLED and enrolment.ended_by_id == enrolment.user_id:
        return ""
    return f"enrolment.{stage}"


def _facts(enrolment):
    """When and where, in both languages."""
    facts = {"classes": _classes(enrolment)}
    if enrolment.run.stage == RunStage.CANCELLED:
        facts["why"] = enrolment.run.cancel_reason
    return facts


def _classes(enrolment):
    """A line for each class: its time in Seoul and its place."""
    rows, found, run = list(classes_in(LOOKING, enrolment.run)), {}, enrolment.run
    for language in LANGUAGES:
        with translation.override(language):
            lines = [f"- {one}, {moment_in_words(one.starts_at, language)}–{clock.seoul(one.ends_at):%H:%M}, "
                     f"{one.place or run.place or run.link}".rstrip(", ") for one in rows]
            found[language] = "\n".join(lines) or _("You are told as soon as the days are known.")
    return found


def _remind(enrolment, actor):
    """Of the first class, on its day's ladder; another day takes the place of the one before."""
    times = times_of(LOOKING, enrolment.run)
    if times.begins_at and times.begins_at > clock.now():
        hold_day(enrolment, kind=FIRST_CLASS, on=clock.seoul(times.begins_at).date(), actor=actor)


@transaction.atomic
def tell_of_move(enrolment, *, actor):
    """A class was moved since they were told: when everything takes place now. Twice is once."""
    require(can_follow_training(actor))
    enrolment = lock(enrolment)
    moves = times_of(LOOKING, enrolment.run).sequence
    if enrolment.told_sequence >= moves:
        return False
    notify("enrolment.moved", enrolment, actor=actor, link=(PAGE, enrolment.public_id), classes=_classes(enrolment))
    if enrolment.stage == ENROLLED:
        _remind(enrolment, actor)
    enrolment.told_sequence = moves
    enrolment.save(update_fields=["told_sequence"])
    return True


@transaction.atomic
def close_request(enrolment, *, actor):
    """Nobody approved it in time. Twice is once."""
    require(can_follow_training(actor))
    enrolment = lock(enrolment)
    if enrolment.stage != EnrolmentStage.REQUESTED:
        return False
    enrolment.reason = NO_RUN if enrolment.run.stage == RunStage.CANCELLED else NOT_APPROVED
    enrolment.ended_at = clock.now()
    enrolment.save(update_fields=["reason", "ended_at"])
    step = move(enrolment, EnrolmentStage.CLOSED_OUT)
    record("enrolment.closed_out", enrolment, actor=actor, run=enrolment.run_id, **step)
    return True
