"""The audit trail: each event written with what it tells of, then linked into one unbroken chain per agency."""
import hashlib
import hmac
import json
from datetime import UTC

from django.conf import settings
from django.db import connection

from core import clock
from core.models import AuditEvent, AuditHead, AuditLabel, AuditLink, AuditPending
from core.tenancy import current_agency_id

GENESIS = "0" * 64
BATCH = 500
# one statement for the three rows: every write of the house ends with it
WRITE = """
WITH event AS (INSERT INTO core_auditevent (agency_id, at, actor_id, verb, subject_type, subject_id, facts, labels_hmac)
               VALUES (%s, %s, %s, %s, %s, %s, %s, %s) RETURNING id, agency_id),
     label AS (INSERT INTO core_auditlabel (agency_id, event_id, actor_label, subject_label) SELECT agency_id, id, %s, %s FROM event)
INSERT INTO core_auditpending (agency_id, event_id) SELECT agency_id, id FROM event RETURNING event_id"""


def record(verb, subject, *, actor, **facts):
    """Write what happened, in the same transaction. Facts hold ids and stages, never names. Returns the event."""
    facts |= _for_whom(actor)
    actor_label, subject_label = str(actor.label)[:200], str(subject)[:200]
    event = AuditEvent(
        at=clock.now(), actor_id=actor.user and actor.user.pk, verb=verb,
        subject_type=subject._meta.label_lower, subject_id=str(subject.pk),
        facts=json.loads(json.dumps(facts, default=str)), labels_hmac=seal_of(actor_label, subject_label),
    )
    with connection.cursor() as cursor:
        cursor.execute(WRITE, [event.agency_id, event.at, event.actor_id, verb, event.subject_type, event.subject_id,
                               json.dumps(event.facts), event.labels_hmac, actor_label, subject_label])
        event.pk, = cursor.fetchone()
    return event


def record_many(verb, rows, *, actor):
    """The same for many rows at once: `rows` are pairs of a subject and its facts. One event each, in their order."""
    at, actor_label = clock.now(), str(actor.label)[:200]
    labels = [str(subject)[:200] for subject, _facts in rows]
    events = AuditEvent.everything.bulk_create([
        AuditEvent(at=at, actor_id=actor.user and actor.user.pk, verb=verb, subject_type=subject._meta.label_lower,
                   subject_id=str(subject.pk), facts=json.loads(json.dumps(facts | _for_whom(actor), default=str)),
                   labels_hmac=seal_of(actor_label, label))
        for (subject, facts), label in zip(rows, labels, strict=True)], batch_size=BATCH)
    AuditLabel.everything.bulk_create([AuditLabel(event=event, actor_label=actor_label, subject_label=label)
                                       for event, label in zip(events, labels, strict=True)], batch_size=BATCH)
    AuditPending.everything.bulk_create([AuditPending(event=event) for event in events], batch_size=BATCH)


def _for_whom(actor):
    """A delegate acts in the own name; in whose place, the event says too."""
    away = getattr(actor, "acting_for", None)
    return {"for": away.pk} if away else {}


def seal_of(actor_label, subject_label):
    """Keyed, so that an erased name cannot be found again by trying names."""
    return hmac.new(settings.AUDIT_KEY.encode(), f"{actor_label}\x1f{subject_label}".encode(), hashlib.sha256).hexdigest()


def digest_of(event, position, previous):
    """SHA-256 over canonical bytes; the same before saving and after reading back."""
    sealed = {
        "agency": event.agency_id, "position": position, "previous": previous, "event": event.pk,
        "at": event.at.astimezone(UTC).isoformat(timespec="microseconds"), "actor": event.actor_id, "verb": event.verb,
        "subject": [event.subject_type, event.subject_id], "facts": event.facts, "labels": event.labels_hmac,
    }
    return hashlib.sha256(json.dumps(sealed, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def link_events():
    """Append what is not yet linked to this agency's chain. Returns how many were linked; one linker at a time."""
    AuditHead.everything.bulk_create([AuditHead(digest=GENESIS)], ignore_conflicts=True)
    head = AuditHead.everything.select_for_update().get(agency_id=current_agency_id())
    waiting = list(AuditPending.everything.select_related("event").order_by("event_id")[:BATCH])
    links = []
    for pending in waiting:
        digest = digest_of(pending.event, head.position + 1, head.digest)
        links.append(AuditLink(event=pending.event, position=head.position + 1, previous=head.digest, digest=digest))
        head.position, head.digest = head.position + 1, digest
    AuditLink.everything.bulk_create(links)
    AuditPending.everything.filter(pk__in=[pending.pk for pending in waiting]).delete()
    head.save(update_fields=["position", "digest"])
    return len(waiting)


def first_broken_position():
    """Where this agency's chain stops being what was written, or None."""
    expected, previous = 1, GENESIS
    links = AuditLink.everything.select_related("event__label").order_by("position")
    for link in links.iterator(chunk_size=2000):
        if (link.position, link.previous) != (expected, previous) or link.digest != digest_of(link.event, expected, previous):
            return expected
        if not labels_hold(link.event):
            return expected
        expected, previous = expected + 1, link.digest
    head = AuditHead.everything.filter(agency_id=current_agency_id()).first()
    if head and (head.position, head.digest) != (expected - 1, previous):
        return expected                             # the tail was cut
    return expected if events_without_place() else None


def labels_hold(event):
    """An erased label is no breach; a changed one is."""
    label = getattr(event, "label", None)
    return label is None or hmac.compare_digest(event.labels_hmac, seal_of(label.actor_label, label.subject_label))


def not_yet_linked():
    return AuditPending.everything.count()


def events_without_place():
    """Events that neither stand in the chain nor wait for it: slipped in past `record`, or their link was taken."""
    return AuditEvent.everything.filter(link=None, pending=None).exists()
