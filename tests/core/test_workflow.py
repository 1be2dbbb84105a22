"""The six words: lock, require, refuse_if, move, record, enqueue."""
import threading

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.utils.translation import override

from core import workflow
from core.errors import NoScope, Refused
from core.models import AuditEvent, AuditLabel, AuditPending, Errand
from core.tenancy import within
from tests.sample.models import Club
from tests.sample.stages import Stage

pytestmark = pytest.mark.django_db


def test_require_asks_nothing_more(here):
    workflow.require(True)
    with pytest.raises(PermissionDenied):
        workflow.require(False)


def test_refusing_says_a_sentence_with_its_facts():
    workflow.refuse_if([], "never said")
    with pytest.raises(Refused, match="^Two of 3 are missing.$"):
        workflow.refuse_if([1], "Two of %(number)s are missing.", number=3)


def test_a_percent_sign_in_a_sentence_without_facts_is_a_percent_sign():
    with pytest.raises(Refused, match="^100% of it.$"):
        workflow.refuse_if(True, "100% of it.")


def test_moving_saves_the_stage_and_nothing_else(here, busan):
    with within(busan.agency):
        here.club.name = "not saved"
        assert workflow.move(here.club, Stage.OPEN) == {"from": "draft", "to": "open"}
        row = Club.everything.get(pk=here.club.pk)
    assert (row.stage, row.name) == (Stage.OPEN, "CNRY-busan-club")


def test_an_illegal_move_is_a_sentence_and_changes_nothing(here, busan):
    with within(busan.agency), override("en"):
        with pytest.raises(Refused, match="now “draft” and can no longer become “closed”"):
            workflow.move(here.club, Stage.CLOSED)
        assert here.club.stage == Club.everything.get(pk=here.club.pk).stage == Stage.DRAFT


def test_locking_reads_the_row_afresh(here, busan):
    with within(busan.agency):
        Club.everything.filter(pk=here.club.pk).update(name="newer")
        assert workflow.lock(here.club).name == "newer"


@pytest.mark.django_db(transaction=True)
def test_who_locks_second_waits_and_sees_what_the_first_did(here, busan):
    waiting, seen = threading.Event(), []

    def second():
        with within(busan.agency):
            waiting.set()
            seen.append(workflow.lock(here.club).stage)
        connection.close()

    with within(busan.agency):
        workflow.move(workflow.lock(here.club), Stage.OPEN)
        thread = threading.Thread(target=second)
        thread.start()
        assert waiting.wait(5)
        thread.join(0.2)
        assert thread.is_alive() and seen == []
    thread.join(5)
    assert seen == [Stage.OPEN]


def test_recording_keeps_ids_apart_from_names(here, busan, at):
    with at(busan.owner, busan) as owner:
        event = workflow.record("club.opened", here.club, actor=owner, to=Stage.OPEN, number=3)
        assert (event.verb, event.actor_id, event.facts) == ("club.opened", busan.owner.pk, {"to": "open", "number": 3})
        assert (event.subject_type, event.subject_id) == ("sample.club", str(here.club.pk))
        label = AuditLabel.everything.get(event=event)
        assert (label.actor_label, label.subject_label) == ("CNRY-busan-owner", "CNRY-busan-club")
        assert AuditPending.everything.filter(event=event).exists()
        assert "CNRY" not in str([getattr(event, field.attname) for field in event._meta.fields])


def test_an_undone_transaction_tells_of_nothing_and_asks_for_nothing(here, busan, at):
    with at(busan.owner, busan) as owner:
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            workflow.record("club.opened", here.club, actor=owner)
            workflow.enqueue("nowhere.nothing")
            raise ZeroDivisionError
        assert not AuditEvent.everything.exists() and not Errand.everything.exists()


def test_the_words_need_a_scope(here, at):
    for word in (lambda: workflow.lock(here.club), lambda: workflow.enqueue("nowhere.nothing")):
        with pytest.raises(NoScope):
            word()
