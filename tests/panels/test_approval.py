"""Drafted, released, approved, or sent back: who, in which order, and over exactly what."""
import uuid

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from accounts.actors import Actor
from core.errors import Refused
from core.models import AuditEvent
from panels import queries, workflow
from panels.models import Approval
from panels.stages import APPROVAL_MOVES, ApprovalStage
from tests import factories as f
from tests.panels.test_declaration import told

OLD, NEW = "a" * 64, "b" * 64


@pytest.fixture
def act(here):
    """`act("draft", "officer", …)` as somebody of Busan."""
    deeds = {"draft": lambda a, digest, actor: workflow.draft_approval(
                 "evaluations.announcement", uuid.uuid4(), "결과 공고", "announcement", digest, actor=actor),
             "release": lambda a, digest, actor: workflow.release_approval(a, digest, actor=actor),
             "approve": lambda a, digest, actor: workflow.approve(a, digest, actor=actor),
             "assent": lambda a, digest, actor: workflow.assent(a, digest, actor=actor),
             "send_back": lambda a, _digest, actor: workflow.send_back(a, "날짜를 고쳐 주세요.", actor=actor),
             "drop": lambda a, _digest, actor: workflow.drop_approval(a, actor=actor),
             "redraft": lambda a, digest, actor: workflow.redraft(a, digest, actor=actor)}

    def acting(deed, who, approval=None, digest=OLD):
        user = getattr(here, who) if isinstance(who, str) else who
        return deeds[deed](approval, digest, Actor.of(user))

    return acting


def names(users):
    return {user.email.split("@")[0] for user in users}


def test_the_officer_drafts_the_manager_releases_the_director_approves(act, here):
    approval = act("draft", "officer")
    assert (approval.stage, approval.drafted_by, names(queries.deciders_of(approval))) == (ApprovalStage.DRAFTED, here.officer, {"manager"})
    approval = act("release", "manager", approval)
    assert (approval.stage, approval.released_by, names(queries.deciders_of(approval))) == (
        ApprovalStage.RELEASED, here.manager, {"director"})
    approval = act("approve", "director", approval)
    assert (approval.stage, approval.approved_by, names(queries.deciders_of(approval))) == (ApprovalStage.APPROVED, here.director, set())
    assert [(step.verb, step.by, step.digest) for step in queries.steps_of(approval)] == [
        ("drafted", here.officer, OLD), ("released", here.manager, OLD), ("approved", here.director, OLD)]
    assert told() == ["approval.waits", "approval.waits"]
    assert list(AuditEvent.everything.order_by("pk").values_list("verb", flat=True)) == [
        "approval.drafted", "approval.released", "approval.approved"]


@pytest.mark.parametrize(("deed", "may"), [
    ("draft", {"officer", "manager"}), ("redraft", {"officer", "manager"}), ("release", {"manager"}), ("approve", {"director"}),
    ("send_back", {"manager", "director"})])
@pytest.mark.parametrize("who", ["officer", "manager", "director", "auditor", "admin", "observer", "committee", "owner"])
def test_each_step_is_somebodys(deed, may, who, act):
    before = {"release": ApprovalStage.DRAFTED}.get(deed, ApprovalStage.RELEASED)
    approval = f.ApprovalFactory(stage=before, released_by=f.UserFactory(), released_at="2026-11-01T00:00Z")
    if who in may:
        assert act(deed, who, approval)
    else:
        with pytest.raises(PermissionDenied):
            act(deed, who, approval)


def test_nobody_releases_or_approves_what_was_changed(act):
    approval = act("draft", "officer")
    with pytest.raises(Refused, match="changed since it was drafted"):
        act("release", "manager", approval, NEW)
    approval = act("release", "manager", approval)
    with pytest.raises(Refused, match="changed since it was released"):
        act("approve", "director", approval, NEW)


def test_what_was_sent_back_or_changed_begins_anew(act, here):
    approval = act("send_back", "director", act("release", "manager", act("draft", "officer")))
    assert told()[-1] == "approval.sent_back"
    assert list(queries.drafter_of(approval)) == [here.officer]
    assert approval.steps.last().reason == "날짜를 고쳐 주세요."
    with pytest.raises(Refused, match="can no longer become"):
        act("approve", "director", approval)
    approval = act("redraft", "manager", approval, NEW)
    assert (approval.stage, approval.digest, approval.drafted_by, approval.released_by) == ("drafted", NEW, here.manager, None)
    approval = act("redraft", "officer", act("release", "manager", approval, NEW), OLD)
    assert (approval.stage, approval.released_at) == ("drafted", None)
    assert act("redraft", "officer", approval, NEW).digest == NEW


