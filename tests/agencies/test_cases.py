"""Excellent cases: the call, nominations and their way out of the agency, and who may not."""
from contextlib import nullcontext
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.utils import translation

from accounts.actors import Actor
from agencies.models import (
    CaseCall,
    CaseInvitation,
    Nomination,
    NominationPicture,
)
from agencies.queries import case_call as queries
from agencies.queries.nomination import approval_of_nomination, own_nominations, received_nominations
from agencies.workflow import case_call, case_judging, nomination, nomination_approval
from core import clock
from core.errors import Refused
from core.tenancy import within
from correspondence.models import Deadline
from tests.agencies import casing as c
from tests.files import jpg, pdf, upload

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


# ---- the call

def test_a_call_is_read_by_agencies_once_it_is_published_and_then_stays(central, busan):
    body = c.body_of(central)
    call = c.at(central, case_call.draft_call, **c.facts(body))
    with within(busan.agency):
        assert not queries.calls_of(Actor.of(busan.officer)).exists()
    call = c.at(central, case_call.publish_call, call, by="manager")
    with within(busan.agency):
        assert [one.title_ko for one in queries.calls_of(Actor.of(busan.trainer))] == ["우수사례 공모"]
        assert not CaseCall.objects.visible_to(Actor.public()).exists()
        assert [one.points for one in queries.criteria_of(Actor.of(busan.officer), call)] == [40, 60]
    with pytest.raises(Refused, match="stays as it is"):
        c.at(central, case_call.change_call, call, base_version=1, **c.facts(body))
    with pytest.raises(Refused, match="published already"):
        c.at(central, case_call.publish_call, call, by="manager")


@pytest.mark.parametrize(("change", "sentence", "field"), [
    ({"criteria": [("효과", "", 60)]}, "have to be 100", "criteria"), ({"criteria": []}, "at least one criterion", "criteria"),
    ({"themes": []}, "at least one field", "themes"), ({"closes_at": clock.now() - timedelta(days=30)}, "closes before", "closes_at")])
def test_a_call_that_makes_no_sense_is_refused_beside_its_question(change, sentence, field, central):
    with pytest.raises(Refused, match=sentence) as refused:
        c.at(central, case_call.draft_call, **c.facts(c.body_of(central), **change))
    assert refused.value.field == field


def test_a_call_is_written_by_officers_published_by_the_manager_of_central_alone(central, busan):
    body = c.body_of(central)
    for place, role in ((central, "director"), (central, "auditor"), (busan, "officer")):
        with pytest.raises(PermissionDenied):
            c.at(place, case_call.draft_call, by=role, **c.facts(body))
    call = c.at(central, case_call.draft_call, **c.facts(body))
    with pytest.raises(PermissionDenied):
        c.at(central, case_call.publish_call, call)
    with pytest.raises(PermissionDenied):
        c.at(central, case_call.change_call, call, by="director", base_version=1, **c.facts(body))


def test_two_who_change_a_call_at_once_the_second_is_told(central):
    body = c.body_of(central)
    call = c.at(central, case_call.draft_call, **c.facts(body))
    c.at(central, case_call.change_call, call, base_version=1, **c.facts(body, title_ko="새 제목"))
    with pytest.raises(Refused, match="Somebody else"):
        c.at(central, case_call.change_call, call, base_version=1, **c.facts(body))
    with pytest.raises(Refused, match="of this title"):
        c.at(central, case_call.draft_call, **c.facts(body, title_ko="새 제목"))


def test_each_agency_is_told_once_and_reminded_until_it_has_nominated(central, busan, daegu):
    call = c.open_call(central)
    assert c.told(busan) == c.told(busan) == ["cases.call_open"]
    with within(busan.agency):
        assert CaseInvitation.everything.get().due_on == case_call.last_day_of(call)
        assert Deadline.everything.filter(kind="network.case_call", closed_at=None).count() == 1
    c.handed_in(busan, call)
    with within(busan.agency):
        assert not Deadline.everything.filter(kind="network.case_call", closed_at=None).exists()
    assert c.told(central) == c.told(central) == ["cases.nominated"] and c.told(daegu) == ["cases.call_open"]


def test_nobody_is_told_before_the_call_opens(central, busan):
    c.open_call(central, opens_at=clock.now() + timedelta(days=1))
    assert c.told(busan) == []
    with within(busan.agency):
        assert case_call.notice_invitation(CaseInvitation.everything.get(), actor=Actor.system("too early")) is False


# ---- nominating

