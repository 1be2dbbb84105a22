"""The minute of an announcement: outcomes, certificates, letters and messages in one transaction for all, or the reason why not."""
from django.db import transaction
from django.utils.translation import gettext as _

from certification.models import Certificate
from certification.workflow import issue_certificate, supersede
from core import clock
from core.errors import Refused
from core.workflow import lock, record, refuse_if, require
from correspondence.workflow import notify
from evaluations.announced import digest_of, renewed_by, why_not_renewed
from evaluations.findings import area_findings, certificate_facts
from evaluations.models import AnnouncementItem, Application, Decision
from evaluations.permissions import can_announce
from evaluations.stages import Stage
from evaluations.workflow.announcement import PAGE, approval_of
from evaluations.workflow.appeal import open_appeal_period
from evaluations.workflow.letters import write_result_letter
from evaluations.workflow.stage import step
from panels.models import Approval

OUTCOMES = {Decision.Kind.AWARD: Stage.CERTIFIED, Decision.Kind.REFUSE: Stage.NOT_CERTIFIED, Decision.Kind.DEFER: Stage.DEFERRED}
EVENTS = {stage: f"application.{stage}" for stage in OUTCOMES.values()}


@transaction.atomic
def announce_results(announcement, *, actor):
    """Everything at once: outcomes, numbers in the list's order, certificates valid from this day, the register, letters and messages."""
    announcement = lock(announcement)
    require(can_announce(actor))
    if announcement.announced_at:
        return announcement
    approval = approval_of(announcement)
    refuse_if(approval.stage != Approval.Stage.APPROVED, _("This announcement is not approved."))
    refuse_if(approval.digest != digest_of(announcement), _("It was changed since it was approved."))
    refuse_if(clock.now() < announcement.planned_for, _("Its time has not come."))
    refuse_if(announcement.held_up_at, _("It is held up. It has to be taken back first."))
    announcement.announced_at = clock.now()
    announcement.save(update_fields=["announced_at"])
    items = AnnouncementItem.everything.filter(announcement=announcement).select_related("decision").order_by("position")
    for item in items:
        _announce(item, clock.seoul(announcement.announced_at).date(), actor)
    record("announcement.announced", announcement, actor=actor, digest=approval.digest, cases=len(items))
    return announcement


@transaction.atomic
def hold_up(announcement, why, *, actor):
    """The house refused it at its minute: who signed it is told why, once, and it is not tried again before it was taken back."""
    announcement = lock(announcement)
    require(can_announce(actor))
    is_due = approval_of(announcement).stage == Approval.Stage.APPROVED and clock.now() >= announcement.planned_for
    if announcement.announced_at or announcement.held_up_at or not is_due:
        return announcement
    announcement.held_up_at, announcement.held_up_why = clock.now(), why
    announcement.save(update_fields=["held_up_at", "held_up_why"])
    record("announcement.held_up", announcement, actor=actor, reason=why)
    notify("announcement.held_up", announcement, actor=actor, link=(PAGE, announcement.public_id), title=announcement.title, reason=why)
    return announcement


def _announce(item, day, actor):
    application = lock(Application.everything.get(pk=item.decision.application_id))
    outcome, certificate = OUTCOMES[item.decision.kind], None
    facts = step(application, outcome)
    if outcome == Stage.CERTIFIED:
        certificate = _certify(application, day, actor)
    if outcome == Stage.NOT_CERTIFIED:
        open_appeal_period(application, actor=actor)
    item.letter = write_result_letter(application, item.decision, certificate, day, actor=actor)
    item.save(update_fields=["letter"])
    issued = certificate and certificate.pk
    record("application.announced", application, actor=actor, decision=item.decision_id, certificate=issued, **facts)
    link = ("portal_certificate", certificate.public_id) if certificate else ("portal_application", application.public_id)
    notify(EVENTS[outcome], application, actor=actor, link=link)


def _certify(application, day, actor) -> Certificate:
    seal = application.seals.first()
    if seal is None:
        raise Refused(_("%(case)s was never handed in.") % {"case": application})
    why = why_not_renewed(application, day)
    refuse_if(why, why)
    replaced = renewed_by(application, day)
    if replaced:
        supersede(replaced, on=day, actor=actor)
    return issue_certificate(
        version=application.round.version, provider=application.provider, offering=application.offering,
        facts=certificate_facts(application, seal), valid_from=day, area_findings=area_findings(application),
        matter=application.matter, actor=actor)
