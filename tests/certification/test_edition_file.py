"""An edition goes out as a workbook or JSON and comes back the same; a file with anything wrong in it makes no draft and says where."""
import io
import json
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from accounts.actors import Actor
from accounts.models import Role
from certification import workflow
from certification.forms import edition_file
from certification.forms.edition_file import read_edition
from certification.models import FrameworkVersion
from certification.queries.edition import content_of, rows_of
from certification.reference import sample_content
from certification.workbook import workbook_of
from core.errors import Refused
from core.tenancy import within
from providers.models import ServiceType
from tests import factories as f
from tests.certification.test_edition import TEXTS

pytestmark = pytest.mark.usefixtures("english")
IMPORT = "/busan/admin/editions/import/"
LABELS = {"label_ko": "2027년판", "label_en": "2027 edition"}


def small():
    """3 areas, 7 criteria, 15 indicators."""
    texts = {"description_ko": "설명", "description_en": "Description", "plain_ko": "쉬운 말", "plain_en": "Plain words"}
    criteria = [{"code": f"{a}.{c}", "area": f"{a}", "name_ko": "항목", "name_en": "Criterion"} for a, c in
                ((1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (3, 1), (3, 2))]
    codes = [(f"{one['code']}.{i}", one["code"]) for one in criteria for i in (1, 2)] + [("3.2.3", "3.2")]
    return {"areas": [{"code": f"{a}", "name_ko": "영역", "name_en": "Area"} | texts for a in (1, 2, 3)], "criteria": criteria,
            "indicators": [{"code": code, "criterion": above, "name_ko": f"지표 {code}", "name_en": "Indicator", "mistakes_ko": "",
                            "mistakes_en": "", "legal_basis": "", "applies_to": [], "evidence": []} | TEXTS for code, above in codes]}


def upload(content, name):
    return SimpleUploadedFile(name, content)


def as_json(content):
    return upload(json.dumps(content, ensure_ascii=False).encode(), "edition.json")


def as_xlsx(content, change=None):
    """The workbook as it is saved here; `change` spoils the opened book."""
    written = workbook_of(content, list(ServiceType.objects.order_by("position", "code")))
    if change:
        book = load_workbook(io.BytesIO(written))
        change(book)
        again = io.BytesIO()
        book.save(again)
        written = again.getvalue()
    return upload(written, "edition.xlsx")


def cell(sheet, place, value):
    def change(book):
        book[sheet][place] = value
    return change


@pytest.mark.parametrize("written", [as_json, as_xlsx])
@pytest.mark.parametrize("content", [small(), {kind: sample_content()[kind] for kind in ("areas", "criteria", "indicators")}])
def test_what_went_out_comes_back_the_same(written, content, db):
    content["indicators"][0] = content["indicators"][0] | {"applies_to": ["youth-healing", "dementia-prevention"]}
    back, wrong = read_edition(written(content))
    assert wrong == []
    assert back == content


@pytest.mark.parametrize(("spoil", "sheet", "place", "code", "sentence"), [
    (cell("Indicators", "A2", None), "Indicators", "row 2, column A (Code)", "", "must not be empty"),
    (cell("Indicators", "A3", "1.1.1"), "Indicators", "row 2", "1.1.1", "The code 1.1.1 stands there twice."),
    (cell("Criteria", "B2", "9"), "Criteria", "row 2", "1.1", "stands under no area"),
    (cell("Indicators", "B16", "7"), "Indicators", "row 16", "3.2.3", "stands under no criterion"),
    (cell("Areas", "C4", None), "Areas", "row 4", "3", "“name in English” is missing"),
    (cell("Indicators", "F5", " "), "Indicators", "row 5", "1.2.2", "“question in English” is missing"),
    (cell("Indicators", "E5", "=1+1"), "Indicators", "row 5, column E (Question (Korean))", "", "formula"),
    (cell("Indicators", "R5", "춤"), "Indicators", "row 5, column R (Services)", "", "There is no service “춤”."),
    (lambda book: book.remove(book["Criteria"]), "Criteria", "", "", "This sheet is missing."),
])
def test_what_is_wrong_in_a_workbook_is_said_with_sheet_row_and_code(spoil, sheet, place, code, sentence, db):
    wrong = read_edition(as_xlsx(small(), spoil))[1]
    assert [(one.sheet, one.place, one.code) for one in wrong if sentence in one.sentence][:1] == [(sheet, place, code)], wrong


def test_what_is_wrong_in_json_is_said_with_its_place(db):
    content = small()
    content["criteria"][1]["code"] = ""
    [wrong] = read_edition(as_json(content))[1]
    assert (wrong.sheet, wrong.place) == ("Criteria", "row 2")
    for broken in (b"{", b"\xff\xfe", b"[" * 100_000):
        with pytest.raises(Refused, match="no JSON"):
            read_edition(upload(broken, "x.json"))
    with pytest.raises(Refused, match="too large"):
        read_edition(upload(b" " * (2 * 1024 * 1024 + 1), "x.json"))


def test_a_text_that_looks_like_a_formula_stays_text_and_lists_offer_what_stands_above(db):
    content = small()
    content["indicators"][0]["name_ko"] = "=SUM(A1)"
    book = load_workbook(io.BytesIO(as_xlsx(content).read()))
    assert (book["Indicators"]["C2"].value, book["Indicators"]["C2"].data_type) == ("=SUM(A1)", "s")
    assert [str(one.sqref).split(":")[0] for one in book["Indicators"].data_validations.dataValidation] == ["B2"]
    assert "How to fill it in" in book.sheetnames


def test_an_officer_reads_a_file_through_and_then_makes_the_draft(busan, client):
    with within(busan.agency):
        f.FrameworkFactory()
    client.force_login(busan.officer)
    checked = client.post(f"{IMPORT}?lang=en", LABELS | {"file": as_xlsx(small()), "do": "check"}).content.decode()
    assert "The file is right" in checked and "3 areas, 7 criteria, 15 indicators" in checked
    wrong = as_xlsx(small(), cell("Areas", "C4", None))
    spoilt = client.post(f"{IMPORT}?lang=en", LABELS | {"file": wrong, "do": "make"}).content.decode()
    assert "1 thing is wrong in the file" in spoilt and "“name in English” is missing" in spoilt
    with within(busan.agency):
        assert FrameworkVersion.everything.count() == 0
    assert client.post(IMPORT, LABELS | {"file": as_xlsx(small()), "do": "make"}).status_code == 302
    with within(busan.agency):
        version = FrameworkVersion.everything.get()
        assert [rows.count() for rows in (version.areas, version.criteria, version.indicators)] == [3, 7, 15]
    for ending, kind in (("json", "application/json"), ("xlsx", "spreadsheetml")):
        saved = client.get(f"/busan/admin/editions/{version.public_id}/edition.{ending}")
        assert kind in saved["Content-Type"] and "attachment" in saved["Content-Disposition"]
        assert read_edition(upload(saved.content, f"e.{ending}"))[0] == small()


def carried(page):
    """What the page of a file that was right sends along."""
    return re.search(r'name="sealed" value="([^"]+)"', page.content.decode()).group(1)


@pytest.fixture
def at_desk(busan, client):
    """An officer of an agency with a framework."""
    with within(busan.agency):
        f.FrameworkFactory()
    client.force_login(busan.officer)
    return client


def test_the_file_is_chosen_once_and_the_draft_is_made_from_what_was_read_through(busan, at_desk):
    typed = {name: LABELS[name] for name in ("label_ko", "label_en")}
    first = at_desk.post(f"{IMPORT}?lang=en", {"file": as_xlsx(small()), "do": "check"})
    assert "The file is right" in first.content.decode() and "Please correct 2 things" in first.content.decode()
    second = at_desk.post(IMPORT, typed | {"sealed": carried(first), "do": "make"})
    assert second.status_code == 302
    with within(busan.agency):
        version = FrameworkVersion.everything.get()
        assert content_of(rows_of(Actor.of(busan.officer), version)) == small()


@pytest.mark.parametrize("how", ["another person", "another agency", "too late", "changed"])
def test_what_was_read_through_is_for_one_person_one_framework_and_an_hour(how, busan, daegu, at_desk, monkeypatch):
    there = IMPORT
    sealed = carried(at_desk.post(IMPORT, LABELS | {"file": as_json(small()), "do": "check"}))
    if how == "another person":
        at_desk.force_login(busan.manager)
    elif how == "another agency":
        there = IMPORT.replace("busan", "daegu")
        with within(daegu.agency):
            f.FrameworkFactory()
            f.MembershipFactory(user=busan.officer, role=Role.OFFICER)
    elif how == "too late":
        monkeypatch.setattr(edition_file, "KEPT_FOR", -1)
    else:
        sealed = f"{sealed[:-1]}{'a' if sealed[-1] != 'a' else 'b'}"
    answer = at_desk.post(f"{there}?lang=en", LABELS | {"sealed": sealed, "do": "make"}).content.decode()
    assert "no longer kept" in answer and LABELS["label_en"] in answer and 'name="sealed"' not in answer
    for place in (busan, daegu):
        with within(place.agency):
            assert FrameworkVersion.everything.count() == 0


def test_another_file_is_chosen_and_the_labels_stay(at_desk):
    sealed = carried(at_desk.post(IMPORT, LABELS | {"file": as_json(small()), "do": "check"}))
    answer = at_desk.post(IMPORT, LABELS | {"sealed": sealed, "do": "other"}).content.decode()
    assert 'type="file"' in answer and LABELS["label_ko"] in answer and 'name="sealed"' not in answer


def test_what_is_too_large_for_the_page_is_chosen_again(at_desk, monkeypatch):
    monkeypatch.setattr(edition_file, "ROOM", 100)
    answer = at_desk.post(f"{IMPORT}?lang=en", LABELS | {"file": as_json(small()), "do": "check"}).content.decode()
    assert "Choose the file once more" in answer and 'type="file"' in answer


def test_an_agency_without_a_framework_is_told_so(busan, client):
    client.force_login(busan.officer)
    answer = client.post(f"{IMPORT}?lang=en", LABELS | {"file": as_json(small()), "do": "make"})
    assert "no framework yet" in answer.content.decode()


@pytest.mark.parametrize(("who", "status"), [("director", 403), ("auditor", 403), ("observer", 403), ("officer", 200)])
def test_only_those_who_draft_read_a_file_in(who, status, busan, client):
    client.force_login(getattr(busan, who))
    assert client.get(IMPORT).status_code == status


def test_a_file_of_the_old_edition_is_mapped_from_it(busan, at):
    with at(busan.manager, busan) as actor:
        first = workflow.draft_version(f.FrameworkFactory(), small(), **LABELS, is_sample=False, actor=actor)
        workflow.publish_version(first, actor=actor)
        second = workflow.draft_version(first.framework, small(), **LABELS, is_sample=False, actor=actor)
        assert second.follows == first
        assert {row.kind for row in second.mappings.all()} == {"same"}
