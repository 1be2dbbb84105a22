"""The self-assessment in Excel: out with everything, in again row by row, and nothing of it over what somebody else wrote."""
import io
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation
from openpyxl import Workbook, load_workbook

from accounts.actors import Actor
from core import clock
from core.errors import Refused
from core.models import AccessEntry
from core.tenancy import within
from evaluations import workflow
from evaluations.models import Answer, WorkbookRun
from evaluations.workbook import digest_of, lines_of
from tests import factories as f
from tests.evaluations.path import Path
from tests.evaluations.portal_pages import answers_of, queries_of, signed_in, to, words_of
from tests.files import pdf

pytestmark = pytest.mark.django_db
RATING, EXPLANATION = "D", "E"


@pytest.fixture
def path(busan):
    """Three answers, the first written."""
    path = Path(busan).started()
    with within(busan.agency):
        first = answers_of(path)[0]
        workflow.save_answer(first, rating="partly", explanation="한 해 두 번\n점검합니다.", base_version=0, actor=path.as_(busan.owner))
    return path


@pytest.fixture
def owner(busan):
    return signed_in(busan.owner)


def page_of(path, lang="en"):
    return to("applications", path.application.public_id, "workbook", lang=lang)


def saved(client, path, lang="en"):
    """The workbook, opened as Excel would."""
    return load_workbook(io.BytesIO(client.get(to("applications", path.application.public_id, "workbook", "file", lang=lang)).content))


def changed(book, **cells):
    """These cells of the first sheet, E2="…"; back as bytes."""
    for place, value in cells.items():
        book.worksheets[0][place] = value
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def handed_in(client, path, content, lang="en", name="자체진단.xlsx", follow=True):
    return client.post(page_of(path, lang), {"file": SimpleUploadedFile(name, content)}, follow=follow)


def run_of(path):
    with within(path.place.agency):
        return WorkbookRun.everything.get(application=path.application)


def carried(client, path, **choices):
    """Presses the button of the page as it stands."""
    run = run_of(path)
    page = client.get(to("workbooks", run.public_id)).content.decode()
    digest = page.split('name="digest" value="')[1].split('"')[0]
    return client.post(to("workbooks", run.public_id, "carry-out"), {"digest": digest, **choices}, follow=True)


def written(path):
    return [(row.rating, row.explanation, row.version) for row in answers_of(path)]


# ---- out

def test_it_holds_a_row_for_each_indicator_and_says_how_to_fill_it_in(busan, owner, path):
    with within(busan.agency):
        workflow.attach_upload(answers_of(path)[0], SimpleUploadedFile("점검표.pdf", pdf()), actor=path.as_(busan.owner))
    book = saved(owner, path)
    assert [(sheet.title, sheet.sheet_state) for sheet in book] == [
        ("Self-assessment", "visible"), ("How to fill it in", "visible"), ("poom", "hidden")]
    table = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
    assert table[0] == ["Code *", "Indicator", "Question", "Our organisation", "Explanation", "Evidence so far"]
    assert table[1][0] == "1.1.1" and table[1][3:] == ["We meet it in part", "한 해 두 번\n점검합니다.", "점검표.pdf"]
    assert len(table) == 4
    told = [row[0].value for row in book.worksheets[1].iter_rows()]
    assert "CNRY-busan-provider, CNRY-busan-provider-site" in told[0]
    assert "We meet it" in told


def test_the_rating_is_chosen_from_a_list_and_the_rest_is_locked(owner, path):
    sheet = saved(owner, path).worksheets[0]
    [offered] = sheet.data_validations.dataValidation
    assert offered.type == "list" and str(offered.sqref).startswith("D2:D")
    assert sheet.protection.sheet
    assert {cell.column_letter: cell.protection.locked for cell in sheet[2]} == {
        "A": True, "B": True, "C": True, RATING: False, EXPLANATION: False, "F": True}


