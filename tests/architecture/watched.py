"""What is watched of a certificate: a self-inspection that was handed in, a monitoring visit with its team, a corrective action."""
from datetime import timedelta

from aftercare.models import (
    CorrectionFile,
    CorrectionSubmission,
    CorrectiveAction,
    Inspection,
    InspectionFile,
    InspectionRow,
    InspectionSeal,
    Monitoring,
    MonitoringFinding,
    MonitoringMember,
    SealedRow,
)
from certification.models import Indicator
from core import clock
from correspondence.models import Letter
from tests import factories as f


def watched(place, certificate, keep_bytes):
    """Each text says whose it is."""
    mark, now, today = f"CNRY-{place.agency.slug}", clock.now(), clock.today()
    window = {"opens_on": today - timedelta(days=5), "due_on": today + timedelta(days=20), "certificate": certificate}
    duty, visit_duty = f.DutyFactory(**window, reason=f"{mark}-why"), f.DutyFactory(**window, kind="monitoring_visit", reason=f"{mark}-why")
    indicator = Indicator.everything.filter(version=certificate.version).order_by("position").first()
    inspection = Inspection.everything.create(duty=duty, provider=place.provider, version=certificate.version, stage="handed_in",
                                              begun_at=now, begun_by=place.owner, handed_in_at=now)
    row = InspectionRow.everything.create(inspection=inspection, indicator=indicator, position=1, text=f"{mark}-row")
    seal = InspectionSeal.everything.create(inspection=inspection, number=1, sealed_at=now, sealed_by=place.owner, is_late=False,
                                            canonical="{}", sha256="x")
    SealedRow.everything.create(seal=seal, indicator=indicator, code=indicator.code, position=1, rating="meets", change="changed",
                                text=f"{mark}-sealed", stands=f"{mark}-sealed")
    file = InspectionFile.everything.create(seal=seal, code=indicator.code, file=f.StoredFileFactory(), name=f"{mark}-file.pdf", sha256="x",
                                            size=9)
    keep_bytes(file.file)
    paper = f.StoredFileFactory(shelf=certificate.public_id)
    keep_bytes(paper)
    Letter.everything.create(
        subject_type=InspectionSeal._meta.label_lower, subject_id=str(seal.pk), kind="inspection.receipt", year=2026, serial=9005,
        number=f"{mark}-receipt", addressee="x", title="x", written_at=now, file=paper, sha256="x", made_at=now)
    return {"inspection_seal": seal,
            "inspection_duty": duty, "inspection": inspection, "inspection_row": row, "inspection_file": file, "visit_duty": visit_duty,
            **visited_for(place, visit_duty, seal, indicator), **corrected(place, certificate, indicator, keep_bytes)}


def visited_for(place, duty, seal, indicator):
    """Planned for the agency's assessor, who has declared; with a finding as from an earlier one."""
    mark, now = f"CNRY-{place.agency.slug}", clock.now()
    facts = {"provider": {"name": f"{mark}-facts", "head_name": f"{mark}-head"}, "site": {"name": "x", "address": f"{mark}-where"},
             "certificate": {"number": "x", "service": "x"}, "reason": ""}
    monitoring = Monitoring.everything.create(
        duty=duty, certificate=duty.certificate, provider=place.provider, offering=duty.certificate.offering, is_announced=True,
        label=f"{mark}-monitoring", facts=facts, seal=seal, planned_at=now, planned_by=place.officer,
        visit=f.VisitFactory(subject_type="aftercare.monitoring", subject_label=f"{mark}-visit", place_name=f"{mark}-place",
                             stage="planned", starts_at=now + timedelta(days=3)))
    member = MonitoringMember.everything.create(monitoring=monitoring, user=place.assessor, is_lead=True, named_at=now)
    asked = f.DeclarationFactory(user=place.assessor, matter=monitoring.public_id, subject_type="aftercare.monitoring",
                                 subject_label=f"{mark}-declares", asked_at=now, answered_at=now, has_interest=False)
    MonitoringFinding.everything.create(monitoring=monitoring, indicator=indicator, code="1.1.1", position=1,
                                        judgement="noncompliant", reason_code="not_done", text=f"{mark}-found", agreed_at=now)
    return {"monitoring": monitoring, "monitoring_member": member, "monitoring_declaration": asked}


def corrected(place, certificate, indicator, keep_bytes):
    """Handed in."""
    mark, now, today = f"CNRY-{place.agency.slug}", clock.now(), clock.today()
    action = CorrectiveAction.everything.create(certificate=certificate, provider=place.provider, indicator=indicator, code=indicator.code,
                                                told=f"{mark}-told", stage="submitted", requested_at=now, due_on=today)
    one = CorrectionSubmission.everything.create(action=action, number=1, cause=f"{mark}-cause", plan=f"{mark}-plan", done_on=today,
                                                 arrived_at=now, handed_in_by=place.owner, is_late=False, canonical="{}", sha256="x")
    file = CorrectionFile.everything.create(submission=one, file=f.StoredFileFactory(), name=f"{mark}-proof.pdf", sha256="x", size=9)
    keep_bytes(file.file)
    return {"corrective": action, "corrective_file": file}
