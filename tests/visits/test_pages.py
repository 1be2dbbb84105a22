"""The recorder as the team meets it, without a script: one's visits, the overview, one item, agreeing, the end."""
import re
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.models import AccessEntry
from core.tenancy import within
from tests import factories as f
from tests import files
from tests.visits.conftest import NOT_COMPLIANT, agree, all_say, say, team_visit
from visits.models import AgreedFinding, Finding, Operation, Photo, Visit


def words_of(response):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def address(*parts):
    return "/busan/visits/" + "".join(f"{part}/" for part in parts) + "?lang=en"


def hidden(response):
    """What the page's form sends by itself."""
    page = response.content.decode()
    return {name: re.search(rf'name="{name}" value="([^"]+)"', page)[1] for name in ("operation_id", "base_version")}


def asked(client, path):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


@pytest.fixture
def lead(there, client):
    client.force_login(there.lead)
    return client


@pytest.fixture
def item_address(there):
    return address("items", there.item.public_id)


# ---- one's visits

def test_the_list_begins_with_what_is_under_way(busan, client):
    with within(busan.agency):
        for stage, name in (("planned", "둘째"), ("underway", "첫째")):
            f.VisitMemberFactory(visit=f.VisitFactory(stage=stage, subject_label=name), user=busan.assessor)
        f.VisitFactory(subject_label="남의 방문")
    client.force_login(busan.assessor)
    words = words_of(client.get(address()))
    assert words.index("첫째") < words.index("둘째") and "남의 방문" not in words
    assert "You are in the team of 2 visits." in words


def test_without_a_visit_the_list_says_how_one_comes(busan, client):
    client.force_login(busan.assessor)
    assert "No visit is planned for you" in words_of(client.get(address()))


def test_the_list_asks_as_often_for_three_visits_as_for_one(busan, client):
    client.force_login(busan.assessor)
    team_visit(busan)
    asked(client, address())
    one = asked(client, address())
    team_visit(busan), team_visit(busan)
    assert asked(client, address()) == one


# ---- the overview

def test_the_overview_shows_ones_own_judgements_and_the_teams_progress(there, lead):
    say(there, there.second, **NOT_COMPLIANT)
    words = words_of(lead.get(address(there.visit.public_id)))
    assert "You have judged 0 of 2" in words and "team 1 of 2" in words
    assert "Not compliant" not in words
    say(there, there.lead)
    words = words_of(lead.get(address(there.visit.public_id)))
    assert "You have judged 1 of 2" in words and "The judgements differ here" in words


def test_the_overview_asks_as_often_for_three_items_as_for_one(busan, client):
    client.force_login(busan.assessor)
    few, many = team_visit(busan, items=1), team_visit(busan, items=3)
    for there in (few, many):
        all_say(there)
        for item in there.items:
            agree(there, item=item)
    asked(client, address(few.visit.public_id))
    assert asked(client, address(many.visit.public_id)) == asked(client, address(few.visit.public_id))


def test_reading_a_visit_is_noted(there, lead):
    lead.get(address(there.visit.public_id))
    with within(there.agency):
        entry = AccessEntry.everything.get(work="visit.read")
        assert (entry.user_id, entry.subject_id) == (there.lead.pk, str(there.visit.pk))


@pytest.mark.parametrize("who", ["officer", "auditor", "owner", "committee"])
def test_others_do_not_open_the_recorder(who, there, busan, client):
    client.force_login(getattr(busan, who))
    assert client.get(address()).status_code == 403
    assert client.get(address(there.visit.public_id)).status_code == 403


def test_an_assessor_of_another_team_gets_the_404_of_an_unknown_visit(there, client):
    client.force_login(there.third)
    for row, parts in ((there.visit, ()), (there.item, ("items",))):
        foreign, unknown = (client.get(address(*parts, which)) for which in (row.public_id, uuid.uuid4()))
        assert foreign.status_code == unknown.status_code == 404


def test_a_visit_is_begun_by_its_button_only(busan, client):
    there = team_visit(busan, stage="planned")
    client.force_login(there.lead)
    assert "Begin the visit" in words_of(client.get(address(there.visit.public_id)))
    assert client.get(address(there.visit.public_id, "begin")).status_code == 405
    assert "The visit has not begun yet." in words_of(client.get(address("items", there.item.public_id)))
    client.post(address(there.visit.public_id, "begin"))
    with within(busan.agency):
        assert Visit.everything.get().stage == "underway"


# ---- one item

