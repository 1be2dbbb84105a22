"""Writes and signs badges by openbadgeslib, without any network: contexts come with the package. For the worker alone."""
import io
import json
from datetime import timedelta

import pypdfium2
from django.template.loader import render_to_string
from openbadgeslib.baking import bake_png
from openbadgeslib.keys import public_jwk_from_pem
from openbadgeslib.ob3 import (
    Achievement,
    Evidence,
    IdentityObject,
    Issuer,
    OB3LdpSigner,
    OpenBadgeCredential,
    build_status_list_credential,
    sign_status_list_credential,
    status_entry,
)

from certification.documents.drawing import mark_svg
from certification.models.badge import BadgeStatusList
from core import clock
from core.addresses import absolute_url, did_of
from core.badge_keys import load_badge_key
from core.codes import formatted
from core.pdf import render_pdf

KEYWORD = b"openbadgecredential"            # of the PNG's chunk (Open Badges 3.0, 5.3)
SIDE = 600                                  # pixels of the picture
POINTS = 450                                # of the page it is drawn on: 600 CSS pixels
LASTS = timedelta(days=3)                   # so long a status list may be believed
REFRESH = 5 * 60 * 1000                     # milliseconds after which a reader should ask again
DAY = timedelta(days=1)
KOREAN = "{agency}이(가) {scheme} 기준에 따라 {service}의 품질을 평가하여 인증하였습니다."
CRITERIA = "서면심사, 현장심사, 최종심사를 거쳐 해당 서비스에 적용되는 모든 지표를 충족하였습니다. 기준 전문: {framework}"


def issuer_of(agency):
    """did:web:poom.example:busan, under the national host, which outlives an agency's domain."""
    return did_of(absolute_url(agency, "home"))


def public_key_of(agency):
    """As a JWK."""
    _private, public = load_badge_key(agency.slug)
    return public_jwk_from_pem(public)


def signed_badge(entry, agency, *, index, key_name):
    """The credential of a row of the register as it stands, as JSON. Raises Unavailable."""
    private, _public = load_badge_key(agency.slug)
    signer = OB3LdpSigner(private, verification_method=f"{issuer_of(agency)}#{key_name}")
    return json.dumps(signer.sign(credential_of(entry, agency, index), created=clock.real_now()), ensure_ascii=False, indent=1)


def credential_of(entry, agency, index):
    page = absolute_url(agency, "register_entry", entry.number)
    framework = absolute_url(agency, "framework")
    service = entry.service_type.name_ko
    return OpenBadgeCredential(
        id=absolute_url(agency, "register_badge", entry.number),
        name=f"{entry.scheme_ko} {entry.number_shown}",
        issuer=Issuer(id=issuer_of(agency), name=agency.name_ko, url=absolute_url(agency, "home"), email=agency.email or None),
        recipient_id=f"urn:uuid:{entry.provider}",
        identifiers=[IdentityObject(identity_hash=entry.provider_name, identity_type="name", hashed=False)],
        achievement=Achievement(
            id=f"{framework}#{entry.service_type.code}", name=f"{entry.scheme_ko}: {service}", achievement_type="Certification",
            description=KOREAN.format(agency=agency.name_ko, scheme=entry.scheme_ko, service=service),
            criteria_narrative=CRITERIA.format(framework=framework)),
        issuance_date=clock.day_start(entry.valid_from), expiration_date=clock.day_start(entry.valid_to + DAY) - timedelta(seconds=1),
        evidence=[Evidence(id=page, name=f"{entry.provider_name}, {entry.address}", description=f"확인 부호 {formatted(entry.code)}")],
        credential_status=[status_entry(absolute_url(agency, "badge_status", purpose), purpose, index)
                           for purpose in BadgeStatusList.Purpose.values])


def signed_list(agency, purpose, places):
    """The status list as a JWT. Raises Unavailable."""
    private, _public = load_badge_key(agency.slug)
    now = clock.real_now()
    listed = build_status_list_credential(issuer_of(agency), absolute_url(agency, "badge_status", purpose), purpose, places, issued=now,
                                          valid_until=now + LASTS, ttl=REFRESH)
    return sign_status_list_credential(listed, private, "EdDSA")


def baked(entry, agency, document):
    """The picture of the mark and the number, with the credential inside."""
    page = render_pdf(render_to_string("documents/badge.html", {"entry": entry, "agency": agency, "mark": mark_svg("#fff")}))
    with pypdfium2.PdfDocument(page) as pdf:
        picture, out = pdf[0].render(scale=SIDE / POINTS).to_pil(), io.BytesIO()
    picture.convert("RGB").save(out, "PNG", optimize=True)
    return bake_png(out.getvalue(), document, keyword=KEYWORD)
