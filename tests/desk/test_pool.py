"""The assessor pool at the desk."""
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.actors import Actor
from accounts.models import District
from core import clock
from core.tenancy import within
from panels import workflow
from panels.models import Absence, Employment, PoolMember, Qualification
from providers.models import ServiceType
from tests import factories as f
from tests.desk.test_provider import OTHERS, READERS

POOL = "/busan/admin/pool/"


@pytest.fixture(autouse=True)
def demo(settings):
    """Numbers that begin with 000 pass only with DEMO."""
    settings.DEMO = True


@pytest.mark.parametrize("who", READERS)
def test_those_who_read_cases_see_the_pool(who, busan, sit_down, words_of):
    with within(busan.agency):
        f.PoolMemberFactory(user=busan.assessor)
    page = sit_down(getattr(busan, who)).get(f"{POOL}?lang=en")
    assert "CNRY-busan-assessor" in words_of(page)
    assert ("/pool/join/" in page.content.decode()) == (who in ("officer", "manager"))


@pytest.mark.parametrize("who", OTHERS)
def test_others_neither_see_nor_change_it(who, busan, sit_down):
    client = sit_down(getattr(busan, who))
    assert client.get(POOL).status_code == client.post(f"{POOL}join/", {"user": busan.assessor.pk}).status_code == 403


@pytest.mark.parametrize("who", ["director", "auditor"])
def test_readers_change_nothing(who, busan, sit_down):
    with within(busan.agency):
        member = f.PoolMemberFactory(user=busan.assessor)
    client = sit_down(getattr(busan, who))
    assert client.post(f"{POOL}join/", {}).status_code == client.post(f"{POOL}{member.public_id}/leave/").status_code == 403


def test_an_assessor_joins_and_leaves(busan, daegu, sit_down, words_of):
    client = sit_down(busan.officer)
    typed = {"user": busan.assessor.pk, "employer_name": "가온대학교", "employer_number": "12"}
    page = client.post(f"{POOL}join/?lang=en", typed)
    assert "has 10 digits" in words_of(page)
    assert 'value="가온대학교"' in page.content.decode()
    assert "is in the pool" in words_of(client.post(f"{POOL}join/?lang=en", typed | {"employer_number": "000-82-00006"}, follow=True))
    with within(busan.agency):
        member = PoolMember.everything.get()
        assert Employment.everything.get(member=member).business_number == "0008200006"
    assert sit_down(daegu.officer).post(f"/daegu/admin/pool/{member.public_id}/leave/").status_code == 404
    client = sit_down(busan.officer)
    assert "has left the pool" in words_of(client.post(f"{POOL}{member.public_id}/leave/?lang=en", follow=True))


def test_only_assessors_of_the_agency_who_are_not_in_it_can_be_chosen(busan, daegu, sit_down, words_of):
    client = sit_down(busan.officer)
    for user in (busan.officer, daegu.assessor):
        assert "valid choice" in words_of(client.post(f"{POOL}join/?lang=en", {"user": user.pk}))


def test_it_asks_as_often_for_three_rows_as_for_one(busan, sit_down):
    client = sit_down(busan.officer)

    def queries():
        with CaptureQueriesContext(connection) as asked:
            client.get(POOL)
        return len(asked)

    with within(busan.agency):
        f.PoolMemberFactory()
    queries()
    one = queries()
    with within(busan.agency):
        f.PoolMemberFactory.create_batch(2)
    assert queries() == one


# ---- the list narrowed, and one member's page

def names(page, words_of):
    return {name for name in ("가온", "나래", "다솜") if f"{name}심사" in words_of(page)}


def test_the_list_is_narrowed_by_name_employer_service_district_and_state(busan, sit_down, words_of):
    today = clock.today()
    with within(busan.agency):
        service, district = ServiceType.objects.first(), District.objects.filter(province=busan.agency.province).first()
        gaon, narae, dasom = (f.PoolMemberFactory(user=f.UserFactory(person__name=f"{name}심사")) for name in ("가온", "나래", "다솜"))
        f.EmploymentFactory(member=gaon, name="누리대학교")
        workflow.choose_fields(narae, [service], [district], actor=Actor.of(busan.officer))
        f.QualificationFactory(member=dasom, valid_until=today - timedelta(days=1))
        f.YearlyPledgeFactory(member=gaon)
        f.YearlyPledgeFactory(member=narae, signed_on=today - timedelta(days=400))
        f.AbsenceFactory(member=dasom)
    client = sit_down(busan.officer)
    for asked, found in (({"q": "누리"}, {"가온"}), ({"q": "다솜"}, {"다솜"}), ({"service": service.pk}, {"나래"}),
                         ({"district": district.pk}, {"나래"}), ({"state": "ready"}, {"가온"}), ({"state": "old"}, {"나래"}),
                         ({"state": "unsigned"}, {"다솜"}), ({"state": "lapsed"}, {"다솜"}), ({"state": "away"}, {"다솜"}),
                         ({"state": "nonsense", "service": "x"}, {"가온", "나래", "다솜"})):
        assert names(client.get(POOL, asked), words_of) == found, asked


