"""Digital badges: verified by the library's verifier and by hand, follow the register, and need no network."""
import base64
import hashlib
import io
import json
import socket
from datetime import date

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.conf import settings
from openbadgeslib.baking import extract_png
from openbadgeslib.ob3 import OB3LdpVerifier, OB3VerificationError, decode_encoded_list
from openbadgeslib.ob3.contexts import document_loader
from PIL import Image
from pyld import jsonld

from accounts import directory
from certification import queries, tasks, workflow
from certification.models import Badge, BadgeKey, BadgeStatusList
from certification.queries.badge import RENEWED_AFTER
from core import clock
from core.badge_keys import badge_key_file
from core.errors import Unavailable
from core.signing import make_keys
from core.tenancy import within
from tests.certification.conftest import WORKER, seoul
from tests.certification.test_register_pages import made

TODAY = date(2026, 10, 14)
pytestmark = pytest.mark.django_db


@pytest.fixture
def site(settings, tmp_path, busan, client):
    """did:web trusts https alone; what a verifier fetches comes from our own pages."""
    settings.SITE_URL, settings.SIGNING_DIR = "https://testserver", str(tmp_path / "signing")
    make_keys(["busan"])

    def fetch(address):
        assert address.startswith("https://testserver/"), address
        answer = client.get(address.removeprefix("https://testserver"))
        assert answer.status_code == 200, address
        return answer.content

    with clock.travel(seoul(2026, 10, 14, 9)):
        yield fetch


@pytest.fixture
def badge(site, busan):
    """A certificate with its badge and the status lists."""
    certificate = made(busan, "다솜아동발달센터", provider_name_en="")
    assert renewed(busan) == 1
    return certificate


def renewed(place):
    count = tasks.renew_badges_at(place.agency)
    directory.forget()
    return count


def document_of(client, certificate):
    return json.loads(client.get(f"/busan/register/{certificate.number}/credential.json").content)


def verified(document, fetch):
    """By the library, with the issuer's key from did.json and the status lists, whose signatures are checked too."""
    return OB3LdpVerifier.for_issuer_did("did:web:testserver:busan").verify(document, check_status=True, download=fetch)


def test_the_library_verifies_it_with_its_key_and_its_status(badge, site, client):
    credential = verified(document_of(client, badge), site)
    assert credential.issuer.id == "did:web:testserver:busan" and credential.identifiers[0].identity_hash == "다솜아동발달센터"
    assert badge.number_shown in credential.name and credential.achievement.achievement_type == "Certification"
    assert credential.expiration_date.astimezone(clock.SEOUL).date() == badge.valid_to


def test_a_check_written_by_hand_against_the_published_context_says_the_same(badge, site, client):
    """eddsa-rdfc-2022 as its recommendation tells it: two hashes of canonical N-Quads, one Ed25519 signature."""
    contexts = document_loader()
    document = document_of(client, badge)
    assert by_hand(document, json.loads(site("https://testserver/busan/did.json")), contexts)
    document["credentialSubject"]["achievement"]["name"] += "!"
    assert not by_hand(document, json.loads(site("https://testserver/busan/did.json")), contexts)


def by_hand(document, did, contexts):
    document = dict(document)
    proof = dict(document.pop("proof"))
    signature = b58(proof.pop("proofValue")[1:])
    options = {"algorithm": "URDNA2015", "format": "application/n-quads", "documentLoader": contexts}
    hashes = [hashlib.sha256(jsonld.normalize(one, options).encode()).digest()
              for one in (proof | {"@context": document["@context"]}, document)]
    method = next(one for one in did["verificationMethod"] if one["id"] == proof["verificationMethod"])
    key = base64.urlsafe_b64decode(method["publicKeyJwk"]["x"] + "==")
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, b"".join(hashes))
    except InvalidSignature:
        return False
    return True


def b58(text):
    number = 0
    for character in text:
        number = number * 58 + "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".index(character)
    return number.to_bytes(64, "big")


