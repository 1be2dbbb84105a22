"""One cast for all tests: Busan and its people, the neighbour, Daegu and the stranger, Central, an operator, a citizen."""
from contextlib import contextmanager
from types import SimpleNamespace

import pytest
from allauth.account.models import EmailAddress

from accounts.actors import Actor
from accounts.models import Affiliation, Membership, Person, Province, Role, User
from core import clock
from core.tenancy import within
from tests import factories as f
from tests.remembered import read_back

STAFF = (Role.OFFICER, Role.MANAGER, Role.DIRECTOR, Role.TRAINER, Role.AUDITOR, Role.ADMIN, Role.OBSERVER,
         Role.EMPLOYEE, Role.CONSULTANT, Role.ASSESSOR, Role.COMMITTEE)


def people_of(slug, **fields):
    """The agency with somebody in each role (`place.officer` …) and two providers: `provider` (owner, colleague), `neighbours`."""
    agency = f.AgencyFactory(slug=slug, **fields)
    place = SimpleNamespace(agency=agency)
    with within(agency):
        staff = accounts_of(slug, f"{slug}.example", STAFF)
        Membership.everything.bulk_create(f.MembershipFactory.build(agency=agency, user=user, role=role) for role, user in staff.items())
        Affiliation.objects.bulk_create(Affiliation(agency=agency, user=user) for user in staff.values())
        others = accounts_of(slug, f"provider.{slug}.example", ("owner", "colleague", "neighbour"))
        EmailAddress.objects.bulk_create(EmailAddress(user=user, email=user.email, verified=True, primary=True) for user in others.values())
        for name, user in (staff | others).items():
            setattr(place, str(name), user)
        place.provider = provider_of(slug, "provider", owner=place.owner, editor=place.colleague)
        place.neighbours = provider_of(slug, "neighbours", owner=place.neighbour)
    return place


def accounts_of(slug, host, names):
    """{name: account}, each with a person; in bulk, since every test begins with them."""
    users = [f.UserFactory.build(email=f"{name}@{host}", person__name=f"CNRY-{slug}-{name}", joined_at=clock.now()) for name in names]
    Person.objects.bulk_create(user.person for user in users)
    for user in users:
        user.person_id = user.person.pk
    User.objects.bulk_create(users)
    return dict(zip(names, users, strict=True))


def provider_of(slug, name, **people):
    """A provider with a site, an offering and a document; every text says whose it is."""
    canary = f"CNRY-{slug}-{name}"
    provider = f.ProviderFactory(name=canary, name_en=f"{canary}-english", head_name=f"{canary}-head", email=f"{canary}@provider.example",
                                 address_base=f"{canary}-address")
    for role, user in people.items():
        f.ProviderMemberFactory(provider=provider, user=user, role=role)
    site = f.SiteFactory(provider=provider, name=f"{canary}-site", address_base=f"{canary}-site-address")
    f.OfferingFactory(site=site, registration_number=f"{canary}"[:30])
    f.ProviderDocumentFactory(provider=provider, name=f"{canary}-document.pdf", added_by=people["owner"])
    return provider


@pytest.fixture
def busan(db):
    return read_back("busan", lambda: people_of("busan", province=Province.objects.get(code="26"), name_ko="부산광역시사회서비스원",
                                                name_en="Busan Social Service Agency"))


@pytest.fixture
def daegu(db):
    return read_back("daegu", lambda: people_of("daegu", province=Province.objects.get(code="27"), name_ko="대구광역시행복진흥사회서비스원",
                                                name_en="Daegu Social Service Agency"))


@pytest.fixture
def central(db):
    return read_back("central", lambda: people_of("central", kind="central", name_ko="중앙사회서비스원",
                                                  name_en="Central Social Service Institute"))


@pytest.fixture
def daejeon(db):
    """An agency with a domain of its own."""
    return read_back("daejeon", lambda: people_of("daejeon", domain="daejeon.example"))


@pytest.fixture
def operator(db):
    return f.UserFactory(email="operator@nation.example", is_operator=True)


@pytest.fixture
def at():
    """`with at(busan.owner, busan) as actor:` the person, standing at the agency."""

    @contextmanager
    def standing(user, place):
        with within(place.agency):
            yield Actor.of(user) if user else Actor.public()

    return standing
