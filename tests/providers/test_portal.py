"""The portal as its people meet it: pages, forms with what is wrong beside the field, and who gets where."""
import re
import uuid

import pytest
from allauth.account.models import EmailAddress
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import District
from core.models import AccessEntry
from core.tenancy import within
from providers import workflow
from providers.models import Offering, Provider, ProviderDocument, ServiceType, Site
from providers.stages import Stage
from tests import factories as f
from tests.providers.test_workflow import stage_of

PORTAL = "/busan/portal/"


def words_of(response):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def address(*parts):
    return PORTAL + "".join(f"{part}/" for part in parts) + "?lang=en"


@pytest.fixture
def owner(busan, client):
    client.force_login(busan.owner)
    return client


@pytest.fixture
def officer(busan, client):
    client.force_login(busan.officer)
    return client


@pytest.fixture
def site(busan):
    with within(busan.agency):
        return busan.provider.sites.get()


@pytest.fixture
def offering(busan, site):
    with within(busan.agency):
        return site.offerings.get()


# ---- home

def test_the_start_shows_each_of_ones_providers_with_state_and_next_step(busan, owner):
    words = words_of(owner.get(address()))
    assert "CNRY-busan-provider" in words
    assert "Waiting for confirmation" in words
    assert "Nothing to do for you now" in words
    assert "CNRY-busan-neighbours" not in words


def test_somebody_without_a_provider_is_led_to_registering(busan, client):
    client.force_login(busan.employee)
    page = client.get(address())
    assert "No provider is registered with this account yet" in words_of(page)
    assert "/busan/portal/register/?lang=en" in page.content.decode()


def test_the_start_asks_as_often_for_three_providers_as_for_one(busan, owner):
    def queries():
        with CaptureQueriesContext(connection) as asked:
            owner.get(address())
        return len(asked)

    queries()                                   # the session notes its first page
    one = queries()
    with within(busan.agency):
        for _ in range(2):
            f.ProviderMemberFactory(user=busan.owner)
    assert queries() == one


# ---- registering

def test_a_registration_arrives_with_its_certificate(busan, owner, typed, certificate):
    page = owner.post(address("register"), typed() | {"certificate": certificate()}, follow=True)
    assert "The registration has arrived" in words_of(page)
    assert "사업자등록증.pdf" in words_of(page)
    with within(busan.agency):
        provider = Provider.everything.get(name="라온아동상담센터")
        assert provider.phone == "0510000000"
        assert provider.documents.count() == 1


def test_a_second_click_shows_the_same_provider(busan, owner, typed, certificate):
    first = owner.post(address("register"), typed() | {"certificate": certificate()})
    second = owner.post(address("register"), typed() | {"certificate": certificate()}, follow=True)
    assert second.redirect_chain[0][0] == first["Location"]
    assert "already registered this number" in words_of(second)


@pytest.mark.parametrize(("wrong", "sentence"), [
    ({"business_number": "000-82-00007"}, "a digit is mistyped"),
    ({"business_number": "000-82"}, "this has 5"),
    ({"phone": "12"}, "with its area code"),
    ({"postcode": "4690"}, "A postcode has five digits."),
    ({"email": "office"}, "valid email"),
    ({"name": ""}, "required"),
    ({"name": "라온\u202eretnec"}, "U+202E"),
    ({"head_name": "정\x07하늘"}, "U+0007"),
    ({"district": "999999"}, "Select a valid choice"),
])
def test_each_mistake_has_its_sentence_and_nothing_typed_is_lost(busan, owner, typed, certificate, wrong, sentence):
    page = owner.post(address("register"), typed(**wrong) | {"certificate": certificate()})
    assert sentence in words_of(page)
    assert page.content.decode().count("Raon Child Counselling") == 1
    assert "Please choose it again" in words_of(page)
    with within(busan.agency):
        assert not Provider.everything.filter(name_en="Raon Child Counselling").exists()


