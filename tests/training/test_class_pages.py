"""Pages of attendance, survey and test: who opens them, one tap, one button, a code that is scanned before signing in."""
import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from core import clock
from core.tenancy import within
from tests.documents import said_in
from tests.factories.training import enrolled, teaches
from tests.training.attending import course_with_test, examined, held_class, presence, several, surveyed
from tests.training.test_surveys import answered
from training import models
from training.class_codes import code_of, shown_code
from training.stages import EnrolmentStage

pytestmark = pytest.mark.django_db
TRAINING = {"busan": "/busan/training/", "central": "/central/training/"}


def browser_of(user):
    client = Client()
    client.force_login(user)
    return client


def said(page):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.content.decode()))


def get(user, address, status=200):
    page = browser_of(user).get(f"{address}{'&' if '?' in address else '?'}lang=en")
    assert page.status_code == status, address
    return page


@pytest.fixture
def lesson(central):
    return held_class(central, begins=-90, minutes=120)


# ---- the trainer's side

def test_a_trainer_ticks_with_one_tap_and_with_a_time(lesson, busan, central):
    one, other = several(busan, lesson.run, 2)
    with within(central.agency):
        teaches(lesson, central.assessor)
    client, page = browser_of(central.assessor), f"{TRAINING['central']}classes/{lesson.public_id}/"
    assert "참여0" in said(client.get(page)) and lesson.run.course.name_ko in said(client.get(f"{TRAINING['central']}classes/"))
    answer = client.post(f"{page}note/", {"who": one.public_id, "mark": "whole"})
    assert answer.url == f"{page}#p-{one.public_id}" and presence(central, central.trainer, one, lesson).is_whole
    at = clock.seoul(lesson.starts_at + timedelta(minutes=20))
    client.post(f"{page}note/", {"who": other.public_id, "mark": "came", "at": f"{at:%H:%M}"})
    assert presence(central, central.trainer, other, lesson).minutes == 100
    wrong = client.post(f"{page}note/", {"who": other.public_id, "mark": "came", "at": "quarter to"})
    assert wrong.status_code == 200 and "details open" in wrong.content.decode()
    for bad in ({"who": other.public_id, "mark": "asleep"}, {"who": "", "mark": "whole"}, {"mark": "whole"}):
        assert client.post(f"{page}note/", bad).status_code == 404
    with within(central.agency):
        assert models.Attendance.everything.count() == 2


def test_a_class_that_goes_on_over_midnight_is_ticked_until_the_day_on_which_it_ends(busan):
    lesson = held_class(busan)
    who, evening = enrolled(busan, busan.employee, lesson.run), clock.day_start(clock.today()) + timedelta(days=1, hours=23)
    with within(busan.agency):
        models.ClassSession.everything.filter(pk=lesson.pk).update(starts_at=evening, ends_at=evening + timedelta(hours=2))
        lesson = models.ClassSession.everything.select_related("run").get(pk=lesson.pk)
    with clock.travel(evening + timedelta(minutes=70)):
        client, page = browser_of(busan.trainer), f"{TRAINING['busan']}classes/{lesson.public_id}/"
        assert str(lesson.public_id) in client.get(f"{TRAINING['busan']}classes/").content.decode()
        assert client.post(f"{page}note/", {"who": who.public_id, "mark": "came", "at": "00:05"}).status_code == 302
        assert presence(busan, busan.trainer, who, lesson).minutes == 55


def test_pages_of_a_class_are_unknown_to_whoever_does_not_run_it(lesson, busan, central):
    enrolment = enrolled(busan, busan.employee, lesson.run)
    for tail in ("", "code/", "sheet/", "sheet.pdf"):
        get(central.employee, f"{TRAINING['central']}classes/{lesson.public_id}/{tail}", 404)
        get(busan.trainer, f"{TRAINING['busan']}classes/{lesson.public_id}/{tail}", 404)
    for tail in ("attendance/", "survey/results/", "survey/results.xlsx"):
        get(central.employee, f"{TRAINING['central']}runs/{lesson.run.public_id}/{tail}", 404)
        get(busan.trainer, f"{TRAINING['busan']}runs/{lesson.run.public_id}/{tail}", 404)
    get(busan.officer, f"{TRAINING['busan']}attendance/{enrolment.public_id}/")
    get(busan.consultant, f"{TRAINING['busan']}attendance/{enrolment.public_id}/", 404)


def test_no_page_of_a_participant_names_anybody_else(lesson, busan, daegu, central):
    mine = enrolled(busan, busan.employee, lesson.run)
    enrolled(busan, busan.officer, lesson.run, name="옆사람")
    enrolled(daegu, daegu.officer, lesson.run, name="남의집")
    for tail in (f"attendance/{mine.public_id}/", f"classes/{lesson.public_id}/attend/", f"runs/{lesson.run.public_id}/survey/"):
        page = said(get(busan.employee, TRAINING["busan"] + tail))
        assert "옆사람" not in page and "남의집" not in page


