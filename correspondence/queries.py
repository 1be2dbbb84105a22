"""A person's inbox, the deadlines that run, and what they remind of."""
from datetime import date, timedelta

from django.apps import apps
from django.db.models import CharField, Q
from django.db.models.functions import Cast
from django.utils.module_loading import import_string

from accounts.actors import Actor
from core import calendar, clock
from core.tenancy import current_agency
from correspondence.events import every_kind, find_kind
from correspondence.ladder import TOO_OLD
from correspondence.models import Deadline, Delivery, Letter, Notice, Reminder

REMINDING = Actor.system("who is reminded of a deadline")
HOLIDAYS = timedelta(days=21)           # more than working days and holidays stretch a ladder by


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


def deadlines_to_remind():
    """[(deadline, [rungs that were not sent])] of those that are open and near, or not long over. Whether a rung is due its days say."""
    found, now = [], clock.now()
    for kind in every_kind():
        if kind.recipients and kind.ladder:
            ahead, behind = _reach(max(0, -min(kind.ladder)), kind.rule), _reach(max(0, *kind.ladder), kind.rule)
            rows = Deadline.objects.visible_to(REMINDING).filter(kind=kind.name, closed_at=None, due_at__lt=now + ahead,
                                                                 due_at__gt=now - behind - TOO_OLD)
            found += rows.order_by("due_at", "pk")
    sent = set(Reminder.objects.visible_to(REMINDING).filter(deadline__in=found).values_list("deadline", "rung"))
    return [(one, left) for one in found if (left := [rung for rung in one.ladder if (one.pk, rung) not in sent])]


def _reach(days, rule):
    """How far that many days can lie from the last one, at most."""
    return timedelta(days=days * 2 if rule == "working" else days) + HOLIDAYS


def closing_days():
    """Days on which the current agency is closed."""
    return [date.fromisoformat(day) for day in current_agency().closing_days]


def last_day_from(kind, event_on):
    """The last day of a period of this kind that would begin to count on that day."""
    declared = find_kind(kind)
    return calendar.due_on(event_on, declared.days, declared.rule, closing_days())
