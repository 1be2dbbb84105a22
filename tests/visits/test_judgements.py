"""Judgements recorded and agreed: idempotent, never written over unseen, never how in the audit trail."""
import uuid

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from core import clock
from core.errors import Refused
from core.models import AuditEvent
from core.tenancy import within
from tests import factories as f
from tests.visits.conftest import NOT_COMPLIANT, agree, all_say, say, team_visit
from visits import queries
from visits.models import AgreedFinding, Finding, Operation


def operations():
    return list(Operation.everything.order_by("pk").values_list("kind", "outcome"))


# ---- one's own

def test_a_judgement_is_recorded_with_its_operation(there):
    number = uuid.uuid4()
    answer = say(there, there.lead, number=number, text="가격표 있음")
    with within(there.agency):
        finding = Finding.everything.get()
        assert (answer.finding, answer.outcome, answer.version, answer.repeated) == (finding, "applied", 1, False)
        assert (finding.judgement, finding.text, finding.version) == ("compliant", "가격표 있음", 1)
        operation = Operation.everything.get(public_id=number)
        assert (operation.author, operation.item, operation.base_version) == (there.lead, there.item, 0)
        assert operation.payload == {"judgement": "compliant", "reason_code": "", "text": "가격표 있음"}


def test_the_same_operation_again_changes_nothing_and_is_answered_alike(there):
    number = uuid.uuid4()
    first = say(there, there.lead, number=number)
    say(there, there.lead, base=1, text="고침")
    again = say(there, there.lead, number=number)
    assert (again.outcome, again.version, again.repeated) == (first.outcome, first.version, True)
    with within(there.agency):
        assert Finding.everything.get().text == "고침" and len(operations()) == 2


def test_the_number_of_an_operation_with_other_words_is_refused(there):
    number = uuid.uuid4()
    say(there, there.lead, number=number)
    for who, item, text in ((there.lead, there.item, "다른 글"), (there.lead, there.items[1], ""), (there.second, there.item, "")):
        with pytest.raises(Refused):
            say(there, who, number=number, item=item, text=text)
    with within(there.agency):
        assert Finding.everything.get().text == ""


def test_a_number_that_another_agency_has_used_is_refused(there, daegu):
    number, elsewhere = uuid.uuid4(), team_visit(daegu)
    say(elsewhere, elsewhere.lead, number=number)
    with pytest.raises(Refused):
        say(there, there.lead, number=number)


def test_a_stale_page_is_a_conflict_that_keeps_both_texts(there):
    say(there, there.lead, text="첫 글")
    say(there, there.lead, base=1, text="다른 기기에서 쓴 글")
    number = uuid.uuid4()
    stale = say(there, there.lead, base=1, text="옛 화면에서 쓴 글", number=number)
    assert (stale.outcome, stale.version, stale.theirs["text"]) == ("conflict", 2, "다른 기기에서 쓴 글")
    with within(there.agency):
        assert Finding.everything.get().text == "다른 기기에서 쓴 글"
        kept = Operation.everything.get(outcome="conflict")
        assert (kept.payload["text"], kept.theirs["text"]) == ("옛 화면에서 쓴 글", "다른 기기에서 쓴 글")
    again = say(there, there.lead, base=1, text="옛 화면에서 쓴 글", number=number)
    assert again.repeated and (again.outcome, again.theirs, again.version) == (stale.outcome, stale.theirs, 2)
    settled = say(there, there.lead, base=stale.version, text="둘을 합친 글")
    assert (settled.outcome, settled.version) == ("applied", 3)


def test_what_builds_on_a_version_that_never_was_is_a_conflict_too(there):
    answer = say(there, there.lead, base=4, text="먼저 온 글")
    assert (answer.finding, answer.outcome, answer.version) == (None, "conflict", 0)
    with within(there.agency):
        assert not Finding.everything.exists() and Operation.everything.get().payload["text"] == "먼저 온 글"


@pytest.mark.parametrize(("missing", "field"), [({"reason_code": ""}, "reason_code"), ({"text": " "}, "text"),
                                                ({"reason_code": "x"}, "reason_code"),
                                                ({"judgement": "perhaps"}, "judgement")])
def test_not_compliant_needs_its_reason_and_what_was_seen(missing, field, there):
    with pytest.raises(Refused) as refusal:
        say(there, there.lead, **NOT_COMPLIANT | missing)
    assert refusal.value.field == field


@pytest.mark.parametrize("missing", ["reason_code", "text"])
@pytest.mark.parametrize("made", ["finding", "agreed"])
def test_the_database_too_asks_for_the_grounds(made, missing, there, busan, at):
    words = NOT_COMPLIANT | {missing: ""}
    with at(busan.officer, busan), pytest.raises(IntegrityError), transaction.atomic():
        if made == "finding":
            f.FindingFactory(item=there.item, author=there.lead, **words)
        else:
            AgreedFinding.everything.create(item=there.item, version=1, agreed_by=there.lead, agreed_at=clock.now(), **words)


