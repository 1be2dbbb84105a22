"""What happened to one row, for that row's own page: whoever came through its door may read it there."""
from django.utils.translation import gettext as _

from core.models import AuditEvent

LIMIT = 200


def history_of(subject, verbs=None):
    """The row's events with the names in them, newest first; all, or those of these verbs."""
    about = AuditEvent.everything.filter(subject_type=subject._meta.label_lower, subject_id=str(subject.pk))
    about = about if verbs is None else about.filter(verb__in=verbs)
    return about.select_related("label").order_by("-at", "-pk")[:LIMIT]


def who_acted(event):
    """The name that stands beside the event, in words for staff."""
    label = getattr(event, "label", None)
    if label is None:
        return _("a name that was erased")
    return _("the system") if event.actor_id is None and label.actor_label.startswith("system:") else label.actor_label
