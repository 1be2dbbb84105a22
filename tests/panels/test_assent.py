"""The city agrees to what was released, where it was asked to, before the director approves it."""
import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from core.errors import Refused
from core.models import AuditEvent
from panels import queries
from panels.models import Approval
from panels.stages import ApprovalStage
from tests import factories as f
from tests.panels.test_approval import NEW, OLD, act, names  # noqa: F401

WHO = ["officer", "manager", "director", "auditor", "admin", "committee", "owner"]


@pytest.fixture
def waiting(here):
    return f.ApprovalFactory(stage="released", needs_assent=True, drafted_by=here.officer, released_by=here.manager,
                             released_at="2026-11-01T00:00Z", digest=OLD)


def test_what_is_released_waits_for_the_city_and_then_for_the_director(waiting, act, here):  # noqa: F811
    assert names(queries.deciders_of(waiting)) == {"observer"}
    with pytest.raises(Refused, match="The city has to agree first"):
        act("approve", "director", waiting)
    approval = act("assent", "observer", waiting)
    assert (approval.stage, approval.assented_by, names(queries.deciders_of(approval))) == (
        ApprovalStage.RELEASED, here.observer, {"director"})
    with pytest.raises(Refused, match="agreed already"):
        act("assent", "observer", approval)
    approval = act("approve", "director", approval)
    assert [(step.verb, step.by) for step in queries.steps_of(approval)] == [("assented", here.observer), ("approved", here.director)]
    assert list(AuditEvent.everything.order_by("pk").values_list("verb", flat=True)) == ["approval.assented", "approval.approved"]


@pytest.mark.parametrize("who", WHO)
def test_nobody_but_the_city_agrees(who, waiting, act):  # noqa: F811
    with pytest.raises(PermissionDenied):
        act("assent", who, waiting)


def test_where_nobody_asked_the_city_it_neither_agrees_nor_sends_back(act, here):  # noqa: F811
    approval = act("release", "manager", act("draft", "officer"))
    with pytest.raises(Refused, match="does not wait for the city"):
        act("assent", "observer", approval)
    with pytest.raises(PermissionDenied):
        act("send_back", "observer", approval)
    assert act("approve", "director", approval)


def test_it_is_agreed_to_exactly_what_was_released(waiting, act):  # noqa: F811
    with pytest.raises(Refused, match="changed since it was released"):
        act("assent", "observer", waiting, NEW)


def test_before_the_release_and_after_the_assent_it_is_not_the_citys(waiting, act):  # noqa: F811
    Approval.everything.filter(pk=waiting.pk).update(stage="drafted")
    for deed, error in (("assent", Refused), ("send_back", PermissionDenied)):
        with pytest.raises(error):
            act(deed, "observer", waiting)
    Approval.everything.filter(pk=waiting.pk).update(stage="released")
    act("assent", "observer", waiting)
    with pytest.raises(PermissionDenied):
        act("send_back", "observer", waiting)


@pytest.mark.parametrize(("deed", "who"), [("send_back", "director"), ("redraft", "officer")])
def test_a_change_undoes_the_assent(deed, who, waiting, act):  # noqa: F811
    waiting = act("assent", "observer", waiting)
    approval = act(deed, who, waiting, NEW)
    assert (approval.assented_by, approval.assented_at, approval.released_by is None) == (None, None, deed == "redraft")


def test_one_person_is_not_manager_city_and_director_at_once(waiting, act, here):  # noqa: F811
    twice = f.UserFactory(person=here.manager.person, email="twice@busan.example")
    f.MembershipFactory(user=twice, role="observer")
    with pytest.raises(Refused, match="Somebody else has to agree"):
        act("assent", twice, waiting)
    waiting = act("assent", "observer", waiting)
    both = f.UserFactory(person=here.observer.person, email="both@busan.example")
    f.MembershipFactory(user=both, role="director")
    with pytest.raises(Refused, match="Somebody else has to approve"):
        act("approve", both, waiting)


@pytest.mark.parametrize(("wrong", "name"), [
    ({"approved": "director"}, "approved_with_the_citys_assent"),
    ({"approved": "observer", "assented": "observer"}, "approved_by_another_than_the_city"),
    ({"stage": "drafted", "assented": "observer"}, "assented_to_what_is_released"),
    ({"needs_assent": False, "assented": "observer"}, "assented_to_what_is_released")])
def test_the_database_knows_it_too(wrong, name, here):
    facts = {"stage": "approved" if "approved" in wrong else "released", "needs_assent": True, "drafted_by": here.officer,
             "released_by": here.manager, "released_at": "2026-11-01T00:00Z"}
    for what, who in wrong.items():
        facts |= {f"{what}_by": getattr(here, who), f"{what}_at": "2026-11-02T00:00Z"} if what in ("approved", "assented") else {what: who}
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        f.ApprovalFactory(**facts)
