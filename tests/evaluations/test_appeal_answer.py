"""The answer to an appeal: drafted, released, approved by others than who decided; what follows; its clock; the case goes on from there."""
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from accounts.actors import Actor
from accounts.models import Role
from certification.models import Certificate, RegisterEntry
from core import clock
from core.errors import Refused
from core.models import AuditEvent
from core.tenancy import within
from core.workflow import move
from correspondence.models import Deadline, Letter
from evaluations import workflow
from evaluations.history import led_out, way_so_far
from evaluations.models import Announcement, Appeal, Application, Decision, RequiredIndicator, UpheldIndicator
from evaluations.queries import appeal_counts, appealing, appeals_found
from evaluations.workflow.appeal_answer import approval_of, digest_of, unmet_after
from panels import workflow as panels
from panels.models import Declaration
from panels.queries import deciders_of
from tests import factories as f
from tests.evaluations import batch
from tests.evaluations.appealing import (
    REASON,
    answered,
    appeal_of,
    appealed,
    approved,
    begun,
    drafted,
    findings,
    hand_in,
    proposed,
    refused,
    released,
    told,
    write,
)
from tests.evaluations.path import Path


@pytest.fixture
def path(busan):
    return appealed(refused(busan))


def more(role, place):
    """Somebody else of this role, who did not decide."""
    with within(place.agency):
        return f.MembershipFactory(role=role).user


def stands(path):
    with within(path.place.agency):
        return appeal_of(path).stage, path.fresh().stage


def agreed(path, code="1.1.2"):
    return RequiredIndicator.everything.get(application=path.application, code=code)


def test_it_is_drafted_from_the_proposal_and_by_the_desk(path, busan):
    with pytest.raises(Refused, match="not written yet"):
        drafted(path)
    proposed(path)
    with within(busan.agency), pytest.raises(PermissionDenied):
        workflow.draft_answer(appeal_of(path), text="", follows="reopen", actor=path.as_(busan.assessor))
    for follows, words in (("", "Choose what follows"), ("stands", "cannot stand")):
        with pytest.raises(Refused, match=words):
            drafted(path, follows)
    drafted(path)
    with within(busan.agency):
        assert (appeal_of(path).outcome, approval_of(appeal_of(path)).stage) == ("upheld", "drafted")
        with pytest.raises(Refused, match="drafted already"):
            workflow.propose_answer(appeal_of(path), findings(path, False), actor=path.as_(busan.assessor))


def test_released_and_approved_is_what_the_page_showed(path, busan):
    drafted(proposed(path))
    with within(busan.agency):
        seen = digest_of(appeal_of(path))
        drafted(path, text="덧붙입니다.")
        with pytest.raises(Refused, match="changed since this page"):
            workflow.release_answer(appeal_of(path), seen, actor=path.as_(busan.manager))
        for nobody in (busan.officer, busan.director):
            with pytest.raises(PermissionDenied):
                released(path, by=nobody)
        with pytest.raises(PermissionDenied):
            approved(path, by=busan.manager)
    released(path)
    with within(busan.agency):
        drafted(path, text="다시 고칩니다.")
        assert approval_of(appeal_of(path)).stage == "drafted"
        with pytest.raises(Refused, match="can no longer become"):
            approved(path)
    assert stands(path) == ("handled", "not_certified")


def test_sent_back_the_proposal_may_be_amended(path, busan):
    drafted(proposed(path))
    released(path)
    with within(busan.agency):
        with pytest.raises(PermissionDenied):
            workflow.send_back_answer(appeal_of(path), "다시", actor=path.officer)
        workflow.send_back_answer(appeal_of(path), "사유를 더 적어 주십시오.", actor=path.as_(busan.director))
        with pytest.raises(Refused, match="Nothing is drafted"):
            approved(path)
        workflow.propose_answer(appeal_of(path), findings(path, False), actor=path.as_(busan.assessor))
    drafted(path)
    with within(busan.agency):
        assert (appeal_of(path).outcome, appeal_of(path).follows) == ("rejected", "stands")


def test_approved_the_letter_goes_out_and_the_stage_is_answered_at_once(path, busan):
    answered(path, upheld=False, follows="")
    with within(busan.agency):
        appeal, letter = appeal_of(path), Letter.everything.get(kind="appeal.answer")
        assert (appeal.stage, appeal.letter_id, path.application.stage) == ("rejected", letter.pk, "not_certified")
        words = str(letter.blocks)
        assert "기각" in words and REASON in words and "행정심판" in words and letter.addressee == path.application.provider_name
        assert Deadline.everything.get(kind="appeal.answer").outcome == "rejected"
        with pytest.raises(IntegrityError), transaction.atomic():
            Appeal.everything.update(answer="몰래")
    assert told(path, "appeal.answered") == {path.owner}
    with pytest.raises(Refused, match="no longer waits"):
        approved(path)


