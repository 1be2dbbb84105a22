"""Who is told what happened to a certificate: the provider's people, each change in its own words."""
from certification.models import CertificateEvent
from core import clock
from correspondence.workflow import notify

Kind = CertificateEvent.Kind
SILENT = (Kind.ISSUED, Kind.IMPORTED)           # told by the announcement of the results, or long ago on paper
NEWS_FOR = 30                                   # days after its last day that an expiry is still news


def tell(certificate, kind, *, on, until, reason, actor, event=""):
    """In the transaction of what happened; the messages follow through the outbox."""
    if kind in SILENT or (kind == Kind.EXPIRED and (clock.today() - on).days > NEWS_FOR):
        return
    facts = {"day": on, "reason": reason or "-"}
    if kind == Kind.SUSPENDED:
        event = "certificate.suspended" if until else "certificate.suspended_open"
    else:
        event = event or f"certificate.{kind}"
    if event in ("certificate.suspended", "certificate.prolonged"):
        facts["until"] = until
    if kind in (Kind.REISSUED, Kind.SUPERSEDED, Kind.EXPIRED):
        del facts["reason"]
    notify(event, certificate, actor=actor, link=("portal_certificate", certificate.public_id), **facts)
    if kind == Kind.EXPIRED:
        notify("certificate.expired_desk", certificate, actor=actor, link=("desk_certificate", certificate.public_id), day=on)
