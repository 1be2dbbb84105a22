"""What people read when they are told."""
import pytest

from accounts.actors import Actor
from core import clock, outbox
from core.models import Errand
from core.tenancy import within
from correspondence.models import Notice
from panels import workflow
from tests.panels.conftest import session_at


def told_at(place):
    """Do what waits; {event: {who: notice}}."""
    with within(place.agency):
        waiting = Errand.everything.filter(done_at=None, task="correspondence.tasks.announce").order_by("pk")
        errands = list(waiting.values_list("pk", flat=True))
    for errand in errands:
        assert outbox.run(place.agency, errand)
    with within(place.agency):
        found = {}
        for notice in Notice.everything.select_related("recipient"):
            found.setdefault(notice.event, {})[notice.recipient.pk] = notice
        return found


@pytest.fixture
def everything_told(busan):
    room = session_at(busan, seats=2)
    with within(busan.agency):
        officer = Actor.of(busan.officer)
        busan.officer.language = "en"
        busan.officer.save()
        meeting = workflow.call_meeting(room.body, title="제2차 위원회", meets_at=clock.now(), place="대회의실", actor=officer)
        workflow.ask_declaration(busan.assessor, subject_type="x.x", matter=room.matter, label="온누리센터, 방문목욕", actor=officer,
                                 page="inbox_notice")
        workflow.cancel_meeting(meeting, reason="정족수 미달 예상", actor=officer)
        approval = workflow.draft_approval("x.x", room.matter, "2026년 결과 공고", "announcement", "a" * 64, actor=officer)
        workflow.release_approval(approval, "a" * 64, actor=Actor.of(busan.manager))
    room.told = told_at(busan)
    with within(busan.agency):
        workflow.send_back(approval, "날짜를 고쳐 주세요.", actor=Actor.of(busan.director))
    room.told |= told_at(busan)
    return room


def test_each_event_reaches_whom_it_concerns(everything_told, busan):
    told, members = everything_told.told, {user.pk for user in everything_told.members}
    assert {event: set(notices) for event, notices in told.items()} == {
        "declaration.asked": {busan.assessor.pk}, "meeting.called": members, "meeting.cancelled": members,
        "approval.waits": {busan.director.pk}, "approval.sent_back": {busan.officer.pk}}


def test_the_words_are_filled_in(everything_told, busan):
    told, member = everything_told.told, everything_told.members[0].pk
    asked = told["declaration.asked"][busan.assessor.pk]
    assert asked.title == "이해관계 신고를 요청드립니다: 온누리센터, 방문목욕"
    assert asked.link.startswith("http") and "/busan/" in asked.link
    assert str(everything_told.body.name_ko) in told["meeting.called"][member].body
    assert "대회의실" in told["meeting.called"][member].body
    assert "정족수 미달 예상" in told["meeting.cancelled"][member].body
    back = told["approval.sent_back"][busan.officer.pk]
    assert back.title == "Sent back: 2026년 결과 공고"
    assert "날짜를 고쳐 주세요." in back.body