def test_the_code_is_large_readable_aloud_and_new_each_time(lesson, central):
    page = get(central.trainer, f"{TRAINING['central']}classes/{lesson.public_id}/code/")
    text = page.content.decode()
    now = clock.now()
    assert any(shown_code(code_of(lesson, now - timedelta(seconds=age))) in text for age in range(5))
    assert 'role="img"' in text and "Without a camera" in text and 'http-equiv="refresh" content="20"' in text
    part = browser_of(central.trainer).get(f"{TRAINING['central']}classes/{lesson.public_id}/code/", headers={"HX-Request": "true"})
    assert part.content.decode().lstrip().startswith('<div class="shown" id="code"')
    with clock.travel(lesson.ends_at + timedelta(minutes=31)):
        page = browser_of(central.trainer).get(f"{TRAINING['central']}classes/{lesson.public_id}/code/")
        assert "typed-code" not in page.content.decode()


def test_a_sheet_that_is_longer_than_the_class_names_its_row_and_loses_nothing(lesson, busan, central):
    one, other = several(busan, lesson.run, 2)
    client, address = browser_of(central.trainer), f"{TRAINING['central']}classes/{lesson.public_id}/sheet/"
    first, second = (f"minutes_{who.public_id.hex}" for who in (one, other))
    wrong = client.post(f"{address}?lang=en", {first: "77", second: "121"})
    assert "참여1: this class has only 120 minutes" in said(wrong) and 'value="77"' in wrong.content.decode()
    assert f'id="id_{second}_error"' in wrong.content.decode()             # beside its row
    assert not presence(central, central.trainer, one, lesson).source
    assert client.post(address, {first: "77", second: ""}).status_code == 302
    assert presence(central, central.trainer, one, lesson).minutes == 77 and not presence(central, central.trainer, other, lesson).source


def test_the_paper_sheet_names_everybody_with_a_seat(lesson, busan, central):
    several(busan, lesson.run, 2)
    enrolled(busan, busan.officer, lesson.run, name="대기중", stage=EnrolmentStage.WAITING)
    paper = get(central.trainer, f"{TRAINING['central']}classes/{lesson.public_id}/sheet.pdf")
    text = said_in(paper.content)
    assert "참여0" in text and "참여1" in text and "대기중" not in text and "Signature" in text


def test_a_correction_comes_from_the_page_with_its_reason(lesson, busan, central):
    enrolment = enrolled(busan, busan.employee, lesson.run)
    client, address = browser_of(central.trainer), f"{TRAINING['central']}attendance/{enrolment.public_id}/"
    typed = {"class_session": str(lesson.public_id), "minutes": "50", "reason": ""}
    wrong = client.post(address, typed)
    assert wrong.status_code == 200 and 'value="50"' in wrong.content.decode()
    assert client.post(address, {**typed, "reason": "종이 출석부 확인"}).status_code == 302
    own = said(get(busan.employee, f"{TRAINING['busan']}attendance/{enrolment.public_id}/"))
    assert "50 of 120" in own and "종이 출석부 확인" in own and "Correct the attendance" not in own


def test_lists_cost_as_many_statements_with_three_people_as_with_one(lesson, busan, central):
    client = browser_of(central.trainer)
    tails = "classes/", f"classes/{lesson.public_id}/", f"classes/{lesson.public_id}/sheet/", f"runs/{lesson.run.public_id}/attendance/"
    addresses = [TRAINING["central"] + tail for tail in tails]
    counts = []
    for people in (1, 2):
        several(busan, lesson.run, people)
        held_class(central, begins=60)
        client.get(addresses[0])
        with CaptureQueriesContext(connection) as asked:
            assert all(client.get(address).status_code == 200 for address in addresses)
        counts.append(len(asked))
    assert counts[0] == counts[1]


# ---- the participant's side

def test_a_code_scanned_before_signing_in_leads_to_the_one_button(lesson, busan):
    enrolment = enrolled(busan, busan.employee, lesson.run)
    client = Client()
    first = client.get(f"/class/{code_of(lesson, clock.now())}/")
    assert first.url == "/class/go/" and "/accounts/login/?next=" in client.get(first.url).url
    seen = client.session["class_codes"]
    client = browser_of(busan.employee)                         # signing in keeps what the session knows
    session = client.session
    session["class_codes"] = seen
    session.save()
    page = client.get("/class/go/")
    attend = f"{TRAINING['busan']}classes/{lesson.public_id}/attend/"
    assert page.url == attend and client.get(attend).content.decode().count('name="kind"') == 1
    assert client.post(f"{attend}scan/", {"kind": "coming"}).url == attend
    with within(busan.agency):
        assert models.Scan.everything.get().enrolment_id == enrolment.pk
    again = client.get(f"{attend}?lang=en")
    assert 'name="kind"' not in again.content.decode() and "scan the code on the screen in the room once more" in said(again)


