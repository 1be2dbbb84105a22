"""What a device sends in one go, in whatever order, however often, in whatever state: each operation once, and nothing lost."""
import hashlib
import os
import uuid
from datetime import timedelta
from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from accounts.actors import Actor
from core import clock
from core.models import AuditEvent
from core.tenancy import within
from tests import factories as f
from tests.visits.conftest import say, team_visit
from tests.visits.sending import SIGNED, judged, key_of, operation, outcomes, send
from visits import wire, workflow
from visits.models import Entry, Finding, Operation, Photo, PhotoPart, Visit, VisitMember
from visits.stages import Stage
from visits.tasks import drop_old_parts

FULL = bool(os.environ.get("FULL"))
CLOSING = {"statement": "19개 지표를 확인하였습니다.", "acknowledged_by": "김시설", "acknowledged_function": "센터장", "remarks": "",
           "signature": SIGNED}


def standing(there, who=None):
    with within(there.agency):
        return {finding.item.code: (finding.text, finding.version)
                for finding in Finding.everything.filter(author=who or there.lead).select_related("item")}


def picture(size=(900, 600)):
    out = BytesIO()
    Image.effect_noise(size, 60).convert("RGB").save(out, "JPEG", quality=80)
    return out.getvalue()


def send_parts(there, number, content, *, step=40_000, who=None):
    key, here = key_of(there, who), 0
    with within(there.agency):
        while here < len(content):
            part = content[here:here + step]
            here = workflow.take_part(key, number, begins=here, content=part, sha256=hashlib.sha256(part).hexdigest(),
                                      actor=Actor.of(who or there.lead))
    return here


def photo_of(item, content, number, **words):
    return operation("photo", {"size": len(content), "sha256": hashlib.sha256(content).hexdigest(), "caption": "게시된 가격표"} | words,
                     item=item, number=number)


# ---- one chain

def test_a_chain_is_applied_from_its_beginning_in_whatever_order_it_comes(there):
    first = judged(there.item, "하나")
    second = judged(there.item, "둘", after=first["id"])
    third = judged(there.item, "셋", after=second["id"])
    answers = send(there, third, first, second)
    assert outcomes(answers, first, second, third) == ["applied"] * 3 and answers[third["id"]].version == 3
    assert standing(there) == {there.item.code: ("셋", 3)}


def test_what_builds_on_something_that_has_not_come_waits_and_is_not_kept_yet(there):
    first = judged(there.item, "하나")
    second = judged(there.item, "둘", after=first["id"])
    answers = send(there, second)
    assert outcomes(answers, second) == ["again"] and "not arrived" in answers[second["id"]].sentence
    with within(there.agency):
        assert not Operation.everything.exists() and not Finding.everything.exists()
    assert outcomes(send(there, first), first) == ["applied"]
    assert outcomes(send(there, second), second) == ["applied"]
    assert standing(there) == {there.item.code: ("둘", 2)}


def test_the_same_operation_twice_in_one_request_and_again_later_is_applied_once(there):
    one = judged(there.item, "하나")
    answers = send(there, one, one)
    assert outcomes(answers, one) == ["applied"] and answers[one["id"]].version == 1
    again = send(there, one)[one["id"]]
    assert (again.outcome, again.version, again.repeated) == ("applied", 1, True)
    with within(there.agency):
        assert Operation.everything.count() == 1 and AuditEvent.everything.filter(verb="visit.batch_taken").count() == 1


def test_a_circle_of_operations_is_asked_for_again_and_ends(there):
    numbers = [uuid.uuid4(), uuid.uuid4()]
    first, second = (judged(there.item, "원", number=number, after=other) for number, other in (numbers, reversed(numbers)))
    assert outcomes(send(there, first, second), first, second) == ["again"] * 2


CHAIN = st.integers(1, 8)


