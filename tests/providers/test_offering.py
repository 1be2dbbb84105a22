"""What a service costs and when a site is open."""
import pytest
from django.db import IntegrityError, transaction

from accounts.actors import Actor
from core.tenancy import within
from providers import workflow
from providers.models import Offering, Site
from tests.providers.test_portal import address, site_typed, words_of


@pytest.fixture
def owner(busan, client):
    client.force_login(busan.owner)
    return client


@pytest.fixture
def offering(busan):
    with within(busan.agency):
        return busan.provider.sites.get().offerings.get()


def test_prices_are_typed_as_people_write_them_and_shown_as_a_range(busan, owner, offering):
    post = {"price_low": "180,000", "price_high": "240,000원", "price_per": "month", "is_active": "on"}
    page = owner.post(address("offerings", offering.public_id), post, follow=True)
    assert "180,000~240,000 won a month" in words_of(page)
    assert 'value="180,000"' in owner.get(address("offerings", offering.public_id)).content.decode()
    owner.post(address("offerings", offering.public_id), post | {"price_high": "１８００００", "price_per": "session"})
    assert "180,000 won a session" in words_of(owner.get(address(busan.provider.public_id)))
    owner.post(address("offerings", offering.public_id), {"is_active": "on"})
    assert "won" not in words_of(owner.get(address(busan.provider.public_id)))


@pytest.mark.parametrize(("post", "field", "sentence"), [
    ({"price_low": "240000", "price_high": "180000", "price_per": "month"}, "price_low", "higher than the highest"),
    ({"price_high": "180000", "price_per": "month"}, "price_low", "lowest price too"),
    ({"price_low": "180000", "price_per": "month"}, "price_high", "highest price too"),
    ({"price_low": "1", "price_high": "2"}, "price_per", "what the price is for"),
    ({"registered_on": "2999-01-01"}, "registered_on", "has not come yet"),
    ({"price_low": "many", "price_high": "2", "price_per": "month"}, "price_low", "whole number"),
    ({"price_low": "-1", "price_high": "2", "price_per": "month"}, "price_low", "greater than or equal to 0"),
    ({"price_low": "1", "price_high": "99999999999", "price_per": "month"}, "price_high", "less than or equal to"),
])
def test_what_does_not_fit_is_a_sentence_beside_its_field(owner, offering, post, field, sentence):
    page = owner.post(address("offerings", offering.public_id), post | {"registration_number": "KEPT-1", "is_active": "on"})
    assert sentence in words_of(page)
    assert f'id="id_{field}_error"' in page.content.decode()
    assert "KEPT-1" in page.content.decode()


def test_the_database_keeps_low_before_high(busan, offering):
    with within(busan.agency):
        for wrong in ({"price_low": 2, "price_high": 1, "price_per": "month"}, {"price_low": None, "price_high": 1, "price_per": "month"},
                      {"price_low": 1, "price_high": 2, "price_per": ""}):
            with pytest.raises(IntegrityError), transaction.atomic():
                Offering.everything.filter(pk=offering.pk).update(**wrong)


def test_a_new_service_may_bring_its_price(busan, at, offering):
    with at(busan.owner, busan) as actor:
        workflow.change_offering(offering, actor=actor, is_active=False)
        new = workflow.add_offering(offering.site, actor=Actor.of(busan.owner), service_type=offering.service_type, price_low=1,
                                    price_high=2, price_per="session")
        assert str(new.price) == "1~2 won a session"


def test_opening_hours_are_kept_line_by_line(busan, owner):
    post = site_typed(opening_hours="평일 09:00~18:00\n토요일 휴무")
    page = owner.post(address(busan.provider.public_id, "sites", "add"), post, follow=True)
    assert "평일 09:00~18:00" in words_of(page)
    with within(busan.agency):
        assert Site.everything.get(name="둘째 지점").opening_hours.splitlines() == ["평일 09:00~18:00", "토요일 휴무"]
