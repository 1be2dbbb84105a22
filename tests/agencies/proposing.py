"""What the tests of proposals on indicators share."""
from contextlib import nullcontext

from accounts.actors import Actor
from agencies.models import IndicatorProposal, ManagementIndicator, ProposalAnswer, ProposalTask
from agencies.tasks.proposal import tell_of_proposals
from agencies.workflow import proposal as workflow
from agencies.workflow import proposal_answer as answering
from certification.models import Indicator
from core import clock
from core.tenancy import is_within, within
from correspondence.models import Notice
from desk.workflow.meeting import close_meeting
from panels import workflow as panels
from panels.models import Declaration

SAID = {"change": "wording", "wanted": "정의를 이렇게 고칩니다", "reason": "기관마다 달리 읽습니다"}


def _read(rows, whole, **wanted):
    with nullcontext() if is_within() else within(whole.agency):
        return rows.get(**wanted)


def in_set(year, code="A1-1"):
    return _read(ManagementIndicator.everything.select_related("indicator_set"), year, indicator_set=year, code=code)


def in_edition(version, code="1.1.1"):
    return _read(Indicator.everything.select_related("version__framework"), version, version=version, code=code)


def propose(place, about, *, by="officer", provider=None, **said):
    """A draft at this place; `about`: an indicator or, for a new one, its version."""
    with within(place.agency):
        return workflow.begin_proposal(about, actor=Actor.of(getattr(place, by)), provider=provider, **{**SAID, **said})


def handed_in(place, about, *, by="officer", **said):
    row = propose(place, about, by=by, **said)
    with within(place.agency):
        return workflow.hand_in_proposal(row, actor=Actor.of(getattr(place, by)))


def fresh(place, row):
    with within(place.agency):
        return IndicatorProposal.everything.select_related("provider", "author__person").get(pk=row.pk)


def drafted(keeper, row, outcome="accepted", *, by="officer", **said):
    with within(keeper.agency):
        return answering.draft_answer(row, actor=Actor.of(getattr(keeper, by)), **{
            "outcome": outcome, "words": "타당한 제안입니다", "is_shown": True, **said})


def released(keeper, answer, *, by="manager"):
    with within(keeper.agency):
        answer = ProposalAnswer.everything.select_related("proposal", "drafted_by").get(pk=answer.pk)
        return answering.release_answer(answer, seen=answer.drafted_at.isoformat(), actor=Actor.of(getattr(keeper, by)))


def answered(keeper, row, outcome="accepted", **said):
    return released(keeper, drafted(keeper, row, outcome, **said))


def task_of(keeper, row):
    with within(keeper.agency):
        return ProposalTask.everything.select_related("proposal__version").get(proposal=row)


def told(place):
    """Whom this place's job told what, by the event and the account's local name."""
    tell_of_proposals(place.agency)


def notices(place):
    with within(place.agency):
        return sorted((one.event, one.recipient.email.partition("@")[0]) for one in Notice.everything.filter(
            event__startswith="indicator_proposal").select_related("recipient"))


def meeting_of(keeper):
    """A working-level body with one seat, and its meeting, called for today."""
    officer = Actor.of(keeper.officer)
    body = panels.found_body("지표 실무협의체", "Working-level body", actor=officer)
    seat = panels.give_seat(body, keeper.committee, "chair", from_on=clock.today(), actor=officer)
    return panels.call_meeting(body, title="제1차 실무협의체", meets_at=clock.now(), place="회의실", actor=officer), seat


def discussed(keeper, row, choice="recommend"):
    """Put on the agenda, voted on, closed."""
    with within(keeper.agency):
        officer, (meeting, seat) = Actor.of(keeper.officer), meeting_of(keeper)
        item = answering.put_proposal_on_agenda(row, meeting, actor=officer)
        for one in Declaration.everything.filter(answered_at=None):
            panels.answer_declaration(one, has_interest=False, actor=Actor.of(one.user))
        meeting = panels.open_meeting(meeting, actor=officer)
        panels.note_attendance(meeting, seat, present=True, actor=officer)
        ballot = panels.open_ballot(item, actor=officer, is_secret=False)
        panels.cast_vote(ballot, choice, actor=Actor.of(keeper.committee), arrived_at=clock.now())
        panels.close_ballot(ballot, actor=officer)
        close_meeting(meeting, actor=officer)
        return item
