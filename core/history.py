"""What happened to one row, for that row's own page: whoever came through its door may read it there."""
from core.models import AuditEvent

LIMIT = 200


def history_of(subject, verbs=None):
    """The row's events with the names in them, newest first; all, or those of these verbs."""
    about = AuditEvent.everything.filter(subject_type=subject._meta.label_lower, subject_id=str(subject.pk))
    about = about if verbs is None else about.filter(verb__in=verbs)
    return about.select_related("label").order_by("-at", "-pk")[:LIMIT]
