"""The certificate of completion: made once and signed, issued again, served to whom it belongs, checked by strangers."""
import hashlib
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.test import Client

from accounts.actors import Actor
from core import clock
from core.codes import formatted, new_code
from core.errors import Refused, Unavailable
from core.files import path_of
from core.models import PublicCode
from core.signing import make_keys, signature_of
from core.tenancy import within
from tests.documents import words_of
from tests.training.completing import anew, by_hand, current, finish, noted, past_run, took_part
from training.completion_pdf import completion_pdf, hours_in_words
from training.models import Completion, CompletionPaper
from training.queries.check import is_found
from training.tasks.completion import make_completion_paper
from training.workflow.completion import issue_paper
from training.workflow.completion_paper import make_first_paper

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fresh_counters")]


@pytest.fixture
def keys(settings, tmp_path):
    settings.SIGNING_DIR = str(tmp_path)
    make_keys(["central"])


@pytest.fixture
def done(busan, central):
    """The officer of Busan has completed a course of the Central institute."""
    run = past_run(central, course__valid_months=12, course__name_ko="신규직원 기본과정")
    enrolment = took_part(busan, busan.officer, run)
    finish(central, run)
    return enrolment


def made(central, enrolment):
    """Its newest paper, made as the worker does."""
    row = current(central, enrolment)
    with within(central.agency):
        make_completion_paper(row.pk)
        return CompletionPaper.everything.filter(completion__enrolment=enrolment).order_by("-edition").first()


def again(central, enrolment, reason="성명 오기", by="trainer"):
    with within(central.agency):
        return issue_paper(Completion.everything.get(enrolment=enrolment, is_current=True), reason=reason,
                           actor=Actor.of(getattr(central, by)))


def body_of(answer):
    return b"".join(answer.streaming_content)


def code_page(paper, place="central"):
    return Client().get(f"/{place}/training/check/{formatted(paper.code)}/?lang=en")


def test_it_is_drawn_with_what_the_completion_says_and_nothing_else(done, central):
    row = current(central, done)
    content = completion_pdf(row, agency=central.agency, code="7KQ4MXT2HD8P3", edition=2, on=clock.today(), is_demo=True)
    words = "".join(box.text for box in words_of(content)[1])
    for said in (row.number, row.name, "부산광역시사회서비스원", "신규직원기본과정", "6시간", "중앙사회서비스원장", "7KQ4-MXT2-HD8P3",
                 "재발급", "견본", "유효기간"):
        assert said in words, said
    assert "1980" not in words                                  # no birth date
    assert [hours_in_words(number) for number in (30, 60, 390, 0)] == ["30분", "1시간", "6시간 30분", "0분"]


def test_without_a_key_it_waits_and_with_one_it_is_made_once_and_signed(done, busan, central, settings, tmp_path):
    settings.SIGNING_DIR = str(tmp_path)
    with pytest.raises(Unavailable):
        made(central, done)
    with within(central.agency):
        assert not CompletionPaper.everything.exists() and not PublicCode.objects.filter(kind="completion").exists()
    make_keys(["central"])
    paper = made(central, done)
    assert made(central, done).pk == paper.pk and paper.edition == 1 and paper.added_by == central.trainer
    with within(central.agency):
        content = open_bytes(paper)
    assert hashlib.sha256(content).hexdigest() == paper.sha256 and signature_of(content).holds
    with pytest.raises(PermissionDenied), within(central.agency):
        make_first_paper(Completion.everything.get(), actor=Actor.of(central.trainer))


def open_bytes(paper):
    assert paper.path == path_of(paper.file)
    with default_storage.open(paper.path) as file:
        return file.read()


def test_it_is_issued_again_with_a_reason_and_the_older_one_is_replaced(done, busan, central, keys):
    first = made(central, done)
    assert "This certificate is genuine" in code_page(first).content.decode()
    with pytest.raises(Refused, match="write why"):
        again(central, done, reason=" ")
    with pytest.raises(PermissionDenied):
        again(central, done, by="director")
    second = again(central, done)
    assert (second.edition, second.reason, second.code != first.code) == (2, "성명 오기", True)
    assert "replaced by a newer one" in code_page(first).content.decode() and "is genuine" in code_page(second).content.decode()
    by_hand(central, done, "not_completed")
    with pytest.raises(Refused, match="only for who has completed"):
        again(central, done)
    assert all("was withdrawn" in code_page(one).content.decode() for one in (first, second))
    by_hand(central, done, "completed")
    third = made(central, done)
    assert third.edition == 3 and third.reason and third.name != first.name                   # another number


def test_a_correction_that_changes_nothing_leaves_the_paper_in_force(done, central, keys):
    paper = made(central, done)
    noted(done.run, done, 180, 175, source="correction")
    assert anew(central, done.run) == 1
    page = code_page(paper).content.decode()
    assert "is genuine" in page and current(central, done).number in page
    assert made(central, done).pk == paper.pk


