"""A corrective action: asked for, written and handed in by the provider, accepted or returned, its effect checked later."""
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from aftercare.models import CorrectionAnswer, CorrectionEvidence, CorrectionFile, CorrectionSubmission, CorrectiveAction
from aftercare.permissions import can_inspect, can_watch
from aftercare.sealing import sealed_text, told
from aftercare.watching_stages import TO_WRITE, CorrectionStage
from aftercare.workflow.inspection import refuse_gone, why_ended
from core import clock
from core.versions import keep_words
from core.wording import day_in_words
from core.workflow import lock, move, record, refuse_if, require
from correspondence.workflow import close_deadlines, hold_day, notify, open_deadline
from evaluations.workflow.answers import Saved
from evaluations.workflow.attaching import Attaching

SUBMIT, AGAIN, CHECK = "correction.submit", "correction.again", "correction.check"
LONGEST_DAYS = 180                                          # what the provider sets itself lies no further ahead


@transaction.atomic
def request_correction(certificate, indicator, *, told, actor, finding=None, follows=None):
    """For one finding once; with the certificate's end nothing is asked for. Returns it, or None."""
    require(can_watch(actor, certificate.provider))
    if certificate.has_ended:
        return None
    there = CorrectiveAction.everything.filter(finding=finding, follows=follows).first() if finding or follows else None
    if there:
        return there
    action = CorrectiveAction.everything.create(
        certificate=certificate, provider_id=certificate.provider_id, indicator=indicator, code=indicator.code, told=told,
        finding=finding, follows=follows, requested_at=clock.now(), due_on=clock.today())
    _due(action, SUBMIT, actor)
    record("correction.requested", action, actor=actor, indicator=action.code, due=action.due_on, follows=follows and follows.pk)
    notify("correction.requested", action, actor=actor, link=("portal_correction", action.public_id), due=action.due_on)
    return action


def _due(action, kind, actor):
    action.due_on = open_deadline(action, kind=kind, event_on=clock.today(), actor=actor).last_day
    action.save(update_fields=["due_on"])


def why_not_now(action, at):
    """The sentence for whoever writes at a moment at which nothing is taken, or empty. Late is taken."""
    if action.stage == CorrectionStage.SUBMITTED:
        return _("This was handed in and waits for the agency's answer. It can no longer be changed.")
    if action.stage not in TO_WRITE:
        return _("This corrective action is “%(stage)s”. It can no longer be changed.") % {"stage": action.get_stage_display()}
    return why_ended(action.certificate, clock.seoul(at).date())


def _open(action, actor, arrived_at):
    action = lock(action)
    require(can_inspect(actor, action.provider))
    closed = why_not_now(action, arrived_at)
    refuse_if(closed, closed)
    return action, action


@transaction.atomic
def save_correction(action, *, cause, plan, done_on, base_version, actor, arrived_at):
    """Keep what was typed, however incomplete. An older page never overwrites a newer one. Returns Saved."""
    action, _same = _open(action, actor, arrived_at)
    kept = keep_words(action, {"cause": cause, "plan": plan, "done_on": done_on}, base_version=base_version, saved_at=clock.now(),
                      saved_by=actor.user)
    if kept.is_new:
        record("correction.saved", action, actor=actor, version=kept.row.version, length=len(cause) + len(plan))
    return Saved(kept.row, conflict=kept.conflict)


def _files_of(_action, action):
    return CorrectionEvidence.everything.filter(action=action).count()


FILES = Attaching(CorrectionEvidence, "action", hold=_open, count=_files_of, verb="correction")


def lacking(action, at):
    """[sentence] of what is still to be written before it can be handed in."""
    day = clock.seoul(at).date()
    found = [] if action.cause.strip() else [_("the cause")]
    found += [] if action.plan.strip() else [_("what is done about it")]
    if action.done_on is None:
        return [*found, _("the day by which it is carried out")]
    if not day <= action.done_on <= day + timedelta(days=LONGEST_DAYS):
        found.append(_("a day by which it is carried out between today and %(last)s") % {
            "last": day_in_words(day + timedelta(days=LONGEST_DAYS))})
    return found


@transaction.atomic
def hand_in_correction(action, *, actor, arrived_at):
    """Sealed as it is; the agency answers it."""
    action, _same = _open(action, actor, arrived_at)
    missing = lacking(action, arrived_at)
    refuse_if(missing, _("Still to do: %(list)s"), list=", ".join(missing))
    submission = _seal(action, actor, arrived_at)
    action.version += 1                                     # every page that is open is an older one now
    action.save(update_fields=["version"])
    facts = move(action, CorrectionStage.SUBMITTED)
    close_deadlines(action, actor=actor)
    record("correction.handed_in", action, actor=actor, submission=submission.number, sha256=submission.sha256, late=submission.is_late,
           **facts)
    notify("correction.received", action, actor=actor, link=("portal_correction", action.public_id), arrived=arrived_at,
           sha256=submission.sha256)
    notify("correction.handed_in", action, actor=actor, link=("desk_corrective", action.public_id), arrived=arrived_at)
    return action


