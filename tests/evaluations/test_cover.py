"""A delegate's ties and those of whom they cover count; separation of duties holds under whichever capacity."""
import pytest
from django.core.exceptions import PermissionDenied

from accounts.actors import standing_in
from accounts.models import Cover
from core.errors import Refused
from core.models import AuditEvent
from evaluations import workflow
from evaluations.permissions import works_on
from evaluations.workflow.announcement import digest_of
from panels.models import ApprovalStep
from providers.permissions import can_decide
from tests import factories as f
from tests.accounts.test_cover import name
from tests.evaluations.challenging import announced, challenge
from tests.evaluations.path import Path
from tests.evaluations.reviewing import assign, standing, team_at

pytestmark = pytest.mark.django_db


@pytest.fixture
def path(busan):
    path = Path(busan).screened()
    with standing(path):
        yield path


def acting(place, covered="manager", delegate="officer"):
    cover = name(place, covered, delegate, roles=[covered])
    return standing_in(getattr(place, delegate), cover.public_id)


def test_a_delegate_works_on_cases_and_the_record_says_for_whom(path):
    actor = acting(path.place)
    assert works_on(actor, path.fresh())
    user = path.one_more("assessor")
    f.PoolMemberFactory(user=user)
    workflow.assign_assessor(path.fresh(), user, actor=actor)
    event = AuditEvent.everything.filter(verb="application.assigned").get()
    assert (event.actor_id, event.facts["for"]) == (path.place.officer.pk, path.place.manager.pk)


@pytest.mark.parametrize("whose", ["officer", "manager"])
@pytest.mark.parametrize("tie", [
    lambda path, user: f.ProviderMemberFactory(provider=path.provider, user=user, role="viewer"),
    lambda path, user: f.InvolvementFactory(person=user.person, subject=path.provider.public_id, kind="related", matter=None),
    lambda path, user: f.RecusalFactory(matter=path.application.matter, user=f.UserFactory(person=user.person)),
    lambda path, user: assessing(path, user),
], ids=["acts for it", "related", "stands back", "assesses the case"])
def test_ties_of_both_keep_a_delegate_away(path, tie, whose):
    actor = acting(path.place)
    tie(path, getattr(path.place, whose))
    assert not works_on(actor, path.fresh())


def assessing(path, user):
    """Under another account of the same person, and it has ended since."""
    same = f.MembershipFactory(role="assessor", user=f.UserFactory(person=user.person)).user
    assign(path, same)


def test_about_a_provider_of_whom_they_cover_a_delegate_decides_nothing(path):
    actor = acting(path.place)
    assert can_decide(actor, path.provider)
    f.ProviderMemberFactory(provider=path.provider, user=path.place.manager, role="viewer")
    assert not can_decide(actor, path.provider)


def test_a_delegate_decides_a_challenge_and_neither_of_both_about_themselves(busan):
    path = team_at(busan)
    with standing(path):
        announced(path)
        row = challenge(path, path.assessors[1])
        actor = acting(busan)
        type(busan.manager).objects.filter(pk=busan.manager.pk).update(person=path.assessors[0].person)
        with pytest.raises(PermissionDenied):                           # who is away assesses the case
            workflow.decide_challenge(row, is_granted=True, reason="확인하였습니다.", actor=standing_in(busan.officer, cover_id()))
        type(busan.manager).objects.filter(pk=busan.manager.pk).update(person=f.PersonFactory())
        workflow.decide_challenge(row, is_granted=True, reason="확인하였습니다.", actor=actor)
        row.refresh_from_db()
        assert row.decided_by == busan.officer


def cover_id():
    return Cover.everything.get().public_id


def test_overruling_about_one_of_both_is_refused(path):
    actor = acting(path.place)
    same = f.MembershipFactory(role="assessor", user=f.UserFactory(person=path.place.manager.person)).user
    f.PoolMemberFactory(user=same)
    f.InvolvementFactory(person=same.person, subject=path.place.neighbours.public_id, kind="employed", matter=None)
    with pytest.raises(Refused, match="about themselves"):
        workflow.assign_assessor(path.fresh(), same, overruling="다른 위원이 없습니다.", actor=actor)


# ---- approving

@pytest.fixture
def released(busan):
    """Drafted by the officer, released by the manager."""
    path = Path(busan).released()
    with standing(path):
        yield path


def approve(path, actor):
    return workflow.approve_announcement(path.announcement, digest_of(path.announcement), actor=actor)


def test_who_released_does_not_approve_as_a_delegate_of_the_director(released):
    with pytest.raises(Refused, match="Somebody else has to approve"):
        approve(released, acting(released.place, "director", "manager"))
    with pytest.raises(Refused, match="Somebody else has to approve"):
        approve(released, acting_again(released.place))


def acting_again(place):
    """The officer, who drafted it, in the place of a second director."""
    place.second = f.MembershipFactory(role="director").user
    cover = name(place, "second", "officer", roles=["director"])
    return standing_in(place.officer, cover.public_id)


def test_what_a_delegate_released_who_was_away_does_not_approve_either(busan):
    path = Path(busan).drafted()
    with standing(path):
        busan.second = f.MembershipFactory(role="manager").user
        cover = name(busan, "manager", "second", roles=["manager"])
        workflow.release_announcement(path.announcement, digest_of(path.announcement), actor=standing_in(busan.second, cover.public_id))
        step = ApprovalStep.everything.get(verb="released")
        assert (step.by, step.on_behalf_of) == (busan.second, busan.manager)
        f.MembershipFactory(user=busan.manager, role="director")
        with pytest.raises(Refused, match="Somebody else has to approve"):
            approve(path, path.as_(busan.manager))
        assert approve(path, path.as_(busan.director))


def test_a_delegate_who_had_nothing_to_do_with_it_approves_unless_one_of_both_assessed_a_case_of_it(released):
    place = released.place
    place.fresh_eyes = f.MembershipFactory(role="manager").user
    cover = name(place, "director", "fresh_eyes", roles=["director"])
    actor = standing_in(place.fresh_eyes, cover.public_id)
    person = place.director.person
    type(place.director).objects.filter(pk=place.director.pk).update(person=released.assessors[1].person)
    with pytest.raises(Refused, match="keep away from these cases"):
        approve(released, standing_in(place.fresh_eyes, cover.public_id))
    type(place.director).objects.filter(pk=place.director.pk).update(person=person)
    approve(released, actor)
    assert ApprovalStep.everything.get(verb="approved").on_behalf_of == place.director
