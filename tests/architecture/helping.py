"""A consultation under way with everything that belongs to one, an offer that waits, what was given, a good case."""
from datetime import timedelta

from aftercare.models import ConsultationReport, ConsultationVisit, NominationFile, SharedCopy
from core import clock
from tests import factories as f
from tests.architecture.holding import kept

OWN = {
    **dict.fromkeys(("portal_ask_consulting", "portal_nominate", "desk_offer_consulting", "desk_nominate"), "certificate"),
    **dict.fromkeys((
        "portal_consultation", "portal_accept_offer", "portal_decline_offer", "portal_share", "portal_agree_consultant",
        "portal_object_to_consultant", "portal_call_off_consultation", "portal_rate_consultation", "consult_case", "consult_accept",
        "consult_decline", "consult_set_visit", "consult_report", "desk_consultation", "desk_choose_consultant", "desk_take_back_asking",
        "desk_agree_consultant", "desk_call_off_consultation", "desk_close_consultation"), "consultation"),
    **dict.fromkeys(("consultation_calendar", "consult_move_visit", "consult_drop_visit", "consult_visit_done"), "consulting_visit"),
    "consultation_file": "shared_copy",
    **dict.fromkeys(("desk_consultant", "desk_consultant_active"), "consultant_entry"),
    "desk_strike_grant": "grant",
    **dict.fromkeys(("portal_nomination_consent", "desk_nomination", "desk_keep_nomination", "desk_thank_nomination"), "nomination"),
    "nomination_file": "nomination_file",
}


def helped(place, certificate):
    """Each text says whose it is."""
    mark, now = f"CNRY-{place.agency.slug}-provider", clock.now()
    entry = f.ConsultantFactory(user=place.consultant, about=f"CNRY-{place.agency.slug}-about")
    row = f.ConsultationFactory(certificate=certificate, number="2024-K001", consultant=entry, stage="agreed", agreed_at=now,
                                words=f"{mark}-asks")
    by = {"shared_at": now, "shared_by": place.owner, "sha256": "0" * 64}
    SharedCopy.everything.create(consultation=row, kind="answer", code="1.1.1", name="x", text=f"{mark}-shared", **by)
    copy = SharedCopy.everything.create(consultation=row, kind="file", name=f"{mark}-shared.pdf", file=kept(), **by)
    later = now + timedelta(days=2)
    visit = ConsultationVisit.everything.create(consultation=row, starts_at=later, ends_at=later + timedelta(hours=1),
                                                place=f"{mark}-place", set_at=now)
    ConsultationReport.everything.create(consultation=row, found=f"CNRY-{place.agency.slug}-found")
    grant = f.GrantFactory(certificate=certificate, words=f"{mark}-given")
    nomination = f.NominationFactory(certificate=certificate, title=f"{mark}-case", words=f"{mark}-told", nominated_by=place.owner)
    file = NominationFile.everything.create(nomination=nomination, file=kept(), name=f"{mark}-picture.pdf")
    return {"consultation": row, "consulting_visit": visit, "shared_copy": copy, "consultant_entry": entry, "grant": grant,
            "nomination": nomination, "nomination_file": file}
