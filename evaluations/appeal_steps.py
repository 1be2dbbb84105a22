"""Where an appeal stands and for whom it waits. Pure: what it looks at is handed to it."""
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from evaluations.next_steps import Step, Who
from evaluations.stages import AppealStage
from panels.stages import ApprovalStage

AT_LEAST = 2
SHAPES = {
    AppealStage.DRAFT: "todo", AppealStage.HANDED_IN: "doing", AppealStage.HANDLED: "doing", AppealStage.UPHELD: "done",
    AppealStage.PARTLY: "done", AppealStage.REJECTED: "closed", AppealStage.DISMISSED: "closed", AppealStage.WITHDRAWN: "closed",
}


def step_of(appeal, *, handlers=0, handed_in=0, approval=""):
    """The Step of an appeal that was handed in: `handlers` who handle it now, `handed_in` of their opinions, `approval` of its answer."""
    if appeal.stage not in (AppealStage.HANDED_IN, AppealStage.HANDLED):
        return Step(_("Nothing is to be done"), _("The appeal is over."))
    if appeal.outcome:
        return _approving(approval)
    if appeal.proposed_at:
        return Step(_("Draft the answer"), _("The proposal is written. Draft the answer from it; the manager releases it, the director "
                                             "approves it."), waiting=Who.PROVIDER, waits_for=Who.DESK)
    if handlers < AT_LEAST:
        return Step(_("Name who handles the appeal"), _("Two or more people who took no part in the decision. Each declares first."),
                    waiting=Who.PROVIDER, waits_for=Who.DESK)
    if appeal.opinions_at:
        return Step(_("Wait for the proposal"), _("All opinions are in. Whoever leads writes the proposal."), waiting=Who.DESK,
                    waits_for=Who.HANDLERS)
    words = ngettext("%(done)d of %(count)d opinion is in. What they say is read once all are in.",
                     "%(done)d of %(count)d opinions are in. What they say is read once all are in.", handlers)
    return Step(_("Wait for the opinions"), words % {"done": handed_in, "count": handlers}, waiting=Who.DESK, waits_for=Who.HANDLERS)


def _approving(approval):
    if approval == ApprovalStage.RELEASED:
        return Step(_("Wait for the approval"), _("The answer is released. The director approves it or sends it back."),
                    waiting=Who.PROVIDER, waits_for=Who.DIRECTOR)
    return Step(_("Wait for the release"), _("The answer is drafted. The manager releases it."),
                waiting=Who.PROVIDER, waits_for=Who.MANAGER)
