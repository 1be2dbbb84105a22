"""The pages of a performance report: written without and with JavaScript, handed in, read at Central; consulting; each house its own."""
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from agencies.models import Consulting, Report, ReportFile
from agencies.tasks.following import follow_at
from core import clock
from core.models import FileScan
from core.signing import make_keys
from core.tenancy import within
from correspondence.models import Letter
from tests.agencies.reporting import attach, digest_of, entries_in, given, handed_in, make_whole, released, report_of, write
from tests.files import pdf, upload

pytestmark = pytest.mark.django_db


def address(name, row, deed="", house="busan"):
    return f"/{house}/management/{name}/{row.public_id}/{deed}"


@pytest.fixture
def desk(busan, daegu, central, sit_down, words_of):
    class Seat:
        def __init__(self, who, place=None):
            self.browser = sit_down(getattr(place or busan, who))

        def get(self, path):
            return self.browser.get(f"{path}{'&' if '?' in path else '?'}lang=en")

        def words(self, path):
            return words_of(self.get(path))

        def post(self, path, headers=None, **typed):
            return self.browser.post(f"{path}?lang=en", typed, headers=headers)
    return Seat


def typed(entry, **more):
    return {"version": entry.version, "text": entry.text, "last_year": entry.last_year} | more


def bytes_of(answer):
    assert answer.status_code == 200
    return b"".join(answer.streaming_content)


# ---- writing

def test_the_overview_says_how_far_it_is_and_what_is_missing_with_a_link(opened, busan, desk):
    write(busan, "A1-1")
    page = desk("officer").get(address("report", opened))
    words = page.content.decode()
    entry = entries_in(busan)["B1-1"]
    assert "1 of 3 finished" in words and "Figures are missing: met, planned." in words and f"/report/entries/{entry.public_id}/" in words
    assert "Give to be approved" not in words and "CNRY-busan-officer" in words


def test_an_entry_is_saved_with_figures_as_people_type_them_and_the_next_opens(opened, busan, desk):
    entries = entries_in(busan)
    entry = entries["A1-2"]
    answer = desk("officer").post(address("report/entries", entry), **typed(entry, text="글", **{
        "figure-met": "1,200", "figure-planned": " 1500"}), do="next")
    assert answer.url.startswith(address("report/entries", entries["B1-1"]))
    assert entries_in(busan)["A1-2"].figures == {"met": "1200", "planned": "1500"}
    assert 'value="1,200"' in desk("officer").get(address("report/entries", entry)).content.decode()


def test_a_text_where_a_number_belongs_gets_its_sentence_and_loses_nothing(opened, busan, desk, words_of):
    entry = entries_in(busan)["A1-2"]
    answer = desk("officer").post(address("report/entries", entry), **typed(entry, text="긴 글", **{"figure-met": "열두 명"}))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Enter a number here" in page and "긴 글" in page and 'value="열두 명"' in page


def test_where_the_figures_suffice_the_provisional_rating_is_shown_with_its_working(opened, busan, desk):
    here = address("report/entries", entries_in(busan)["A1-2"])
    write(busan, "A1-2", figures={"met": "9"})
    assert "Provisional" not in desk("officer").words(here)
    write(busan, "A1-2", figures={"met": "9", "planned": "12"})
    words = desk("officer").words(here)
    assert "Provisional rating by formula: 75" in words and "9 / 12 * 100 = 75" in words
    write(busan, "A1-2", figures={"met": "9", "planned": "0"})
    assert "The denominator of “A1-2 Indicator A1-2” is 0" in desk("officer").words(here)


def test_while_one_writes_it_is_saved_by_itself_and_an_older_page_is_shown_both_texts(opened, busan, desk):
    entry = entries_in(busan)["A1-1"]
    quiet = {"HX-Request": "true"}
    saved = desk("officer").post(address("report/entries", entry), headers=quiet, **typed(entry, text="먼저"))
    assert saved.status_code == 200 and 'data-version="1"' in saved.content.decode() and "<html" not in saved.content.decode()
    late = desk("manager").post(address("report/entries", entry), headers=quiet, **typed(entry, text="나중"))
    assert late.status_code == 409 and "먼저" in late.content.decode() and 'data-version="1"' in late.content.decode()
    whole = desk("manager").post(address("report/entries", entry), **typed(entry, text="나중"))
    assert whole.status_code == 409 and "먼저" in whole.content.decode() and "나중" in whole.content.decode()
    assert entries_in(busan)["A1-1"].text == "먼저"


