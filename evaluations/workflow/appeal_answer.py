"""The answer to an appeal: drafted by the officer from the proposal, released by the manager, approved by the director, sent."""
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Role
from core import clock
from core.digests import digest_of_content
from core.workflow import move, record, refuse_if, require
from correspondence.workflow import close_deadlines, move_deadline, notify
from evaluations.models import Appeal, AppealFinding, AppealHandler, RequiredIndicator
from evaluations.permissions import can_answer_appeal, keeps_apart
from evaluations.queries.appeal import ANSWER, MORE_DAYS, OPEN
from evaluations.queries.appeal_handlers import decided_by, others_who
from evaluations.queries.parts import required_of
from evaluations.stages import AppealStage
from evaluations.workflow.appeal_handlers import lock_appeal
from evaluations.workflow.appeal_outcome import carry_out, write_answer
from evaluations.workflow.conduct import kept_apart
from panels import queries
from panels import workflow as panels
from panels.permissions import can_approve, can_release, can_send_back

SUBJECT, KIND, PAGE = "evaluations.appeal", "appeal", "desk_appeal"         # PAGE: where it is read and decided
Follows = Appeal.Follows


def findings_of(appeal):
    """In the order of the points."""
    rows = AppealFinding.everything.filter(point__appeal=appeal).select_related("point__required__indicator")
    return list(rows.order_by("point__position"))


def outcome_of(findings):
    """What the points come to."""
    upheld = [one.is_upheld for one in findings]
    return AppealStage.UPHELD if all(upheld) else AppealStage.PARTLY if any(upheld) else AppealStage.REJECTED


@transaction.atomic
def draft_answer(appeal, *, text, follows="", is_dismissed=False, actor):
    """The answer as it will go out, for the manager to read; written anew it begins again as a draft. `is_dismissed`: inadmissible, with
    the grounds in the text, and no proposal is needed."""
    application, appeal = lock_appeal(appeal)
    require(can_answer_appeal(actor, appeal))
    refuse_if(appeal.stage not in OPEN, _("This appeal no longer waits for its answer."))
    refuse_if(not is_dismissed and appeal.proposed_at is None, _("The answer is drafted from the proposal, which is not written yet."))
    refuse_if(is_dismissed and appeal.proposed_at, _("The proposal is written: the answer follows it."))
    refuse_if(is_dismissed and not text.strip(), _("Please write why the appeal is inadmissible."), field="text")
    outcome = AppealStage.DISMISSED if is_dismissed else outcome_of(findings_of(appeal))
    follows = follows if outcome in (AppealStage.UPHELD, AppealStage.PARTLY) else Follows.STANDS
    _refuse_unfitting(appeal, outcome, follows)
    appeal.outcome, appeal.follows, appeal.answer = outcome, follows, text.strip()
    appeal.save(update_fields=["outcome", "follows", "answer"])
    record("appeal.answer_drafted", application, actor=actor, appeal=appeal.pk, outcome=outcome, follows=follows)
    approval = approval_of(appeal)
    if approval is None:
        panels.draft_approval(SUBJECT, appeal.public_id, _("Answer to the appeal %(appeal)s") % {"appeal": appeal}, KIND, digest_of(appeal),
                              actor=actor, page=PAGE)
    else:
        panels.redraft(approval, digest_of(appeal), actor=actor, page=PAGE)
    return appeal


def _refuse_unfitting(appeal, outcome, follows):
    """What follows must fit: an upheld appeal changes something, and another decision awards only with every indicator compliant."""
    if outcome not in (AppealStage.UPHELD, AppealStage.PARTLY):
        return
    refuse_if(not follows, _("Choose what follows."), field="follows")
    refuse_if(outcome == AppealStage.UPHELD and follows == Follows.STANDS,
              _("Every point is upheld: the decision cannot stand. Choose what follows."), field="follows")
    refuse_if(follows == Follows.REPLACE and unmet_after(appeal),
              _("Not every indicator would be compliant (%(codes)s). Only the committee can decide this anew."), field="follows",
              codes=", ".join(unmet_after(appeal)))


def unmet_after(appeal):
    """Codes of the indicators that are not compliant even with what is upheld."""
    upheld = [one.point.required_id for one in findings_of(appeal) if one.is_upheld and one.point.required_id]
    rows = required_of(appeal.application).exclude(agreed=RequiredIndicator.Agreed.COMPLIANT).exclude(pk__in=upheld)
    return list(rows.values_list("code", flat=True))


def digest_of(appeal):
    """SHA-256 over everything that is approved: the appeal as it was handed in, each finding, the answer, what follows."""
    findings = [[one.point.code, one.is_upheld, one.reason] for one in findings_of(appeal)]
    content = [appeal.number, appeal.sha256, appeal.outcome, appeal.follows, appeal.answer, findings]
    return digest_of_content(content)


