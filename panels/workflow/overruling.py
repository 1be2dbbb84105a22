"""Overruling a reason to ask."""
from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.workflow import record, refuse_if, require
from panels.models import Overruling
from panels.permissions import can_overrule


@transaction.atomic
def overrule(user, conflicts, *, subject_type, matter, reason, actor):
    """A manager lets somebody assess in spite of reasons to ask. Grounds of exclusion cannot be overruled by anybody."""
    require(can_overrule(actor))
    refuse_if(any(one.excludes for one in conflicts), _("A ground of exclusion cannot be overruled."))
    refuse_if(not reason.strip(), _("Please write the reason."), field="overruling")
    row = Overruling.everything.create(
        subject_type=subject_type, matter=matter, user=user, person_id=user.person_id, reason=reason.strip(),
        kinds=sorted({one.kind.value for one in conflicts}), sentences=[one.words for one in conflicts], overruled_at=clock.now(),
        overruled_by=actor.user)
    record("conflict.overruled", row, actor=actor, account=user.pk, matter=matter, kinds=row.kinds)
    return row