def test_files_come_with_the_text_and_a_refused_one_loses_nothing(opened, busan, desk):
    entry = entries_in(busan)["A1-1"]
    answer = desk("officer").post(address("report/entries", entry), **typed(entry, text="글"), do="upload",
                                  files=[upload(pdf(), "회의록.pdf"), upload(b"MZ", "virus.exe")])
    page = answer.content.decode()
    assert answer.status_code == 200 and "virus.exe was not taken" in page and "회의록.pdf" in page
    assert entries_in(busan)["A1-1"].text == "글"
    with within(busan.agency):
        file = ReportFile.everything.get()
    assert bytes_of(desk("officer").get(address("report/files", file))).startswith(b"%PDF")
    desk("officer").post(address("report/entries", entry), **typed(entries_in(busan)["A1-1"]), remove=str(file.public_id))
    with within(busan.agency):
        assert not ReportFile.everything.exists()


def test_too_late_to_write_what_was_typed_stays_on_the_page(opened, busan, desk):
    entry = entries_in(busan)["A1-1"]
    given(busan)
    answer = desk("officer").post(address("report/entries", entry), **typed(entry, text="늦은 글"))
    assert answer.status_code == 409 and "늦은 글" in answer.content.decode()


@pytest.mark.parametrize(("who", "may"), [("officer", True), ("manager", True), ("director", False), ("auditor", False)])
def test_only_who_writes_is_offered_to_save(opened, busan, desk, who, may):
    entry = entries_in(busan)["A1-1"]
    page = desk(who).get(address("report/entries", entry)).content.decode()
    assert ('value="save"' in page) == may
    assert (desk(who).post(address("report/entries", entry), **typed(entry, text="글")).status_code == 302) == may


# ---- through the house

def test_from_the_officer_by_the_manager_to_the_director(opened, busan, desk):
    make_whole(busan)
    page = address("report", opened)
    assert "Give to be approved" in desk("officer").words(page)
    desk("officer").post(address("report", opened, "give/"))
    assert "Release for the director" in desk("manager").words(page) and "Approve and hand in" not in desk("director").words(page)
    desk("manager").post(address("report", opened, "release/"), seen=digest_of(busan))
    assert "Approve and hand in" in desk("director").words(page)
    wrong = desk("director").post(address("report", opened, "hand-in/"), seen=digest_of(busan), agreed_days=0)
    assert report_of(busan).stage == "released" and wrong.status_code == 200
    desk("director").post(address("report", opened, "hand-in/"), seen=digest_of(busan), agreed_days=0, has_read="on")
    report = report_of(busan)
    assert report.is_sealed
    words = desk("auditor").words(page)
    assert report.sha256 in words and "The PDF of the receipt is being made" in words


def test_sent_back_it_says_why(opened, busan, desk):
    released(busan)
    desk("director").post(address("report", opened, "send-back/"), **{"back-reason": "수치를 확인해 주십시오."})
    assert report_of(busan).stage == "draft" and "수치를 확인해 주십시오." in desk("officer").words(address("report", opened))


def test_late_the_page_says_before_what_it_costs(opened, busan, desk):
    released(busan)
    with clock.travel(clock.end_of(opened.due_on) + timedelta(days=2, hours=9)):
        words = desk("director").words(address("report", opened))
        assert "3 days late" in words and "0.3 points are taken off (0.1 a day, 1 at most)" in words
        desk("director").post(address("report", opened, "hand-in/"), seen=digest_of(busan), agreed_days=2, has_read="on")
        assert not report_of(busan).is_sealed
        desk("director").post(address("report", opened, "hand-in/"), seen=digest_of(busan), agreed_days=3, has_read="on")
    assert report_of(busan).days_late == 3


def test_the_receipt_and_what_was_sealed_can_be_taken_along(opened, busan, desk, work_off, settings, tmp_path):
    settings.SIGNING_DIR = str(tmp_path)
    make_keys(["busan"])
    report = handed_in(busan)
    sealed = desk("officer").get(address("report", report, "report.json"))
    assert sealed.json()["report"] == str(report.public_id)
    with within(busan.agency):
        assert Letter.everything.get(subject_type="agencies.report").addressee == "중앙사회서비스원"
    assert desk("officer").get(address("report", report, "receipt.pdf")).status_code == 404
    work_off(busan)
    assert bytes_of(desk("officer").get(address("report", report, "receipt.pdf"))).startswith(b"%PDF")


# ---- at Central

def list_of(seat, year=2027):
    return seat.get(f"/central/management/reports/?year={year}")


def test_central_sees_who_has_handed_in_and_of_a_draft_only_that_it_is_written(opened, busan, daegu, central, desk, words_of):
    make_whole(busan)
    seat = desk("officer", central)
    words = words_of(list_of(seat))
    assert "0 of 2 have arrived" in words and words.count("being written") == 2 and "3 of 3" not in words
    with within(busan.agency):
        draft = Report.everything.get()
    assert seat.get(address("reports", draft, house="central")).status_code == 404
    assert seat.get(address("reports/entries", entries_in(busan)["A1-1"], house="central")).status_code == 404
    handed_in(busan)
    assert "1 of 2 have arrived" in words_of(list_of(desk("officer", central)))
    page = desk("officer", central).get(address("reports/entries", entries_in(busan)["A1-2"], house="central"))
    assert "올해 실적을 적었습니다." in page.content.decode()


