"""Who takes part: one's own enrolments, those of a house and of a run, what waits for a decision, and what the jobs still have to do."""
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, F, Max, Min, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce, Greatest

from accounts.actors import Actor
from accounts.models import Role
from accounts.permissions import same_person
from accounts.queries import accounts_holding
from core import clock
from core.tenancy import current_agency_id
from training.models import ClassSession, Enrolment, Run, TrainingSettings
from training.permissions import LEARNERS, can_approve_enrolment
from training.presence import LAST_HOUR
from training.stages import GONE, HOLDS_A_SEAT, EnrolmentStage, RunStage

LOOKING = Actor.system("who takes part")
PLACED = (EnrolmentStage.WAITING, EnrolmentStage.OFFERED, EnrolmentStage.ENROLLED)
PENDING = (EnrolmentStage.ASKED, EnrolmentStage.WAITING, EnrolmentStage.OFFERED)
SEATED = (*HOLDS_A_SEAT, EnrolmentStage.COMPLETED, EnrolmentStage.NOT_COMPLETED)


@dataclass(frozen=True)
class Times:
    """Of a run's classes: the first begins, the last ends, the latest move, and how often they were moved together."""

    begins_at: datetime | None
    ends_at: datetime | None
    moved_at: datetime | None
    sequence: int


def times_of(actor, run):
    found = ClassSession.objects.visible_to(actor).filter(run=run).aggregate(
        begins_at=Min("starts_at"), ends_at=Max("ends_at"), moved_at=Max("moved_at"), sequence=Coalesce(Sum("sequence"), 0))
    return Times(**found)


def _of_classes(actor, what):
    """A figure of the run's classes, for an annotation of enrolments."""
    rows = ClassSession.objects.visible_to(actor).filter(run=OuterRef("run")).order_by().values("run").annotate(found=what)
    return Subquery(rows.values("found"))


def asks_approval(actor):
    """Whether this house approves what its people ask for."""
    return TrainingSettings.objects.visible_to(actor).filter(asks_approval=True).exists()


# ---- one's own

def my_enrolments(actor):
    """This person's here, with the days of the run and when its survey and test open, the next class first and what is over last."""
    rows = Enrolment.objects.visible_to(actor).filter(agency=current_agency_id(), user=actor.user)
    return rows.select_related("run__course", "host").annotate(
        begins_at=_of_classes(actor, Min("starts_at")), ends_at=_of_classes(actor, Max("ends_at")),
        opens_at=_of_classes(actor, Max(Greatest("starts_at", F("ends_at") - LAST_HOUR)))).order_by(
            F("begins_at").asc(nulls_last=True), "pk")


def my_enrolment_in(actor, run):
    """The latest of this person in a run, or None."""
    rows = Enrolment.objects.visible_to(actor).filter(agency=current_agency_id(), user=actor.user, run=run) if actor.user else None
    return rows.order_by("-begun_at", "-pk").first() if rows is not None else None


def classes_ahead(actor, runs):
    """What is still to come of these runs, the nearest first."""
    rows = ClassSession.objects.visible_to(actor).filter(run__in=runs, ends_at__gt=clock.now())
    return rows.select_related("run__course").order_by("starts_at", "number")


def classes_in(actor, run):
    return ClassSession.objects.visible_to(actor).filter(run=run).order_by("starts_at", "number")


# ---- of a house, of a run

def participants(actor, run):
    """At the host everybody who handed in, at any other house its own people; in the order of the queue."""
    rows = Enrolment.objects.visible_to(actor).filter(run=run).select_related("user")
    return rows.order_by(F("asked_at").asc(nulls_last=True), "pk")


def counted(rows):
    """{state: how many}"""
    return dict(rows.order_by().values_list("stage").annotate(Count("pk")))


def to_approve(actor):
    """What waits for this person's word: of their house, never their own."""
    if not actor.has(Role.MANAGER, Role.DIRECTOR):
        return Enrolment.objects.visible_to(actor).none()
    rows = Enrolment.objects.visible_to(actor).filter(agency=current_agency_id(), stage=EnrolmentStage.REQUESTED)
    own = Q(user__in=[one.pk for one in actor.people])
    for one in actor.people:
        own |= Q(user__person=one.person_id) if one.person_id else Q()
    return rows.exclude(own).select_related("user__person", "run__course", "host").annotate(
        begins_at=_of_classes(actor, Min("starts_at"))).order_by("begun_at", "pk")


