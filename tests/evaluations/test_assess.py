"""An assessor's start: what to declare, to review, to wait for, to visit."""
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.tenancy import within
from evaluations import workflow
from tests import factories as f
from tests.evaluations.path import Path
from tests.evaluations.reviewing import begin, hand_in, judge, standing, team_at

pytestmark = pytest.mark.django_db
HOME = "/busan/assess/?lang=en"


def words_of(response):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def test_who_has_nothing_to_do_reads_so(busan, client):
    client.force_login(busan.assessor)
    assert "Nothing waits for you" in words_of(client.get(HOME))


def test_only_assessors_have_this_page(busan, client):
    for who in ("officer", "committee", "owner", "admin"):
        client.force_login(getattr(busan, who))
        assert client.get(HOME).status_code == 403


def test_a_case_goes_from_to_review_to_handed_in_to_the_result(busan, client):
    path = team_at(busan)
    lead, second = path.assessors
    client.force_login(lead)
    assert re.search(r"To review 1 .*CNRY-busan-provider.*You lead Not begun", words_of(client.get(HOME)))
    begin(path, lead)
    judge(path, lead)
    assert "1 of 3 judged" in words_of(client.get(HOME))
    hand_in(path, lead)
    assert "Waiting for the other assessors" in words_of(client.get(HOME))
    hand_in(path, second)
    assert "To settle by you" in words_of(client.get(HOME))
    client.force_login(second)
    assert "All in" in words_of(client.get(HOME))


def test_reviewed_cases_and_their_visit_stand_below(busan, client):
    path = Path(busan).planned()
    client.force_login(path.assessors[0])
    words = words_of(client.get(HOME))
    assert re.search(r"Visits 1 .*CNRY-busan-provider", words)
    assert re.search(r"Reviewed 1 .*CNRY-busan-provider", words)


def test_a_withdrawn_case_is_gone(busan, client):
    path = team_at(busan)
    with standing(path):
        workflow.withdraw_application(path.fresh(), reason="", actor=path.as_(path.owner))
    client.force_login(path.assessors[0])
    assert "Nothing waits for you" in words_of(client.get(HOME))


def test_the_start_asks_as_often_for_three_cases_as_for_one(busan, client):
    path = team_at(busan)
    client.force_login(busan.assessor)

    def queries():
        with CaptureQueriesContext(connection) as asked:
            client.get(HOME)
        return len(asked)

    queries()
    few = queries()
    for number in range(2):
        further_case(path, number)
    assert "To review 3" in words_of(client.get(HOME))
    assert queries() == few


def further_case(path, number):
    """Another provider's case of the same round, assigned to the same assessor, who has declared."""
    owner = f.UserFactory(email=f"owner{number}@further.example")
    with within(path.place.agency):
        provider = f.ProviderFactory(name=f"CNRY-busan-further-{number}")
        f.ProviderMemberFactory(provider=provider, user=owner, role="owner")
        f.OfferingFactory(site=f.SiteFactory(provider=provider))
    other = Path(path.place, provider=provider, owner=owner, round=path.round).screened()
    with standing(other):
        workflow.assign_assessor(other.fresh(), path.place.assessor, actor=path.officer)
        other.declare(path.place.assessor)
