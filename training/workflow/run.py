"""A run of a course: planned, changed, announced, cancelled, discarded; how full it is, and who is told of a moved class."""
from django.db import transaction
from django.db.models import Count, Max, Min, Q
from django.utils.translation import gettext as _

from core import clock
from core.tenancy import current_agency_id
from core.versions import keep_words
from core.workflow import lock, move, record, refuse_if, require
from training.models import ClassSession, Enrolment, Run, TestQuestion
from training.permissions import can_follow_training, can_keep_training
from training.stages import GONE, HOLDS_A_SEAT, TAKES_PART, CourseStage, EnrolmentStage, RunStage
from training.workflow.class_session import add_class, change_class, move_class, remove_class

__all__ = ["add_class", "announce_run", "cancel_run", "change_class", "change_run", "count_seats", "discard_run", "move_class", "note_scan",
           "plan_run", "remove_class"]
FACTS = ("place", "link", "room_note", "seats", "waiting_seats", "accept_hours", "enrol_from_at", "enrol_until_at", "cancel_until_days",
         "cost_centre")
RULE = ("least_percent", "asks_survey", "least_score", "attempts")
MOST_SEATS = 2000
PLANNED = (CourseStage.DRAFT, CourseStage.OFFERED)


@transaction.atomic
def plan_run(course, *, year, actor, **facts):
    """A draft that no other house knows of. Its number is the next of its course in that year."""
    require(can_keep_training(actor) and course.agency_id == current_agency_id())
    course = lock(course)                                               # two who plan at once get two numbers
    refuse_if(course.stage not in PLANNED, _("This course is not offered any more. Open it again before you plan a run."))
    _refuse_unfit(facts)
    before = Run.everything.filter(agency=current_agency_id(), course=course, year=year).aggregate(last=Max("number"))["last"] or 0
    run = Run.everything.create(course=course, year=year, number=before + 1, made_at=clock.now(), made_by=actor.user,
                                **{name: getattr(course, name) for name in RULE}, **facts)
    record("run.planned", run, actor=actor, year=year, number=run.number)
    return run


@transaction.atomic
def change_run(run, *, base_version, actor, **facts):
    """`base_version`: of what was on the screen. Once announced, never fewer seats than are taken, nor enrolment after the first class."""
    run = ours(run, actor)
    refuse_if(run.stage not in (RunStage.DRAFT, RunStage.OPEN), _("This run is over. Nothing can be changed in it."))
    _refuse_unfit(facts)
    if run.is_open:
        refuse_if(facts["seats"] < taken_in(run), _("More people than that have a seat already."), field="seats")
        _refuse_late_enrolment(run, facts["enrol_until_at"])
    kept = keep_words(run, facts, base_version=base_version)
    refuse_if(kept.conflict, _("Somebody else has saved this run meanwhile. What you wrote is kept here: open the run in another "
                               "window, compare, and save again."))
    if kept.is_new:
        record("run.changed", kept.row, actor=actor, version=kept.row.version,
               fields=[name for name in facts if getattr(run, name) != facts[name]])
    return kept.row


def _refuse_unfit(facts):
    refuse_if(not 1 <= facts["seats"] <= MOST_SEATS, _("Give between 1 and 2,000 seats."), field="seats")
    refuse_if(facts["enrol_until_at"] <= facts["enrol_from_at"], _("Enrolment ends before it begins."), field="enrol_until_at")


def _refuse_late_enrolment(run, until):
    first = ClassSession.everything.filter(run=run).aggregate(first=Min("starts_at"))["first"]
    refuse_if(first and until > first, _("Enrolment has to end before the first class begins."), field="enrol_until_at")


