"""The picture of a plaque: drawn once from the signed file, cut where a printer cuts, shown with consent and while it is in force."""
import io
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from PIL import Image

from accounts import directory
from certification import tasks, workflow
from certification.documents import plaque_pdf
from certification.models import PlaquePicture
from certification.queries import facts_of
from core import clock
from core.errors import Unavailable
from core.files import store_document
from core.pictures import WIDTH, picture_of_sheet
from core.tenancy import within
from tests import factories as f
from tests.certification.conftest import WORKER, entry_of, seoul
from tests.certification.test_register_pages import made, page

SMALL = (b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
         b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 440 330]/TrimBox[20 15 420 315]/Contents 4 0 R>>endobj\n"
         b"4 0 obj<</Length 58>>stream\n1 0 0 rg 0 0 440 330 re f 0 0 1 rg 20 15 400 300 re f       \nendstream endobj\n"
         b"trailer<</Root 1 0 R>>\n%%EOF")


@pytest.fixture(autouse=True)
def today():
    with clock.travel(seoul(2026, 10, 14, 9)):
        yield


@pytest.fixture
def hung(busan):
    """A certificate whose holder agreed, its plaque kept; `work_off` draws."""
    certificate = made(busan, "다솜", shows_head_name=True)
    with within(busan.agency):
        plaque = f.CertificateDocumentFactory(certificate=certificate, kind="plaque")
        workflow.keep_document(plaque, SMALL, actor=WORKER)
    directory.forget()
    return certificate


def drawn(hung, work_off, place):
    work_off(place)
    directory.forget()
    with within(place.agency):
        return PlaquePicture.everything.select_related("file").get(agency=place.agency)


def test_the_plaque_is_drawn_without_bleed_and_shown(busan, hung, client, work_off):
    picture = drawn(hung, work_off, busan)
    assert (picture.width, picture.height) == (WIDTH, WIDTH * 3 // 4)
    address = f"/busan/register/{hung.number}/"
    assert f'src="{address}plaque.png" width="{picture.width}"' in page(client, address)
    answer = client.get(f"{address}plaque.png")
    content = b"".join(answer.streaming_content)
    image = Image.open(io.BytesIO(content)).convert("RGB")
    assert (answer["Content-Type"], content[:4], image.size) == ("image/png", b"\x89PNG", (picture.width, picture.height))
    corners = {image.getpixel(at) for at in ((1, 1), (image.width - 2, 1), (1, image.height - 2), (image.width - 2, image.height - 2))}
    assert corners == {(0, 0, 255)}


def test_its_hash_is_its_tag(busan, hung, client, work_off):
    picture = drawn(hung, work_off, busan)
    address = f"/busan/register/{hung.number}/plaque.png"
    answer = client.get(address)
    assert answer["ETag"] == f'"{picture.file.sha256}"' and "max-age" in answer["Cache-Control"]
    assert b"".join(answer.streaming_content)           # read to its end it is closed
    again = client.get(address, headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 304 and again["ETag"] == answer["ETag"]


def test_it_is_drawn_once(busan, hung, work_off):
    picture = drawn(hung, work_off, busan)
    with within(busan.agency):
        tasks.draw_picture(picture.document_id)
        assert PlaquePicture.everything.count() == 1


def test_without_consent_it_is_for_nobody(busan, client, work_off):
    certificate = made(busan, "다솜")
    with within(busan.agency):
        plaque = f.CertificateDocumentFactory(certificate=certificate, kind="plaque")
        workflow.keep_document(plaque, SMALL, actor=WORKER)
    picture = drawn(certificate, work_off, busan)
    assert picture and "plaque.png" not in page(client, f"/busan/register/{certificate.number}/")
    assert client.get(f"/busan/register/{certificate.number}/plaque.png").status_code == 404


def test_what_is_no_longer_in_force_shows_no_plaque(busan, hung, client, work_off):
    drawn(hung, work_off, busan)
    with within(busan.agency):
        workflow.suspend(hung, from_on=date(2026, 10, 14), reason="x", actor=WORKER)
    directory.forget()
    assert "plaque.png" not in page(client, f"/busan/register/{hung.number}/")
    assert client.get(f"/busan/register/{hung.number}/plaque.png").status_code == 404


def test_another_agency_and_unknown_numbers_have_no_picture(busan, daegu, hung, client, work_off):
    drawn(hung, work_off, busan)
    for address in (f"/daegu/register/{hung.number}/plaque.png", "/busan/register/BS-QC-2099-001/plaque.png"):
        assert client.get(address).status_code == 404


def test_only_the_worker_keeps_pictures(busan, hung, at):
    with within(busan.agency):
        document = hung.documents.get()
    with at(busan.officer, busan) as actor, pytest.raises(PermissionDenied):
        workflow.keep_picture(document, b"x", (1, 1), actor=actor)


def test_a_file_that_cannot_be_drawn_is_no_picture(busan):
    with within(busan.agency):
        broken = store_document(b"no pdf", shelf=f.CertificateFactory().public_id, actor=WORKER)
        with pytest.raises(Unavailable):
            picture_of_sheet(broken)


def test_a_real_plaque_with_crop_marks_becomes_its_picture(busan):
    with within(busan.agency):
        certificate = f.CertificateFactory(provider_name="다솜아동발달센터")
        stored = store_document(plaque_pdf(facts_of(certificate)), shelf=certificate.public_id, actor=WORKER)
        picture = picture_of_sheet(stored)
        assert picture.size == (WIDTH, round(WIDTH * 297 / 420)) or abs(picture.size[1] - WIDTH * 297 / 420) <= 2
        assert entry_of(certificate).picture == {}
