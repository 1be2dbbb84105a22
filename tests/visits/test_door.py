"""Who sees which visit, judgement, photo and operation; above all, nobody a judgement before all of the team's are in."""
import pytest

from accounts.actors import Actor
from core import clock
from core.tenancy import within
from tests import factories as f
from tests.visits.conftest import agree, all_say, say
from visits.models import AgreedFinding, Finding, Operation, Photo, Visit, VisitItem, VisitMember
from visits.stages import Stage

EVERY_PART = [Visit, VisitMember, VisitItem]
READERS = ["officer", "manager", "director", "auditor"]


def seen(model, user, place):
    with within(place.agency):
        return set(model.objects.visible_to(Actor.of(user) if user else Actor.public()).values_list("pk", flat=True))


def author_of(model, user, place):
    with within(place.agency):
        return set(model.objects.visible_to(Actor.of(user) if user else Actor.public()).values_list("author", flat=True))


@pytest.mark.parametrize("model", EVERY_PART)
@pytest.mark.parametrize("who", READERS)
def test_staff_who_read_cases_see_every_visit(model, who, busan, there):
    assert seen(model, getattr(busan, who), busan)


@pytest.mark.parametrize("model", EVERY_PART)
def test_the_team_sees_its_visit(model, there):
    assert seen(model, there.lead, there) and seen(model, there.second, there)


@pytest.mark.parametrize("model", EVERY_PART)
def test_an_assessor_of_another_team_sees_nothing(model, there):
    assert seen(model, there.third, there) == set()


@pytest.mark.parametrize("model", [*EVERY_PART, Finding, AgreedFinding, Operation, Photo])
@pytest.mark.parametrize("who", ["trainer", "employee", "consultant", "admin", "observer", "committee", "owner"])
def test_other_roles_and_the_place_itself_see_nothing(model, who, busan, there):
    all_say(there)
    agree(there)
    assert seen(model, getattr(busan, who), busan) == set()


@pytest.mark.parametrize("model", [*EVERY_PART, Finding, AgreedFinding, Operation, Photo])
def test_citizens_and_strangers_see_nothing(model, busan, daegu, there):
    all_say(there)
    assert seen(model, None, busan) == set()
    assert seen(model, daegu.officer, daegu) == set()
    assert seen(model, daegu.officer, busan) == set()


def test_who_has_left_the_team_sees_the_visit_no_more(there):
    with within(there.agency):
        there.visit.members.filter(user=there.second).update(ended_at=clock.now())
    assert seen(Visit, there.second, there) == set()


@pytest.fixture
def photographed(there):
    with within(there.agency):
        for who in (there.lead, there.second):
            f.PhotoFactory(item=there.item, author=who)
    return there


@pytest.mark.parametrize("model", [Finding, Photo])
@pytest.mark.parametrize("who", READERS)
def test_nobody_sees_a_judgement_before_all_are_in(model, who, busan, photographed):
    say(photographed, photographed.lead)
    assert author_of(model, getattr(busan, who), busan) == set()
    assert author_of(model, photographed.second, busan) - {photographed.second.pk} == set()
    say(photographed, photographed.second)
    assert author_of(model, getattr(busan, who), busan) == {photographed.lead.pk, photographed.second.pk}
    assert author_of(model, photographed.lead, busan) == {photographed.lead.pk, photographed.second.pk}


def test_words_without_a_judgement_do_not_open_the_others_sheets(there):
    say(there, there.lead)
    say(there, there.second, "", text="아직 보는 중")
    assert author_of(Finding, there.second, there) == {there.second.pk}


def test_one_item_opens_alone(there):
    say(there, there.lead), say(there, there.lead, item=there.items[1]), say(there, there.second)
    with within(there.agency):
        mine = Finding.objects.visible_to(Actor.of(there.second)).values_list("item__position", "author")
        assert set(mine) == {(1, there.lead.pk), (1, there.second.pk)}


def test_a_replacement_closes_the_sheets_again_and_the_replaced_ones_stays_unseen(there, busan):
    say(there, there.lead), say(there, there.second)
    with within(there.agency):
        there.visit.members.filter(user=there.second).update(ended_at=clock.now())
        f.VisitMemberFactory(visit=there.visit, user=there.third)
    assert author_of(Finding, busan.officer, busan) == set()
    assert author_of(Finding, there.lead, there) == {there.lead.pk}
    say(there, there.third)
    assert author_of(Finding, there.third, there) == {there.lead.pk, there.third.pk}
    assert author_of(Finding, there.second, there) == {there.second.pk}


def test_a_visit_without_a_team_shows_no_judgement(there, busan):
    say(there, there.lead), say(there, there.second)
    with within(there.agency):
        there.visit.members.update(ended_at=clock.now())
    assert author_of(Finding, busan.officer, busan) == set()


def test_what_is_agreed_is_seen_with_the_visit(there, busan):
    say(there, there.lead), say(there, there.second), agree(there)
    assert seen(AgreedFinding, busan.officer, busan) == seen(AgreedFinding, there.second, there) != set()
    assert seen(AgreedFinding, there.third, there) == set()


@pytest.mark.parametrize("who", READERS)
def test_operations_are_their_authors_until_the_visit_is_locked(who, there, busan):
    say(there, there.lead), say(there, there.second)
    assert author_of(Operation, getattr(busan, who), busan) == set()
    assert author_of(Operation, there.lead, there) == {there.lead.pk}
    with within(there.agency):
        Visit.everything.update(outcome="ended_early", outcome_reason="정전", locked_at=clock.now())
        Visit.everything.update(stage=Stage.LOCKED)
    assert author_of(Operation, getattr(busan, who), busan) == {there.lead.pk, there.second.pk}
    assert author_of(Operation, there.lead, there) == {there.lead.pk}
