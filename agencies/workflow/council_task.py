"""Tasks that follow from resolutions: given, reported on, accepted or asked for again, given on when the owner is gone."""
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from accounts.models import Membership
from agencies.council_notices import TASK_DUE, TASK_LATE
from agencies.models import CouncilTask, TaskReport
from agencies.network_permissions import can_follow_councils, can_give_task_on, can_keep_councils, can_report_task
from core import clock
from core.workflow import lock, record, refuse_if, require
from correspondence.workflow import close_deadlines, hold_day, keep_days, notify
from panels.models import Seat
from panels.models.body import held_on


def holds_seat(task, user):
    """Whether somebody sits in the task's body today, sent by its agency."""
    return Seat.everything.filter(held_on(clock.today()), body__public_id=task.body_key, user=user, sent_by=task.responsible_id).exists()


@transaction.atomic
def give_task(resolution, seat, *, text, due_on, actor):
    """Whoever holds the seat sees to it, by that day. Their agency's own job tells them."""
    require(can_keep_councils(actor))
    body = resolution.meeting.body
    refuse_if(not text.strip(), _("Please write what is to be done."), field="text")
    refuse_if(due_on <= clock.today(), _("The day must lie ahead."), field="due_on")
    refuse_if(seat.body_id != body.pk or not seat.is_held(clock.today()) or not seat.sent_by_id,
              _("Please choose somebody who has a seat in this body today."), field="seat")
    task = CouncilTask.everything.create(
        responsible_id=seat.sent_by_id, resolution=resolution, body_key=body.public_id, body_ko=body.name_ko, body_en=body.name_en,
        text=text.strip(), owner=seat.user, due_on=due_on, given_at=clock.now())
    record("council.task_given", task, actor=actor, account=seat.user_id, due_on=due_on)
    return task


@transaction.atomic
def notice_task(task, *, actor):
    """At the agency, by its job: the owner is told, the days are counted."""
    require(can_follow_councils(actor))
    task = lock(task)
    if task.noticed_at:
        return False
    task.noticed_at = clock.now()
    task.save(update_fields=["noticed_at"])
    if not task.is_over:
        if not _waiting(task).exists():
            keep_days([task], kind=TASK_DUE, actor=actor)
        notify("council.task_given", task, actor=actor, link=("network_task", task.public_id), due_on=task.due_on)
    return True


@transaction.atomic
def count_task(task, *, actor):
    """At Central, by its job: its officers hear when the day is over."""
    require(can_follow_councils(actor))
    task = lock(task)
    if task.counted_at:
        return False
    task.counted_at = clock.now()
    task.save(update_fields=["counted_at"])
    hold_day(task, kind=TASK_LATE, on=task.due_on, actor=actor)
    return True


@transaction.atomic
def report_task(task, *, text, actor):
    """What was done, in the owner's words. Central takes it or asks again; until then nobody is reminded of it here."""
    require(can_report_task(actor, task))
    task = lock(task)
    refuse_if(task.is_over, _("This task is done. Nothing more is reported of it."))
    refuse_if(task.owner_gone_at, _("You no longer sit in this body. Your agency names somebody else for this task."))
    refuse_if(not text.strip(), _("Please write what was done."), field="text")
    refuse_if(_waiting(task).exists(), _("A report of yours waits for its answer. Please wait for it."))
    row = TaskReport.everything.create(central_id=task.agency_id, task=task, text=text.strip(), reported_at=clock.now(),
                                       reported_by=actor.user)
    close_deadlines(task, kind=TASK_DUE, actor=actor, outcome="reported")
    record("council.task_reported", task, actor=actor, report=row.pk)
    return row


def _waiting(task):
    """Its report that is not answered."""
    return TaskReport.everything.filter(task=task, answered_at=None)


@transaction.atomic
def receive_task_report(report, *, actor):
    """At Central, by its job: the officers are told."""
    require(can_follow_councils(actor))
    report = lock(report)
    if report.received_at:
        return False
    report.received_at = clock.now()
    report.save(update_fields=["received_at"])
    notify("council.task_reported", report, actor=actor, link=("network_task", report.task.public_id), task=str(report.task))
    return True


