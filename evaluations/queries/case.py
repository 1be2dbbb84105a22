"""What the desk reads of one case: its checks, the sealed copy, who works on it, where its decision and announcement are."""
from collections import defaultdict
from dataclasses import dataclass

from certification.models import Certificate
from correspondence.queries import open_deadlines
from evaluations.models import AnnouncementItem, Decision, RequiredIndicator, ScreeningCheck, SealedAnswer, SealedFile
from evaluations.next_steps import HELD_UP, Standing, Who
from evaluations.queries.fact_check import REPORT
from evaluations.queries.review import Progress, progress_of
from evaluations.queries.supplement import open_supplement_of
from evaluations.stages import ChallengeStage, FactStage
from panels.models import AgendaItem, Approval, Declaration, Recusal
from panels.stages import MeetingStage
from visits.queries import offer_of, request_of, visit_of
from visits.stages import OfferStage, RequestStage
from visits.stages import Stage as VisitStage

SUBJECT, VISIT_DATE = "evaluations.application", "application.visit_date"
NOT_ASKED, ASKED, NONE, INTEREST = "not_asked", "asked", "none", "interest"


@dataclass(frozen=True)
class TeamMember:
    """An assessor of the case. `declaration`: not asked, asked, none, interest are four things; who was recused counts as the last.
    `statement`: what the interest is, by their own word."""

    progress: Progress
    declaration: str
    statement: str = ""

    @property
    def assignment(self):
        return self.progress.assignment


def checks_of(actor, application):
    """Those of the screening now, or of the last one."""
    rows = ScreeningCheck.objects.visible_to(actor).filter(application=application, ended_at=None)
    return rows.select_related("checked_by__person").order_by("position")


def earlier_checks_of(actor, application):
    """Those of screenings before a return, the latest screening first."""
    rows = ScreeningCheck.objects.visible_to(actor).filter(application=application, ended_at__isnull=False)
    return rows.select_related("checked_by__person").order_by("-ended_at", "position")


def sealed_answers_of(actor, seal):
    """[(answer, its files)] as they were handed in."""
    files = defaultdict(list)
    for file in SealedFile.objects.visible_to(actor).filter(seal=seal).select_related("file__scan").order_by("code", "pk"):
        files[file.code].append(file)
    answers = SealedAnswer.objects.visible_to(actor).filter(seal=seal).order_by("position")
    return [(answer, files[answer.code]) for answer in answers]


def team_of_case(actor, application):
    """[TeamMember], the lead first: what each has declared and how far they are, never what they judge."""
    progress = progress_of(actor, application)
    users = [one.assignment.user_id for one in progress]
    asked = {row.user_id: row for row in Declaration.objects.visible_to(actor).filter(matter=application.matter, user__in=users)}
    recused = set(Recusal.objects.visible_to(actor).filter(matter=application.matter, user__in=users).values_list("user", flat=True))
    return [_member(one, asked.get(one.assignment.user_id), recused) for one in progress]


def _member(progress, declaration, recused):
    said = declaration.statement if declaration and declaration.has_interest else ""
    return TeamMember(progress, _declared(declaration, progress.assignment.user_id in recused), said)


def _declared(declaration, is_recused):
    if is_recused:
        return INTEREST
    if declaration is None:
        return NOT_ASKED
    return {None: ASKED, False: NONE, True: INTEREST}[declaration.has_interest]


def agreed_indicators_of(actor, application):
    """The indicators it must meet with what the team agreed on."""
    rows = RequiredIndicator.objects.visible_to(actor).filter(application=application)
    return rows.select_related("indicator").order_by("position")


def agenda_item_of(actor, application):
    """The latest time the case came before a committee, or None."""
    items = AgendaItem.objects.visible_to(actor).filter(subject_type=SUBJECT, matter=application.matter, withdrawn_at=None)
    return items.select_related("meeting__body").order_by("-pk").first()


def decision_of(actor, application):
    """The latest, or None. Decided is not announced."""
    decisions = Decision.objects.visible_to(actor).filter(application=application)
    return decisions.prefetch_related("per_indicator__required").order_by("-decided_at", "-pk").first()


