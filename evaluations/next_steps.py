"""The one next step of a case: what can be done now, or for whom it waits. Pure: everything it looks at is handed to it."""
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from core import clock
from core.wording import day_in_words, moment_in_words
from evaluations.stages import OPEN_APPEAL, Stage
from panels.stages import ApprovalStage
from visits.stages import Stage as VisitStage

ASKED_IN = (Stage.SCREENING, Stage.FACT_CHECK)          # in the document review the assessors go on meanwhile
A_DAY = timedelta(days=1)
MOMENT = timedelta(microseconds=1)      # before 24:00 is still that day
PLANNING = "desk_visit_planning"        # a page, not an act
TEAM = 2                    # assessors, at least
DAYS_AT_MOST = {            # a case that stands longer is marked; calendar days, the first counts
    Stage.SUBMITTED: 3, Stage.SCREENING: 14, Stage.DOCUMENT_REVIEW: 35, Stage.SITE_VISIT: 25, Stage.FACT_CHECK: 8,
    Stage.FINAL_EVALUATION: 21, Stage.DECIDED: 14, Stage.DEFERRED: 30,
}
HELD_UP = "held_up"     # approved, and at its minute it could not go out


class Who(TextChoices):
    NOBODY = "", ""
    DESK = "desk", gettext_lazy("Officers")
    PROVIDER = "provider", gettext_lazy("Provider")
    ASSESSORS = "assessors", gettext_lazy("Assessors")
    COMMITTEE = "committee", gettext_lazy("Committee")
    MANAGER = "manager", gettext_lazy("Manager")
    CITY = "city", gettext_lazy("City")
    DIRECTOR = "director", gettext_lazy("Director")
    HANDLERS = "handlers", gettext_lazy("Handlers of the appeal")


@dataclass(frozen=True)
class Standing:
    """What its stage alone does not tell about a case. Numbers only: nobody's judgement is in it."""

    unchecked: int = 0                      # requirements of the screening
    unmet: int = 0
    team: int = 0                           # assessors who work on it, how many of them …
    has_lead: bool = False
    undeclared: int = 0
    interested: int = 0
    handed_in: int = 0
    challenged: int = 0                     # challenges that wait for the manager
    untold: int = 0                         # assessors of whom the provider does not know
    challenge_until: datetime | None = None         # the provider may challenge somebody
    visit_stage: str = ""
    visit_at: datetime | None = None
    visit_short: str = ""                   # how the last visit ended, if it fell short: the outcome's code
    choice_until: datetime | None = None    # the provider may choose one of the dates offered
    choice_waits: bool = False              # dates are offered and not answered
    none_suits: bool = False                # no date offered suited the provider
    asks_day: bool = False                  # the provider asks for another day
    open_indicators: int = 0                # not agreed on yet
    report_until: datetime | None = None    # the fact check's end, while it runs
    comments: int = 0                       # of the provider on the facts, that wait for an answer; by when …
    answers_until: datetime | None = None
    has_answerer: bool = True
    supplement_until: datetime | None = None        # the provider may answer a supplement request
    meeting_at: datetime | None = None      # of the meeting that has it on its agenda
    approval: str = ""                      # how far its announcement is; empty: it stands in none
    planned_for: datetime | None = None


@dataclass(frozen=True)
class Step:
    """`address`: the URL name that the button leads to, with the case's public id. Without an action there is nothing to press."""

    title: str
    sentence: str
    action: str = ""
    address: str = ""
    waiting: Who = Who.NOBODY
    waits_for: Who = Who.NOBODY

    @property
    def is_for_desk(self):
        return self.waits_for == Who.DESK


def next_step(application, standing):
    """The Step of this case as it stands."""
    if standing.supplement_until and application.stage in ASKED_IN:
        return _asked(standing)
    return STEPS[application.stage](application, standing)


def _asked(standing):
    return _wait(_("Wait for the supplement"), _("The provider may answer the supplement request until %(day)s. "
                                                 "The case goes on after that.") % {
        "day": day_in_words(standing.supplement_until - MOMENT)}, Who.PROVIDER)


def _received(application, standing):
    return Step(_("Begin the screening"), _("The requirements are laid out as a checklist, with what the data say. Nobody is told yet."),
                _("Begin the screening"), "desk_begin_screening", Who.PROVIDER, Who.DESK)


