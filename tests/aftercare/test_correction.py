"""Corrective actions: asked for once, written and handed in, accepted or returned, their effect checked; and what is refused."""
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import translation

from aftercare import workflow
from aftercare.models import CorrectionAnswer, CorrectionEvidence, CorrectionFile, CorrectionSubmission, CorrectiveAction
from aftercare.queries import to_do_of, waiting_to_watch
from aftercare.workflow.correction import FILES
from certification import workflow as certification
from certification.models import Indicator
from core import clock
from core.errors import Refused
from correspondence.models import Deadline, Notice
from correspondence.queries import reminded_by
from correspondence.tasks import send_rungs_at
from tests.aftercare.conftest import WORKER, seoul
from tests.aftercare.watching import certificate_of_eight
from tests.files import pdf, upload
from tests.providers.test_workflow import told

DONE_BY = date(2027, 8, 20)


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def found(held):
    """`held` on 20 July 2027 with an `action` that was asked for that day."""
    held.eight = certificate_of_eight(held)
    with clock.travel(seoul(2027, 7, 20, 15)):
        held.action = workflow.request_correction(held.eight, Indicator.everything.get(version=held.eight.version, code="1.2.2"),
                                                  told="점검 기록이 없음", actor=held.officer)
        yield held


def write(found, actor=None, *, cause="담당자가 바뀜", plan="매월 점검하고 기록합니다.", done_on=DONE_BY, base=None):
    action = found.again(found.action)
    return workflow.save_correction(action, cause=cause, plan=plan, done_on=done_on, base_version=action.version if base is None else base,
                                    actor=actor or found.owner, arrived_at=clock.now())


def hand_in(found, actor=None, at=None):
    return workflow.hand_in_correction(found.again(found.action), actor=actor or found.owner, arrived_at=at or clock.now())


def answer(found, is_accepted=True, actor=None, **how):
    usual = {"reason": "확인하였습니다.", "check_on": date(2027, 9, 30) if is_accepted else None}
    return workflow.answer_correction(found.again(found.action), is_accepted=is_accepted, actor=actor or found.officer, **usual | how)


def accepted(found):
    write(found)
    hand_in(found)
    return answer(found)


def stage(found):
    return found.again(found.action).stage


def test_asked_for_it_runs_thirty_days_and_the_provider_is_told_and_reminded(found):
    assert found.action.due_on == date(2027, 8, 19) and told()[-1] == "correction.requested"
    deadline = Deadline.everything.get(kind="correction.submit", closed_at=None)
    assert {user.pk for user in reminded_by(deadline)} == {found.place.owner.pk, found.place.colleague.pk}
    assert to_do_of(found.owner).corrections == [found.action] and not to_do_of(found.neighbour).corrections


def beat(found, *moment):
    with clock.travel(seoul(*moment)):
        return send_rungs_at(found.place.agency)


def titles(user, event):
    return list(Notice.everything.filter(recipient=user, event=event).values_list("title", flat=True))


def test_a_late_one_is_reminded_of_on_its_days_and_at_fourteen_the_manager_hears_once(found, work_off):
    manager = found.place.manager
    for day in ((8, 12), (8, 18), (8, 19), (8, 26), (9, 2)):
        work_off(found.place)
        assert not titles(manager, "deadline.escalated"), day
        assert beat(found, 2027, *day, 8, 59) == 0, day
        assert [beat(found, 2027, *day, 9), beat(found, 2027, *day, 9, 10)] == [1, 0], day
    assert beat(found, 2027, 9, 30, 9) == 0
    work_off(found.place)
    assert len(titles(found.place.owner, "deadline.several")) == 5 and len(titles(manager, "deadline.escalated")) == 1
    assert found.eight.number_shown in titles(manager, "deadline.escalated")[0]
    assert not titles(found.place.officer, "deadline.escalated")


