"""One provider may still apply when the period is over for everybody else."""
from django.db import transaction
from django.utils.translation import gettext as _

from certification.models import Round, RoundLateAccess
from certification.permissions import can_announce_rounds
from core import clock
from core.workflow import lock, record, refuse_if, require
from correspondence.workflow import notify


@transaction.atomic
def grant_late_access(round, provider, *, until, reason, actor):
    """Until this moment what arrives from this provider is in time. The case page and the audit trail say so, and why. In a round for
    renewals it counts in the place of each certificate's own days."""
    round = lock(round)
    require(can_announce_rounds(actor))
    refuse_if(round.published_at is None, _("This round is not announced yet. Change its dates instead."))
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    refuse_if(until <= clock.now(), _("This moment has passed already."), field="until")
    refuse_if(until <= (round.late_until(provider) if round.kind == Round.Kind.RENEWAL else round.closes_for(provider)),
              _("This provider may apply until then already."), field="until")
    access = RoundLateAccess.everything.create(round=round, provider=provider, until=until, reason=reason.strip(),
                                               granted_at=clock.now(), granted_by=actor.user)
    record("round.late_access_granted", round, actor=actor, provider=provider.pk, until=until, reason=reason.strip())
    notify("round.late_access", access, actor=actor, link=("portal_applications",))
    return access
