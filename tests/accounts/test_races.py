"""What must hold when many do the same at once."""
import threading
from datetime import date

import pytest
from django.contrib.auth.hashers import make_password
from django.db import connection

from accounts import workflow
from accounts.actors import Actor
from accounts.models import Membership, Person, Role, User
from core.errors import Refused
from core.tenancy import within
from tests.accounts.conftest import PASSWORD
from tests.factories import AgencyFactory, MembershipFactory, UserFactory


def all_at_once(deed, arguments):
    """Each in a thread and a connection of its own; returns what each got, a refusal included."""
    ready, answers = threading.Barrier(len(arguments)), []

    def one(argument):
        try:
            ready.wait()
            answers.append(deed(argument))
        except Refused as refusal:
            answers.append(refusal)
        finally:
            connection.close()

    threads = [threading.Thread(target=one, args=(argument,)) for argument in arguments]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


@pytest.fixture
def agency(transactional_db):
    return AgencyFactory(slug="busan")


def administrator(agency):
    with within(agency):
        return MembershipFactory(role=Role.ADMIN).user


def test_twenty_parallel_uses_of_an_invitation_open_one_account(agency):
    admin = administrator(agency)
    with within(agency):
        invitation = workflow.invite("new@example.com", Role.OFFICER, actor=Actor.of(admin))

    def accept(password_hash):
        with within(agency):
            return workflow.accept_invitation(invitation, actor=Actor.public(), password_hash=password_hash)

    answers = all_at_once(accept, [make_password(PASSWORD)] * 20)
    assert len(answers) == 20
    assert [type(answer) for answer in answers].count(Refused) == 19
    user = User.objects.get(email="new@example.com")
    with within(agency):
        assert Membership.everything.filter(user=user).count() == 1


def test_two_administrators_who_end_each_other_leave_one(agency):
    first, second = administrator(agency), administrator(agency)

    with within(agency):
        pairs = [(Actor.of(who), Membership.everything.get(user=whom)) for who, whom in ((first, second), (second, first))]

    def end(pair):
        with within(agency):
            return workflow.end_role(pair[1], actor=pair[0])

    answers = all_at_once(end, pairs)
    assert any(isinstance(answer, Refused) for answer in answers)
    with within(agency):
        assert Membership.everything.filter(role=Role.ADMIN, ended_at=None).count() == 1


def test_one_person_who_names_themselves_from_many_accounts_at_once_is_one(agency):
    users = [UserFactory(person=None) for _ in range(5)]
    all_at_once(lambda user: workflow.name_person(user, "한가람", date(1985, 3, 1), "010-0000-1234", actor=Actor.elsewhere(user)), users)
    assert Person.objects.filter(name="한가람").count() == 1
    assert User.objects.filter(person__name="한가람").count() == 5
