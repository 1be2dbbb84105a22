"""Giving a certificate back: asked for by an owner, ended only by the agency; every change told in its own words."""
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from certification import workflow
from certification.models import Certificate, SurrenderRequest
from certification.models.certificate import State
from core.errors import Refused
from correspondence.models import Notice
from tests import factories as f
from tests.certification.conftest import FROM, WORKER

DAY = timedelta(days=1)
WHY = {"reason": "기준을 지키지 않음", "actor": WORKER}


@pytest.fixture(autouse=True)
def in_english(english):
    pass


@pytest.fixture
def held(round_of):
    return f.CertificateFactory(offering=round_of.offering, version=round_of.version, valid_from=FROM)


@pytest.fixture
def ask(held, busan, at):
    def asked(who=None, on=FROM + 9 * DAY, reason="사업장 폐업"):
        with at(who or busan.owner, busan) as actor:
            return workflow.ask_surrender(held, on=on, reason=reason, actor=actor)
    return asked


def again(held):
    return Certificate.everything.get(pk=held.pk)


def test_asked_for_nothing_ends_until_it_is_confirmed(held, ask, busan, at, work_off):
    asked = ask()
    assert again(held).ended_on is None
    work_off(busan)
    assert set(Notice.everything.filter(event="certificate.surrender_asked").values_list("recipient", flat=True)) == {
        busan.officer.pk, busan.manager.pk}
    with at(busan.manager, busan) as actor:
        workflow.confirm_surrender(asked, on=FROM + 9 * DAY, actor=actor)
    assert (again(held).ended_as, again(held).state_on(FROM + 8 * DAY), again(held).state_on(FROM + 9 * DAY)) == (
        "surrendered", State.VALID, State.SURRENDERED)
    assert SurrenderRequest.everything.get().answer == "confirmed"


@pytest.mark.parametrize("who", ["colleague", "neighbour", "officer", "director"])
def test_only_an_owner_asks(who, ask, busan):
    with pytest.raises(PermissionDenied):
        ask(getattr(busan, who))


def test_only_manager_and_director_confirm(ask, busan, at):
    asked = ask()
    for who in (busan.officer, busan.admin, busan.owner):
        with at(who, busan) as actor, pytest.raises(PermissionDenied):
            workflow.confirm_surrender(asked, on=FROM + 9 * DAY, actor=actor)


@pytest.mark.parametrize(("how", "sentence"), [
    ({"reason": " "}, "write the reason"), ({"on": FROM - DAY}, "today or a later"), ({"on": date(2029, 11, 27)}, "has expired")])
def test_what_makes_no_sense_is_refused(how, sentence, ask):
    with pytest.raises(Refused, match=sentence):
        ask(**how)


def test_once_at_a_time_and_not_before_the_day_wished_for(held, ask, busan, at):
    asked = ask()
    with pytest.raises(Refused, match="already"):
        ask()
    with at(busan.director, busan) as actor, pytest.raises(Refused, match="until then"):
        workflow.confirm_surrender(asked, on=FROM + 8 * DAY, actor=actor)


def test_declined_with_a_reason_or_taken_back_it_stays(held, ask, busan, at, work_off):
    with at(busan.manager, busan) as actor:
        workflow.decline_surrender(ask(), reason="지급 정산이 남아 있습니다.", actor=actor)
    second = ask()
    with at(busan.owner, busan) as actor:
        workflow.withdraw_surrender(second, actor=actor)
    with at(busan.manager, busan) as actor, pytest.raises(Refused, match="answered"):
        workflow.confirm_surrender(second, on=FROM + 9 * DAY, actor=actor)
    work_off(busan)
    assert again(held).ended_on is None
    assert "정산" in Notice.everything.filter(event="certificate.surrender_declined").first().body


def test_revoked_meanwhile_the_request_lapses(held, ask):
    ask()
    workflow.revoke(held, on=FROM + DAY, **WHY)
    assert SurrenderRequest.everything.get().answer == "lapsed"


# ---- told

@pytest.mark.parametrize(("name", "how", "words"), [
    ("suspend", {"from_on": FROM + DAY, "to_on": FROM + 9 * DAY}, ("정지", "2026. 12. 6.(일)")),
    ("suspend", {"from_on": FROM + DAY}, ("정지", "해제할 때까지")),
    ("prolong", {"to_on": date(2030, 2, 1)}, ("연장", "2030. 2. 1.(금)")),
    ("revoke", {"on": FROM + DAY}, ("취소", "2026. 11. 28.(토)")),
    ("surrender", {"on": FROM + DAY}, ("반납", "2026. 11. 28.(토)")),
])
def test_its_people_are_told_each_change_with_day_and_reason(name, how, words, held, busan, work_off):
    getattr(workflow, name)(held, **how, **WHY)
    work_off(busan)
    told = Notice.everything.filter(recipient__in=[busan.owner.pk, busan.colleague.pk], event__startswith="certificate.")
    assert told.count() == 2 and not Notice.everything.filter(event__startswith="certificate.").exclude(pk__in=told).exists()
    text = told.first().title + told.first().body
    assert all(word in text for word in (*words, "기준을 지키지 않음", held.number_shown))


def test_lifted_it_is_told_as_well(held, busan, work_off):
    workflow.suspend(held, from_on=FROM, **WHY)
    workflow.reinstate(held, on=FROM + 5 * DAY, **WHY)
    work_off(busan)
    assert Notice.everything.filter(event="certificate.reinstated", recipient=busan.owner).count() == 1
