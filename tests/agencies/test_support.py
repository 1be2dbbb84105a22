"""Requests for project support: asked by an agency, decided by Central and never by who asked, reported, and what became of it."""
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.utils import translation

from accounts.actors import Actor
from accounts.models import Affiliation, User
from agencies.models import SupportAuthor, SupportDecision, SupportFile, SupportRequest
from agencies.queries.support import requests_readable
from agencies.tasks.support import tell_of_support
from agencies.workflow import support, support_decision, support_report
from core import clock
from core.errors import Refused
from core.tenancy import within
from correspondence.models import Deadline
from correspondence.queries import open_deadlines
from tests import factories as f
from tests.agencies import supporting as s
from tests.files import pdf, upload

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def seen_at(place, by="officer"):
    with within(place.agency):
        return {one.title for one in requests_readable(Actor.of(getattr(place, by)))}


def deadline_of(place):
    with within(place.agency):
        return Deadline.everything.get(kind="network.support_report")


# ---- the agency asks

def test_a_draft_is_read_by_nobody_but_the_agency(busan, daegu, central):
    row = s.begun(busan)
    assert seen_at(busan) == {"긴급돌봄 확대"} and seen_at(daegu) == seen_at(central) == set()
    s.at(busan, support.hand_in_request, row, base_version=1)
    assert seen_at(central) == {"긴급돌봄 확대"} and seen_at(daegu) == set() and seen_at(busan, by="trainer") == set()
    with within(daegu.agency):
        assert not SupportRequest.everything.exists()


@pytest.mark.parametrize("role", ["director", "auditor", "trainer", "observer", "owner", "admin"])
def test_requests_are_written_by_officers_and_managers_alone(role, busan, central):
    row = s.begun(busan)
    for work, args in ((support.change_request, {"base_version": 1, **s.facts()}), (support.hand_in_request, {"base_version": 1}),
                       (support.withdraw_request, {}), (support.attach_plan, {"upload": upload(pdf(), "a.pdf")})):
        with pytest.raises(PermissionDenied):
            s.at(busan, work, row, by=role, **args)
    with pytest.raises(PermissionDenied):
        s.begun(busan, by=role)
    with pytest.raises(PermissionDenied):
        s.begun(central)


@pytest.mark.parametrize(("field", "wrong"), [
    ("amount", {"amount": -1}), ("amount", {"amount": 0}), ("amount", {"amount": None}), ("amount", {"kind": "advice"}),
    ("until_on", {"until_on": clock.today() - timedelta(days=9)})])
def test_impossible_requests_are_refused_beside_their_field(field, wrong, busan, central):
    row = s.begun(busan)
    for work in (lambda: s.begun(busan, **wrong), lambda: s.at(busan, support.change_request, row, base_version=1, **s.facts(**wrong))):
        with pytest.raises(Refused) as refused:
            work()
        assert refused.value.field == field
    with within(busan.agency), pytest.raises(IntegrityError):
        SupportRequest.everything.filter(pk=row.pk).update(**wrong)


def test_what_is_handed_in_stays_as_it_is(busan, central):
    row = s.begun(busan)
    file = s.at(busan, support.attach_plan, row, upload(pdf(), "plan.pdf"))
    s.at(busan, support.hand_in_request, row, base_version=1)
    for work, args in ((support.change_request, {"base_version": 1, **s.facts(amount=9)}), (support.hand_in_request, {"base_version": 1}),
                       (support.attach_plan, {"upload": upload(pdf(2), "b.pdf")})):
        with pytest.raises(Refused, match="no longer be changed"):
            s.at(busan, work, row, **args)
    with pytest.raises(Refused, match="no longer be changed"):
        s.at(busan, support.remove_plan, file)
    for place in (busan, central):
        with within(place.agency), pytest.raises(IntegrityError, match="handed in stays"):
            SupportRequest.everything.filter(pk=row.pk).update(amount=9)
    with within(busan.agency), pytest.raises(IntegrityError, match="handed in stays"):
        SupportFile.everything.filter(pk=file.pk).delete()