@settings(max_examples=5000 if FULL else 60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(length=CHAIN, made=st.data())
def test_any_order_doubling_and_loss_of_up_to_eight_operations_ends_in_the_same_state(there, length, made):
    """The device sends what has not been answered until everything is; requests and answers get lost, doubled and mixed on the way."""
    queue, last = [], {}
    for place in range(length):
        item = there.items[made.draw(st.integers(0, 1))]
        one = judged(item, f"{place}", after=last.get(item.pk))
        last[item.pk] = one["id"]
        queue.append((item, one))
    wanted = {}
    for place, (item, _one) in enumerate(queue):
        wanted[item.code] = (f"{place}", wanted.get(item.code, ("", 0))[1] + 1)
    unsent = {one["id"]: one for _item, one in queue}
    with within(there.agency):
        point = transaction.savepoint()
        for turn in range(40):
            batch = made.draw(st.permutations(list(unsent.values()))) if turn < 6 else list(unsent.values())
            batch = batch[:made.draw(st.integers(1, len(batch)))] if turn < 6 else batch
            batch += made.draw(st.lists(st.sampled_from(batch), max_size=3)) if turn < 6 else []
            answers = send(there, *batch)
            answer_was_lost = turn < 6 and made.draw(st.booleans())
            for number, answer in () if answer_was_lost else answers.items():
                assert answer.outcome in ("applied", "again")
                if answer.outcome == "applied":
                    unsent.pop(number, None)
            if not unsent:
                break
        assert not unsent and standing(there) == wanted
        assert Operation.everything.count() == length
        transaction.savepoint_rollback(point)


# ---- two devices

def test_two_devices_with_one_login_meet_and_both_versions_are_kept(there):
    mine, other = judged(there.item, "태블릿"), judged(there.item, "휴대전화", "noncompliant")
    assert outcomes(send(there, mine), mine) == ["applied"]
    answer = send(there, other, device="phone")[other["id"]]
    assert (answer.outcome, answer.theirs["text"], answer.version) == ("conflict", "태블릿", 1)
    chosen = judged(there.item, "둘 다", base=answer.theirs["version"])
    assert outcomes(send(there, chosen, device="phone"), chosen) == ["applied"]
    assert standing(there) == {there.item.code: ("둘 다", 2)}
    with within(there.agency):
        assert {one.payload["text"]: one.outcome for one in Operation.everything.all()} == {
            "태블릿": "applied", "휴대전화": "conflict", "둘 다": "applied"}


def test_what_a_device_went_on_writing_upon_a_conflict_is_a_conflict_too(there):
    send(there, judged(there.item, "먼저"))
    first = judged(there.item, "하나")
    second = judged(there.item, "둘", after=first["id"])
    assert outcomes(send(there, first, second, device="phone"), first, second) == ["conflict"] * 2
    assert standing(there) == {there.item.code: ("먼저", 1)}


def test_a_page_and_a_device_meet_in_the_same_way(there):
    say(there, there.lead, text="화면에서")
    late = judged(there.item, "기기에서")
    answer = send(there, late)[late["id"]]
    assert (answer.outcome, answer.theirs["text"]) == ("conflict", "화면에서")


# ---- the rules of the house

def test_what_its_author_can_put_right_is_refused_with_a_sentence_and_the_rest_is_applied(there):
    bare = operation("finding", {"judgement": "noncompliant", "reason_code": "", "text": ""}, item=there.item)
    number = operation("finding", {"judgement": "compliant", "text": "대상자 900101-1234568 확인"}, item=there.items[1])
    good = judged(there.items[1], "좋음")
    answers = send(there, bare, number, good)
    assert outcomes(answers, bare, number, good) == ["refused", "refused", "applied"]
    assert "choose the reason" in answers[bare["id"]].sentence and "resident registration number" in answers[number["id"]].sentence
    with within(there.agency):
        assert Operation.everything.count() == 1


def test_a_visit_begun_away_from_the_network_begins_when_the_device_says_so(busan):
    there = team_visit(busan, stage=Stage.PLANNED, began_at=None)
    early = judged(there.item, "이르다")
    assert outcomes(send(there, early), early) == ["again"]
    begun, twice = operation("begin"), operation("begin")
    assert outcomes(send(there, early, begun, twice), begun, early, twice) == ["applied"] * 3
    with within(there.agency):
        assert Visit.everything.get(pk=there.visit.pk).stage == Stage.UNDERWAY
        assert AuditEvent.everything.filter(verb="visit.begun").count() == 1


def test_interviews_and_samples_come_and_are_taken_back(there):
    talk = operation("entry", {"kind": "interview", "source": "사회복지사", "text": "상담 기록을 매주 남긴다고 함"}, item=there.item)
    sample = operation("entry", {"kind": "sample", "source": "계약서 5건 중 2건", "text": "서명 있음"}, item=there.item)
    gone = operation("entry", {"remove": talk["id"]}, item=there.item)
    nobody = operation("entry", {"kind": "interview", "source": " ", "text": "누구?"}, item=there.item)
    answers = send(there, gone, talk, sample, nobody)
    assert outcomes(answers, talk, sample, nobody) == ["applied", "applied", "refused"]
    assert outcomes(send(there, gone), gone) == ["applied"]
    with within(there.agency):
        removed = {entry.source: bool(entry.removed_at) for entry in Entry.everything.all()}
    assert removed == {"사회복지사": True, "계약서 5건 중 2건": False}


def test_interviews_are_seen_like_judgements_once_all_are_in(there):
    send(there, judged(there.item, "본인"), operation("entry", {"kind": "interview", "source": "센터장", "text": "함"}, item=there.item))
    with within(there.agency):
        assert not Entry.objects.visible_to(Actor.of(there.second)).exists()
    say(there, there.second)
    with within(there.agency):
        assert Entry.objects.visible_to(Actor.of(there.second)).count() == 1


def test_the_lead_closes_with_a_signature_and_a_slip_of_the_finger_is_none(there):
    blank = operation("closing", CLOSING | {"signature": SIGNED | {"strokes": [[5, 5, 8, 8]]}})
    none = operation("closing", CLOSING | {"signature": None})
    signed, second = operation("closing", CLOSING), operation("closing", CLOSING)
    answers = send(there, blank, none, signed)
    assert outcomes(answers, blank, none, signed) == ["refused", "refused", "applied"]
    assert "Nothing is signed yet" in answers[blank["id"]].sentence
    answers = send(there, second, who=there.second)
    assert outcomes(answers, second) == ["refused"] and "lead" in answers[second["id"]].sentence
    with within(there.agency):
        visit = Visit.everything.get(pk=there.visit.pk)
    assert visit.acknowledged_by == "김시설" and visit.signature["strokes"] == SIGNED["strokes"]


# ---- photos

def test_a_photo_comes_in_parts_goes_on_where_it_stopped_and_is_one_photo(there):
    content, number = picture(), uuid.uuid4()
    photo, key = photo_of(there.item, content, number), key_of(there)
    part = content[:30_000]
    with within(there.agency):
        for _again in range(2):         # the answer to the first was lost
            assert workflow.take_part(key, number, begins=0, content=part, sha256=hashlib.sha256(part).hexdigest(),
                                      actor=Actor.of(there.lead)) == 30_000
    answer = send(there, photo)[photo["id"]]
    assert (answer.outcome, answer.received) == ("again", 30_000)
    rest, key = content[30_000:], key_of(there)
    with within(there.agency):
        workflow.take_part(key, number, begins=30_000, content=rest, sha256=hashlib.sha256(rest).hexdigest(),
                           actor=Actor.of(there.lead))
    for _again in range(2):
        assert outcomes(send(there, photo), photo) == ["applied"]
    with within(there.agency):
        assert Photo.everything.get().caption == "게시된 가격표"
        assert Operation.everything.filter(kind="photo").count() == 1


def test_a_photo_that_is_none_is_refused_and_one_that_is_another_is_asked_for_anew(there):
    fake, number = b"GIF89a" + b"x" * 5000, uuid.uuid4()
    send_parts(there, number, fake)
    photo = photo_of(there.item, fake, number)
    assert outcomes(send(there, photo), photo) == ["refused"]
    content, number = picture(), uuid.uuid4()
    photo = photo_of(there.item, content, number)
    send_parts(there, number, content[::-1])
    answer = send(there, photo)[photo["id"]]
    assert (answer.outcome, answer.received) == ("again", 0)
    send_parts(there, number, content)
    assert outcomes(send(there, photo), photo) == ["applied"]


def test_parts_that_were_left_go_after_two_months_and_the_device_begins_anew(there):
    content, number = picture((200, 200)), uuid.uuid4()
    send_parts(there, number, content[:1000])
    assert drop_old_parts() == 0
    with within(there.agency):
        PhotoPart.everything.filter(operation=number).delete()
        f.PhotoPartFactory(visit=there.visit, author=there.lead, operation=number, received_at=clock.now() - timedelta(days=61))
    assert drop_old_parts() == 1
    answer = send(there, photo := photo_of(there.item, content, number))[photo["id"]]
    assert (answer.outcome, answer.received) == ("again", 0)


# ---- too late, left, elsewhere, unreadable: kept aside

def ended(there):
    with within(there.agency):
        workflow.end_early(there.visit, reason="정전", actor=Actor.of(there.lead))


def test_a_queue_that_comes_after_the_end_is_kept_as_evidence_with_its_photo_and_changes_nothing(there):
    content, number = picture(), uuid.uuid4()
    send_parts(there, number, content)
    late, photo = judged(there.item, "한 달 뒤"), photo_of(there.item, content, number)
    ended(there)
    answers = send(there, late, photo)
    assert outcomes(answers, late, photo) == ["kept", "kept"] and "evidence" in answers[late["id"]].sentence
    assert outcomes(send(there, late, photo), late, photo) == ["kept", "kept"] and standing(there) == {}
    with within(there.agency):
        rows = {one.kind: one for one in Operation.everything.filter(outcome="kept")}
        assert rows["finding"].payload["text"] == "한 달 뒤" and rows["finding"].why == "ended" and rows["photo"].file is not None
        assert not Photo.everything.exists()


def test_who_has_left_the_team_loses_nothing_and_changes_nothing_and_a_stranger_may_not_send(there):
    key_of(there, there.second)
    with within(there.agency):
        VisitMember.everything.filter(user=there.second).update(ended_at="2026-10-12T00:00+09:00")
    late = judged(there.item, "교체된 뒤")
    answers = send(there, late, who=there.second)
    assert outcomes(answers, late) == ["kept"] and "no longer in the team" in answers[late["id"]].sentence
    key = key_of(there)
    with within(there.agency), pytest.raises(PermissionDenied):
        workflow.take_batch(key, [], device="x", actor=Actor.of(there.third), arrived_at=None)


def test_staff_read_what_is_kept_aside_only_once_the_visit_has_ended(busan, there):
    key_of(there, there.second)
    with within(there.agency):
        VisitMember.everything.filter(user=there.second).update(ended_at="2026-10-12T00:00+09:00")
        officer = Actor.of(busan.officer)
    send(there, judged(there.item, "봉인된 판단"), who=there.second)
    with within(there.agency):
        assert not Operation.objects.visible_to(officer).exists()
    ended(there)
    with within(there.agency):
        assert Operation.objects.visible_to(officer).count() == 1


def test_what_belongs_elsewhere_or_cannot_be_read_is_kept_as_it_came(there, daegu):
    elsewhere = judged(team_visit(daegu).item, "다른 곳")
    newer = operation("dictation", {"sound": "…"}, item=there.item)
    odd = operation("finding", {"judgement": ["compliant"]}, item=there.item)
    no_json = {"id": str(uuid.uuid4()), "body": "{half", "sha256": hashlib.sha256(b"{half").hexdigest()}
    zero = operation("finding", {"judgement": "compliant", "text": "a\0b"}, item=there.item)
    answers = send(there, elsewhere, newer, odd, no_json, zero)
    assert outcomes(answers, elsewhere, newer, odd, no_json) == ["kept"] * 4
    with within(there.agency):
        rows = {str(one.public_id): one for one in Operation.everything.all()}
    assert rows[elsewhere["id"]].why == "elsewhere" and rows[newer["id"]].why == "unreadable"
    assert "dictation" in rows[newer["id"]].payload["sent"] and rows[no_json["id"]].payload == {"sent": "{half"}


def test_an_odd_operation_is_kept_and_holds_up_no_other(there):
    """Whatever stands in it: a device that gets no answer would send it for ever, and with it everything else."""
    gone = operation("entry", {"remove": "no number"}, item=there.item)
    odd = operation("photo", {"remove": ["x"]}, item=there.item)
    endless = operation("entry", {"kind": "interview", "source": "a", "text": "b", "more": float("inf")}, item=there.item)
    good = judged(there.item, "좋음")
    assert outcomes(send(there, gone, odd, endless, good), gone, odd, endless, good) == ["kept"] * 3 + ["applied"]
    ended(there)
    bare = operation("photo", {"caption": "설명만"}, item=there.item)
    assert outcomes(send(there, bare), bare) == ["kept"]


def test_what_was_changed_on_its_way_is_asked_for_again(there):
    one = judged(there.item, "하나")
    answers = send(there, one | {"body": one["body"].replace("하나", "둘")})
    assert outcomes(answers, one) == ["again"] and outcomes(send(there, one), one) == ["applied"]


ONE = '{"id":"00000000-0000-4000-8000-000000000000","body":"","sha256":""}'


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"device": "x", "operations": [{"id": "no"}]}', '{"device": "x", "operations": "no"}',
                                  f'{{"device":"x","operations":[{",".join([ONE] * 201)}]}}'])
def test_what_no_recorder_sends_is_none_of_ours(text):
    with pytest.raises(wire.Unreadable):
        wire.batch_of(text)


def test_a_visit_of_many_operations_takes_as_many_statements_as_one_of_few(there, django_assert_max_num_queries):
    with within(there.agency):
        key = key_of(there)
    for number in (1, 40):
        batch = [judged(there.items[place % 2], f"{place}", base=0 if number == 1 else 99) for place in range(number)]
        with django_assert_max_num_queries(24):
            send(there, *batch)
    assert key
