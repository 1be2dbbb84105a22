"""Approved, sent back, agreed to at the same moment: one of them happens; and a control without the lock."""
import time

import pytest
from django.core.exceptions import PermissionDenied

from accounts.actors import Actor
from core import clock
from core.errors import Refused
from core.models import AuditEvent
from core.tenancy import within
from panels import workflow
from panels.models import Approval
from panels.workflow import approval as deeds
from tests import factories as f
from tests.panels.test_races import ROUNDS, at_once, room  # noqa: F401

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.case(24)]
OLD, NEW = "a" * 64, "b" * 64


def released(place, **facts):
    with within(place.agency):
        return f.ApprovalFactory(stage="released", digest=OLD, drafted_by=place.officer, released_by=place.manager,
                                 released_at=clock.now(), **facts)


def both_done(place, approval, *works):
    """Whether both happened, and how often the trail says that something became of what was released."""
    answers = at_once(place, *works)
    with within(place.agency):
        verbs = AuditEvent.everything.filter(subject_id=str(approval.pk), verb__in=("approval.approved", "approval.sent_back"))
        return [isinstance(answer, Approval) for answer in answers] == [True, True], verbs.count()


def approving(place, approval):
    return lambda: workflow.approve(approval, OLD, actor=Actor.of(place.director))


def sending_back(place, approval, who="manager"):
    def work():
        try:
            return workflow.send_back(approval, "사유", actor=Actor.of(getattr(place, who)))
        except PermissionDenied:                # what is approved meanwhile only the director takes back
            raise Refused("approved") from None
    return work


def test_what_is_approved_is_not_sent_back_at_the_same_moment(room):  # noqa: F811
    for _round in range(ROUNDS):
        approval = released(room.place)
        assert both_done(room.place, approval, approving(room.place, approval), sending_back(room.place, approval)) == (False, 1)


def test_without_the_lock_both_happen(room, monkeypatch):  # noqa: F811
    """The control: a test that cannot fail would prove nothing."""

    def seen_but_not_held(row):
        found = Approval.everything.get(pk=row.pk)
        time.sleep(0.05)
        return found

    monkeypatch.setattr(deeds, "lock", seen_but_not_held)
    for _round in range(20):
        approval = released(room.place)
        if both_done(room.place, approval, approving(room.place, approval), sending_back(room.place, approval)) != (False, 1):
            return
    pytest.fail("the lock changes nothing")


def test_the_city_does_not_agree_to_what_is_being_sent_back(room):  # noqa: F811
    place = room.place
    for _round in range(ROUNDS):
        approval = released(place, needs_assent=True)
        agreed, _sent = at_once(place, lambda one=approval: workflow.assent(one, OLD, actor=Actor.of(place.observer)),
                                sending_back(place, approval, "director"))
        with within(place.agency):
            after = Approval.everything.get(pk=approval.pk)
        assert (after.stage, after.assented_by) == ("sent_back", None)
        assert isinstance(agreed, Approval | str)


def test_of_two_directors_who_approve_at_once_one_does(room):  # noqa: F811
    place = room.place
    for _round in range(ROUNDS):
        approval = released(place)
        answers = at_once(place, approving(place, approval), approving(place, approval))
        assert sorted(isinstance(answer, Approval) for answer in answers) == [False, True]
        with within(place.agency):
            assert AuditEvent.everything.filter(subject_id=str(approval.pk), verb="approval.approved").count() == 1