def _screening(application, standing):
    if standing.unchecked:
        sentence = ngettext("%(count)d requirement is still to be checked.", "%(count)d requirements are still to be checked.",
                            standing.unchecked)
        return Step(_("Check the requirements"), sentence % {"count": standing.unchecked}, waiting=Who.PROVIDER, waits_for=Who.DESK)
    if standing.unmet:
        return Step(_("Return the application"), _("A requirement is not met. Return the application with the reason; "
                                                   "the provider reads it."), waiting=Who.PROVIDER, waits_for=Who.DESK)
    return Step(_("Go on to the document review"), _("Every requirement is met. The document review begins, and the provider is told."),
                _("Begin the document review"), "desk_pass_screening", Who.PROVIDER, Who.DESK)


def _document_review(application, standing):
    if application.reviewed_at:
        return _plan(_("The document review is over. Offer the provider dates for the visit, or fix one that was agreed."))
    if standing.challenged:
        return Step(_("Decide the challenge"), _("The provider has challenged an assessor. The team's result waits for the manager's "
                                                 "decision; the reason stands under “Challenges”."),
                    waiting=Who.PROVIDER, waits_for=Who.MANAGER)
    if standing.team < TEAM or not standing.has_lead:
        return Step(_("Assign the assessors"), _("At least two assessors review a case, and one of them leads. "
                                                 "Each is asked for a declaration of interest first."),
                    _("Assign"), "desk_assign", Who.PROVIDER, Who.DESK)
    if standing.interested:
        return Step(_("Replace an assessor"), _("An assessor has declared an interest and cannot read the case. "
                                                "End the assignment with the reason and assign somebody else."),
                    waiting=Who.PROVIDER, waits_for=Who.DESK)
    return _review_under_way(standing)


def _review_under_way(standing):
    if standing.undeclared:
        words = ngettext("%(count)d assessor has not declared yet; before that the case stays closed to them.",
                         "%(count)d assessors have not declared yet; before that the case stays closed to them.", standing.undeclared)
        return _wait(_("Wait for the declarations"), words % {"count": standing.undeclared}, Who.ASSESSORS)
    if standing.untold:
        words = ngettext("%(count)d assessor has declared. The provider is told who assesses it and may challenge somebody within three "
                         "working days.", "%(count)d assessors have declared. The provider is told who assesses it and may challenge "
                         "somebody within three working days.", standing.untold)
        return Step(_("Tell the provider who assesses"), words % {"count": standing.untold}, _("Tell the provider"), "desk_announce_team",
                    Who.PROVIDER, Who.DESK)
    if standing.handed_in < standing.team:
        words = _("%(number)d of %(total)d assessors have handed in. What they judge is seen once all are in.")
        return _wait(_("Wait for the reviews"), words % {"number": standing.handed_in, "total": standing.team}, Who.ASSESSORS)
    if standing.supplement_until:
        return _asked(standing)
    if standing.challenge_until:
        return _wait(_("Wait for a challenge"), _("All reviews are in. The provider may challenge an assessor until %(day)s; the team's "
                                                  "result is settled after that.") % {
            "day": day_in_words(standing.challenge_until - MOMENT)}, Who.PROVIDER)
    return _wait(_("Wait for the team's result"), _("All reviews are in. The lead assessor settles what was judged differently."),
                 Who.ASSESSORS)


def _site_visit(application, standing):
    if standing.visit_stage == VisitStage.PLANNED:
        return _before_the_visit(standing)
    if standing.visit_stage == VisitStage.UNDERWAY:
        return _wait(_("Wait for the site visit"), _("The team is there. Once the record is locked, the provider reads the draft report."),
                     Who.ASSESSORS)
    if not standing.open_indicators:
        return _wait(_("Wait for the result of the visit"), _("The record is locked and is being taken over."), Who.NOBODY)
    if standing.choice_waits:
        return _choosing(standing)
    if standing.none_suits:
        return _plan(_("None of the dates offered suits the provider. Offer others, or fix one."))
    words = ngettext("%(count)d indicator is open; the visit asks only about it. The team and the provider are told.",
                     "%(count)d indicators are open; the visit asks only about them. The team and the provider are told.",
                     standing.open_indicators) % {"count": standing.open_indicators}
    if standing.visit_short:
        happened = _("The last visit was not carried out.") if standing.visit_short == "not_carried_out" else _(
            "The last visit ended early.")
        return Step(_("Decide what follows the visit"), f"{happened} {words}", _("Plan another visit"), PLANNING, Who.PROVIDER, Who.DESK)
    return _plan(words)


