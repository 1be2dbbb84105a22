"""The person behind an account, one's own pages, closing an account."""
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from accounts import workflow
from accounts.actors import Actor
from accounts.models import Membership, Person, User
from accounts.workflow.people import national_number
from core.errors import Refused
from core.models import AuditEvent
from core.tenancy import within
from tests.factories import MembershipFactory, UserFactory

FACTS = {"name": "한가람", "birth_on": date(1985, 3, 1), "phone": "010-1234-5678"}


def name(user, **facts):
    return workflow.name_person(user, **FACTS | facts, actor=Actor.elsewhere(user))


@pytest.fixture
def unnamed(db):
    return UserFactory(person=None)


@pytest.mark.parametrize("typed", ["010-1234-5678", "010 1234 5678", "+82 10-1234-5678", "+82 010 1234 5678", "０１０１２３４５６７８"])
def test_a_mobile_number_is_one_however_it_is_typed(typed):
    assert national_number(typed) == "01012345678"


def test_equal_name_birth_and_mobile_are_the_same_person(unnamed):
    other = UserFactory(person=None)
    first = name(unnamed).person
    second = name(other, name=" 한 가람 ", phone="+82 10 1234 5678").person
    assert first == second
    third = name(UserFactory(person=None), birth_on=date(1985, 3, 2)).person
    assert third != first


def test_a_name_typed_on_a_mac_is_the_same_name(unnamed):
    import unicodedata
    first = name(unnamed).person
    assert name(UserFactory(person=None), name=unicodedata.normalize("NFD", "한가람")).person == first


def test_of_the_mobile_number_only_a_hash_is_kept(unnamed):
    person = name(unnamed).person
    assert "5678" not in "".join(str(value) for value in Person.objects.filter(pk=person.pk).values().get().values())


def test_a_person_is_named_once_and_only_by_oneself(unnamed, busan):
    with pytest.raises(PermissionDenied):
        workflow.name_person(unnamed, **FACTS, actor=Actor.elsewhere(busan.officer))
    name(unnamed)
    with pytest.raises(Refused):
        name(unnamed)


def test_the_page_answers_the_same_whether_the_person_was_known(busan, client):
    pages = []
    for _ in range(2):
        user = UserFactory(person=None)
        client.force_login(user)
        answer = client.post("/busan/accounts/about-you/?next=/busan/portal/", FACTS)
        pages.append((answer.status_code, answer["Location"], answer.content))
    assert pages[0] == pages[1] == (302, "/busan/portal/", b"")
    assert Person.objects.filter(name="한가람").count() == 1


@pytest.mark.parametrize("address", ["/busan/portal/", "/busan/admin/", "/busan/accounts/start/", "/me/"])
def test_nothing_opens_before_the_person_is_known(busan, client, address):
    client.force_login(UserFactory(person=None))
    assert "/accounts/about-you/?next=" in client.get(address)["Location"]


@pytest.mark.parametrize("wrong", [
    {"phone": "051-123-4567"}, {"birth_on": "1899-12-31"}, {"birth_on": "2999-01-01"}, {"name": "가\u202e나"}, {"name": ""},
])
def test_what_cannot_be_is_said_beside_the_field_and_nothing_is_lost(busan, client, wrong):
    client.force_login(UserFactory(person=None))
    answer = client.post("/busan/accounts/about-you/", FACTS | wrong)
    assert list(answer.context["form"].errors) == list(wrong)
    assert answer.context["form"].data["birth_on"]


def test_about_you_never_leads_to_a_foreign_site(busan, client):
    client.force_login(UserFactory(person=None))
    assert client.post("/busan/accounts/about-you/?next=https://evil.example/", FACTS)["Location"] == "/busan/accounts/start/"


def test_everybody_goes_on_where_they_work(busan, central, operator, client):
    for user, site, to in (
        (busan.officer, "/busan", "/busan/admin/"), (busan.owner, "/busan", "/busan/portal/"), (busan.assessor, "/busan", "/me/"),
        (central.officer, "/busan", "/me/"), (operator, "", "/operator/"), (busan.officer, "", "/busan/accounts/start/"),
        (busan.owner, "", "/me/"),
    ):
        client.force_login(user)
        assert client.get(f"{site}/accounts/start/")["Location"] == to


def test_who_belongs_to_two_agencies_chooses(busan, daegu, client):
    with within(daegu.agency):
        MembershipFactory(user=busan.assessor, role="trainer")
    client.force_login(busan.assessor)
    assert client.get("/accounts/start/")["Location"] == "/me/"
    page = client.get("/me/")
    assert [(place.agency.slug, place.address) for place in page.context["places"]] == [
        ("busan", "/busan/"), ("daegu", "/daegu/accounts/start/")]
    assert [len(place.roles) for place in page.context["places"]] == [1, 1]


def test_language_is_kept_with_the_account(busan, client):
    client.force_login(busan.officer)
    assert client.post("/me/", {"language": "en"})["Location"] == "/me/"
    assert 'lang="en"' in client.get("/me/").text
    assert client.post("/me/", {"language": "xx"}).status_code == 200
    assert User.objects.get(pk=busan.officer.pk).language == "en"


def test_operator_closes_an_account_and_its_sessions_end_at_once(busan, operator, client, client_elsewhere):
    client.force_login(busan.officer)
    client_elsewhere.force_login(operator)
    assert client_elsewhere.post("/operator/accounts/", {"email": busan.officer.email, "close": ""})["Location"] == "/operator/"
    assert "/accounts/login/" in client.get("/busan/accounts/start/")["Location"]
    with within(busan.agency):
        assert AuditEvent.everything.get(verb="account.closed").subject_id == str(busan.officer.pk)
        assert Membership.everything.filter(user=busan.officer, ended_at=None).exists()
    client_elsewhere.post("/operator/accounts/", {"email": busan.officer.email, "reopen": ""})
    assert User.objects.get(pk=busan.officer.pk).is_active


def test_an_agency_s_administrator_closes_no_account_and_the_operator_not_the_own(busan, operator):
    with within(busan.agency), pytest.raises(PermissionDenied):
        workflow.close_account(busan.officer, actor=Actor.of(busan.admin))
    with pytest.raises(Refused):
        workflow.close_account(operator, actor=Actor.elsewhere(operator))


def test_an_account_without_an_agency_is_closed_on_central_s_record_by_its_number(central, busan, operator):
    workflow.close_account(busan.owner, actor=Actor.elsewhere(operator))
    with within(central.agency):
        event = AuditEvent.everything.get(verb="account.closed")
        assert event.facts == {"account": busan.owner.pk}
        assert "CNRY" not in event.label.subject_label