def test_saving_leads_to_the_next_item_and_from_the_last_to_the_overview(there, lead, item_address):
    page = lead.get(item_address)
    assert there.item.look_en in words_of(page) and "가격표는 어디에" in words_of(page)
    answer = lead.post(item_address, hidden(page) | {"judgement": "compliant", "reason_code": "", "text": "가격표 있음"})
    following = address("items", there.items[1].public_id)
    assert answer["Location"] == following
    answer = lead.post(following, hidden(lead.get(following)) | {"judgement": "compliant"})
    assert answer["Location"] == address(there.visit.public_id)
    with within(there.agency):
        assert Finding.everything.filter(author=there.lead, judgement="compliant").count() == 2


def test_two_clicks_are_one_operation(there, lead, item_address):
    sent = hidden(lead.get(item_address)) | {"judgement": "compliant", "text": "가격표 있음"}
    for _ in range(2):
        assert lead.post(item_address, sent).status_code == 302
    with within(there.agency):
        assert Operation.everything.count() == 1


def test_what_is_missing_stands_beside_its_field_and_nothing_typed_is_lost(there, lead, item_address):
    page = lead.post(item_address, hidden(lead.get(item_address)) | {"judgement": "noncompliant", "text": "가격표 없음"})
    assert "Not compliant: choose the reason." in words_of(page) and "가격표 없음" in page.content.decode()
    with within(there.agency):
        assert not Operation.everything.exists()


def test_a_conflict_shows_both_texts_and_keeps_what_was_typed_until_it_is_settled(there, lead, item_address):
    stale = hidden(lead.get(item_address))
    say(there, there.lead, text="다른 기기의 글")
    page = lead.post(item_address, stale | {"judgement": "noncompliant", "reason_code": "not_done", "text": "이 화면의 글"})
    words = words_of(page)
    assert "A newer version was saved meanwhile" in words
    assert words.index("Stands now") < words.index("다른 기기의 글") < words.index("What you wrote") < words.index("이 화면의 글")
    assert "이 화면의 글</textarea>" in page.content.decode()
    assert hidden(page)["base_version"] == "1"
    again = hidden(page) | {"judgement": "noncompliant", "reason_code": "not_done", "text": "둘을 합친 글"}
    assert lead.post(item_address, again).status_code == 302
    with within(there.agency):
        assert Finding.everything.get().text == "둘을 합친 글"
        texts = [operation.payload["text"] for operation in Operation.everything.order_by("pk")]
        assert texts == ["다른 기기의 글", "이 화면의 글", "둘을 합친 글"]


def test_going_back_and_writing_anew_is_no_loss_either(there, lead, item_address):
    sent = hidden(lead.get(item_address))
    lead.post(item_address, sent | {"judgement": "compliant", "text": "첫 글"})
    page = lead.post(item_address, sent | {"judgement": "compliant", "text": "뒤로 가서 고친 글"})
    assert "This was sent before with other words." in words_of(page)
    assert "뒤로 가서 고친 글</textarea>" in page.content.decode()
    page = lead.post(item_address, hidden(page) | {"judgement": "compliant", "text": "뒤로 가서 고친 글"})
    assert "Stands now" in words_of(page) and "첫 글" in words_of(page)


def test_a_photo_is_taken_without_leaving_the_item(there, lead, item_address):
    sent = hidden(lead.get(item_address)) | {"caption": "비상구", "then": "stay", "photo": files.upload(files.jpg(), "a.jpg")}
    assert lead.post(item_address, sent)["Location"] == item_address
    with within(there.agency):
        photo = Photo.everything.get()
        assert photo.author == there.lead and not Finding.everything.exists()
    page = lead.get(item_address)
    assert f"/busan/visits/photos/{photo.public_id}/" in page.content.decode() and "비상구" in words_of(page)
    taken_away = lead.post(address("photos", photo.public_id, "remove"))
    assert taken_away["Location"] == item_address
    assert str(photo.public_id) not in lead.get(item_address).content.decode()


def test_a_photo_is_not_kept_without_the_words_that_came_with_it(there, lead, item_address):
    sent = hidden(lead.get(item_address)) | {"judgement": "noncompliant", "photo": files.upload(files.jpg(), "a.jpg")}
    assert lead.post(item_address, sent).status_code == 200
    with within(there.agency):
        assert not Photo.everything.exists()


def test_a_file_that_is_no_picture_is_refused_beside_its_field(there, lead, item_address):
    sent = hidden(lead.get(item_address)) | {"judgement": "compliant", "photo": files.upload(files.pdf(), "a.pdf")}
    assert "Only pictures can be added here." in words_of(lead.post(item_address, sent))


# ---- agreeing

def test_before_all_are_in_the_page_shows_how_many_and_no_judgement(there, lead):
    say(there, there.second, **NOT_COMPLIANT)
    words = words_of(lead.get(address("items", there.item.public_id, "agree")))
    assert "1 of 2 have." in words and "가격표가 없음" not in words and "Keep as the team" not in words


