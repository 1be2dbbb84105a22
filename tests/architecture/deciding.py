"""A committee in session with a decided case, and an announcement of it: what stands in the blanks of those addresses."""
from core import clock
from evaluations.models import Announcement, AnnouncementItem, Application, Decision
from providers.models import Offering
from tests import factories as f


def decided_by(place):
    """Of the agency's first provider; the cast's committee member has the seat."""
    mark, now = f"CNRY-{place.agency.slug}", clock.now()
    offering = Offering.everything.get(site__provider=place.provider)
    version = f.published_version(framework=f.FrameworkFactory(name_ko="인증 기준", name_en="Framework"))
    application = Application.everything.create(
        round=f.RoundFactory(version=version), provider=place.provider, offering=offering, service_type=offering.service_type,
        stage="decided", stage_since=now,
        number="2026-901", provider_name=f"{mark}-provider", site_name=f"{mark}-provider-site", started_at=now,
        started_by=place.owner, submitted_at=now)
    body = f.BodyFactory(name_ko=f"{mark}-body", name_en=f"{mark}-body-en")
    seat = f.SeatFactory(body=body, user=place.committee)
    meeting = f.MeetingFactory(body=body, title=f"{mark}-meeting", place=f"{mark}-room", called_by=place.officer)
    item = f.AgendaItemFactory(meeting=meeting, matter=application.public_id, subject_label=f"{mark}-item")
    f.DeclarationFactory(user=place.committee, matter=application.public_id, subject_label=f"{mark}-item")
    ballot = f.BallotFactory(item=item, opened_by=place.officer)
    decision = Decision.everything.create(application=application, kind="defer", grounds=f"{mark}-grounds", decided_at=now)
    announcement = Announcement.everything.create(round=application.round, title=f"{mark}-announcement", planned_for=now, drafted_at=now)
    f.ApprovalFactory(subject=announcement.public_id, subject_label=f"{mark}-announcement", drafted_by=place.officer)
    announced = AnnouncementItem.everything.create(announcement=announcement, decision=decision, position=1)
    return {"body": body, "seat": seat, "meeting": meeting, "agenda_item": item, "ballot": ballot, "announcement": announcement,
            "announced": announced, "decided_round": application.round}