def _seal(action, actor, arrived_at):
    documents = [one.evidence for one in CorrectionEvidence.everything.filter(action=action).select_related("evidence__file").order_by(
        "added_at", "pk")]
    refuse_gone(documents)
    number = CorrectionSubmission.everything.filter(action=action).count() + 1
    words = {"cause": action.cause.strip(), "plan": action.plan.strip(), "done_on": action.done_on}
    canonical, sha256 = sealed_text({
        "correction": str(action.public_id), "number": number, "certificate": action.certificate.number, "indicator": action.code,
        "told": action.told, "arrived_at": clock.seoul(arrived_at).isoformat(), "files": [told(one) for one in documents], **words})
    submission = CorrectionSubmission.everything.create(
        action=action, number=number, arrived_at=arrived_at, handed_in_by=actor.user, canonical=canonical, sha256=sha256,
        is_late=clock.seoul(arrived_at).date() > action.due_on, **words)
    CorrectionFile.everything.bulk_create(CorrectionFile(submission=submission, file=one.file, **told(one)) for one in documents)
    return submission


@transaction.atomic
def answer_correction(action, *, is_accepted, reason, actor, check_on=None):
    """Accepted, with the day from which its effect is checked; or returned. Either way with a reason."""
    action = lock(action)
    require(can_watch(actor, action.provider))
    refuse_if(action.stage != CorrectionStage.SUBMITTED, _("There is nothing to answer here any more. Load the page again."))
    refuse_if(not reason.strip(), _("Write the reason: the provider reads it."), field="reason")
    submission = CorrectionSubmission.everything.filter(action=action).order_by("-number").first()
    refuse_if(is_accepted and check_on is None, _("Give the day from which the effect is checked."), field="check_on")
    refuse_if(is_accepted and check_on <= submission.done_on, _("The effect shows only after %(day)s, when it will have been carried out."),
              field="check_on", day=day_in_words(submission.done_on))
    CorrectionAnswer.everything.create(submission=submission, is_accepted=is_accepted, reason=reason.strip(), answered_at=clock.now(),
                                       answered_by=actor.user)
    (_accept if is_accepted else _return)(action, reason.strip(), check_on, actor)
    return action


def _accept(action, reason, check_on, actor):
    action.check_on = check_on
    action.save(update_fields=["check_on"])
    facts = move(action, CorrectionStage.ACCEPTED)
    hold_day(action, kind=CHECK, on=check_on, actor=actor)
    record("correction.accepted", action, actor=actor, check_on=check_on, reason=reason, **facts)
    notify("correction.accepted", action, actor=actor, link=("portal_correction", action.public_id), reason=reason, check=check_on)


def _return(action, reason, _check_on, actor):
    facts = move(action, CorrectionStage.RETURNED)
    _due(action, AGAIN, actor)
    record("correction.returned", action, actor=actor, due=action.due_on, reason=reason, **facts)
    notify("correction.returned", action, actor=actor, link=("portal_correction", action.public_id), reason=reason, due=action.due_on)


@transaction.atomic
def note_effect(action, *, outcome, reason, actor):
    """What the check of its effect found: effective; or not, and then it is asked for again or handed over to the sanction procedure."""
    action = lock(action)
    require(can_watch(actor, action.provider))
    refuse_if(action.stage != CorrectionStage.ACCEPTED, _("Its effect is checked once it has been accepted."))
    refuse_if(clock.today() < action.check_on, _("Its effect is checked from %(day)s on."), day=day_in_words(action.check_on))
    refuse_if(outcome not in (CorrectiveAction.Outcome.EFFECTIVE, CorrectiveAction.Outcome.AGAIN, CorrectiveAction.Outcome.SANCTION),
              _("Choose what the check found."), field="outcome")
    action = _close(action, outcome, reason, actor)
    if outcome == CorrectiveAction.Outcome.AGAIN:
        request_correction(action.certificate, action.indicator, told=f"{action.told}\n\n{action.outcome_reason}", actor=actor,
                           finding=action.finding, follows=action)
    if outcome == CorrectiveAction.Outcome.SANCTION:
        notify("correction.handed_over", action, actor=actor, link=("desk_corrective", action.public_id), reason=action.outcome_reason)
    return action


@transaction.atomic
def drop_correction(action, *, reason, actor):
    """No longer asked for, with the reason."""
    action = lock(action)
    require(can_watch(actor, action.provider))
    refuse_if(action.stage == CorrectionStage.CLOSED, _("This corrective action is closed."))
    return _close(action, CorrectiveAction.Outcome.DROPPED, reason, actor)


def end_with_certificate(action, reason, *, actor):
    """Whatever its state: for whoever lets lapse what hangs on its certificate, and holds that."""
    return _close(lock(action), CorrectiveAction.Outcome.LAPSED, reason, actor)


def _close(action, outcome, reason, actor):
    refuse_if(not reason.strip(), _("Write the reason: the provider reads it."), field="reason")
    action.outcome, action.outcome_reason, action.closed_at, action.closed_by = outcome, reason.strip(), clock.now(), actor.user
    action.save(update_fields=["outcome", "outcome_reason", "closed_at", "closed_by"])
    facts = move(action, CorrectionStage.CLOSED)
    close_deadlines(action, actor=actor, outcome=outcome)
    record("correction.closed", action, actor=actor, outcome=outcome, reason=action.outcome_reason, **facts)
    notify("correction.closed", action, actor=actor, link=("portal_correction", action.public_id),
           reason=action.outcome_reason)
    return action