def people_to_enrol(actor, run):
    """The house's people who are not in this run yet, by name."""
    there = Enrolment.objects.visible_to(actor).filter(run=run, agency=current_agency_id()).exclude(stage__in=GONE)
    return learners().exclude(pk__in=there.values("user"))


def learners():
    """Everybody here who may take part."""
    return accounts_holding(*LEARNERS).select_related("person").order_by(F("person__name").asc(nulls_last=True), "email")


def is_learner_here(user):
    return learners().filter(pk=user.pk).exists()


# ---- who is told

def participant(enrolment):
    return [enrolment.user]


def approvers(enrolment):
    """Managers and the director, but for who asks."""
    rows = accounts_holding(Role.MANAGER, Role.DIRECTOR).select_related("person")
    return [one for one in rows if not same_person(one, enrolment.user)]


def may_approve(actor, rows):
    """Those of the list that this person may decide on."""
    return [one for one in rows if can_approve_enrolment(actor, one)]


# ---- what the jobs find

def runs_to_place(actor):
    """The house's own runs where something is to be done: somebody asked or left, an offer ended, a seat is free, the run began or is
    cancelled."""
    here, now = current_agency_id(), clock.now()
    rows = Enrolment.objects.visible_to(actor).filter(host=here, run=OuterRef("pk"), asked_at__isnull=False)
    taken = rows.filter(stage__in=SEATED).order_by().values("run").annotate(count=Count("pk")).values("count")
    begun = ClassSession.objects.visible_to(actor).filter(run=OuterRef("pk"), starts_at__lte=now)
    is_open = Q(stage=RunStage.OPEN)
    return Run.objects.visible_to(actor).filter(agency=here).annotate(taken=Coalesce(Subquery(taken), 0)).filter(
        Exists(rows.exclude(stage=F("seen_stage")))
        | is_open & Exists(rows.filter(stage=EnrolmentStage.OFFERED, offer_until_at__lte=now))
        | is_open & Q(taken__lt=F("seats")) & Exists(rows.filter(stage=EnrolmentStage.WAITING)) & ~Exists(begun)
        | Exists(rows.filter(stage__in=PENDING)) & (Exists(begun) | Q(stage=RunStage.FINISHED))
        | Q(stage=RunStage.CANCELLED) & Exists(rows.filter(stage__in=(*PENDING, EnrolmentStage.ENROLLED)))).order_by("pk")


def requests_out_of_time(actor):
    """Asked for at this house and not approved before the run began, was over or cancelled."""
    begun = ClassSession.objects.visible_to(actor).filter(run=OuterRef("run"), starts_at__lte=clock.now())
    rows = Enrolment.objects.visible_to(actor).filter(agency=current_agency_id(), stage=EnrolmentStage.REQUESTED)
    return rows.filter(~Q(run__stage=RunStage.OPEN) | Exists(begun)).order_by("pk")


def enrolments_to_tell(actor):
    """Of this house, in a state that the person was not told. What is completed is told with its certificate."""
    untold = (EnrolmentStage.REQUESTED, EnrolmentStage.COMPLETED, EnrolmentStage.NOT_COMPLETED)
    rows = Enrolment.objects.visible_to(actor).filter(agency=current_agency_id()).exclude(stage=F("told_stage"))
    return rows.exclude(stage__in=untold).order_by("pk")


def moves_to_tell(actor):
    """Of this house, with a seat or waiting for one, where a class was moved since they were told."""
    rows = Enrolment.objects.visible_to(actor).filter(agency=current_agency_id(), stage__in=PLACED, run__stage=RunStage.OPEN)
    rows = rows.annotate(moves=Coalesce(_of_classes(actor, Sum("sequence")), 0))
    return rows.filter(moves__gt=F("told_sequence")).order_by("pk")