@pytest.mark.parametrize(("name", "content", "sentence"), [
    ("등록증.pdf", b"", "This file is empty"),
    ("등록증.pdf", b"MZ program", "its content is of another type"),
    ("등록증.exe", b"MZ", "Files of this type cannot be handed in"),
])
def test_what_is_wrong_with_the_file_stands_beside_it_with_everything_else(busan, owner, typed, certificate, name, content, sentence):
    page = owner.post(address("register"), typed(phone="12") | {"certificate": certificate(name, content)})
    assert sentence in words_of(page)
    assert "with its area code" in words_of(page)
    assert 'id="id_certificate_error"' in page.content.decode()


def test_a_file_that_is_too_large_is_said_so(busan, owner, typed, certificate, settings):
    settings.FILE_LIMIT = 1024 * 1024
    page = owner.post(address("register"), typed() | {"certificate": certificate(content=b"%PDF-" + bytes(1024 * 1024))})
    assert "larger than 1 MB" in words_of(page)


def test_a_name_that_climbs_or_turns_round_is_shown_without_either(busan, owner, typed, certificate):
    page = owner.post(address("register"), typed() | {"certificate": certificate("../../\u202efdp.등록증.pdf")}, follow=True)
    with within(busan.agency):
        assert ProviderDocument.everything.get(provider__name="라온아동상담센터").name == "fdp.등록증.pdf"
    assert "The registration has arrived" in words_of(page)


def test_a_district_of_another_province_is_no_choice(busan, daegu, owner, typed, certificate):
    elsewhere = District.objects.exclude(province=busan.agency.province).first()
    page = owner.post(address("register"), typed(district=elsewhere.pk) | {"certificate": certificate()})
    assert "Select a valid choice" in words_of(page)


def test_an_agency_without_districts_says_whom_to_ask(central, client):
    client.force_login(central.owner)
    assert "Please ask the agency" in words_of(client.get("/central/portal/register/?lang=en"))


def test_somebody_elses_number_is_said_beside_the_field(busan, owner, typed, certificate):
    page = owner.post(address("register"), typed(business_number=busan.neighbours.business_number) | {"certificate": certificate()})
    assert "already registered with this agency" in words_of(page)
    assert 'id="id_business_number_error"' in page.content.decode()
    assert "CNRY-busan-neighbours" not in page.content.decode()


def test_without_a_confirmed_address_there_is_a_sentence_and_no_form(busan, owner, typed, certificate):
    EmailAddress.objects.all().update(verified=False)
    page = owner.get(address("register"))
    assert "Please confirm your e-mail address first" in words_of(page)
    assert 'name="business_number"' not in page.content.decode()
    assert owner.post(address("register"), typed() | {"certificate": certificate()}).status_code == 403


def test_the_ids_of_another_agency_in_the_body_make_no_row_there(busan, daegu, owner, typed, certificate):
    foreign = {"agency": daegu.agency.pk, "agency_id": daegu.agency.pk, "id": daegu.provider.pk, "stage": "confirmed"}
    owner.post(address("register"), typed() | foreign | {"certificate": certificate()})
    with within(daegu.agency):
        assert Provider.everything.count() == 2
    with within(busan.agency):
        assert Provider.everything.get(name="라온아동상담센터").stage == Stage.REGISTERED


# ---- one provider

def test_the_page_shows_facts_sites_documents_and_what_has_happened(busan, owner):
    page = owner.get(address(busan.provider.public_id))
    words = words_of(page)
    for there in ("CNRY-busan-provider-head", "CNRY-busan-provider-site", "CNRY-busan-provider-document.pdf", "SHA-256",
                  busan.provider.number, "Dementia prevention"):
        assert there in words


def test_its_people_read_the_agency_where_staff_acted(busan, owner, at):
    with at(busan.officer, busan) as actor:
        workflow.refuse_provider(busan.provider, actor=actor, reason="The address differs.")
    words = words_of(owner.get(address(busan.provider.public_id)))
    assert "Registration refused" in words
    assert "The address differs." in words
    assert "CNRY-busan-officer" not in words
    assert "Register again" in words


