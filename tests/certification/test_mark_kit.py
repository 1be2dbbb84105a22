"""The kit of the mark and the printer's files: for those whose certificate it is, only while it is in force."""
import io
import re
import zipfile
from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import translation
from PIL import Image

from certification import workflow
from certification.documents import mark_kit
from certification.documents.mark_kit import mark_drawing
from core import clock
from core.tenancy import within
from tests import factories as f
from tests.certification.conftest import WORKER
from tests.certification.test_documents import DRAWN, FACTS, LONG, PAINTED
from tests.documents import assert_archivable, said_in, words_of

NAMES = ["mark-en-1600.png", "mark-en-400.png", "mark-en-800.png", "mark-en.svg", "mark-ko-1600.png", "mark-ko-400.png", "mark-ko-800.png",
         "mark-ko.svg", "rules-en.html", "rules-en.pdf", "rules-ko.html", "rules-ko.pdf", "symbol-1024.png", "symbol-256.png",
         "symbol-512.png", "symbol.svg"]


def unpacked(content):
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize("mark", [None, DRAWN, PAINTED], ids=["of the house", "a drawing", "a picture"])
def test_the_kit_has_the_mark_with_its_number_in_every_size_and_its_rules(mark):
    content = mark_kit(facts := replace(FACTS, mark=mark, is_demo=False))
    parts = unpacked(content)
    assert sorted(parts) == NAMES and all(name.isascii() for name in parts)
    assert mark_kit(facts) == content
    for name, part in parts.items():
        if name.endswith(".png"):
            picture = Image.open(io.BytesIO(part))
            assert picture.width == int(re.search(r"\d+", name)[0]) and picture.mode == "RGBA"
            assert mark is PAINTED or picture.getpixel((picture.width - 1, 0))[3] == 0                # clear ground
            assert picture.getpixel((round(picture.height * 0.52), round(picture.height * 0.45)))[3] == 255       # and the mark on it
    assert "제2026-012호" in parts["mark-ko.svg"].decode() and "No. 2026-012" in parts["mark-en.svg"].decode()
    for drawing in (parts["mark-ko.svg"].decode(), parts["symbol.svg"].decode()):
        assert "<text" not in drawing and "asset:" not in drawing and "font" not in drawing


def test_the_rules_say_what_holds_in_both_languages():
    parts = unpacked(mark_kit(replace(FACTS, **LONG)))
    for language, said in (("ko", "인증이유효한동안에만사용합니다"), ("en", "onlywhilethecertificateisinforce")):
        pdf, html = parts[f"rules-{language}.pdf"], parts[f"rules-{language}.html"].decode()
        assert said in said_in(pdf) and said in re.sub(r"<[^>]+>|\s+", "", html)
        assert "7KQ4-MXT2-HD8P3" in said_in(pdf) and "asset:" not in html and "<script" not in html
        (width, height), _words = words_of(pdf)
        assert pdf.count(b"/Type /Page\n") <= 2 and round(width / 72 * 25.4) == 210 and height > width
        assert_archivable(pdf, language, {"ko": "인증마크 사용 안내", "en": "How to use the certification mark"}[language])


def test_what_a_scheme_is_called_is_text_and_no_markup():
    drawing = mark_drawing(replace(FACTS, scheme_ko="<script>품질</script> & 인증"), "ko").decode()
    assert "<script" not in drawing and "&lt;script&gt;" in drawing


# ---- in the portal

@pytest.fixture
def holder(busan, client):
    """The owner's browser and the certificate of her organisation, in force."""
    with within(busan.agency):
        offering = f.OfferingFactory(site=f.SiteFactory(provider=busan.provider))
        certificate = f.CertificateFactory(offering=offering, valid_from=clock.today() - timedelta(days=30))
    client.force_login(busan.owner)
    return client, certificate


def addresses(certificate):
    start = f"/busan/portal/certificates/{certificate.public_id}/"
    return f"{start}mark.zip", f"{start}print.pdf?size=a3", f"{start}print.pdf?size=square&language=en"


def test_the_holder_takes_the_kit_and_the_printer_s_files(holder):
    client, certificate = holder
    kit, plaque, plate = (client.get(address) for address in addresses(certificate))
    assert certificate.number in kit["Content-Disposition"] and certificate.number_shown in unpacked(kit.content)["mark-ko.svg"].decode()
    assert kit["Cache-Control"] == "private, no-store"
    for answer, width in ((plaque, 440), (plate, 220)):
        assert round(words_of(answer.content)[0][0] / 72 * 25.4) == width
    page = client.get(f"/busan/portal/certificates/{certificate.public_id}/?lang=en").content.decode()
    assert "mark.zip" in page and "size=square" in page


def test_another_size_is_no_page(holder):
    client, certificate = holder
    for size in ("", "?size=a4", "?size=__class__"):
        assert client.get(f"/busan/portal/certificates/{certificate.public_id}/print.pdf{size}").status_code == 404


@pytest.mark.parametrize("who", ["neighbour", "assessor", None])
def test_strangers_learn_nothing(holder, busan, client, who):
    _client, certificate = holder
    client.logout()
    if who:
        client.force_login(getattr(busan, who))
    for address in addresses(certificate):
        assert client.get(address).status_code == (404 if who else 302)


def ended(certificate, how):
    today, why = clock.today(), {"reason": "기준을 지키지 않음", "actor": WORKER}
    if how == "suspended":
        workflow.suspend(certificate, from_on=today, **why)
    elif how == "revoked":
        workflow.revoke(certificate, on=today, **why)
    elif how == "surrendered":
        workflow.surrender(certificate, on=today, **why)


@pytest.mark.parametrize("how", ["suspended", "revoked", "surrendered", "expired", "upcoming"])
def test_once_it_is_not_in_force_there_is_a_sentence_and_no_file(holder, busan, how):
    client, certificate = holder
    with within(busan.agency), translation.override("en"):
        ended(certificate, how)
    days = {"expired": certificate.valid_to + timedelta(days=1), "upcoming": certificate.valid_from - timedelta(days=1)}
    day = days.get(how, clock.today())
    with clock.travel(clock.day_start(day) + timedelta(hours=12)):
        client.force_login(busan.owner)
        page = client.get(f"/busan/portal/certificates/{certificate.public_id}/?lang=en").content.decode()
        assert "only while the certificate is in force" in page and "mark.zip" not in page
        assert ("Please take the mark off" in page) == (how != "upcoming")
        for address in addresses(certificate):
            answer = client.get(address, follow=True)
            assert "zip" not in answer["Content-Type"] and "pdf" not in answer["Content-Type"]
