"""A case's way so far, each recorded event in plain words. For staff: they read who it was."""
from django.utils.translation import gettext_lazy

from core.history import history_of, who_acted
from providers.history import Entry

WORDS = {
    "application.started": gettext_lazy("Application begun"),
    "application.submitted": gettext_lazy("Application handed in"),
    "application.screening_begun": gettext_lazy("Eligibility screening begun"),
    "application.screened": gettext_lazy("Every requirement met; document review begun"),
    "application.returned": gettext_lazy("Application returned"),
    "application.withdrawn": gettext_lazy("Application withdrawn"),
    "application.assigned": gettext_lazy("Assessor assigned"),
    "application.assignment_ended": gettext_lazy("Assignment of an assessor ended"),
    "team.announced": gettext_lazy("Provider told who assesses"),
    "team.challenged": gettext_lazy("Assessor challenged by the provider"),
    "team.challenge_granted": gettext_lazy("Challenge of an assessor granted"),
    "team.challenge_rejected": gettext_lazy("Challenge of an assessor rejected"),
    "review.handed_in": gettext_lazy("An assessor handed in the review"),
    "review.all_in": gettext_lazy("All reviews in"),
    "review.concluded": gettext_lazy("Document review ended with one result"),
    "supplement.sent": gettext_lazy("Supplement asked for"),
    "supplement.extended": gettext_lazy("Time for the supplement prolonged"),
    "supplement.item_withdrawn": gettext_lazy("Something is no longer asked for"),
    "supplement.answered": gettext_lazy("Supplement handed in"),
    "supplement.lapsed": gettext_lazy("Supplement not handed in in time"),
    "application.dates_offered": gettext_lazy("Dates for the site visit offered"),
    "application.dates_taken_back": gettext_lazy("Dates offered taken back"),
    "application.date_chosen": gettext_lazy("A date was chosen"),
    "application.no_date_suits": gettext_lazy("No date offered suits the provider"),
    "application.another_day_asked": gettext_lazy("The provider asks for another day"),
    "application.another_day_declined": gettext_lazy("The visit stays on its day"),
    "application.visit_ended_short": gettext_lazy("Site visit not carried out as planned"),
    "application.all_asked_again": gettext_lazy("The next visit asks about everything again"),
    "application.gone_on_without_visit": gettext_lazy("Gone on without a further visit"),
    "application.visit_planned": gettext_lazy("Site visit planned"),
    "application.visit_moved": gettext_lazy("Site visit moved"),
    "application.visit_taken_over": gettext_lazy("Result of the site visit taken over"),
    "application.report_confirmed": gettext_lazy("Facts of the draft report confirmed"),
    "facts.handed_in": gettext_lazy("Comments on the facts handed in"),
    "facts.answerer_named": gettext_lazy("Another assessor named to answer the comments"),
    "facts.comment_answered": gettext_lazy("A comment on the facts answered"),
    "application.finding_amended": gettext_lazy("A finding amended"),
    "application.amendment_kept": gettext_lazy("An amendment kept as evidence only"),
    "application.fact_check_closed": gettext_lazy("Fact check closed"),
    "application.on_agenda": gettext_lazy("Put on a committee's agenda"),
    "application.decided": gettext_lazy("Decided by the committee"),
    "application.reopened": gettext_lazy("Reopened by a manager"),
    "application.decision_set_aside": gettext_lazy("Decision set aside by a manager, to be decided anew"),
    "application.period_extended": gettext_lazy("Period of the stage prolonged"),
    "application.withdrawn_on_request": gettext_lazy("Withdrawn at the provider's request"),
    "application.announced": gettext_lazy("Result announced"),
    "application.resumed": gettext_lazy("Gone on with after the deferral"),
    "appeal.entered_from_paper": gettext_lazy("Appeal on paper entered"),
    "appeal.handed_in": gettext_lazy("Appeal handed in"),
    "appeal.handlers_named": gettext_lazy("Handlers of the appeal named"),
    "appeal.handler_ended": gettext_lazy("Somebody no longer handles the appeal"),
    "appeal.proposed": gettext_lazy("Proposal about the appeal written"),
    "appeal.extended": gettext_lazy("Time for the answer to the appeal prolonged"),
    "appeal.answered": gettext_lazy("Appeal answered"),
    "appeal.withdrawn": gettext_lazy("Appeal withdrawn"),
    "application.reopened_by_appeal": gettext_lazy("Reopened by an upheld appeal"),
    "application.decision_replaced": gettext_lazy("Decision replaced after an upheld appeal"),
}


FOR_PROVIDER = {
    "application.reopened": gettext_lazy("The agency has reopened an earlier stage"),
    "application.resumed": gettext_lazy("The agency goes on with the deferred application"),
    "application.period_extended": gettext_lazy("The agency has prolonged the period"),
    "application.withdrawn_on_request": gettext_lazy("The agency has ended the application at your request"),
    "appeal.handed_in": gettext_lazy("You have handed in an appeal"),
    "appeal.extended": gettext_lazy("The agency has prolonged the time for the answer to your appeal"),
    "appeal.answered": gettext_lazy("The agency has answered your appeal"),
    "appeal.withdrawn": gettext_lazy("You have withdrawn the appeal"),
    "application.reopened_by_appeal": gettext_lazy("The case is decided anew after your appeal"),
}


def led_out(application):
    """Where the case left its usual way, as its provider reads it: what, when and why, never who. Newest first."""
    return [Entry(FOR_PROVIDER[event.verb], event.at, "", event.facts.get("reason", ""))
            for event in history_of(application, verbs=list(FOR_PROVIDER))]


def way_so_far(application):
    """Newest first. For whoever already reads the case at the desk."""
    return [Entry(WORDS[event.verb], event.at, who_acted(event), event.facts.get("reason", ""))
            for event in history_of(application, verbs=list(WORDS))]
