"""Bulletins and papers of the demonstration: differing states of reading, a day to confirm by, words found in a PDF."""
import pytest

from accounts.actors import Actor
from accounts.models import Agency
from agencies.queries.bulletin import kept_bulletins
from agencies.queries.paper import papers_found
from core.tenancy import within
from desk.demonstration.agencies import OFFICES
from desk.demonstration.build import Demonstration
from desk.demonstration.network_bulletins import build_bulletins
from desk.demonstration.people import COLLEAGUES

pytestmark = pytest.mark.django_db


def test_bulletins_are_read_by_some_and_papers_are_found_by_what_stands_in_them():
    demonstration = Demonstration("!")
    operator = demonstration.operator()
    for office in OFFICES:
        demonstration.open(office, operator)
    for colleague in COLLEAGUES:
        demonstration.employ(colleague)
    build_bulletins()
    with within(Agency.objects.get(slug="central")):
        kept = list(kept_bulletins(Actor.system("a test")))
        found = [one.title_ko for one in papers_found(Actor.system("a test"), words="응급 이송")]
        papers = papers_found(Actor.system("a test")).count()
    assert len(kept) == 3 and all(0 < one.left < one.persons for one in kept) and len({one.left / one.persons for one in kept}) > 1
    assert [one.confirm_by is not None for one in kept].count(True) == 1 and [one.edition for one in kept].count(2) == 1
    assert found == ["긴급돌봄 야간 대응 안내서"] and papers == 6