def test_what_is_no_longer_needed_asks_nobody_and_another_may_begin(act, here):
    approval = act("drop", "owner", act("release", "manager", act("draft", "officer")))
    assert (approval.stage, list(queries.deciders_of(approval)), approval.steps.last().verb) == ("dropped", [], "dropped")
    assert workflow.draft_approval(approval.subject_type, approval.subject, "결과 공고", approval.kind, NEW, actor=Actor.of(here.officer))


@pytest.mark.parametrize("who", ["officer", "manager", "director", "auditor", "admin", "observer"])
def test_only_the_director_takes_back_what_is_approved(who, act, here):
    """As if nobody had approved it; who has agreed for the city is asked again."""
    approval = act("release", "manager", act("draft", "officer"))
    Approval.everything.filter(pk=approval.pk).update(needs_assent=True)
    approval = act("approve", "director", act("assent", "observer", approval))
    if who == "director":
        approval = act("send_back", who, approval)
        assert (approval.stage, approval.approved_by, approval.approved_at, approval.assented_by) == ("sent_back", None, None, None)
        assert told()[-1] == "approval.sent_back"
        assert act("redraft", "officer", approval, NEW).stage == ApprovalStage.DRAFTED
    else:
        with pytest.raises(PermissionDenied):
            act("send_back", who, approval)


def test_sending_back_needs_a_reason(act, here):
    approval = act("release", "manager", act("draft", "officer"))
    with pytest.raises(Refused) as refusal:
        workflow.send_back(approval, "  ", actor=Actor.of(here.director))
    assert refusal.value.field == "reason"


def test_nobody_approves_what_they_drafted_or_released_not_even_with_another_account(act, here):
    for role in ("manager", "director"):
        f.MembershipFactory(user=here.colleague, role=role)
    twin = f.MembershipFactory(role="director", user=f.UserFactory(person=here.colleague.person)).user
    drafted = act("release", "manager", act("draft", "colleague"))
    released = act("release", "colleague", act("draft", "officer"))
    for approval in (drafted, released):
        for who in (here.colleague, twin):
            with pytest.raises(Refused, match="yourself"):
                act("approve", who, approval)
        assert act("approve", "director", approval)


def test_the_database_lets_nobody_approve_their_own(here):
    who = {"drafted_by": here.officer, "released_by": here.manager, "released_at": "2026-11-01T00:00Z", "approved_at": "2026-11-02T00:00Z"}
    for user in (here.officer, here.manager):
        with pytest.raises(IntegrityError, match="approved_by_somebody_else"), transaction.atomic():
            f.ApprovalFactory(stage="approved", approved_by=user, **who)
    assert f.ApprovalFactory(stage="approved", approved_by=here.director, **who)


@pytest.mark.parametrize(("wrong", "name"), [
    ({"digest": "A" * 64}, "approved_by_digest"), ({"stage": "released"}, "released_by_somebody"),
    ({"stage": "approved", "released_by": 1, "released_at": "2026-11-01T00:00Z"}, "approved_by_somebody")])
def test_a_stage_has_its_person_and_its_digest(wrong, name, here):
    if "released_by" in wrong:
        wrong = wrong | {"released_by": here.manager}
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        f.ApprovalFactory(**wrong)


def test_one_approval_of_a_thing_at_a_time(act, here):
    subject = uuid.uuid4()

    def draft(kind="announcement"):
        return workflow.draft_approval("evaluations.announcement", subject, "결과 공고", kind, OLD, actor=Actor.of(here.officer))

    first = draft()
    with pytest.raises(Refused, match="under way"):
        draft()
    draft("revocation")
    act("approve", "director", act("release", "manager", first))
    second = draft()
    assert queries.approval_of("evaluations.announcement", subject, "announcement") == second
    assert queries.approval_of("evaluations.announcement", uuid.uuid4(), "announcement") is None


DEEDS = {ApprovalStage.RELEASED: ("release", "manager"), ApprovalStage.APPROVED: ("approve", "director"),
         ApprovalStage.SENT_BACK: ("send_back", "director"), ApprovalStage.DRAFTED: ("redraft", "officer"),
         ApprovalStage.DROPPED: ("drop", "owner")}


@pytest.mark.parametrize("before", ApprovalStage)
@pytest.mark.parametrize("to", ApprovalStage)
def test_every_legal_move_goes_and_every_other_is_refused(before, to, act, here):
    approval = f.ApprovalFactory(stage=before, released_by=here.manager, released_at="2026-11-01T00:00Z",
                                 approved_by=here.director if before == "approved" else None,
                                 approved_at="2026-11-02T00:00Z" if before == "approved" else None)
    if to in APPROVAL_MOVES[before] or before == to == ApprovalStage.DRAFTED:
        assert act(*DEEDS[to], approval).stage == to
    else:
        with pytest.raises(Refused):
            act(*DEEDS[to], approval)
        assert Approval.everything.get(pk=approval.pk).stage == before