def test_upheld_the_case_stands_before_the_committee_with_the_indicator_compliant_and_the_original_kept(path, busan):
    answered(path)
    with within(busan.agency):
        kept, required = UpheldIndicator.everything.get(), agreed(path)
        assert stands(path) == ("upheld", "final_evaluation")
        assert (kept.before, kept.reason_before, kept.required) == ("noncompliant", batch.UNMET, required)
        assert required.agreed == "compliant" and appeal_of(path).number in required.agreed_reason and REASON in required.agreed_reason
        assert not RequiredIndicator.objects.visible_to(Actor.of(path.owner)).exists()       # it is being evaluated again
        assert str(led_out(path.application)[0].words) == "The case is decided anew after your appeal"
        assert "Appeal answered" in [str(one.words) for one in way_so_far(path.application)]


def test_partly_upheld_without_another_outcome_the_decision_stands_with_reasons(busan):
    path = appealed(refused(busan, unmet=("1.1.2", "1.1.1")), "1.1.2", "1.1.1")
    with within(busan.agency):
        given = {pk: (place == 0, REASON) for place, pk in enumerate(findings(path))}
    proposed(path, given=given)
    with pytest.raises(Refused, match=r"Not every indicator would be compliant \(1.1.2\)"):
        drafted(path, "replace")
    drafted(path, "stands")
    released(path)
    approved(path)
    assert stands(path) == ("partly", "not_certified")
    with within(busan.agency):
        assert not UpheldIndicator.everything.exists() and agreed(path, "1.1.1").agreed == "noncompliant"


def test_another_decision_takes_the_place_and_goes_through_an_announcement(path, busan):
    answered(path, follows="replace")
    with within(busan.agency):
        decision = Decision.everything.get(replaces=path.decision)
        assert stands(path) == ("upheld", "decided") and (decision.kind, decision.item) == ("award", None)
        assert path.application.told_stage == "final_evaluation" and not Certificate.everything.exists()
        assert not Decision.objects.visible_to(Actor.of(path.owner)).filter(pk=decision.pk).exists()
        path.decision = decision
    announcement = batch.approved(busan, path)
    with within(busan.agency):
        workflow.announce_results(announcement, actor=Actor.system("tests"))
        assert path.fresh().stage == "certified" and Certificate.everything.get().matter == path.application.matter


def test_inadmissible_it_is_dismissed_with_the_grounds_and_nobody_need_handle_it(path, busan):
    with pytest.raises(Refused, match="inadmissible"):
        drafted(path, text=" ", is_dismissed=True)
    drafted(path, text="신청인이 아닌 사람이 제출하였습니다.", is_dismissed=True)
    released(path)
    approved(path)
    assert stands(path) == ("dismissed", "not_certified")


def test_nobody_else_leaves_an_announced_refusal(path, busan):
    answered(path, upheld=False, follows="")
    with within(busan.agency):
        for change in ("final_evaluation", "decided", "certified", "site_visit"):
            with pytest.raises(IntegrityError), transaction.atomic():
                Application.everything.filter(pk=path.application.pk).update(stage=change)
        with pytest.raises(IntegrityError, match="only an upheld appeal"), transaction.atomic():
            move(path.fresh(), "final_evaluation")
        with pytest.raises(Refused):
            workflow.reopen_stage(path.fresh(), reason="다시", actor=path.as_(busan.manager))


def test_who_decided_leaves_release_and_approval_to_somebody_else_if_there_is_anybody(busan):
    """The announcement was released and approved by the only manager and the only director; then others come."""
    path = appealed(refused(busan))
    drafted(proposed(path))
    second = more(Role.MANAGER, busan)
    with pytest.raises(Refused, match="Somebody else of your office"):
        released(path)
    released(path, by=second)
    approved(path)                                                          # there is no other director: the record says so
    with within(busan.agency):
        facts = AuditEvent.everything.get(verb="appeal.answered").facts
        assert facts["has_decided"] is True
        assert AuditEvent.everything.get(verb="appeal.answer_released").facts["has_decided"] is False


# ---- the clock

@pytest.mark.parametrize("how_far", ["drafted", "released", "sent back"])
def test_withdrawn_nobody_is_asked_any_longer_for_its_answer(how_far, path, busan):
    proposed(path)
    drafted(path)
    with within(busan.agency):
        if how_far != "drafted":
            workflow.release_answer(appeal_of(path), digest_of(appeal_of(path)), actor=path.as_(busan.manager))
        if how_far == "sent back":
            workflow.send_back_answer(appeal_of(path), "이유", actor=path.as_(busan.director))
        workflow.withdraw_appeal(appeal_of(path), reason="다음 해에 신청하겠습니다.", actor=path.as_(path.owner))
        approval = approval_of(appeal_of(path))
        assert (approval.stage, list(deciders_of(approval))) == ("dropped", [])


