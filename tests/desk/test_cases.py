"""The desk's list of cases."""
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core import clock
from core.tenancy import within
from tests import factories as f
from tests.desk.test_provider import OF_EVERY_PAGE, OTHERS, READERS

LIST = "/busan/admin/cases/"


@pytest.fixture
def cases(busan, daegu):
    """One received today, one under review for long, one at Daegu."""
    with within(daegu.agency):
        f.ApplicationFactory(provider_name="CNRY-daegu-case", number="2026-777")
    with within(busan.agency):
        round = f.RoundFactory(name_en="The first round")
        return [f.ApplicationFactory(round=round, provider_name="라온아동상담센터", number="2026-031"),
                f.ApplicationFactory(provider_name="온누리심리상담센터", number="2026-032", stage="document_review",
                                     stage_since=clock.now() - timedelta(days=60))]


@pytest.mark.parametrize("who", READERS)
def test_those_who_read_cases_see_the_list(who, busan, cases, sit_down, words_of):
    page = words_of(sit_down(getattr(busan, who)).get(f"{LIST}?lang=en"))
    for there in ("라온아동상담센터", "2026-032", "2 cases", "day 1", "day 61", "longer than usual"):
        assert there in page
    assert "daegu" not in page


@pytest.mark.parametrize("who", OTHERS)
def test_others_do_not_open_it(who, busan, sit_down):
    assert sit_down(getattr(busan, who)).get(LIST).status_code == 403


def test_strangers_do_not_open_it(busan, daegu, sit_down):
    assert sit_down(daegu.officer).get(LIST).status_code == 403


@pytest.mark.parametrize(("asked", "count"), [
    ({"q": "2026-031"}, 1), ({"q": "온누리"}, 1), ({"q": "there is none"}, 0), ({"stage": "document_review"}, 1),
    ({"stage": "certified"}, 0),
    ({"stage": "no such stage"}, 2), ({"round": "abc"}, 2), ({"sort": "stage"}, 2), ({"page": "99"}, 2), ({"stage": "draft"}, 2),
])
def test_it_is_narrowed_and_what_makes_no_sense_is_left_out(asked, count, busan, cases, sit_down, words_of):
    page = words_of(sit_down(busan.officer).get(LIST, asked | {"lang": "en"}))
    assert f"{count} case" in page


def test_it_is_narrowed_by_round_and_the_counts_with_it(busan, cases, sit_down):
    page = sit_down(busan.officer).get(LIST, {"round": cases[0].round.public_id, "lang": "en"})
    assert page.context["page"].paginator.count == 1
    counts = {str(stage): count for stage, _words, count in page.context["stages"]}
    assert (counts["submitted"], counts["document_review"]) == (1, 0)


def test_a_draft_is_the_providers_own(busan, sit_down, words_of):
    with within(busan.agency):
        f.ApplicationFactory(provider_name="CNRY-draft", stage="draft", number="", submitted_at=None)
    assert "CNRY-draft" not in words_of(sit_down(busan.officer).get(LIST))


def test_it_is_sorted_both_ways(busan, cases, sit_down):
    client = sit_down(busan.officer)
    for sort, first in (("number", 0), ("-number", 1), ("since", 1), ("-since", 0)):
        rows = client.get(LIST, {"sort": sort}).context["rows"]
        assert rows[0][0] == cases[first], sort


def test_it_asks_as_often_for_three_rows_as_for_one(busan, sit_down):
    client = sit_down(busan.officer)

    def queries():
        with CaptureQueriesContext(connection) as asked:
            client.get(LIST)
        return [query["sql"] for query in asked if not query["sql"].startswith(("SAVEPOINT", "RELEASE", "SELECT set_config"))]

    with within(busan.agency):
        f.ApplicationFactory()
    queries()                                   # the session notes its first page
    one = queries()
    with within(busan.agency):
        f.ApplicationFactory.create_batch(2)
    three = queries()
    assert len(three) == len(one), three
    assert len(three) <= OF_EVERY_PAGE + 8, three
