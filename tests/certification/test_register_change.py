"""The feed of changes: each change once, in an order in which one that ends late is never skipped; and a cursor that is none."""
import threading
from datetime import date

import pytest
from django.db import connection, transaction

from certification import queries, workflow
from certification.models import CertificateEvent, RegisterChange, RegisterEntry
from certification.queries import register_change
from core import clock
from core.tenancy import within
from tests import factories as f
from tests.certification.conftest import WORKER

FEED = "/api/v1/changes"


@pytest.fixture
def certificates(busan):
    with within(busan.agency):
        version = f.published_version()
        return [f.CertificateFactory(version=version) for _ in range(2)]


def kinds(number=None):
    rows = RegisterChange.everything.order_by("pk")
    return list((rows.filter(number=number) if number else rows).values_list("kind", flat=True))


# ---- what is written

@pytest.mark.django_db
def test_each_deed_leaves_one_change_and_a_rebuild_none(busan, certificates):
    first, second = certificates
    with within(busan.agency):
        assert kinds() == ["issued", "issued"]
        workflow.suspend(first, from_on=date(2026, 10, 1), reason="x", actor=WORKER)
        workflow.rebuild_register(actor=WORKER)
        assert kinds(first.number) == ["issued", "suspended"] and kinds(second.number) == ["issued"]
        type(second).everything.filter(pk=second.pk).update(address="CNRY-moved")
        second.refresh_from_db()
        workflow.write_entry(second)
        assert kinds(second.number) == ["issued", "edited"]


@pytest.mark.django_db
def test_what_is_undone_leaves_none(busan, certificates):
    with within(busan.agency):
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            workflow.revoke(certificates[0], on=clock.today(), reason="x", actor=WORKER)
            1 / 0
        assert kinds() == ["issued", "issued"]


def test_every_kind_of_event_is_a_kind_of_change():
    assert set(CertificateEvent.Kind.values) <= set(RegisterChange.Kind.values)


@pytest.mark.django_db
def test_a_change_is_written_once_and_stays(busan, certificates):
    with within(busan.agency):
        for spoil in (lambda: RegisterChange.everything.update(kind="revoked"), lambda: RegisterChange.everything.all().delete()):
            with pytest.raises(Exception, match="append-only|permission denied"), transaction.atomic():
                spoil()


# ---- two transactions that end in the other order

def late(busan, certificate, begun, go, first):
    """Writes at once, ends when told."""
    try:
        with within(busan.agency), transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_current_xact_id()")                   # first to be numbered
            begun.set()
            assert go.wait(30)
            workflow.suspend(certificate, from_on=clock.today(), reason="late", actor=WORKER)
    finally:
        first.append(True)
        connection.close()


def read_all(client, cursor=""):
    """(numbers and kinds, cursor) as a program reads, page by page."""
    seen = []
    while True:
        page = client.get(FEED, {"since": cursor}).json()
        seen += [(change["number"], change["kind"]) for change in page["changes"]]
        cursor = page["next"]
        if not page["more"]:
            return seen, cursor


def numbered_first_and_over_last(busan, client, certificates):
    """What a program has seen after reading between the two ends, and after both; the one numbered first ends last."""
    slow, quick = certificates
    _before, cursor = read_all(client)
    begun, go, over = threading.Event(), threading.Event(), []
    thread = threading.Thread(target=late, args=(busan, slow, begun, go, over))
    thread.start()
    assert begun.wait(30)
    with within(busan.agency):
        workflow.suspend(quick, from_on=clock.today(), reason="quick", actor=WORKER)
    between, cursor = read_all(client, cursor)
    go.set()
    thread.join(60)
    after, _cursor = read_all(client, cursor)
    return between, after


@pytest.mark.django_db(transaction=True)
def test_a_change_that_ends_after_a_later_one_is_not_skipped(busan, client, certificates):
    slow, quick = certificates
    between, after = numbered_first_and_over_last(busan, client, certificates)
    assert between == [], "what is numbered later waits for the one that still runs"
    assert after == [(slow.number, "suspended"), (quick.number, "suspended")]


def everything():
    return RegisterChange.objects.visible_to(queries.CITIZEN).order_by("era", "transaction", "pk")