def test_an_older_page_writes_and_hands_in_nothing(busan, central):
    row = s.begun(busan)
    s.at(busan, support.change_request, row, base_version=1, **s.facts(amount=9))
    with pytest.raises(Refused, match="Somebody else"):
        s.at(busan, support.change_request, row, base_version=1, **s.facts(amount=8))
    with pytest.raises(Refused, match="changed since"):
        s.at(busan, support.hand_in_request, row, base_version=1)


def test_a_project_that_is_over_is_not_asked_for(busan, central):
    row = s.begun(busan, from_on=s.in_days(-9), until_on=s.in_days(-1))
    with pytest.raises(Refused, match="over already"):
        s.at(busan, support.hand_in_request, row, base_version=1)


def test_withdrawn_before_the_decision_it_is_neither_drafted_released_nor_approved(busan, central):
    first, second = s.asked(busan, central), s.asked(busan, central)
    for row in (first, second):
        s.draft(central, row)
    s.release(central, second)
    for row in (first, second):
        s.at(busan, support.withdraw_request, row)
    for work in (lambda: s.draft(central, first), lambda: s.release(central, first), lambda: s.approve(central, second),
                 lambda: s.at(central, support_decision.send_decision_back, second, "x", by="director")):
        with pytest.raises(Refused, match="does not wait"):
            work()
    tell_of_support(central.agency)
    assert s.told(central) == ["support.asked"] * 2 + ["support.withdrawn"] * 2 and tell_of_support(central.agency) == 0


def test_a_withdrawn_draft_is_told_to_nobody_and_a_decided_one_is_not_withdrawn(busan, central):
    s.at(busan, support.withdraw_request, s.begun(busan))
    assert tell_of_support(central.agency) == 0 and seen_at(central) == set()
    row = s.granted(busan, central)
    with pytest.raises(Refused, match="can no longer become"):
        s.at(busan, support.withdraw_request, row)


# ---- Central decides

def test_drafted_released_approved_and_then_the_agency_reads_it(busan, central):
    row = s.asked(busan, central)
    s.draft(central, row, outcome="part", granted=2_000_000, reason="예산 범위")
    assert s.fresh(busan, row).outcome == ""
    with within(busan.agency):
        assert not SupportDecision.everything.exists()
    s.release(central, row)
    s.approve(central, row)
    found = s.fresh(busan, row)
    assert (found.stage, found.outcome, found.granted, found.reason) == ("granted", "part", 2_000_000, "예산 범위")
    assert tell_of_support(busan.agency) == 1 and tell_of_support(busan.agency) == 0
    assert s.told(busan) == ["support.granted"] and s.told(central) == ["support.asked"]
    assert deadline_of(busan).due_at == clock.end_of(s.in_days(90))
    for place in (busan, central):
        with within(place.agency), pytest.raises(IntegrityError, match="decision stays"):
            SupportRequest.everything.filter(pk=row.pk).update(granted=1)


def test_refused_with_the_reason_and_no_report_is_wanted(busan, central):
    row = s.asked(busan, central)
    with pytest.raises(Refused, match="the agency reads it") as refused:
        s.draft(central, row, outcome="refused", reason=" ")
    assert refused.value.field == "reason"
    s.decided(central, row, outcome="refused", reason="같은 사업이 있습니다.", due_on=None)
    tell_of_support(busan.agency)
    assert s.told(busan) == ["support.refused"] and s.fresh(busan, row).stage == "refused"
    with within(busan.agency):
        assert not open_deadlines(Actor.system("a test")).exists()
    with within(busan.agency), pytest.raises(IntegrityError):
        SupportRequest.everything.filter(pk=row.pk).update(stage="granted")


