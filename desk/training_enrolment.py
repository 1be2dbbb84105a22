"""Enrolments put together for their pages: one's own sorted by what they need, classes for a calendar, what waits for an approval."""
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Role
from core import clock
from training.completion_rule import may_still_answer
from training.permissions import can_enrol_others, can_learn
from training.queries import enrolment as queries
from training.stages import GONE, TAKES_PART, EnrolmentStage

PAST, SHOWN, CLASSES = 100, 10, 200
ENROLLED = EnrolmentStage.ENROLLED
FINISHED = GONE | (TAKES_PART - {ENROLLED})


def sorted_training(actor):
    """{offers: seats to take up, running: with a seat, asked: what waits, past, next: the next class, to_answer: survey or test waits}."""
    now, rows = clock.now(), list(queries.my_enrolments(actor))
    over = [one for one in rows if one.stage in FINISHED or is_over(one, now)]
    live = [one for one in rows if one not in over]
    running = [one for one in live if one.stage == ENROLLED]
    over.sort(key=lambda one: one.ended_at or one.ends_at or one.begun_at, reverse=True)
    return {
        "offers": [one for one in live if one.stage == EnrolmentStage.OFFERED], "running": running,
        "asked": [one for one in live if one.stage not in (ENROLLED, EnrolmentStage.OFFERED)], "past": over[:PAST],
        "next": queries.classes_ahead(actor, [one.run_id for one in running]).first() if running else None,
        "to_answer": [one for one in rows if has_to_answer(one, now)]}


def has_to_answer(one, now):
    """Survey or test are open and wait for this person: from the last hour on, for as long as they count."""
    is_open = may_still_answer(one) and one.opens_at is not None and one.opens_at <= now
    return is_open and (one.run.asks_test or (one.run.asks_survey and not one.survey_at))


def is_over(one, now):
    return one.ends_at is not None and one.ends_at <= now


def calendar_entries(actor):
    """Every class that is still to come where this person has a seat, as `core.ics` takes it."""
    runs = [one.run_id for one in queries.my_enrolments(actor) if one.stage == ENROLLED]
    return [{
        "key": one.public_id, "starts_at": one.starts_at, "ends_at": one.ends_at, "title": f"{one.run.course} · {one.title}",
        "place": one.place or one.run.place, "url": one.run.link, "description": str(one.run), "sequence": one.sequence}
        for one in queries.classes_ahead(actor, runs)[:CLASSES]] if runs else []


@dataclass(frozen=True)
class Enrolments:
    """Those that wait for this person's approval, and how many there are."""

    rows: list
    count: int


def enrolments_waiting(actor):
    """For managers and the director; None where nothing waits."""
    if not actor.has(Role.MANAGER, Role.DIRECTOR):
        return None
    rows = queries.to_approve(actor)
    count = rows.count()
    return Enrolments(list(rows[:SHOWN]), count) if count else None


def enrolment_links(actor):
    """The menu: one's own training, what waits for approval, how the house enrols."""
    links = [(_("My training"), reverse("my_training"), None)] if can_learn(actor) else []
    if actor.has(Role.MANAGER, Role.DIRECTOR):
        links.append((_("Enrolments to approve"), reverse("training_to_approve"), None))
    if can_enrol_others(actor):
        links.append((_("How we enrol"), reverse("training_settings"), None))
    return links
