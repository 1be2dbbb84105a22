"""Public activities: drafted for oneself, published for everybody, corrected with what stood there kept, withdrawn with a reason."""
import io
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.db import IntegrityError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from PIL import Image

from accounts import directory
from accounts.actors import Actor
from agencies.models import Activity, ActivityPhoto, ActivityVersion
from agencies.queries.activity import activities_found, photos_seen, sums_of
from agencies.tasks.support import tell_of_support
from agencies.workflow import activity as workflow
from agencies.workflow import activity_photo as pictures
from certification.queries.register_list import register_tally
from core import clock
from core.errors import Refused
from core.models import AuditEvent, FileScan
from core.tenancy import within
from tests.agencies import supporting as s
from tests.files import jpg, pdf, png, upload

pytestmark = pytest.mark.django_db
LIST, PROFILE = "/busan/network/activities/", "/busan/profile/"


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def seen_at(place, by="officer"):
    with within(place.agency):
        actor = Actor.of(getattr(place, by)) if by else Actor.public()
        return {one.title_ko for one in Activity.objects.visible_to(actor)}


def titles(place, **wanted):
    with within(place.agency):
        return [one.title_ko for one in activities_found(Actor.of(place.officer), **wanted)]


def change(where, row, /, *, base=1, by="manager", why="숫자를 고쳤습니다.", **more):
    return s.at(where, workflow.change_activity, row, base_version=base, why=why, by=by, **s.activity_facts(**more))


# ---- who reads what

def test_a_draft_is_its_agencys_alone(busan, daegu, central):
    s.drafted(busan, title_ko="부산 초안")
    s.published(busan, title_ko="부산 소식")
    assert seen_at(busan) == {"부산 초안", "부산 소식"}
    assert seen_at(daegu) == seen_at(central) == seen_at(busan, by=None) == seen_at(busan, by="owner") == {"부산 소식"}


def test_the_database_shows_a_draft_to_no_other_agency(busan, daegu):
    s.drafted(busan)
    photo = s.pictured(busan, s.drafted(busan, title_ko="사진"))
    with within(daegu.agency):
        assert not Activity.everything.exists() and not ActivityPhoto.everything.filter(pk=photo.pk).exists()
    s.published(busan)
    with within(daegu.agency):
        assert Activity.everything.count() == 1


def test_what_is_withdrawn_only_its_agency_sees_and_why(busan, daegu):
    row = s.published(busan)
    s.pictured(busan, row, by="manager")
    with pytest.raises(Refused, match="reason") as refused:
        s.at(busan, workflow.withdraw_activity, row, reason=" ", by="manager")
    assert refused.value.field == "reason"
    s.at(busan, workflow.withdraw_activity, row, reason="사진 동의가 철회되었습니다.", by="manager")
    assert seen_at(daegu) == seen_at(busan, by=None) == set() and len(seen_at(busan)) == 1
    with within(daegu.agency):
        assert not Activity.everything.exists() and not ActivityPhoto.everything.exists()
    with pytest.raises(Refused, match="withdrawn"):
        change(busan, row)
    with pytest.raises(Refused, match="withdrawn"):
        s.pictured(busan, row, png(), by="manager")


def test_found_by_words_kind_agency_and_year_the_latest_first(busan, daegu):
    s.published(busan, title_ko="김장 나눔", kind="donation")
    s.published(daegu, title_ko="돌봄 강연", kind="lecture", place="대구시청", from_on=s.in_days(-1), until_on=s.in_days(-1))
    s.published(busan, title_ko="오래전", from_on=s.in_days(-800), until_on=s.in_days(-800))
    year = str(s.in_days(-800).year)
    assert titles(busan) == titles(daegu) == ["돌봄 강연", "김장 나눔", "오래전"]
    assert titles(busan, words="강연 대구시청") == ["돌봄 강연"] and titles(busan, words="강연 부산") == []
    assert titles(busan, kind="donation") == ["김장 나눔"] and titles(busan, agency="daegu") == ["돌봄 강연"]
    assert titles(busan, year=year) == ["오래전"]


def test_the_sums_are_told_per_agency_and_year(busan, daegu):
    s.published(busan, cost=1_000, reach=10)
    s.published(busan, title_ko="둘째", cost=500, reach=5)
    s.drafted(busan, title_ko="초안", cost=9_999)
    s.published(daegu, cost=70, reach=7)
    with within(busan.agency):
        found = {(one.agency, one.number, one.cost, one.reach) for one in sums_of(activities_found(Actor.of(busan.officer)))}
    assert found == {(busan.agency.name_en, 2, 1_500, 15), (daegu.agency.name_en, 1, 70, 7)}


# ---- who writes

