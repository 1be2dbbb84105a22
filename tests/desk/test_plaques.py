"""Plaques and ceremonies at the desk and in the portal, as people click through them."""
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from certification.models import Ceremony, CeremonyGuest, PlaqueOrder, PrintBatch
from core import clock
from core.files import path_of, store_document
from core.tenancy import within
from tests import factories as f
from tests import files
from tests.certification.conftest import WORKER

DAY = timedelta(days=1)
PLAQUES, CEREMONIES = "/busan/admin/plaques/", "/busan/admin/ceremonies/"


@pytest.fixture
def held(busan):
    with within(busan.agency):
        certificate = f.CertificateFactory(provider=busan.provider, provider_name="햇살센터", provider_name_en="")
        stored = store_document(files.pdf(), shelf=certificate.public_id, actor=WORKER)
        f.CertificateDocumentFactory(certificate=certificate, kind="plaque", file=stored, sha256=stored.sha256, made_at=clock.now())
    assert path_of(stored)
    return certificate


def order_of(busan):
    with within(busan.agency):
        return PlaqueOrder.everything.get()


def test_a_plaque_from_the_portal_to_the_maker_and_back_over_the_desk(busan, held, sit_down, words_of):
    sit_down(busan.owner).post(f"/busan/portal/certificates/{held.public_id}/plaque/", {"size": "a3", "delivery": "pickup", "address": ""})
    order = order_of(busan)
    portal = f"/busan/portal/plaques/{order.public_id}/"
    page = sit_down(busan.owner).get(f"{portal}?lang=en")
    assert "Read every word" in words_of(page)
    sit_down(busan.owner).post(f"{portal}approve/", {"seen": page.context["approve"].initial["seen"]})
    assert "1 plaque may be ordered" in words_of(sit_down(busan.officer).get(f"{PLAQUES}?lang=en"))
    sit_down(busan.officer).post(f"{PLAQUES}order/")
    with within(busan.agency):
        batch = PrintBatch.everything.get()
    assert sit_down(busan.officer).get(f"{PLAQUES}prints/{batch.public_id}/list.xlsx").status_code == 200
    sit_down(busan.officer).post(f"{PLAQUES}{order.public_id}/made/", {"made-on": clock.today()})
    refused = sit_down(busan.officer).post(f"{PLAQUES}{order.public_id}/hand-over/?lang=en", {"hand-on": clock.today() + DAY,
                                                                                              "hand-received_by": "시설장"})
    assert "not come yet" in words_of(refused) and "시설장" in refused.content.decode()
    sit_down(busan.officer).post(f"{PLAQUES}{order.public_id}/hand-over/", {"hand-on": clock.today(), "hand-received_by": "시설장"})
    assert order_of(busan).stage == "handed_over"
    assert "시설장" in words_of(sit_down(busan.auditor).get(f"{PLAQUES}{order.public_id}/?lang=en"))


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_of_plaques_asks_as_often_whatever_its_size(rows, busan, sit_down):
    with within(busan.agency):
        for certificate in f.CertificateFactory.create_batch(rows):
            PlaqueOrder.everything.create(certificate=certificate, asked_by=busan.owner, asked_at=clock.now())
    browser = sit_down(busan.auditor)
    browser.get(PLAQUES)
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(PLAQUES).status_code == 200
    assert len([one for one in asked.captured_queries if "certification_" in one["sql"]]) <= 4


def test_a_ceremony_from_the_round_to_the_door(busan, held, sit_down, words_of):
    with within(busan.agency):
        round = f.RoundFactory(version=held.version, year=held.year)
    officer = sit_down(busan.officer)
    officer.post(f"{CEREMONIES}rounds/{round.public_id}/new/", {
        "name": "수여식", "starts_at": f"{clock.today():%Y-%m-%d}T23:30", "place": "대강당", "answer_until": clock.today(), "words": ""})
    with within(busan.agency):
        ceremony = Ceremony.everything.get()
        guest = CeremonyGuest.everything.get()
    page = f"{CEREMONIES}{ceremony.public_id}/"
    assert "1 holder is not invited yet" in words_of(officer.get(f"{page}?lang=en"))
    assert sit_down(busan.owner).get(f"/busan/portal/invitations/{guest.public_id}/").status_code == 404
    sit_down(busan.officer).post(f"{page}invite/")
    own = f"/busan/portal/invitations/{guest.public_id}/?lang=en"
    assert "대강당" in words_of(sit_down(busan.owner).get(own))
    assert "how many come" in words_of(sit_down(busan.owner).post(own, {"reply": "comes", "persons": "", "name": ""}))
    sit_down(busan.owner).post(own, {"reply": "comes", "persons": "2", "name": "김수여"})
    sit_down(busan.officer).post(f"{page}guests/", {"organisation": "부산광역시", "name": "", "seat": "A-1", "persons": "3"})
    sit_down(busan.officer).post(f"{CEREMONIES}guests/{guest.public_id}/came/", {"came": "1"})
    door = words_of(sit_down(busan.officer).get(f"{page}door/?lang=en"))
    assert "1 guest came." in door and "김수여" in door and "A-1" in door
