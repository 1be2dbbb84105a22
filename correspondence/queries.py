"""A person's inbox, and the deadlines that run."""
from correspondence.models import Deadline, Delivery, Letter, Notice


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
    """What people were told about a row, and how each message stands, the newest first."""
    rows = Delivery.objects.visible_to(actor).filter(notice__subject_type=subject._meta.label_lower, notice__subject_id=str(subject.pk))
    return rows.select_related("notice__recipient__person").order_by("-pk")


def letters_about(actor, subject):
    """Letters in the agency's name about a row, the newest first."""
    rows = Letter.objects.visible_to(actor).filter(subject_type=subject._meta.label_lower, subject_id=str(subject.pk))
    return rows.select_related("file").order_by("-written_at", "-pk")


def notices_about(actor, subject):
    """What people were told about a row, or about rows of a model. For workflow above that keeps account of who has read it."""
    rows = Notice.objects.visible_to(actor).filter(subject_type=subject._meta.label_lower)
    return rows if isinstance(subject, type) else rows.filter(subject_id=str(subject.pk))
