"""Counting days: opened, moved with a reason, closed by the workflow that owns the subject."""
from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core import calendar, clock
from core.audit import record_many
from core.workflow import lock, record, refuse_if, require
from correspondence.events import find_kind
from correspondence.models import Deadline
from correspondence.permissions import can_move_deadline
from correspondence.queries import closing_days, reminds_on


@transaction.atomic
def open_deadline(subject, *, kind, event_on, actor):
    """Let a period of this kind run for the subject, from the day after `event_on` to 24:00 Seoul of its last working day."""
    declared, about = find_kind(kind), _of(subject)
    refuse_if(Deadline.everything.filter(**about, kind=kind, closed_at=None).exists(),
              _("The deadline “%(label)s” is already running."), label=declared.label("en" if get_language() == "en" else "ko"))
    due_at = calendar.due_at(event_on, declared.days, declared.rule, closing_days())
    return _opened(_new(subject, declared, due_at, event_on=event_on, days=declared.days), actor=actor)


@transaction.atomic
def hold_day(subject, *, kind, on, actor):
    """Remind of a day that is a fact (a visit's): nothing is counted, and a holiday moves nothing on.

    Another day takes the place of the one before, and is reminded of anew.
    """
    declared = find_kind(kind)
    close_deadlines(subject, kind=kind, actor=actor, outcome="moved")
    return _opened(_new(subject, declared, clock.end_of(on)), actor=actor)


@transaction.atomic
def keep_days(subjects, *, kind, actor):
    """Remind of days that are facts, each subject's `due_on` by its own `ladder`: opened for each that has none of this kind.

    Of one that has, the day is kept up: moved, or taken up again after it was closed. What was sent stays sent. Returns them.
    """
    declared, kept = find_kind(kind), {}
    if not subjects:
        return []
    ids = [str(one.pk) for one in subjects]
    older = Deadline.everything.filter(subject_type=subjects[0]._meta.label_lower, kind=kind, subject_id__in=ids)
    older = {one.subject_id: one for one in older.order_by("pk").select_for_update(no_key=True)}
    for subject in subjects:
        if str(subject.pk) in older:
            kept[subject.pk] = _kept_up(older[str(subject.pk)], subject, actor)
    fresh = {one.pk: _new(one, declared, clock.end_of(one.due_on), ladder=one.ladder) for one in subjects if one.pk not in kept}
    Deadline.everything.bulk_create(fresh.values())
    record_many("deadline.opened", [(one, {"kind": kind, "due_at": one.due_at}) for one in fresh.values()], actor=actor)
    return [(kept | fresh)[one.pk] for one in subjects]


def _kept_up(deadline, subject, actor):
    """The same deadline with the subject's day and ladder as they are now."""
    was, opened_again = deadline.due_at, deadline.closed_at is not None
    deadline.due_at, deadline.ladder = clock.end_of(subject.due_on), list(subject.ladder)
    if opened_again:                                # rungs of the time between are none
        deadline.opened_at, deadline.closed_at, deadline.outcome = clock.now(), None, ""
    deadline.remind_on = reminds_on(deadline, set(deadline.reminders.values_list("rung", flat=True)), closing_days())
    deadline.save(update_fields=["due_at", "ladder", "opened_at", "closed_at", "outcome", "remind_on"])
    if opened_again:
        record("deadline.opened", deadline, actor=actor, kind=deadline.kind, due_at=deadline.due_at)
    elif was != deadline.due_at:
        record("deadline.moved", deadline, actor=actor, **{"from": was, "to": deadline.due_at})
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
    deadline.remind_on = reminds_on(deadline, set(deadline.reminders.values_list("rung", flat=True)), closing_days())
    deadline.save(update_fields=["due_at", "remind_on"])
    record("deadline.moved", deadline, actor=actor, reason=reason.strip(), **{"from": was, "to": deadline.due_at})
    return deadline


@transaction.atomic
def close_deadlines(subject, *, actor, kind=None, outcome="done"):
    """Stop the subject's open deadlines, of one kind or all; `outcome` is a stable code. Returns them."""
    rows = Deadline.everything.filter(**_of(subject), closed_at=None).order_by("pk").select_for_update()
    closed = list(rows.filter(kind=kind) if kind else rows)
    for deadline in closed:
        deadline.closed_at, deadline.outcome, deadline.remind_on = clock.now(), outcome, None
        deadline.save(update_fields=["closed_at", "outcome", "remind_on"])
    for deadline in closed:
        record("deadline.closed", deadline, actor=actor, kind=deadline.kind, outcome=outcome)
    return closed


def _new(subject, declared, due_at, *, event_on=None, days=None, ladder=None):
    """Not yet written. Without `event_on`: a day that is a fact, from today on."""
    if event_on is None:
        event_on, days = clock.today(), max(0, (clock.seoul(due_at).date() - clock.today()).days - 1)
    deadline = Deadline(
        **_of(subject), subject_label=str(subject)[:200], kind=declared.name, event_on=event_on, days=days, rule=declared.rule,
        due_at=due_at, ladder=list(declared.ladder if ladder is None else ladder), opened_at=clock.now())
    deadline.remind_on = reminds_on(deadline, (), closing_days())
    return deadline


def _opened(deadline, *, actor):
    deadline.save(force_insert=True)
    record("deadline.opened", deadline, actor=actor, kind=deadline.kind, due_at=deadline.due_at)
    return deadline


def _of(subject):
    return {"subject_type": subject._meta.label_lower, "subject_id": str(subject.pk)}
