"""Who sees which provider, site, service and document."""
import pytest

from accounts.actors import Actor
from core import clock
from core.tenancy import within
from providers.models import Offering, Provider, ProviderDocument, ProviderMember, Site
from tests import factories as f

EVERY_PART = [Provider, ProviderMember, Site, Offering, ProviderDocument]


def seen(model, user, place):
    with within(place.agency):
        rows = model.objects.visible_to(Actor.of(user) if user else Actor.public())
        whole = {Provider: "pk", Offering: "site__provider"}.get(model, "provider")
        return set(rows.values_list(whole, flat=True))


@pytest.mark.parametrize("model", EVERY_PART)
@pytest.mark.parametrize("who", ["officer", "manager", "director", "auditor"])
def test_staff_who_read_cases_see_every_provider_of_their_agency(model, who, busan, daegu):
    assert seen(model, getattr(busan, who), busan) == {busan.provider.pk, busan.neighbours.pk}


@pytest.mark.parametrize("model", EVERY_PART)
@pytest.mark.parametrize("who", ["owner", "colleague"])
def test_its_people_see_their_own_provider_only(model, who, busan, daegu):
    assert seen(model, getattr(busan, who), busan) == {busan.provider.pk}


@pytest.mark.parametrize("model", EVERY_PART)
@pytest.mark.parametrize("who", ["trainer", "employee", "consultant", "admin", "observer", "assessor", "committee"])
def test_other_roles_see_no_provider(model, who, busan):
    assert seen(model, getattr(busan, who), busan) == set()


@pytest.mark.parametrize("model", EVERY_PART)
def test_citizens_and_strangers_see_nothing(model, busan, daegu):
    assert seen(model, None, busan) == set()
    assert seen(model, daegu.owner, busan) == set()
    assert seen(model, daegu.officer, busan) == set()


def test_who_has_left_sees_nothing_any_more(busan):
    with within(busan.agency):
        ProviderMember.everything.filter(user=busan.colleague).update(left_at=clock.now())
    assert seen(Provider, busan.colleague, busan) == set()


def test_somebody_with_providers_at_two_agencies_sees_one_at_each(busan, daegu):
    with within(daegu.agency):
        f.ProviderMemberFactory(provider=daegu.provider, user=busan.owner, role="viewer")
    assert seen(Provider, busan.owner, busan) == {busan.provider.pk}
    assert seen(Provider, busan.owner, daegu) == {daegu.provider.pk}