PAGES = {
    "provider": lambda place: (place.provider.public_id,),
    "correct": lambda place: (place.provider.public_id, "correct"),
    "add site": lambda place: (place.provider.public_id, "sites", "add"),
    "add document": lambda place: (place.provider.public_id, "documents", "add"),
    "site": lambda place: ("sites", one(place, Site).public_id),
    "add offering": lambda place: ("sites", one(place, Site).public_id, "offerings", "add"),
    "offering": lambda place: ("offerings", one(place, Offering).public_id),
    "document": lambda place: ("documents", one(place, ProviderDocument).public_id),
}


def one(place, model):
    whole = {Offering: "site__provider"}.get(model, "provider")
    with within(place.agency):
        return model.everything.get(**{whole: place.provider})


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("who", ["neighbour", "trainer", "admin", "assessor"])
def test_whoever_may_not_see_it_gets_what_an_unknown_address_gets(page, who, busan, client):
    client.force_login(getattr(busan, who))
    known = PAGES[page](busan)
    unknown = tuple(uuid.uuid4() if isinstance(part, uuid.UUID) else part for part in known)
    for ask in (client.get, client.post):
        answers = [ask(address(*parts)) for parts in (known, unknown)]
        assert [answer.status_code for answer in answers] == [404, 404]
        texts = [re.sub(r"[0-9a-f-]{36}|[A-Za-z0-9]{64}", "", answer.content.decode()) for answer in answers]
        assert texts[0] == texts[1]


@pytest.mark.parametrize("page", PAGES)
def test_the_stranger_gets_what_an_unknown_address_gets(page, busan, daegu, client):
    client.force_login(daegu.owner)
    assert client.get(address(*PAGES[page](busan))).status_code == 404


@pytest.mark.parametrize("page", [page for page in PAGES if page != "document"])
def test_the_pages_open_for_owner_and_colleague(page, busan, client):
    for who in (busan.owner, busan.colleague):
        client.force_login(who)
        assert client.get(address(*PAGES[page](busan))).status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_staff_who_read_them_are_noted(page, busan, officer):
    officer.get(address(*PAGES[page](busan)))
    with within(busan.agency):
        entry = AccessEntry.everything.get()
    assert (entry.user_id, entry.subject_id) == (busan.officer.pk, str(busan.provider.pk))
    assert entry.kind == ("download" if page == "document" else "read")


def test_a_viewer_sees_no_buttons_and_posts_in_vain(busan, client):
    with within(busan.agency):
        f.ProviderMemberFactory(provider=busan.provider, user=busan.neighbour, role="viewer")
    client.force_login(busan.neighbour)
    page = client.get(address(busan.provider.public_id)).content.decode()
    assert "/correct/" not in page
    assert "/add/" not in page
    answer = client.post(address("offerings", one(busan, Offering).public_id), {"registration_number": "1", "is_active": "on"})
    assert answer.status_code == 403


# ---- correcting, sites, services, documents

def test_corrections_are_saved(busan, owner, typed):
    page = owner.post(address(busan.provider.public_id, "correct"), typed(business_number=busan.provider.number), follow=True)
    assert "Your changes are saved." in words_of(page)
    assert "라온아동상담센터" in page.content.decode()


def test_a_confirmed_provider_changes_only_how_to_reach_it(busan, owner, typed):
    with within(busan.agency):
        stage_of(busan.provider, Stage.CONFIRMED)
    owner.post(address(busan.provider.public_id, "correct"), typed(phone="051-999-9999"))
    with within(busan.agency):
        busan.provider.refresh_from_db()
    assert (busan.provider.name, busan.provider.phone) == ("CNRY-busan-provider", "0519999999")


def site_typed(**other):
    return {"name": "둘째 지점", "phone": "051-000-0000", "district": District.objects.get(code="26530").pk, "postcode": "46900",
            "address_base": "부산광역시 사상구 광장로 00", "address_detail": "", "latitude": "", "longitude": ""} | other


