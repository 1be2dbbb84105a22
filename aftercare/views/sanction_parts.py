"""What several pages show of a sanction: in words, with its files; and one's own place in handling it."""
from dataclasses import dataclass

from django.http import Http404

from aftercare.models import Sanction, SanctionHandler
from aftercare.queries import sanction as queries
from aftercare.workflow.sanction_decision import decided_in_words
from aftercare.workflow.sanction_letters import measure
from core.access_log import note_access
from panels.models import Declaration


def proposed_in_words(sanction):
    """Suspension from … through …, as the notice says."""
    return measure(sanction.kind, sanction.from_on, sanction.to_on)


def decision_in_words(sanction):
    return decided_in_words(sanction)


def evidence(actor, sanction):
    """The agency's files."""
    return queries.files_of(actor, sanction)


@dataclass(frozen=True)
class Place:
    """Somebody's place in a sanction or in the appeal against it. `declaration`: still to be answered, and nothing opens before."""

    handler: SanctionHandler
    row: object
    sanction: Sanction
    declaration: Declaration | None

    @property
    def is_appeal(self):
        return self.row is not self.sanction

    @property
    def proposes(self):
        return bool(self.handler.is_lead and self.row.opinions_at and not self.row.proposed_at)

    @property
    def waits_for_me(self):
        return self.proposes or not (self.handler.handed_in_at or self.row.proposed_at)

    def shown(self, actor):
        """What they read: everything of it, the others' opinions once all are in."""
        said = [queries.statement_of(actor, self.sanction, kind) for kind in ("opinion", "urgent", "appeal")]
        said = [(one, queries.files_of(actor, self.sanction, one)) for one in said if one and one.arrived_at]
        opinions = list(queries.handlers_of(queries.TELLING, self.row)) if self.row.opinions_at else []
        return {"evidence": evidence(actor, self.sanction), "said": said, "opinions": opinions,
                "proposed": proposed_in_words(self.sanction),
                "decided": decision_in_words(self.sanction) if self.is_appeal else ""}


def handling(request, public_id):
    """One's place, the latest first; whoever reads is noted. Who declared an interest has none any more."""
    mine = SanctionHandler.objects.visible_to(request.actor).filter(user=request.actor.user, ended_at=None, sanction__public_id=public_id)
    handler = mine.select_related("sanction__certificate__service_type", "appeal__sanction__certificate").order_by("-pk").first()
    if handler is None:
        raise Http404
    row = handler.appeal or handler.sanction
    asked = Declaration.objects.visible_to(request.actor).filter(user=request.actor.user, matter=row.matter).first()
    if asked is None or asked.has_interest:
        raise Http404
    note_access(request, handler.sanction, "sanction.read")
    return Place(handler, row, handler.sanction, asked if asked.answered_at is None else None)
