"""An indicator is proposed for improvement, and answered with the next edition: taken over or not, with a reason."""
from django.db import transaction
from django.utils.translation import gettext as _

from certification.models import ImprovementProposal
from certification.permissions import can_draft_framework
from certification.queries import is_others_to_answer
from core import clock
from core.workflow import lock, record, refuse_if, require

Outcome = ImprovementProposal.Outcome


@transaction.atomic
def propose_improvement(indicator, *, source, found, reason, actor):
    """`found`: {"ko": [sentences], "en": [sentences]}, kept as they stand at this moment."""
    indicator = lock(indicator)
    require(can_draft_framework(actor))
    refuse_if(indicator.version.published_at is None, _("This edition is a draft: change the indicator itself."))
    refuse_if(not reason.strip(), _("Write what should become better."), field="reason")
    refuse_if(ImprovementProposal.everything.filter(indicator=indicator, source=source, outcome="").exists(),
              _("This is proposed already and waits for its answer."))
    proposal = ImprovementProposal.objects.create(indicator=indicator, source=source, found=found, reason=reason.strip(),
                                                  proposed_at=clock.now(), proposed_by=actor.user)
    record("improvement.proposed", proposal, actor=actor, code=indicator.code)
    return proposal


@transaction.atomic
def answer_improvement(proposal, *, outcome, answer, actor):
    """Once: whoever proposed it reads why."""
    proposal = lock(proposal)
    require(can_draft_framework(actor))
    refuse_if(proposal.outcome, _("This proposal is answered already."))
    refuse_if(is_others_to_answer(actor, proposal),
              _("You proposed this yourself. Somebody else who edits the criteria has to answer it."))
    refuse_if(outcome not in (Outcome.TAKEN, Outcome.REJECTED), _("Choose whether it is taken over."), field="outcome")
    refuse_if(not answer.strip(), _("Write the reason."), field="answer")
    proposal.outcome, proposal.answer = outcome, answer.strip()
    proposal.answered_at, proposal.answered_by = clock.now(), actor.user
    proposal.save(update_fields=["outcome", "answer", "answered_at", "answered_by"])
    record("improvement.answered", proposal, actor=actor, outcome=outcome)
    return proposal