@transaction.atomic
def announce_run(run, *, actor):
    """Whoever learns here finds it from now on. It keeps the rule that its course has today."""
    run = ours(run, actor)
    course = lock(run.course)
    classes = ClassSession.everything.filter(run=run)
    refuse_if(course.stage != CourseStage.OFFERED, _("Put the course into the catalogue first."))
    refuse_if(not classes.exists(), _("Add at least one class before the run is announced."))
    refuse_if(run.stage == RunStage.DRAFT and run.enrol_until_at <= clock.now(), _("The days of enrolment are over. Change them first."))
    _refuse_late_enrolment(run, run.enrol_until_at)
    refuse_if(course.asks_test and not TestQuestion.everything.filter(course=course, retired_at=None).exists(),
              _("The course asks for a test and has no question yet. Add questions, or take the test out of its rule."))
    step = move(run, RunStage.OPEN)
    for name in RULE:
        setattr(run, name, getattr(course, name))
    run.published_at = clock.now()
    run.save(update_fields=[*RULE, "published_at"])
    record("run.announced", run, actor=actor, seats=run.seats, classes=classes.count(), percent=run.least_percent, **step)
    return run


@transaction.atomic
def discard_run(run, *, actor):
    """A draft that is not needed. Its number stays used."""
    run = ours(run, actor)
    record("run.discarded", run, actor=actor, **move(run, RunStage.DISCARDED))
    return run


@transaction.atomic
def cancel_run(run, *, reason, actor):
    """It does not take place. Everybody's enrolment ends with the reason; their own house's job tells them."""
    run, reason = ours(run, actor), reason.strip()
    refuse_if(not reason, _("Say why the run is cancelled: whoever enrolled reads it."), field="reason")
    open_now = [*Enrolment.everything.select_for_update(of=("self",), no_key=True).filter(host=current_agency_id(), run=run).exclude(
        stage__in=(*GONE, EnrolmentStage.COMPLETED, EnrolmentStage.NOT_COMPLETED)).order_by("pk")]
    run.cancel_reason = reason
    run.seats_taken = run.waiting_count = 0
    run.save(update_fields=["cancel_reason", "seats_taken", "waiting_count"])
    step = move(run, RunStage.CANCELLED)
    for enrolment in open_now:
        enrolment.reason, enrolment.ended_at, enrolment.ended_by = reason, clock.now(), actor.user
        enrolment.seen_stage = EnrolmentStage.CLOSED_OUT                # the host has nothing more to do with it
        enrolment.save(update_fields=["reason", "ended_at", "ended_by", "seen_stage"])
        move(enrolment, EnrolmentStage.CLOSED_OUT)
    record("run.cancelled", run, actor=actor, reason=reason, enrolments=len(open_now), **step)
    return run


def taken_in(run):
    """Held or offered just now."""
    return Enrolment.everything.filter(host=current_agency_id(), run=run, stage__in=HOLDS_A_SEAT | TAKES_PART).count()


@transaction.atomic
def count_seats(run, *, actor):
    """At the host: how full its run is stands where all houses read it. Returns whether that changed."""
    require(can_follow_training(actor) or can_keep_training(actor))
    run = lock(run)
    found = Enrolment.everything.filter(host=current_agency_id(), run=run).aggregate(
        taken=Count("pk", filter=Q(stage__in=HOLDS_A_SEAT | TAKES_PART)),
        waiting=Count("pk", filter=Q(stage__in=(EnrolmentStage.WAITING, EnrolmentStage.ASKED))))
    if (run.seats_taken, run.waiting_count) == (found["taken"], found["waiting"]) or run.stage == RunStage.CANCELLED:
        return False
    run.seats_taken, run.waiting_count = found["taken"], found["waiting"]
    run.save(update_fields=["seats_taken", "waiting_count"])
    return True


@transaction.atomic
def note_scan(material, *, actor):
    """The scan for malware came after the material was added."""
    require(can_follow_training(actor))
    if material.file.scan_state == material.scan:
        return False
    type(material).everything.filter(pk=material.pk).update(scan=material.file.scan_state)
    return True


def ours(run, actor):
    """This house's own, until the transaction ends."""
    require(can_keep_training(actor) and run.agency_id == current_agency_id())
    return lock(run)