def test_what_an_agency_writes_nobody_else_reads_before_its_director_handed_it_in(central, busan, daegu):
    call = c.open_call(central)
    row = c.given(busan, c.begun(busan, call))
    for place in (central, daegu):
        with within(place.agency):
            assert not Nomination.objects.visible_to(Actor.of(place.officer)).exists()
    with within(busan.agency):
        assert own_nominations(Actor.of(busan.officer)).get() == row and not own_nominations(Actor.of(busan.trainer)).exists()
        seen = nomination_approval.digest_of(row)
    c.at(busan, nomination_approval.hand_in_nomination, row, seen, by="director", arrived_at=clock.now())
    with within(central.agency):
        assert received_nominations(Actor.of(central.officer)).get().title == row.title
        assert not received_nominations(Actor.of(central.trainer)).exists()
    with within(daegu.agency):
        assert not Nomination.objects.visible_to(Actor.of(daegu.officer)).exists()


def test_a_nomination_goes_from_the_officer_over_the_manager_to_the_director(central, busan):
    row = c.given(busan, c.begun(busan, c.open_call(central)), by="officer")
    with within(busan.agency):
        seen = nomination_approval.digest_of(row)
    work, now = nomination_approval, clock.now()
    with pytest.raises(PermissionDenied):
        c.at(busan, work.release_nomination, row, seen)
    with pytest.raises(PermissionDenied):
        c.at(busan, work.hand_in_nomination, row, seen, by="manager", arrived_at=now)
    with pytest.raises(Refused, match="was changed"):
        c.at(busan, work.release_nomination, row, "0" * 64, by="manager")
    for words, then in (("나중에 고친 글", pytest.raises(Refused, match="was changed")), (row.summary, nullcontext())):
        with within(busan.agency):
            Nomination.everything.filter(pk=row.pk).update(summary=words)
        with then:
            c.at(busan, work.release_nomination, row, seen, by="manager")
    c.at(busan, work.send_nomination_back, row, "한 번 더 보겠습니다.", by="manager")
    c.given(busan, row, by="officer")
    c.at(busan, work.release_nomination, row, seen, by="manager")
    with pytest.raises(PermissionDenied):
        c.at(busan, work.send_nomination_back, row, "다시", by="officer")
    c.at(busan, work.send_nomination_back, row, "효과를 더 적어 주십시오.", by="director")
    c.given(busan, row)
    c.at(busan, work.hand_in_nomination, row, seen, by="director", arrived_at=now)
    with pytest.raises(Refused, match="handed in already"):
        c.at(busan, work.hand_in_nomination, row, seen, by="director", arrived_at=now)


def test_a_case_is_nominated_once_however_it_is_spelt_and_again_after_it_was_withdrawn(central, busan, daegu):
    call = c.open_call(central)
    row = c.begun(busan, call, "야간 긴급돌봄")
    with pytest.raises(Refused, match="already") as refused:
        c.at(busan, nomination.begin_nomination, call, title="야간긴급 돌봄!")
    assert refused.value.field == "title"
    other = c.begun(busan, call, "다른 사례")
    with pytest.raises(Refused, match="already"):
        c.at(busan, nomination.save_nomination, other, base_version=1, title="야간 긴급 돌봄", **c.TEXTS)
    c.begun(daegu, call, "야간 긴급돌봄")
    c.at(busan, nomination.withdraw_nomination, row)
    c.begun(busan, call, "야간 긴급돌봄")


def test_the_same_case_in_a_later_call_says_what_is_new(central, busan):
    body = c.body_of(central)
    c.handed_in(busan, c.open_call(central, body=body))
    later = c.open_call(central, body=body, title_ko="다음 공모")
    with pytest.raises(Refused, match="Say what is new"):
        c.given(busan, c.begun(busan, later))
    with within(busan.agency):
        row = Nomination.everything.get(call=later)
    words = c.TEXTS | {"news": "세 곳으로 늘렸습니다."}
    row = c.at(busan, nomination.save_nomination, row, base_version=row.version, title=row.title, **words).row
    assert c.given(busan, row).stage == "released"


def test_what_is_missing_is_named_and_nothing_is_given(central, busan):
    call = c.open_call(central)
    row = c.begun(busan, call, done="", theme_ko="")
    with pytest.raises(Refused, match="what was done, field of the case"):
        c.given(busan, row)
    assert c.fresh(row).stage == "draft"


