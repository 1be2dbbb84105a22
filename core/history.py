"""What happened to one row, for that row's own page: whoever came through its door may read it there."""
from core.models import AuditEvent

LIMIT = 200


def history_of(subject):
    """The row's events with the names in them, newest first."""
    about = AuditEvent.everything.filter(subject_type=subject._meta.label_lower, subject_id=str(subject.pk))
    return about.select_related("label").order_by("-at", "-pk")[:LIMIT]
