"""The six words every workflow is written in: lock, require, refuse_if, move, record, enqueue."""
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from core.audit import record
from core.errors import refuse_if
from core.outbox import enqueue

__all__ = ["lock", "require", "refuse_if", "move", "record", "enqueue"]


def lock(row):
    """The same row, fresh and ours until the transaction ends. Others may still point at it: a stronger lock would deadlock with keys."""
    rows = row.__class__._default_manager                   # request.user is a proxy: its class is asked
    return rows.select_for_update(of=("self",), no_key=True).get(pk=row.pk)


def require(allowed):
    """Raises PermissionDenied (403) unless the actor may do this."""
    if not allowed:
        raise PermissionDenied


def move(subject, to):
    """The only place that assigns a stage. Returns {"from": …, "to": …} for the record."""
    came_from = subject.stage
    refuse_if(to not in subject.MOVES[came_from], _("This is now “%(now)s” and can no longer become “%(then)s”."),
              now=_label(subject, came_from), then=_label(subject, to))
    subject.stage = to
    subject.save(update_fields=["stage"])
    return {"from": str(came_from), "to": str(to)}


def _label(subject, stage):
    return dict(subject._meta.get_field("stage").choices)[stage]
