"""The pages of spreadsheets brought in: from the template over the dry run to what was written."""
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from openpyxl import load_workbook

from core.tables import write_table
from core.tenancy import within
from desk.imports import KINDS
from desk.models import ImportRun
from desk.workflow import imports as importing
from tests import factories as f
from tests.desk.importing import IMPORTS, SERVICE, row
from tests.desk.test_provider import OTHERS
from tests.files import pdf


@pytest.fixture(autouse=True)
def english(settings):
    """Numbers that begin with 000 pass only with DEMO."""
    settings.DEMO = True
    with translation.override("en"):
        yield


# ---- pages

def test_a_large_file_goes_from_the_template_to_the_providers_by_the_worker(busan, sit_down, words_of, work_off, monkeypatch):
    monkeypatch.setattr(importing, "SMALL", 0)
    monkeypatch.setattr(importing, "FEW", 0)
    client = sit_down(busan.officer)
    template = client.get(f"{IMPORTS}template/providers/?lang=en")
    sheet = load_workbook(io.BytesIO(template.content)).worksheets[0]
    for position, column in enumerate(KINDS["providers"].columns(busan.agency), 1):
        sheet.cell(2, position, row(700001).get(column.key, ""))
    written = io.BytesIO()
    sheet.parent.save(written)
    page = client.post(f"{IMPORTS}new/providers/?lang=en", {"file": SimpleUploadedFile("firms.xlsx", written.getvalue())}, follow=True)
    assert "The file is being checked." in words_of(page) and 'hx-trigger="every 2s"' in page.content.decode()
    work_off(busan)
    address = page.redirect_chain[-1][0].partition("?")[0]
    page = client.get(f"{address}?lang=en")
    assert "가람돌봄700001" in words_of(page) and "Carry out" in words_of(page)
    with within(busan.agency):
        digest = ImportRun.everything.get().digest
    assert "has changed since you looked" in words_of(client.post(f"{address}carry-out/?lang=en", {"digest": "x"}, follow=True))
    page = client.post(f"{address}carry-out/?lang=en", {"digest": digest}, follow=True)
    assert "The rows are being written." in words_of(page)
    work_off(busan)
    assert "Everything was written" in words_of(client.get(f"{address}?lang=en"))
    assert "가람돌봄700001" in words_of(client.get("/busan/admin/providers/"))
    assert "firms.xlsx" in words_of(client.get(IMPORTS))


def test_a_small_file_is_checked_and_carried_out_while_the_page_waits(busan, sit_down, words_of):
    client = sit_down(busan.officer)
    with within(busan.agency):
        columns = KINDS["national"].columns(busan.agency)
    content = write_table(columns, [[f.number(700001), "전국센터", SERVICE, ""]], title="Rows")
    page = client.post(f"{IMPORTS}new/national/?lang=en", {"file": SimpleUploadedFile("list.xlsx", content)}, follow=True)
    assert "The file is right." in words_of(page)
    with within(busan.agency):
        run = ImportRun.everything.get()
    page = client.post(f"{IMPORTS}{run.public_id}/carry-out/?lang=en", {"digest": run.digest}, follow=True)
    assert "Everything was written" in words_of(page)


def test_what_is_no_spreadsheet_is_said_beside_the_question(busan, sit_down, words_of):
    client = sit_down(busan.officer)
    page = client.post(f"{IMPORTS}new/providers/?lang=en", {"file": SimpleUploadedFile("a.pdf", pdf())})
    assert "no spreadsheet of the kind" in words_of(page)
    assert client.get(f"{IMPORTS}new/nothing/").status_code == client.get(f"{IMPORTS}template/nothing/").status_code == 404


@pytest.mark.parametrize("who", OTHERS)
def test_others_see_no_imports(who, busan, hand_in, sit_down):
    run = hand_in("providers", [row(700001)])
    client = sit_down(getattr(busan, who))
    assert {client.get(IMPORTS).status_code, client.get(f"{IMPORTS}{run.public_id}/").status_code} == {403}


def test_readers_read_and_change_nothing(busan, hand_in, sit_down, words_of):
    run = hand_in("providers", [row(700001)])
    client = sit_down(busan.auditor)
    page = client.get(f"{IMPORTS}{run.public_id}/?lang=en")
    assert "가람돌봄700001" in words_of(page) and "Carry out" not in words_of(page)
    assert client.post(f"{IMPORTS}{run.public_id}/carry-out/").status_code == 403


def test_it_is_dropped(busan, hand_in, sit_down, words_of):
    run = hand_in("providers", [row(700001)])
    assert "Nothing was written." in words_of(sit_down(busan.officer).post(f"{IMPORTS}{run.public_id}/drop/?lang=en", follow=True))


def test_the_list_asks_as_often_for_three_rows_as_for_one(busan, hand_in, sit_down):
    client = sit_down(busan.officer)

    def queries():
        with CaptureQueriesContext(connection) as asked:
            client.get(IMPORTS)
        return len(asked)

    hand_in("providers", [row(700001)])
    queries()
    one = queries()
    for serial in (700002, 700003):
        hand_in("providers", [row(serial)])
    assert queries() == one
