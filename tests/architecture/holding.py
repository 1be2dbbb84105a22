"""What happens to a certificate after it was given: a wish to give it back, a correction, a plaque, a ceremony."""
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from certification.models import Ceremony, CeremonyGuest, CertificateRevision, PlaqueOrder, PrintBatch, Round, SurrenderRequest
from certification.workflow.certificate_versions import APPROVAL, SUBJECT, digest_of
from core import clock
from core.files import path_of
from correspondence.models import Letter
from panels.models import Approval
from tests import factories as f
from tests.files import jpg


def life_of(place, certificate):
    """Each text says whose it is."""
    mark, now, today = f"CNRY-{place.agency.slug}", clock.now(), clock.today()
    asked = {"asked_by": place.owner, "asked_at": now}
    surrender = SurrenderRequest.everything.create(certificate=certificate, wished_on=today, reason=f"{mark}-gives-back", **asked)
    correction = CertificateRevision.everything.create(
        certificate=certificate, kind="corrected", reason=f"{mark}-corrects", effective_on=certificate.valid_from,
        facts_before={"head_name": certificate.head_name}, facts_after={"head_name": f"{mark}-new-head"}, **asked)
    Approval.everything.create(subject_type=SUBJECT, subject=correction.public_id, subject_label="x", kind=APPROVAL,
                               digest=digest_of(correction), drafted_by=place.officer, drafted_at=now)
    batch = PrintBatch.everything.create(kind="plaques", file=kept(), number=1, made_at=now, **asked)
    letter = Letter.everything.create(subject_type="x", subject_id="1", kind="x", year=2026, serial=9001, number=f"{mark}-letter",
                                      addressee="x", title="x", written_at=now, file=kept(), sha256="x", made_at=now)
    plaque = PlaqueOrder.everything.create(certificate=certificate, objection=f"{mark}-objects", receipt=letter, batch=batch, **asked)
    ceremony = Ceremony.everything.create(
        round=Round.everything.filter(agency=place.agency, published_at__isnull=False).first(), name=f"{mark}-ceremony", starts_at=now,
        place=f"{mark}-hall", answer_until=today, drafted_by=place.officer, drafted_at=now)
    guest = CeremonyGuest.everything.create(ceremony=ceremony, certificate=certificate, provider=place.provider, invited_at=now,
                                            organisation=f"{mark}-party", name=f"{mark}-guest")
    return {"surrender": surrender, "correction": correction, "print_batch": batch, "plaque": plaque, "ceremony": ceremony,
            "ceremony_guest": guest}


def kept_picture():
    """The same, a photo."""
    stored = f.StoredFileFactory(mime="image/jpeg", extension="jpg")
    default_storage.save(path_of(stored), ContentFile(jpg().ljust(stored.size)[:stored.size]))
    return stored


def kept():
    """A stored file with bytes behind it."""
    stored = f.StoredFileFactory()
    default_storage.save(path_of(stored), ContentFile(b"%PDF-1.7".ljust(stored.size)))
    return stored
