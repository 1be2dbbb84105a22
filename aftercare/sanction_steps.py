"""Where a sanction stands and for whom it waits. Pure: what it looks at is handed to it."""
from django.utils.translation import gettext as _

from aftercare.sanction_stages import SanctionStage
from core.wording import moment_in_words
from evaluations.next_steps import Step, Who
from panels.stages import ApprovalStage

AT_LEAST = 2


def step_of(sanction, *, handlers=0, approval="", is_over=False, is_reported=False):
    """The Step of a sanction: `handlers` who handle it, `approval` of its decision (`Who.CITY` where the city agrees first), `is_over`:
    the time of the hearing has come, `is_reported`: a report that its order is met waits."""
    stage = sanction.stage
    if stage == SanctionStage.DRAFT:
        return Step(_("Send the notice"), _("The provider is told what is proposed and why, and has at least ten days until the hearing."),
                    waits_for=Who.DESK)
    if stage == SanctionStage.NOTIFIED:
        when = moment_in_words(sanction.hearing_at)
        if is_over:
            return Step(_("Note the hearing"), _("Its time has come (%(when)s). Write who came and what was said.") % {"when": when},
                        waits_for=Who.DESK)
        return Step(_("Wait for the hearing"), _("It is on %(when)s. Until then the provider may hand in a statement.") % {"when": when},
                    waiting=Who.DESK, waits_for=Who.PROVIDER)
    if stage == SanctionStage.HEARD:
        return _proposing(handlers)
    if stage == SanctionStage.PROPOSED:
        return _deciding(sanction, approval)
    if stage == SanctionStage.DECIDED:
        return Step(_("Wait for its day"), _("It takes effect by itself on its day. The provider has been told."))
    return _about_order(sanction, is_reported)


def _about_order(sanction, is_reported):
    stage = sanction.stage
    if is_reported and sanction.order_met is None:
        return Step(_("Look into the report about the order"), _("The provider reports that it has met the order. Note what was found, or "
                    "return the report with the reason."), waits_for=Who.DESK)
    if stage == SanctionStage.IN_EFFECT and sanction.order_met:
        return Step(_("Lift the suspension, or let it run out"), _("Its order is met. The director lifts it on the certificate's page."),
                    waits_for=Who.DIRECTOR)
    if stage == SanctionStage.OVER and sanction.order_met is None:
        return Step(_("Note whether the order was met"), _("The suspension is over. If its order was not met, a new sanction can follow."),
                    waits_for=Who.DESK)
    return Step(_("Nothing is to be done"), _("Nothing more has to be done. What was decided stands below."))


def waits_for_decision():
    """What may be known of it outside while it is being decided."""
    return Step(_("Wait for the decision"), _("What is decided is told once it is approved."))


def _proposing(handlers):
    if handlers < AT_LEAST:
        return Step(_("Name who proposes"), _("Two or more people who took no part. Each declares first."), waits_for=Who.DESK)
    return Step(_("Wait for the proposal"), _("Each gives an opinion, and whoever leads writes the proposal."), waiting=Who.DESK,
                waits_for=Who.HANDLERS)


def _deciding(sanction, approval):
    if sanction.proposal == "none":
        return Step(_("Drop the sanction"), _("No sanction is proposed. Drop it with the reason."), waits_for=Who.DESK)
    if not sanction.final_kind or approval == ApprovalStage.SENT_BACK:
        return Step(_("Draft the decision"), _("The proposal is written. The manager releases the decision, the director approves it."),
                    waits_for=Who.DESK)
    if approval == Who.CITY:
        return Step(_("Wait for the city"), _("The decision is released. The city agrees to it or sends it back, then the director "
                                              "approves it."), waiting=Who.DESK, waits_for=Who.CITY)
    if approval == ApprovalStage.RELEASED:
        return Step(_("Wait for the approval"), _("The decision is released. The director approves it or sends it back."),
                    waiting=Who.DESK, waits_for=Who.DIRECTOR)
    return Step(_("Wait for the release"), _("The decision is drafted. The manager releases it."), waiting=Who.DESK, waits_for=Who.MANAGER)