def test_too_late_is_refused_and_the_last_second_counts(central, busan):
    call = c.open_call(central)
    row, last = c.begun(busan, call), call.closes_at - timedelta(seconds=1)
    with pytest.raises(Refused, match="not open"):
        c.at(busan, nomination_approval.give_nomination, row, arrived_at=call.closes_at)
    c.at(busan, nomination_approval.give_nomination, row, by="manager", arrived_at=last)
    with within(busan.agency):
        seen = nomination_approval.digest_of(row)
    with pytest.raises(Refused, match="not open"):
        c.at(busan, nomination_approval.hand_in_nomination, row, seen, by="director", arrived_at=call.closes_at)
    c.at(busan, nomination_approval.hand_in_nomination, row, seen, by="director", arrived_at=last)
    with pytest.raises(Refused, match="not open"):
        c.at(busan, nomination.begin_nomination, c.over(call), title="늦은 사례")


def test_a_picture_says_what_it_shows_and_is_made_anew(central, busan):
    row = c.begun(busan, c.open_call(central))
    with pytest.raises(Refused, match="Say what the picture shows") as refused:
        c.pictured(busan, row, alternative=" ")
    assert refused.value.field == "alternative"
    with pytest.raises(Refused, match="choose a picture"):
        c.at(busan, nomination.add_picture, row, upload(pdf(), "글.pdf"), alternative="글")
    content = jpg(place=True)
    picture = c.at(busan, nomination.add_picture, row, upload(content, "사진.jpg"), alternative="당직표")
    again = c.at(busan, nomination.add_picture, row, upload(content, "사진.jpg"), alternative="당직표를 보는 사람들")
    assert again.pk == picture.pk and picture.mime == "image/jpeg" and picture.size != len(content)
    with within(busan.agency):
        NominationPicture.everything.filter(pk=picture.pk).update(alternative="")
    with pytest.raises(Refused, match="Say of each picture"):
        c.given(busan, row)


def test_nothing_changes_while_it_is_approved_or_in(central, busan):
    row = c.begun(busan, c.open_call(central))
    picture = c.pictured(busan, row)
    row = c.given(busan, row)
    assert c.at(busan, nomination.save_nomination, row, base_version=row.version, title="다른 제목", **c.TEXTS).is_closed
    for work in (lambda: c.pictured(busan, row), lambda: c.at(busan, nomination.remove_picture, picture)):
        with pytest.raises(Refused, match="Nothing can be changed"):
            work()


def test_who_writes_on_an_older_page_is_told(central, busan):
    row = c.begun(busan, c.open_call(central))
    saved = c.at(busan, nomination.save_nomination, row, base_version=0, title=row.title, **(c.TEXTS | {"done": "다르게 하였습니다."}))
    assert saved.conflict and saved.row.done == c.TEXTS["done"]


@pytest.mark.parametrize("role", ["director", "auditor", "trainer", "observer", "admin"])
def test_nominations_are_written_by_officers_and_managers_alone(role, central, busan):
    call = c.open_call(central)
    row = c.begun(busan, call)
    picture = c.pictured(busan, row)
    for work in (lambda: c.at(busan, nomination.begin_nomination, call, by=role, title="하나"),
                 lambda: c.at(busan, nomination.save_nomination, row, by=role, base_version=1, title="하나", **c.TEXTS),
                 lambda: c.at(busan, nomination.add_picture, row, upload(jpg(), "a.jpg"), by=role, alternative="a"),
                 lambda: c.at(busan, nomination.remove_picture, picture, by=role),
                 lambda: c.at(busan, nomination.withdraw_nomination, row, by=role), lambda: c.given(busan, row, by=role)):
        with pytest.raises(PermissionDenied):
            work()


def test_a_nomination_is_withdrawn_until_it_is_judged_and_central_is_told(central, busan, daegu):
    call = c.open_call(central)
    row = c.handed_in(busan, call)
    other = c.handed_in(busan, call, "둘째 사례")
    c.told(central)
    c.at(busan, nomination.withdraw_nomination, row)
    assert c.told(central)[-1] == "cases.withdrawn"
    with within(central.agency):
        assert not received_nominations(Actor.of(central.officer)).filter(pk=row.pk).exists()
    c.at(central, case_judging.open_judging, c.over(call))
    with pytest.raises(Refused, match="judging has begun"):
        c.at(busan, nomination.withdraw_nomination, other)


def test_an_approval_that_was_sent_back_ends_with_its_nomination(central, busan):
    row = c.given(busan, c.begun(busan, c.open_call(central)))
    c.at(busan, nomination_approval.send_nomination_back, row, "다음에 내겠습니다.", by="director")
    c.at(busan, nomination.withdraw_nomination, row)
    with within(busan.agency):
        assert approval_of_nomination(row).stage == "dropped"


def test_the_database_keeps_what_was_handed_in_sealed_and_decided_once(central, busan):
    row = c.begun(busan, c.open_call(central))
    with within(busan.agency), pytest.raises(IntegrityError):
        Nomination.everything.filter(pk=row.pk).update(stage="submitted")
