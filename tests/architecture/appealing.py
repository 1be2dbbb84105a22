"""An appeal that is being handled, with a file and somebody who handles it: what stands in the blanks of those addresses."""
from accounts.actors import Actor
from core import clock
from correspondence.workflow import open_deadline
from evaluations.models import (
    Announcement,
    AnnouncementItem,
    Appeal,
    AppealFile,
    AppealHandler,
    AppealOpinion,
    AppealPoint,
    Decision,
    RequiredIndicator,
)
from tests import factories as f

SYSTEM = Actor.system("tests")


def appealed_against(place, application, keep_bytes):
    """A refusal of this case that was announced; the cast's committee member handles the appeal."""
    mark, now = f"CNRY-{place.agency.slug}-provider", clock.now()
    decision = Decision.everything.create(application=application, kind="refuse", grounds=f"{mark}-grounds", decided_at=now)
    announcement = Announcement.everything.create(round=application.round, title=f"CNRY-{place.agency.slug}-told", planned_for=now,
                                                  drafted_at=now, announced_at=now)
    f.ApprovalFactory(subject=announcement.public_id, subject_label=f"CNRY-{place.agency.slug}-told", drafted_by=place.officer)
    AnnouncementItem.everything.create(announcement=announcement, decision=decision, position=1)
    appeal = Appeal.everything.create(application=application, decision=decision, begun_at=now, begun_by=place.owner, told_on=clock.today(),
                                      due_at=clock.end_of(clock.today()), number="2026-A901")
    required = RequiredIndicator.everything.filter(application=application).first()
    point = AppealPoint.everything.create(appeal=appeal, required=required, position=1, told=f"{mark}-ground", text=f"{mark}-said")
    stored = f.StoredFileFactory(shelf=application.public_id)
    keep_bytes(stored)
    file = AppealFile.everything.create(point=point, file=stored, name=f"{mark}-record.pdf", sha256="x", size=stored.size)
    deadline = open_deadline(appeal, kind="appeal.answer", event_on=clock.today(), actor=SYSTEM)
    Appeal.everything.filter(pk=appeal.pk).update(stage="handled", arrived_at=now, handed_in_by=place.owner, sha256="0" * 64,
                                                  answer_deadline=deadline)
    handler = AppealHandler.everything.create(appeal=appeal, user=place.committee, person=place.committee.person, named_at=now)
    f.DeclarationFactory(user=place.committee, matter=appeal.public_id, subject_label=f"CNRY-{place.agency.slug}-appeal")
    AppealOpinion.everything.create(handler=handler, point=point, reason=f"CNRY-{place.agency.slug}-opinion", saved_at=now)
    return {"appeal": appeal, "appeal_point": point, "appeal_file": file, "appeal_handler": handler}
