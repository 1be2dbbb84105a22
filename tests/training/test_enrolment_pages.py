"""Enrolment in browsers: one's own, approvals, ticks and spreadsheets, participants; and how many statements lists take."""
import io
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar
from openpyxl import load_workbook

from core import clock
from core.models import AccessEntry
from core.tables import write_table
from core.tenancy import within
from tests.factories.training import enrolled
from tests.files import upload
from tests.training.enrolling import ask, change_run, deed, follow, later, now, run_at, staff, stages
from training.forms.enrolment import COLUMNS
from training.models import Enrolment
from training.stages import EnrolmentStage as Stage
from training.workflow import enrolment as workflow

pytestmark = pytest.mark.django_db
BASE = "/busan/training"
MINE, APPROVE = f"{BASE}/mine/", f"{BASE}/enrolments/to-approve/"


def page(client, address, **data):
    return (client.post if data else client.get)(f"{address}?lang=en", data)


# ---- one's own

def test_an_employee_enrols_is_offered_a_seat_takes_it_up_and_cancels(busan, central, sit_down, words_of):
    run = run_at(central, seats=1)
    ask(busan, run, by="manager")
    follow(central)
    client = sit_down(busan.employee)
    assert "What we should know" in words_of(page(client, f"{BASE}/runs/{run.public_id}/enrol/"))
    answer = page(client, f"{BASE}/runs/{run.public_id}/enrol/", needs="휠체어")
    assert answer.status_code == 302
    with within(busan.agency):
        row = Enrolment.everything.get(user=busan.employee)
    assert "휠체어" in words_of(page(client, f"{BASE}/enrolments/{row.public_id}/"))
    follow(central)
    deed(busan, workflow.cancel_enrolment, first_of(busan, busan.manager), by="manager")
    follow(central)
    assert "A seat is free for you" in words_of(page(client, MINE))
    assert page(client, f"{BASE}/enrolments/{row.public_id}/accept/", x="1").status_code == 302
    assert "Where I have a seat" in words_of(page(client, MINE))
    assert page(client, f"{BASE}/enrolments/{row.public_id}/cancel/", x="1").status_code == 302
    assert now(busan, row).stage == Stage.CANCELLED and "Past" in words_of(page(client, MINE))


def first_of(place, user):
    with within(place.agency):
        return Enrolment.everything.get(user=user)


def test_what_was_typed_is_kept_where_enrolling_is_refused(busan, central, sit_down, words_of):
    run = run_at(central)
    change_run(central, run, stage="cancelled", cancel_reason="x")
    answer = page(sit_down(busan.employee), f"{BASE}/runs/{run.public_id}/enrol/", needs="휠체어")
    assert answer.status_code == 200 and "does not take place" in words_of(answer)


def test_ones_classes_are_a_calendar(busan, central, sit_down):
    run = run_at(central)
    enrolled(busan, busan.employee, run)
    calendar = Calendar.from_ical(sit_down(busan.employee).get(f"{BASE}/mine/classes.ics").content)
    assert [str(one["location"]) for one in calendar.walk("VEVENT")] == ["교육장 1"] * 2
    empty = Calendar.from_ical(sit_down(busan.officer).get(f"{BASE}/mine/classes.ics").content)
    assert empty.walk("VEVENT") == []


def test_what_waits_after_the_first_class_stands_on_ones_page(busan, central, sit_down, words_of):
    run = run_at(central)
    row = enrolled(busan, busan.employee, run)
    client = sit_down(busan.employee)
    assert "Survey and test" not in words_of(page(client, MINE))
    with later(days=21):
        assert "Survey and test 1" in words_of(page(client, MINE))
        with within(busan.agency):
            Enrolment.everything.filter(pk=row.pk).update(survey_at=clock.now())
        assert "Survey and test" not in words_of(page(client, MINE))


def test_a_late_cancellation_asks_for_its_reason_in_the_page(busan, central, sit_down, words_of):
    run = run_at(central, cancel_until_days=25)
    row = enrolled(busan, busan.employee, run)
    client, address = sit_down(busan.employee), f"{BASE}/enrolments/{row.public_id}/"
    assert "It is noted as late" in words_of(page(client, address))
    answer = page(client, f"{address}cancel/", reason="")
    assert answer.status_code == 200 and "Write the reason" in words_of(answer)
    page(client, f"{address}cancel/", reason="병가")
    assert now(busan, row).is_late


def test_the_way_to_ones_training_stands_where_employees_and_assessors_work(busan, sit_down, words_of):
    assert "My training" in words_of(page(sit_down(busan.assessor), "/busan/assess/"))
    assert "/busan/training/mine/" in sit_down(busan.employee).get("/me/").content.decode()
    assert "My training" in words_of(page(sit_down(busan.officer), "/busan/admin/"))


