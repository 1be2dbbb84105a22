"""What a team takes along: the sections of an item, the calendar file, the kit on paper."""
from datetime import timedelta

import pytest
from django.test import Client
from icalendar import Calendar

from accounts.actors import Actor
from core import clock
from core.files import open_stored
from core.models import AccessEntry
from core.tenancy import within
from tests.documents import assert_archivable, said_in
from tests.visits.conftest import team_visit
from visits import tasks, workflow
from visits.calendar_file import calendar_of
from visits.kit import sections_of
from visits.models import KitPaper, Visit, VisitItem
from visits.queries import kit_of

PAGES = "/busan/visits/"
BROUGHT = {"rating_ko": "충족합니다", "rating_en": "We meet it", "explanation": "규정을 두고 지킵니다.", "finding_ko": "현장 확인",
           "finding_en": "to be seen on site", "grounds": "원본을 봅니다.", "note": "가격표는 어디에 있나요?", "sample_ko": "표본 3건",
           "sample_en": "three samples", "whom_ko": "물을 사람: 이용자", "whom_en": "Ask: users"}


@pytest.fixture
def planned(busan):
    there = team_visit(busan, stage="planned", starts_at=clock.now() + timedelta(days=5))
    with within(busan.agency):
        VisitItem.everything.filter(visit=there.visit).update(**BROUGHT)
    return there


def event_of(content):
    return Calendar.from_ical(content).walk("VEVENT")[0]


def move(there, days, busan):
    with within(there.agency):
        return workflow.move_visit(there.visit, starts_at=clock.now() + timedelta(days=days), reason="사정", actor=Actor.of(busan.officer))


def made(there):
    """Every paper that is asked for, made by the worker."""
    with within(there.agency):
        for paper in KitPaper.everything.filter(visit=there.visit, made_at=None):
            tasks.make_kit(paper_id=paper.pk)


def paper_of(there, language):
    with within(there.agency), open_stored(KitPaper.everything.get(visit=there.visit, language=language).file) as content:
        return content.read()


# ---- sections

def test_an_item_takes_along_its_sections_in_the_readers_language(planned):
    with within(planned.agency):
        said = sections_of(VisitItem.everything.get(pk=planned.item.pk))
    assert [heading for heading, _text in said] == [
        "What the place says of itself", "What the document review found", "Open questions", "Samples to take", "Whom to ask, and what"]
    assert [text for _heading, text in said] == [
        "We meet it\n규정을 두고 지킵니다.", "to be seen on site\n원본을 봅니다.", "가격표는 어디에 있나요?", "three samples", "Ask: users"]


def test_what_is_empty_has_no_section(busan):
    there = team_visit(busan, stage="planned")
    with within(busan.agency):
        assert [heading for heading, _text in sections_of(there.item)] == ["Open questions"]


def test_page_and_paper_show_the_same_sections_to_the_team(planned, client):
    client.force_login(planned.second)
    page = client.get(f"{PAGES}items/{planned.item.public_id}/?lang=en").content.decode()
    for words in ("We meet it", "원본을 봅니다.", "three samples", "Ask: users"):
        assert words in page


# ---- the calendar

def test_the_calendar_entry_keeps_its_name_and_its_number_rises(planned, busan):
    first, visit = event_of(calendar_of(planned.visit)), move(planned, 9, busan)
    moved = event_of(calendar_of(visit))
    assert (first["uid"], first["sequence"], moved["sequence"]) == (moved["uid"], 0, 1)
    assert moved.decoded("dtstart") == visit.starts_at.replace(microsecond=0)
    assert moved.decoded("dtend") - moved.decoded("dtstart") == timedelta(hours=3)
    with within(planned.agency):
        gone = calendar_of(workflow.report_not_carried_out(visit, reason="부재", actor=Actor.of(busan.officer)))
    assert (event_of(gone)["status"], event_of(gone)["sequence"], b"METHOD:CANCEL" in gone) == ("CANCELLED", 2, True)


@pytest.mark.parametrize(("who", "status"), [("assessor", 200), ("officer", 200), ("owner", 403), ("auditor", 403)])
def test_team_and_desk_take_it_over_and_nobody_else(who, status, planned, busan, client):
    client.force_login(getattr(busan, who))
    answer = client.get(f"{PAGES}{planned.visit.public_id}/visit.ics")
    assert answer.status_code == status
    assert status != 200 or answer["Content-Type"].startswith("text/calendar")


# ---- the paper

def test_the_kit_is_made_in_both_languages_with_every_item_and_room_to_write(planned, busan):
    move(planned, 9, busan)
    made(planned)
    korean, english = said_in(paper_of(planned, "ko")), said_in(paper_of(planned, "en"))
    place = planned.visit.address.replace(" ", "")
    for words in ("현장방문자료", "1.1.1", "1.1.2", "판정", "부적합사유", "종료안내", "서명", "표본3건", place):
        assert words in korean, words
    assert all(words in english for words in ("Visitkit", "threesamples", "Closingstatement"))
    assert_archivable(paper_of(planned, "ko"), "ko", f"현장 방문 자료 {planned.visit.subject_label}")


def test_asked_for_anew_the_paper_before_is_shown_no_more_and_the_later_errand_makes_it(planned, busan):
    move(planned, 9, busan)
    with within(planned.agency):
        old = KitPaper.everything.get(visit=planned.visit, language="ko")
    made(planned)
    with within(planned.agency):
        assert kit_of(planned.visit, "ko").made_at
    move(planned, 10, busan)
    with within(planned.agency):
        assert kit_of(planned.visit, "ko").made_at is None
        workflow.keep_kit(old, actor=Actor.system("tests"))                    # an errand that read the row before it was asked for anew
        assert kit_of(planned.visit, "ko").made_at is None
    assert opened(planned.second, f"{PAGES}{planned.visit.public_id}/kit.pdf").status_code == 404
    made(planned)
    with within(planned.agency):
        assert kit_of(planned.visit, "ko").made_at
        assert Visit.everything.get(pk=planned.visit.pk).times_moved == 2


def test_the_paper_opens_to_the_team_and_the_desk_and_it_is_noted(planned, busan, daegu):
    address = f"{PAGES}{planned.visit.public_id}/kit.pdf"
    for who, status in ((planned.second, 404), (planned.third, 404)):
        assert opened(who, address).status_code == status
    move(planned, 9, busan)
    made(planned)
    for who, status in ((planned.second, 200), (busan.officer, 200), (planned.third, 404), (busan.owner, 403), (daegu.assessor, 403)):
        assert opened(who, address).status_code == status, who
    with within(planned.agency):
        noted = AccessEntry.everything.filter(work="visit.kit").values_list("user_id", flat=True)
        assert set(noted) == {planned.second.pk, busan.officer.pk}


def test_for_a_visit_that_has_ended_nothing_is_made_any_more(planned, busan):
    visit = move(planned, 9, busan)
    with within(planned.agency):
        workflow.report_not_carried_out(visit, reason="부재", actor=Actor.of(busan.officer))
    made(planned)
    with within(planned.agency):
        assert not KitPaper.everything.exclude(made_at=None).exists()


def opened(user, address):
    client = Client()
    client.force_login(user)
    answer = client.get(address)
    if answer.streaming:
        b"".join(answer.streaming_content)
    return answer