def test_a_reason_goes_with_the_judgement_it_belonged_to(there):
    say(there, there.lead, **NOT_COMPLIANT)
    say(there, there.lead, **NOT_COMPLIANT | {"judgement": "compliant"}, base=1)
    with within(there.agency):
        assert Finding.everything.get().reason_code == ""


def test_words_may_come_before_the_judgement_and_a_judgement_is_not_taken_back(there):
    say(there, there.lead, "", text="보는 중")
    say(there, there.lead, base=1)
    with pytest.raises(Refused) as refusal:
        say(there, there.lead, "", base=2, text="다시")
    assert refusal.value.field == "judgement"


@pytest.mark.parametrize("who", ["officer", "auditor", "admin"])
def test_staff_judge_nothing(who, there, busan):
    with pytest.raises(PermissionDenied):
        say(there, getattr(busan, who))


def test_who_is_not_in_the_team_of_today_judges_nothing(there):
    with within(there.agency):
        there.visit.members.filter(user=there.second).update(ended_at=clock.now())
    for who in (there.second, there.third):
        with pytest.raises(PermissionDenied):
            say(there, who)


def test_before_the_visit_begins_nothing_is_taken_in(busan):
    there = team_visit(busan, stage="planned")
    with pytest.raises(Refused):
        say(there, there.lead)


def test_the_audit_trail_says_that_and_never_how(there):
    say(there, there.lead, **NOT_COMPLIANT)
    with within(there.agency):
        facts = AuditEvent.everything.get(verb="visit.finding_applied").facts
    assert set(facts) == {"item", "operation", "version"}


# ---- the team's

def test_the_lead_writes_down_what_the_team_agrees_on(there):
    say(there, there.lead), say(there, there.second)
    answer = agree(there)
    with within(there.agency):
        assert queries.agreed_of(there.visit) == {"1.1.1": answer.finding}
        assert (answer.finding.agreed_by, answer.version) == (there.lead, 1)


def test_not_before_everybody_has_judged(there):
    say(there, there.lead)
    with pytest.raises(Refused):
        agree(there)
    say(there, there.second, "", text="보는 중")
    with pytest.raises(Refused):
        agree(there)


def test_only_the_lead_agrees(there, busan):
    all_say(there)
    for who in (there.second, there.third, busan.officer):
        with pytest.raises(PermissionDenied):
            agree(there, who)


def test_where_the_judgements_differ_the_team_says_how_it_agreed(there):
    say(there, there.lead), say(there, there.second, **NOT_COMPLIANT)
    with pytest.raises(Refused) as refusal:
        agree(there)
    assert refusal.value.field == "text"
    assert agree(there, text="가격표가 2층에 있음을 함께 확인함").outcome == "applied"


@pytest.mark.parametrize(("words", "field"), [({"judgement": ""}, "judgement"), (NOT_COMPLIANT | {"reason_code": ""}, "reason_code"),
                                              (NOT_COMPLIANT | {"text": ""}, "text")])
def test_an_agreed_judgement_has_its_grounds_as_well(words, field, there):
    all_say(there, **NOT_COMPLIANT)
    with pytest.raises(Refused) as refusal:
        agree(there, **words)
    assert refusal.value.field == field


def test_an_agreed_judgement_is_idempotent_and_a_stale_one_conflicts(there):
    number = uuid.uuid4()
    all_say(there)
    agree(there, number=number, text="하나")
    assert agree(there, number=number, text="하나").repeated
    agree(there, base=1, text="둘")
    stale = agree(there, base=1, text="옛")
    assert (stale.outcome, stale.theirs["text"], stale.version) == ("conflict", "둘", 2)
    with within(there.agency):
        assert AgreedFinding.everything.get().text == "둘"
        assert operations()[-3:] == [("agree", "applied"), ("agree", "applied"), ("agree", "conflict")]


def test_coverage_says_who_and_never_how(there):
    say(there, there.lead, **NOT_COMPLIANT), say(there, there.second), say(there, there.lead, item=there.items[1])
    agree(there, text="함께 봄")
    with within(there.agency):
        first, second = queries.coverage_of(there.visit)
        assert (first.judged, first.of, first.is_agreed, first.all_in) == ({there.lead.pk, there.second.pk}, 2, True, True)
        assert (second.judged, second.is_agreed, second.all_in) == ({there.lead.pk}, False, False)
        assert not hasattr(first, "judgement")
        assert queries.not_agreed(there.visit) == ["1.1.2"]


def test_where_there_is_no_team_nobody_has_judged(there):
    all_say(there)
    with within(there.agency):
        assert queries.judged_by_all(there.item)
        there.visit.members.update(ended_at=clock.now())
        assert not queries.judged_by_all(there.item)
