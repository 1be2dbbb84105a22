"""Counting days: opened, moved with a reason, closed by the workflow that owns the subject."""
from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core import calendar, clock
from core.workflow import lock, record, refuse_if, require
from correspondence.events import find_kind
from correspondence.models import Deadline
from correspondence.permissions import can_move_deadline
from correspondence.queries import closing_days


@transaction.atomic
def open_deadline(subject, *, kind, event_on, actor):
    """Let a period of this kind run for the subject, from the day after `event_on` to 24:00 Seoul of its last working day."""
    declared, about = find_kind(kind), _of(subject)
    refuse_if(Deadline.everything.filter(**about, kind=kind, closed_at=None).exists(),
              _("The deadline “%(label)s” is already running."), label=declared.label("en" if get_language() == "en" else "ko"))
    due_at = calendar.due_at(event_on, declared.days, declared.rule, closing_days())
    deadline = Deadline.everything.create(
        **about, subject_label=str(subject)[:200], kind=kind, event_on=event_on, days=declared.days, rule=declared.rule,
        due_at=due_at, ladder=list(declared.ladder), opened_at=clock.now(),
    )
    record("deadline.opened", deadline, actor=actor, kind=kind, due_at=due_at)
    return deadline


@transaction.atomic
def hold_day(subject, *, kind, on, actor):
    """Remind of a day that is a fact (a visit's): nothing is counted, and a holiday moves nothing on.

    Another day takes the place of the one before, and is reminded of anew.
    """
    declared = find_kind(kind)
    close_deadlines(subject, kind=kind, actor=actor, outcome="moved")
    deadline = Deadline.everything.create(
        **_of(subject), subject_label=str(subject)[:200], kind=kind, event_on=clock.today(), days=max(0, (on - clock.today()).days),
        rule=declared.rule, due_at=clock.end_of(on), ladder=list(declared.ladder), opened_at=clock.now(),
    )
    record("deadline.opened", deadline, actor=actor, kind=kind, due_at=deadline.due_at)
    return deadline


@transaction.atomic
def move_deadline(deadline, *, to, reason, actor):
    """Give another last day, with the reason. An end on a day without work moves on, as always."""
    deadline = lock(deadline)
    require(can_move_deadline(actor, deadline))
    refuse_if(deadline.closed_at, _("This deadline is closed and can no longer be moved."))
    refuse_if(not reason.strip(), _("Please write why the deadline is moved."))
    refuse_if(to < clock.today(), _("The new last day has already passed."))
    was, deadline.due_at = deadline.due_at, clock.end_of(calendar.next_working_day(to, closing_days()))
    deadline.save(update_fields=["due_at"])
    record("deadline.moved", deadline, actor=actor, reason=reason.strip(), **{"from": was, "to": deadline.due_at})
    return deadline


@transaction.atomic
def close_deadlines(subject, *, actor, kind=None, outcome="done"):
    """Stop the subject's open deadlines, of one kind or all; `outcome` is a stable code. Returns them."""
    rows = Deadline.everything.filter(**_of(subject), closed_at=None).order_by("pk").select_for_update()
    closed = list(rows.filter(kind=kind) if kind else rows)
    for deadline in closed:
        deadline.closed_at, deadline.outcome = clock.now(), outcome
        deadline.save(update_fields=["closed_at", "outcome"])
    for deadline in closed:
        record("deadline.closed", deadline, actor=actor, kind=deadline.kind, outcome=outcome)
    return closed


def _of(subject):
    return {"subject_type": subject._meta.label_lower, "subject_id": str(subject.pk)}