@pytest.mark.parametrize("change", [
    lambda d: d.update(validUntil="2099-01-01T00:00:00Z"), lambda d: d["issuer"].update(name="다른 기관"),
    lambda d: d["credentialSubject"]["identifier"][0].update(identityHash="다른 센터"), lambda d: d.pop("credentialStatus"),
    lambda d: d["credentialStatus"][0].update(statusListIndex="7"), lambda d: d["proof"].update(proofPurpose="authentication"),
    lambda d: d["proof"].update(verificationMethod="did:web:testserver:daegu#badge-1")])
def test_whatever_is_altered_in_it_is_refused(change, badge, site, client):
    document = document_of(client, badge)
    change(document)
    with pytest.raises(OB3VerificationError):
        verified(document, site)


@pytest.mark.parametrize(("event", "said"), [
    (lambda c: workflow.suspend(c, from_on=TODAY, reason="자격 확인", actor=WORKER), "suspension"),
    (lambda c: workflow.revoke(c, on=TODAY, reason="시정 안 함", actor=WORKER), "revocation"),
    (lambda c: workflow.surrender(c, on=TODAY, reason="폐업", actor=WORKER), "revocation"),
    (lambda c: workflow.supersede(c, on=TODAY, actor=WORKER), "revocation")])
def test_the_status_lists_follow_the_register(event, said, badge, site, busan, client):
    document = document_of(client, badge)
    with within(busan.agency):
        event(badge)
    renewed(busan)
    with pytest.raises(OB3VerificationError, match=said):
        verified(document, site)


def test_a_suspension_that_begins_and_ends_by_its_dates_is_followed(badge, site, busan, client):
    document = document_of(client, badge)
    with within(busan.agency):
        workflow.suspend(badge, from_on=date(2026, 10, 20), to_on=date(2026, 10, 22), reason="자격 확인", actor=WORKER)
    for day, holds in ((19, True), (20, False), (22, False), (23, True)):
        with clock.travel(seoul(2026, 10, day, 9)):
            renewed(busan)
            with within(busan.agency):
                places = BadgeStatusList.everything.get(purpose="suspension").places
            assert (places == []) == holds, day
    assert verified(document, site)


def test_what_was_prolonged_gets_a_new_version_and_the_older_stays_true(badge, site, busan, client):
    older = document_of(client, badge)
    with within(busan.agency):
        workflow.prolong(badge, to_on=date(2029, 3, 1), reason="재인증 심사 중", actor=WORKER)
    assert renewed(busan) == 1 and renewed(busan) == 0
    assert verified(older, site) and verified(document_of(client, badge), site).expiration_date.year == 2029


def test_what_was_corrected_takes_the_older_version_back(badge, site, busan, client):
    older = document_of(client, badge)
    with within(busan.agency):
        badge.site_name = "본점"
        badge.save(update_fields=["site_name"])
        workflow.write_entry(badge)
    assert renewed(busan) == 1
    assert verified(document_of(client, badge), site)
    with pytest.raises(OB3VerificationError, match="revocation"):
        verified(older, site)


def test_it_is_stored_once_and_served_byte_for_byte(badge, site, busan, client):
    first = client.get(f"/busan/register/{badge.number}/credential.json").content
    assert renewed(busan) == 0 and client.get(f"/busan/register/{badge.number}/credential.json").content == first
    with within(busan.agency):
        row = Badge.everything.get(certificate=badge)
        assert workflow.keep_badge(row, "other", b"other", actor=WORKER).document == first.decode()


def test_a_rebuilt_register_makes_no_new_badge(badge, busan):
    with within(busan.agency):
        workflow.rebuild_register(actor=WORKER)
    assert renewed(busan) == 0
    with within(busan.agency):
        assert queries.entries_without_badge(busan.agency).count() == 0


