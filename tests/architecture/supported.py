"""Public activities and requests for project support behind every address of them. What is handed in stands at the agency itself here."""
from datetime import timedelta

from agencies.models import (
    Activity,
    ActivityPhoto,
    SupportDecision,
    SupportFile,
    SupportReport,
    SupportReportFile,
    SupportRequest,
)
from core import clock
from core.files import path_of
from tests.architecture.holding import kept, kept_picture

OWN = {
    **dict.fromkeys(("network_activity", "network_change_activity", "network_add_photo", "network_publish_activity",
                     "network_withdraw_activity", "agency_activity"), "activity"),
    **dict.fromkeys(("network_photo", "network_remove_photo", "agency_photo"), "activity_photo"),
    **dict.fromkeys(("network_support_request", "network_change_support", "network_attach_plan", "network_hand_in_support",
                     "network_withdraw_support", "network_support_became", "network_support_report", "network_send_support_report",
                     "network_decide_support", "network_release_support", "network_approve_support", "network_send_back_support",
                     "network_answer_support"), "support_request"),
    **dict.fromkeys(("network_plan_file", "network_remove_plan"), "support_file"),
    **dict.fromkeys(("network_report_file", "network_remove_report_file"), "support_report_file"),
}


def supported_at(place):
    """Each text says whose it is; nothing of it is out."""
    mark, now, by, today = f"CNRY-{place.agency.slug}", clock.now(), place.officer, clock.today()
    activity = Activity.everything.create(
        title_ko=f"{mark}-activity", text_ko=f"{mark}-activity-text", kind="campaign", from_on=today, until_on=today,
        place=f"{mark}-place", partners=f"{mark}-partners", changed_at=now, changed_by=by)
    picture = kept_picture()
    photo = ActivityPhoto.everything.create(
        activity=activity, original=picture, file=picture, alt_ko=f"{mark}-alt", name=f"{mark}-photo.jpg", path=path_of(picture),
        sha256=picture.sha256, size=picture.size, mime="image/jpeg", width=64, height=48, added_at=now, added_by=by)
    row = SupportRequest.everything.create(
        central=place.agency, title=f"{mark}-support", purpose=f"{mark}-purpose", kind="amount", amount=1_000, from_on=today,
        until_on=today + timedelta(days=9), plan=f"{mark}-plan", begun_at=now, help_words=f"{mark}-help", became=f"{mark}-became",
        became_at=now)
    SupportDecision.everything.create(asking=place.agency, request=row, outcome="refused", reason=f"{mark}-reason", drafted_at=now,
                                      drafted_by=by)
    report = SupportReport.everything.create(central=place.agency, request=row, number=1, text=f"{mark}-report", written_at=now,
                                             written_by=by)
    paper = {"central": place.agency, "added_by": by, "added_at": now}
    return {"activity": activity, "activity_photo": photo, "support_request": row,
            "support_file": SupportFile.everything.create(request=row, name=f"{mark}-plan.pdf", **of(kept()), **paper),
            "support_report_file": SupportReportFile.everything.create(report=report, name=f"{mark}-report.pdf", **of(kept()), **paper)}


def of(stored):
    return {"file": stored, "path": path_of(stored), "sha256": stored.sha256, "size": stored.size, "mime": stored.mime}
