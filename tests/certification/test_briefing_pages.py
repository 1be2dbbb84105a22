"""A round's page with everything on it, the sheet for the press, and registering for a briefing as a citizen does."""
import re
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from accounts import limits
from certification.models import Briefing, BriefingPlace
from certification.queries import place_link
from core import clock
from core.errors import Unavailable
from core.files import path_of
from core.tenancy import within
from tests import factories as f
from tests.certification.briefing_messages import deliver, kinds
from tests.certification.test_framework_pages import queries_for, read

TYPED = {"name": "CNRY-guest", "organisation": "햇살센터", "phone": "051-000-0000", "email": "guest@guest.example", "consents": "on"}


@pytest.fixture
def briefing(busan):
    with within(busan.agency):
        return f.BriefingFactory(round__version__framework__name_en="Framework", place_en="City hall")


def address_of(briefing, end=""):
    return f"/busan/rounds/briefings/{briefing.public_id}/{end}"


def fill(round, times=1):
    for _ in range(times):
        f.RoundDocumentFactory(round=round)
        f.RoundQuestionFactory(round=round)
        f.RoundAttachmentFactory(round=round)
        f.BriefingMaterialFactory(briefing=f.BriefingFactory(round=round))


def test_the_announcement_shows_documents_files_answers_briefings_and_whom_to_ask(busan, client):
    with within(busan.agency):
        round = f.RoundFactory(contact_ko="품질인증팀", contact_en="Quality team", contact_phone="051-000-0001")
        fill(round)
        f.RoundQuestionFactory(round=round, question_ko="CNRY-hidden", is_shown=False)
        Briefing.everything.update(link="https://CNRY.example/", called_off_at=clock.now(), call_off_reason="A typhoon")
    page = read(client, f"/busan/rounds/{round.public_id}/")
    for there in ("Operating rules", "required", "신청 안내서.pdf", "사업장마다 신청합니다.", "Briefing", "City hall", "A typhoon",
                  "설명회 자료.pdf", "Quality team", "051-000-0001", "Press release"):
        assert there in page, there
    assert "CNRY" not in page


def test_the_sheet_for_the_press_says_what_when_and_whom_to_ask(busan, client):
    with within(busan.agency):
        round = f.RoundFactory(quota=30, contact_phone="051-000-0001")
        f.BriefingFactory(round=round)
    page = read(client, f"/busan/rounds/{round.public_id}/press/")
    for there in ("Press release", "Busan Social Service Agency receives applications", "About 30 providers", "City hall", "051-000-0001"):
        assert there in page, there
    assert f"/busan/rounds/{round.public_id}/" in page
    assert queries_for(client, f"/busan/rounds/{round.public_id}/press/?lang=en") == []


@pytest.mark.parametrize("end", ["", "press/"])
def test_the_page_asks_as_often_for_three_of_each_as_for_one(end, busan, client):
    with within(busan.agency):
        rounds = [f.RoundFactory(), f.RoundFactory()]
        fill(rounds[0])
        fill(rounds[1], 3)
    one, three = (len(queries_for(client, f"/busan/rounds/{round.public_id}/{end}")) for round in rounds)
    assert one == three <= 12


def test_a_kept_page_holds_no_form_and_the_form_is_not_kept(briefing, client):
    assert "csrfmiddlewaretoken" not in client.get(f"/busan/rounds/{briefing.round.public_id}/").content.decode()
    form = client.get(address_of(briefing))
    assert "csrfmiddlewaretoken" in form.content.decode() and "no-store" in form["Cache-Control"]


def test_a_citizen_registers_without_an_account_and_is_told_the_same_whether_known_or_not(busan, briefing, client, fresh_counters):
    pages = []
    for typed in (TYPED, TYPED | {"email": "GUEST@guest.example"}, TYPED | {"email": "other@guest.example"}):
        answer = client.post(f"{address_of(briefing)}?lang=en", typed, follow=True)
        assert answer.redirect_chain[0][0].startswith(address_of(briefing, "received/"))
        pages.append(re.sub(r"\d", "", answer.content.decode()))
    assert pages[0] == pages[1] == pages[2]
    assert "It says whether you have a seat" in pages[0] and "guest@" not in pages[0]
    with within(busan.agency):
        assert kinds() == ["registered", "again", "registered"]
        place = BriefingPlace.everything.get(email="guest@guest.example")
        assert (place.phone, place.language, place.user) == ("0510000000", "en", None)


def test_with_an_account_the_form_knows_who_it_is(busan, briefing, client, fresh_counters):
    client.force_login(busan.owner)
    assert f'value="{busan.owner.email}"' in client.get(address_of(briefing)).content.decode()
    client.post(address_of(briefing), TYPED)
    with within(busan.agency):
        assert BriefingPlace.everything.get().user == busan.owner


@pytest.mark.parametrize(("wrong", "sentence"), [
    ({"consents": ""}, "required"), ({"phone": "12"}, "area code"), ({"email": "guest"}, "valid email"), ({"name": "A\u200bB"}, "")])
def test_what_is_wrong_stands_beside_its_field_and_the_rest_stays(wrong, sentence, busan, briefing, client, fresh_counters):
    page = client.post(f"{address_of(briefing)}?lang=en", TYPED | wrong).content.decode()
    assert sentence in page and 'value="햇살센터"' in page and 'class="error"' in page
    with within(busan.agency):
        assert not BriefingPlace.everything.exists()


