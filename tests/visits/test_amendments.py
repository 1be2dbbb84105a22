"""Amendments of a locked visit: a new entry beside what stood, its reason, who may, what the database holds."""
import json

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.test import Client

from accounts.actors import Actor
from core import clock
from core.errors import Refused
from core.models import AuditEvent, Errand
from core.tenancy import within
from tests.evaluations.portal_pages import queries_of, words_of
from tests.visits.conftest import agree, all_say, say, team_visit
from visits import workflow
from visits.models import AgreedFinding, Amendment, Visit
from visits.queries import stands_of, written_at

NOW = {"judgement": "noncompliant", "reason_code": "in_part", "text": "직원 한 명의 기록이 없습니다."}
WHY = "확인한 명부가 지난해 것이었습니다."


def locked(there):
    """Everything agreed compliant, and locked by the lead."""
    all_say(there)
    for item in there.items:
        agree(there, item=item)
    with within(there.agency):
        workflow.close_with_statement(there.visit, statement="함께 읽었습니다.", acknowledged_by="김하늘", acknowledged_function="기관장",
                                      actor=Actor.of(there.lead))
        there.visit = workflow.lock_visit(Visit.everything.get(pk=there.visit.pk), actor=Actor.of(there.lead))
    return there


@pytest.fixture
def done(there):
    return locked(there)


def amend(there, who=None, *, item=None, reason=WHY, **words):
    with within(there.agency):
        return workflow.amend_finding(item or there.item, **NOW | words, reason=reason, actor=Actor.of(who or there.lead))


def remark(there, who, *, item=None, text="사진의 날짜는 2026년 3월 2일입니다.", reason="사진에 날짜가 빠져 있었습니다."):
    with within(there.agency):
        return workflow.add_remark(item or there.item, text=text, reason=reason, actor=Actor.of(who))


def client_of(user):
    client = Client()
    client.force_login(user)
    return client


# ---- the entry

def test_an_amendment_is_a_new_entry_and_what_was_agreed_stays(done):
    amend(done)
    with within(done.agency):
        agreed, entry = AgreedFinding.everything.get(item=done.item), Amendment.everything.get()
        assert (agreed.judgement, agreed.version) == ("compliant", 1)
        assert (entry.number, entry.before["judgement"], entry.judgement, entry.ground) == (1, "compliant", "noncompliant", "own")
        stands = stands_of(done.visit)
        assert stands[done.item.code].words == NOW and stands[done.items[1].code].words["judgement"] == "compliant"


def test_the_latest_amendment_counts_and_each_says_what_stood_before_it(done):
    amend(done)
    amend(done, text="직원 두 명의 기록이 없습니다.")
    remark(done, done.second)
    with within(done.agency):
        rows = list(Amendment.everything.order_by("number"))
        assert [row.number for row in rows] == [1, 2, 3] and rows[1].before == NOW
        assert stands_of(done.visit)[done.item.code].words["text"] == "직원 두 명의 기록이 없습니다."


def test_it_needs_a_reason_a_judgement_its_grounds_and_a_difference(done):
    for words, field in (({"reason": " "}, "reason"), ({"judgement": ""}, "judgement"), ({"text": ""}, "text"),
                         ({"reason_code": ""}, "reason_code"), ({"judgement": "compliant", "text": ""}, "text")):
        with pytest.raises(Refused) as refusal:
            amend(done, **words)
        assert refusal.value.field == field
    with pytest.raises(Refused) as mute:
        remark(done, done.lead, text=" ")
    assert mute.value.field == "text"


def test_only_what_is_locked_is_amended(there):
    all_say(there)
    agree(there)
    with pytest.raises(Refused, match="can still be changed"):
        amend(there)
    with pytest.raises(Refused, match="can still be changed"):
        remark(there, there.lead)


def test_what_the_team_did_not_agree_on_cannot_be_amended(there):
    say(there, there.lead)
    with within(there.agency):
        workflow.end_early(there.visit, reason="정전", actor=Actor.of(there.lead))
    with pytest.raises(Refused, match="agreed on nothing here"):
        amend(there)


def test_what_the_members_wrote_is_told_once_and_only_where_the_team_agreed(there):
    for who, text in ((there.lead, "가격표를 보았습니다."), (there.second, "가격표를 보았습니다.")):
        say(there, who, text=text)
    with within(there.agency):
        assert written_at(there.visit) == {}
    agree(there)
    with within(there.agency):
        assert written_at(there.visit) == {there.item.code: "가격표를 보았습니다."}


# ---- who

