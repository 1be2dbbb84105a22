"""A person's inbox, the deadlines that run, and what they remind of."""
from datetime import date

from django.apps import apps
from django.db.models import CharField, Q
from django.db.models.functions import Cast
from django.utils.module_loading import import_string

from accounts.actors import Actor
from core import calendar, clock
from core.statements import is_any
from core.tenancy import current_agency
from correspondence.events import find_kind
from correspondence.ladder import comes_too_late, day_reached, next_rung_on, rungs_due
from correspondence.models import Deadline, Delivery, Letter, Notice, Reminder

REMINDING = Actor.system("who is reminded of a deadline")
MOST, PAGE = 5_000, 1_000               # deadlines in one run of the reminders; rows at once when all are gone through


def inbox_of(actor):
    """What this person was told here, newest first."""
    return Notice.objects.visible_to(actor).order_by("-sent_at", "-pk")


def unread_count(actor):
    return Notice.objects.visible_to(actor).filter(read_at=None).count() if actor.user else 0


def open_deadlines(actor, *, subject=None, kind=None, due_before=None):
    """What is still due, the nearest first; of one subject, of one kind, or due before a moment."""
    rows = Deadline.objects.visible_to(actor).filter(closed_at=None)
    if subject is not None:
        rows = rows.filter(subject_type=subject._meta.label_lower, subject_id=str(subject.pk))
    if kind:
        rows = rows.filter(kind=kind)
    if due_before:
        rows = rows.filter(due_at__lt=due_before)
    return rows.order_by("due_at", "pk")


def deliveries_about(actor, subject):
    """What people were told about a row and reminded of, and how each message stands, the newest first."""
    about = {"subject_type": subject._meta.label_lower, "subject_id": str(subject.pk)}
    deadlines = Deadline.objects.visible_to(REMINDING).filter(**about).annotate(key=Cast("pk", CharField()))
    told = Notice.objects.visible_to(REMINDING).filter(
        Q(**about) | Q(subject_type=Deadline._meta.label_lower, subject_id__in=deadlines.values("key")))
    rows = Delivery.objects.visible_to(actor).filter(notice__in=told)
    return rows.select_related("notice__recipient__person").order_by("-pk")


def letters_about(actor, subject):
    """Letters in the agency's name about a row, the newest first."""
    rows = Letter.objects.visible_to(actor).filter(subject_type=subject._meta.label_lower, subject_id=str(subject.pk))
    return rows.select_related("file").order_by("-written_at", "-pk")


def notices_about(actor, subject):
    """What people were told about a row, or about rows of a model. For workflow above that keeps account of who has read it."""
    rows = Notice.objects.visible_to(actor).filter(subject_type=subject._meta.label_lower)
    return rows if isinstance(subject, type) else rows.filter(subject_id=str(subject.pk))


def subject_of(deadline):
    """The row that it is about, or None."""
    return apps.get_model(deadline.subject_type).objects.visible_to(REMINDING).filter(pk=deadline.subject_id).first()


def reminded_by(deadline):
    """The people of its kind: asked when they are told."""
    kind, subject = find_kind(deadline.kind), subject_of(deadline)
    return import_string(kind.recipients)(subject) if subject else ()


def both_of_cover(cover):
    """Who is away and who acts for them."""
    return cover.covered, cover.delegate


def escalated_to(deadline):
    """Whom its kind has told of what stays undone."""
    kind, subject = find_kind(deadline.kind), subject_of(deadline)
    return import_string(kind.escalation)(subject) if subject else ()


def subjects_of(deadlines):
    """{deadline's pk: the row that it is about}, with what its kind reads beside it: a query for each kind of row."""
    by_type, found = {}, {}
    for one in deadlines:
        kind = kind_of(one)
        by_type.setdefault((one.subject_type, kind.reads if kind else ()), []).append(one)
    for (name, reads), rows in by_type.items():
        subjects = apps.get_model(name).objects.visible_to(REMINDING)
        subjects = (subjects.select_related(*reads) if reads else subjects).in_bulk([int(one.subject_id) for one in rows])
        found |= {one.pk: subjects.get(int(one.subject_id)) for one in rows}
    return found


def kind_of(deadline):
    """Its kind, or None when the house no longer sets such."""
    try:
        return find_kind(deadline.kind)
    except LookupError:
        return None


def brought_together(due):
    """[[deadline]] to be told of in one go, from [(deadline, rungs)] whose kinds bring them together: those that share it; and of a kind
    whose last rung somebody else is told of, all that have come so far, with what shares theirs."""
    subjects, groups, units, undone = subjects_of([one for one, _rungs in due]), {}, [], {}
    for one, rungs in due:
        kind = find_kind(one.kind)
        groups.setdefault((kind, getattr(subjects[one.pk], kind.together, one.pk)), []).append((one, rungs))
    for (kind, _shared), members in groups.items():
        rows = [one for one, _rungs in members]
        if kind.escalation and any(max(one.ladder) in rungs for one, rungs in members):
            undone.setdefault(kind, []).extend(rows)
        else:
            units.append(rows)
    return [*units, *undone.values()]


def reminds_on(deadline, sent, closed):
    """The day of its next rung that was not sent, over or to come; None when nobody is reminded of it any more."""
    kind = kind_of(deadline)
    if kind is None or not kind.recipients:
        return None
    due = rungs_due(deadline, closed) if kind.near else ()
    late = [rung for rung in due if comes_too_late(deadline, rung, closed)]
    return next_rung_on(deadline, {*sent, *late}, closed)


def deadlines_to_remind(most=MOST):
    """[(deadline, [rungs that are due and were not sent])] of those whose day has come, the longest ago first."""
    found = list(due_by(day_reached())[:most])
    closed, now, told = tuple(closing_days()), clock.now(), is_any("deadline", [one.pk for one in found])
    sent = set(Reminder.objects.visible_to(REMINDING).filter(told).values_list("deadline", "rung"))
    return [(one, [rung for rung in rungs_due(one, closed, now) if (one.pk, rung) not in sent]) for one in found]


def due_by(day):
    """Open deadlines whose next rung is due on that day or was before: one index answers."""
    return Deadline.objects.visible_to(REMINDING).filter(closed_at=None, remind_on__lte=day).order_by("remind_on", "pk")


def deadlines_with_rungs():
    """Every open one that has a ladder, as pages of their rows."""
    rows, last = Deadline.objects.visible_to(REMINDING).filter(closed_at=None).exclude(ladder=[]).order_by("pk"), 0
    while page := list(rows.filter(pk__gt=last)[:PAGE]):
        yield page
        last = page[-1].pk


def reminders_about(actor, subject):
    """What was reminded of a row, the newest first."""
    about = {"subject_type": subject._meta.label_lower, "subject_id": str(subject.pk)}
    deadlines = Deadline.objects.visible_to(actor).filter(**about)
    return Reminder.objects.visible_to(actor).filter(deadline__in=deadlines).order_by("-sent_at", "-pk")


def closing_days():
    """Days on which the current agency is closed."""
    return [date.fromisoformat(day) for day in current_agency().closing_days]


def last_day_from(kind, event_on):
    """The last day of a period of this kind that would begin to count on that day."""
    declared = find_kind(kind)
    return calendar.due_on(event_on, declared.days, declared.rule, closing_days())