@pytest.mark.parametrize(("field", "wrong"), [
    ("granted", {"outcome": "part", "granted": 5_000_001, "reason": "x"}), ("granted", {"outcome": "full", "granted": 5_000_001}),
    ("granted", {"outcome": "part", "granted": -1, "reason": "x"}), ("granted", {"outcome": "part", "granted": 0, "reason": "x"}),
    ("granted", {"outcome": "part", "reason": "x"}), ("granted", {"outcome": "part", "granted": 5_000_000, "reason": "x"}),
    ("granted", {"outcome": "full", "granted": 1}), ("reason", {"outcome": "part", "granted": 1}),
    ("due_on", {"outcome": "full", "due_on": None}), ("due_on", {"outcome": "full", "due_on": clock.today() + timedelta(days=4)})])
def test_no_decision_gives_more_than_asked_or_less_than_nothing(field, wrong, busan, central):
    row = s.asked(busan, central)
    with pytest.raises(Refused) as refused:
        s.draft(central, row, **wrong)
    assert refused.value.field == field
    for value in (5_000_001, 0):
        with within(central.agency), pytest.raises(IntegrityError):
            SupportRequest.everything.filter(pk=row.pk).update(granted=value)


def test_help_that_is_no_money_is_described(busan, central):
    row = s.asked(busan, central, kind="staff", amount=None)
    for field, wrong in (("help_words", {}), ("granted", {"granted": 5, "help_words": "강사 2명"})):
        with pytest.raises(Refused) as refused:
            s.draft(central, row, **wrong)
        assert refused.value.field == field
    s.decided(central, row, help_words="강사 2명을 파견합니다.")
    assert s.fresh(busan, row).help_words == "강사 2명을 파견합니다."


@pytest.mark.parametrize("role", ["auditor", "trainer", "observer", "assessor"])
def test_who_may_draft_release_approve_and_send_back(role, busan, central):
    row = s.asked(busan, central)
    for work in (lambda: s.draft(central, row, by=role), lambda: s.draft(central, row, by="director"), lambda: s.draft(busan, row)):
        with pytest.raises(PermissionDenied):
            work()
    s.draft(central, row)
    for work in (lambda: s.release(central, row, by=role), lambda: s.release(central, row, by="officer"),
                 lambda: s.at(central, support_decision.send_decision_back, row, "x", by=role)):
        with pytest.raises(PermissionDenied):
            work()
    s.release(central, row)
    for by in (role, "officer", "manager"):
        with pytest.raises(PermissionDenied):
            s.approve(central, row, by=by)


def test_who_drafted_or_released_does_not_approve_and_what_changed_is_read_again(busan, central):
    row = s.asked(busan, central)
    s.draft(central, row)
    seen = s.digest(central, row)
    s.draft(central, row, outcome="part", granted=1, reason="x")
    with pytest.raises(Refused, match="changed since"):
        s.at(central, support_decision.release_decision, row, seen, by="manager")
    seen = s.digest(central, row)
    with within(central.agency):
        f.MembershipFactory(user=central.manager, role="director")
        SupportDecision.everything.filter(request=row).update(reason="나중에 바뀐 글")
    with pytest.raises(Refused, match="changed since"):
        s.at(central, support_decision.release_decision, row, seen, by="manager")
    with within(central.agency):
        SupportDecision.everything.filter(request=row).update(reason="x")
    s.release(central, row)
    with pytest.raises(Refused, match="yourself"):
        s.approve(central, row, by="manager")
    s.at(central, support_decision.send_decision_back, row, "금액을 다시 검토", by="director")
    with pytest.raises(Refused):
        s.approve(central, row)
    s.decided(central, row, outcome="part", granted=2, reason="x")
    assert s.fresh(busan, row).granted == 2


# ---- never by who asked

def works_at(central, user, role):
    with within(central.agency):
        f.MembershipFactory(user=user, role=role)


def each_step(central, row, user):
    """Everything that decides, done by this account with every role."""
    for role in ("officer", "manager", "director"):
        works_at(central, user, role)
    with within(central.agency):
        actor = Actor.of(User.objects.get(pk=user.pk))
    return steps_as(central, row, actor)


