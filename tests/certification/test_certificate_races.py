"""Certificates when many are issued at once and workers die: no number twice, none left out, each document made once."""
import os
import random
from datetime import timedelta

import pytest
from django.conf import settings
from django.db import transaction

from certification import tasks
from certification.models import Certificate, CertificateDocument
from core import outbox
from core.errors import Superseded
from core.files import open_stored
from core.models import Errand, StoredFile
from core.signing import make_keys, signature_of
from core.tenancy import within
from tests import factories as f
from tests.accounts.test_races import all_at_once
from tests.certification.conftest import issue
from tests.faults.conftest import end, until, worker

AT_ONCE = 50 if os.environ.get("FULL") else 20
PLACES = {"SIGNING_DIR": settings.SIGNING_DIR, "MEDIA_ROOT": settings.MEDIA_ROOT}
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


class Undone(Exception):
    pass


@pytest.fixture
def ready(busan):
    """(version, as many offerings as are certified at once)"""
    with within(busan.agency):
        version = f.published_version(framework=f.FrameworkFactory(number_key="BS-QC-{year}-{serial}"))
        return version, f.OfferingFactory.create_batch(AT_ONCE)


def test_of_many_at_once_a_third_undone_no_number_is_missing_and_none_given_twice(busan, ready):
    version, offerings = ready
    undone = set(random.Random(7).sample(range(AT_ONCE), AT_ONCE * 3 // 10))

    def certify(number):
        try:
            with within(busan.agency), transaction.atomic():
                issue(offerings[number], version)
                if number in undone:
                    raise Undone
        except Undone:
            return "undone"
        return "issued"

    answers = all_at_once(certify, list(range(AT_ONCE)))
    issued = AT_ONCE - len(undone)
    assert sorted(answers) == ["issued"] * issued + ["undone"] * len(undone)
    with within(busan.agency):
        assert sorted(Certificate.everything.values_list("serial", flat=True)) == list(range(1, issued + 1))
        assert Errand.everything.filter(task="certification.tasks.make_document").count() == 3 * issued


def test_two_who_certify_the_same_offering_at_once_make_one_certificate(busan, ready):
    version, offerings = ready

    def certify(_number):
        with within(busan.agency):
            return issue(offerings[0], version).serial

    answers = all_at_once(certify, [1, 2, 3])
    assert answers.count(1) == 1 and sum("제2026-001호" in str(answer) for answer in answers) == 2


@pytest.fixture
def keys(busan):
    make_keys(["busan"])


def asked_for(busan, ready):
    version, offerings = ready
    with within(busan.agency):
        certificate = issue(offerings[0], version)
        return certificate, list(Errand.everything.filter(task="certification.tasks.make_document").order_by("pk"))


def test_a_document_made_twice_is_stored_once(busan, ready, keys):
    certificate, errands = asked_for(busan, ready)
    for _ in range(2):
        for errand in errands:
            with within(busan.agency):
                tasks.make_document(**errand.arguments)
    with within(busan.agency):
        files = StoredFile.everything.filter(shelf=certificate.public_id)
        assert files.count() == 3
        for document in certificate.documents.all():
            with open_stored(document.file) as file:
                content = file.read()
            state = signature_of(content)
            assert state.holds and state.signer and document.file.sha256 == document.sha256


def test_a_worker_that_dies_after_making_it_leaves_the_errand_and_the_next_makes_it(busan, ready, keys):
    """Overtaken in the middle: what the first made is undone with its transaction, the second's stays."""
    certificate, errands = asked_for(busan, ready)
    errand = errands[0]
    with pytest.raises(Superseded), within(busan.agency):
        taken = outbox.lease(errand.pk)
        tasks.make_document(**errand.arguments)
        Errand.everything.filter(pk=errand.pk).update(token=taken.token + 1)
        outbox.finish(taken)
    with within(busan.agency):
        assert CertificateDocument.everything.filter(certificate=certificate, made_at=None).count() == 3
        Errand.everything.filter(pk=errand.pk).update(leased_until=None)
    assert outbox.run(busan.agency, errand.pk) and not outbox.run(busan.agency, errand.pk)
    with within(busan.agency):
        assert CertificateDocument.everything.filter(certificate=certificate).exclude(made_at=None).count() == 1
        assert StoredFile.everything.filter(shelf=certificate.public_id).count() == 1


def test_killed_between_issue_and_document_it_is_made_later(busan, ready, keys):
    """With real workers: the first is killed at once, the second finds what is left."""
    with worker(**PLACES) as first:
        certificate, _errands = asked_for(busan, ready)
        end(first)

    def all_made():
        outbox.sweep(busan.agency, timedelta())
        with within(busan.agency):
            Errand.everything.filter(done_at=None, leased_until__isnull=False).update(leased_until=None)
            return not CertificateDocument.everything.filter(certificate=certificate, made_at=None).exists()

    with worker(**PLACES):
        until(all_made, 60)
    with within(busan.agency):
        assert StoredFile.everything.filter(shelf=certificate.public_id).count() == 3
