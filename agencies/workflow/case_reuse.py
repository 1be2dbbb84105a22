"""“We use this too”: an agency says that it uses another's case, shows it to everybody, adds what came of it, or takes it back."""
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from agencies.case_permissions import can_publish_reuse, can_write_reuse
from agencies.models import CaseReuse
from core import clock
from core.errors import Refused
from core.tenancy import current_agency
from core.workflow import lock, record, refuse_if, require


@transaction.atomic
def begin_reuse(case, *, since_on, adapted, result, actor):
    """A draft that nobody outside the agency reads."""
    require(can_write_reuse(actor))
    here = current_agency()
    refuse_if(case.from_agency_id == here.pk, _("This is a case of your own agency."))
    _refuse_senseless(since_on, adapted)
    try:
        with transaction.atomic():
            row = CaseReuse.everything.create(
                central_id=case.agency_id, case=case, agency_ko=here.name_ko, agency_en=here.name_en, since_on=since_on,
                adapted=adapted.strip(), result=result.strip(), written_at=clock.now(), written_by=actor.user)
    except IntegrityError as failure:
        if failure.__cause__.diag.constraint_name != "a_case_is_used_once":
            raise
        raise Refused(_("Your agency has written down already that it uses this case.")) from None
    record("case_reuse.begun", row, actor=actor, case=case.pk)
    return row


def _refuse_senseless(since_on, adapted):
    refuse_if(since_on > clock.today(), _("This day is still to come."), field="since_on")
    refuse_if(not adapted.strip(), _("Write what you changed, or that you use it as it is."), field="adapted")


@transaction.atomic
def write_reuse(row, *, since_on, adapted, result, base_version, actor):
    """What came of it is often known later. What is shown already changes at once."""
    row = lock(row)
    require(can_write_reuse(actor))
    _refuse_withdrawn(row)
    refuse_if(row.version != base_version, _("Somebody else has saved this meanwhile. Open the page anew and compare."))
    _refuse_senseless(since_on, adapted)
    row.since_on, row.adapted, row.result = since_on, adapted.strip(), result.strip()
    row.version, row.written_at, row.written_by = row.version + 1, clock.now(), actor.user
    row.save(update_fields=["since_on", "adapted", "result", "version", "written_at", "written_by"])
    record("case_reuse.written", row, actor=actor, version=row.version, is_shown=row.published_at is not None)
    return row


@transaction.atomic
def publish_reuse(row, *, actor):
    """From now on it stands with the case and counts."""
    row = lock(row)
    require(can_publish_reuse(actor))
    _refuse_withdrawn(row)
    if row.published_at is None:
        row.published_at = clock.now()
        row.save(update_fields=["published_at"])
        record("case_reuse.published", row, actor=actor)
    return row


@transaction.atomic
def withdraw_reuse(row, *, actor):
    """Nobody else reads it any more, and it counts no longer."""
    row = lock(row)
    require(can_publish_reuse(actor) or (row.published_at is None and can_write_reuse(actor)))
    _refuse_withdrawn(row)
    row.withdrawn_at, row.published_at = clock.now(), None
    row.save(update_fields=["withdrawn_at", "published_at"])
    record("case_reuse.withdrawn", row, actor=actor)
    return row


def _refuse_withdrawn(row):
    refuse_if(row.withdrawn_at, _("This was taken back meanwhile."))
