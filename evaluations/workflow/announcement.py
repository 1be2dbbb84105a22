"""Telling everybody at once: drafted by the officer, released by the manager, approved by the director."""
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.tenancy import current_agency
from core.wording import moment_in_words
from core.workflow import lock, record, refuse_if, require
from evaluations.announced import awards_in_the_way, content_of, digest, digest_of
from evaluations.models import Announcement, AnnouncementDraft, AnnouncementItem, Application, Decision
from evaluations.models.announcement import KIND, SUBJECT
from evaluations.permissions import stands_apart
from evaluations.stages import Stage
from panels import workflow as panels
from panels.models import Approval
from panels.permissions import can_draft

PAGE = "desk_announcement"              # where it is read and decided
A_MINUTE = timedelta(minutes=1)


@transaction.atomic
def draft_announcement(round, decisions, *, title, planned_for, actor):
    """A batch of decided cases in the order in which their certificates will be numbered. Nobody chosen: nothing is drafted."""
    require(can_draft(actor))
    _refuse_the_past(planned_for)
    announcement = Announcement.everything.create(round=round, title=_title(title), planned_for=planned_for, drafted_at=clock.now())
    _fill(announcement, decisions)
    record("announcement.drafted", announcement, actor=actor, decisions=[one.pk for one in decisions], planned_for=planned_for)
    panels.draft_approval(SUBJECT, announcement.public_id, str(announcement), KIND, _keep_draft(announcement), actor=actor, page=PAGE,
                          needs_assent=current_agency().city_assents)
    return announcement


@transaction.atomic
def change_announcement(announcement, decisions, *, title, planned_for, actor):
    """Another batch, order, title or minute. Whatever was released or sent back begins again as a draft."""
    announcement = _lock_open(announcement)
    require(can_draft(actor))
    approval = approval_of(announcement)
    refuse_if(approval.stage == Approval.Stage.APPROVED, _("It is approved. Nothing in it can be changed."))
    _refuse_the_past(planned_for)
    announcement.title, announcement.planned_for = _title(title), planned_for
    announcement.save(update_fields=["title", "planned_for"])
    AnnouncementItem.everything.filter(announcement=announcement).delete()
    _fill(announcement, decisions)
    record("announcement.changed", announcement, actor=actor, decisions=[one.pk for one in decisions], planned_for=planned_for)
    _redraft(announcement, approval, actor)
    return announcement


def _refuse_the_past(planned_for):
    """A minute that is running now is not over."""
    refuse_if(planned_for <= clock.now() - A_MINUTE, _("This minute has passed. Choose one that is still to come."), field="planned_for")


def _redraft(announcement, approval, actor):
    panels.redraft(approval, _keep_draft(announcement), actor=actor, page=PAGE, needs_assent=current_agency().city_assents)


def _keep_draft(announcement):
    """What stands in it now, kept for who compares later. Returns its digest."""
    content = content_of(announcement)
    AnnouncementDraft.objects.create(announcement=announcement, content=content, digest=digest(content), drafted_at=clock.now())
    return digest(content)


def _title(title):
    refuse_if(not title.strip(), _("Please give the announcement a title."), field="title")
    return title.strip()


def _fill(announcement, decisions):
    refuse_if(not decisions, _("Choose at least one decision."))
    cases = Application.everything.filter(pk__in=[one.application_id for one in decisions])
    list(cases.select_for_update(of=("self",), no_key=True).order_by("pk"))         # in one order, whatever the order of the places
    for place, decision in enumerate(decisions, 1):
        application = lock(Application.everything.get(pk=decision.application_id))
        refuse_if(application.round_id != announcement.round_id, _("%(case)s belongs to another round."), case=str(application))
        refuse_if(application.stage != Stage.DECIDED, _("%(case)s is not decided, or has been announced."), case=str(application))
        later = Decision.everything.filter(application=application, pk__gt=decision.pk).exists()
        refuse_if(later, _("%(case)s was decided anew. Choose the later decision."), case=str(application))
        taken = AnnouncementItem.everything.filter(decision=decision).exists()
        refuse_if(taken, _("%(case)s stands in another announcement."), case=str(application))
        AnnouncementItem.everything.create(announcement=announcement, decision=decision, position=place)
    _refuse_awards_in_the_way(announcement)


def _refuse_awards_in_the_way(announcement):
    """A service has one certificate at a time: who drafts, releases and approves is told before the minute comes."""
    found = awards_in_the_way(announcement)
    refuse_if(found, _("%(list)s Leave it out, or have that certificate ended first."), list=" ".join(found))