@pytest.mark.parametrize("role", ["director", "auditor", "trainer", "observer", "owner", "admin"])
def test_who_may_write_and_publish(role, busan):
    row = s.drafted(busan)
    for work in (lambda: s.drafted(busan, by=role), lambda: change(busan, row, by=role), lambda: s.pictured(busan, row, by=role),
                 lambda: s.at(busan, workflow.publish_activity, row, base_version=1, by=role),
                 lambda: s.at(busan, workflow.withdraw_activity, row, reason="x", by=role)):
        with pytest.raises(PermissionDenied):
            work()


def test_an_officer_drafts_and_a_manager_publishes_and_corrects(busan):
    row = s.drafted(busan)
    with pytest.raises(PermissionDenied):
        s.at(busan, workflow.publish_activity, row, base_version=1, by="officer")
    s.at(busan, workflow.publish_activity, row, base_version=1, by="manager")
    for work in (lambda: change(busan, row, reach=7, by="officer"), lambda: s.pictured(busan, row, by="officer"),
                 lambda: s.at(busan, workflow.withdraw_activity, row, reason="x", by="officer")):
        with pytest.raises(PermissionDenied):
            work()


def test_a_correction_keeps_what_stood_there_and_says_why(busan, daegu):
    row = s.published(busan, reach=300)
    with pytest.raises(Refused, match="why it is corrected") as refused:
        change(busan, row, reach=30, why=" ")
    assert refused.value.field == "why"
    change(busan, row, reach=30)
    with within(busan.agency):
        kept = ActivityVersion.everything.get()
        assert (kept.number, kept.facts["reach"], kept.why) == (1, 300, "숫자를 고쳤습니다.")
        stands = Activity.everything.get()
        assert (stands.reach, stands.version) == (30, 2) and stands.corrected_at
        events = [one.verb for one in AuditEvent.everything.filter(verb__startswith="activity.").order_by("pk")]
    assert events == ["activity.drafted", "activity.published", "activity.changed"]
    with within(daegu.agency):
        assert not ActivityVersion.everything.exists()
    with within(busan.agency), pytest.raises(IntegrityError):
        ActivityVersion.everything.create(activity=row, number=9, facts={}, why="", replaced_at=clock.now(), replaced_by=busan.manager)


def test_a_draft_is_changed_without_a_reason_and_leaves_no_version(busan):
    change(busan, s.drafted(busan), reach=1, why="", by="officer")
    with within(busan.agency):
        assert not ActivityVersion.everything.exists() and Activity.everything.get().reach == 1


def test_who_wrote_on_an_older_page_is_told(busan):
    row = s.drafted(busan)
    change(busan, row, reach=1)
    with pytest.raises(Refused, match="Somebody else"):
        change(busan, row, reach=2)
    with pytest.raises(Refused, match="changed since"):
        s.at(busan, workflow.publish_activity, row, base_version=1, by="manager")


@pytest.mark.parametrize(("field", "wrong"), [("until_on", {"until_on": clock.today() - timedelta(days=90)}), ("cost", {"cost": -1}),
                                              ("reach", {"reach": -1})])
def test_impossible_figures_are_refused_beside_their_field(field, wrong, busan):
    row = s.drafted(busan)
    for work in (lambda: s.drafted(busan, **wrong), lambda: change(busan, row, **wrong)):
        with pytest.raises(Refused) as refused:
            work()
        assert refused.value.field == field
    with within(busan.agency), pytest.raises(IntegrityError):
        Activity.everything.filter(pk=row.pk).update(**wrong)


def test_what_has_not_begun_is_not_published(busan):
    row = s.drafted(busan, from_on=s.in_days(1), until_on=s.in_days(1))
    with pytest.raises(Refused, match="not begun"):
        s.at(busan, workflow.publish_activity, row, base_version=1, by="manager")


@pytest.mark.parametrize("wrong", [{"stage": "published", "published_at": None}, {"stage": "withdrawn", "reason": ""}])
def test_the_database_knows_no_published_activity_without_its_moment_nor_a_withdrawn_one_without_reason(wrong, busan):
    row = s.drafted(busan)
    with within(busan.agency), pytest.raises(IntegrityError):
        Activity.everything.filter(pk=row.pk).update(**wrong)


# ---- pictures

def test_a_picture_is_made_anew_small_and_without_where_it_was_taken(busan):
    photo = s.pictured(busan, s.drafted(busan), jpg(size=(2400, 1200), place=True))
    with default_storage.open(photo.path) as file, Image.open(io.BytesIO(file.read())) as picture:
        assert picture.format == "JPEG" and max(picture.size) == pictures.SIDE and not picture.getexif()
    assert (photo.width, photo.height) == (1600, 800) and photo.name.endswith(".jpg")


