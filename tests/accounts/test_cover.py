"""Cover for absence: named within its bounds, read from its days, accounts and roles, and written with both names."""
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import translation

from accounts import workflow
from accounts.actors import Actor, standing_in
from accounts.models import Cover, Membership, User
from core import clock
from core.errors import Refused
from core.models import AuditEvent
from core.tenancy import within
from tests import factories as f

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(busan):
    with within(busan.agency), translation.override("en"):
        yield busan


def name(here, covered="manager", delegate="officer", *, by=None, roles=("manager",), days=(0, 4)):
    today = clock.today()
    return workflow.name_cover(getattr(here, covered), getattr(here, delegate), roles=list(roles), from_on=today + timedelta(days=days[0]),
                               to_on=today + timedelta(days=days[1]), actor=Actor.of(getattr(here, by or covered)))


def acting(cover):
    return standing_in(User.objects.select_related("person").get(pk=cover.delegate_id), cover.public_id)


def test_the_delegate_has_the_named_roles_and_no_others_and_the_record_names_both(here):
    f.MembershipFactory(user=here.manager, role="director")
    actor = acting(name(here))
    assert (actor.user, actor.acting_for, actor.roles) == (here.officer, here.manager, {"manager"})
    workflow.note_acting(Cover.everything.get(), actor=actor)
    event = AuditEvent.everything.select_related("label").get(verb="cover.taken_up")
    assert (event.actor_id, event.facts["for"]) == (here.officer.pk, here.manager.pk)
    assert event.label.actor_label == "CNRY-busan-officer for CNRY-busan-manager"


def test_only_between_its_days(here):
    cover = name(here, days=(1, 3))
    for days, holds in ((0, False), (1, True), (3, True), (4, False)):
        with clock.travel(clock.now() + timedelta(days=days)):
            assert (acting(cover) is not None) == holds, days


@pytest.mark.parametrize("ending", [
    lambda here, cover: workflow.end_cover(cover, actor=Actor.of(here.manager)),
    lambda here, cover: User.objects.filter(pk=here.manager.pk).update(is_active=False),
    lambda here, cover: User.objects.filter(pk=here.officer.pk).update(is_active=False),
    lambda here, cover: Membership.everything.filter(user=here.manager).update(ended_at=clock.now()),
    lambda here, cover: Membership.everything.filter(user=here.officer).update(ended_at=clock.now()),
], ids=["withdrawn", "who is away closed", "delegate closed", "the role ended", "the delegate's role ended"])
def test_it_ends_at_once(here, ending):
    cover = name(here)
    assert acting(cover)
    ending(here, cover)
    assert acting(cover) is None


def test_a_cover_is_of_its_delegate_alone(here):
    cover = name(here)
    assert standing_in(here.director, cover.public_id) is None


# ---- who names whom

def test_each_names_for_the_own_roles_and_a_manager_for_somebody_absent(here):
    assert name(here, "officer", "manager", roles=["officer"])
    assert name(here, "director", "manager", by="admin", roles=["director"])
    again = f.MembershipFactory(role="officer").user
    here.again = again
    here.second = f.MembershipFactory(role="officer").user
    assert name(here, "again", "second", by="manager", roles=["officer"])


@pytest.mark.parametrize(("by", "covered", "roles"), [
    ("manager", "director", ["director"]), ("officer", "manager", ["manager"]), ("auditor", "officer", ["officer"]),
    ("assessor", "officer", ["officer"]), ("owner", "officer", ["officer"])])
def test_nobody_else_names(here, by, covered, roles):
    with pytest.raises(PermissionDenied):
        name(here, covered, "officer" if covered != "officer" else "manager", by=by, roles=roles)


def test_who_names_for_somebody_else_does_not_name_themselves(here):
    with pytest.raises(Refused, match="does not name themselves"):
        name(here, "officer", "manager", by="manager", roles=["officer"])


def test_a_delegate_names_no_delegate(here):
    actor = acting(name(here))
    with pytest.raises(PermissionDenied):
        workflow.name_cover(here.manager, here.director, roles=["manager"], from_on=clock.today(), to_on=clock.today(), actor=actor)
    with pytest.raises(PermissionDenied):
        workflow.end_cover(Cover.everything.get(), actor=actor)


def test_nobody_covers_for_themselves_nor_under_another_account(here):
    here.same = f.MembershipFactory(role="officer", user=f.UserFactory(person=here.manager.person)).user
    for delegate in ("manager", "same"):
        with pytest.raises(Refused, match="covers for themselves"):
            name(here, "manager", delegate)


@pytest.mark.parametrize("delegate", ["assessor", "committee", "auditor", "trainer", "owner"])
def test_a_delegate_is_of_the_staff_that_works_on_cases(here, delegate):
    with pytest.raises(Refused, match="A delegate is an officer, a manager or a director"):
        name(here, "manager", delegate)


@pytest.mark.parametrize("roles", [["director"], ["assessor"], ["committee"], ["officer", "manager"]])
def test_only_roles_that_who_is_away_has(here, roles):
    with pytest.raises(Refused, match="does not have that role"):
        name(here, roles=roles)


def test_neither_a_judgement_nor_a_vote_is_covered_even_if_a_row_says_so(here):
    f.MembershipFactory(user=here.manager, role="committee")
    f.MembershipFactory(user=here.manager, role="assessor")
    cover = name(here)
    Cover.everything.update(roles=["manager", "committee", "assessor"])
    assert acting(cover).roles == {"manager"}


@pytest.mark.parametrize(("days", "sentence"), [((-1, 3), "already passed"), ((3, 2), "comes after the first"), ((0, 60), "60 days")])
def test_no_open_end(here, days, sentence):
    with pytest.raises(Refused, match=sentence):
        name(here, days=days)


def test_sixty_days_are_the_longest(here):
    assert name(here, days=(0, 59))


def test_no_chain_and_one_delegate_for_a_role_at_a_time(here):
    name(here, days=(2, 5))
    with pytest.raises(Refused, match="Somebody covers this role"):
        name(here, "manager", "director", days=(5, 9))
    with pytest.raises(Refused, match="is away in these days"):
        name(here, "director", "manager", roles=["director"], days=(0, 2))
    with pytest.raises(Refused, match="covers for somebody else"):
        name(here, "officer", "director", roles=["officer"], days=(4, 4))
    assert name(here, "director", "manager", roles=["director"], days=(6, 8))


def test_it_needs_a_role_and_is_ended_once(here):
    with pytest.raises(Refused, match="at least one role"):
        name(here, roles=[])
    cover = name(here)
    workflow.end_cover(cover, actor=Actor.of(here.officer))             # the delegate may
    with pytest.raises(Refused, match="ended already"):
        workflow.end_cover(cover, actor=Actor.of(here.manager))


def test_others_neither_see_nor_end_it(here):
    cover = name(here)
    for who, sees in (("officer", 1), ("manager", 1), ("admin", 1), ("auditor", 1), ("assessor", 0), ("owner", 0), ("trainer", 0)):
        actor = Actor.of(getattr(here, who))
        assert Cover.objects.visible_to(actor).count() == sees, who
    for who in ("auditor", "assessor", "owner"):
        with pytest.raises(PermissionDenied):
            workflow.end_cover(cover, actor=Actor.of(getattr(here, who)))
