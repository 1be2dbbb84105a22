"""Training: the Central institute's course from planning to the certificate that a stranger checks. No ORM here."""
from datetime import timedelta

from playwright.sync_api import expect

from core import clock
from tests.journeys.acting import act, fill, follow, press, send
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


def test_somebody_enrols_at_home_is_placed_by_the_host_and_cancels(browse):
    """The coming run is the Central institute's; the worker's job places within a minute."""
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
    number = officer.page.locator("main").get_by_text("-교육-").first.inner_text()
    name = officer.page.locator("h1").inner_text()
    stranger.go("/central/training/check/")
    fill(stranger.page, number="제2026-교육-9999호", name="없는사람")
    send(stranger.page)
    expect(stranger.page.locator("main")).to_contain_text("없습니다")
    stranger.look("training-check-none")
    print(number, name)
