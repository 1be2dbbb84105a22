"""What a provider is told of its application: where it stands, what happens next and by when. Decided is told as final evaluation."""
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.wording import moment_in_words
from evaluations.stages import ANNOUNCED, Stage

LINE = (
    ((Stage.SUBMITTED,), gettext_lazy("Received")),
    ((Stage.SCREENING,), gettext_lazy("Eligibility screening")),
    ((Stage.DOCUMENT_REVIEW,), gettext_lazy("Document review")),
    ((Stage.SITE_VISIT, Stage.FACT_CHECK), gettext_lazy("Site visit")),
    ((Stage.FINAL_EVALUATION,), gettext_lazy("Final evaluation")),
    (ANNOUNCED, gettext_lazy("Result")),
)
CHOICE = "application.visit_date"
SHAPES = {
    Stage.DRAFT: "todo", Stage.RETURNED: "suspended", Stage.WITHDRAWN: "closed", Stage.CERTIFIED: "valid", Stage.NOT_CERTIFIED: "refused",
    Stage.DEFERRED: "suspended",
}


@dataclass(frozen=True)
class Next:
    sentence: str
    by: date | None = None      # the day by which it happens, where one is set


def line_of(application):
    """[(name of the step, done | now | empty)]: the steps from the receipt to the result."""
    here = next((place for place, (stages, _name) in enumerate(LINE) if application.told_stage in stages), None)
    if here is None:
        return []
    return [(name, "now" if place == here else "done" if place < here else "") for place, (_stages, name) in enumerate(LINE)]


def shape_of(application):
    """The drawing that goes with the word of its stage."""
    return SHAPES.get(application.told_stage, "doing")


def next_of(application, *, deadline=None, visit=None, asked=None):
    """Next: one sentence, and by when. `deadline`: what runs now; `visit`: the latest, `asked`: the supplement request that waits for
    its answer, if the caller knows them."""
    if asked:
        return Next(_("The agency asks you for a supplement. Write what is asked for and hand it in."), asked.deadline.last_day)
    stage, round = application.told_stage, application.round
    if deadline and deadline.kind == CHOICE:
        return Next(_("The agency offers dates for the site visit. Choose one of them."), deadline.last_day)
    running = deadline and deadline.last_day
    if stage in (Stage.DRAFT, Stage.RETURNED):
        return _to_write(application)
    if stage == Stage.SITE_VISIT:
        return _the_visit(round, visit)
    if stage == Stage.FACT_CHECK:
        return _the_report(application, running)
    return {
        Stage.SUBMITTED: Next(_("The agency checks whether the requirements are met. There is nothing for you to do now."), running),
        Stage.SCREENING: Next(_("The agency checks whether the requirements are met. There is nothing for you to do now."), running),
        Stage.DOCUMENT_REVIEW: Next(_("Assessors read what you handed in. There is nothing for you to do now."),
                                    running or round.document_review_until),
        Stage.FINAL_EVALUATION: Next(_("The committee deals with the application. All applicants are told the result on the same day."),
                                     round.results_on),
        Stage.CERTIFIED: Next(_("You are certified. Certificate and letter are on the page of the application.")),
        Stage.NOT_CERTIFIED: Next(_("Not every indicator was met this time. The letter tells why, and how to object.")),
        Stage.DEFERRED: Next(_("The decision is deferred. The letter tells why, and what follows.")),
        Stage.WITHDRAWN: Next(_("This application is withdrawn. What was handed in stays on record.")),
    }[stage]


def _to_write(application):
    if not application.is_in_time():
        return Next(_("Applications for this round are not open now. What you wrote stays readable."))
    if application.stage == Stage.RETURNED:
        return Next(_("Correct what the agency named, and hand it in again."), application.last_day)
    return Next(_("Write the answers, then hand in the application."), application.last_day)


def _the_visit(round, visit):
    if visit is None or (visit.has_ended and visit.outcome == visit.Outcome.COMPLETE):
        return Next(_("The assessors look at your site. You are told the day beforehand."), round.site_visits_until)
    if visit.has_ended:
        happened = _("The site visit ended early.") if visit.outcome == visit.Outcome.ENDED_EARLY else _(
            "The site visit was not carried out.")
        return Next(f"{happened} {_('The agency decides what follows and tells you. There is nothing for you to do now.')}")
    return Next(_("The assessors come on %(when)s. Please have the originals of the evidence at hand.") % {
        "when": moment_in_words(visit.starts_at)})


def _the_report(application, by):
    if application.report_confirmed_at:
        return Next(_("You have confirmed the facts of the draft report. The final evaluation comes next."))
    if application.report_commented_at:
        return Next(_("Your comments on the draft report have arrived. The assessors answer each of them."), by)
    return Next(_("Read the draft report. Comment on what is wrong or incomplete, or confirm that its facts are right."), by)
