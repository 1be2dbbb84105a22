"""Twenty uploads at once: the room of a library is never overdrawn, and finishing at once gives one document."""
import hashlib

import pytest

from accounts.actors import Actor
from accounts.models import Province
from core.tenancy import within
from providers import workflow
from providers.models import Evidence, Upload
from tests import files
from tests.cast import people_of
from tests.panels.test_races import at_once

pytestmark = pytest.mark.django_db(transaction=True)
SIZE, MANY = 1000, 20


@pytest.fixture
def busan(transactional_db):
    return people_of("busan", province=Province.objects.get(code="26"))


def test_of_twenty_at_once_as_many_begin_as_there_is_room_for(busan, settings):
    settings.PROVIDER_QUOTA = 8 * SIZE + SIZE // 2          # one of them is its registration certificate
    begun = at_once(busan, *[lambda n=n: workflow.begin_upload(busan.provider, place="library:x", name=f"{n}.pdf", size=SIZE,
                                                               sha256=f"{n:064x}", actor=Actor.of(busan.owner)) for n in range(MANY)])
    assert sum(isinstance(one, Upload) for one in begun) == 7
    assert all("has room for" in one for one in begun if isinstance(one, str))


def test_finishing_at_once_gives_one_document_and_the_same_receipt(busan):
    content = files.pdf()
    with within(busan.agency):
        actor = Actor.of(busan.owner)
        sha256 = hashlib.sha256(content).hexdigest()
        upload = workflow.begin_upload(busan.provider, place="library:x", name="a.pdf", size=len(content), sha256=sha256, actor=actor)
        workflow.take_part(upload, offset=0, content=content, sha256=sha256, actor=actor)
    done = at_once(busan, *[lambda: workflow.finish_upload(upload, actor=Actor.of(busan.owner)) for _ in range(4)])
    assert len({one.evidence_id for one in done}) == 1
    with within(busan.agency):
        once_more = workflow.finish_upload(upload, actor=actor)             # the parts are gone by now
        assert (once_more.evidence_id, once_more.refusal, once_more.was_there) == (done[0].evidence_id, "", False)
        assert Evidence.everything.count() == 1
