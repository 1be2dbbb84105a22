"""Whether the public log is whole and tells the same as the certificates: for `verify_log` and the nightly check."""
from collections import Counter, defaultdict

from accounts.actors import Actor
from certification.log_chain import GENESIS, canonical, digest_of, head_facts
from certification.models import Certificate, CertificateDocument, CertificateEvent, LogEntry, LogHead, LogWaiting, SignedHead
from certification.models.log import DOCUMENT_MADE, ENTERED
from core.detached import detached_holds
from core.tenancy import current_agency

CHECKING = Actor.system("checking the public log")
DATES = ("valid_from", "valid_to", "suspended_from", "suspended_to", "ended_on", "ended_as")


def log_differences():
    """Sentences about this agency's log; none if it is whole and true. For who runs the system: in English."""
    by_position, broken = {}, []
    expected, previous, slug = 1, GENESIS, current_agency().slug
    for entry in _rows(LogEntry).order_by("position").iterator(chunk_size=2000):
        if (entry.position, entry.previous) != (expected, previous) or entry.digest != digest_of(entry, slug):
            broken = [f"the chain is broken at {expected}"]
            break
        by_position[expected], expected, previous = entry.digest, expected + 1, entry.digest
    head = _rows(LogHead).first()
    if not broken and head and (head.position, head.digest) != (expected - 1, previous):
        broken = [f"the chain ends at {expected - 1}, its head says {head.position}"]
    return [*broken, *_heads_differ(by_position, slug), *_certificates_differ()]


def _rows(model):
    return model.objects.visible_to(CHECKING).filter(agency=current_agency())


def _heads_differ(by_position, slug):
    for head in _rows(SignedHead).order_by("day"):
        if by_position.get(head.position) != head.digest:
            yield f"what was signed on {head.day} is no longer entry {head.position}"
        elif not detached_holds(canonical(head_facts(head, slug)), head.signature, head.certificate, at=head.signed_at):
            yield f"the signature of {head.day} does not hold"


def _certificates_differ():
    """What each certificate is, against the last thing the log says of it; what happened to it, against what the log has."""
    if not _rows(LogHead).exists():                     # the first linker enters everything
        return
    logged = defaultdict(list)
    for model in (LogEntry, LogWaiting):
        for row in _rows(model).order_by("pk"):
            logged[row.certificate_id].append(row)
    events, papers = defaultdict(list), defaultdict(list)
    for event in _rows(CertificateEvent):
        events[event.certificate_id].append(event)
    for paper in _rows(CertificateDocument).filter(made_at__isnull=False).exclude(certificate__origin=Certificate.Origin.IMPORTED):
        papers[paper.certificate_id].append(paper.sha256)
    for certificate in _rows(Certificate).order_by("pk"):
        if not (rows := logged.pop(certificate.pk, [])):
            yield f"{certificate.number} is not in the log"
        else:
            yield from _one_differs(certificate, rows, events[certificate.pk], papers[certificate.pk])
    for rows in logged.values():
        yield f"{rows[0].number} is in the log but is no certificate"


def _one_differs(certificate, rows, events, papers):
    last = rows[-1]
    if any(getattr(last, name) != getattr(certificate, name) for name in (*DATES, "number", "code")):
        yield f"{certificate.number}: entry of {last.at:%Y-%m-%d %H:%M} tells other dates than the certificate"
    entered = next((row.at for row in rows if row.verb == ENTERED), None)
    told = Counter(row.verb for row in rows if row.verb not in (ENTERED, DOCUMENT_MADE))
    happened = Counter(event.kind for event in events if entered is None or event.at > entered)
    if (entered is None and told != happened) or (entered is not None and happened - told):
        yield f"{certificate.number}: the log tells {dict(told)}, the certificate {dict(happened)}"
    missing = set(papers) - {row.sha256 for row in rows}
    if missing:
        yield f"{certificate.number}: {len(missing)} documents are not in the log"