def test_another_house_and_a_colleague_open_no_enrolment(busan, daegu, central, sit_down):
    row = enrolled(busan, busan.employee, run_at(central))
    assert sit_down(busan.assessor).get(f"{BASE}/enrolments/{row.public_id}/").status_code == 404
    assert sit_down(daegu.trainer).get(f"/daegu/training/enrolments/{row.public_id}/").status_code == 404
    assert sit_down(busan.trainer).get(f"{BASE}/enrolments/{row.public_id}/").status_code == 200
    with within(busan.agency):
        assert AccessEntry.everything.filter(work="enrolment.read", kind="read").count() == 1


# ---- approval

def test_a_manager_finds_what_waits_on_the_first_page_and_decides(busan, central, sit_down, words_of):
    deed(busan, workflow.change_training_settings, asks_approval=True, by="trainer")
    run = run_at(central)
    one, other = ask(busan, run), ask(busan, run, by="employee")
    client = sit_down(busan.manager)
    assert "Enrolments to approve 2" in words_of(page(client, "/busan/admin/"))
    assert page(client, f"{BASE}/enrolments/{one.public_id}/approve/", x="1").status_code == 302
    assert "Write the reason" in words_of(page(client, f"{BASE}/enrolments/{other.public_id}/refuse/", reason=" "))
    assert page(client, f"{BASE}/enrolments/{other.public_id}/refuse/", reason="업무 일정").status_code == 302
    assert "Nothing waits" in words_of(page(client, APPROVE))
    assert [now(busan, row).stage for row in (one, other)] == ["asked", "refused"]


def test_how_the_house_enrols_is_kept(busan, sit_down, words_of):
    client, address = sit_down(busan.trainer), f"{BASE}/enrolments/settings/"
    assert "checked" not in page(client, address).content.decode()
    assert page(client, address, asks_approval="on").status_code == 302
    assert "checked" in page(client, address).content.decode()


# ---- several at once

def test_ticks_are_kept_where_they_are_refused_and_enrol_all_of_them_else(busan, central, sit_down, words_of):
    run, people = run_at(central), staff(busan, 2)
    client, address = sit_down(busan.trainer), f"{BASE}/runs/{run.public_id}/enrol/others/"
    assert "at least one person" in words_of(page(client, address, x="1"))
    ticked = [str(one.pk) for one in people]
    change_run(central, run, stage="finished")
    refused = page(client, address, people=ticked)
    assert "is over" in words_of(refused) and refused.content.decode().count("checked") == 2
    change_run(central, run, stage="open")
    assert page(client, address, people=ticked).status_code == 302
    assert stages(busan, run) == ["asked"] * 2
    left = page(client, address).content.decode()
    assert not any(f'value="{pk}"' in left for pk in ticked) and f'value="{busan.employee.pk}"' in left


def sheet(*rows, columns=COLUMNS):
    return upload(write_table(columns, rows, title="Rows"), "people.xlsx")


def test_a_spreadsheet_is_read_through_then_enrols_all_of_its_people(busan, central, sit_down, words_of):
    run, (one, other) = run_at(central), staff(busan, 2)
    client, address = sit_down(busan.trainer), f"{BASE}/runs/{run.public_id}/enrol/file/"
    read = page(client, address, do="check", file=sheet((one.email.upper(), str(one), "채식"), (other.email, str(other), "")))
    assert "The file is right 2" in words_of(read) and stages(busan, run) == []
    sealed = read.context["form"].sealed
    assert page(client, address, do="enrol", sealed=sealed).status_code == 302
    with within(busan.agency):
        assert list(Enrolment.everything.order_by("pk").values_list("user", "needs")) == [(one.pk, "채식"), (other.pk, "")]
    assert "busan인0: Enrolled in this run already" in words_of(page(client, address, do="enrol", sealed=sealed))
    assert "no longer kept" in words_of(page(client, address, do="enrol", sealed="x" + sealed))
    template = load_workbook(io.BytesIO(page(client, f"{address}template/").content))
    assert [cell.value for cell in template.worksheets[0][1]] == ["E-mail *", "Name *", "What we should know"]


def test_a_sealed_file_is_good_for_this_run_and_person_alone(busan, central, sit_down, words_of):
    run, other_run, (one,) = run_at(central), run_at(central), staff(busan, 1)
    client = sit_down(busan.trainer)
    read = page(client, f"{BASE}/runs/{run.public_id}/enrol/file/", do="check", file=sheet((one.email, str(one), "")))
    answer = page(client, f"{BASE}/runs/{other_run.public_id}/enrol/file/", do="enrol", sealed=read.context["form"].sealed)
    assert "no longer kept" in words_of(answer) and stages(busan, other_run) == []