def test_a_stranger_checks_the_code_under_the_nation_and_reads_what_the_paper_says(done, central, keys):
    paper = made(central, done)
    answer = Client().get(f"/verify/{formatted(paper.code)}/")
    assert answer.status_code == 302 and f"/central/training/check/{formatted(paper.code)}/" in answer["Location"]
    assert Client().get("/verify/", {"q": paper.code})["Location"] == answer["Location"]
    page = code_page(paper).content.decode()
    row = current(central, done)
    assert all(said in page for said in (row.name, row.number, "신규직원 기본과정", "Central Social Service Institute", "Valid until"))
    assert row.house_name not in page and row.enrolment.user.email not in page            # what the paper's holder need not tell
    assert Client().get(f"/central/training/check/{paper.code}/")["Location"].endswith(f"/central/training/check/{formatted(paper.code)}/")
    with clock.travel(clock.now() + timedelta(days=400)):
        assert "its validity is over" in code_page(paper).content.decode()


def test_a_code_that_leads_elsewhere_or_nowhere_is_one_and_the_same_page(done, busan, central, keys):
    paper = made(central, done)
    with within(busan.agency):
        other = new_code("certificate", paper.public_id)
        strange = new_code("completion", paper.public_id)              # of another house
    with within(central.agency):
        wrong = new_code("certificate", paper.public_id)
    for code, place in (("0000-0000-00000", "central"), (formatted(wrong), "central"), (formatted(paper.code), "busan"),
                        (formatted(other), "central"), (formatted(strange), "busan"), ("x", "central")):
        answer = Client().get(f"/{place}/training/check/{code}/?lang=en")
        assert answer.status_code == 404 and "No certificate has this code" in answer.content.decode()


def test_number_and_name_must_both_match_and_nothing_else_is_said(done, busan, central, keys):
    row = current(central, done)
    right = {"number": row.number, "name": row.name}

    def said(place="central", **more):
        return Client().post(f"/{place}/training/check/?lang=en", right | more).content.decode()
    assert "There is such a certificate" in said() and "신규직원" not in said()
    assert "There is such a certificate" in said(number=row.number.strip("제호"), name=f" {row.name} ")
    for more in ({"name": "다른 사람"}, {"number": f"제{row.number_year}-교육-0099호"}, {"number": "수료증"}, {"place": "busan"}):
        assert "There is no such certificate" in said(**more)
    by_hand(central, done, "not_completed")
    assert "There is no such certificate" in said()
    with within(central.agency):
        assert not is_found(row.number, " ")


def test_who_guesses_is_told_to_wait(done, central, keys):
    browser = Client()
    answers = [browser.post("/central/training/check/?lang=en", {"number": f"제2026-교육-{n:04}호", "name": "김"}) for n in range(21)]
    assert [one.status_code for one in answers[19:]] == [200, 429] and "wait a minute" in answers[20].content.decode()
    assert browser.get("/central/training/check/0000-0000-00000/").status_code == 429


def test_it_is_served_to_the_person_and_to_the_readers_of_both_houses(done, busan, daegu, central, keys, sit_down):
    paper = made(central, done)
    address = f"/training/completions/papers/{paper.public_id}/"
    for place, who in ((busan, "officer"), (busan, "trainer"), (central, "trainer")):
        answer = sit_down(getattr(place, who)).get(f"/{place.agency.slug}{address}")
        assert body_of(answer).startswith(b"%PDF"), who
        assert "no-store" in answer["Cache-Control"]
    for place, who in ((busan, "assessor"), (busan, "owner"), (daegu, "trainer"), (central, "employee")):
        assert sit_down(getattr(place, who)).get(f"/{place.agency.slug}{address}").status_code == 404, who


def test_before_completion_there_is_a_sentence_instead(busan, central, done, keys, sit_down):
    run = past_run(central)
    open_one = took_part(busan, busan.officer, run)
    browser = sit_down(busan.officer)
    home = "/busan/training/my/completions/?lang=en"

    def asked(enrolment):
        return browser.get(f"/busan/training/my/completions/{enrolment.public_id}/certificate.pdf?lang=en", follow=True,
                           headers={"referer": f"http://testserver{home}"})
    assert "once the course is completed" in asked(open_one).content.decode()
    assert "waits for it" in asked(done).content.decode()              # completed, and the paper is not made yet
    made(central, done)
    assert body_of(asked(done)).startswith(b"%PDF")
    strange = sit_down(busan.trainer).get(f"/busan/training/my/completions/{done.public_id}/certificate.pdf")
    assert strange.status_code == 404                                   # one's own alone