def test_the_lead_amends_and_another_member_remarks_on_what_they_judged(done):
    with pytest.raises(PermissionDenied):
        amend(done, done.second)
    for stranger in (done.third,):
        with pytest.raises(PermissionDenied):
            remark(done, stranger)
    assert remark(done, done.second).kind == "remark"


def test_a_member_remarks_only_on_their_own_finding(there):
    say(there, there.lead)
    with within(there.agency):
        workflow.end_early(there.visit, reason="정전", actor=Actor.of(there.lead))
    with pytest.raises(PermissionDenied):
        remark(there, there.second)


def test_who_is_named_in_the_place_of_the_lead_amends_alone(done, busan):
    with within(done.agency):
        with pytest.raises(PermissionDenied):
            workflow.name_deputy(done.visit, done.third, actor=Actor.of(done.second))
        workflow.name_deputy(done.visit, done.third, actor=Actor.of(busan.officer))
        assert Visit.objects.visible_to(Actor.of(done.third)).exists()
    with pytest.raises(PermissionDenied):
        amend(done)
    assert amend(done, done.third).author == done.third


# ---- the house and the database

def test_the_app_above_and_the_officers_are_told_and_the_audit_does_not_say_how(busan):
    done = locked(team_visit(busan, when_locked="evaluations.tasks.take_over_visit"))
    with within(done.agency):
        Errand.everything.all().delete()
        amend(done)
        assert sorted(Errand.everything.values_list("task", flat=True)) == [
            "correspondence.tasks.announce", "evaluations.tasks.take_over_visit"]
        facts = AuditEvent.everything.get(verb="visit.finding_amended").facts
        assert "noncompliant" not in json.dumps(facts) and NOW["text"] not in json.dumps(facts, ensure_ascii=False)


def test_the_database_too_amends_only_what_is_locked_and_says_what_stood(done, busan):
    with within(done.agency):
        entry = {"item": done.item, "number": 1, "kind": "finding", "reason": "x", "ground": "own", "author": done.lead,
                 "made_at": clock.now(), **NOW}
        for wrong in ({"before": {}}, {"before": {"judgement": "noncompliant", "reason_code": "", "text": ""}}):
            with pytest.raises(IntegrityError, match="says what stood"), transaction.atomic():
                Amendment.everything.create(**entry | wrong)
        right = {"before": {"judgement": "compliant", "reason_code": "", "text": ""}}
        with pytest.raises(IntegrityError, match="amended_with_a_reason"), transaction.atomic():
            Amendment.everything.create(**entry | right | {"reason": ""})
        open_visit = team_visit(busan)
        with pytest.raises(IntegrityError, match="only what is locked"), transaction.atomic():
            Amendment.everything.create(**entry | right | {"item": open_visit.item, "kind": "remark", "judgement": "", "reason_code": ""})
        assert Amendment.everything.create(**entry | right).pk


# ---- the page

def page(done, item=None):
    return f"/busan/visits/items/{(item or done.item).public_id}/amend/?lang=en"


def test_the_lead_amends_on_a_page_that_keeps_what_was_typed(done):
    client = client_of(done.lead)
    assert "Agreed during the visit" in words_of(client.get(page(done)))
    wrong = client.post(page(done), NOW | {"reason": ""})
    assert wrong.status_code == 200 and NOW["text"] in wrong.content.decode()
    done_ = client.post(page(done), NOW | {"reason": WHY}, follow=True)
    words = words_of(done_)
    assert "It is kept beside what was agreed on." in words and WHY in words and NOW["text"] in words and "Amendment 1" in words.title()
    both = words_of(client.get(page(done).replace("amend", "agree")))
    assert "Compliant" in both and NOW["text"] in both


def test_a_member_is_asked_for_a_remark_only(done):
    client = client_of(done.second)
    assert "What stands from now on" not in words_of(client.get(page(done)))
    client.post(page(done), {"text": "덧붙입니다.", "reason": "빠져 있었습니다.", "judgement": "noncompliant", "reason_code": "other"})
    with within(done.agency):
        assert Amendment.everything.get().kind == "remark"


def test_strangers_do_not_open_it_and_staff_neither(done, busan):
    assert client_of(done.third).get(page(done)).status_code == 404
    assert client_of(busan.officer).get(page(done)).status_code in (403, 404)


def test_one_amendment_or_three_cost_the_same(done):
    client = client_of(done.lead)
    amend(done)
    client.get(page(done))
    one = queries_of(client, page(done))
    for text in ("둘", "셋"):
        amend(done, text=text)
    assert queries_of(client, page(done)) == one