def decision_on(actor, item):
    """What a meeting's item became, with its grounds, or None."""
    decisions = Decision.objects.visible_to(actor).filter(item=item)
    return decisions.select_related("application").prefetch_related("per_indicator__required").first()


def announcement_item_of(actor, decision):
    """Where this decision stands in an announcement, or None."""
    rows = AnnouncementItem.objects.visible_to(actor).filter(decision=decision)
    return rows.select_related("announcement", "letter__file").first() if decision else None


def certificate_of_case(actor, application):
    return Certificate.objects.visible_to(actor).filter(matter=application.matter).first()


def approval_stage_of(actor, announcement):
    """How far the approval of an announcement is; `Who.CITY` where it is released and the city agrees first, `HELD_UP` where
    its minute came and it could not go out."""
    approvals = Approval.objects.visible_to(actor).filter(subject_type="evaluations.announcement", subject=announcement.public_id)
    approval = approvals.order_by("-drafted_at", "-pk").first()
    if approval is None:
        return ""
    return Who.CITY if approval.waits_for_city else HELD_UP if announcement.held_up_at else approval.stage


def standing_of(actor, application, *, checks, team, item, told, challenges=(), facts=None, answerer=None):
    """The Standing of a case from the rows that its page shows; `told`: where its latest decision stands in an announcement; `facts`: the
    latest round of its fact check, `answerer`: who answers its comments."""
    running = open_deadlines(actor, subject=application, kind=REPORT).first()
    before = item if item and item.is_open and item.meeting.stage in (MeetingStage.PLANNED, MeetingStage.OPEN) else None
    asked = open_supplement_of(application)
    waiting = told.announcement if told and not told.announcement.announced_at else None
    return Standing(
        unchecked=sum(check.met is None for check in checks), unmet=sum(check.met is False for check in checks),
        team=len(team), has_lead=any(member.assignment.is_lead for member in team),
        undeclared=sum(member.declaration in (NOT_ASKED, ASKED) for member in team),
        interested=sum(member.declaration == INTEREST for member in team),
        handed_in=sum(member.progress.handed_in_at is not None for member in team),
        challenged=sum(one.stage == ChallengeStage.OPEN for one in challenges), **_told_of(team),
        **_day_of_visit(actor, application),
        open_indicators=agreed_indicators_of(actor, application).filter(agreed="").count(), report_until=running and running.due_at,
        supplement_until=asked and asked.deadline.due_at, **_facts_of(facts, answerer),
        meeting_at=before and before.meeting.meets_at, approval=approval_stage_of(actor, waiting) if waiting else "",
        planned_for=waiting and waiting.planned_for)


def _facts_of(facts, answerer):
    """How many comments wait, by when, and whether there is somebody to answer them; nothing while none waits."""
    if facts is None or facts.check.stage != FactStage.HANDED_IN:
        return {}
    deadline = facts.check.answer_deadline
    return {"comments": len(facts.unanswered), "answers_until": deadline and deadline.due_at, "has_answerer": answerer is not None}


def _day_of_visit(actor, application):
    """How far the visit is, and its day."""
    visit, offer = visit_of(SUBJECT, application.matter), offer_of(SUBJECT, application.matter)
    if visit is None and offer is None:
        return {}
    asked = request_of(visit) if visit and visit.stage == VisitStage.PLANNED else None
    waits = offer is not None and offer.stage == OfferStage.OPEN
    until = open_deadlines(actor, subject=application, kind=VISIT_DATE).first() if waits else None
    refused = offer is not None and offer.stage == OfferStage.NONE_SUITS and not (visit and visit.planned_at > offer.answered_at)
    short = visit.outcome if visit and visit.has_ended and visit.outcome != "complete" else ""
    return {"visit_stage": visit.stage if visit else "", "visit_at": visit and visit.starts_at, "visit_short": short,
            "choice_waits": waits, "choice_until": until and until.due_at, "none_suits": refused,
            "asks_day": bool(asked and asked.stage == RequestStage.OPEN)}


def _told_of(team):
    """How many of them the provider does not know, and until when it may challenge one whom it knows."""
    notices = [one.assignment.notice for one in team]
    open_until = [notice.deadline.due_at for notice in notices if notice and notice.is_open()]
    return {"untold": sum(notice is None for notice in notices), "challenge_until": max(open_until, default=None)}