@pytest.mark.django_db(transaction=True)
def test_without_the_bound_it_would_be(busan, client, certificates, monkeypatch):
    """The negative control: the same reader over the same rows, not kept below the oldest running transaction."""
    _slow, quick = certificates
    monkeypatch.setattr(register_change, "settled_changes", everything)
    between, after = numbered_first_and_over_last(busan, client, certificates)
    assert between == [(quick.number, "suspended")] and after == []


@pytest.mark.django_db(transaction=True)
def test_a_program_that_turns_small_pages_sees_each_change_once(busan, client, certificates, monkeypatch):
    monkeypatch.setattr(register_change, "CHANGES", 1)
    with within(busan.agency):
        workflow.revoke(certificates[1], on=clock.today(), reason="x", actor=WORKER)
    seen, cursor = read_all(client)
    assert seen == [(certificates[0].number, "issued"), (certificates[1].number, "issued"), (certificates[1].number, "revoked")]
    assert read_all(client, cursor) == ([], cursor)


@pytest.mark.django_db(transaction=True)
def test_an_answer_that_is_the_same_is_not_sent_again_and_is_never_kept(busan, client, certificates):
    first = client.get(FEED)
    assert first["Cache-Control"] == "public, no-cache" and first["Access-Control-Allow-Origin"] == "*"
    assert client.get(FEED, headers={"if-none-match": first["ETag"]}).status_code == 304
    with within(busan.agency):
        workflow.revoke(certificates[1], on=clock.today(), reason="x", actor=WORKER)
    assert client.get(FEED, headers={"if-none-match": first["ETag"]}).status_code == 200


# ---- another cluster

@pytest.mark.django_db(transaction=True)
def test_after_a_dump_is_read_into_a_younger_cluster_a_new_era_begins_and_nothing_is_lost(busan, client, certificates):
    """There transactions have lower numbers than the rows that came along: these would wait for years, and new ones be overtaken."""
    old, new = certificates
    with within(busan.agency):
        RegisterChange.everything.create(number=old.number, kind="corrected", at=clock.now(), transaction=10**15)
    seen, cursor = read_all(client)
    assert (old.number, "corrected") not in seen
    with within(busan.agency):
        workflow.revoke(new, on=clock.today(), reason="x", actor=WORKER)
        workflow.revoke(old, on=clock.today(), reason="x", actor=WORKER)
        assert list(RegisterChange.everything.order_by("pk").values_list("era", flat=True))[-3:] == [1, 2, 2]
    assert read_all(client, cursor)[0] == [(old.number, "corrected"), (new.number, "revoked"), (old.number, "revoked")]


# ---- cursors

@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("cursor", ["x", "MS4y", "MS4yLjM", "!!!", "가", "A" * 79, "MS4yLjNx", "MS45OTk5OTk5OTk5OTk5OTk5OTk5OTk5LjE"])
def test_a_wrong_cursor_is_a_problem_and_not_an_empty_answer(cursor, busan, client, certificates):
    answer = client.get(FEED, {"since": cursor, "lang": "en"})
    assert answer.status_code == 400 and answer["Content-Type"] == "application/problem+json"
    assert answer.json()["type"].endswith("/api/docs#bad-cursor") and answer.json()["errors"][0]["parameter"] == "since"


@pytest.mark.django_db(transaction=True)
def test_who_is_ahead_of_us_is_told_to_begin_anew(busan, client, certificates):
    ahead = queries.cursor_of((1, 10**12, 10**9))
    assert client.get(FEED, {"since": ahead}).json()["type"].endswith("#bad-cursor")


def test_a_cursor_leads_back_to_its_place():
    assert queries.place_in(queries.cursor_of((1, 742, 9))) == (1, 742, 9) and queries.cursor_of((0, 0, 0)) == ""


@pytest.mark.django_db(transaction=True)
def test_a_change_says_no_more_than_the_register(busan, client, certificates):
    with within(busan.agency):
        workflow.suspend(certificates[0], from_on=clock.today(), reason="CNRY-reason", actor=WORKER)
        assert RegisterEntry.everything.count() == 2
    change = client.get(FEED).json()["changes"][-1]
    assert set(change) == {"number", "agency", "kind", "at", "url"} and change["url"].endswith(f"/busan/register/{certificates[0].number}/")