def test_it_is_prolonged_once_by_ten_days_with_a_reason_that_the_provider_reads(path, busan):
    with within(busan.agency):
        was = appeal_of(path).answer_deadline.last_day
        with pytest.raises(Refused, match="reason"):
            workflow.extend_answer(appeal_of(path), reason=" ", actor=path.officer)
        with pytest.raises(PermissionDenied):
            workflow.extend_answer(appeal_of(path), reason="조사", actor=path.as_(path.owner))
        workflow.extend_answer(appeal_of(path), reason="기록을 더 살펴야 합니다.", actor=path.officer)
        assert was + timedelta(days=10) <= appeal_of(path).answer_deadline.last_day <= was + timedelta(days=14)
        with pytest.raises(Refused, match="prolonged once"):
            workflow.extend_answer(appeal_of(path), reason="또", actor=path.officer)
    assert told(path, "appeal.extended") == {path.owner}


def test_overdue_it_is_late_is_answered_all_the_same_and_is_no_longer_prolonged(path, busan):
    later = clock.now() + timedelta(days=30)
    with clock.travel(later):
        with within(busan.agency):
            assert appeal_of(path).is_late and appeal_counts(path.officer)["late"] == 1
            assert [one.pk for one in appeals_found(path.officer, "late")] == [appeal_of(path).pk]
            with pytest.raises(Refused, match="only while it runs"):
                workflow.extend_answer(appeal_of(path), reason="늦음", actor=path.officer)
        answered(path, upheld=False, follows="")
        with within(busan.agency):
            assert appeal_counts(path.officer) == {"open": 0, "late": 0, "answered": 1, "upheld": 0}


# ---- the whole way

def test_refused_appealed_upheld_decided_anew_announced_and_in_the_register(busan):
    path = Path(busan, unmet=["1.1.2"]).announced()
    begun(path)
    write(path)
    hand_in(path)
    with within(busan.agency):
        other, one_more = path.one_more(Role.COMMITTEE), path.one_more(Role.OFFICER)
    path.place.__dict__["assessor"], before = other, path.place.assessor
    path.place.__dict__["committee"], chair = one_more, path.place.committee
    try:
        answered(path)
    finally:
        path.place.__dict__["assessor"], path.place.__dict__["committee"] = before, chair
    assert stands(path) == ("upheld", "final_evaluation")
    with within(busan.agency):
        assert unmet_after(appeal_of(path)) == []
        meeting = panels.call_meeting(path.meeting.body, title="다시", meets_at=clock.now(), place="회의실", actor=path.officer)
        item = workflow.put_on_agenda(path.fresh(), meeting, actor=path.officer)
        meeting = panels.open_meeting(meeting, actor=path.officer)
        for seat in path.seats:
            panels.note_attendance(meeting, seat, present=True, actor=path.officer)
        ballot = panels.open_ballot(item, actor=path.officer)
        for user in path.members:
            panels.cast_vote(ballot, "award", actor=path.as_(user), arrived_at=clock.now())
        panels.close_ballot(ballot, actor=path.officer)
        path.decision, = workflow.close_committee(meeting, actor=path.officer)
        path.fresh()
    announcement = batch.approved(busan, path)
    with within(busan.agency):
        workflow.announce_results(Announcement.everything.get(pk=announcement.pk), actor=Actor.system("tests"))
        assert path.fresh().stage == "certified"
        certificate = Certificate.everything.get()
        assert certificate.matter == path.application.matter and RegisterEntry.everything.get().certificate == certificate
        assert [one.kind for one in Decision.everything.order_by("pk")] == ["refuse", "award"]
        assert Declaration.everything.filter(matter=appeal_of(path).matter).count() == 2


def test_a_case_refused_again_may_be_appealed_against_again(path, busan):
    answered(path)
    with within(busan.agency):
        path.decision = Decision.everything.create(application=path.application, kind="refuse", decided_at=clock.now(), grounds="다시 봄")
        Application.everything.filter(pk=path.application.pk).update(stage="decided")
        path.fresh()
    announcement = batch.approved(busan, path)
    with within(busan.agency):
        workflow.announce_results(announcement, actor=Actor.system("tests"))
        for reader in (path.as_(path.owner), path.officer):                 # neither page shows the earlier one in its place
            said = appealing(reader, path.fresh(), clock.now())
            assert (said["appeal"], said["appeal_is_open"]) == (None, True)
        again = workflow.start_appeal(path.fresh(), actor=path.as_(path.owner), arrived_at=clock.now())
        assert again.decision == path.decision and Appeal.everything.count() == 2
        assert Deadline.everything.filter(kind="appeal.hand_in", closed_at=None).count() == 1