def test_central_gets_the_bytes_of_what_was_handed_in_and_nobody_else_does(opened, busan, daegu, central, desk):
    file = attach(busan, "A1-1", content=pdf(pages=2))
    here, there = address("reports/files", file, house="central"), address("report/files", file)
    assert desk("officer", central).get(here).status_code == 404
    handed_in(busan)
    got = desk("officer", central).get(here)
    assert bytes_of(got) == pdf(pages=2)
    assert got["Content-Disposition"].startswith("attachment") and got["X-Content-Type-Options"] == "nosniff"
    assert desk("officer", daegu).get(address("report/files", file, house="daegu")).status_code == 404
    assert desk("officer", daegu).get(address("reports/files", file, house="daegu")).status_code == 404
    assert bytes_of(desk("officer").get(there))


@pytest.mark.parametrize("state", ["waiting", "infected"])
def test_a_file_that_waits_for_its_scan_or_is_bad_central_does_not_get(opened, busan, central, desk, state):
    file = attach(busan, "A1-1")
    handed_in(busan)
    with within(busan.agency):
        ReportFile.everything.update(scan=state)
    assert desk("officer", central).get(address("reports/files", file, house="central")).status_code != 200
    with within(busan.agency):
        FileScan.everything.update_or_create(file=file.file, defaults={"state": "clean"})
    if state == "waiting":
        follow_at(busan.agency)
        assert bytes_of(desk("officer", central).get(address("reports/files", file, house="central")))


def test_one_press_reminds_all_and_a_second_one_the_same_day_is_refused(opened, central, year, desk, words_of):
    remind = f"/central/management/reports/years/{year.public_id}/remind/"
    assert desk("officer", central).post(remind).status_code == 302
    assert "2 agencies are being reminded" in words_of(list_of(desk("officer", central)))
    seat = desk("officer", central)
    seat.post(remind)
    assert "reminded today already" in words_of(list_of(seat))


def test_each_house_has_its_own_pages(opened, busan, central, desk):
    for path in ("report/", f"report/{opened.public_id}/"):
        assert desk("officer").get(f"/busan/management/{path}").status_code == 200
        assert desk("officer", central).get(f"/central/management/{path}").status_code == 404
    assert desk("officer").get("/busan/management/reports/").status_code == 404
    assert desk("trainer").get("/busan/management/report/").status_code == 403


# ---- consulting

def test_consulting_is_asked_for_answered_and_written_down(opened, busan, central, desk, words_of):
    with within(busan.agency):
        part = opened.participation
    ask, day = f"/busan/management/consulting/years/{part.public_id}/ask/", clock.today() + timedelta(days=7)
    assert "required" in desk("officer").post(ask, about="A1-2의 산식").content.decode()
    desk("officer").post(ask, about="A1-2의 산식", wished_1=day.isoformat())
    with within(busan.agency):
        row = Consulting.everything.get()
    here = address("consulting", row, house="central")
    assert "A1-2의 산식" in desk("officer", central).words(here)
    desk("officer", central).post(f"{here}accept/", **{"accept-on": day.isoformat(), "accept-consultant": central.consultant.pk})
    assert "CNRY-central-consultant" in desk("officer").words(address("consulting", row))
    with clock.travel(clock.now() + timedelta(days=8)):
        desk("officer", central).post(f"{here}record/", **{"record-on": day.isoformat(), "record-words": "분모를 설명함"})
    assert "분모를 설명함" in desk("officer").words(address("consulting", row))
    assert desk("officer").post(address("consulting", row, "accept/")).status_code == 404


# ---- statements

def statements(seat, path):
    with CaptureQueriesContext(connection) as captured:
        assert seat.get(path).status_code == 200
    return len(captured)


def test_lists_take_the_same_number_of_statements_with_one_row_and_with_three(opened, busan, daegu, central, desk, year):
    counts = []
    for place in (busan, daegu):
        follow_at(place.agency)
        handed_in(place)
        seat = desk("officer", central)
        list_of(seat)
        counts.append(statements(seat, "/central/management/reports/"))
    assert counts[0] == counts[1]


def test_an_overview_takes_the_same_number_of_statements_however_much_is_written(opened, busan, desk):
    seat, here = desk("officer"), address("report", opened)
    seat.get(here)
    before = statements(seat, here)
    make_whole(busan)
    for code in ("A1-1", "A1-2", "B1-1"):
        attach(busan, code)
    assert statements(seat, here) == before
