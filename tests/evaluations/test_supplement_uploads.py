"""Files in parts beside the item of a supplement request: while it is open, and for its own people."""
from datetime import timedelta

import pytest

from core import clock
from core.tenancy import within
from evaluations.models import SupplementEvidence
from tests import files
from tests.evaluations.asking import asked, reply_to
from tests.evaluations.path import Path
from tests.evaluations.portal_pages import signed_in, to, words_of
from tests.evaluations.uploading import begin, finish, send, upload

pytestmark = pytest.mark.django_db
PDF = files.pdf()


@pytest.fixture
def path(busan):
    path = Path(busan).screened()
    asked(path)
    return path


@pytest.fixture
def reply(path):
    with within(path.place.agency):
        return reply_to(path, "1.1.2")


def attached(path):
    with within(path.place.agency):
        return list(SupplementEvidence.everything.values_list("evidence__name", flat=True))


def test_a_file_arrives_in_parts_and_stands_beside_the_item(path, reply):
    owner = signed_in(path.place.owner)
    done = upload(owner, f"reply:{reply.public_id}", "점검표.pdf", PDF)
    assert done.status_code == 200
    assert "점검표.pdf" in done.json()["attached"]
    assert attached(path) == ["점검표.pdf"]
    assert "점검표.pdf" in words_of(owner.get(to("supplements", "items", reply.public_id)))


def test_what_arrives_when_the_time_is_over_is_refused_with_a_sentence(path, reply):
    owner = signed_in(path.place.owner)
    state = begin(owner, f"reply:{reply.public_id}", "점검표.pdf", PDF).json()
    send(owner, state["address"], PDF, state)
    with clock.travel(clock.now() + timedelta(days=40)):
        late = finish(owner, state["address"])
    assert late.status_code == 409
    assert attached(path) == []


def test_the_neighbours_reply_is_no_place(path, reply):
    neighbour = signed_in(path.place.neighbour)
    assert begin(neighbour, f"reply:{reply.public_id}", "점검표.pdf", PDF).status_code == 404
