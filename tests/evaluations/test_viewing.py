"""A file is read in a page: by the provider, by its assessors, by the desk. What can act in a file reaches no browser."""
import io
import threading

import pytest
from PIL import Image

from core import reading_jail, viewing
from core.models import AccessEntry
from core.tenancy import within
from evaluations.models import SealedFile
from evaluations.workflow import attach_upload
from providers.models import Evidence
from providers.workflow import add_document
from tests import files, written
from tests.evaluations.path import Path
from tests.evaluations.portal_pages import answers_of, queries_of, signed_in, to, words_of
from tests.evaluations.reviewing import begin, fetched, judgements, standing, team_at

pytestmark = pytest.mark.django_db


@pytest.fixture
def path(busan):
    return Path(busan).started()


@pytest.fixture
def owner(busan):
    return signed_in(busan.owner)


@pytest.fixture
def kept(busan, path):
    """kept(content, name): the address at which the owner reads a file of an answer."""
    def keep(content, name):
        with within(busan.agency):
            attach_upload(answers_of(path)[0], files.upload(content, name), actor=path.as_(busan.owner))
            return to("evidence", Evidence.everything.get(name=name).public_id)
    return keep


def view(address, **more):
    return address + "&view=page" + "".join(f"&{name}={value}" for name, value in more.items())


def picture(client, address, **more):
    response = client.get(view(address, **more).replace("view=page", "view=picture"))
    return response, b"".join(response.streaming_content) if response.streaming else response.content


def test_a_pdf_is_read_page_by_page(owner, kept):
    address = kept(written.pdf("The first page", "Regular checks\nEvery Monday", "The last page"), "점검.pdf")
    first, second, last = (owner.get(view(address, page=number)) for number in (1, 2, 3))
    assert "Page 2 of 3 as a picture" in second.content.decode()
    assert "Regular checks Every Monday" in words_of(second)
    assert "The first page" not in words_of(second)
    assert [(b'rel="prev"' in page.content, b'rel="next"' in page.content) for page in (first, second, last)] == [
        (False, True), (True, True), (True, False)]
    assert "/static/js/viewer.js" in second.content.decode()


def test_a_page_is_a_picture_that_we_made_and_grows_by_link(owner, kept):
    address = kept(written.pdf("words"), "a.pdf")
    for zoom, width in ((100, 1000), (150, 1500), (200, 2000)):
        response, content = picture(owner, address, page=1, zoom=zoom)
        assert Image.open(io.BytesIO(content)).size[0] == width
    assert response["Content-Type"] == "image/jpeg"
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "private, no-store"
    assert b'aria-current="true">150%' in owner.get(view(address, zoom=150)).content


@pytest.mark.parametrize("asked", ["2", "0", "9999", "99999", "-1", "x", "1e3", "٣"])
def test_a_page_that_is_not_there_is_nowhere(owner, kept, asked):
    answer = owner.get(view(kept(written.pdf("words"), "a.pdf"), page=asked))
    assert answer.status_code == (404 if asked in ("2", "0", "9999") else 200)          # what is no number is the first page


def test_a_page_of_any_size_fits(owner, kept):
    for number, size in enumerate(((10, 14_000), (14_000, 10), (3, 3))):
        _response, content = picture(owner, kept(written.pdf("x", size=size), f"{number}.pdf"), zoom=200)
        assert max(Image.open(io.BytesIO(content)).size) <= reading_jail.MAX_SIDE


def test_a_picture_stands_as_it_was_made_anew(owner, kept):
    address = kept(files.jpg((60, 40), orientation=6, place=True), "사진.jpg")
    assert "view=picture" in owner.get(view(address)).content.decode()
    response, content = picture(owner, address)
    assert response["Content-Disposition"].startswith("inline")
    assert Image.open(io.BytesIO(content)).size == (40, 60)
    assert b"CANARY" not in content


@pytest.mark.parametrize(("make", "name"), [(written.docx, "a.docx"), (written.hwpx, "a.hwpx")])
def test_a_text_is_its_paragraphs_and_no_markup(owner, kept, make, name):
    page = owner.get(view(kept(make("품질인증 신청서", "<script>alert(1)</script>", "& so on"), name)))
    text = page.content.decode()
    assert "<p>품질인증 신청서</p>" in text
    assert "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>" in text
    assert "alert(1)</script>" not in text
    assert "Only the text is shown here." in words_of(page)


def test_a_long_text_is_cut_and_that_is_said(owner, kept, monkeypatch):
    monkeypatch.setattr(viewing, "CHARACTERS", 10)
    page = owner.get(view(kept(written.docx("0123456", "abcdefg", "never"), "a.docx")))
    assert "<p>abc</p>" in page.content.decode()
    assert "never" not in words_of(page)
    assert "The text goes on." in words_of(page)


@pytest.mark.parametrize("kind", ["hwp", "xlsx", "pptx", "doc"])
def test_what_cannot_be_shown_says_so(owner, kept, kind):
    address = kept(files.GOOD[kind](), f"a.{kind}")
    page = owner.get(view(address))
    assert "Files of this type cannot be shown here" in words_of(page)
    assert "<img" not in page.content.decode()
    assert picture(owner, address)[0].status_code == 404


