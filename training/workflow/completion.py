"""Completion (수료) at the host: worked out when the run is finished, worked out anew, decided by hand, put on paper again."""
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.permissions import same_person
from core import clock
from core.calendar import months_after
from core.numbers import next_number
from core.tenancy import current_agency_id
from core.wording import moment_in_words
from core.workflow import enqueue, lock, move, record, refuse_if, require
from training.completion_notices import RUN_IS_OVER
from training.completion_rule import Facts, facts_of, unmet, unnoted
from training.models import ClassSession, Completion, CompletionPaper, Enrolment
from training.permissions import can_follow_training, can_keep_training
from training.stages import TAKES_PART, EnrolmentStage, RunStage
from training.workflow.completion_paper import put_on_paper
from training.workflow.completion_told import tell_of

SERIES = "completion"
LEFT_OVER = (EnrolmentStage.ASKED, EnrolmentStage.WAITING, EnrolmentStage.OFFERED)
Outcome = Completion.Outcome


@transaction.atomic
def finish_run(run, *, presence, scores, actor):
    """After its last class: for each who has a seat, whether they have completed by the run's rule. Returns the completions.

    `presence`: {enrolment pk: {class pk: Presence}}; `scores`: {enrolment pk: points}. Who still waits for a seat gets none any more.
    """
    run = _own_run(run, actor)
    classes = list(ClassSession.everything.filter(run=run).order_by("starts_at", "number"))
    refuse_if(run.stage != RunStage.OPEN, _("Only a run that is announced and not finished can be finished."))
    refuse_if(not classes, _("This run has no classes."))
    last = max(classes, key=lambda one: one.ends_at)
    refuse_if(last.ends_at > clock.now(), _("The last class, “%(name)s”, ends on %(when)s. The run is finished after it."), name=last.title,
              when=moment_in_words(last.ends_at))
    seats, rest = _enrolled(run, [EnrolmentStage.ENROLLED]), _enrolled(run, LEFT_OVER)
    missing = unnoted(classes, presence) if seats else []
    refuse_if(missing, _("Nobody's attendance is noted yet for: %(classes)s"), classes=", ".join(str(one) for one in missing))
    run.finished_at = clock.now()
    run.save(update_fields=["finished_at"])
    step = move(run, RunStage.FINISHED)
    for enrolment in rest:
        _close_out(enrolment)
    found = [_decide(one, run, facts := facts_of(one, classes, presence, scores), _outcome(run, facts), actor=actor) for one in seats]
    record("run.finished", run, actor=actor, completed=sum(one.is_completed for one in found), of=len(found), **step)
    return found


def _own_run(run, actor):
    """Locked; asked first, since another house's run cannot be locked."""
    require((can_keep_training(actor) or can_follow_training(actor)) and run.agency_id == current_agency_id())
    return lock(run)


def _enrolled(run, stages):
    """Locked, in one order."""
    return list(Enrolment.everything.filter(run=run, stage__in=stages).order_by("pk").select_for_update(of=("self",), no_key=True))


def _close_out(enrolment):
    enrolment.reason, enrolment.ended_at = RUN_IS_OVER, clock.now()
    enrolment.save(update_fields=["reason", "ended_at"])
    move(enrolment, EnrolmentStage.CLOSED_OUT)


def _outcome(run, facts):
    return Outcome.NOT_COMPLETED if unmet(run, facts) else Outcome.COMPLETED


@transaction.atomic
def work_out_anew(run, *, presence, scores, actor):
    """After attendance was corrected: who now has other facts gets a new completion, the old one stays as history. What was decided by
    hand stays. Returns how many have changed."""
    run = _own_run(run, actor)
    refuse_if(run.stage != RunStage.FINISHED, _("This run is not finished yet."))
    classes = list(ClassSession.everything.filter(run=run).order_by("starts_at", "number"))
    seats = _enrolled(run, TAKES_PART)
    current = {one.enrolment_id: one for one in Completion.everything.filter(enrolment__in=seats, is_current=True)}
    changed = 0
    for enrolment in seats:
        facts, before = facts_of(enrolment, classes, presence, scores), current.get(enrolment.pk)
        if before is None or (not before.by_hand and facts != _known(before)):
            _decide(enrolment, run, facts, _outcome(run, facts), actor=actor)
            changed += 1
    record("run.worked_out_anew", run, actor=actor, changed=changed)
    return changed


def _known(completion):
    return Facts(completion.minutes, completion.of_minutes, completion.has_survey, completion.score)


