"""The audit trail: written with what it tells of, linked a moment later, and whatever is done to it afterwards is found."""
import threading
from datetime import UTC, datetime
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from accounts.actors import Actor
from core import audit, clock
from core.models import AuditEvent, AuditHead, AuditLabel, AuditLink, AuditPending
from core.tasks import link_audit
from core.tenancy import within
from tests.conftest import as_owner
from tests.core.test_walls import rows

pytestmark = pytest.mark.django_db
SYSTEM = Actor.system("test")


def told(place, times, **facts):
    with within(place.agency):
        return [audit.record("noted", place.agency, actor=SYSTEM, n=n, word="가", **facts) for n in range(times)]


def linked(place):
    with within(place.agency):
        return audit.link_events()


def broken_at(place):
    with within(place.agency):
        return audit.first_broken_position()


def test_an_empty_trail_is_whole(busan):
    assert broken_at(busan) is None and linked(busan) == 0 and broken_at(busan) is None


def test_events_wait_until_they_are_linked_in_their_order(busan):
    events = told(busan, 3)
    with within(busan.agency):
        assert audit.not_yet_linked() == 3 and audit.first_broken_position() is None
    assert linked(busan) == 3 and linked(busan) == 0
    with within(busan.agency):
        links = list(AuditLink.everything.order_by("position"))
        assert [link.event_id for link in links] == [event.pk for event in events]
        assert [link.position for link in links] == [1, 2, 3]
        assert [link.previous for link in links] == [audit.GENESIS, links[0].digest, links[1].digest]
        assert audit.not_yet_linked() == 0 and audit.first_broken_position() is None


def test_many_events_at_once_are_linked_like_single_ones(busan):
    with within(busan.agency):
        audit.record_many("rows.entered", [(busan.provider, {"row": 1}), (busan.neighbours, {"row": 2})], actor=Actor.system("tests"))
    assert linked(busan) == 2 and broken_at(busan) is None
    with within(busan.agency):
        events = AuditEvent.everything.filter(verb="rows.entered").order_by("pk")
        assert [(one.subject_id, one.facts, one.label.subject_label) for one in events] == [
            (str(busan.provider.pk), {"row": 1}, str(busan.provider)), (str(busan.neighbours.pk), {"row": 2}, str(busan.neighbours))]


def test_a_later_link_goes_on_where_the_last_one_ended(busan):
    for _ in range(3):
        told(busan, 2)
        linked(busan)
    with within(busan.agency):
        assert AuditHead.everything.get().position == 6
    assert broken_at(busan) is None


def test_more_than_one_batch_is_linked_in_turns(busan, monkeypatch):
    monkeypatch.setattr(audit, "BATCH", 2)
    told(busan, 5)
    assert [linked(busan) for _ in range(4)] == [2, 2, 1, 0] and broken_at(busan) is None


def test_each_agency_has_its_own_chain(busan, daegu):
    told(busan, 2)
    told(daegu, 1)
    assert link_audit() == 3
    for place, length in ((busan, 2), (daegu, 1)):
        with within(place.agency):
            assert AuditHead.everything.get().position == length and audit.first_broken_position() is None


@pytest.mark.parametrize("moment", [
    datetime(2026, 11, 22, 9, 0, 0, 123456, UTC), datetime(2026, 11, 22, 9, 0, 0, 1, UTC), datetime(2026, 11, 22, 9, 0, 0, 0, UTC),
    datetime(2026, 11, 22, 23, 59, 59, 999999, clock.SEOUL),
])
def test_a_digest_survives_the_round_trip_to_the_microsecond(moment, busan, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: moment)
    (event,) = told(busan, 1, nested={"z": 1, "a": [1.5, None, "é"]}, day=moment.date())
    with within(busan.agency):
        again = AuditEvent.everything.get(pk=event.pk)
        assert audit.digest_of(event, 1, audit.GENESIS) == audit.digest_of(again, 1, audit.GENESIS)


def test_a_travelled_clock_dates_the_event(busan):
    with clock.travel(datetime(2024, 11, 28, 1, 0, tzinfo=UTC)):
        (event,) = told(busan, 1)
    assert event.at.date().isoformat() == "2024-11-28"


# ---- many at once

