"""Two who name a delegate at the same moment."""
from datetime import timedelta

import pytest

from accounts import workflow
from accounts.actors import Actor
from accounts.models import Cover, Province
from core import clock
from core.tenancy import within
from tests.cast import people_of
from tests.panels.test_races import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def busan(transactional_db):
    return people_of("busan", province=Province.objects.get(code="26"))


def test_a_role_has_one_delegate_and_two_do_not_cover_for_each_other(busan):
    first, last = clock.today(), clock.today() + timedelta(days=3)

    def name(covered, delegate, role):
        return workflow.name_cover(covered, delegate, roles=[role], from_on=first, to_on=last, actor=Actor.of(covered))

    answers = at_once(busan, *[lambda: name(busan.manager, busan.officer, "manager")] * 5,
                      *[lambda: name(busan.officer, busan.manager, "officer")] * 5)
    assert sum(isinstance(answer, Cover) for answer in answers) == 1
    with within(busan.agency):
        assert Cover.everything.count() == 1
