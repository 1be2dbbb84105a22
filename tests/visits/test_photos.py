"""Photos: made anew, once for each operation, taken away by who took them, served to who may see them."""
import io
import uuid

import pytest
from django.core.exceptions import PermissionDenied
from PIL import Image

from accounts.actors import Actor
from core.errors import Refused
from core.files import open_stored
from core.tenancy import within
from tests import files
from tests.visits.conftest import say, team_visit
from visits import queries, workflow
from visits.models import Operation, Photo


def take(there, who, *, number=None, content=None, name="비상구.jpg", item=None):
    with within(there.agency):
        return workflow.add_photo(item or there.item, files.upload(content or files.jpg(place=True), name), caption="비상구",
                                  operation_id=number or uuid.uuid4(), actor=Actor.of(who))


def test_a_photo_is_kept_on_the_visits_shelf_without_where_it_was_taken(there):
    photo = take(there, there.lead)
    with within(there.agency):
        assert (photo.caption, photo.file.shelf) == ("비상구", there.visit.public_id)
        with open_stored(photo.file) as kept:
            assert not dict(Image.open(io.BytesIO(kept.read())).getexif())
        assert Operation.everything.get().payload == {"photo": str(photo.public_id), "caption": "비상구", "sha256": photo.file.sha256}


def test_the_same_operation_is_the_same_photo(there):
    number = uuid.uuid4()
    assert take(there, there.lead, number=number) == take(there, there.lead, number=number)
    with within(there.agency):
        assert Photo.everything.count() == Operation.everything.count() == 1
    with pytest.raises(Refused):
        take(there, there.second, number=number)


def test_only_pictures_are_taken(there):
    with pytest.raises(Refused) as refusal:
        take(there, there.lead, content=files.pdf(), name="규정.pdf")
    assert refusal.value.field == "photo"


def test_only_the_team_takes_photos_and_only_during_the_visit(there, busan):
    for who in (there.third, busan.officer):
        with pytest.raises(PermissionDenied):
            take(there, who)
    planned = team_visit(busan, stage="planned")
    with pytest.raises(Refused):
        take(planned, planned.lead)


def test_whoever_took_it_takes_it_away_and_nobody_else(there, at, busan):
    photo = take(there, there.lead)
    for who in (there.second, busan.officer):
        with at(who, busan) as actor, pytest.raises(PermissionDenied):
            workflow.remove_photo(photo, actor=actor)
    with at(there.lead, busan) as actor:
        assert list(queries.photos_of(actor, there.item)) == [photo]
        removed = workflow.remove_photo(photo, actor=actor).removed_at
        assert workflow.remove_photo(photo, actor=actor).removed_at == removed
        assert list(queries.photos_of(actor, there.item)) == []


def test_a_former_member_takes_nothing_away(there, at, busan):
    photo = take(there, there.second)
    with at(there.second, busan) as actor:
        there.visit.members.filter(user=there.second).update(ended_at=photo.received_at)
        with pytest.raises(PermissionDenied):
            workflow.remove_photo(photo, actor=actor)


@pytest.fixture
def second(there, client):
    client.force_login(there.second)
    return client


def test_a_photo_opens_in_the_page_for_its_author_and_for_the_team_once_all_have_judged(there, second):
    photo = take(there, there.lead)
    address = f"/busan/visits/photos/{photo.public_id}/"
    assert second.get(address).status_code == 404
    say(there, there.lead), say(there, there.second)
    answer = second.get(address)
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/jpeg")
    assert answer["Content-Disposition"].startswith("inline")
    assert b"".join(answer.streaming_content)


def test_a_photo_that_was_taken_away_opens_no_more(there, client, at, busan):
    photo = take(there, there.lead)
    client.force_login(there.lead)
    address = f"/busan/visits/photos/{photo.public_id}/"
    assert client.post(f"{address}remove/").status_code == 302
    assert client.get(address).status_code == 404
    assert client.get(f"{address}remove/").status_code == 405