@pytest.mark.django_db(transaction=True)
def test_eight_writers_and_two_linkers_make_one_chain(busan):
    together, failures, writing = threading.Barrier(10), [], [True] * 8

    def write(number):
        together.wait()
        for n in range(10):
            with within(busan.agency):
                audit.record("noted", busan.agency, actor=SYSTEM, n=n)
        writing[number] = False

    def link(_number):
        together.wait()
        while any(writing):
            linked(busan)

    def run(work, number):
        try:
            work(number)
        except Exception as failure:  # noqa: BLE001  whatever it is, the main thread shows it
            failures.append(failure)
            writing[:] = [False] * 8
        connection.close()

    threads = [threading.Thread(target=run, args=(write, n)) for n in range(8)]
    threads += [threading.Thread(target=run, args=(link, n)) for n in range(2)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    linked(busan)
    assert failures == []
    with within(busan.agency):
        assert audit.first_broken_position() is None and AuditHead.everything.get().position == 80
        assert AuditEvent.everything.count() == AuditLink.everything.count() == 80


@pytest.mark.django_db(transaction=True)
def test_a_writer_does_not_wait_for_another_writer_or_a_linker(busan):
    done = threading.Event()

    def write():
        told(busan, 1)
        connection.close()
        done.set()

    with within(busan.agency):
        audit.record("noted", busan.agency, actor=SYSTEM)
        audit.link_events()
        thread = threading.Thread(target=write)
        thread.start()
        assert done.wait(3), "it waited for our transaction"
        thread.join()


# ---- what somebody could do to it

@pytest.mark.parametrize("change", [
    "UPDATE core_auditevent SET verb = 'x'", "DELETE FROM core_auditevent", "UPDATE core_auditlink SET position = 9",
    "DELETE FROM core_auditlink", "UPDATE core_auditlabel SET actor_label = 'x'", "DELETE FROM core_auditlabel",
    "DELETE FROM core_audithead", "TRUNCATE core_auditevent CASCADE",
])
def test_the_web_role_rewrites_no_history(change, busan):
    told(busan, 1)
    linked(busan)
    with within(busan.agency), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        rows(change)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("change", ["UPDATE core_auditevent SET verb = 'x'", "DELETE FROM core_auditlink",
                                    "UPDATE core_auditlink SET position = 9"])
def test_not_even_the_owner_role_rewrites_it_by_mistake(change, busan):
    told(busan, 1)
    linked(busan)
    with as_owner(), pytest.raises(DatabaseError, match="append-only"):
        rows(change)


def tamper(*statements):
    """As somebody with the owner role and bad intentions: triggers off, change, triggers on."""
    with as_owner():
        for table in ("core_auditevent", "core_auditlink"):
            rows(f"ALTER TABLE {table} DISABLE TRIGGER written_once")
        for statement in statements:
            assert rows(statement), statement
        for table in ("core_auditevent", "core_auditlink"):
            rows(f"ALTER TABLE {table} ENABLE TRIGGER written_once")


@pytest.fixture
def five(busan):
    """Five linked events; returns their ids."""
    events = told(busan, 5)
    linked(busan)
    return [event.pk for event in events]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("column, value", [
    ("verb", "'x'"), ("actor_id", "7"), ("subject_id", "'x'"), ("subject_type", "'x'"), ("facts", "'{}'"),
    ("at", "at + interval '1 microsecond'"), ("labels_hmac", "'x'"),
])
def test_an_edited_event_is_found(column, value, five, busan):
    tamper(f"UPDATE core_auditevent SET {column} = {value} WHERE id = {five[2]}")
    assert broken_at(busan) == 3


@pytest.mark.django_db(transaction=True)
def test_a_cut_event_is_found(five, busan):
    tamper(f"DELETE FROM core_auditlink WHERE event_id = {five[1]}", f"DELETE FROM core_auditlabel WHERE event_id = {five[1]}",
           f"DELETE FROM core_auditevent WHERE id = {five[1]}")
    assert broken_at(busan) == 2


@pytest.mark.django_db(transaction=True)
def test_reordered_events_are_found(five, busan):
    tamper(f"UPDATE core_auditlink SET position = position + 10 WHERE event_id = {five[1]}",
           f"UPDATE core_auditlink SET position = 2 WHERE event_id = {five[2]}",
           f"UPDATE core_auditlink SET position = 3 WHERE event_id = {five[1]}")
    assert broken_at(busan) == 2


@pytest.mark.django_db(transaction=True)
def test_two_events_that_changed_their_facts_are_found(five, busan):
    tamper("UPDATE core_auditevent a SET facts = b.facts FROM core_auditevent b"
           f" WHERE (a.id, b.id) IN (({five[1]}, {five[2]}), ({five[2]}, {five[1]}))")
    assert broken_at(busan) == 2


@pytest.mark.django_db(transaction=True)
def test_an_inserted_event_is_found(five, busan):
    tamper("INSERT INTO core_auditevent (agency_id, at, verb, subject_type, subject_id, facts, labels_hmac)"
           f" SELECT agency_id, at, 'forged', subject_type, subject_id, facts, labels_hmac FROM core_auditevent WHERE id = {five[0]}")
    assert broken_at(busan) == 6


@pytest.mark.django_db(transaction=True)
def test_an_event_without_a_link_is_found(five, busan):
    """Somebody took the last link and put the head back, but left the event."""
    tamper(f"DELETE FROM core_auditlink WHERE event_id = {five[4]}",
           "UPDATE core_audithead SET position = 4, digest = (SELECT digest FROM core_auditlink WHERE position = 4)")
    assert broken_at(busan) == 5


@pytest.mark.django_db(transaction=True)
def test_a_cut_tail_is_found(five, busan):
    for last in five[3:]:
        tamper(f"DELETE FROM core_auditlink WHERE event_id = {last}", f"DELETE FROM core_auditlabel WHERE event_id = {last}",
               f"DELETE FROM core_auditevent WHERE id = {last}")
    assert broken_at(busan) == 4


@pytest.mark.django_db(transaction=True)
def test_a_link_that_was_rewritten_to_fit_breaks_the_next(five, busan):
    tamper(f"UPDATE core_auditevent SET verb = 'x' WHERE id = {five[1]}")
    with within(busan.agency):
        event = AuditEvent.everything.get(pk=five[1])
        previous = AuditLink.everything.get(position=1).digest
    forged = audit.digest_of(event, 2, previous)
    tamper(f"UPDATE core_auditlink SET digest = '{forged}' WHERE position = 2")
    assert broken_at(busan) == 3
    tamper(f"UPDATE core_auditlink SET previous = '{forged}' WHERE position = 3")
    assert broken_at(busan) == 3, "each digest holds the one before"


# ---- names

@pytest.mark.django_db(transaction=True)
def test_an_erased_name_breaks_nothing_and_a_changed_one_does(five, busan):
    with as_owner():
        rows(f"DELETE FROM core_auditlabel WHERE event_id = {five[0]}")
    assert broken_at(busan) is None
    with as_owner():
        rows(f"UPDATE core_auditlabel SET actor_label = 'somebody else' WHERE event_id = {five[3]}")
    assert broken_at(busan) == 4


def test_a_name_cannot_be_tried_out_without_the_key(busan, settings):
    with_key = audit.seal_of("Kim", "x")
    settings.AUDIT_KEY = "another"
    assert audit.seal_of("Kim", "x") != with_key
    assert audit.seal_of("Kim", "x") != audit.seal_of("Kimx", "")


def test_a_long_label_is_kept_to_its_column(busan, at):
    with within(busan.agency):
        event = audit.record("noted", busan.agency, actor=Actor.system("가" * 500))
        assert len(AuditLabel.everything.get(event=event).actor_label) == 200 and audit.labels_hold(event)


# ---- the command

@pytest.mark.django_db(transaction=True)
def test_verify_audit_says_how_each_trail_stands(five, busan, daegu):
    told(daegu, 2)
    said = StringIO()
    call_command("verify_audit", stdout=said)
    assert said.getvalue().splitlines() == ["busan: whole, 0 not yet linked", "daegu: whole, 2 not yet linked"]
    tamper(f"UPDATE core_auditevent SET verb = 'x' WHERE id = {five[2]}")
    said = StringIO()
    with pytest.raises(CommandError, match="broken at: busan"):
        call_command("verify_audit", stdout=said)
    assert "busan: broken at 3, 0 not yet linked" in said.getvalue() and "daegu: whole" in said.getvalue()
    call_command("verify_audit", agency="daegu", stdout=StringIO())


@pytest.mark.django_db(transaction=True)
def test_a_forgotten_pending_row_does_not_link_twice(five, busan):
    """What the linker has done stays done, even if its waiting row is put back."""
    with within(busan.agency):
        AuditPending.everything.create(event_id=five[0])
    with pytest.raises(DatabaseError), within(busan.agency):
        audit.link_events()
    assert broken_at(busan) is None
