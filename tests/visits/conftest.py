"""A visit under way at Busan: a lead, a second member, two items; and what they send."""
import uuid
from types import SimpleNamespace

import pytest
from django.utils import translation

from accounts.actors import Actor
from core import clock
from core.tenancy import within
from tests import factories as f
from visits import workflow

NOT_COMPLIANT = {"judgement": "noncompliant", "reason_code": "no_evidence", "text": "가격표가 없음"}


@pytest.fixture(autouse=True)
def english():
    """Sentences are compared in the source's language; pages ask for it by `?lang=en`."""
    with translation.override("en"):
        yield


def team_visit(place, *, items=2, **fields):
    """`visit`, its `items`, `lead` (the agency's assessor), `second`; `third` is an assessor too, of another team."""
    with within(place.agency):
        visit = f.VisitFactory(**fields)
        second, third = (f.MembershipFactory(role="assessor").user for _ in range(2))
        f.VisitMemberFactory(visit=visit, user=place.assessor, is_lead=True)
        f.VisitMemberFactory(visit=visit, user=second)
        made = [f.VisitItemFactory(visit=visit, position=place) for place in range(1, items + 1)]
        return SimpleNamespace(agency=place.agency, visit=visit, items=made, item=made[0], lead=place.assessor, second=second, third=third)


@pytest.fixture
def there(busan):
    return team_visit(busan)


def say(there, who, judgement="compliant", *, item=None, base=0, number=None, **words):
    """Record this person's judgement, standing at the agency."""
    with within(there.agency):
        return workflow.record_finding(item or there.item, operation_id=number or uuid.uuid4(), base_version=base,
                                       **{"judgement": judgement} | words, actor=Actor.of(who), arrived_at=clock.now())


def agree(there, who=None, judgement="compliant", *, item=None, base=0, number=None, **words):
    with within(there.agency):
        return workflow.agree_finding(item or there.item, operation_id=number or uuid.uuid4(), base_version=base,
                                      **{"judgement": judgement} | words, actor=Actor.of(who or there.lead), arrived_at=clock.now())


def all_say(there, judgement="compliant", **words):
    """Both members have judged every item alike."""
    for item in there.items:
        for who in (there.lead, there.second):
            say(there, who, judgement, item=item, **words)
