"""A round's certificates: each document drawn in its jail, signed with RSA of 3,072 bits and stored, one after the other in one worker."""
import statistics
import time

from bench import rows
from certification.models import Certificate, CertificateDocument
from certification.tasks import make_document
from certification.workflow.certificate import DOCUMENTS
from core import clock
from core.signing import make_keys
from core.tenancy import within

CERTIFICATES, ROUND = 10, 150               # measured, and of a large round
MINUTES_AT_MOST = 30                        # after the announced minute, for everything of a large round in one worker


def asked(certificates):
    """The documents of these certificates as their issue asks for them."""
    return [CertificateDocument.everything.create(certificate=certificate, kind=kind, language=language, version=99, asked_at=clock.now())
            for certificate in certificates for kind, language in DOCUMENTS]


def measure(agency):
    """Prints seconds a document, and how long a round of 150 certificates takes. True if that is soon enough."""
    make_keys([rows.SMALL])
    spent = []
    with within(agency):
        documents = asked(Certificate.everything.order_by("pk")[:CERTIFICATES])
        make_document(documents.pop(0).pk)              # the jail starts, the key is loaded
        for document in documents:
            started = time.perf_counter()
            make_document(document.pk)
            spent.append(time.perf_counter() - started)
    middle, worst = statistics.median(spent), max(spent)
    minutes = middle * len(DOCUMENTS) * ROUND / 60
    good = minutes <= MINUTES_AT_MOST
    print(f"\nDocuments drawn, signed and stored, {len(spent)} of {CERTIFICATES} certificates: median {middle:.2f} s, worst {worst:.2f} s. "
          f"{ROUND} certificates with {len(DOCUMENTS)} documents each: {minutes:.1f} minutes in one worker "
          f"(≤ {MINUTES_AT_MOST}): {'met' if good else 'missed'}.")
    return good
