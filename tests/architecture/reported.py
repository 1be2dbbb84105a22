"""Two agencies' performance reports with evidence, and consulting: one set at Central, by which both are assessed."""
from agencies.models import Consulting, IndicatorSet, Participation, Report, ReportEntry, ReportFile
from core import clock
from core.files import path_of
from correspondence.models import Letter
from tests.architecture.holding import kept

YEAR = 2029
OWN = {
    **dict.fromkeys(("performance_report", "performance_canonical", "performance_receipt", "give_performance_report",
                     "release_performance_report", "hand_in_performance_report", "send_back_performance_report", "received_report"),
                    "performance_report"),
    **dict.fromkeys(("performance_entry", "received_entry"), "performance_entry"),
    **dict.fromkeys(("performance_file", "received_file"), "performance_file"),
    "remind_agencies": "indicator_set",
    "ask_agency_consulting": "own_participation",
    **dict.fromkeys(("agency_consulting", "withdraw_agency_consulting", "accept_agency_consulting", "decline_agency_consulting",
                     "record_agency_consulting"), "agency_consulting"),
}


def reported(place):
    """Each text says whose it is. The set and the participation are Central's: see conftest."""
    mark, now = f"CNRY-{place.agency.slug}", clock.now()
    part = Participation.everything.get(assessed=place.agency, year=YEAR)
    central = {"central_id": part.agency_id}
    report = Report.everything.create(participation=part, year=YEAR, due_on=part.indicator_set.report_due_on, opened_at=now, **central)
    indicator = IndicatorSet.everything.get(year=YEAR).indicators.order_by("position").first()
    entry = ReportEntry.everything.create(report=report, indicator=indicator, text=f"{mark}-reports", **central)
    stored = kept()
    file = ReportFile.everything.create(entry=entry, file=stored, name=f"{mark}-proof.pdf", path=path_of(stored), sha256=stored.sha256,
                                        size=stored.size, mime=stored.mime, added_by=place.officer, added_at=now, **central)
    Letter.everything.create(subject_type="agencies.report", subject_id=str(report.pk), kind="performance_report.receipt", year=2026,
                             serial=9103, number=f"{mark}-confirmed", addressee="x", title="x", written_at=now, file=kept(), sha256="x",
                             made_at=now)
    row = Consulting.everything.create(participation=part, year=YEAR, about=f"{mark}-asks", wished=[], asked_at=now,
                                       asked_by=place.officer, **central)
    return {"performance_report": report, "performance_entry": entry, "performance_file": file, "own_participation": part,
            "agency_consulting": row}
