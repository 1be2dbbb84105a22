"""A run from its plan to the certificate: Central plans, Busan enrols in bulk, a trainer runs the class on a phone, a participant scans the
code and completes, a stranger checks the certificate. No ORM here."""
import io
import re
import subprocess
import sys
from datetime import timedelta

import zxingcpp
from django.conf import settings
from openpyxl import load_workbook
from PIL import Image
from playwright.sync_api import expect

from core import clock
from core.tables import XLSX
from tests import cluster
from tests.demonstrated import environment_of
from tests.journeys.acting import act, download, fill, follow, press, ring, scanned, send, signature_of, text_of, until_there
from tests.journeys.conftest import DESKTOP, PASSWORD, PHONE

SCREEN = {"width": 1280, "height": 720}
TRAINER, LEARNER, ABSENT = "강단오", "employee1@busan.example", "employee2@busan.example"
SUBJECT = "회의 기록과 결재"
BEGINS = "starts_at = now(), ends_at = now() + interval '1 hour'"
ENDS = "starts_at = starts_at - interval '61 minutes', ends_at = ends_at - interval '61 minutes'"
CLASS = f"title = '{SUBJECT}'"
PAPER = "tr:has-text('청렴과 이해충돌 방지') a[href*='/completions/papers/']"


def time_passes(to):
    """No browser waits for an hour: the class lies at another time, and with it what was scanned in it, which nobody can change else."""
    cluster.postgres.run_sql(f"UPDATE training_classsession SET {to} WHERE {CLASS}", database="journey")
    if to == ENDS:
        cluster.postgres.run_sql("SET session_replication_role = replica; UPDATE training_scan SET at = at - interval '61 minutes' "
                                 f"WHERE class_session_id = (SELECT id FROM training_classsession WHERE {CLASS})", database="journey")


def give_central_its_key(site):
    """The demonstration has Busan's alone: what the others cannot sign waits, and so no journey waits behind it."""
    subprocess.run([sys.executable, "manage.py", "make_signing_keys", "--agency", "central"], cwd=settings.BASE_DIR, check=True,
                   env=environment_of(site.home, "journey"), stdout=subprocess.DEVNULL)


def plan(officer):
    """Central: a trainer with an account, a run of a course without a test, its class, announced. Returns its page in the catalogue."""
    page = officer.page
    officer.go("/central/training/keep/trainers/new/")
    fill(page, name=TRAINER, belongs_to="중앙사회서비스원", fields_taught="기록, 결재")
    page.locator("main [name=user]").select_option(index=1)
    send(page)
    expect(page.locator("main")).to_contain_text(TRAINER)
    officer.go("/central/training/keep/courses/?q=COM-04")
    follow(page, "main table a[href*='/training/keep/courses/']")
    officer.look_on_both("training-keep-course", 0)
    follow(page, "main a[href$='/plan/']")
    today = clock.today()
    fill(page, seats="10", enrol_from_at=f"{today}T00:00", enrol_until_at=f"{today + timedelta(days=5)}T18:00", place="중앙 교육장",
         room_note="빔 프로젝터")
    officer.look("training-plan-run")
    fill(page, enrol_until_at=f"{today - timedelta(days=1)}T18:00")
    send(page)
    expect(page.locator("main .error").first).to_contain_text("신청")
    assert page.locator("main [name=place]").input_value() == "중앙 교육장", "what was typed is kept"
    fill(page, enrol_until_at=f"{today + timedelta(days=5)}T18:00")
    send(page)
    fill(page, title=SUBJECT, day=str(today + timedelta(days=6)), starts_at="10:00", ends_at="11:00")
    page.locator("main label", has_text=TRAINER).locator("input").check()
    press(page, "form[action$='/classes/'] .actions button")
    officer.look("training-keep-draft")
    act(page, "/announce/")
    return page.locator("main .desk-head a[href*='/training/runs/'], .desk-head a[href*='/training/runs/']").first.get_attribute("href")


def enrol_in_bulk(keeper, run, tmp_path):
    """Busan's training officer: a spreadsheet with a mistake is refused whole, then enrols two people."""
    page = keeper.page
    keeper.go(f"{run}enrol/others/")
    keeper.look("training-enrol-others")
    keeper.go(f"{run}enrol/file/")
    keeper.look("training-enrol-file")
    sheet = download(page, "main a[href$='/template/']", tmp_path / "template.xlsx")
    for people in ([(LEARNER, "아무개"), (ABSENT, "")], [(LEARNER, None), (ABSENT, None)]):
        book = load_workbook(sheet)
        rows = book.worksheets[0]
        top = next(row[0].row for row in rows.iter_rows() if str(row[0].value).startswith("이메일"))
        for number, (address, name) in enumerate(people, start=top + 1):
            rows.cell(number, 1, address)
            rows.cell(number, 2, name_of(address) if name is None else name)
        file = io.BytesIO()
        book.save(file)
        page.locator("main input[type=file]").set_input_files(
            {"name": "우리직원.xlsx", "mimeType": XLSX, "buffer": file.getvalue()})
        send(page)
        keeper.look(f"training-enrol-file-{'read' if people[0][1] is None else 'refused'}")
        if people[0][1] is not None:
            expect(page.locator("main")).to_contain_text("성명")
    send(page)
    expect(page.locator("main")).to_contain_text(name_of(LEARNER))
    ring("training.tasks.run.follow_runs")
    ring("training.tasks.enrolment.follow_training")


