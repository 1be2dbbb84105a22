"""Training in browsers: its pages on both screens, an enrolment, a certificate that a stranger checks. No ORM here."""
import re

from playwright.sync_api import expect

from tests.journeys.acting import act, fill, follow, send
from tests.journeys.conftest import DESKTOP, PHONE

KEEP, TRAINING = "/central/training/keep/", "/busan/training/"
READ = {        # pages that somebody reads, on both screens
    "officer@central.example": ("/central/training/", "/central/training/keep/courses/", "/central/training/keep/runs/",
                                "/central/training/keep/trainers/", "/central/training/report/", "/central/training/classes/"),
    "trainer@busan.example": ("/busan/training/", "/busan/training/mine/", "/busan/training/my/completions/",
                              "/busan/training/coverage/", "/busan/training/report/", "/busan/training/enrolments/settings/"),
    "employee1@busan.example": ("/busan/training/", "/busan/training/mine/", "/busan/training/my/completions/"),
}


def test_pages_of_training_fit_both_screens(browse):
    for email, paths in READ.items():
        person = browse()
        person.sign_in(email, agency=email.partition("@")[2].removesuffix(".example"))
        for turn, path in enumerate(paths):
            person.go(path)
            assert person.page.locator("h1").count() == 1, path
            person.look_on_both(f"training-{email.partition('@')[0]}-{turn}", turn)


def test_somebody_enrols_from_the_catalogue_and_finds_it_in_their_own_training(browse):
    person = browse(PHONE)
    person.sign_in("auditor@busan.example")
    person.go(TRAINING)
    follow(person.page, "main a[href*='/training/runs/'] >> nth=1")
    person.look("training-run")
    act(person.page, "/enrol/")
    expect(person.page.locator("main")).to_contain_text("신청")
    person.go(f"{TRAINING}mine/")
    person.look("training-mine")
    follow(person.page, "main a[href*='/training/enrolments/']")
    person.look("training-enrolment")


def test_a_certificate_of_completion_is_found_by_number_and_name_alone(browse):
    officer, stranger = browse(DESKTOP), browse(PHONE)
    officer.sign_in("officer@central.example", agency="central")
    officer.go(f"{KEEP}runs/?stage=finished")
    follow(officer.page, "main a[href*='/training/keep/runs/'] >> nth=-1")
    officer.look("training-keep-run")
    follow(officer.page, "main a[href$='/completion/']")
    officer.look("training-run-completion")
    follow(officer.page, "main a[href*='/training/completions/']")
    officer.look("training-completion")
    number = re.search(r"제\d{4}-교육-\d{4}호", officer.page.locator("main").inner_text()).group()
    name = officer.page.locator("h1").inner_text()
    for said, words in ((("제2026-교육-9999호", name), "해당하는 수료증이 없습니다"), ((number, "없는사람"), "해당하는 수료증이 없습니다"),
                        ((number, name), "취소되지 않았습니다")):
        stranger.go("/central/training/check/")
        fill(stranger.page, number=said[0], name=said[1])
        send(stranger.page)
        expect(stranger.page.locator("main")).to_contain_text(words)
    stranger.look("training-checked")