def test_formulas_in_texts_are_inert(busan, owner, path):
    with within(busan.agency):
        row = answers_of(path)[1]
        workflow.save_answer(row, rating="", explanation='=HYPERLINK("http://x.example","y")', base_version=0, actor=path.as_(busan.owner))
    cell = saved(owner, path).worksheets[0]["E3"]
    assert (cell.data_type, cell.quotePrefix, cell.value) == ("s", True, '=HYPERLINK("http://x.example","y")')


# ---- in again

def test_what_would_change_is_shown_and_then_written(owner, path):
    page = handed_in(owner, path, changed(saved(owner, path), D2="We meet it", E2="한 해 세 번\n점검합니다.", E3="새로 적은 말"))
    words = words_of(page)
    assert "2 answers would be changed" in words and "We meet it in part → We meet it" in words
    assert "<del>두</del> <ins>세</ins>" in page.content.decode()
    assert written(path)[0] == ("partly", "한 해 두 번\n점검합니다.", 1)
    assert "2 answers were written from the workbook." in words_of(carried(owner, path))
    assert written(path) == [("meets", "한 해 세 번\n점검합니다.", 2), ("", "새로 적은 말", 1), ("", "", 0)]
    with within(path.place.agency):
        assert not WorkbookRun.everything.exists()


@pytest.mark.parametrize(("out", "back"), [("ko", "en"), ("en", "ko")])
def test_a_workbook_of_one_language_is_read_in_the_other(owner, path, out, back):
    words = {"ko": "갖추고 있습니다", "en": "We meet it"}[out]
    handed_in(owner, path, changed(saved(owner, path, lang=out), D3=words), lang=back)
    carried(owner, path)
    assert written(path)[1] == ("meets", "", 1)


def test_a_workbook_that_nobody_changed_changes_nothing(owner, path):
    page = handed_in(owner, path, changed(saved(owner, path)))
    assert "Nothing would change" in words_of(page)
    assert written(path)[0][2] == 1


def test_an_emptied_cell_is_shown_as_a_change(owner, path):
    page = handed_in(owner, path, changed(saved(owner, path), D2=None, E2=None))
    assert "We meet it in part → empty" in words_of(page)
    carried(owner, path)
    assert written(path)[0] == ("", "", 2)


def test_rows_may_be_sorted_and_left_out(owner, path):
    book = saved(owner, path)
    sheet = book.worksheets[0]
    third = [cell.value for cell in sheet[4]]
    for cell, value in zip(sheet[2], third, strict=True):
        cell.value = value
    sheet["E2"] = "셋째"
    sheet.delete_rows(4)
    page = handed_in(owner, path, changed(book))
    assert "The workbook has no row for 1.1.1; they stay as they are." in words_of(page)
    carried(owner, path)
    assert [row[1] for row in written(path)] == ["한 해 두 번\n점검합니다.", "", "셋째"]


WRONG = {
    "formula": (lambda s: s.__setitem__("E3", "=1+1"), "row 3, column E (Explanation)", "Here stands a formula"),
    "unknown rating": (lambda s: s.__setitem__("D3", "최고"), "row 3, column D (Our organisation)", "is none of the possible entries"),
    "too long": (lambda s: s.__setitem__("E3", "가" * 4001), "row 3, column E (Explanation)", "At most 4000 characters; this has 4001."),
    "unknown code": (lambda s: s.__setitem__("A3", "9.9.9"), "row 3, column A (Code)", "This application has no indicator 9.9.9."),
    "a code twice": (lambda s: s.__setitem__("A3", "1.1.1"), "row 3, column A (Code)", "The same stands in row 2 already."),
    "no code": (lambda s: s.__setitem__("A3", None), "row 3, column A (Code)", "This cell must not be empty."),
    "shifted cells": (lambda s: s.__setitem__("G3", "옆"), "row 3, column G", "Beside the table stands “옆”"),
    "shifted columns": (lambda s: s.insert_cols(2), "row 1, column B (Indicator)", "The columns have been moved"),
    "merged": (lambda s: s.merge_cells("E2:E3"), "row 2, column E (Explanation)", "Cells were merged here."),
    "invisible": (lambda s: s.__setitem__("E3", "점검\u202e함"), "row 3, column E (Explanation)", "U+202E"),
    "an error": (lambda s: s.__setitem__("E3", "#REF!"), "row 3, column E (Explanation)", "calculation error"),
}


