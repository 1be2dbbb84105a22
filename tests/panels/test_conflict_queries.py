"""The facts behind conflicts, for many pairs at once: from the ledger, from who acts for whom, from who offers what where."""
from datetime import timedelta

import pytest

from core import clock
from core.tenancy import within
from panels.conflicts import Kind
from panels.models.involvement import BUSINESS, business_of
from panels.queries import conflicts_of
from providers.models import Offering, Site
from tests import factories as f


@pytest.fixture
def offering(here):
    return Offering.everything.get(site__provider=here.provider)


def kinds(offering, user):
    return [one.kind for one in conflicts_of([(offering.pk, user)])[offering.pk, user.pk]]


def test_nothing_ties_a_stranger(here, offering):
    assert kinds(offering, here.assessor) == []


def test_who_acts_for_it_under_this_or_another_account_is_found(here, offering):
    assert kinds(offering, here.owner) == [Kind.ACTS_FOR]
    again = f.UserFactory(person=here.owner.person)
    assert kinds(offering, again) == [Kind.SAME_PERSON]


def test_an_account_without_a_person_is_found_by_what_it_acts_for(here, offering):
    user = f.UserFactory(person=None)
    f.ProviderMemberFactory(provider=here.provider, user=user, role="viewer")
    assert kinds(offering, user) == [Kind.ACTS_FOR]


def test_the_same_business_number_is_the_same_corporation(here, offering):
    f.InvolvementFactory(person=here.assessor.person, kind="employed", subject_type=BUSINESS, matter=None, label="햇살복지재단",
                         subject=business_of(here.provider.business_number))
    assert kinds(offering, here.assessor) == [Kind.SAME_CORPORATION]


def test_a_competitor_offers_the_same_service_in_the_same_district_now(here, offering):
    f.InvolvementFactory(person=here.assessor.person, kind="employed", subject_type=BUSINESS, matter=None, label="이웃",
                         subject=business_of(here.neighbours.business_number))
    theirs = Offering.everything.get(site__provider=here.neighbours)
    Offering.everything.filter(pk=theirs.pk).update(service_type=offering.service_type)
    Site.everything.filter(pk=theirs.site_id).update(district=offering.site.district)
    assert kinds(offering, here.assessor) == [Kind.COMPETITOR]
    Offering.everything.filter(pk=theirs.pk).update(is_active=False)
    assert kinds(offering, here.assessor) == []


def test_having_assessed_or_decided_it_before_is_no_tie(here, offering):
    for kind in ("assessed", "decided"):
        f.InvolvementFactory(person=here.assessor.person, subject=here.provider.public_id, kind=kind)
    assert kinds(offering, here.assessor) == []


def test_the_ledger_is_not_read_across_agencies(busan, daegu):
    with within(daegu.agency):
        f.InvolvementFactory(person=busan.assessor.person, subject=busan.provider.public_id, kind="related", matter=None)
    with within(busan.agency):
        assert kinds(Offering.everything.get(site__provider=busan.provider), busan.assessor) == []


@pytest.mark.parametrize("many", [1, 3, 30])
def test_many_pairs_are_asked_in_four_statements(many, here, offering, django_assert_num_queries):
    users = [f.UserFactory() for _one in range(many)]
    for user in users:
        f.InvolvementFactory(person=user.person, subject=here.provider.public_id, kind="consulted", matter=None,
                             to_on=clock.today() - timedelta(days=10))
    with django_assert_num_queries(4):
        found = conflicts_of((offering.pk, user) for user in users)
    assert all([one.kind for one in found[offering.pk, user.pk]] == [Kind.CONSULTED] for user in users)


def test_no_pairs_ask_nothing(here, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert conflicts_of([]) == {}