def test_one_wrong_row_and_nobody_is_enrolled_and_each_mistake_has_its_place(busan, daegu, central, sit_down, words_of):
    run, (one, there) = run_at(central), staff(busan, 2)
    enrolled(busan, there, run)
    client, address = sit_down(busan.trainer), f"{BASE}/runs/{run.public_id}/enrol/file/"
    words = words_of(page(client, address, do="check", file=sheet(
        (one.email, str(one), ""), (one.email, str(one), ""), (daegu.officer.email, "x", ""), (there.email, str(there), ""),
        (busan.officer.email, "다른 사람", ""), ("", "이름", ""), (busan.manager.email, str(busan.manager), "900101-1234568"))))
    for place, sentence in (("row 3, column A", "stands in row 2 already"), ("row 4, column A", "Nobody of this agency has this address"),
                            ("row 5, column A", "enrolled in this run already"), ("row 6, column B", "somebody with another name"),
                            ("row 7, column A", "must not be empty"), ("row 8, column C", "number")):
        assert place in words and sentence in words, (place, sentence)
    assert re.findall(r"row (\d), column", words) == list("345678"), "in the order of the file"
    assert "The file is right" not in words and "Enrol them" not in words and stages(busan, run) == ["enrolled"]


def test_shifted_columns_and_other_files_are_named(busan, central, sit_down, words_of):
    run = run_at(central)
    client, address = sit_down(busan.trainer), f"{BASE}/runs/{run.public_id}/enrol/file/"
    moved = sheet(("a", "b", "c"), columns=(COLUMNS[1], COLUMNS[0], COLUMNS[2]))
    assert "The columns have been moved" in words_of(page(client, address, do="check", file=moved))
    assert "no row below the headings" in words_of(page(client, address, do="check", file=sheet()))
    assert page(client, address, do="check").status_code == 200


# ---- participants

def test_the_host_reads_all_and_a_house_its_own_and_needs_are_for_those_who_keep(busan, daegu, central, sit_down, words_of):
    run = run_at(central, seats=1)
    ask(daegu, run, needs="채식")
    ask(busan, run, needs="=휠체어")
    follow(central)
    seen = words_of(page(sit_down(central.trainer), f"/central/training/runs/{run.public_id}/participants/"))
    assert "CNRY-busan-officer" in seen and "CNRY-daegu-officer" in seen and "=휠체어" in seen and "waiting list" in seen
    own = words_of(page(sit_down(busan.director), f"{BASE}/runs/{run.public_id}/participants/"))
    assert "CNRY-busan-officer" in own and "CNRY-daegu" not in own and "휠체어" not in own
    assert "휠체어" not in words_of(page(sit_down(busan.director), f"{BASE}/enrolments/{first_of(busan, busan.officer).public_id}/"))
    answer = sit_down(central.trainer).get(f"/central/training/runs/{run.public_id}/participants/file/")
    rows = list(load_workbook(io.BytesIO(answer.content)).worksheets[0].iter_rows(min_row=2, values_only=True))
    assert [row[1] for row in rows] == ["CNRY-daegu-officer", "CNRY-busan-officer"] and rows[1][5] == "=휠체어"
    assert "f" not in {cell.data_type for row in load_workbook(io.BytesIO(answer.content)).worksheets[0].iter_rows() for cell in row}
    with within(central.agency):
        assert AccessEntry.everything.filter(work="enrolment.list", kind="export").count() == 1
    assert sit_down(central.director).get(f"/central/training/runs/{run.public_id}/participants/file/").status_code == 403


@pytest.mark.parametrize("who, address", [("employee", MINE), ("manager", APPROVE), ("trainer", "participants"), ("trainer", "others")])
def test_lists_take_as_many_statements_with_three_as_with_one(who, address, busan, central, sit_down):
    run, client, counts = run_at(central), sit_down(getattr(busan, who)), []
    where = {"participants": f"{BASE}/runs/{run.public_id}/participants/",
             "others": f"{BASE}/runs/{run.public_id}/enrol/others/"}.get(address, address)
    client.get(where)
    for more in (1, 2):
        for person in staff(busan, more):
            if address == MINE:
                enrolled(busan, busan.employee, run_at(central))
            elif address == APPROVE:
                enrolled(busan, person, run, stage=Stage.REQUESTED, asked_at=None, placed_at=None)
            elif address == "participants":
                enrolled(busan, person, run)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(where).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 18, counts
