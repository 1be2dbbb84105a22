"""Supplement requests at the desk: composed, looked over, sent, prolonged, taken back; what came of it on the case's page."""
import pytest

from core import clock
from core.models import AccessEntry
from core.tenancy import within
from evaluations.models import SupplementItem, SupplementReply
from evaluations.workflow.supplement import latest_day_of
from tests import factories as f
from tests.desk.test_provider import OTHERS
from tests.evaluations.asking import TEXT, answered, asked, proposed, request_of
from tests.evaluations.path import Path
from tests.evaluations.portal_pages import queries_of
from tests.evaluations.reviewing import team_at

CASES = "/busan/admin/cases/"
LANG = "?lang=en"


@pytest.fixture
def path(busan):
    return Path(busan).screened()


def compose(path):
    return f"{CASES}{path.application.public_id}/supplement/{LANG}"


def case_page(path):
    return f"{CASES}{path.application.public_id}/{LANG}"


def item_of(path):
    with within(path.place.agency):
        return SupplementItem.everything.filter(request__application=path.application).order_by("position").first()


def bundle(path):
    with within(path.place.agency):
        return request_of(path)


def addresses(path):
    item, request = item_of(path), bundle(path)
    return [f"{CASES}supplements/{part}/{LANG}" for part in (
        f"items/{item.public_id}", f"{request.public_id}/send", f"{request.public_id}/extend", f"items/{item.public_id}/withdraw")]


def test_an_officer_adds_changes_looks_over_and_sends(path, sit_down, words_of):
    client = sit_down(path.place.officer)
    assert "Nothing is proposed yet." in words_of(client.get(compose(path)))
    page = words_of(client.post(compose(path), {"item-about": "indicator:1.1.2", "item-text": TEXT}, follow=True))
    assert "The item is in the request." in page and "Who gets what" in page
    assert "owner@provider.busan.example" in page and "colleague@provider.busan.example" in page and "neighbour@" not in page
    client.post(compose(path), {"item-about": "general:", "item-text": "대표자 변경 신고를 적어 주십시오."})
    change, send, _extend, _withdraw = addresses(path)
    page = words_of(client.post(change, {"change-1-text": "고친 말"}, follow=True))
    assert "고친 말" in page and TEXT not in page
    page = words_of(client.post(change, {"change-1-text": "고친 말", "change-1-is_left_out": "on"}, follow=True))
    assert "left out" in page
    page = words_of(client.post(send, follow=True))
    assert "The request is sent" in page and "waits for the answer" in page
    with within(path.place.agency):
        assert SupplementReply.everything.get().item.kind == "general"
    assert "has been sent" in words_of(client.post(send, follow=True))
    assert "The request of this stage has been sent." in words_of(client.get(compose(path)))


def test_what_is_wrong_stands_beside_what_was_typed(path, sit_down, words_of):
    client = sit_down(path.place.officer)
    page = client.post(compose(path), {"item-about": "indicator:9.9.9", "item-text": "그대로 남을 말"})
    assert page.status_code == 200 and "그대로 남을 말" in page.content.decode() and item_of(path) is None
    proposed(path)
    page = client.post(addresses(path)[0], {"change-1-text": ""})
    assert "This field is required." in words_of(page)


@pytest.mark.parametrize("who", ["director", "auditor", *OTHERS])
def test_nobody_else_acts(path, who, sit_down):
    proposed(path)
    client = sit_down(getattr(path.place, who))
    assert {client.post(address).status_code for address in addresses(path)} == {403}
    assert client.get(compose(path)).status_code == (200 if who in ("director", "auditor") else 403)


@pytest.mark.parametrize("who", ["director", "auditor"])
def test_who_reads_cases_reads_it_without_buttons_and_cannot_add(path, who, sit_down):
    proposed(path)
    client = sit_down(getattr(path.place, who))
    assert 'method="post" action="/busan/admin/cases/' not in client.get(compose(path)).content.decode()
    client.post(compose(path), {"item-about": "general:", "item-text": "x"})
    with within(path.place.agency):
        assert SupplementItem.everything.count() == 1


