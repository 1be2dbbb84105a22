"""Who is evaluated in a year: said of each agency before the set is frozen; afterwards an exemption only, with its reason."""
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Agency
from agencies.models import Participation
from agencies.permissions import can_exempt_afterwards
from agencies.workflow.set_content import held
from certification.workflow.framework_content import refuse_unclean
from core.workflow import lock, record, refuse_if, require


@transaction.atomic
def say_participation(indicator_set, said, *, actor):
    """`said`: {agency's id: (standing, reason)}; what was said of others before stays."""
    indicator_set = held(indicator_set, actor)
    before = {row.assessed_id: row for row in Participation.everything.filter(indicator_set=indicator_set)}
    known = set(Agency.objects.filter(kind=Agency.Kind.PROVINCIAL, pk__in=said).values_list("pk", flat=True))
    for agency_id, (standing, reason) in said.items():
        refuse_if(agency_id not in known, _("This is no provincial agency."))
        row = before.get(agency_id) or Participation(indicator_set=indicator_set, assessed_id=agency_id, year=indicator_set.year)
        row.standing, row.reason = standing, reason.strip()
        _refuse_no_reason(row, field=f"reason-{agency_id}")
        refuse_unclean(row, exclude=["reason"] if not row.reason else [])
        row.save()
    record("indicator_set.participation_said", indicator_set, actor=actor,
           assessed=sum(standing == Participation.Standing.ASSESSED for standing, _reason in said.values()), agencies=len(said))
    return indicator_set


@transaction.atomic
def exempt_afterwards(participation, *, reason, actor):
    """After the set is frozen the manager may still exempt an agency, with the reason; nobody is taken in later."""
    row = lock(participation)
    require(can_exempt_afterwards(actor))
    refuse_if(row.out_at is None, _("The set is still a draft: say there who takes part."))
    refuse_if(row.standing != Participation.Standing.ASSESSED, _("Only an agency that is assessed can be exempted."))
    row.standing, row.reason, row.noticed_at = Participation.Standing.EXEMPT, reason.strip(), None     # its people are told again
    _refuse_no_reason(row, field="reason")
    row.save(update_fields=["standing", "reason", "noticed_at"])
    record("participation.exempted", row, actor=actor, assessed=row.assessed_id, year=row.year, reason=row.reason)
    return row


def _refuse_no_reason(row, *, field):
    refuse_if(row.standing == Participation.Standing.EXEMPT and not row.reason,
              _("An exemption names its legal reason."), field=field)