@pytest.mark.parametrize("kind", WRONG)
def test_what_is_wrong_is_named_by_its_cell_and_nothing_is_kept(owner, path, kind):
    spoil, place, sentence = WRONG[kind]
    book = saved(owner, path)
    book.worksheets[0]["E4"] = "바른 말"
    spoil(book.worksheets[0])
    page = handed_in(owner, path, changed(book))
    assert page.status_code == 422
    assert place in words_of(page) and sentence in words_of(page)
    with within(path.place.agency):
        assert not WorkbookRun.everything.exists()
    assert [row[2] for row in written(path)] == [1, 0, 0]


def test_ten_thousand_rows_too_many_are_said_in_one_sentence(owner, path):
    book = saved(owner, path)
    for number in range(10_000):
        book.worksheets[0].append([f"x{number}", "", "", "", "y"])
    words = words_of(handed_in(owner, path, changed(book)))
    assert "10,000 rows in all have no indicator of this application." in words
    assert words.count("This application has no indicator") == 20


def plain_book():
    book = Workbook()
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


@pytest.mark.parametrize(("name", "content", "sentence"), [
    ("a.xlsx", plain_book(), "does not say which application it belongs to"), ("a.pdf", pdf(), "no spreadsheet of the kind"),
    ("a.xlsx", b"", "empty"), ("a.xlsx", b"PK\x03\x04 damaged", "")])
def test_another_kind_of_file_is_refused_with_a_sentence(owner, path, name, content, sentence):
    page = handed_in(owner, path, content, name=name)
    assert page.status_code == 422 and sentence in words_of(page)
    with within(path.place.agency):
        assert not WorkbookRun.everything.exists()


def test_a_workbook_of_another_application_is_refused(busan, owner, path):
    with within(busan.agency):
        site = f.SiteFactory(provider=busan.provider)
        other = Path(busan, round=path.round)
        other.application = workflow.start_application(path.round, f.OfferingFactory(site=site), actor=path.as_(busan.owner),
                                                       arrived_at=clock.now())
    page = handed_in(owner, path, changed(saved(owner, other), E3="남의 것"))
    assert page.status_code == 422 and "belongs to another application" in words_of(page)


def test_a_workbook_of_another_edition_is_refused(owner, path):
    book = saved(owner, path)
    [place] = [row[1] for row in book["poom"].iter_rows() if row[0].value == "edition"]
    place.value = "00000000-0000-4000-8000-000000000000"
    page = handed_in(owner, path, changed(book, E3="새 말"))
    assert page.status_code == 422 and "made for another edition" in words_of(page)


# ---- somebody else writes meanwhile

@pytest.fixture
def meanwhile(busan, owner, path):
    """A workbook in which all three were written, while a colleague wrote at the first."""
    content = changed(saved(owner, path), E2="엑셀에서 쓴 말", E3="둘째 말")
    with within(busan.agency):
        first = answers_of(path)[0]
        workflow.save_answer(first, rating="meets", explanation="동료가 고친 말", base_version=1, actor=path.as_(busan.colleague))
    return content


def test_a_row_changed_meanwhile_is_a_conflict_and_waits_for_a_choice(owner, path, meanwhile):
    words = words_of(handed_in(owner, path, meanwhile))
    assert "CNRY-busan-colleague saved this" in words and "동료가 고친 말" in words and "엑셀에서 쓴 말" in words
    page = carried(owner, path)
    assert "1 answer was written from the workbook." in words_of(page) and "동료가 고친 말" in words_of(page)
    assert [row[1] for row in written(path)] == ["동료가 고친 말", "둘째 말", ""]
    assert "1 answer was written" in words_of(carried(owner, path, **{"choice-1.1.1": "workbook"}))
    assert written(path)[0] == ("partly", "엑셀에서 쓴 말", 3)