def name_of(address):
    asked = f"SELECT p.name FROM accounts_person p JOIN accounts_user u ON u.person_id = p.id WHERE u.email = '{address}'"
    return cluster.postgres.run_sql(asked, database="journey").strip()


def code_on(screen):
    """What a telephone's camera reads from the screen in the room."""
    with Image.open(io.BytesIO(screen.page.screenshot())) as image:
        return zxingcpp.read_barcodes(image)[0].text


def scan(learner, address):
    """The code leads to signing in, then to one button."""
    page = learner.page
    learner.go(address)
    page.locator("input[name=login]").fill(LEARNER)
    page.locator("input[name=password]").fill(PASSWORD)
    with page.expect_navigation():
        page.locator("main form button[type=submit], main form button.primary").first.click()
    page.wait_for_load_state()
    learner.look("training-attend")
    act(page, "/scan/")
    expect(page.locator("main")).to_contain_text("출석")


def hold_class(trainer, room):
    """On a phone: the list and who is absent; on the screen in the room: the code."""
    asked = "SELECT u.email FROM accounts_user u JOIN training_trainer t ON t.user_id = u.id ORDER BY t.id DESC LIMIT 1"
    address = cluster.postgres.run_sql(asked, database="journey").strip()
    trainer.sign_in(address, agency="central")
    trainer.go("/central/training/classes/")
    trainer.look("training-classes-to-run")
    follow(trainer.page, f"main li:has-text('{SUBJECT}') a[href*='/training/classes/']")
    trainer.look("training-class")
    room.sign_in(address, agency="central")
    room.go(trainer.page.url)
    follow(room.page, "a[href$='/code/']")
    room.look("training-code")


def tick(trainer):
    trainer.page.reload()
    expect(trainer.page.locator(".attend-list")).to_contain_text(name_of(LEARNER))
    trainer.page.locator(f".attend-list li:has-text('{name_of(ABSENT)}') button[value=absent]").click()
    trainer.page.wait_for_load_state()
    trainer.look("training-class-ticked")


def answer_survey(learner):
    learner.go("/busan/training/mine/")
    follow(learner.page, "main a[href$='/survey/']")
    learner.look("training-survey")
    for question in learner.page.locator("fieldset.question").all():
        question.locator("input[value='5']").check()
    send(learner.page)


def test_a_run_is_planned_enrolled_taught_scanned_completed_and_checked(browse, site, tmp_path):
    give_central_its_key(site)
    officer, keeper, room = browse(DESKTOP), browse(DESKTOP), browse(SCREEN)
    trainer, learner, stranger = browse(PHONE), browse(PHONE), browse(PHONE)
    officer.sign_in("officer@central.example", agency="central")
    run = plan(officer)
    keeper.sign_in("trainer@busan.example")
    enrol_in_bulk(keeper, run.replace("/central/", "/busan/"), tmp_path)
    officer.go(f"{run}participants/")
    until_there(officer.page, "main tbody tr:nth-child(2):has-text('수강 확정')")
    officer.look("training-participants")
    time_passes(BEGINS)
    hold_class(trainer, room)
    scan(learner, code_on(room))
    tick(trainer)
    answer_survey(learner)
    time_passes(ENDS)
    officer.go(f"{run}completion/")
    officer.look("training-to-finish")
    act(officer.page, "/finish/")
    officer.look("training-finished")
    expect(officer.page.locator("main")).to_contain_text("수료")
    learner.go("/busan/training/my/completions/")
    until_there(learner.page, f"main {PAPER}", seconds=240)
    learner.look("training-my-completions")
    paper = download(learner.page, f"main {PAPER}", tmp_path / "certificate.pdf")
    words = text_of(paper)
    number = re.search(r"제\d{4}-교육-\d{4}호", words).group()
    assert name_of(LEARNER) in words.replace(" ", "") and "Signature is Valid" in signature_of(paper)
    stranger.go(next(one for one in scanned(paper) if "http" in one))
    expect(stranger.page.locator("main")).to_contain_text(number)
    stranger.look("training-certificate-checked")