def approval_of(announcement):
    return Approval.everything.get(subject_type=SUBJECT, subject=announcement.public_id, kind=KIND)


@transaction.atomic
def release_announcement(announcement, seen, *, actor):
    """The manager hands it to the director. `seen`: the digest of what the page showed."""
    announcement = _lock_open(announcement)
    _refuse_changed(announcement, seen)
    _refuse_the_tied(announcement, actor)
    _refuse_another_day(announcement)
    _refuse_awards_in_the_way(announcement)
    refuse_if(not AnnouncementItem.everything.filter(announcement=announcement).exists(), _("Choose at least one decision."))
    panels.release_approval(approval_of(announcement), seen, actor=actor, page=PAGE)
    record("announcement.released", announcement, actor=actor, digest=seen)
    return announcement


@transaction.atomic
def assent_announcement(announcement, seen, *, actor):
    """The city agrees to exactly what the page showed; then it waits for the director."""
    announcement = _lock_open(announcement)
    _refuse_changed(announcement, seen)
    panels.assent(approval_of(announcement), seen, actor=actor, page=PAGE)
    record("announcement.assented", announcement, actor=actor, digest=seen)
    return announcement


@transaction.atomic
def approve_announcement(announcement, seen, *, actor):
    """The director signs exactly what the page showed; at its minute it goes out by itself."""
    announcement = _lock_open(announcement)
    _refuse_changed(announcement, seen)
    _refuse_the_tied(announcement, actor)
    _refuse_another_day(announcement)
    _refuse_awards_in_the_way(announcement)
    panels.approve(approval_of(announcement), seen, actor=actor)
    record("announcement.approved", announcement, actor=actor, digest=seen)
    return announcement


@transaction.atomic
def send_back_announcement(announcement, reason, *, actor):
    """Back to the officer with the reason; by the director also when it is approved, as long as it has not gone out."""
    announcement = _lock_open(announcement)
    panels.send_back(approval_of(announcement), reason, actor=actor, page=PAGE)
    announcement.held_up_at, announcement.held_up_why = None, ""
    announcement.save(update_fields=["held_up_at", "held_up_why"])
    record("announcement.sent_back", announcement, actor=actor, reason=reason.strip())
    return announcement


def lock_announcement_of(application):
    """The announcement in which its latest decision stands and that is not out yet, locked before the case itself; or None."""
    decision = Decision.everything.filter(application=application).order_by("-pk").first()
    item = AnnouncementItem.everything.filter(decision=decision, announcement__announced_at=None).select_related("announcement").first()
    return lock(item.announcement) if item else None


def take_out(application, announcement, *, actor):
    """A decision that is set aside leaves the announcement, which begins again as a draft. What is approved has to be taken back first."""
    items = AnnouncementItem.everything.filter(decision__application=application, announcement__announced_at=None)
    if not items.exists():
        return
    refuse_if(announcement is None, _("It was changed since this page was opened. Please read it again."))
    approval = approval_of(announcement)
    refuse_if(approval.stage == Approval.Stage.APPROVED, _("Its announcement is approved. Nothing in it can be changed."))
    items.filter(announcement=announcement).delete()
    record("announcement.taken_out", announcement, actor=actor, application=application.pk)
    _redraft(announcement, approval, actor)


def _lock_open(announcement):
    announcement = lock(announcement)
    refuse_if(announcement.announced_at, _("This has been announced."))
    return announcement


def _refuse_the_tied(announcement, actor):
    """A delegate neither releases nor approves a case with which they, or whom they cover, have anything to do."""
    if actor.acting_for is None:
        return
    items = AnnouncementItem.everything.filter(announcement=announcement).select_related("decision__application")
    tied = [item.decision.application.number for item in items if stands_apart(actor, item.decision.application)]
    refuse_if(tied, _("You or the person whom you cover have to keep away from these cases: %(list)s. Somebody else has to do this."),
              list=", ".join(tied))


def _refuse_another_day(announcement):
    """On another day certificates would begin on another day than the letters say that were read."""
    over = clock.seoul(announcement.planned_for).date() < clock.today()
    refuse_if(over, _("Its day, %(moment)s, is over. The officer has to choose another minute."),
              moment=moment_in_words(announcement.planned_for))


def _refuse_changed(announcement, seen):
    refuse_if(seen != digest_of(announcement), _("It was changed since this page was opened. Please read it again."))