def steps_as(central, row, actor):
    return [lambda: called(central, support_decision.draft_decision, row, actor, outcome="full", due_on=s.in_days(90)),
            lambda: called(central, support_decision.release_decision, row, actor, s.digest(central, row)),
            lambda: called(central, support_decision.approve_decision, row, actor, s.digest(central, row)),
            lambda: called(central, support_decision.send_decision_back, row, actor, "x")]


def called(central, work, row, actor, *args, **said):
    with within(central.agency):
        return work(row, *args, **said, actor=actor)


def refuses(steps, central, row):
    """Each step at its moment; nobody who asked gets through any."""
    with pytest.raises(Refused, match="belong to the agency"):
        steps[0]()
    s.draft(central, row)
    for one in (steps[1], steps[3]):
        with pytest.raises(Refused, match="belong to the agency"):
            one()
    s.release(central, row)
    with pytest.raises(Refused, match="belong to the agency"):
        steps[2]()
    assert s.fresh(central, row).stage == "asked"


def test_who_asked_decides_nothing_with_a_role_at_central(busan, central):
    row = s.asked(busan, central)
    with within(busan.agency):
        Affiliation.objects.filter(user=busan.officer).delete()         # by the request alone
    refuses(each_step(central, row, busan.officer), central, row)


def test_nor_does_the_same_person_with_another_account(busan, central):
    row = s.asked(busan, central)
    twin = f.UserFactory(email="twin@central.example", person=busan.officer.person)
    with within(busan.agency):
        Affiliation.objects.filter(user=busan.officer).delete()
    refuses(each_step(central, row, twin), central, row)


def test_nor_does_anybody_else_of_the_asking_agency_with_whatever_account(busan, central):
    row = s.asked(busan, central)
    refuses(each_step(central, row, busan.trainer), central, row)
    other = s.asked(busan, central, title="둘째")
    twin = f.UserFactory(email="twin@central.example", person=busan.auditor.person)
    refuses(each_step(central, other, twin), central, other)
    third, bare = s.asked(busan, central, title="셋째"), f.UserFactory(email="bare@central.example", person=None)
    Affiliation.objects.create(user=bare, agency=busan.agency)          # an account that names no person yet
    refuses(each_step(central, third, bare), central, third)


def test_nor_who_only_wrote_a_draft_or_for_whom_it_was_written(busan, central):
    row = s.begun(busan, by="manager")
    with within(busan.agency):
        actor = replace(Actor.of(busan.officer), acting_for=busan.director)
        support.change_request(row, base_version=1, actor=actor, **s.facts(amount=7))
        f.MembershipFactory(user=busan.trainer, role="officer")
        support.hand_in_request(row, base_version=2, actor=Actor.of(User.objects.get(pk=busan.trainer.pk)))
        hands = {one.user for one in SupportAuthor.everything.select_related("user")}
        assert hands == {busan.manager, busan.officer, busan.director, busan.trainer}
        Affiliation.objects.all().delete()
    for user in (busan.manager, busan.director, busan.trainer):
        steps = each_step(central, row, user)
        with pytest.raises(Refused, match="belong to the agency"):
            steps[0]()


@pytest.mark.parametrize("is_delegate", [True, False])
def test_nor_does_a_delegate_who_asked_or_who_stands_in_for_who_asked(is_delegate, busan, central):
    row = s.asked(busan, central)
    with within(central.agency):
        both = (busan.officer, central.director) if is_delegate else (central.director, busan.officer)
        actor = Actor(both[0], "x", frozenset({"officer", "manager", "director"}), acting_for=both[1])
    refuses(steps_as(central, row, actor), central, row)


def test_nor_is_their_report_answered_by_who_asked(busan, central):
    row = s.reported(busan, central)
    each_step(central, row, busan.officer)
    with within(central.agency):
        actor = Actor.of(User.objects.get(pk=busan.officer.pk))
        for work, said in ((support_report.accept_report, {}), (support_report.ask_again, {"words": "x", "due_on": s.in_days(9)})):
            with pytest.raises(Refused, match="belong to the agency"):
                work(row, actor=actor, **said)
