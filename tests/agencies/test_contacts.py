"""The contact book: each agency keeps its lines, all staff read all of them, citizens what is meant for them."""
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from accounts import directory
from accounts.actors import Actor
from agencies.models import Contact
from agencies.queries.contact import contacts_found, public_contacts
from agencies.workflow import contact as workflow
from core import clock
from core.errors import Refused
from core.models import AuditEvent
from core.tenancy import within
from tests.agencies.networking import ContactFactory

pytestmark = pytest.mark.django_db
BOOK, PROFILE = "/busan/network/contacts/", "/busan/profile/"
FACTS = {"function": "training", "duty_ko": "교육과정 운영", "duty_en": "", "name": "김하나", "position_ko": "대리", "position_en": "",
         "phone": "0510000007", "email": "", "is_public": False}


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def add(place, *, by="officer", **facts):
    with within(place.agency):
        return workflow.add_contact(**{**FACTS, **facts}, actor=Actor.of(getattr(place, by)))


def typed(**facts):
    said = {**FACTS, **facts}
    return {name: value for name, value in said.items() if value is not False}


def names(place, **wanted):
    with within(place.agency):
        return [one.name for one in contacts_found(Actor.of(place.officer), **wanted)]


# ---- who reads what

def test_every_agency_reads_every_line(busan, daegu, central):
    add(busan, name="부산인")
    add(daegu, name="대구인", function="certification")
    assert names(busan) == names(daegu) == names(central) == ["대구인", "부산인"]


def test_the_book_is_searched_by_words_function_and_agency(busan, daegu):
    add(busan, name="부산인")
    add(daegu, name="대구인", duty_ko="긴급돌봄 운영", function="service")
    assert names(busan, words="긴급 대구인") == ["대구인"] and names(busan, words="긴급 부산인") == []
    assert names(busan, function="training") == ["부산인"] and names(busan, agency="daegu") == ["대구인"]


def test_citizens_read_only_what_is_meant_for_them_and_only_of_this_agency(busan, daegu):
    add(busan, name="부산인")
    add(busan, name="공개인", is_public=True)
    add(daegu, name="대구공개", is_public=True)
    with within(busan.agency):
        assert [one.name for one in public_contacts(Actor.public())] == ["공개인"]
        assert {one.name for one in Contact.objects.visible_to(Actor.public())} == {"공개인", "대구공개"}
        assert {one.name for one in Contact.objects.visible_to(Actor.of(busan.owner))} == {"공개인", "대구공개"}


def test_a_closed_agency_is_in_nobodys_book(busan, daegu):
    add(daegu, name="대구인")
    add(daegu, name="대구공개", is_public=True, function="general")
    days = clock.today() + timedelta(days=1), clock.today()
    for day, left in zip(days, (["대구공개", "대구인"], []), strict=True):
        type(daegu.agency).objects.filter(pk=daegu.agency.pk).update(closed_on=day)
        assert names(busan) == left
        with within(daegu.agency):
            assert [one.name for one in public_contacts(Actor.public())] == left[:1]


def test_the_book_costs_as_many_statements_with_three_lines_as_with_one(busan, daegu, sit_down):
    client, counts = sit_down(busan.officer), []
    client.get(BOOK)
    for more in (1, 2):
        for number in range(more):
            add(daegu, name=f"사람{more}{number}")
        with CaptureQueriesContext(connection) as asked:
            assert client.get(BOOK).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 13


# ---- who writes

@pytest.mark.parametrize("role", ["director", "auditor", "trainer", "observer", "assessor", "owner"])
def test_lines_are_kept_by_officers_managers_and_who_administers_alone(role, busan):
    line = add(busan)
    with within(busan.agency):
        actor = Actor.of(getattr(busan, role))
        for work in (lambda: workflow.add_contact(**{**FACTS, "name": "둘째"}, actor=actor),
                     lambda: workflow.change_contact(line, base_version=1, name="둘째", actor=actor),
                     lambda: workflow.end_contact(line, actor=actor)):
            with pytest.raises(PermissionDenied):
                work()
        assert Contact.everything.get().name == "김하나"


@pytest.mark.parametrize("role", ["officer", "manager", "admin"])
def test_what_was_added_changed_and_ended_is_on_record(role, busan):
    line = add(busan, by=role)
    with within(busan.agency):
        actor = Actor.of(getattr(busan, role))
        workflow.change_contact(line, base_version=1, phone="0510000008", actor=actor)
        workflow.end_contact(line, actor=actor)
        workflow.end_contact(line, actor=actor)
        events = list(AuditEvent.everything.filter(verb__startswith="contact.").order_by("pk"))
        assert [one.verb for one in events] == ["contact.added", "contact.changed", "contact.ended"]
        assert events[1].facts["fields"] == ["phone"] and "0510000008" not in str([one.facts for one in events])
    assert names(busan) == []


def test_a_person_stands_once_for_a_function_and_again_after_being_taken_out(busan):
    line = add(busan)
    with pytest.raises(Refused, match="already") as refused:
        add(busan)
    assert refused.value.field == "name"
    add(busan, function="privacy")
    with within(busan.agency):
        workflow.end_contact(line, actor=Actor.of(busan.officer))
    add(busan)
    assert names(busan) == ["김하나", "김하나"]


