"""Named reads of completions: of a run, of a person, and what a job of either house has to do."""
from datetime import timedelta

from django.db.models import Exists, OuterRef, Q

from accounts.models import User
from core import clock
from core.tenancy import current_agency_id
from panels.models import PoolMember, Qualification
from training.completion_rule import SURVEY_DAYS, Facts, unmet
from training.models import Completion, CompletionPaper, Enrolment, Run, TestAttempt
from training.stages import TAKES_PART, EnrolmentStage


def runs_to_finish(actor):
    """Announced and finished runs of this house, the latest first."""
    rows = Run.objects.visible_to(actor).filter(agency=current_agency_id(), stage__in=("open", "finished"))
    return rows.select_related("course").order_by("-year", "-published_at", "-pk")


def participants_in(actor, run):
    """Who has or had a seat, house by house; each with `completion`, the one that counts, or None."""
    people = list(Enrolment.objects.visible_to(actor).filter(run=run, stage__in=TAKES_PART).order_by("house", "name", "pk"))
    current = {one.enrolment_id: one for one in completions_in(actor, run)}
    for one in people:
        one.completion = current.get(one.pk)
    return people


def completions_in(actor, run):
    """Those that count, for whoever may see them."""
    return Completion.objects.visible_to(actor).filter(run=run, is_current=True)


def history_of(actor, enrolment):
    """Every completion of this enrolment, the newest first: what counts and what counted before."""
    rows = Completion.objects.visible_to(actor).filter(enrolment=enrolment)
    return rows.select_related("decided_by__person").order_by("-decided_at", "-pk")


def papers_of(actor, enrolment):
    """Every edition of the certificate, the newest first."""
    return CompletionPaper.objects.visible_to(actor).filter(completion__enrolment=enrolment).order_by("-edition")


def own_completions(actor):
    """What the actor has completed or not at this house, the newest first; each with `paper`, the newest edition while it counts."""
    rows = list(Completion.objects.visible_to(actor).filter(house=current_agency_id(), user=actor.user, is_current=True)
                .select_related("run").order_by("-until_on", "-pk"))
    newest = {}
    for paper in CompletionPaper.objects.visible_to(actor).filter(
            completion__enrolment__in=[one.enrolment_id for one in rows]).order_by("edition").select_related("completion"):
        newest[paper.completion.enrolment_id] = paper
    for one in rows:
        one.paper = newest.get(one.enrolment_id) if one.is_completed else None
        one.missing = [] if one.is_completed or one.by_hand else missing_of(one)
    return rows


def missing_of(completion):
    """Sentences: what its run asks and this person has not."""
    return unmet(completion.run, Facts(completion.minutes, completion.of_minutes, completion.has_survey, completion.score))


def own_enrolment(actor, public_id):
    """One's own enrolment at this house, whatever became of it, or None."""
    return Enrolment.objects.visible_to(actor).filter(agency=current_agency_id(), user=actor.user, public_id=public_id).first()


def participant_of(row):
    """Whoever a completion or a duty is about. For messages."""
    return User.objects.filter(pk=row.user_id, is_active=True)


# ---- for the jobs

def completions_to_tell(actor):
    """In the participant's house: the person has not been told yet."""
    return Completion.objects.visible_to(actor).filter(house=current_agency_id(), is_current=True, told_at=None).order_by("pk")


def completions_late(actor):
    """At the host: not completed so far, and since then the survey was answered or an attempt was graded."""
    since = clock.now() - timedelta(days=SURVEY_DAYS)
    graded = TestAttempt.objects.visible_to(actor).filter(enrolment=OuterRef("enrolment"), graded_at__gt=OuterRef("decided_at"))
    rows = Completion.objects.visible_to(actor).filter(
        Q(has_survey=False, enrolment__survey_at__isnull=False) | Exists(graded), agency=current_agency_id(), is_current=True,
        by_hand=False, outcome=EnrolmentStage.NOT_COMPLETED, run__finished_at__gt=since)
    return rows.select_related("run", "enrolment").order_by("run", "pk")


def qualifying_to_note(actor):
    """In the participant's house: completions of courses that qualify, of members of the pool, that no qualification has the number of."""
    noted = _noted_numbers(actor)
    return [one for one in _qualifying(actor).filter(is_current=True, outcome=Completion.Outcome.COMPLETED)
            if (one.user_id, one.number) not in noted]


def qualifying_to_take_back(actor):
    """Their numbers stand in the pool, and they count no more."""
    noted = _noted_numbers(actor)
    before = _qualifying(actor).filter(is_current=False, number_place__isnull=False)
    return [one for one in before if (one.user_id, one.number) in noted]


def _qualifying(actor):
    members = PoolMember.objects.visible_to(actor).filter(left_at=None).values("user")
    rows = Completion.objects.visible_to(actor).filter(house=current_agency_id(), run__course__qualifies=True, user__in=members)
    return rows.order_by("decided_at", "pk")


def _noted_numbers(actor):
    """{(account, number)} of the pool."""
    return set(Qualification.objects.visible_to(actor).filter(member__left_at=None).values_list("member__user", "number"))
