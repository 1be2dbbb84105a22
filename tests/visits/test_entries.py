"""Interviews and samples without the recorder: written on a page, shown beside the judgement, taken back."""
import uuid

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from accounts.actors import Actor
from core import clock
from core.errors import Refused
from core.tenancy import within
from tests.visits.conftest import say
from visits import workflow
from visits.models import Entry, Operation

WORDS = {"kind": "interview", "source": "사회복지사", "text": "상담 기록을 매주 남긴다고 함"}


def signed_in(who):
    client = Client()
    client.force_login(who)
    return client


def address(there, rest=""):
    return f"/busan/visits/items/{there.item.public_id}/{rest}?lang=en"


def enter(there, who=None, number=None, **words):
    with within(there.agency):
        return workflow.add_entry(there.item, operation_id=number or uuid.uuid4(), actor=Actor.of(who or there.lead),
                                  arrived_at=clock.now(), **WORDS | words)


def test_an_entry_is_written_on_a_page_once_and_shown_to_its_author(there):
    client, number = signed_in(there.lead), str(uuid.uuid4())
    for _twice in range(2):
        page = client.post(address(there, "entry/"), WORDS | {"operation_id": number}, follow=True).content.decode()
    assert "It is in the log." in page and "Interview: 사회복지사" in page
    with within(there.agency):
        assert Entry.everything.count() == Operation.everything.filter(kind="entry").count() == 1


def test_a_missing_word_is_said_beside_its_field_and_what_was_typed_stays(there):
    page = signed_in(there.lead).post(address(there, "entry/"), WORDS | {"operation_id": str(uuid.uuid4()), "source": " "}).content.decode()
    assert WORDS["text"] in page and 'aria-invalid="true"' in page


def test_the_team_reads_it_beside_the_judgement_once_all_are_in_and_nobody_before(there):
    enter(there)
    agree = f"/busan/visits/items/{there.item.public_id}/agree/?lang=en"
    say(there, there.lead)
    assert "사회복지사" not in signed_in(there.second).get(agree).content.decode()
    say(there, there.second)
    assert "사회복지사" in signed_in(there.second).get(agree).content.decode()


def test_its_author_takes_it_back_and_nobody_else(there):
    entry = enter(there)
    with within(there.agency), pytest.raises(PermissionDenied):
        workflow.remove_entry(entry, actor=Actor.of(there.second), arrived_at=clock.now())
    page = signed_in(there.lead).post(f"/busan/visits/entries/{entry.public_id}/remove/?lang=en", follow=True).content.decode()
    assert "It is taken out of the log." in page and "Interview: 사회복지사" not in page


def test_nothing_is_added_after_the_end_nor_by_a_stranger(there):
    with pytest.raises(PermissionDenied):
        enter(there, there.third)
    with within(there.agency):
        workflow.end_early(there.visit, reason="정전", actor=Actor.of(there.lead))
    with pytest.raises(Refused, match="has ended"):
        enter(there)
    assert "while the visit is under way" in signed_in(there.lead).get(address(there, "entry/")).content.decode()