def test_the_picture_holds_the_same_credential(badge, site, client):
    answer = client.get(f"/busan/register/{badge.number}/credential.png")
    content = answer.getvalue()
    assert answer["Content-Type"] == "image/png" and Image.open(io.BytesIO(content)).size == (600, 600)
    assert json.loads(extract_png(content, keyword=b"openbadgecredential")) == document_of(client, badge)


def test_signing_and_verifying_ask_no_network(site, busan, client, monkeypatch):
    number = made(busan, "다솜").number

    def refuse(*_words, **_more):
        raise AssertionError("somebody asked for an address")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert renewed(busan) == 1
    assert OB3LdpVerifier.for_issuer_did("did:web:testserver:busan").verify(
        json.loads(client.get(f"/busan/register/{number}/credential.json").content), download=site)


def test_a_new_key_signs_and_the_old_one_stays_published(badge, site, busan, client):
    older = document_of(client, badge)
    badge_key_file("busan").unlink()
    make_keys(["busan"])
    with within(busan.agency):
        workflow.prolong(badge, to_on=date(2029, 3, 1), reason="재인증 심사 중", actor=WORKER)
    renewed(busan)
    did = json.loads(site("https://testserver/busan/did.json"))
    assert [one["id"].partition("#")[2] for one in did["verificationMethod"]] == ["badge-2", "badge-1"]
    with within(busan.agency):
        assert BadgeKey.everything.count() == 2
    OB3LdpVerifier.for_issuer_did("did:web:testserver:busan").verify(older, download=site)
    assert verified(document_of(client, badge), site)


def test_without_the_key_no_badge_is_made_and_the_rest_goes_on(site, busan, caplog):
    badge_key_file("busan").unlink()
    made(busan, "다솜")
    with pytest.raises(Unavailable):
        tasks.renew_badges_at(busan.agency)
    with within(busan.agency):
        assert not Badge.everything.exists()


def test_what_is_not_in_force_gets_none(site, busan, client):
    certificate = made(busan, "다솜", valid_from=date(2020, 1, 1))
    assert renewed(busan) == 0
    for address in (f"/busan/register/{certificate.number}/credential.json", f"/busan/register/{certificate.number}/credential.png",
                    "/busan/did.json", "/busan/credentials/revocation.jwt", "/busan/credentials/other.jwt"):
        assert client.get(address).status_code == 404, address


def test_a_status_list_is_signed_anew_before_it_lapses_and_hides_who_is_in_it(badge, site, busan, client):
    listed = client.get("/busan/credentials/revocation.jwt").content
    payload = json.loads(base64.urlsafe_b64decode(listed.split(b".")[1] + b"=="))
    assert len(decode_encoded_list(payload["credentialSubject"]["encodedList"])) == 131072 // 8
    with within(busan.agency):
        BadgeStatusList.everything.update(made_at=clock.real_now() - RENEWED_AFTER)
    renewed(busan)
    with within(busan.agency):
        assert BadgeStatusList.everything.filter(made_at__gt=clock.real_now() - RENEWED_AFTER).count() == 2


def test_scripts_of_other_sites_may_read_what_they_check(badge, client):
    for address in (f"/busan/register/{badge.number}/credential.json", "/busan/did.json", "/busan/credentials/suspension.jwt",
                    "/.well-known/did.json"):
        answer = client.get(address)
        assert answer["Access-Control-Allow-Origin"] == "*" and "sessionid" not in answer.cookies, address


def test_the_national_did_leads_to_the_agencies(badge, client):
    did = client.get("/.well-known/did.json").json()
    assert did["id"] == "did:web:testserver" and {"id": "did:web:testserver#busan", "type": "CertifyingAgency",
                                                 "serviceEndpoint": "https://testserver/busan/did.json"} in did["service"]


def test_the_keys_of_badges_are_readable_by_their_owner_alone(site):
    assert badge_key_file("busan").stat().st_mode & 0o777 == 0o600 and settings.SIGNING_DIR in str(badge_key_file("busan"))
