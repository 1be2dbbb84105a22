"""What a manager can do with a case when its usual way is blocked: offered on its page, with a form each."""
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from correspondence.queries import open_deadlines
from evaluations.forms.way_out import ExtendPeriodForm, ReopenForm, SetAsideForm, WithdrawOnRequestForm
from evaluations.permissions import can_lead_out
from evaluations.stages import MOVES, PERIODS, Stage, reopened_to

REOPENED = {
    Stage.SCREENING: (_("Reopen the screening"), _("The review stops; sheets are kept and go on after the screening is passed anew.")),
    Stage.DOCUMENT_REVIEW: (_("Reopen the document review"), _("The lead settles anew, and assessors may be replaced. "
                                                               "A visit that is planned or under way is called off.")),
    Stage.SITE_VISIT: (_("Plan another visit"), _("The draft report is taken back. The visit asks again about what was not compliant, "
                                                  "or about everything if all was.")),
    Stage.FACT_CHECK: (_("Reopen the fact check"), _("The case leaves the agenda; the provider may look at the facts again.")),
    Stage.FINAL_EVALUATION: (_("Set the decision aside"), _("It stays on record and counts for nothing; the committee decides anew. "
                                                            "Not once its announcement is approved.")),
}
EXTEND = (_("Prolong the period"), _("The period of this stage ends later. Whoever it is for is told."))
WITHDRAW = (_("Withdraw at the provider's request"), _("The evaluation ends for good. Only when the provider has asked for it."))


@dataclass(frozen=True)
class WayOut:
    """One of them: where its form goes to, and what is said beside it."""

    address: str
    words: str
    sentence: str
    kind: type
    is_final: bool = False

    @property
    def key(self):
        return self.kind.prefix


def ways_out_of(actor, application):
    """[WayOut]; nobody but a manager has any."""
    if not can_lead_out(actor, application):
        return []
    found, stage = [], application.stage
    to = reopened_to(stage, is_reviewed=application.reviewed_at is not None)
    if to:
        found.append(WayOut("desk_reopen_case", *REOPENED[to], SetAsideForm if stage == Stage.DECIDED else ReopenForm))
    if stage in PERIODS and open_deadlines(actor, subject=application, kind=PERIODS[stage]).exists():
        found.append(WayOut("desk_extend_period", *EXTEND, ExtendPeriodForm))
    if Stage.WITHDRAWN in MOVES[stage]:
        found.append(WayOut("desk_withdraw_case", *WITHDRAW, WithdrawOnRequestForm, is_final=True))
    return found
