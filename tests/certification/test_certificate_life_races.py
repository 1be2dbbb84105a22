"""Deeds of one certificate at the same moment: one after the other, and the register tells the last."""
import threading

import pytest
from django.db import connection, transaction

from accounts.actors import Actor
from certification import workflow
from certification.models import Certificate, CertificateDocument, CertificateEvent, RegisterEntry
from core import clock
from core.tenancy import within
from tests import factories as f
from tests.accounts.test_races import all_at_once
from tests.certification.conftest import WORKER

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
WHY = {"reason": "기준을 지키지 않음", "actor": WORKER}


@pytest.fixture
def held(busan):
    with within(busan.agency):
        certificate = f.CertificateFactory(valid_from=clock.today())
        f.CertificateDocumentFactory(certificate=certificate, language="ko")
        return certificate


def entry_of(held):
    return RegisterEntry.everything.get(certificate=held)


def test_issued_anew_and_revoked_at_once_the_register_says_revoked_and_nothing_is_half_done(busan, held):
    def do(deed):
        with within(busan.agency):
            if deed == "revoke":
                return workflow.revoke(Certificate.everything.get(pk=held.pk), on=clock.today(), **WHY).ended_as
            return workflow.reissue(Certificate.everything.get(pk=held.pk), kinds=["certificate"], reason="분실",
                                    actor=Actor.of(busan.officer)).pk and "reissued"

    answers = all_at_once(do, ["revoke", "reissue", "reissue"])
    with within(busan.agency):
        assert "revoked" in answers and entry_of(held).ended_as == "revoked"
        again = CertificateEvent.everything.filter(certificate=held, kind="reissued").count()
        assert again == answers.count("reissued")
        rows = CertificateDocument.everything.filter(certificate=held, language="ko", kind="certificate")
        assert [row.version for row in rows.order_by("version")] == list(range(1, again + 2))
        assert rows.filter(replaced_at=None).count() == 1
        assert [event["kind"] for event in entry_of(held).history].count("revoked") == 1


def test_two_beats_at_once_note_one_expiry(busan, held):
    with within(busan.agency):
        Certificate.everything.filter(pk=held.pk).update(valid_from="2020-01-01", valid_to="2022-12-31")

    def note(_beat):
        with within(busan.agency):
            return workflow.note_expired(Certificate.everything.get(pk=held.pk), actor=WORKER)

    answers = all_at_once(note, [1, 2, 3])
    assert sorted(answers) == [False, False, True]
    with within(busan.agency):
        assert CertificateEvent.everything.filter(certificate=held, kind="expired").count() == 1


def test_a_file_that_is_kept_while_it_is_revoked_does_not_make_the_register_forget(busan, held):
    """The worker has read the certificate before the deed is committed; it must wait and read it again."""
    begun, done = threading.Event(), []

    def keep():
        begun.wait(10)
        with within(busan.agency):
            done.append(workflow.keep_document(CertificateDocument.everything.get(certificate=held), b"%PDF-1.7", actor=WORKER))
        connection.close()                                  # this thread's own

    thread = threading.Thread(target=keep)
    thread.start()
    with within(busan.agency), transaction.atomic():
        workflow.revoke(held, on=clock.today(), **WHY)
        begun.set()
        thread.join(1.5)                                    # it waits for us, or has read what stood before
    thread.join(20)
    with within(busan.agency):
        assert done and entry_of(held).ended_as == "revoked"
