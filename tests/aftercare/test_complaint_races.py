"""Complaints when two do the same at once: sent twice, taken up twice, answered twice, closed from two places; numbers without gaps."""
import pytest

from accounts.actors import Actor
from aftercare import workflow
from aftercare.models import Complaint, ComplaintWord
from certification.models import RegisterEntry
from core import clock
from core.errors import Refused
from core.tenancy import within
from providers.models import Offering
from tests import factories as f
from tests.accounts.test_races import all_at_once

CITIZEN = Actor.public()
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@pytest.fixture
def entry(busan):
    with within(busan.agency):
        certificate = f.CertificateFactory(offering=Offering.everything.get(site__provider=busan.provider), provider=busan.provider)
        return RegisterEntry.everything.get(certificate=certificate)


def told(place, entry, code):
    with within(place.agency):
        return workflow.receive_complaint(code=code, entry=entry, facts={"category": "fees", "words": "x"}, name="", contact="", uploads=[],
                                          language="ko", actor=CITIZEN, arrived_at=clock.now())


def outcomes(place, *deeds):
    def do(deed):
        try:
            with within(place.agency):
                deed()
            return "done"
        except Refused:
            return "refused"
    return sorted(all_at_once(do, list(deeds)))


def test_the_same_form_sent_at_once_is_one_and_numbers_have_no_gap(busan, entry):
    codes = [f"{number:013}" for number in range(4)] * 2
    all_at_once(lambda code: told(busan, entry, code), codes)
    with within(busan.agency):
        assert sorted(Complaint.everything.values_list("number", flat=True)) == [f"{clock.today().year}-C{n:03}" for n in (1, 2, 3, 4)]


def test_taken_up_answered_and_closed_from_two_places_each_happens_once(busan, entry):
    row = told(busan, entry, "0" * 13)
    with within(busan.agency):
        officer, manager = Actor.of(busan.officer), Actor.of(busan.manager)

    def both(deed):
        return outcomes(busan, lambda: deed(officer), lambda: deed(manager))
    hands = {"officer": busan.officer, "manager": busan.manager}
    assert both(lambda actor: workflow.admit_complaint(row, **hands, actor=actor)) == ["done", "refused"]
    assert both(lambda actor: workflow.answer_complaint(row, outcome="founded", answer="a", actor=actor)) == ["done", "refused"]
    assert both(lambda actor: workflow.close_complaint(row, actor=actor)) == ["done", "refused"]
    with within(busan.agency):
        assert ComplaintWord.everything.filter(kind="answer").count() == 1