def approval_of(appeal):
    """Its approval, or None before the first draft."""
    return queries.approval_of(SUBJECT, appeal.public_id, KIND)


@transaction.atomic
def release_answer(appeal, seen, *, actor):
    """The manager hands it to the director. `seen`: the digest of what the page showed."""
    application, appeal = _drafted(appeal, seen)
    require(can_release(actor))
    tied = _refuse_who_decided(appeal, Role.MANAGER, actor)
    panels.release_approval(approval_of(appeal), seen, actor=actor, page=PAGE)
    record("appeal.answer_released", application, actor=actor, appeal=appeal.pk, digest=seen, has_decided=tied)
    return appeal


@transaction.atomic
def approve_answer(appeal, seen, *, actor):
    """The director signs exactly what the page showed, and it goes out: letter, state and what follows, together or not at all."""
    application, appeal = _drafted(appeal, seen)
    require(can_approve(actor))
    tied = _refuse_who_decided(appeal, Role.DIRECTOR, actor)
    panels.approve(approval_of(appeal), seen, actor=actor)
    findings = findings_of(appeal)
    refuse_if(appeal.follows == Follows.REPLACE and unmet_after(appeal), _("It was changed since it was released. Please read it again."))
    appeal.letter, appeal.answered_at = write_answer(appeal, application, findings, actor=actor), clock.now()
    appeal.save(update_fields=["letter", "answered_at"])
    facts = move(appeal, appeal.outcome)
    close_deadlines(appeal, kind=ANSWER, actor=actor, outcome=appeal.outcome)
    record("appeal.answered", application, actor=actor, appeal=appeal.pk, follows=appeal.follows, letter=appeal.letter_id,
           has_decided=tied, **facts)
    carry_out(appeal, application, findings, actor=actor)
    notify("appeal.answered", appeal, actor=actor, link=("portal_appeal", appeal.public_id), outcome=str(appeal.get_stage_display()))
    return appeal


@transaction.atomic
def send_back_answer(appeal, reason, *, actor):
    """Back to the officer with the reason; the proposal may be amended meanwhile."""
    application, appeal = lock_appeal(appeal)
    require(can_send_back(actor))
    refuse_if(keeps_apart(actor, application), kept_apart())
    refuse_if(appeal.stage not in OPEN or not appeal.outcome, _("Nothing is drafted."))
    panels.send_back(approval_of(appeal), reason, actor=actor, page=PAGE)
    appeal.outcome = appeal.follows = ""
    appeal.save(update_fields=["outcome", "follows"])
    record("appeal.answer_sent_back", application, actor=actor, appeal=appeal.pk, reason=reason.strip())
    return appeal


def _drafted(appeal, seen):
    application, appeal = lock_appeal(appeal)
    refuse_if(appeal.stage not in OPEN, _("This appeal no longer waits for its answer."))
    refuse_if(not appeal.outcome, _("Nothing is drafted."))
    refuse_if(seen != digest_of(appeal), _("It was changed since this page was opened. Please read it again."))
    return application, appeal


def _refuse_who_decided(appeal, role, actor):
    """Who decided the case, told the decision or handled the appeal leaves this to somebody else, if there is anybody. Returns whether
    they did: then the page and the record say so."""
    refuse_if(keeps_apart(actor, appeal.application), kept_apart())
    handled = set(AppealHandler.everything.filter(appeal=appeal, ended_at=None).values_list("person", flat=True))
    taken = decided_by(appeal) | handled
    tied = any(one.person_id in taken for one in actor.people)
    refuse_if(tied and others_who(role, appeal, handled),
              _("You decided this case, announced the decision or handled the appeal. Somebody else of your office has to do this."))
    return tied


@transaction.atomic
def extend_answer(appeal, *, reason, actor):
    """Ten days more, once, from the day after the end, with a reason that the provider is told (General Act on Public Administration,
    art. 36 (2))."""
    application, appeal = lock_appeal(appeal)
    require(can_answer_appeal(actor, appeal))
    refuse_if(appeal.stage not in OPEN, _("This appeal no longer waits for its answer."))
    refuse_if(appeal.extended_at, _("The time for the answer has been prolonged already. It is prolonged once."))
    refuse_if(appeal.answer_deadline.is_over, _("The time for the answer is over. It is prolonged only while it runs."))
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    to = appeal.answer_deadline.last_day + timedelta(days=MORE_DAYS)
    appeal.answer_deadline = move_deadline(appeal.answer_deadline, to=to, reason=reason, actor=actor)
    appeal.extended_at, appeal.extension_reason = clock.now(), reason.strip()
    appeal.save(update_fields=["extended_at", "extension_reason"])
    record("appeal.extended", application, actor=actor, appeal=appeal.pk, to=appeal.answer_deadline.due_at, reason=reason.strip())
    notify("appeal.extended", appeal, actor=actor, link=("portal_appeal", appeal.public_id), due=appeal.answer_deadline.last_day,
           reason=reason.strip())
    return appeal