@transaction.atomic
def complete_late(completion, *, scores, actor):
    """By the host's job: the survey was answered or the test passed after the run was finished. Attendance stays as it was. Returns whether
    anything has changed."""
    require(can_follow_training(actor))
    enrolment = lock(completion.enrolment)
    completion = lock(completion)
    if not completion.is_current or completion.by_hand or completion.is_completed:
        return False
    facts = _known(completion)._replace(has_survey=enrolment.survey_at is not None, score=scores.get(enrolment.pk, completion.score))
    if facts == _known(completion):
        return False
    _decide(enrolment, completion.run, facts, _outcome(completion.run, facts), actor=actor)
    return True


@transaction.atomic
def decide_by_hand(enrolment, *, outcome, reason, actor, case_number=""):
    """Otherwise than the rule says, either way, with the reason and the name of who decides. `case_number`: of the evaluation in which
    somebody has practised. Nobody decides about themselves."""
    enrolment = lock(enrolment)
    require(can_keep_training(actor) and enrolment.host_id == current_agency_id())
    refuse_if(any(same_person(one, enrolment.user) for one in actor.people), _("Somebody else has to decide about your own completion."))
    refuse_if(enrolment.run.stage != RunStage.FINISHED or not enrolment.takes_part, _(
        "Completion is decided by hand once the run is finished, of those who had a seat."))
    refuse_if(outcome not in Outcome.values, _("Choose a result."), field="outcome")
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    before = Completion.everything.get(enrolment=enrolment, is_current=True)
    refuse_if(before.outcome == outcome, _("This is what stands already: %(outcome)s."), field="outcome",
              outcome=before.get_outcome_display())
    words = reason.strip()
    if case_number.strip():
        words = _("Practice in case %(number)s. %(reason)s") % {"number": case_number.strip(), "reason": words}
    refuse_if(len(words) > 300, _("The reason is too long: at most 300 characters with the number of the case."), field="reason")
    return _decide(enrolment, enrolment.run, _known(before), outcome, actor=actor, by_hand=True, reason=words)


def _decide(enrolment, run, facts, outcome, *, actor, by_hand=False, reason=""):
    """The completion that counts from now on. One that stays completed keeps its number and its certificate."""
    before = Completion.everything.filter(enrolment=enrolment, is_current=True).first()
    stays = bool(before and before.is_completed and outcome == Outcome.COMPLETED)
    place = {"number_year": before.number_year, "number_place": before.number_place, "told_at": before.told_at} if stays else {}
    if before:
        before.is_current = False
        if stays:
            before.number_year = before.number_place = None
        before.save(update_fields=["is_current", "number_year", "number_place"])
    if outcome == Outcome.COMPLETED and not stays:
        year = clock.today().year
        place = {"number_year": year, "number_place": next_number(SERIES, year)}
    completion = Completion.everything.create(
        enrolment=enrolment, outcome=outcome, by_hand=by_hand, reason=reason, decided_at=clock.now(), decided_by=actor.user,
        **_labels(enrolment, run, outcome), **facts._asdict(), **place)
    if enrolment.stage != outcome:
        move(enrolment, EnrolmentStage(outcome))
    record("completion.decided", completion, actor=actor, outcome=outcome, number=completion.number, by_hand=by_hand, reason=reason)
    if completion.is_completed:
        enqueue("training.tasks.make_completion_paper", completion_id=completion.pk)
    if completion.house_id == current_agency_id() and not completion.told_at:
        tell_of(completion, actor=actor)
    return completion


def _labels(enrolment, run, outcome):
    """What the certificate says, as it is today."""
    days = [clock.seoul(at).date() for at in ClassSession.everything.filter(run=run).values_list("starts_at", flat=True)]
    months = run.course.valid_months
    return {"house_id": enrolment.agency_id, "run": run, "user_id": enrolment.user_id, "name": enrolment.name,
            "house_name": enrolment.agency.name_ko, "course_name": run.course.name_ko, "from_on": min(days), "until_on": max(days),
            "valid_until": months_after(max(days), months) if months and outcome == Outcome.COMPLETED else None}


@transaction.atomic
def issue_paper(completion, *, reason, actor):
    """A further edition of the certificate, with the reason; the older one is kept and its code says that it was replaced."""
    enrolment = lock(completion.enrolment)
    completion = lock(completion)
    require(can_keep_training(actor) and completion.agency_id == current_agency_id())
    refuse_if(not completion.is_current or not completion.is_completed, _("There is a certificate only for who has completed."))
    is_first = not CompletionPaper.everything.filter(completion__enrolment=enrolment).exists()
    refuse_if(not is_first and not reason.strip(), _("Please write why it is issued again."), field="reason")
    return put_on_paper(completion, reason=reason.strip(), actor=actor)