def test_another_agency_finds_nothing_and_nothing_is_done_by_get(path, daegu, sit_down):
    proposed(path)
    here = sit_down(path.place.officer)
    assert {here.get(address).status_code for address in addresses(path)} == {405}
    stranger = sit_down(daegu.officer)
    for address in [*addresses(path), compose(path)]:
        assert stranger.post(address.replace("/busan/", "/daegu/")).status_code == 404


def test_the_officer_of_the_provider_itself_does_not_ask_it(path, sit_down):
    proposed(path)
    with within(path.place.agency):
        f.ProviderMemberFactory(provider=path.provider, user=path.place.officer, role="viewer")
    client = sit_down(path.place.officer)
    typed = {"change-1-text": "x", "extend-to": "2026-12-01", "extend-reason": "x", "withdraw-1-reason": "x"}
    assert {client.post(address, typed).status_code for address in addresses(path)} == {403}


def test_an_assessors_proposal_is_read_without_its_judgement(busan, sit_down, words_of):
    path = team_at(busan)
    proposed(path, by=path.assessors[0])
    page = words_of(sit_down(busan.officer).get(compose(path)))
    assert TEXT in page and "proposed by an assessor" in page and "CNRY-busan-assessor" not in page.split("Who gets what")[0]
    assert "1 item is proposed; nobody has been told yet." in words_of(sit_down(busan.officer).get(case_page(path)))


def test_the_teams_result_is_taken_into_the_request(busan, sit_down, words_of):
    path = Path(busan).assigned()
    with within(busan.agency):
        for user in path.assessors:
            path.judge(user, "supplement", "기록이 빠져 있습니다.")
    client = sit_down(busan.officer)
    page = client.get(compose(path))
    assert words_of(page).count("Take into the request") == 3
    client.post(compose(path), {"item-about": "indicator:1.1.1", "item-text": "기록이 빠져 있습니다."})
    assert words_of(client.get(compose(path))).count("Take into the request") == 2


def test_more_time_is_given_once_and_an_item_taken_back_on_the_cases_page(path, sit_down, words_of):
    asked(path)
    client, (_change, _send, extend, withdraw) = sit_down(path.place.officer), addresses(path)
    later = clock.today().replace(year=clock.today().year + 1)
    page = words_of(client.post(extend, {"extend-to": later.isoformat(), "extend-reason": "담당자 입원"}))
    assert "It may be prolonged to" in page
    with within(path.place.agency):
        day = latest_day_of(bundle(path))
    page = words_of(client.post(extend, {"extend-to": day.isoformat(), "extend-reason": "담당자 입원"}, follow=True))
    assert "The time is prolonged" in page and "담당자 입원" in page and "Give more time, once" not in page
    assert "This field is required." in words_of(client.post(withdraw, {"withdraw-1-reason": ""}))
    page = words_of(client.post(withdraw, {"withdraw-1-reason": "확인하였습니다."}, follow=True))
    assert "no longer asked for" in page and "확인하였습니다." in page


def test_the_case_waits_for_the_provider_and_then_shows_what_changed(path, sit_down, words_of):
    asked(path)
    client = sit_down(path.place.officer)
    assert "waits for the answer" in words_of(client.get(case_page(path)))
    answered(path)
    page = client.get(case_page(path))
    words = words_of(page)
    assert "What was answered, against the submission before" in words and "<ins>" in page.content.decode()
    assert "교육 기록.pdf" in words and "submission 2" in words and "Supplement handed in" in words
    with within(path.place.agency):
        assert AccessEntry.everything.filter(work="case.read").exists()


def test_messages_about_the_request_and_reminders_stand_on_the_cases_page(path, sit_down, words_of, work_off):
    asked(path)
    work_off(path.place)
    page = words_of(sit_down(path.place.officer).get(case_page(path)))
    assert "보완자료를 제출하여 주십시오" in page


def test_as_many_queries_for_three_items_as_for_one(path, sit_down):
    client = sit_down(path.place.officer)
    proposed(path)
    client.get(compose(path))                               # the first page of a browser asks for more
    one = queries_of(client, compose(path))
    for code in ("1.1.1", "1.1.3"):
        proposed(path, code=code)
    assert queries_of(client, compose(path)) == one
