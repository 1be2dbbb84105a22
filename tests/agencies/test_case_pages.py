"""Excellent cases as people use them: pages of the desk, of judges and for everybody; search; “we use this too”; the conference."""
from datetime import time, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from accounts import directory
from accounts.actors import Actor
from agencies.models import CaseProgramme, CaseReuse, GoodCase, Nomination, NominationPicture
from agencies.queries.good_case import cases_found, good_cases, uses_of
from agencies.workflow import case_programme, case_reuse
from core import clock
from core.errors import Refused
from core.tenancy import within
from tests.agencies import casing as c
from tests.files import jpg, upload

pytestmark = pytest.mark.django_db
CASES, USED = "/busan/network/cases/", {"adapted": "우리 지역에 맞게 바꾸었습니다.", "result": ""}


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def case(central, busan):
    return c.published(central, busan)


def use(place, case, *, shown=True, **words):
    row = c.at(place, case_reuse.begin_reuse, case, since_on=clock.today(), **(USED | words))
    return c.at(place, case_reuse.publish_reuse, row, by="manager") if shown else row


# ---- search

def test_a_case_is_found_by_words_initials_year_field_and_agency(central, daegu, case):
    with within(daegu.agency):
        actor = Actor.of(daegu.trainer)
        for found in ({"words": "순번제 대기"}, {"words": "ㅇㄱㄱㄱ"}, {"words": "긴급도"}, {"year": case.year}, {"theme": "돌봄"},
                      {"agency": "busan"}):
            assert [one.pk for one in cases_found(actor, **found)] == [case.pk], found
        for missed in ({"words": "순번제 없는말"}, {"year": 2001}, {"theme": "협력"}, {"agency": "daegu"}):
            assert not cases_found(actor, **missed).exists(), missed


def test_the_list_costs_as_many_statements_with_three_cases_as_with_one(central, daegu, busan, case, sit_down):
    client, counts = sit_down(daegu.officer), []
    client.get("/daegu/network/cases/")
    for more in (0, 2):
        for number in range(more):
            with within(central.agency):
                one = GoodCase.everything.get(pk=case.pk)
                one.pk, one.nomination, one.title = None, f"00000000-0000-4000-8000-00000000000{number}", f"사례 {number}"
                one.public_id = one.nomination.replace("4000", "4001")
                one.save(force_insert=True)
        with CaptureQueriesContext(connection) as asked:
            assert client.get("/daegu/network/cases/").status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 14


# ---- we use this too

def test_what_an_agency_says_about_using_a_case_is_read_once_it_is_shown_and_until_it_is_taken_back(central, busan, daegu, case):
    row = use(daegu, case, shown=False)

    def seen(place, user):
        with within(place.agency):
            actor = Actor.of(user) if user else Actor.public()
            return [one.agency_ko for one in uses_of(actor, case)], good_cases(actor).get().uses
    for place, user in ((busan, busan.officer), (central, central.manager), (central, None), (daegu, daegu.officer)):
        assert seen(place, user) == ([], 0)
    with within(busan.agency):
        assert not CaseReuse.objects.visible_to(Actor.of(busan.manager)).exists()
    with pytest.raises(PermissionDenied):
        c.at(daegu, case_reuse.publish_reuse, row)
    row = c.at(daegu, case_reuse.publish_reuse, row, by="manager")
    for place, user in ((busan, busan.officer), (central, None)):
        assert seen(place, user) == ([daegu.agency.name_ko], 1)
    row = c.at(daegu, case_reuse.write_reuse, row, base_version=1, since_on=row.since_on, adapted=row.adapted, result="대기가 줄었습니다.")
    with pytest.raises(Refused, match="Somebody else"):
        c.at(daegu, case_reuse.write_reuse, row, base_version=1, since_on=row.since_on, adapted="다름", result="")
    with pytest.raises(PermissionDenied):
        c.at(daegu, case_reuse.withdraw_reuse, row)
    c.at(daegu, case_reuse.withdraw_reuse, row, by="director")
    assert seen(busan, busan.officer) == ([], 0)
    with pytest.raises(Refused, match="taken back"):
        c.at(daegu, case_reuse.publish_reuse, row, by="manager")


def test_a_use_makes_sense_stands_once_and_is_of_another_agency(central, busan, daegu, case):
    for place, words, sentence in ((busan, {}, "your own agency"), (daegu, {"adapted": " "}, "Write what you changed")):
        with pytest.raises(Refused, match=sentence):
            use(place, case, **words)
    with pytest.raises(Refused, match="still to come"):
        c.at(daegu, case_reuse.begin_reuse, case, since_on=clock.today() + timedelta(days=1), **USED)
    row = use(daegu, case)
    with pytest.raises(Refused, match="already"):
        use(daegu, case)
    for role in ("director", "auditor", "trainer"):
        with pytest.raises(PermissionDenied):
            c.at(daegu, case_reuse.begin_reuse, case, by=role, since_on=clock.today(), **USED)
        with pytest.raises(PermissionDenied):
            c.at(daegu, case_reuse.write_reuse, row, by=role, base_version=1, since_on=clock.today(), **USED)


