"""The public log: written with each event, given its place a moment later by one linker per agency, its head signed once a day."""
from django.db import transaction

from accounts.workflow import renew_public_pages
from certification.log_chain import GENESIS, canonical, digest_of, head_facts
from certification.models import Certificate, CertificateDocument, LogEntry, LogHead, LogWaiting, SignedHead
from certification.models.log import DOCUMENT_MADE, ENTERED
from certification.permissions import can_keep_log
from core import clock
from core.detached import sign_detached
from core.tenancy import current_agency
from core.workflow import record, require

BATCH = 500
DATES = ("valid_from", "valid_to", "suspended_from", "suspended_to", "ended_on", "ended_as")
TOLD = ("certificate_id", "at", "verb", "number", "code", "effective_on", "document", "language", "version", "sha256", *DATES)


def log_event(certificate, verb, *, effective_on=None, document=None):
    """A part of each deed about a certificate, in its transaction: what happened, with the dates as they are now."""
    papers = {"document": document.kind, "language": document.language, "version": document.version,
              "sha256": document.sha256} if document else {}
    return LogWaiting.everything.create(
        certificate=certificate, at=clock.now(), verb=str(verb), number=certificate.number, code=certificate.code,
        effective_on=effective_on, **{name: getattr(certificate, name) for name in DATES}, **papers)


@transaction.atomic
def link_log(*, actor):
    """Append what waits to this agency's chain, one linker at a time. Returns how many entries.

    A certificate's transaction never waits here: a chain held to the end of a batch would lock its rows crosswise with another's.
    """
    require(can_keep_log(actor))
    head = _locked_head()
    begins, agency, entries = head.position == 0, current_agency(), []
    first = _enter_existing() if begins else set()
    waiting = list(LogWaiting.everything.order_by("at", "pk")[:None if begins else BATCH])
    waiting.sort(key=lambda row: row.pk not in first)           # what a log begins with stands before what happened since
    for row in waiting:
        entry = LogEntry(**{name: getattr(row, name) for name in TOLD}, position=head.position + 1, logged_at=clock.now(),
                         previous=head.digest)
        entry.digest = digest_of(entry, agency.slug)
        head.position, head.digest = entry.position, entry.digest
        entries.append(entry)
    if entries:
        LogEntry.everything.bulk_create(entries)
        LogWaiting.everything.filter(pk__in=[row.pk for row in waiting]).delete()
        head.save(update_fields=["position", "digest"])
        renew_public_pages(agency)
    return len(entries)


@transaction.atomic
def sign_log_head(*, actor):
    """Once a day, if there is anything to sign. Returns the SignedHead that was made, or None. Raises Unavailable without a key."""
    require(can_keep_log(actor))
    head, day, agency = _locked_head(), clock.today(), current_agency()
    if head.position == 0 or SignedHead.everything.filter(day__gte=day).exists():
        return None
    signed = SignedHead(day=day, signed_at=clock.now(), position=head.position, digest=head.digest)
    signed.signature, signed.certificate = sign_detached(canonical(head_facts(signed, agency.slug)), agency=agency)
    signed.save()
    record("log.head_signed", signed, actor=actor, position=signed.position, digest=signed.digest)
    renew_public_pages(agency)
    return signed


def _locked_head():
    agency = current_agency()
    LogHead.everything.bulk_create([LogHead(digest=GENESIS)], ignore_conflicts=True)
    return LogHead.everything.select_for_update().get(agency=agency)


def _enter_existing():
    """What was certified before there was a log is entered once, in the order of issue, as it stands. Returns the rows' keys."""
    entered = set()
    known = LogWaiting.everything.exclude(verb=DOCUMENT_MADE).values("certificate")
    for certificate in Certificate.everything.exclude(pk__in=known).order_by("issued_at", "pk"):
        entered.add(log_event(certificate, ENTERED, effective_on=certificate.valid_from).pk)
        if certificate.origin == Certificate.Origin.ISSUED:
            made = CertificateDocument.everything.filter(certificate=certificate, made_at__isnull=False)
            noted = LogWaiting.everything.filter(verb=DOCUMENT_MADE).values("sha256")
            for document in made.exclude(sha256__in=noted).order_by("made_at", "pk"):
                entered.add(log_event(certificate, DOCUMENT_MADE, document=document).pk)
    return entered