@pytest.mark.parametrize("age, sentence", [(40, "more than 30 seconds ago"), (86_400, "No class shows this code")])
def test_an_old_code_has_its_sentence_and_leaves_nothing(lesson, busan, age, sentence):
    enrolled(busan, busan.employee, lesson.run)
    client = browser_of(busan.employee)
    page = client.get(f"/class/{code_of(lesson, clock.now() - timedelta(seconds=age))}/?lang=en")
    assert page.status_code == 200 and sentence in said(page) and "class_codes" not in client.session
    answer = client.post(f"{TRAINING['busan']}classes/{lesson.public_id}/attend/scan/", {"kind": "coming"}, follow=True)
    with within(busan.agency):
        assert not models.Scan.everything.exists() and answer.status_code == 200


def test_who_is_not_enrolled_is_told_so(lesson, busan):
    client = browser_of(busan.officer)
    client.get(f"/class/{code_of(lesson, clock.now())}/")
    assert "You are not enrolled" in said(client.get("/class/go/?lang=en"))
    attend = f"{TRAINING['busan']}classes/{lesson.public_id}/attend/"
    assert "You are not enrolled" in said(client.get(f"{attend}?lang=en"))
    client.post(f"{attend}scan/", {"kind": "coming"})
    assert "Please scan the code first" in said(browser_of(busan.officer).get("/class/go/?lang=en"))
    with within(busan.agency):
        assert not models.Scan.everything.exists()


def test_without_a_camera_the_code_is_typed(lesson, busan, central):
    enrolled(busan, busan.employee, lesson.run)
    other, client = held_class(central), browser_of(busan.employee)
    attend = f"{TRAINING['busan']}classes/{lesson.public_id}/attend/"
    wrong = client.post(f"{attend}code/?lang=en", {"code": code_of(other, clock.now())})
    assert "not the code that this class has shown" in said(wrong) and "class_codes" not in client.session
    assert client.post(f"{attend}code/", {"code": shown_code(code_of(lesson, clock.now())).lower()}).url == attend
    assert 'name="kind"' in client.get(attend).content.decode()
    assert Client().get("/class/", {"code": "7kq4-mxt2"}).url == "/class/7KQ4MXT2/"


def test_in_the_second_half_the_button_is_for_leaving(lesson, busan):
    enrolled(busan, busan.employee, lesson.run)
    client, attend = browser_of(busan.employee), f"{TRAINING['busan']}classes/{lesson.public_id}/attend/"
    for kind in ("coming", "leaving"):
        client.get(f"/class/{code_of(lesson, clock.now())}/")
        assert f'name="kind" value="{kind}"' in client.get(attend).content.decode()
        client.post(f"{attend}scan/", {"kind": kind})
    assert "Your coming and your leaving are noted" in said(client.get(f"{attend}?lang=en"))


def test_a_survey_is_answered_on_its_page_once(lesson, busan, central):
    questions, enrolment = surveyed(lesson.run), enrolled(busan, busan.employee, lesson.run)
    client, address = browser_of(busan.employee), f"{TRAINING['busan']}runs/{lesson.run.public_id}/survey/"
    names = [f"q_{one.pk}" for one in questions]
    wrong = client.post(address, {names[0]: "5", names[2]: "남는 말"})
    assert wrong.status_code == 200 and "남는 말" in wrong.content.decode()
    assert client.post(address, {names[0]: "5", names[1]: "4", names[2]: "남는 말"}).status_code == 302
    assert "answered this survey already" in said(client.get(f"{address}?lang=en"))
    get(busan.trainer, address, 404)
    few = said(get(central.trainer, f"{TRAINING['central']}runs/{lesson.run.public_id}/survey/results/"))
    assert "once 5 people have answered" in few and "남는 말" not in few and enrolment.pk


def test_ways_to_the_survey_stand_there_in_the_last_hour_and_say_before_when(busan, central):
    early, open_now = held_class(central, begins=-30, minutes=120), held_class(central, begins=-90, minutes=120)
    for lesson, is_there in ((early, False), (open_now, True)):
        surveyed(lesson.run)
        enrolment = enrolled(busan, busan.employee, lesson.run)
        for address in ("enrolments", "attendance"):
            page = get(busan.employee, f"{TRAINING['busan']}{address}/{enrolment.public_id}/")
            assert (f"/runs/{lesson.run.public_id}/survey/" in page.content.decode()) is is_there
            assert ("Open in the last hour of the last class" in said(page)) is not is_there
    mine = get(busan.employee, f"{TRAINING['busan']}mine/").content.decode()
    assert f"/runs/{open_now.run.public_id}/survey/" in mine and f"/runs/{early.run.public_id}/survey/" not in mine


