"""Pre-consulting: asked for by an agency, answered by Central, held and written down; the ledger names the agency."""
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import translation

from accounts.actors import Actor
from agencies.ledger import AGENCY, agency_subject
from agencies.models import Consulting, Participation
from agencies.queries.consulting import consultings_of
from agencies.tasks.following import FOLLOWER, follow_at
from agencies.workflow import consulting as workflow
from core import clock
from core.errors import Refused
from core.tenancy import within
from panels.models import Involvement
from tests.agencies.reporting import handed_in
from tests.agencies.test_follow import told

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def days(*numbers):
    return [clock.today() + timedelta(days=one) for one in numbers]


def ask(place, who="officer", **facts):
    with within(place.agency):
        part = Participation.everything.get(assessed=place.agency)
        return workflow.ask_consulting(part, **{"about": "A1-2의 산식이 어렵습니다.", "wished": days(7, 9)} | facts,
                                       actor=Actor.of(getattr(place, who)))


def at_central(central, work, row, who="officer", **facts):
    with within(central.agency):
        return work(row, **facts, actor=Actor.of(getattr(central, who)))


def accepted(central, row):
    return at_central(central, workflow.accept_consulting, row, on=days(7)[0], consultant=central.consultant)


def test_asked_agreed_held_and_each_side_is_told_once(opened, busan, central):
    row = ask(busan)
    assert [follow_at(central.agency), follow_at(central.agency), follow_at(busan.agency)] == [1, 0, 0]
    accepted(central, row)
    assert [follow_at(busan.agency), follow_at(busan.agency), follow_at(central.agency)] == [1, 0, 0]
    with clock.travel(clock.now() + timedelta(days=8)):
        held = at_central(central, workflow.record_consulting, row, on=clock.today(), words="산식의 분모를 설명하였습니다.")
    follow_at(busan.agency)
    assert (held.stage, held.record) == ("held", "산식의 분모를 설명하였습니다.")
    assert told(central) == ["agency_consulting.asked"]
    assert told(busan)[1:] == ["agency_consulting.accepted", "agency_consulting.held"]


def test_from_the_agreement_on_the_ledger_keeps_that_the_consultant_has_to_do_with_the_agency(opened, busan, daegu, central):
    row = accepted(central, ask(busan))
    with within(central.agency):
        tie = Involvement.everything.get(kind="consulted")
        assert (tie.person, tie.subject_type, tie.subject) == (central.consultant.person, AGENCY, agency_subject(busan.agency))
        assert (tie.matter, tie.to_on) == (row.public_id, row.on)
    assert agency_subject(busan.agency) != agency_subject(daegu.agency)


def test_declined_with_a_reason_and_asked_again(opened, busan, central):
    row = ask(busan)
    with pytest.raises(Refused, match="reason"):
        at_central(central, workflow.decline_consulting, row, reason=" ")
    at_central(central, workflow.decline_consulting, row, reason="그 주에는 일정이 없습니다.")
    follow_at(busan.agency)
    assert "agency_consulting.declined" in told(busan)
    assert ask(busan).stage == "asked"


def test_one_at_a_time(opened, busan):
    ask(busan)
    with pytest.raises(Refused, match="already"):
        ask(busan)


def test_withdrawn_while_nothing_is_agreed_upon(opened, busan, central):
    row = ask(busan)
    follow_at(central.agency)
    with within(busan.agency):
        workflow.withdraw_consulting(row, actor=Actor.of(busan.officer))
    assert follow_at(central.agency) == 1 and told(central)[-1] == "agency_consulting.withdrawn"
    with pytest.raises(Refused):
        accepted(central, row)


def test_after_handing_in_it_is_too_late_for_pre_consulting(opened, busan):
    handed_in(busan)
    with pytest.raises(Refused, match="handed in already"):
        ask(busan)


@pytest.mark.parametrize(("facts", "sentence"), [({"about": " "}, "what it is about"), ({"wished": []}, "at least one day"),
                                                 ({"wished": days(-1)}, "over already")])
def test_what_is_lacking_is_said(opened, busan, facts, sentence):
    with pytest.raises(Refused, match=sentence):
        ask(busan, **facts)


def test_only_somebody_of_central_consults_and_not_in_the_past(opened, busan, central):
    row = ask(busan)
    for facts, sentence in (({"consultant": busan.consultant}, "does not consult here"), ({"on": days(-1)[0]}, "over already")):
        with pytest.raises(Refused, match=sentence):
            at_central(central, workflow.accept_consulting, row, **{"on": days(7)[0], "consultant": central.officer} | facts)
    row = accepted(central, row)
    with pytest.raises(Refused, match="still to come"):
        at_central(central, workflow.record_consulting, row, on=days(7)[0], words="글")


def test_who_asks_and_who_answers(opened, busan, central):
    with pytest.raises(PermissionDenied):
        ask(busan, who="director")
    row = ask(busan)
    with pytest.raises(PermissionDenied):
        at_central(central, workflow.decline_consulting, row, who="auditor", reason="사유")
    with within(busan.agency), pytest.raises(PermissionDenied):
        workflow.decline_consulting(row, reason="사유", actor=Actor.of(busan.officer))


def test_another_agency_sees_nothing_of_it(opened, busan, daegu, central):
    ask(busan)
    for place, count in ((busan, 1), (central, 1), (daegu, 0)):
        with within(place.agency):
            assert consultings_of(Actor.of(place.officer)).count() == count
    with within(daegu.agency):
        assert not Consulting.everything.exists()


def test_told_twice_is_told_once(opened, busan, central):
    row = ask(busan)
    with within(central.agency):
        assert [workflow.tell_of_consulting(row, "received_at", actor=FOLLOWER) for _ in range(2)] == [True, False]
    assert told(central) == ["agency_consulting.asked"]