def test_the_list_itself_asks_eight_times(busan, sit_down):
    with within(busan.agency):
        for member in f.PoolMemberFactory.create_batch(3):
            f.EmploymentFactory(member=member)
    client = sit_down(busan.director)
    client.get(POOL)
    with CaptureQueriesContext(connection) as asked:
        client.get(POOL)
    own = [one for one in asked if "panels_pool" in one["sql"] or "evaluations_assignment" in one["sql"] or "visits_" in one["sql"]
           or "providers_servicetype" in one["sql"] or "panels_employment" in one["sql"]]
    assert len(own) <= 8


@pytest.fixture
def kept(busan):
    with within(busan.agency):
        return f.PoolMemberFactory(user=busan.assessor)


def test_an_officer_keeps_everything_of_a_member(busan, kept, sit_down, words_of):
    client, page, today = sit_down(busan.officer), f"{POOL}{kept.public_id}/", clock.today().isoformat()
    with within(busan.agency):
        service, district = ServiceType.objects.first(), District.objects.filter(province=busan.agency.province).first()
    for act, typed in (("fields", {"fields-service_types": [service.pk], "fields-districts": [district.pk]}),
                       ("employers", {"employer-name": "누리대학교", "employer-number": "0008200006", "employer-capacity": "employed"}),
                       ("qualifications", {"qualification-kind": "양성과정", "qualification-valid_until": today}),
                       ("absences", {"absence-from_on": today, "absence-to_on": today}),
                       ("ties", {"tie-kind": "related", "tie-business_number": busan.provider.business_number})):
        assert client.post(f"{page}{act}/", typed).status_code == 302, act
    words = words_of(client.get(f"{page}?lang=en"))
    for said in (service.name_en, "누리대학교", "양성과정", "Not available until", busan.provider.name, "related to its people"):
        assert said in words, said
    with within(busan.agency):
        employment, qualification, absence = Employment.everything.get(), Qualification.everything.get(), Absence.everything.get()
    ending = f"end-{employment.public_id}-to_on"
    assert client.post(f"{POOL}employers/{employment.public_id}/end/", {ending: today}).status_code == 302
    client.post(f"{POOL}qualifications/{qualification.public_id}/remove/")
    client.post(f"{POOL}absences/{absence.public_id}/remove/")
    with within(busan.agency):
        assert Employment.everything.get().to_on and not Qualification.everything.exists() and not Absence.everything.exists()


@pytest.mark.parametrize(("act", "typed", "sentence"), [
    ("employers", {"employer-name": "누리", "employer-number": "12", "employer-capacity": "employed"}, "has 10 digits"),
    ("qualifications", {"qualification-number": "7"}, "required"),
    ("absences", {"absence-from_on": "2026-02-02", "absence-to_on": "2026-02-01"}, "before the first"),
    ("ties", {"tie-kind": "related", "tie-business_number": "1"}, "has 10 digits")])
def test_what_is_wrong_stands_beside_it_and_nothing_typed_is_lost(busan, kept, sit_down, words_of, act, typed, sentence):
    page = sit_down(busan.officer).post(f"{POOL}{kept.public_id}/{act}/?lang=en", typed)
    assert sentence in words_of(page)
    assert all(f'value="{value}"' in page.content.decode() for value in typed.values() if value != "related" and value != "employed")


@pytest.mark.parametrize("who", ["director", "auditor"])
def test_readers_see_a_member_and_keep_nothing(busan, kept, sit_down, who):
    client = sit_down(getattr(busan, who))
    page = client.get(f"{POOL}{kept.public_id}/")
    assert page.status_code == 200 and "/employers/" not in page.content.decode()
    for act in ("fields", "employers", "qualifications", "absences", "ties"):
        assert client.post(f"{POOL}{kept.public_id}/{act}/", {}).status_code == 403


def test_a_members_page_asks_as_often_for_three_of_each_as_for_one(busan, kept, sit_down):
    client = sit_down(busan.officer)

    def queries():
        with CaptureQueriesContext(connection) as asked:
            client.get(f"{POOL}{kept.public_id}/")
        return len(asked)

    def one_more():
        with within(busan.agency):
            f.EmploymentFactory(member=kept)
            f.QualificationFactory(member=kept)
            f.AbsenceFactory(member=kept)
            f.InvolvementFactory(person=busan.assessor.person, kind="owns", matter=None)

    one_more()
    queries()
    one = queries()
    one_more()
    one_more()
    assert queries() == one
