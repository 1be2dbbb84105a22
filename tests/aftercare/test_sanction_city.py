"""The city agrees to a sanction between release and approval, where the agency says so: what it reads, what it may do, when."""
import pytest
from django.core.exceptions import PermissionDenied
from django.utils import translation

from accounts.actors import Actor
from accounts.models import Agency
from aftercare import workflow
from aftercare.workflow.sanction_decision import digest_of
from core import clock
from core.errors import Refused
from core.tenancy import current_agency
from tests.aftercare.sanctioning import DECIDING, again, decision_of, proposed, released
from tests.aftercare.test_sanction_pages import address

GROUNDS = "시정 요구에 응하지 않은 사실이 인정됩니다."


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def asks_city(held):
    """`held` of an agency that has said so."""
    agency = Agency.objects.get(pk=held.place.agency.pk)
    agency.city_assents_sanctions = current_agency().city_assents_sanctions = True
    agency.save(update_fields=["city_assents_sanctions"])
    return held


def sent(sanction):
    return {"seen": digest_of(again(sanction)), "has_read": "on"}


def test_the_city_agrees_to_what_was_released_and_then_the_director_approves(asks_city):
    sanction, city = released(asks_city), Actor.of(asks_city.place.observer)
    with clock.travel(DECIDING):
        with pytest.raises(Refused, match="city has to agree first"):
            workflow.approve_decision(sanction, digest_of(sanction), actor=asks_city.director)
        with pytest.raises(PermissionDenied):
            workflow.assent_decision(sanction, digest_of(sanction), actor=asks_city.officer)
        with pytest.raises(Refused, match="read it again"):
            workflow.assent_decision(sanction, "0" * 64, actor=city)
        workflow.assent_decision(sanction, digest_of(sanction), actor=city)
        assert workflow.approve_decision(sanction, digest_of(sanction), actor=asks_city.director).stage == "decided"


def test_where_the_agency_does_not_ask_it_waits_for_nobody_of_the_city(held):
    sanction, city = released(held), Actor.of(held.place.observer)
    with clock.travel(DECIDING):
        with pytest.raises(Refused, match="does not wait for the city"):
            workflow.assent_decision(sanction, digest_of(sanction), actor=city)
        with pytest.raises(PermissionDenied):
            workflow.send_back_decision(sanction, "이유", actor=city)
        assert workflow.approve_decision(sanction, digest_of(sanction), actor=held.director).stage == "decided"


def test_sent_back_by_the_city_it_is_drafted_anew_and_asks_the_city_again(asks_city):
    sanction, city = released(asks_city), Actor.of(asks_city.place.observer)
    with clock.travel(DECIDING):
        workflow.assent_decision(sanction, digest_of(sanction), actor=city)
        with pytest.raises(PermissionDenied):                            # it has agreed: it is the director's turn
            workflow.send_back_decision(again(sanction), "이유", actor=city)
        workflow.send_back_decision(again(sanction), "기간을 다시 보아 주십시오.", actor=asks_city.director)
        workflow.draft_decision(again(sanction), **decision_of(sanction), actor=asks_city.officer)
        workflow.release_decision(again(sanction), digest_of(again(sanction)), actor=asks_city.manager)
        workflow.send_back_decision(again(sanction), "기간을 다시 보아 주십시오.", actor=city)
        assert again(sanction).final_kind == ""


def test_the_city_reads_the_letter_while_it_waits_for_it_and_nothing_before(asks_city, sit_down, words_of):
    sanction, city = proposed(asks_city), sit_down(asks_city.place.observer)
    with clock.travel(DECIDING):
        workflow.draft_decision(again(sanction), **decision_of(sanction), actor=asks_city.officer)
        assert GROUNDS not in words_of(city.get(address(sanction)))
        workflow.release_decision(again(sanction), digest_of(again(sanction)), actor=asks_city.manager)
        page = city.get(address(sanction))
        assert GROUNDS in words_of(page) and "Agree for the city" in words_of(page) and "Wait for the city" in words_of(page)
        assert sanction.number in words_of(city.get("/busan/admin/?lang=en"))
        director = sit_down(asks_city.place.director)
        assert "Wait for the city" in words_of(director.get(address(sanction)))
        assert f"{sanction.public_id}/approve/" not in director.get(address(sanction)).content.decode()
        city = sit_down(asks_city.place.observer)
        assert "required" in words_of(city.post(address(sanction, "assent"), {"seen": sent(sanction)["seen"]}))
        assert city.post(address(sanction, "assent"), sent(sanction)).status_code == 302
        assert sanction.number not in words_of(city.get("/busan/admin/?lang=en"))
        assert f"{sanction.public_id}/approve/" in sit_down(asks_city.place.director).get(address(sanction)).content.decode()