def _before_the_visit(standing):
    if standing.asks_day:
        return Step(_("Answer the request for another day"), _("The provider asks for another day of the visit. Move it, or decline with "
                                                               "the reason."),
                    _("Read the request"), PLANNING, Who.PROVIDER, Who.DESK)
    if standing.visit_at < clock.now() - A_DAY:
        return Step(_("Decide what becomes of the visit"), _("Its day has passed and the team has not begun it. Move it, or note that it "
                                                             "was not carried out."),
                    _("Dates of the visit"), PLANNING, Who.PROVIDER, Who.DESK)
    words = _("It begins on %(when)s. Once the record is locked, the provider reads the draft report.")
    return _wait(_("Wait for the site visit"), words % {"when": moment_in_words(standing.visit_at)}, Who.ASSESSORS)


def _choosing(standing):
    """Dates are offered: the provider's turn until its last day, then the desk's."""
    if standing.choice_until and clock.now() < standing.choice_until:
        return _wait(_("Wait for the choice of a date"), _("The provider may choose one of the dates offered until %(day)s.") % {
            "day": day_in_words(standing.choice_until - MOMENT)}, Who.PROVIDER)
    return _plan(_("The provider has chosen none of the dates offered in time. Fix one with the reason, or offer others."))


def _fact_check(application, standing):
    if standing.comments:
        return _answers(standing)
    if application.report_commented_at:
        return _close_report(_("All comments of the provider are answered. The case becomes ready for the committee, and the provider is "
                               "told."))
    if application.report_confirmed_at:
        return _close_report(_("The provider finds the facts right. The case becomes ready for the committee, and the provider is told."))
    if standing.report_until and clock.now() < standing.report_until:
        return _wait(_("Wait for the provider"), _("The provider may look at the facts of the draft report until %(day)s.") % {
            "day": day_in_words(standing.report_until - MOMENT)}, Who.PROVIDER)
    return _close_report(_("The five working days are over. The case becomes ready for the committee, and the provider is told."))


def _answers(standing):
    if not standing.has_answerer:
        return Step(_("Name who answers the comments"), _("The lead no longer works on the case. Name another assessor of the case under "
                                                          "“Fact check”."), waiting=Who.PROVIDER, waits_for=Who.DESK)
    words = ngettext("%(count)d comment of the provider waits for the team's answer, until %(day)s.",
                     "%(count)d comments of the provider wait for the team's answers, until %(day)s.", standing.comments)
    facts = {"count": standing.comments, "day": day_in_words(standing.answers_until - MOMENT)}
    return _wait(_("Wait for the team's answers"), words % facts, Who.ASSESSORS)


def _final_evaluation(application, standing):
    if standing.meeting_at:
        return _wait(_("Wait for the committee"), _("The case is on the agenda of the meeting of %(when)s.") % {
            "when": moment_in_words(standing.meeting_at)}, Who.COMMITTEE)
    return Step(_("Put it on an agenda"), _("Whoever has a seat is asked for a declaration of interest. The provider is told nothing yet."),
                _("Put on the agenda"), "desk_case_on_agenda", Who.PROVIDER, Who.DESK)


def _decided(application, standing):
    announce = (_("See the announcements"), "desk_announcements")
    if standing.approval == ApprovalStage.APPROVED:
        return _wait(_("Wait for the announcement"), _("It is approved and goes out by itself on %(when)s.") % {
            "when": moment_in_words(standing.planned_for)}, Who.NOBODY)
    if standing.approval == HELD_UP:
        return Step(_("Take the announcement back"), _("It is approved and could not go out; its page says why. The director takes it back "
                                                       "with a reason."), *announce, Who.PROVIDER, Who.DIRECTOR)
    if standing.approval == Who.CITY:
        return Step(_("Wait for the city"), _("The announcement is released. The city agrees to it or sends it back, then the director "
                                              "approves it."), *announce, Who.PROVIDER, Who.CITY)
    if standing.approval == ApprovalStage.RELEASED:
        return Step(_("Wait for the approval"), _("The announcement is released. The director approves it or sends it back."), *announce,
                    Who.PROVIDER, Who.DIRECTOR)
    if standing.approval == ApprovalStage.DRAFTED:
        return Step(_("Wait for the release"), _("The announcement is drafted. The manager releases it."), *announce,
                    Who.PROVIDER, Who.MANAGER)
    return Step(_("Announce the result"), _("The committee has decided; the provider does not know it yet. All results are told at once, "
                                            "after the director's approval."), *announce, Who.PROVIDER, Who.DESK)