def test_a_picture_needs_words_and_has_to_be_a_picture(busan):
    row = s.drafted(busan)
    with pytest.raises(Refused, match="what the picture shows") as refused:
        s.pictured(busan, row, alt_ko=" ")
    assert refused.value.field == "alt_ko"
    with within(busan.agency), pytest.raises(Refused, match="Choose a picture"):
        pictures.add_photo(row, upload(pdf(), "plan.pdf"), alt_ko="계획", actor=Actor.of(busan.officer))
    photo = s.pictured(busan, row)
    assert s.pictured(busan, row).pk == photo.pk
    with within(busan.agency), pytest.raises(IntegrityError):
        ActivityPhoto.everything.filter(pk=photo.pk).update(alt_ko="")


def test_there_are_so_many_pictures_at_most(busan, monkeypatch):
    monkeypatch.setattr(pictures, "PHOTOS_AT_MOST", 1)
    row = s.drafted(busan)
    s.pictured(busan, row)
    with pytest.raises(Refused, match="at most 1"):
        s.pictured(busan, row, png())


def test_a_picture_that_waits_for_the_scan_is_shown_to_nobody_and_then_to_all(busan, daegu):
    row = s.drafted(busan)
    photo = s.pictured(busan, row)
    with within(busan.agency):
        FileScan.everything.filter(file=photo.original).update(state="waiting")
        ActivityPhoto.everything.filter(pk=photo.pk).update(scan="waiting")
    s.at(busan, workflow.publish_activity, row, base_version=1, by="manager")
    page = f"{PROFILE}activities/photos/{photo.public_id}/"
    assert got(Client(), page) == 404 and shown(daegu, row) == []
    assert tell_of_support(busan.agency) == 0
    with within(busan.agency):
        FileScan.everything.filter(file=photo.original).update(state="clean")
    assert tell_of_support(busan.agency) == 1 and tell_of_support(busan.agency) == 0
    assert shown(daegu, row) == [photo] and got(Client(), page) == 200


def got(client, address):
    """The status; what is streamed is read to its end."""
    response = client.get(address)
    response.getvalue()
    return response.status_code


def shown(place, row):
    with within(place.agency):
        return photos_seen(Actor.of(place.officer), row)


def test_a_picture_is_removed(busan):
    row = s.drafted(busan)
    photo = s.pictured(busan, row)
    with pytest.raises(PermissionDenied):
        s.at(busan, pictures.add_photo, row, None, alt_ko="", by="auditor")
    with pytest.raises(PermissionDenied):
        s.at(busan, pictures.remove_photo, photo, by="auditor")
    s.at(busan, pictures.remove_photo, photo)
    with within(busan.agency):
        assert not ActivityPhoto.everything.exists()


# ---- pages

def test_written_published_corrected_and_withdrawn_by_its_pages(busan, sit_down, words_of):
    officer = sit_down(busan.officer)
    said = s.activity_facts() | {"cost": "1,200,000", "reach": "300명"}
    wrong = officer.post(f"{LIST}new/?lang=en", said | {"cost": "viel", "until_on": "2001-01-01"})
    assert "Enter a number" in words_of(wrong) and "사회서비스 주간 행사" in wrong.content.decode() and "viel" in wrong.content.decode()
    assert officer.post(f"{LIST}new/", said).status_code == 302
    with within(busan.agency):
        row = Activity.everything.get()
    here = f"{LIST}{row.public_id}/"
    assert (row.cost, row.reach) == (1_200_000, 300) and 'value="1,200,000"' in officer.get(f"{here}change/").content.decode()
    without = officer.post(f"{here}photos/?lang=en", {"file": upload(jpg(), "a.jpg"), "alt_ko": ""})
    assert "what the picture shows" in words_of(without)
    assert officer.post(f"{here}photos/", {"file": upload(jpg(), "a.jpg"), "alt_ko": "사진 설명"}).status_code == 302
    assert "사진 설명" in officer.get(here).content.decode() and "publish/" not in officer.get(here).content.decode()
    assert officer.post(f"{here}publish/", {"version": 1}).status_code == 403
    manager = sit_down(busan.manager)
    assert manager.post(f"{here}publish/", {"version": 1}).status_code == 302
    assert "why it is corrected" in words_of(manager.post(f"{here}change/?lang=en", said | {"version": 1, "reach": "30"}))
    assert manager.post(f"{here}change/", said | {"version": 1, "reach": "30", "why": "오기"}).status_code == 302
    assert "오기" in manager.get(here).content.decode()
    assert "Write the reason" in words_of(manager.post(f"{here}withdraw/?lang=en", {"withdraw-reason": ""}))
    assert manager.post(f"{here}withdraw/", {"withdraw-reason": "중복"}).status_code == 302
    assert "중복" in sit_down(busan.officer).get(here).content.decode()


