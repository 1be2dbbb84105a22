"""Pages of completion: the run's list, one person's, one's own."""
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.tenancy import within
from tests.factories.training import CourseFactory
from tests.training.completing import by_hand, current, finish, past_run, took_part
from training.models import CourseDuty

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(central):
    return past_run(central, least_score=60)


def list_of(browser, run, slug="central"):
    return browser.get(f"/{slug}/training/runs/{run.public_id}/completion/?lang=en")


def test_a_keeper_finishes_the_run_and_the_list_says_who_has_completed(run, busan, central, sit_down, words_of):
    run.least_score = None
    with within(central.agency):
        run.save()
    took_part(busan, busan.officer, run)
    took_part(busan, busan.manager, run, survey=False)
    browser = sit_down(central.trainer)
    before = words_of(list_of(browser, run))
    assert "Finish the run" in before and "At least 80 % of the minutes" in before
    answer = browser.post(f"/central/training/runs/{run.public_id}/finish/?lang=en", follow=True)
    assert "1 of 2 have completed" in words_of(answer) and "교육-0001호" in words_of(answer)
    assert "Work out completion anew" in words_of(answer) and "Finish the run" not in words_of(answer)
    answer = browser.post(f"/central/training/runs/{run.public_id}/anew/?lang=en", follow=True)
    assert "Worked out anew: 0" in words_of(answer)


def test_a_refusal_is_a_sentence_on_the_page(run, central, busan, sit_down, words_of):
    took_part(busan, busan.officer, run)
    finish(central, run)
    browser = sit_down(central.trainer)
    address = f"/central/training/runs/{run.public_id}"
    answer = browser.post(f"{address}/finish/?lang=en", headers={"referer": f"http://testserver{address}/completion/?lang=en"}, follow=True)
    assert "announced and not finished" in words_of(answer)


def test_a_director_reads_the_list_and_has_no_buttons_and_others_have_no_page(run, busan, central, sit_down):
    took_part(busan, busan.officer, run)
    assert b"Finish the run" not in list_of(sit_down(central.director), run).content
    for place, who in ((central, "employee"), (central, "observer"), (busan, "trainer")):
        answer = list_of(sit_down(getattr(place, who)), run, place.agency.slug)
        assert answer.status_code in (403, 404), who
    for act in ("finish", "anew"):
        assert sit_down(central.director).post(f"/central/training/runs/{run.public_id}/{act}/").status_code == 403


def test_one_is_decided_by_hand_and_the_certificate_is_asked_for_again(run, busan, central, sit_down, words_of, settings, tmp_path):
    settings.SIGNING_DIR = str(tmp_path)
    one = took_part(busan, busan.officer, run)
    browser = sit_down(central.trainer)
    address = f"/central/training/completions/{one.public_id}/"
    assert "Worked out when the run is finished" in words_of(browser.get(f"{address}?lang=en"))
    finish(central, run)
    answer = browser.post(f"{address}?lang=en", {"decision-outcome": "completed", "decision-reason": " ", "decision-case_number": ""})
    assert answer.status_code == 200 and "This field is required" in words_of(answer)
    answer = browser.post(f"{address}?lang=en", {"decision-outcome": "not_completed", "decision-reason": "사유"})
    assert "what stands already" in words_of(answer)
    answer = browser.post(f"{address}?lang=en", {"decision-outcome": "completed", "decision-reason": "실습 보고서를 확인하였습니다.",
                                                 "decision-case_number": "부산-2026-0003"}, follow=True)
    words = words_of(answer)
    assert "Practice in case 부산-2026-0003" in words and "Counted before" in words and "waits for it" in words
    assert current(busan, one).by_hand
    answer = browser.post(f"{address}reissue/?lang=en", {"reissue-reason": ""}, headers={"referer": f"http://testserver{address}?lang=en"},
                          follow=True)
    assert "key" in words_of(answer)                            # no key yet: the sentence, and nothing is kept
    for who in ("director", "auditor"):
        assert sit_down(getattr(central, who)).post(f"{address}reissue/", {"reissue-reason": "x"}).status_code == 403
    read = sit_down(central.director).post(f"{address}?lang=en", {"decision-outcome": "not_completed", "decision-reason": "x"})
    assert read.status_code == 200 and b"decision-reason" not in read.content and current(busan, one).is_completed
    assert sit_down(busan.trainer).get(f"/busan/training/completions/{one.public_id}/").status_code == 404       # the host's page


def test_ones_own_page_says_what_is_missing_and_what_one_has_to_have(run, busan, central, sit_down, words_of):
    with within(central.agency):
        duty = CourseFactory(name_en="Data protection")
        CourseDuty.everything.create(course=duty, for_whom="staff", from_on="2026-01-01")
    took_part(busan, busan.employee, run, minutes=(180, 0))
    other = took_part(busan, busan.officer, run)
    finish(central, run)
    by_hand(central, other, "completed")
    words = words_of(sit_down(busan.employee).get("/busan/training/my/completions/?lang=en"))
    assert "180 of 360 minutes" in words and "The test is not passed yet" in words and "Data protection" in words
    assert "CNRY-busan-officer" not in words and "교육-0001호" not in words
    assert "교육-0001호" in words_of(sit_down(busan.officer).get("/busan/training/my/completions/?lang=en"))
    assert "Nothing yet" in words_of(sit_down(busan.assessor).get("/busan/training/my/completions/?lang=en"))


def counted(browser, address):
    with CaptureQueriesContext(connection) as seen:
        assert browser.get(address).status_code == 200
    return len(seen)


def test_lists_ask_as_much_for_one_as_for_three(busan, central, sit_down):
    run = past_run(central)
    took_part(busan, busan.officer, run)
    finish(central, run)
    browser, address = sit_down(central.trainer), f"/central/training/runs/{run.public_id}/completion/"
    counted(browser, address)
    asked = counted(browser, address)
    three = past_run(central)
    for who in (busan.officer, busan.manager, busan.director):
        took_part(busan, who, three)
    finish(central, three)
    assert counted(browser, f"/central/training/runs/{three.public_id}/completion/") == asked
    own = "/busan/training/my/completions/"
    counted(sit_down(busan.manager), own)
    asked = counted(sit_down(busan.manager), own)
    for _more in range(2):
        more = past_run(central)
        took_part(busan, busan.manager, more)
        finish(central, more)
    assert counted(sit_down(busan.manager), own) == asked
