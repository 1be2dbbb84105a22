"""Proposals to improve an indicator: begun from a published edition, shown with the next, answered once with a reason."""
import pytest
from django.core.exceptions import PermissionDenied

from accounts.actors import Actor
from accounts.models import Membership
from certification import queries, workflow
from certification.models import ImprovementProposal, IndicatorMapping
from core import clock
from core.errors import Refused
from core.tenancy import within
from tests import factories as f
from tests.evaluations.portal_pages import signed_in, words_of

FOUND = {"ko": ["서면과 다릅니다."], "en": ["The documents mislead."]}
OTHERS = ["director", "auditor", "trainer", "observer", "employee", "assessor", "committee", "owner"]


def actor(place, who="officer"):
    return Actor.of(getattr(place, who))


def proposed(place, indicator=None, source="2025", who="officer"):
    with within(place.agency):
        indicator = indicator or f.published_version().indicators.first()
        return workflow.propose_improvement(indicator, source=source, found=FOUND, reason="  기준을 분명히 적습니다. ",
                                            actor=actor(place, who))


def test_a_proposal_keeps_what_was_found_and_why(busan):
    proposal = proposed(busan)
    assert (proposal.found, proposal.reason, proposal.outcome) == (FOUND, "기준을 분명히 적습니다.", "")


@pytest.mark.parametrize("who", OTHERS)
def test_others_neither_propose_nor_answer(busan, who):
    with within(busan.agency), pytest.raises(PermissionDenied):
        workflow.propose_improvement(f.published_version().indicators.first(), source="2025", found={}, reason="x", actor=actor(busan, who))
    proposal = proposed(busan)
    with within(busan.agency), pytest.raises(PermissionDenied):
        workflow.answer_improvement(proposal, outcome="taken", answer="x", actor=actor(busan, who))


def test_of_a_draft_nothing_is_proposed(busan):
    with within(busan.agency):
        draft = f.FrameworkVersionFactory(indicators=1)
        with pytest.raises(Refused, match="초안|draft"):
            workflow.propose_improvement(draft.indicators.first(), source="2025", found={}, reason="x", actor=actor(busan))


def test_it_is_proposed_with_words_and_once_while_it_waits(busan):
    with within(busan.agency):
        indicator = f.published_version().indicators.first()
    with within(busan.agency), pytest.raises(Refused) as refusal:
        workflow.propose_improvement(indicator, source="2025", found={}, reason="  ", actor=actor(busan))
    assert refusal.value.field == "reason"
    first = proposed(busan, indicator)
    with pytest.raises(Refused):
        proposed(busan, indicator)
    proposed(busan, indicator, source="2026")
    with within(busan.agency):
        workflow.answer_improvement(first, outcome="rejected", answer="다음에 봅니다.", actor=actor(busan, "manager"))
    proposed(busan, indicator)
    with within(busan.agency):
        assert ImprovementProposal.everything.count() == 3


def test_it_is_answered_once_with_an_outcome_and_a_reason(busan):
    proposal = proposed(busan)
    with within(busan.agency):
        for given in ({"outcome": "", "answer": "x"}, {"outcome": "taken", "answer": " "}):
            with pytest.raises(Refused):
                workflow.answer_improvement(proposal, **given, actor=actor(busan, "manager"))
        answered = workflow.answer_improvement(proposal, outcome="taken", answer="고쳤습니다.", actor=actor(busan, "manager"))
        assert (answered.outcome, answered.answer, answered.answered_by) == ("taken", "고쳤습니다.", busan.manager)
        with pytest.raises(Refused, match="이미"):
            workflow.answer_improvement(proposal, outcome="rejected", answer="x", actor=actor(busan, "manager"))


def test_whoever_proposed_it_leaves_the_answer_to_somebody_else_if_there_is_anybody(busan):
    """Under whichever account: persons are compared."""
    proposal = proposed(busan)
    with within(busan.agency):
        twin = f.MembershipFactory(role="manager", user=f.UserFactory(person=busan.officer.person)).user
        for user in (busan.officer, twin):
            with pytest.raises(Refused, match="본인이 낸"):
                workflow.answer_improvement(proposal, outcome="taken", answer="x", actor=Actor.of(user))
    page = signed_in(busan.officer).get(f"/busan/admin/editions/proposals/{proposal.public_id}/")
    assert "본인이 낸 개선 제안입니다" in words_of(page) and 'name="answer"' not in page.content.decode()
    with within(busan.agency):
        others = Membership.everything.filter(role__in=("officer", "manager", "admin")).exclude(user__in=(busan.officer, twin))
        others.update(ended_at=clock.now())
        assert workflow.answer_improvement(proposal, outcome="taken", answer="x", actor=actor(busan)).outcome == "taken"


def test_it_stands_beside_what_became_of_its_indicator(busan):
    with within(busan.agency):
        old = f.published_version(indicators=2)
        draft = f.FrameworkVersionFactory(indicators=2, framework=old.framework, number=2, follows=old)
        first, second = old.indicators.order_by("position")
        moved, other = draft.indicators.order_by("position")
        IndicatorMapping.everything.create(version=draft, old=first, new=other, kind="reworded")
        IndicatorMapping.everything.create(version=draft, old=None, new=moved, kind="new")
        proposal = proposed(busan, first)
        assert list(queries.improvements_for(actor(busan), other)) == [proposal]
        assert not queries.improvements_for(actor(busan), moved)
        assert not queries.improvements_for(actor(busan), second)


def test_those_who_keep_the_criteria_read_them_and_nobody_else(busan, daegu):
    proposed(busan)
    with within(busan.agency):
        for who in ("officer", "manager", "director", "auditor", "admin"):
            assert queries.improvements_of(actor(busan, who)).count() == 1, who
        for who in ("trainer", "observer", "employee", "assessor", "committee", "owner"):
            assert not queries.improvements_of(actor(busan, who)).exists(), who
    with within(daegu.agency):
        assert not queries.improvements_of(actor(daegu)).exists()
