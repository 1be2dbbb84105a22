"""What one house did with a request for support is told in the other by its job: by state, and twice is once."""
from django.db import transaction

from agencies.models import SupportReport
from agencies.network_permissions import can_follow_support
from agencies.queries.support import PAGE
from agencies.support_notices import REPORT_DUE
from agencies.support_stages import FOR_CENTRAL, SupportStage
from core import clock
from core.workflow import lock, record, require
from correspondence.workflow import keep_days, notify


@transaction.atomic
def tell_central(row, *, actor):
    """At Central: what the agency did."""
    require(can_follow_support(actor))
    row = lock(row)
    if row.received_at:
        return False
    row.received_at = clock.now()
    row.save(update_fields=["received_at"])
    if row.stage in FOR_CENTRAL or row.became:
        event = "became" if row.stage == SupportStage.DONE else row.stage
        notify(f"support.{event}", row, actor=actor, link=(PAGE, row.public_id))
    record("support.received", row, actor=actor, stage=row.stage)
    return True


@transaction.atomic
def tell_agency(row, *, actor):
    """At the agency: what Central did. With what is granted, or asked for again, the days of the report begin."""
    require(can_follow_support(actor))
    row = lock(row)
    if row.told_at:
        return False
    row.told_at = clock.now()
    row.save(update_fields=["told_at"])
    if row.stage == SupportStage.GRANTED:
        keep_days([row], kind=REPORT_DUE, actor=actor)
        again = SupportReport.everything.filter(request=row, answered_at__isnull=False).exists()
        notify("support.asked_again" if again else "support.granted", row, actor=actor, link=(PAGE, row.public_id), due_on=row.due_on)
    elif row.stage not in FOR_CENTRAL:
        notify(f"support.{row.stage}", row, actor=actor, link=(PAGE, row.public_id))
    record("support.told", row, actor=actor, stage=row.stage)
    return True
