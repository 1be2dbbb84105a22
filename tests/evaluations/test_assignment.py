"""Who assesses a case: every refusal of assigning and of ending."""
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from core import clock
from core.errors import Refused
from core.models import Errand
from evaluations import workflow
from evaluations.models import Application, Assignment
from panels.models import Declaration
from tests import factories as f
from tests.evaluations.path import Path
from tests.evaluations.reviewing import assign, end, put_at, standing

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(busan):
    path = Path(busan).screened()
    with standing(path):
        yield path


@pytest.fixture
def user(here):
    user = here.one_more("assessor")
    f.PoolMemberFactory(user=user)
    return user


def try_to(here, user, *, by=None, **how):
    return workflow.assign_assessor(here.fresh(), user, actor=here.as_(by) if by else here.officer, **how)


def test_who_is_assigned_is_asked_for_a_declaration_and_told(here, user):
    assignment = try_to(here, user)
    assert Declaration.everything.get(user=user).answered_at is None
    assert Errand.everything.filter(arguments__event="declaration.asked").count() == 1
    assert assignment.label.startswith(here.application.number)


@pytest.mark.parametrize("who", ["assessor", "committee", "admin", "auditor", "director"])
def test_only_the_desk_assigns(here, user, who):
    with pytest.raises(PermissionDenied):
        try_to(here, user, by=getattr(here.place, who))


def test_an_officer_does_not_assign_for_the_provider_she_belongs_to(here, user):
    f.ProviderMemberFactory(provider=here.provider, user=here.place.officer, role="viewer")
    with pytest.raises(PermissionDenied):
        try_to(here, user)


@pytest.mark.parametrize("stage", ["site_visit", "fact_check", "withdrawn"])
def test_nobody_is_assigned_after_the_review(here, user, stage):
    put_at(here, stage)
    with pytest.raises(Refused, match="before the document review ends"):
        try_to(here, user)


def test_nobody_is_assigned_or_taken_off_once_the_review_is_concluded(here, user):
    try_to(here, user)
    Application.everything.filter(pk=here.application.pk).update(reviewed_at=clock.now())
    other = here.one_more("assessor")
    f.PoolMemberFactory(user=other)
    with pytest.raises(Refused, match="is over"):
        try_to(here, other)
    with pytest.raises(Refused, match="is over"):
        end(here, user)


def test_nobody_is_assigned_from_outside_the_pool(here):
    stranger, left = here.one_more("assessor"), here.one_more("assessor")
    f.PoolMemberFactory(user=left, left_at=clock.now())
    for user in (stranger, left):
        with pytest.raises(Refused, match="not in the assessor pool"):
            try_to(here, user)


def test_a_closed_account_is_not_assigned(here, user):
    user.is_active = False
    with pytest.raises(Refused, match="not in the assessor pool"):
        try_to(here, user)


def test_nobody_is_assigned_twice_and_after_the_end_again(here, user):
    try_to(here, user)
    with pytest.raises(Refused, match="assigned already"):
        try_to(here, user)
    end(here, user)
    assert try_to(here, user)


def test_a_case_has_one_lead(here, user):
    assign(here, is_lead=True)
    with pytest.raises(Refused, match="a lead assessor already"):
        try_to(here, user, is_lead=True)
    assert not try_to(here, user).is_lead


def test_who_stands_back_is_not_assigned_again(here, user):
    try_to(here, user)
    here.declare(user, interest="가족이 근무합니다.")
    end(here, user)
    with pytest.raises(Refused, match="stands back"):
        try_to(here, user)


# ---- ties, by person

def test_who_acts_for_the_provider_does_not_assess_it_nor_under_another_account(here, user):
    f.ProviderMemberFactory(provider=here.provider, user=f.UserFactory(person=user.person), role="viewer")
    with pytest.raises(Refused, match="has a tie"):
        try_to(here, user)


@pytest.mark.parametrize("kind", ["employed", "owns", "related"])
def test_a_standing_tie_excludes_and_one_that_has_ended_does_not(here, user, kind):
    tie = f.InvolvementFactory(person=user.person, subject=here.provider.public_id, kind=kind, matter=None)
    with pytest.raises(Refused, match="has a tie"):
        try_to(here, user)
    tie.to_on = clock.today()
    tie.save()
    assert try_to(here, user)


@pytest.mark.parametrize(("days", "excludes"), [(None, True), (30, True), (720, True), (740, False)])
def test_who_advised_it_within_24_months_does_not_assess_it(here, user, days, excludes):
    ended = days and clock.today() - timedelta(days=days)
    f.InvolvementFactory(person=user.person, subject=here.provider.public_id, kind="consulted", matter=None, to_on=ended)
    if excludes:
        with pytest.raises(Refused, match="has a tie"):
            try_to(here, user)
    else:
        assert try_to(here, user)


def test_a_tie_to_another_provider_is_none(here, user):
    f.InvolvementFactory(person=user.person, subject=here.place.neighbours.public_id, kind="employed", matter=None)
    assert try_to(here, user)


def test_an_account_without_a_person_has_no_ties(here):
    user = f.MembershipFactory(role="assessor", user=f.UserFactory(person=None)).user
    f.PoolMemberFactory(user=user)
    assert try_to(here, user)


# ---- ending

def test_ending_needs_a_reason_and_the_desk_and_happens_once(here, user):
    assignment = try_to(here, user)
    with pytest.raises(Refused, match="write the reason") as refused:
        end(here, user, reason=" ")
    assert refused.value.field == "reason"
    with pytest.raises(PermissionDenied):
        workflow.end_assignment(assignment, reason="x", actor=here.as_(user))
    end(here, user)
    with pytest.raises(Refused, match="ended already"):
        workflow.end_assignment(assignment, reason="x", actor=here.officer)
    assert Assignment.everything.get(pk=assignment.pk).ended_reason