def test_what_is_on_the_page_may_be_kept(owner, path, meanwhile):
    handed_in(owner, path, meanwhile)
    carried(owner, path, **{"choice-1.1.1": "page"})
    assert [row[1] for row in written(path)] == ["동료가 고친 말", "둘째 말", ""]
    with within(path.place.agency):
        assert not WorkbookRun.everything.exists()


def test_a_row_that_only_somebody_else_changed_is_no_conflict(busan, owner, path):
    content = changed(saved(owner, path), E3="둘째 말")
    with within(busan.agency):
        workflow.save_answer(answers_of(path)[0], rating="meets", explanation="동료", base_version=1, actor=path.as_(busan.colleague))
    words = words_of(handed_in(owner, path, content))
    assert "1 answer would be changed" in words and "somebody wrote something else" not in words
    carried(owner, path)
    assert [row[1] for row in written(path)] == ["동료", "둘째 말", ""]


def test_both_wrote_the_same(busan, owner, path):
    content = changed(saved(owner, path), E3="같은 말")
    with within(busan.agency):
        workflow.save_answer(answers_of(path)[1], rating="", explanation="같은 말", base_version=0, actor=path.as_(busan.colleague))
    assert "The same already" in words_of(handed_in(owner, path, content))


def test_what_was_shown_is_what_is_written_or_nothing(busan, owner, path):
    handed_in(owner, path, changed(saved(owner, path), E2="새 말", E3="둘째 말"))
    run = run_of(path)
    with within(busan.agency):
        shown = digest_of(lines_of(run.rows, answers_of(path)))
        workflow.save_answer(answers_of(path)[1], rating="meets", explanation="동료", base_version=0, actor=path.as_(busan.colleague))
    page = owner.post(to("workbooks", run.public_id, "carry-out"), {"digest": shown}, follow=True)
    assert "Somebody has changed an answer since you looked." in words_of(page)
    assert [row[1] for row in written(path)] == ["한 해 두 번\n점검합니다.", "동료", ""]


# ---- whose it is, and how long

def test_only_who_handed_it_in_sees_it(busan, owner, path):
    handed_in(owner, path, changed(saved(owner, path), E3="둘째 말"))
    run = run_of(path)
    for who in ("colleague", "neighbour", "officer", "auditor", "admin", "assessor"):
        client = signed_in(getattr(busan, who))
        for answer in (client.get(to("workbooks", run.public_id)),
                       client.post(to("workbooks", run.public_id, "carry-out"), {"digest": "x"}),
                       client.post(to("workbooks", run.public_id, "drop"))):
            assert answer.status_code == 404, who
    with within(busan.agency), pytest.raises(PermissionDenied):
        workflow.carry_out_workbook(run, "", taken=(), kept=(), actor=Actor.of(busan.colleague))


@pytest.mark.parametrize("who", ["neighbour", "officer", "auditor"])
def test_strangers_have_no_workbook_of_it(busan, path, who):
    client = signed_in(getattr(busan, who))
    for address in (page_of(path), to("applications", path.application.public_id, "workbook", "file")):
        assert client.get(address).status_code == 404


def test_a_viewer_saves_it_and_hands_nothing_in(busan, owner, path):
    with within(busan.agency):
        f.ProviderMemberFactory(provider=busan.provider, user=busan.employee, role="viewer")
    viewer = signed_in(busan.employee)
    assert "Only owners and editors" in words_of(viewer.get(page_of(path)))
    assert handed_in(viewer, path, changed(saved(viewer, path), E3="둘째 말")).status_code == 403


