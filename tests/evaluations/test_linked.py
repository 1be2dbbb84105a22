"""Other applications of a round that may belong together with one: each with why, for the desk's eyes."""
import pytest

from core.tenancy import within
from evaluations.queries import linked_applications
from providers.models import Provider
from tests import factories as f
from tests.evaluations.path import Path
from tests.evaluations.portal_pages import queries_of, signed_in, to, words_of


@pytest.fixture
def path(busan):
    path = Path(busan).submitted()
    with within(busan.agency):
        Provider.everything.filter(pk=busan.provider.pk).update(phone="0511112222", email="haneul@one.example", head_name="김한결")
        busan.provider.refresh_from_db()
    return path


def other(path, **facts):
    """A received application of another provider in the same round, unlike in everything but these facts."""
    unlike = {"name": "가나다라 마바사", "head_name": "박서준", "phone": "0519998888", "email": "office@other.example",
              "address_base": "부산광역시 해운대구 바다로 77"}
    with within(path.place.agency):
        offering = f.OfferingFactory(site__provider=f.ProviderFactory(**unlike | facts))
        return f.ApplicationFactory(round=path.round, offering=offering)


def why(path, who="officer"):
    with within(path.place.agency):
        found = linked_applications(path.as_(getattr(path.place, who)), path.fresh())
        return {row.pk: [str(one) for one in reasons] for row, reasons in found}


@pytest.mark.parametrize(("facts", "reason"), [
    ({"head_name": "김한결"}, "head"), ({"phone": "0511112222"}, "phone"), ({"email": "Haneul@two.example"}, "email"),
    ({"name": "CNRY-busan-provider2"}, "name"), ({"address_base": "CNRY-busan-provider-address"}, "address")])
def test_each_likeness_is_named(path, facts, reason):
    row = other(path, **facts)
    assert why(path) == {row.pk: [reason]}


def test_everybodys_mailbox_a_representative_of_another_district_and_another_round_link_nothing(path):
    with within(path.place.agency):
        Provider.everything.filter(pk=path.provider.pk).update(email="office@one.example")
    other(path)
    row = other(path, phone="0511112222")
    assert why(path) == {row.pk: ["phone"]}
    with within(path.place.agency):
        row.__class__.everything.filter(pk=row.pk).update(round=f.RoundFactory())
    assert why(path) == {}


def test_the_providers_own_other_application_comes_first_and_what_was_withdrawn_not_at_all(path):
    like = other(path, phone="0511112222")
    with within(path.place.agency):
        offering = f.OfferingFactory(site=f.SiteFactory(provider=path.provider))
        own = f.ApplicationFactory(round=path.round, offering=offering)
        assert [row.pk for row, _why in linked_applications(path.officer, path.fresh())] == [own.pk, like.pk]
        own.__class__.everything.filter(pk=own.pk).update(stage="withdrawn")
    assert list(why(path)) == [like.pk]


def test_the_desk_reads_it_and_the_provider_never_does(path):
    other(path, phone="0511112222", name="CNRY-linked")
    page = f"/busan/admin/cases/{path.application.public_id}/?lang=en"
    words = words_of(signed_in(path.place.officer).get(page))
    assert "Linked applications" in words and "CNRY-linked" in words and "same telephone" in words
    assert why(path, "owner") == {} == why(path, "assessor")
    assert "CNRY-linked" not in words_of(signed_in(path.place.owner).get(to("applications", path.application.public_id)))


def test_as_many_queries_for_three_as_for_one(path):
    client, page = signed_in(path.place.officer), f"/busan/admin/cases/{path.application.public_id}/?lang=en"
    other(path, phone="0511112222")
    client.get(page)                                        # the first page of a browser asks for more
    one = queries_of(client, page)
    for head in ("김한결", "이하나"):
        other(path, phone="0511112222", head_name=head)
    assert queries_of(client, page) == one
