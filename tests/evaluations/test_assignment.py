"""Who assesses a case: every refusal of assigning and of ending."""
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from accounts.models import District
from core import clock
from core.calendar import months_before
from core.errors import Refused
from core.models import AuditEvent, Errand
from evaluations import workflow
from evaluations.models import Application, Assignment
from evaluations.queries import candidates_for
from panels import workflow as panels
from panels.models import Declaration, Overruling, PoolMember
from panels.pledge import VERSION
from providers.models import Site
from tests import factories as f
from tests.evaluations.path import Path
from tests.evaluations.reviewing import assign, end, put_at, standing

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def demo(settings):
    """Numbers that begin with 000 pass only with DEMO."""
    settings.DEMO = True


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
    with pytest.raises(Refused, match="excluded from this case"):
        try_to(here, user)


@pytest.mark.parametrize("kind", ["employed", "owns", "related"])
def test_a_standing_tie_excludes_and_one_that_has_ended_does_not(here, user, kind):
    tie = f.InvolvementFactory(person=user.person, subject=here.provider.public_id, kind=kind, matter=None)
    with pytest.raises(Refused, match="excluded from this case"):
        try_to(here, user)
    tie.to_on = clock.today() - timedelta(days=1100)
    tie.save()
    assert try_to(here, user)


@pytest.mark.parametrize(("days", "excludes"), [(None, True), (30, True), (720, True), (740, False)])
def test_who_advised_it_within_24_months_does_not_assess_it(here, user, days, excludes):
    ended = days and clock.today() - timedelta(days=days)
    f.InvolvementFactory(person=user.person, subject=here.provider.public_id, kind="consulted", matter=None, to_on=ended)
    if excludes:
        with pytest.raises(Refused, match="excluded from this case"):
            try_to(here, user)
    else:
        assert try_to(here, user)


def test_a_tie_to_a_provider_of_another_district_or_service_is_none(here, user):
    f.InvolvementFactory(person=user.person, subject=here.place.neighbours.public_id, kind="employed", matter=None)
    elsewhere = District.objects.exclude(pk=Site.everything.get(provider=here.provider).district_id).first()
    Site.everything.filter(provider=here.place.neighbours).update(district=elsewhere)
    assert try_to(here, user)


def test_an_account_without_a_person_has_no_ties(here):
    user = f.MembershipFactory(role="assessor", user=f.UserFactory(person=None)).user
    f.PoolMemberFactory(user=user)
    assert try_to(here, user)


# ---- reasons to ask, which a manager may overrule

@pytest.fixture
def rival(here, user):
    """Works for a provider that offers the same service in the same district."""
    f.InvolvementFactory(person=user.person, subject=here.place.neighbours.public_id, kind="employed", matter=None)
    return user


def test_an_officer_is_told_that_a_manager_may_and_a_manager_writes_why(here, rival):
    with pytest.raises(Refused, match="Works for CNRY-busan-neighbours, which offers the same service.*A manager may") as refused:
        try_to(here, rival)
    assert refused.value.field == "assessor"
    for reason in ("", "  "):
        with pytest.raises(Refused, match="write why") as refused:
            try_to(here, rival, by=here.place.manager, overruling=reason)
        assert refused.value.field == "overruling"
    assert not Overruling.everything.exists()
    assert try_to(here, rival, by=here.place.manager, overruling=" 이 분야의 다른 심사위원이 없습니다. ")
    kept = Overruling.everything.get()
    assert (kept.matter, kept.user, kept.overruled_by, kept.kinds) == (here.application.matter, rival, here.place.manager, ["competitor"])
    assert kept.reason == "이 분야의 다른 심사위원이 없습니다." and "same district" in kept.sentences[0]
    assert AuditEvent.everything.filter(verb="conflict.overruled").count() == 1


def test_no_word_of_an_officer_overrules(here, rival):
    with pytest.raises(Refused, match="A manager may"):
        try_to(here, rival, overruling="괜찮습니다.")


def test_a_ground_of_exclusion_is_overruled_by_nobody(here, user):
    f.InvolvementFactory(person=user.person, subject=here.provider.public_id, kind="related", matter=None)
    with pytest.raises(Refused, match="excluded from this case: Is related"):
        try_to(here, user, by=here.place.manager, overruling="다른 심사위원이 없습니다.")


def test_who_left_an_employer_within_three_years_is_asked_first(here, user):
    member = PoolMember.everything.get(user=user)
    f.EmploymentFactory(member=member, name="햇살", business_number=here.provider.business_number,
                        to_on=clock.today() - timedelta(days=400))
    panels.sign_pledge(member, VERSION, actor=here.as_(user))           # the ledger follows
    with pytest.raises(Refused, match="Worked for the provider within the last three years"):
        try_to(here, user)


def test_an_employer_with_the_providers_number_excludes_under_whatever_name(here, user):
    panels.add_employer(PoolMember.everything.get(user=user), name="다른 이름", number=here.provider.business_number, actor=here.as_(user))
    with pytest.raises(Refused, match="excluded from this case: Works for 다른 이름, which has the provider's business"):
        try_to(here, user)


def test_who_works_on_the_case_is_not_assigned_under_another_account(here, user):
    try_to(here, user)
    again = f.MembershipFactory(role="assessor", user=f.UserFactory(person=user.person)).user
    f.PoolMemberFactory(user=again)
    with pytest.raises(Refused, match="assigned already"):
        try_to(here, again)


# ---- fit to be asked

def test_a_qualification_that_expired_yesterday_refuses_until_it_is_renewed(here, user):
    member, yesterday = PoolMember.everything.get(user=user), clock.today() - timedelta(days=1)
    f.QualificationFactory(member=member, kind="사회복지사 1급")                      # has no end
    f.QualificationFactory(member=member, number="2024-001", valid_until=yesterday)
    with pytest.raises(Refused, match="cannot be assigned: The qualification “전문 심사위원 양성과정 이수” expired on"):
        try_to(here, user)
    f.QualificationFactory(member=member, number="2026-001", valid_until=clock.today())
    assert try_to(here, user)


def test_a_pledge_of_a_year_ago_holds_and_an_older_one_refuses(here, user):
    member = PoolMember.everything.get(user=user)
    f.YearlyPledgeFactory(member=member, signed_on=months_before(clock.today(), 12) - timedelta(days=1))
    with pytest.raises(Refused, match="more than a year ago"):
        try_to(here, user)
    f.YearlyPledgeFactory(member=member, signed_on=months_before(clock.today(), 12))
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


def test_who_stands_back_under_another_account_is_offered_as_one_who_stands_back(here, user):
    f.RecusalFactory(matter=here.application.matter, user=f.UserFactory(person=user.person))
    offered = next(one for one in candidates_for(here.officer, here.application) if one.member.user_id == user.pk)
    assert "Stands back from this case." in offered.forbidden