def test_the_judgements_stand_beside_each_other_and_the_lead_agrees(there, lead):
    say(there, there.lead, text="가격표 있음"), say(there, there.second, **NOT_COMPLIANT)
    here = address("items", there.item.public_id, "agree")
    page = lead.get(here)
    assert "가격표 있음" in words_of(page) and "가격표가 없음" in words_of(page)
    refused = lead.post(here, hidden(page) | {"judgement": "compliant"})
    assert "The judgements differ. Write how the team came to agree." in words_of(refused)
    answer = lead.post(here, hidden(refused) | {"judgement": "compliant", "text": "2층에서 함께 확인"})
    assert answer["Location"] == address(there.visit.public_id)
    with within(there.agency):
        assert AgreedFinding.everything.get().text == "2층에서 함께 확인"


def test_agreeing_goes_on_to_the_next_item_that_all_have_judged(there, lead):
    all_say(there)
    here = address("items", there.item.public_id, "agree")
    page = lead.get(here)
    assert 'value="compliant"' in page.content.decode() and "checked" in page.content.decode()
    answer = lead.post(here, hidden(page) | {"judgement": "compliant"})
    assert answer["Location"] == address("items", there.items[1].public_id, "agree")


def test_a_stale_agreement_shows_both(there, lead):
    all_say(there)
    here = address("items", there.item.public_id, "agree")
    stale = hidden(lead.get(here))
    agree(there, text="먼저 쓴 글")
    words = words_of(lead.post(here, stale | {"judgement": "compliant", "text": "옛 화면의 글"}))
    assert words.index("Stands now") < words.index("먼저 쓴 글") < words.index("What you wrote") < words.index("옛 화면의 글")


def test_a_member_reads_and_the_lead_writes(there, client):
    all_say(there)
    client.force_login(there.second)
    here = address("items", there.item.public_id, "agree")
    assert "The lead writes down what the team agrees on." in words_of(client.get(here))
    assert client.post(here, {"operation_id": uuid.uuid4(), "base_version": 0, "judgement": "compliant"}).status_code == 403


# ---- the end

def test_the_lead_closes_and_locks(there, lead):
    all_say(there)
    agree(there)
    lock = address(there.visit.public_id, "lock")
    assert "Still without an agreed judgement: 1.1.2." in words_of(lead.get(lock))
    assert "Still without an agreed judgement: 1.1.2." in words_of(lead.post(lock, follow=True, headers={"referer": f"http://testserver{lock}"}))
    agree(there, item=there.items[1])
    closing = address(there.visit.public_id, "closing")
    assert "This field is required." in words_of(lead.post(closing, {"statement": "모두 봄"}))
    lead.post(closing, {"statement": "모두 봄", "acknowledged_by": "정하늘", "acknowledged_function": "기관장"})
    page = lead.post(lock, follow=True)
    assert "The record is locked." in words_of(page) and "모두 봄" in words_of(page)
    with within(there.agency):
        assert Visit.everything.get().outcome == "complete"
    assert 'id="record"' not in lead.get(address("items", there.item.public_id)).content.decode()


@pytest.mark.parametrize(("page", "outcome"), [("end-early", "ended_early"), ("not-carried-out", "not_carried_out")])
def test_a_visit_that_breaks_off_or_fails_is_reported(page, outcome, there, lead):
    here = address(there.visit.public_id, page)
    assert "This field is required." in words_of(lead.post(here, {"reason": " "}))
    assert "The agency has been told." in words_of(lead.post(here, {"reason": "정전"}, follow=True))
    with within(there.agency):
        assert Visit.everything.get().outcome == outcome


def test_members_find_no_button_that_is_the_leads(there, client):
    client.force_login(there.second)
    overview = words_of(client.get(address(there.visit.public_id)))
    assert "Lock the record" not in overview and "The visit breaks off" not in overview
    for page in ("closing", "end-early", "not-carried-out"):
        assert "<form id" not in client.get(address(there.visit.public_id, page)).content.decode()
        sent = {"reason": "정전", "statement": "봄", "acknowledged_by": "정", "acknowledged_function": "장"}
        assert client.post(address(there.visit.public_id, page), sent).status_code == 403


def test_the_menu_leads_assessors_to_their_reviews_and_from_there_to_their_visits(busan, client):
    client.force_login(busan.assessor)
    assert 'href="/busan/assess/?lang=en"' in client.get("/busan/accounts/inbox/?lang=en").content.decode()
    assert 'href="/busan/visits/?lang=en"' in client.get("/busan/assess/?lang=en").content.decode()
    client.force_login(busan.owner)
    assert 'href="/busan/assess/?lang=en"' not in client.get("/busan/accounts/inbox/?lang=en").content.decode()
