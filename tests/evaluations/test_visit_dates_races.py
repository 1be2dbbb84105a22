"""A date chosen in two tabs, and chosen while the desk takes the offer back: one wins, the other reads a sentence."""
import pytest

from accounts.actors import Actor
from accounts.models import Province
from core import clock
from core.tenancy import within
from evaluations import workflow
from tests.cast import people_of
from tests.evaluations.path import Path
from tests.evaluations.planning import fix, offered, three
from tests.evaluations.test_supplement_races import copies, sentences
from tests.panels.test_races import at_once
from visits.models import DayRequest, Offer, OfferedDate, Visit

pytestmark = pytest.mark.django_db(transaction=True)
TABS = 6


@pytest.fixture
def path(transactional_db):
    return Path(people_of("busan", province=Province.objects.get(code="26"))).reviewed()


def standing(path, user):
    with within(path.place.agency):
        return Actor.of(user)


def choosing(path, number):
    moment, actor = clock.now(), standing(path, path.owner)
    return [lambda one=one, place=place: workflow.choose_visit_date(one, date=three()[place % 3], actor=actor, arrived_at=moment)
            for place, one in enumerate(copies(path.application, number))]


def test_chosen_in_many_tabs_at_once_a_visit_is_one(path):
    offered(path)
    answers = at_once(path.place, *choosing(path, TABS))
    assert len(sentences(answers)) == TABS - 1 and all("A date has been chosen meanwhile" in one for one in sentences(answers))
    with within(path.place.agency):
        assert Visit.everything.count() == OfferedDate.everything.exclude(chosen_at=None).count() == 1


def test_chosen_while_it_is_taken_back_one_of_them_holds(path):
    offered(path)
    officer = standing(path, path.place.officer)
    answers = at_once(path.place, *choosing(path, 2), *[lambda one=one: workflow.take_back_visit_dates(one, reason="사정", actor=officer)
                                                        for one in copies(path.application, 2)])
    assert len(sentences(answers)) == 3
    with within(path.place.agency):
        assert (Offer.everything.get().stage == "chosen") == (Visit.everything.count() == 1)


def test_offered_twice_at_once_the_dates_are_offered_once_and_asked_twice_it_is_one_request(path):
    officer, owner = standing(path, path.place.officer), standing(path, path.owner)
    answers = at_once(path.place, *[lambda one=one: workflow.offer_visit_dates(one, dates=three(), actor=officer)
                                    for one in copies(path.application, 3)])
    assert len(sentences(answers)) == 2
    fix(path)
    answers = at_once(path.place, *[lambda one=one: workflow.ask_for_another_visit_day(one, reason="출장", actor=owner)
                                    for one in copies(path.application, 3)])
    assert len(sentences(answers)) == 2
    with within(path.place.agency):
        assert DayRequest.everything.count() == 1