def test_whoever_enters_from_paper_works_with_it_and_is_noted(busan, path):
    with within(busan.agency):
        application = path.fresh()
        application.entered_by_proxy_at, application.entered_by_proxy_by = clock.now(), busan.officer
        application.save()
    officer = signed_in(busan.officer)
    handed_in(officer, path, changed(saved(officer, path), E3="종이에서"))
    carried(officer, path)
    assert written(path)[1][1] == "종이에서"
    with within(busan.agency):
        assert AccessEntry.everything.filter(work="case.workbook", kind="export", user_id=busan.officer.pk).exists()


def test_it_is_kept_for_a_day(busan, owner, path):
    handed_in(owner, path, changed(saved(owner, path), E3="둘째 말"))
    run = run_of(path)
    assert "A workbook waits for you" in words_of(owner.get(page_of(path)))
    with within(busan.agency):
        WorkbookRun.everything.update(expires_at=clock.now() - timedelta(minutes=1))
        with pytest.raises(Refused, match="kept for a day only"):
            workflow.carry_out_workbook(run, "", taken=(), kept=(), actor=path.as_(busan.owner))
    assert "kept for a day only" in words_of(owner.get(to("workbooks", run.public_id), follow=True))
    assert "A workbook waits for you" not in words_of(owner.get(page_of(path)))
    with within(busan.agency):
        assert workflow.erase_workbooks(actor=Actor.system("test")) == 1
        assert not WorkbookRun.everything.exists()


def test_a_second_workbook_takes_the_place_of_the_first(owner, path):
    for words in ("첫째 말", "둘째 말"):
        handed_in(owner, path, changed(saved(owner, path), E3=words))
    assert run_of(path).rows["1.1.2"]["explanation"] == "둘째 말"


def test_it_can_be_dropped_and_a_second_click_finds_it_gone(busan, owner, path):
    handed_in(owner, path, changed(saved(owner, path), E3="둘째 말"))
    run = run_of(path)
    assert "Nothing was written." in words_of(owner.post(to("workbooks", run.public_id, "drop"), follow=True))
    with within(busan.agency), pytest.raises(Refused, match="carried out or dropped already"):
        workflow.drop_workbook(run, actor=path.as_(busan.owner))


def test_after_handing_in_nothing_is_taken_in(busan, owner, path):
    content = changed(saved(owner, path), E3="늦은 말")
    handed_in(owner, path, content)
    run = run_of(path)
    with within(busan.agency):
        Path.submitted(path.written())
        with pytest.raises(PermissionDenied):
            workflow.carry_out_workbook(run, "", taken=(), kept=(), actor=path.as_(busan.owner))
    assert owner.get(page_of(path))["Location"] == to("applications", path.application.public_id)
    assert handed_in(owner, path, content, follow=False)["Location"] == to("applications", path.application.public_id)


def test_pages_ask_as_often_for_three_rows_as_for_one(busan, owner):
    seen = []
    for many in (1, 3):
        with within(busan.agency):
            site = f.SiteFactory(provider=busan.provider)
            path = Path(busan, round=f.RoundFactory(version=f.published_version(indicators=many)))
            path.application = workflow.start_application(path.round, f.OfferingFactory(site=site), actor=path.as_(busan.owner),
                                                          arrived_at=clock.now())
        handed_in(owner, path, changed(saved(owner, path), **{f"E{row}": "새 말" for row in range(2, 2 + many)}))
        seen.append([queries_of(owner, address) for address in (
            page_of(path), to("applications", path.application.public_id, "workbook", "file"), to("workbooks", run_of(path).public_id))])
    assert seen[0] == seen[1]


def test_answers_with_spaces_at_their_ends_are_not_taken_for_changed(busan, owner, path):
    with within(busan.agency), translation.override("en"):
        workflow.save_answer(answers_of(path)[1], rating="", explanation="  들여 쓴 말\n", base_version=0, actor=path.as_(busan.owner))
    assert "Nothing would change" in words_of(handed_in(owner, path, changed(saved(owner, path))))
    with within(busan.agency):
        assert Answer.everything.filter(explanation="  들여 쓴 말\n").exists()
