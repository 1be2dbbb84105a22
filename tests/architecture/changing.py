"""A change report behind its addresses: handed in, with a file, its letters, and the certificate that it touches."""
from aftercare.models import ChangedCertificate, ChangeFile, ChangeReport
from core import clock
from correspondence.models import Letter
from tests.architecture.holding import kept


def changed(place, certificate):
    """Each text says whose it is."""
    mark, now, today = f"CNRY-{place.agency.slug}-provider", clock.now(), clock.today()
    letter = Letter.everything.create(subject_type="x", subject_id="1", kind="change.answer", year=2026, serial=9002,
                                      number=f"{mark}-letter", addressee="x", title="x", written_at=now,
                                      file=kept(), sha256="x", made_at=now)
    report = ChangeReport.everything.create(
        provider=place.provider, kind="head", stage="handed_in", number="2026-N900", happened_on=today, due_on=today, arrived_at=now,
        facts={"head_name": f"{mark}-new-head"}, before={"head_name": f"{mark}-old-head"}, note=f"{mark}-note", begun_at=now,
        begun_by=place.owner, handed_in_by=place.owner, receipt=letter, letter=letter)
    row = ChangedCertificate.everything.create(report=report, certificate=certificate, follows=["correct"], is_owed=True)
    file = ChangeFile.everything.create(report=report, file=kept(), name=f"{mark}-shown.pdf", sha256="x", handed_in_at=now)
    return {"change_report": report, "changed_certificate": row, "change_file": file}