# ---- the conference

def programme_of(central, case=None):
    row = c.at(central, case_programme.draft_programme, year=2026, title_ko="성과공유대회", title_en="Conference", held_on=clock.today(),
               place_ko="대강당", place_en="Hall", words_ko="", words_en="")
    c.at(central, case_programme.add_session, row, begins=time(10), ends=time(11), title_ko="여는 말", title_en="Opening",
         speaker_ko="", speaker_en="", case=case)
    return row


def test_a_programme_is_read_once_it_is_published_and_sessions_do_not_overlap(central, busan, case, sit_down):
    row = programme_of(central, case)
    with pytest.raises(Refused, match="held at that time"):
        c.at(central, case_programme.add_session, row, begins=time(10, 30), ends=time(12), title_ko="둘", case=None)
    with pytest.raises(Refused, match="ends before"):
        c.at(central, case_programme.add_session, row, begins=time(12), ends=time(12), title_ko="둘", case=None)
    with pytest.raises(Refused, match="of this year"):
        programme_of(central)
    with pytest.raises(Refused, match="Somebody else"):
        c.at(central, case_programme.change_programme, row, base_version=7, place_ko="소강당")
    directory.forget()
    assert "No programme is published yet" in Client().get("/central/cases/conference/?lang=en").content.decode()
    with within(busan.agency):
        assert not CaseProgramme.objects.visible_to(Actor.of(busan.officer)).exists()
    with pytest.raises(PermissionDenied):
        c.at(central, case_programme.publish_programme, row)
    for work in (lambda: c.at(central, case_programme.draft_programme, by="director", year=2027),
                 lambda: c.at(central, case_programme.add_session, row, by="director", begins=time(13), ends=time(14), title_ko="둘"),
                 lambda: c.at(central, case_programme.change_programme, row, by="director", base_version=1, place_ko="x")):
        with pytest.raises(PermissionDenied):
            work()
    c.at(central, case_programme.publish_programme, row, by="manager")
    directory.forget()
    page = Client().get("/central/cases/conference/?lang=en").content.decode()
    assert "Hall" in page and case.title in page
    paper = Client().get(f"/central/cases/conference/{row.public_id}/programme.pdf?lang=en")
    assert paper.status_code == 200 and paper.content[:5] == b"%PDF-"


# ---- pages

def test_citizens_read_cases_with_pictures_at_central_alone(central, busan, daegu):
    call = c.open_call(central)
    row = c.handed_in(busan, call, picture=True)
    c.chosen(central, c.judged(central, call), row)
    with within(central.agency):
        case = GoodCase.everything.get()
        picture = case.pictures.get()
    use(daegu, case)
    address = f"/central/cases/{case.public_id}/"
    page = Client().get(address).content.decode()
    assert case.title in page and "당직표를 보는 직원들" in page and daegu.agency.name_ko in page
    assert address in Client().get("/central/cases/?q=순번제").content.decode()
    shown = Client().get(f"/central/cases/pictures/{picture.public_id}/")
    assert shown["Content-Type"] == "image/jpeg" and b"".join(shown.streaming_content)
    assert Client().get("/busan/cases/").status_code == 404


def test_a_nomination_is_begun_written_and_sent_through_the_house_by_its_pages(central, busan, sit_down, words_of):
    call = c.open_call(central)
    client = sit_down(busan.officer)
    page = f"{CASES}calls/{call.public_id}/"
    assert "우수사례 공모" in client.get(page).content.decode()
    assert client.post(f"{page}nominate/", {"title": "새 사례"}).status_code == 302
    assert "already" in words_of(client.post(f"{page}nominate/?lang=en", {"title": "새 사례"}))
    with within(busan.agency):
        row = Nomination.everything.get()
    mine = f"{CASES}nominations/{row.public_id}/"
    said = {"version": 0, "title": "새 사례", "theme": "0", "figure-1-name": "대기 일수", "figure-1-before": "12", "figure-1-after": "3",
            "figure-1-unit": "일",
            **{name: c.TEXTS[name] for name in ("summary", "problem", "done", "changed", "contact_name", "contact_at")}}
    number = client.post(f"{mine}write/?lang=en", said | {"problem": "900101-1234568 님"})
    assert number.status_code == 422 and "resident registration number" in words_of(number)
    assert "순번제를 만들었습니다" in number.content.decode()
    saved = client.post(f"{mine}write/", said, headers={"HX-Request": "true"})
    assert saved.status_code == 200 and 'data-version="1"' in saved.content.decode()
    assert client.post(f"{mine}write/", said | {"done": "다르게"}).status_code == 409
    assert "what the picture shows" in words_of(client.post(f"{mine}pictures/?lang=en", {"file": upload(jpg(), "a.jpg")})).lower()
    assert client.post(f"{mine}pictures/", {"file": upload(jpg(), "a.jpg"), "alternative": "당직표"}).status_code == 302
    with within(busan.agency):
        picture = NominationPicture.everything.get()
    shown = client.get(f"{CASES}nominations/pictures/{picture.public_id}/")
    assert shown["Content-Type"] == "image/jpeg" and b"".join(shown.streaming_content)
    assert client.post(f"{mine}give/").status_code == 302 and "당직표" in client.get(mine).content.decode()
    assert sit_down(central.officer).get(f"/central/network/cases/received/{row.public_id}/").status_code == 404


