"""The assessor pool at the desk."""
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.tenancy import within
from panels.models import PoolMember
from tests import factories as f
from tests.desk.test_provider import OTHERS, READERS

POOL = "/busan/admin/pool/"


@pytest.mark.parametrize("who", READERS)
def test_those_who_read_cases_see_the_pool(who, busan, sit_down, words_of):
    with within(busan.agency):
        f.PoolMemberFactory(user=busan.assessor)
    page = sit_down(getattr(busan, who)).get(f"{POOL}?lang=en")
    assert "CNRY-busan-assessor" in words_of(page)
    assert ("/pool/join/" in page.content.decode()) == (who in ("officer", "manager"))


@pytest.mark.parametrize("who", OTHERS)
def test_others_neither_see_nor_change_it(who, busan, sit_down):
    client = sit_down(getattr(busan, who))
    assert client.get(POOL).status_code == client.post(f"{POOL}join/", {"user": busan.assessor.pk}).status_code == 403


@pytest.mark.parametrize("who", ["director", "auditor"])
def test_readers_change_nothing(who, busan, sit_down):
    with within(busan.agency):
        member = f.PoolMemberFactory(user=busan.assessor)
    client = sit_down(getattr(busan, who))
    assert client.post(f"{POOL}join/", {}).status_code == client.post(f"{POOL}{member.public_id}/leave/").status_code == 403


def test_an_assessor_joins_and_leaves(busan, daegu, sit_down, words_of):
    client = sit_down(busan.officer)
    typed = {"user": busan.assessor.pk, "employer_name": "가온대학교", "employer_number": "12"}
    page = client.post(f"{POOL}join/?lang=en", typed)
    assert "has ten digits" in words_of(page)
    assert 'value="가온대학교"' in page.content.decode()
    assert "is in the pool" in words_of(client.post(f"{POOL}join/?lang=en", typed | {"employer_number": "000-82-00006"}, follow=True))
    with within(busan.agency):
        member = PoolMember.everything.get()
    assert member.employer_number == "0008200006"
    assert sit_down(daegu.officer).post(f"/daegu/admin/pool/{member.public_id}/leave/").status_code == 404
    client = sit_down(busan.officer)
    assert "has left the pool" in words_of(client.post(f"{POOL}{member.public_id}/leave/?lang=en", follow=True))


def test_only_assessors_of_the_agency_who_are_not_in_it_can_be_chosen(busan, daegu, sit_down, words_of):
    client = sit_down(busan.officer)
    for user in (busan.officer, daegu.assessor):
        assert "valid choice" in words_of(client.post(f"{POOL}join/?lang=en", {"user": user.pk}))


def test_it_asks_as_often_for_three_rows_as_for_one(busan, sit_down):
    client = sit_down(busan.officer)

    def queries():
        with CaptureQueriesContext(connection) as asked:
            client.get(POOL)
        return len(asked)

    with within(busan.agency):
        f.PoolMemberFactory()
    queries()
    one = queries()
    with within(busan.agency):
        f.PoolMemberFactory.create_batch(2)
    assert queries() == one