def test_handed_in_on_the_thirteenth_day_after_nobody_hears_of_it_and_returned_it_runs_anew(found, work_off):
    with clock.travel(seoul(2027, 9, 1, 18)):
        write(found, done_on=date(2027, 10, 20))
        hand_in(found)
    assert beat(found, 2027, 9, 2, 9) == 0
    with clock.travel(seoul(2027, 9, 6, 10)):
        assert answer(found, is_accepted=False).due_on == date(2027, 9, 20)
    assert beat(found, 2027, 10, 1, 9) == 2                                 # its last day and the seventh after: the others are too old
    assert [beat(found, 2027, 10, 4, 9), beat(found, 2027, 10, 5, 9)] == [0, 1]            # the fourth is a holiday
    work_off(found.place)
    assert len(titles(found.place.manager, "deadline.escalated")) == 1


@pytest.mark.parametrize(("words", "lacks"), [
    ({"cause": " "}, "the cause"), ({"plan": ""}, "what is done about it"), ({"done_on": None}, "the day by which"),
    ({"done_on": date(2027, 7, 19)}, "between today and"), ({"done_on": date(2028, 7, 19)}, "between today and")])
def test_what_is_missing_is_named_and_nothing_is_handed_in(found, words, lacks):
    write(found, **words)
    with pytest.raises(Refused, match=lacks):
        hand_in(found)
    assert stage(found) == "requested"


def test_handed_in_it_is_sealed_with_its_files_and_can_no_longer_be_written(found):
    write(found)
    FILES.attach_upload(found.action, upload(pdf(), "점검표.pdf"), actor=found.owner, arrived_at=clock.now())
    hand_in(found)
    one = CorrectionSubmission.everything.get()
    assert (one.number, one.is_late, CorrectionFile.everything.get(submission=one).name) == (1, False, "점검표.pdf")
    assert told()[-2:] == ["correction.received", "correction.handed_in"] and waiting_to_watch(found.officer).to_answer == 1
    for deed in (lambda: hand_in(found), lambda: write(found),
                 lambda: FILES.detach(CorrectionEvidence.everything.get(), actor=found.owner, arrived_at=clock.now())):
        with pytest.raises(Refused, match="waits for the agency's answer"):
            deed()
    assert not Deadline.everything.filter(subject_type="aftercare.correctiveaction", closed_at=None).exists()


def test_an_older_page_never_overwrites_a_newer_one(found):
    write(found)
    assert write(found, found.colleague, cause="다른 원인", base=0).conflict
    assert found.again(found.action).cause == "담당자가 바뀜"


def test_late_is_taken_and_noted_and_the_arrival_decides(found):
    write(found)
    with clock.travel(seoul(2027, 8, 20, 0, 1)):
        hand_in(found, at=seoul(2027, 8, 19, 23, 59))
    assert CorrectionSubmission.everything.get().is_late is False


@pytest.mark.parametrize("who", ["officer", "neighbour", "assessor", "director"])
def test_only_its_own_people_write_and_hand_in(found, who):
    actor = getattr(found, who)
    write(found)
    for deed in (lambda: write(found, actor), lambda: hand_in(found, actor)):
        with pytest.raises(PermissionDenied):
            deed()


@pytest.mark.parametrize("who", ["owner", "neighbour", "auditor", "director", "assessor"])
def test_only_officer_and_manager_answer_check_and_drop(found, who):
    actor = getattr(found, who)
    write(found)
    hand_in(found)
    with pytest.raises(PermissionDenied):
        answer(found, actor=actor)
    with pytest.raises(PermissionDenied):
        workflow.drop_correction(found.action, reason="사유", actor=actor)
    answer(found)
    with pytest.raises(PermissionDenied), clock.travel(seoul(2027, 10, 1, 9)):
        workflow.note_effect(found.action, outcome="effective", reason="확인", actor=actor)


