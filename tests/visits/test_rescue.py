"""A rescue file: what lay sealed on a tablet that could no longer send."""
import base64
import json
import os
import uuid
from io import BytesIO

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.core.exceptions import PermissionDenied

from accounts.actors import Actor
from core import clock
from core.errors import Refused
from core.models import AuditEvent
from core.tenancy import within
from tests.visits.sending import judged, key_of
from tests.visits.test_batch import photo_of, picture, standing
from visits import workflow
from visits.models import Photo, PhotoPart


def sealed(there, who, number, plain):
    key, vector = key_of(there, who), os.urandom(12)
    bound = f"{there.visit.public_id}|{who.pk}|{number}".encode()
    closed = AESGCM(bytes(key.secret)).encrypt(vector, plain, bound)
    return {"id": str(number), "vector": base64.b64encode(vector).decode(), "sealed": base64.b64encode(closed).decode()}


def rescue_file(there, operations, *, who=None, photos=()):
    """As the recorder saves it."""
    who = who or there.lead
    rows = [sealed(there, who, one["id"], json.dumps({"body": one["body"], "sha256": one["sha256"]}).encode()) for one in operations]
    pictures = [sealed(there, who, number, content) for number, content in photos]
    return {"format": 1, "visit": str(there.visit.public_id), "person": str(who.pk), "device": "tablet-1", "operations": rows,
            "photos": pictures}


def bring(there, place, file):
    with within(there.agency):
        return workflow.take_rescue(json.dumps(file).encode(), actor=Actor.of(place.officer), arrived_at=clock.now())


def test_a_rescue_file_is_taken_in_once_with_its_photos_and_stays_its_authors(busan, there):
    content, number = picture(), uuid.uuid4()
    first = judged(there.item, "하나")
    second = judged(there.item, "둘", after=first["id"])
    file = rescue_file(there, [second, first, photo_of(there.item, content, number)], photos=[(number, content)])
    result = bring(there, busan, file)
    assert (result.outcomes, result.already, result.person) == ({"applied": 3}, 0, there.lead)
    assert standing(there) == {there.item.code: ("둘", 2)}
    again = bring(there, busan, file)
    assert (again.outcomes, again.already) == ({"applied": 3}, 3)
    with within(there.agency):
        assert Photo.everything.get().author == there.lead and not PhotoPart.everything.exists()
        event = AuditEvent.everything.filter(verb="visit.rescue_taken").first()
        assert event.actor_id == busan.officer.pk and "하나" not in json.dumps(event.facts)


def test_only_the_desk_brings_one(busan, there):
    file = json.dumps(rescue_file(there, [judged(there.item, "하나")])).encode()
    with within(there.agency):
        for who in (there.second, busan.owner):
            with pytest.raises(PermissionDenied):
                workflow.take_rescue(file, actor=Actor.of(who), arrived_at=clock.now())


def test_what_was_sealed_for_somebody_else_or_changed_does_not_open(busan, there):
    one = judged(there.item, "하나")
    key_of(there, there.second)
    file = rescue_file(there, [one])
    with pytest.raises(Refused, match="changed"):
        bring(there, busan, file | {"person": str(there.second.pk)})
    row = file["operations"][0]
    with pytest.raises(Refused, match="changed"):
        bring(there, busan, file | {"operations": [row | {"id": str(uuid.uuid4())}]})
    with pytest.raises(Refused, match="changed"):
        bring(there, busan, file | {"operations": [row | {"sealed": row["sealed"][::-1]}]})
    assert standing(there) == {}


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"{}", b'{"format": 2}', b"[" * 100_000,
                                     b'{"format":1,"visit":"x","person":"1","device":"d","operations":[],"photos":[]}'])
def test_another_file_is_none_and_says_so(busan, there, content):
    with within(there.agency), pytest.raises(Refused, match="no rescue file"):
        workflow.take_rescue(content, actor=Actor.of(busan.officer), arrived_at=clock.now())


def test_a_person_whose_number_is_none_opens_nothing(busan, there):
    with pytest.raises(Refused, match="no visit of this agency"):
        bring(there, busan, rescue_file(there, [judged(there.item, "하나")]) | {"person": "²"})


def test_the_neighbour_agency_cannot_open_it(busan, there, daegu):
    file = rescue_file(there, [judged(there.item, "하나")])
    with within(daegu.agency), pytest.raises(Refused, match="no visit of this agency"):
        workflow.take_rescue(json.dumps(file).encode(), actor=Actor.of(daegu.officer), arrived_at=clock.now())


def test_the_page_takes_it_in_and_shows_numbers_only(busan, there, client):
    client.force_login(busan.officer)
    upload = BytesIO(json.dumps(rescue_file(there, [judged(there.item, "비밀스러운 관찰")])).encode())
    upload.name = "x.poom-rescue"
    page = client.post("/busan/admin/visits/rescue/?lang=en", {"file": upload}).content.decode()
    assert "The file is taken in" in page and "Applied: 1" in page and "비밀스러운" not in page
    bad = BytesIO(b"not json")
    bad.name = "y.txt"
    assert "no rescue file" in client.post("/busan/admin/visits/rescue/?lang=en", {"file": bad}).content.decode()