def test_another_agency_reads_the_published_one_and_opens_nothing_of_it(busan, daegu, sit_down):
    row, hidden, client = s.published(daegu), s.drafted(daegu, title_ko="대구 초안"), sit_down(busan.manager)
    photo, secret = s.pictured(daegu, row, by="manager"), s.pictured(daegu, hidden)
    page = client.get(f"{LIST}{row.public_id}/").content.decode()
    assert str(photo.public_id) in page and "change/" not in page and "withdraw/" not in page
    assert got(client, f"{LIST}photos/{photo.public_id}/") == 200
    assert "대구 초안" not in client.get(LIST).content.decode()
    for address in (f"{hidden.public_id}/", f"{row.public_id}/change/", f"photos/{secret.public_id}/"):
        assert client.get(f"{LIST}{address}").status_code == 404, address
    for address in (f"{row.public_id}/publish/", f"{row.public_id}/withdraw/", f"photos/{photo.public_id}/remove/"):
        assert client.post(f"{LIST}{address}", {"version": 1}).status_code == 404, address
    assert "change/" not in sit_down(busan.trainer).get(LIST).content.decode()


def test_a_senseless_search_finds_everything_and_pages_are_turned(busan, sit_down):
    for number in range(21):
        s.published(busan, title_ko=f"행사{number:02}")
    client = sit_down(busan.officer)
    for query in ("kind=x", "agency=x", "year=9x", "q=%00", f"q={'x' * 300}", "page=99"):
        assert "행사0" in client.get(f"{LIST}?{query}").content.decode(), query
    first, second = (client.get(f"{LIST}?page={one}").content.decode() for one in (1, 2))
    assert "행사20" in first and "행사00" not in first and "행사00" in second


@pytest.mark.parametrize("address", [LIST, f"{LIST}own/"])
def test_lists_cost_as_many_statements_with_three_rows_as_with_one(address, busan, sit_down):
    client, counts = sit_down(busan.officer), []
    client.get(address)
    for more in (1, 2):
        for number in range(more):
            s.pictured(busan, s.published(busan, title_ko=f"행사{more}{number}"), by="manager")
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 16


# ---- the public page

def public_page(address=PROFILE):
    directory.forget()
    return Client().get(f"{address}?lang=en").content.decode()


def test_citizens_read_what_is_published_and_changes_are_there_at_once(busan, daegu):
    row, hidden = s.published(busan, title_ko="부산 소식"), s.drafted(busan, title_ko="부산 초안")
    other, photo = s.published(daegu, title_ko="대구 소식"), s.pictured(busan, hidden)
    page = public_page()
    assert "부산 소식" in page and "부산 초안" not in page and "대구 소식" not in page
    assert "부산 소식" in public_page(f"{PROFILE}activities/") and "시민과 함께" in public_page(f"{PROFILE}activities/{row.public_id}/")
    for one in (f"{hidden.public_id}/", f"{other.public_id}/", f"photos/{photo.public_id}/"):
        assert Client().get(f"{PROFILE}activities/{one}").status_code == 404
    change(busan, row, title_ko="고친 소식")
    assert "고친 소식" in public_page()
    s.at(busan, workflow.withdraw_activity, row, reason="중복", by="manager")
    assert "고친 소식" not in public_page() and "고친 소식" not in public_page(f"{PROFILE}activities/")
    s.at(busan, workflow.publish_activity, hidden, base_version=1, by="manager")
    assert "부산 초안" in public_page() and str(photo.public_id) in public_page()


def test_staff_at_the_public_address_sees_no_draft_either(busan, sit_down):
    photo = s.pictured(busan, s.drafted(busan, title_ko="부산 초안"))
    client = sit_down(busan.officer)
    assert "부산 초안" not in client.get(PROFILE).content.decode()
    assert client.get(f"{PROFILE}activities/photos/{photo.public_id}/").status_code == 404


def test_the_figures_of_the_public_page_are_those_that_are_public(busan):
    page = public_page()
    with within(busan.agency):
        valid = register_tally(busan.agency.pk, busan.agency.public_generation, clock.today()).valid
    assert f">{valid}</a>" in page and "Public activities" not in page
    s.published(busan, reach=1_234)
    s.published(busan, title_ko="둘째", reach=6)
    s.drafted(busan, title_ko="초안", reach=50_000)
    page = public_page()
    year = s.in_days(-3).year
    assert f"Public activities {year}" in page and ">2</a>" in page and "1,240" in page