def test_who_has_not_completed_answers_for_thirty_days_more(busan, central):
    lesson = held_class(central, begins=-180, minutes=120)
    questions, enrolment = surveyed(lesson.run), enrolled(busan, busan.employee, lesson.run, stage="not_completed")
    with within(central.agency):
        models.Run.everything.filter(pk=lesson.run.pk).update(stage="finished", finished_at=clock.now())
    address = f"{TRAINING['busan']}runs/{lesson.run.public_id}/survey/"
    answers = {f"q_{questions[0].pk}": "5", f"q_{questions[1].pk}": "4"}
    with clock.travel(clock.now() + timedelta(days=31)):
        assert "closed" in said(get(busan.employee, address))
        assert address not in get(busan.employee, f"{TRAINING['busan']}mine/").content.decode()
    with clock.travel(clock.now() + timedelta(days=2)):
        assert address in get(busan.employee, f"{TRAINING['busan']}mine/").content.decode()
        assert browser_of(busan.employee).post(address, answers).status_code == 302
    with within(busan.agency):
        assert models.Enrolment.everything.get(pk=enrolment.pk).survey_at


def test_from_a_participant_whoever_teaches_finds_back_to_a_page_that_opens(lesson, busan, central):
    enrolment = enrolled(busan, busan.employee, lesson.run)
    for who, back in ((central.employee, "attendance"), (central.trainer, "participants")):
        if who == central.employee:
            with within(central.agency):
                teaches(lesson, who)
        page = get(who, f"{TRAINING['central']}enrolments/{enrolment.public_id}/").content.decode()
        address = f"{TRAINING['central']}runs/{lesson.run.public_id}/{back}/"
        assert f'href="{address}?lang=en"' in page
        get(who, address)


def test_results_are_read_as_page_and_file(lesson, busan, central):
    questions = surveyed(lesson.run)
    for one in several(busan, lesson.run, 5):
        answered(busan, one, questions, 5, 4, "다음에도 듣고 싶습니다")
    page = said(get(central.auditor, f"{TRAINING['central']}runs/{lesson.run.public_id}/survey/results/"))
    assert "Mean 5.00 of 5, 5 answers" in page and "다음에도" in page and busan.agency.name not in page
    file = get(central.auditor, f"{TRAINING['central']}runs/{lesson.run.public_id}/survey/results.xlsx")
    assert file.content[:2] == b"PK"


def test_a_test_is_begun_kept_and_handed_in_on_its_pages(busan):
    run = course_with_test(busan)
    rows, enrolment = examined(run), enrolled(busan, busan.employee, run)
    client, address = browser_of(busan.employee), f"{TRAINING['busan']}runs/{run.public_id}/test/"
    assert "2 attempts left" in said(client.get(f"{address}?lang=en"))
    attempt = client.post(f"{address}begin/").url
    assert "right" not in client.get(attempt).content.decode().lower().replace("copyright", "").split("<form", 1)[1].split("</form")[0]
    kept = client.post(attempt, {f"q_{rows[0].pk}": ["1"]}, headers={"HX-Request": "true"})
    assert kept.status_code == 200 and len(kept.content) < 40
    missing = client.post(f"{attempt}?lang=en", {f"q_{rows[0].pk}": ["1"], f"q_{rows[1].pk}": ["1"], "hand_in": "1"})
    assert "Not answered yet" in said(missing) and missing.content.decode().count("checked") == 2
    with within(busan.agency):
        assert len(models.TestAttempt.everything.get().answers) == 2       # what was chosen is kept
    assert client.post(attempt, {**{f"q_{one.pk}": ["1"] for one in rows}, "hand_in": "1"}).url == address
    assert "Your best attempt: 100 points" in said(client.get(f"{address}?lang=en"))
    get(busan.trainer, attempt, 404)
    get(busan.trainer, address, 404)
    assert enrolment.pk


def test_pages_in_korean_are_whole(lesson, busan, central):
    enrolled(busan, busan.employee, lesson.run)
    with translation.override("ko"):
        for user, address in ((central.trainer, f"{TRAINING['central']}classes/{lesson.public_id}/"),
                              (busan.employee, f"{TRAINING['busan']}classes/{lesson.public_id}/attend/")):
            assert browser_of(user).get(address).status_code == 200