def _deferred(application, standing):
    return Step(_("Go on with the case"), _("The decision is deferred, and the provider knows why. Go back to the place, or before the "
                                            "committee again."), _("Go on"), "desk_resume_case", Who.PROVIDER, Who.DESK)


def _returned(application, standing):
    if application.round.is_open():
        return _wait(_("Wait for the provider"), _("The provider may correct the application and hand it in again until %(day)s.") % {
            "day": day_in_words(application.round.last_day)}, Who.PROVIDER)
    return _over(_("The application was returned, and the application period is over."))


def _certified(application, standing):
    return _over(_("The result is announced and the certificate issued."))


def _not_certified(application, standing):
    return _over(_("The result is announced."))


def _withdrawn(application, standing):
    return _over(_("The provider has withdrawn the application."))


def _draft(application, standing):
    return _over(_("Nothing has been handed in yet."))


def _plan(sentence):
    return Step(_("Plan the site visit"), sentence, _("Plan the visit"), PLANNING, Who.ASSESSORS, Who.DESK)


def _close_report(sentence):
    return Step(_("Close the fact check"), sentence, _("Close the fact check"), "desk_close_fact_check", Who.PROVIDER, Who.DESK)


def _wait(title, sentence, whom):
    return Step(title, sentence, waiting=Who.DESK if whom else Who.NOBODY, waits_for=whom)


def _over(sentence):
    return Step(_("Nothing is to be done"), sentence)


STEPS = {
    Stage.DRAFT: _draft, Stage.SUBMITTED: _received, Stage.SCREENING: _screening, Stage.DOCUMENT_REVIEW: _document_review,
    Stage.SITE_VISIT: _site_visit, Stage.FACT_CHECK: _fact_check, Stage.FINAL_EVALUATION: _final_evaluation, Stage.DECIDED: _decided,
    Stage.CERTIFIED: _certified, Stage.NOT_CERTIFIED: _not_certified, Stage.DEFERRED: _deferred, Stage.RETURNED: _returned,
    Stage.WITHDRAWN: _withdrawn,
}


def days_in_stage(application):
    """The day it came there is the first."""
    return (clock.today() - clock.seoul(application.stage_since).date()).days + 1


def days_waiting(application, appeal=None):
    """With an appeal that waits: since it came."""
    waits = appeal is not None and appeal.arrived_at and appeal.stage in OPEN_APPEAL
    return (clock.today() - clock.seoul(appeal.arrived_at).date()).days + 1 if waits else days_in_stage(application)


def is_late(application):
    """Whether it has stood in its stage longer than usual."""
    return days_in_stage(application) > DAYS_AT_MOST.get(application.stage, 1_000_000)


def work_of(application):
    """What the desk has to do with a case that waits for it, in a few words: for lists, where nothing more is looked up."""
    if application.stage == Stage.DOCUMENT_REVIEW and application.reviewed_at:
        return _("Plan the site visit")
    if application.stage == Stage.SITE_VISIT and getattr(application, "asks_day", False):
        return _("Answer the request for another day")
    return {
        Stage.SUBMITTED: _("Begin the screening"), Stage.SCREENING: _("Screen"), Stage.DOCUMENT_REVIEW: _("Assign the assessors"),
        Stage.SITE_VISIT: _("Plan the site visit"), Stage.FACT_CHECK: _("Close the fact check"),
        Stage.FINAL_EVALUATION: _("Put it on an agenda"), Stage.DECIDED: _("Announce the result"), Stage.DEFERRED: _("Go on with the case"),
    }.get(application.stage, "")
