"""What must hold when two decide about people at the same moment, each on a connection of their own."""
import pytest
from django.contrib.auth.hashers import make_password
from django.core.exceptions import PermissionDenied

from accounts.actors import Actor
from accounts.models import Province, User
from core.errors import Refused
from core.tenancy import within
from providers import workflow
from providers.models import JoinRequest, ProviderMember
from tests import factories as f
from tests.cast import people_of
from tests.panels.test_races import at_once

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 3                      # chance decides who is first: once proves nothing


@pytest.fixture
def busan(transactional_db):
    return people_of("busan", province=Province.objects.get(code="26"))


def allowed(deed):
    """Whoever is no owner any more is refused like by a sentence."""
    def tried():
        try:
            return deed()
        except PermissionDenied:
            raise Refused("not an owner any more") from None
    return tried


def owners(place):
    with within(place.agency):
        return list(ProviderMember.everything.filter(provider=place.provider, role="owner", left_at=None))


def two_owners(place):
    """The owner and one more, with the membership of each."""
    with within(place.agency):
        if len(owners(place)) < 2:
            f.ProviderMemberFactory(provider=place.provider, role="owner")
    return owners(place)


def test_of_two_owners_who_end_each_other_at_once_one_stays(busan):
    for _ in range(ROUNDS):
        first, second = two_owners(busan)
        answers = at_once(busan, *[allowed(lambda by=by, whom=whom: workflow.end_membership(whom, actor=Actor.of(by.user)))
                                   for by, whom in ((first, second), (second, first))])
        assert sorted(isinstance(answer, ProviderMember) for answer in answers) == [False, True]
        assert len(owners(busan)) == 1


def test_of_two_owners_who_leave_at_once_one_stays(busan):
    for _ in range(ROUNDS):
        pair = two_owners(busan)
        answers = at_once(busan, *[lambda by=by: workflow.leave_provider(busan.provider, actor=Actor.of(by.user)) for by in pair])
        assert sorted(isinstance(answer, ProviderMember) for answer in answers) == [False, True]
        assert len(owners(busan)) == 1


def test_a_provider_handed_over_twice_at_once_has_one_new_owner(busan):
    with within(busan.agency):
        to = [f.ProviderMemberFactory(provider=busan.provider, role="editor") for _ in range(2)]
    answers = at_once(busan, *[allowed(lambda member=member: workflow.hand_over(member, actor=Actor.of(busan.owner))) for member in to])
    assert sorted(isinstance(answer, ProviderMember) for answer in answers) == [False, True]
    assert len(owners(busan)) == 1


def test_ten_parallel_uses_of_an_invitation_open_one_account(busan):
    with within(busan.agency):
        invitation = workflow.invite_colleague(busan.provider, "new@example.com", "editor", actor=Actor.of(busan.owner))
    password = make_password("honest-river-2026")
    answers = at_once(busan, *[lambda: workflow.accept_invitation(invitation, actor=Actor.public(), password_hash=password)] * 10)
    assert sum(isinstance(answer, User) for answer in answers) == 1
    with within(busan.agency):
        assert ProviderMember.everything.filter(user__email="new@example.com").count() == 1


def test_asked_twice_at_once_there_is_one_request(busan):
    at_once(busan, *[lambda: workflow.ask_to_join(busan.provider.business_number, actor=Actor.of(busan.neighbour))] * 2)
    with within(busan.agency):
        assert JoinRequest.everything.count() == 1