def test_swapped_coordinates_are_said_and_the_other_way_round_is_one_click(busan, owner):
    to = address(busan.provider.public_id, "sites", "add")
    wrong = site_typed(latitude="128.9912", longitude="35.1527")
    page = owner.post(to, wrong)
    assert "Did you mean latitude 35.1527 and longitude 128.9912?" in words_of(page)
    assert "Save with latitude 35.1527 and longitude 128.9912" in words_of(page)
    owner.post(to, wrong | {"swap": "yes"})
    with within(busan.agency):
        assert str(Site.everything.get(name="둘째 지점").latitude) == "35.152700"


@pytest.mark.parametrize("wrong", [
    {"latitude": "35.1"}, {"latitude": "48.85", "longitude": "2.35"}, {"latitude": "북위"}, {"name": "CNRY-busan-provider-site"}])
def test_a_wrong_site_gets_a_sentence_and_makes_no_row(busan, owner, wrong):
    page = owner.post(address(busan.provider.public_id, "sites", "add"), site_typed(**wrong))
    assert 'role="alert"' in page.content.decode()
    with within(busan.agency):
        assert busan.provider.sites.count() == 1


def test_a_site_is_changed_and_an_empty_one_removed(busan, owner, site):
    owner.post(address("sites", site.public_id), site_typed(name="새 이름"))
    owner.post(address(busan.provider.public_id, "sites", "add"), site_typed())
    with within(busan.agency):
        second = Site.everything.get(name="둘째 지점")
        assert Site.everything.filter(name="새 이름").exists()
    assert "The site is removed." in words_of(owner.post(address("sites", second.public_id, "remove"), follow=True))
    kept = owner.post(address("sites", site.public_id, "remove"), follow=True)
    assert "stays on record" in words_of(kept)


def test_a_service_is_added_once(busan, owner, site):
    service = ServiceType.objects.get(code="youth-vision")
    to = address("sites", site.public_id, "offerings", "add")
    assert "The service is added." in words_of(owner.post(to, {"service_type": service.pk}, follow=True))
    assert "already entered for this site" in words_of(owner.post(to, {"service_type": service.pk}))
    with within(busan.agency):
        assert site.offerings.count() == 2


def test_a_service_can_be_marked_as_no_longer_offered(busan, owner, offering):
    owner.post(address("offerings", offering.public_id), {"registration_number": "A-1"})
    with within(busan.agency):
        offering.refresh_from_db()
    assert (offering.is_active, offering.registration_number) == (False, "A-1")


def test_a_document_comes_back_as_it_was_handed_in(busan, owner, certificate):
    sent = certificate("평면도.pdf")
    owner.post(address(busan.provider.public_id, "documents", "add"), {"kind": "other", "file": sent})
    with within(busan.agency):
        document = ProviderDocument.everything.get(name="평면도.pdf")
    answer = owner.get(address("documents", document.public_id))
    sent.seek(0)
    assert b"".join(answer.streaming_content) == sent.read()
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_an_earlier_version_can_still_be_read(busan, owner, certificate):
    owner.post(address(busan.provider.public_id, "documents", "add"), {"kind": "business_registration", "file": certificate()})
    page = words_of(owner.get(address(busan.provider.public_id)))
    assert "Earlier versions" in page
    assert "CNRY-busan-provider-document.pdf" in page


def test_a_second_click_on_a_document_makes_one(busan, owner, certificate):
    for _ in range(2):
        owner.post(address(busan.provider.public_id, "documents", "add"), {"kind": "business_registration", "file": certificate()})
    with within(busan.agency):
        assert busan.provider.documents.count() == 2         # the factory's and this one


@pytest.mark.parametrize("page", [page for page in PAGES if page != "document"])
def test_the_pages_speak_korean(page, busan, owner):
    answer = owner.get(PORTAL + "".join(f"{part}/" for part in PAGES[page](busan)))
    assert answer["Content-Language"] == "ko"