def test_a_judge_reads_the_case_and_hands_in_points(central, busan, sit_down, words_of):
    call = c.open_call(central)
    row = c.handed_in(busan, call, picture=True)
    at = f"/central/network/cases/calls/{call.public_id}/"
    call = c.over(call)
    assert sit_down(central.officer).post(f"{at}judging/open/").status_code == 302
    sheet = c.sheets(central, call, user=central.assessor)[0]
    judge, mine = sit_down(central.assessor), f"/central/network/cases/judging/{sheet.public_id}/"
    assert row.title in judge.get("/central/network/cases/judging/").content.decode()
    page = judge.get(mine).content.decode()
    assert row.done in page and "당직표를 보는 직원들" in page
    said = {"version": 0, "points-0": 41, "points-1": 50, "words": "좋습니다.", "do": "hand_in"}
    assert "0 to 40" in words_of(judge.post(f"{mine}?lang=en", said)) and c.fresh(sheet).handed_in_at is None
    assert judge.post(mine, said | {"points-0": 30}).status_code == 302 and c.fresh(sheet).handed_in_at
    assert sit_down(central.committee).get(mine).status_code == 404 and sit_down(central.manager).get(mine).status_code == 404
    assert row.title not in sit_down(central.officer).get(f"{at}ranking/").content.decode()
    c.fill(central, call)
    assert sit_down(central.officer).post(f"{at}judging/close/").status_code == 302
    assert row.title in sit_down(central.assessor).get(f"{at}ranking/").content.decode()
    assert sit_down(central.consultant).get(f"{at}ranking/").status_code == 404
    assert row.title in sit_down(central.officer).get(f"{at}choice/").content.decode()


def test_a_use_is_written_and_shown_by_its_pages(central, busan, daegu, case, sit_down):
    client, mine = sit_down(daegu.manager), f"/daegu/network/cases/{case.public_id}/"
    assert f"{mine}use/" in client.get(mine).content.decode()
    assert client.post(f"{mine}use/", {"since_on": clock.today().isoformat(), **USED}).status_code == 302
    with within(daegu.agency):
        row = CaseReuse.everything.get()
    address = f"/daegu/network/cases/uses/{row.public_id}/"
    said = {"version": 1, "since_on": row.since_on.isoformat(), "adapted": "바꾸었습니다.", "result": "당직이 편해졌습니다."}
    assert client.post(address, said).status_code == 302
    assert client.post(f"{address}publish/").status_code == 302
    assert "당직이 편해졌습니다." in sit_down(busan.officer).get(f"{CASES}{case.public_id}/").content.decode()
    client = sit_down(daegu.manager)
    assert client.post(f"{address}withdraw/").status_code == 302 and client.get(address).status_code == 404
    assert "당직이 편해졌습니다." not in sit_down(busan.officer).get(f"{CASES}{case.public_id}/").content.decode()


def test_a_call_is_drafted_by_its_page_and_bad_lines_are_named(central, sit_down, words_of):
    body, client = c.body_of(central), sit_down(central.manager)
    said = {"year": 2026, "title_ko": "공모", "text_ko": "찾습니다.", "themes": "돌봄 | Care", "criteria": "효과 | Effect | 많이",
            "opens_at": "2026-12-01T09:00", "closes_at": "2026-12-20T18:00", "body": str(body.public_id)}
    new = "/central/network/cases/calls/new/"
    assert "Line 1" in words_of(client.post(f"{new}?lang=en", said))
    made = client.post(new, said | {"criteria": "효과 | Effect | 60\n파급성 | 40"})
    assert made.status_code == 302 and "Effect" in client.get(f"{made['Location']}?lang=en").content.decode()
    assert 'value="2026-12-20T18:00"' in client.get(f"{made['Location']}change/").content.decode()
    following = client.get(new).content.decode()                # the next one begins with the same fields, criteria and judges
    assert "돌봄 | Care" in following and "효과 | Effect | 60" in following and f'value="{body.public_id}" selected' in following
    assert "찾습니다." not in following and "2026-12-20T18:00" not in following