def test_full_it_says_so_before_and_takes_for_the_waiting_list(busan, briefing, client, fresh_counters):
    with within(busan.agency):
        Briefing.everything.filter(pk=briefing.pk).update(seats=1)
        f.BriefingPlaceFactory(briefing=briefing)
    assert "All seats are taken." in read(client, address_of(briefing))
    client.post(address_of(briefing), TYPED)
    with within(busan.agency):
        assert BriefingPlace.everything.get(email="guest@guest.example").seated_at is None


@pytest.mark.parametrize("late", [{"called_off_at": clock.now(), "call_off_reason": "A typhoon"}, {"register_until": clock.now()}])
def test_over_or_called_off_it_takes_nobody(late, busan, briefing, client, fresh_counters):
    with within(busan.agency):
        Briefing.everything.filter(pk=briefing.pk).update(**late)
    page = client.post(f"{address_of(briefing)}?lang=en", TYPED)
    assert ("A typhoon" if "called_off_at" in late else "Registration for this briefing is over.") in page.content.decode()
    assert "<form" not in page.content.decode().partition("<main")[2]
    with within(busan.agency):
        assert not BriefingPlace.everything.exists()


def test_too_many_from_one_place_wait_and_a_mailbox_is_not_flooded(busan, briefing, client, settings, fresh_counters):
    settings.BRIEFING_LIMIT, settings.MESSAGE_LIMIT = 4, 2
    for _ in range(2):
        client.post(address_of(briefing), TYPED)
    flooding = client.post(f"{address_of(briefing)}?lang=en", TYPED).content.decode()
    client.post(address_of(briefing), TYPED | {"email": "b@guest.example"})
    fifth = client.post(f"{address_of(briefing)}?lang=en", TYPED | {"email": "c@guest.example"}).content.decode()
    assert "too many tries" in flooding and "too many tries" in fifth
    with within(busan.agency):
        assert kinds() == ["registered", "again", "registered"]


def test_when_the_counters_do_not_answer_nothing_typed_is_lost(briefing, client, settings, monkeypatch):
    def away(*_):
        raise Unavailable("x")
    monkeypatch.setattr(limits, "reserve", away)
    page = client.post(f"{address_of(briefing)}?lang=en", TYPED).content.decode()
    assert "Registration is paused for a moment" in page and "햇살센터" in page


def test_the_calendar_file_is_everybodys_and_tells_no_address_of_the_meeting(busan, briefing, client):
    with within(busan.agency):
        Briefing.everything.filter(pk=briefing.pk).update(link="https://meet.example/1")
    answer = client.get(address_of(briefing, "briefing.ics"))
    assert answer["Content-Type"].startswith("text/calendar") and b"meet.example" not in answer.content
    assert Calendar.from_ical(answer.content).walk("VEVENT")[0]["location"] == "시청 대강당"


def test_a_drafts_briefing_has_no_page_and_a_forged_link_leads_nowhere(busan, briefing, client):
    with within(busan.agency):
        draft = f.BriefingFactory(round__published_at=None)
        place = f.BriefingPlaceFactory(briefing=draft)
    for end in ("", "received/", "briefing.ics"):
        assert client.get(address_of(draft, end)).status_code == 404
    assert client.post(address_of(draft), TYPED).status_code == 404
    assert client.get(f"/busan/rounds/places/{place.public_id}/").status_code == 404


def test_a_link_leads_nowhere_at_another_agency_and_after_the_erasure(busan, daegu, briefing, client):
    with within(busan.agency):
        place = f.BriefingPlaceFactory(briefing=briefing)
        link = place_link(place)
    path = link.partition("/busan/")[2]
    assert client.get(f"/busan/{path}").status_code == 200
    assert client.get(f"/daegu/{path}").status_code == 404
    with within(busan.agency):
        BriefingPlace.everything.update(erased_at=clock.now())
    assert client.get(f"/busan/{path}").status_code == 404


def test_a_file_of_the_announcement_is_downloaded_by_everybody_and_of_a_draft_by_staff(busan, client):
    with within(busan.agency):
        out, draft = f.RoundAttachmentFactory(), f.RoundAttachmentFactory(round__published_at=None)
        for one in (out, draft):
            default_storage.save(path_of(one.file), ContentFile(b"%PDF-1.7".ljust(one.file.size)))
    address = "/busan/rounds/attachments/{}/"
    assert got(client, address.format(out.public_id)) == 200
    assert got(client, address.format(draft.public_id)) == 404
    client.force_login(busan.officer)
    assert got(client, address.format(draft.public_id)) == 200


def got(client, address):
    answer = client.get(address)
    if answer.streaming:
        list(answer.streaming_content)          # an unread file stays open
    return answer.status_code


def test_the_form_asks_as_often_for_three_registrations_as_for_one(busan, briefing, client):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            client.get(address_of(briefing))
        return len(queries)
    with within(busan.agency):
        place = f.BriefingPlaceFactory(briefing=briefing, arrived_at=clock.now() - timedelta(hours=1))
    asked()
    one = asked()
    with within(busan.agency):
        f.BriefingPlaceFactory.create_batch(2, briefing=briefing)
    assert asked() == one
    assert deliver(place) == []