def test_a_line_needs_a_telephone_or_an_address(busan):
    with pytest.raises(Refused, match="telephone number or an e-mail") as refused:
        add(busan, phone="")
    assert refused.value.field == "phone"
    with within(busan.agency), pytest.raises(IntegrityError):
        ContactFactory(changed_by=busan.officer, phone="", email="")


def test_who_wrote_on_an_older_line_is_told_and_nothing_is_lost(busan):
    line = add(busan)
    with within(busan.agency):
        actor = Actor.of(busan.manager)
        workflow.change_contact(line, base_version=1, phone="0510000008", actor=actor)
        with pytest.raises(Refused, match="Somebody else"):
            workflow.change_contact(line, base_version=1, phone="0510000009", actor=actor)
        workflow.change_contact(line, base_version=2, phone="0510000008", actor=actor)
        assert Contact.everything.get().phone == "0510000008" and Contact.everything.get().version == 2
        workflow.end_contact(line, actor=actor)
        with pytest.raises(Refused, match="taken out"):
            workflow.change_contact(line, base_version=2, phone="0510000009", actor=actor)


# ---- pages

def test_a_line_is_added_changed_and_taken_out_by_its_pages(busan, sit_down, words_of):
    client = sit_down(busan.officer)
    wrong = client.post(f"{BOOK}new/?lang=en", typed(phone="12", email="nobody"))
    assert "Write the telephone number" in words_of(wrong) and "valid email" in words_of(wrong) and "김하나" in wrong.content.decode()
    assert client.post(f"{BOOK}new/?lang=en", typed(phone="051-000-0007", is_public="on")).status_code == 302
    with within(busan.agency):
        line = Contact.everything.get()
    assert (line.phone, line.is_public) == ("0510000007", True)
    address = f"{BOOK}{line.public_id}/"
    assert 'value="051-000-0007"' in client.get(address).content.decode() and address in client.get(BOOK).content.decode()
    assert "Somebody else" in words_of(client.post(f"{address}?lang=en", typed(version=7, name="박둘")))
    assert client.post(address, typed(version=1, name="박둘")).status_code == 302
    assert "박둘" in client.get(BOOK).content.decode()
    assert client.post(f"{address}end/").status_code == 302 and "박둘" not in client.get(BOOK).content.decode()
    assert client.get(address).status_code == 404


def test_a_line_that_somebody_else_changed_shows_their_words_beside_what_was_typed(busan, sit_down, words_of):
    line, client = add(busan), sit_down(busan.officer)
    address = f"{BOOK}{line.public_id}/?lang=en"
    with within(busan.agency):
        workflow.change_contact(line, base_version=1, phone="0510000008", actor=Actor.of(busan.manager))
    answer = client.post(address, typed(version=1, phone="051-000-0009"))
    assert f"{busan.manager} saved the following" in words_of(answer) and "051-000-0008" in words_of(answer)
    kept = answer.content.decode()
    assert 'value="051-000-0009"' in kept and 'name="version" value="2"' in kept
    assert client.post(address, typed(version=2, phone="051-000-0009")).status_code == 302
    with within(busan.agency):
        assert Contact.everything.get().phone == "0510000009"
    assert "saved the following" not in words_of(client.get(address))


def test_taking_a_line_out_is_asked_once_more(busan, sit_down, words_of):
    line = add(busan)
    page = sit_down(busan.officer).get(f"{BOOK}{line.public_id}/?lang=en")
    assert f"Is {line.name} no longer to be called" in words_of(page) and '<details class="folded"><summary>' in page.content.decode()


def test_another_agencys_line_is_read_and_not_opened(busan, daegu, sit_down):
    line, client = add(daegu, name="대구인"), sit_down(busan.officer)
    page = client.get(BOOK).content.decode()
    assert "대구인" in page and str(line.public_id) not in page
    assert [client.get(f"{BOOK}{line.public_id}/").status_code, client.post(f"{BOOK}{line.public_id}/end/").status_code] == [404, 404]


def test_who_keeps_no_lines_is_offered_none_to_keep(busan, sit_down):
    line = add(busan)
    page = sit_down(busan.auditor).get(BOOK).content.decode()
    assert "김하나" in page and "contacts/new/" not in page and str(line.public_id) not in page


def test_a_senseless_search_finds_everything(busan, sit_down):
    add(busan)
    client = sit_down(busan.officer)
    for query in ("function=x", "agency=x", "q=%00", f"q={'x' * 300}"):
        assert "김하나" in client.get(f"{BOOK}?{query}").content.decode(), query


def test_the_public_page_shows_whom_to_call_and_changes_at_once(busan):
    add(busan, name="안보임")
    line = add(busan, name="공개인", is_public=True)
    directory.forget()
    page = Client().get(PROFILE).content.decode()
    assert "공개인" in page and "tel:0510000007" in page and "안보임" not in page
    with within(busan.agency):
        workflow.end_contact(line, actor=Actor.of(busan.officer))
    directory.forget()
    assert "공개인" not in Client().get(PROFILE).content.decode()
    assert "Nobody is named here yet" in Client().get(f"{PROFILE}?lang=en").content.decode()