@transaction.atomic
def answer_report(report, *, taken, answer, actor):
    """Accepted the task is done; asked again it stays open, with words."""
    require(can_keep_councils(actor))
    task = lock(report.task)
    report = lock(report)
    refuse_if(report.answered_at, _("This report was answered already."))
    refuse_if(not taken and not answer.strip(), _("Write what is still missing."), field="answer")
    report.is_taken, report.answer, report.answered_at = taken, answer.strip(), clock.now()
    report.save(update_fields=["is_taken", "answer", "answered_at"])
    if taken:
        task.done_at = clock.now()
        task.save(update_fields=["done_at"])
        close_deadlines(task, kind=TASK_LATE, actor=actor)
    record("council.report_answered", task, actor=actor, report=report.pk, taken=taken)
    return report


@transaction.atomic
def tell_of_answer(report, *, actor):
    """At the agency, by its job: the owner hears of it; what is asked again is counted on."""
    require(can_follow_councils(actor))
    report = lock(report)
    if report.told_at or not report.answered_at:
        return False
    report.told_at = clock.now()
    report.save(update_fields=["told_at"])
    if not report.is_taken and not _waiting(report.task).exists():
        keep_days([report.task], kind=TASK_DUE, actor=actor)
    outcome = {}
    for language in ("ko", "en"):
        with override(language):
            outcome[language] = _("taken as done") if report.is_taken else _("asked again")
    notify("council.report_answered", report, actor=actor, link=("network_task", report.task.public_id), task=str(report.task),
           outcome=outcome, answer=report.answer)
    return True


def is_owner_gone(task):
    """For its agency, which knows its people: no role any more, or no seat in the body."""
    here = Membership.everything.filter(user=task.owner_id, ended_at=None).exists()
    return not here or not task.owner.is_active or not holds_seat(task, task.owner)


@transaction.atomic
def note_owner_gone(task, *, actor):
    """At the agency, by its job: shown as such from now on, its officers are asked for somebody else."""
    require(can_follow_councils(actor))
    task = lock(task)
    if task.is_over or task.owner_gone_at or not is_owner_gone(task):
        return False
    task.owner_gone_at, task.gone_noticed_at = clock.now(), None
    task.save(update_fields=["owner_gone_at", "gone_noticed_at"])
    record("council.task_owner_gone", task, actor=actor, account=task.owner_id)
    notify("council.owner_gone", task, actor=actor, link=("network_task", task.public_id))
    return True


@transaction.atomic
def hear_of_owner_gone(task, *, actor):
    """At Central, by its job."""
    require(can_follow_councils(actor))
    task = lock(task)
    if task.gone_noticed_at or not task.owner_gone_at or task.is_over:
        return False
    task.gone_noticed_at = clock.now()
    task.save(update_fields=["gone_noticed_at"])
    notify("council.owner_gone", task, actor=actor, link=("network_task", task.public_id))
    return True


@transaction.atomic
def give_task_on(task, user, *, actor):
    """Another member whom this agency sends to the body sees to it; they are told."""
    require(can_give_task_on(actor, task))
    task = lock(task)
    refuse_if(task.is_over, _("This task is done. Nothing more is reported of it."))
    refuse_if(user.pk == task.owner_id and not task.owner_gone_at, _("%(name)s is in charge already."), field="user", name=user)
    refuse_if(not holds_seat(task, user), _("Only somebody whom your agency sends to this body can be in charge. Name who holds the place "
                                            "first."), field="user")
    before, task.owner = task.owner_id, user
    task.owner_gone_at = task.gone_noticed_at = task.noticed_at = None
    task.save(update_fields=["owner", "owner_gone_at", "gone_noticed_at", "noticed_at"])
    record("council.task_given_on", task, actor=actor, account=user.pk, before=before)
    return task
