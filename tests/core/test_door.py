"""Wall 1, the door: say who is asking. Also alone, with row-level security off."""
import uuid

import pytest
from django.http import Http404

from accounts.actors import Actor
from core.errors import NobodyAsked, NoScope
from core.tenancy import find_or_404, nationwide, within
from tests.conftest import as_owner
from tests.sample.models import Club, Course, Enrolment, Guest, Lesson, Voucher

pytestmark = pytest.mark.django_db
MODELS = (Club, Guest, Voucher)


@pytest.mark.parametrize("ask", ["all", "count", "first", "exists", "filter", "values", "in_bulk", "update_or_create", "bulk_create"])
def test_asking_for_nobody_is_refused(ask, here, busan, at):
    with at(busan.officer, busan), pytest.raises(NobodyAsked):
        getattr(Club.objects, ask)(*([[]] if ask == "bulk_create" else []))


def test_each_sees_their_own(here, busan, at):
    seen = {}
    for who in ("owner", "neighbour", "officer", "assessor"):
        with at(getattr(busan, who), busan) as actor:
            seen[who] = [model.objects.visible_to(actor).count() for model in MODELS]
    assert seen == {"owner": [1, 1, 1], "neighbour": [1, 0, 0], "officer": [2, 1, 1], "assessor": [0, 0, 0]}


def test_a_citizen_sees_nothing_that_is_owned(here, busan, at):
    with at(None, busan) as citizen:
        assert [model.objects.visible_to(citizen).count() for model in MODELS] == [0, 0, 0]


def test_an_account_that_is_closed_is_a_citizen(here, busan, at):
    busan.officer.is_active = False
    busan.officer.save()
    with at(busan.officer, busan) as actor:
        assert actor.user is None and not actor.is_staff and not Club.objects.visible_to(actor).exists()


def test_the_system_sees_this_agency(here, there, busan):
    with within(busan.agency):
        assert {row.pk for row in Club.objects.visible_to(Actor.system("test"))} == {here.club.pk, here.other.pk}


def test_a_row_is_found_only_by_who_may_see_it(here, there, busan, at):
    with at(busan.owner, busan) as owner:
        assert find_or_404(Club, owner, public_id=here.club.public_id) == here.club
        for hidden in (here.other.public_id, there.club.public_id, uuid.uuid4()):
            with pytest.raises(Http404) as answer:
                find_or_404(Club, owner, public_id=hidden)
            assert str(answer.value) == "" and answer.value.__suppress_context__


# ---- the door alone: row-level security off

@pytest.fixture
def no_second_wall(transactional_db):
    """Row-level security binds nobody here: the owner role has BYPASSRLS."""
    def bypassed(look):
        with as_owner():
            return look()
    return bypassed


def seen_at(place, user, model, field):
    with within(place.agency):
        return sorted(getattr(row, field) for row in model.objects.visible_to(Actor.of(user) if user else Actor.system("test")))


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("model", "field"), [(Club, "name"), (Guest, "name"), (Voucher, "code")])
def test_without_the_second_wall_the_door_still_shows_one_agency(model, field, no_second_wall, here, there, busan):
    everything = no_second_wall(lambda: {getattr(row, field) for row in model.everything.all()})
    assert {name.split("-")[1] for name in everything} == {"busan", "daegu"}
    for user in (busan.officer, None):
        shown = no_second_wall(lambda user=user: seen_at(busan, user, model, field))
        assert shown and all("CNRY-busan-" in name for name in shown)


@pytest.mark.django_db(transaction=True)
def test_without_the_second_wall_only_what_is_published_leaves_its_agency(no_second_wall, courses, busan, central):
    assert no_second_wall(lambda: seen_at(busan, busan.officer, Course, "title")) == ["CNRY-central-out"]
    assert no_second_wall(lambda: seen_at(busan, busan.officer, Lesson, "title")) == ["out"]
    assert no_second_wall(lambda: seen_at(busan, None, Lesson, "title")) == ["out"]
    assert no_second_wall(lambda: seen_at(central, central.officer, Lesson, "title")) == ["kept", "out"]


@pytest.mark.django_db(transaction=True)
def test_without_the_second_wall_a_shared_row_is_seen_by_its_two_owners(no_second_wall, enrolment, busan, central, daegu):
    for place, rows in ((central, 1), (busan, 1), (daegu, 0)):
        assert len(no_second_wall(lambda place=place: seen_at(place, place.officer, Enrolment, "person"))) == rows


@pytest.mark.django_db(transaction=True)
def test_without_the_second_wall_the_nation_sees_only_what_is_published(no_second_wall, courses, here):
    def at_the_national_site():
        with nationwide():
            assert [row.title for row in Course.objects.visible_to(Actor.public())] == ["CNRY-central-out"]
            assert [row.title for row in Lesson.objects.visible_to(Actor.public())] == ["out"]
            with pytest.raises(NoScope):
                Club.objects.visible_to(Actor.public())
    no_second_wall(at_the_national_site)