def test_the_page_says_how_far_the_file_was_looked_through(owner, kept):
    for content, name, sentence in ((written.pdf("words"), "a.pdf", "none was found"), (files.pdf(), "c.pdf", "It was not looked through"),
                                    (written.pdf("words", ""), "b.pdf", "Only a part of its text")):
        assert sentence in words_of(owner.get(view(kept(content, name))))


def test_a_page_that_costs_too_much_is_a_sentence_and_the_file_is_still_there(owner, kept, monkeypatch):
    address = kept(written.pdf("words"), "a.pdf")
    monkeypatch.setattr(reading_jail, "WALL_SECONDS", -2)
    page = owner.get(view(address))
    assert page.status_code == 200
    assert "This page cannot be shown here." in words_of(page)
    assert picture(owner, address)[0].status_code == 503
    assert fetched(owner, address)["Content-Disposition"].startswith("attachment")


def test_whoever_waits_too_long_for_a_turn_is_told(owner, kept, monkeypatch):
    address = kept(written.pdf("words"), "a.pdf")
    monkeypatch.setattr(viewing, "_turns", threading.BoundedSemaphore(1))
    monkeypatch.setattr(viewing, "WAIT", 0)
    with viewing._turn():
        assert "Many pages are being shown just now." in words_of(owner.get(view(address), follow=True))
    assert "Page 1 of 1" in owner.get(view(address)).content.decode()


@pytest.mark.parametrize("asked", ["page", "picture"])
def test_a_stranger_reads_no_page(busan, daegu, kept, asked):
    address = view(kept(written.pdf("words"), "a.pdf")).replace("view=page", f"view={asked}")
    assert signed_in(busan.neighbour).get(address).status_code == 404
    assert signed_in(daegu.owner).get(address.replace("/busan/", "/daegu/")).status_code == 404


def test_a_page_asks_as_often_for_a_long_file_as_for_a_short_one(owner, kept):
    short, long = kept(written.pdf("1"), "a.pdf"), kept(written.pdf("1", "2", "3"), "b.pdf")
    owner.get(view(short))
    assert queries_of(owner, view(short)) == queries_of(owner, view(long))


def test_a_document_of_the_provider_is_read_by_its_people_and_the_desk(busan, path, owner):
    with within(busan.agency):
        upload = files.upload(written.pdf("words"), "a.pdf")
        document = add_document(busan.provider, actor=path.as_(busan.owner), kind="other", upload=upload)
    for who, back in ((owner, "/portal/"), (signed_in(busan.officer), "/admin/providers/")):
        page = who.get(view(to("documents", document.public_id)))
        assert "Page 1 of 1" in page.content.decode()
        assert f'href="/busan{back}{busan.provider.public_id}/?lang=en"' in page.content.decode()
    with within(busan.agency):
        assert [(entry.work, entry.kind) for entry in AccessEntry.everything.all()] == [("provider.document", "read")]


@pytest.fixture
def case(busan):
    return team_at(busan)


def sealed_of(case):
    with standing(case):
        return SealedFile.everything.filter(seal__application=case.application, code="1.1.1").first()


def test_an_assessor_reads_beside_the_sheet_and_that_is_noted(case, client):
    lead = case.assessors[0]
    begin(case, lead)
    client.force_login(lead)
    with standing(case):
        row, sealed = judgements(case, lead)[0], sealed_of(case)
    workspace = client.get(f"/busan/assess/judgements/{row.public_id}/?lang=en").content.decode()
    address = f"/busan/assess/files/{sealed.public_id}/?lang=en"
    assert f"file={sealed.public_id}" in workspace                  # the tab beside the sheet
    page = client.get(view(address))
    assert f'href="/busan/assess/judgements/{row.public_id}/?lang=en"' in page.content.decode()
    assert picture(client, address)[0].status_code == 200
    with standing(case):
        assert {(entry.work, entry.kind) for entry in AccessEntry.everything.filter(work="case.file")} == {("case.file", "read")}


def test_an_assessor_who_has_not_declared_and_one_of_another_case_read_nothing(busan, case):
    sealed = sealed_of(case)
    for nobody in (busan.committee, busan.neighbour, busan.owner):
        assert signed_in(nobody).get(f"/busan/assess/files/{sealed.public_id}/?view=page").status_code in (403, 404)


def test_the_desk_and_the_provider_read_what_was_sealed(busan, case, owner):
    sealed = sealed_of(case)
    desk = signed_in(busan.officer).get(view(f"/busan/admin/cases/files/{sealed.public_id}/?lang=en"))
    assert f'href="/busan/admin/cases/{case.application.public_id}/?lang=en"' in desk.content.decode()
    own = owner.get(view(to("sealed-files", sealed.public_id)))
    assert (desk.status_code, own.status_code) == (200, 200)
    with standing(case):
        assert [(entry.work, entry.kind) for entry in AccessEntry.everything.filter(work="case.file")] == [("case.file", "read")]
