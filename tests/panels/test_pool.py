"""The assessor pool."""
import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from accounts.actors import Actor
from core.errors import Refused
from core.models import AuditEvent
from panels import queries, workflow
from panels.models import Employment, PoolMember
from tests import factories as f


@pytest.fixture(autouse=True)
def demo(settings):
    """Numbers that begin with 000 pass only with DEMO."""
    settings.DEMO = True


@pytest.mark.parametrize("who", ["officer", "manager"])
def test_an_assessor_is_taken_into_the_pool_and_leaves_it(who, here):
    actor = Actor.of(getattr(here, who))
    member = workflow.add_to_pool(here.assessor, employer_number="000-82-00006", employer_name=" 가온대학교 ", actor=actor)
    employment = Employment.everything.get(member=member)
    assert (employment.business_number, employment.name, employment.to_on) == ("0008200006", "가온대학교", None)
    assert queries.is_in_pool(here.assessor)
    assert workflow.leave_pool(member, actor=actor).left_at
    assert not queries.is_in_pool(here.assessor)
    assert list(AuditEvent.everything.order_by("pk").values_list("verb", flat=True)) == [
        "pool.joined", "pool.employer_noted", "involvement.noted", "pool.left"]


def test_who_left_may_join_again_and_both_terms_stay(here):
    actor = Actor.of(here.manager)
    workflow.leave_pool(workflow.add_to_pool(here.assessor, actor=actor), actor=actor)
    workflow.add_to_pool(here.assessor, actor=actor)
    assert PoolMember.everything.filter(user=here.assessor).count() == 2


def test_only_an_assessor_of_the_agency_is_taken_in(here):
    with pytest.raises(Refused, match="not an assessor"):
        workflow.add_to_pool(here.committee, actor=Actor.of(here.manager))


def test_nobody_is_in_the_pool_twice(here):
    member = workflow.add_to_pool(here.assessor, actor=Actor.of(here.manager))
    with pytest.raises(Refused, match="already"):
        workflow.add_to_pool(here.assessor, actor=Actor.of(here.manager))
    with pytest.raises(IntegrityError, match="once_in_the_pool"), transaction.atomic():
        f.PoolMemberFactory(user=here.assessor)
    workflow.leave_pool(member, actor=Actor.of(here.manager))
    with pytest.raises(Refused, match="left the pool already"):
        workflow.leave_pool(member, actor=Actor.of(here.manager))


def test_a_number_of_the_employer_has_ten_digits(here):
    with pytest.raises(Refused) as refusal:
        workflow.add_to_pool(here.assessor, employer_number="12345", actor=Actor.of(here.manager))
    assert refusal.value.field == "employer_number"
    with pytest.raises(IntegrityError, match="ten_digits"), transaction.atomic():
        f.EmploymentFactory(business_number="12345")


@pytest.mark.parametrize("who", ["director", "auditor", "admin", "assessor", "committee", "owner"])
def test_nobody_else_keeps_the_pool(who, here):
    member = f.PoolMemberFactory(user=here.assessor)
    for keep in (lambda actor: workflow.add_to_pool(here.assessor, actor=actor), lambda actor: workflow.leave_pool(member, actor=actor)):
        with pytest.raises(PermissionDenied):
            keep(Actor.of(getattr(here, who)))


@pytest.mark.parametrize("many", [1, 3])
def test_the_pool_is_listed_by_name_in_one_query(many, here, django_assert_num_queries):
    for name in ["하나", "나라", "가온"][:many]:
        f.PoolMemberFactory(user=f.UserFactory(person__name=name))
    f.PoolMemberFactory(left_at="2026-01-01T00:00Z")
    actor = Actor.of(here.officer)
    with django_assert_num_queries(1):
        names = [str(member) for member in queries.pool_members(actor)]
    assert names == sorted(names) and len(names) == many