def test_accepted_its_effect_is_checked_after_it_was_carried_out(found):
    write(found)
    hand_in(found)
    with pytest.raises(Refused, match="Give the day"):
        answer(found, check_on=None)
    with pytest.raises(Refused, match="only after 20 August"):
        answer(found, check_on=DONE_BY)
    with pytest.raises(Refused, match="Write the reason"):
        answer(found, reason=" ")
    answer(found)
    assert stage(found) == "accepted" and Deadline.everything.get(kind="correction.check").last_day == date(2027, 9, 30)
    assert CorrectionAnswer.everything.get().is_accepted
    with pytest.raises(Refused, match="nothing to answer"):
        answer(found)
    with pytest.raises(Refused, match="no longer be changed"):
        write(found)


def test_returned_it_is_written_on_for_fourteen_days_and_answered_anew(found):
    write(found)
    hand_in(found)
    answer(found, False)
    assert (stage(found), found.again(found.action).due_on) == ("returned", date(2027, 8, 3))
    write(found, plan="매월 점검하고 관리자가 확인합니다.")
    hand_in(found)
    answer(found)
    assert list(CorrectionSubmission.everything.order_by("number").values_list("number", "answer__is_accepted")) == [(1, False), (2, True)]


def test_before_its_day_nothing_is_checked_and_effective_closes_it(found):
    accepted(found)
    with pytest.raises(Refused, match="from 30 September 2027"):
        workflow.note_effect(found.action, outcome="effective", reason="기록 확인", actor=found.officer)
    with clock.travel(seoul(2027, 9, 30, 9)):
        assert waiting_to_watch(found.officer).to_check == 1
        with pytest.raises(Refused, match="Choose what"):
            workflow.note_effect(found.action, outcome="dropped", reason="기록 확인", actor=found.officer)
        workflow.note_effect(found.action, outcome="effective", reason="기록 확인", actor=found.officer)
    assert (stage(found), found.again(found.action).outcome, told()[-1]) == ("closed", "effective", "correction.closed")


def test_without_effect_another_is_asked_for_once(found):
    accepted(found)
    with clock.travel(seoul(2027, 10, 1, 9)):
        workflow.note_effect(found.action, outcome="again", reason="석 달째 기록이 없음", actor=found.officer)
        again = CorrectiveAction.everything.get(follows=found.action)
        assert again.stage == "requested" and "석 달째" in again.told
        with pytest.raises(Refused):
            workflow.note_effect(found.action, outcome="again", reason="또", actor=found.officer)


def test_without_effect_it_is_handed_over_to_the_sanction_procedure(found):
    accepted(found)
    with clock.travel(seoul(2027, 10, 1, 9)):
        workflow.note_effect(found.action, outcome="sanction", reason="고쳐지지 않음", actor=found.officer)
    assert told()[-1] == "correction.handed_over" and not CorrectiveAction.everything.exclude(pk=found.action.pk).exists()


def test_after_the_certificate_ended_nothing_is_taken_and_nothing_is_asked_for(found):
    write(found)
    certification.revoke(found.eight, on=clock.today(), reason="허위", actor=WORKER)
    with pytest.raises(Refused, match="no longer holds"):
        hand_in(found)
    ended = found.again(found.eight)
    assert workflow.request_correction(ended, found.action.indicator, told="x", actor=found.officer) is None


def test_dropped_with_a_reason_its_deadline_ends(found):
    with pytest.raises(Refused, match="Write the reason"):
        workflow.drop_correction(found.action, reason="", actor=found.officer)
    workflow.drop_correction(found.action, reason="잘못 요청함", actor=found.manager)
    assert stage(found) == "closed" and not Deadline.everything.filter(kind="correction.submit", closed_at=None).exists()


def test_the_strangers_see_nothing(found):
    assert CorrectiveAction.objects.visible_to(found.officer).exists() and CorrectiveAction.objects.visible_to(found.owner).exists()
    for nobody in (found.neighbour, found.assessor, found.consultant):
        assert not CorrectiveAction.objects.visible_to(nobody).exists()
    write(found)
    FILES.attach_upload(found.action, upload(pdf(), "점검표.pdf"), actor=found.owner, arrived_at=clock.now())
    assert not CorrectionEvidence.objects.visible_to(found.officer).exists()
