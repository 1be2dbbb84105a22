"""Runs and their classes: the house's own, those of the catalogue, and what has to be followed up."""
from django.db.models import Count, Exists, F, IntegerField, Max, Min, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from core import clock
from core.models import FileScan
from core.tenancy import current_agency_id
from training.models import ClassSession, ClassTrainer, Enrolment, Material, MaterialLink, Run, Trainer
from training.queries.course import of_house
from training.stages import HOLDS_A_SEAT, TAKES_PART, EnrolmentStage, RunStage


def runs_of(actor, *, year=None, stage="", course=None):
    """The house's own, drafts too, with first and last moment and number of classes; discarded ones only when asked for."""
    rows = Run.objects.visible_to(actor).filter(agency=current_agency_id())
    rows = rows.filter(stage=stage) if stage else rows.exclude(stage=RunStage.DISCARDED)
    rows = rows.filter(year=year) if year else rows
    rows = rows.filter(course=course) if course else rows
    return with_days(rows.select_related("course")).order_by(F("first_at").desc(nulls_first=True), "-pk")


def with_days(rows):
    """Each run with `first_at`, `last_at` and `classes_count` of its classes."""
    return rows.annotate(first_at=Min("classes__starts_at"), last_at=Max("classes__ends_at"), classes_count=Count("classes"))


def classes_of(actor, run):
    """In their order, each with its `names`: who teaches it."""
    rows = list(classes_of_run(actor, run))
    names: dict[int, list[str]] = {}
    for trainer in ClassTrainer.objects.visible_to(actor).filter(run=run).order_by("pk"):
        names.setdefault(trainer.class_session_id, []).append(trainer.name)
    for one in rows:
        one.names = ", ".join(names.get(one.pk, []))
    return rows


def classes_of_run(actor, run):
    return ClassSession.objects.visible_to(actor).filter(run=run).order_by("starts_at", "number")


def trainers_of_class(actor, class_session):
    """Of the pool, who teaches it."""
    return Trainer.objects.visible_to(actor).filter(
        pk__in=ClassTrainer.objects.visible_to(actor).filter(class_session=class_session).values("trainer"))


def own_classes(actor):
    return ClassSession.objects.visible_to(actor).filter(agency=current_agency_id()).select_related("run__course")


def years_of_runs(actor):
    """For which this house has runs, the latest first."""
    rows = Run.objects.visible_to(actor).filter(agency=current_agency_id())
    return list(rows.order_by("-year").values_list("year", flat=True).distinct())


# ---- the catalogue

def catalogue_runs(actor, *, category="", house="", seats=""):
    """Announced and not over, the next first. `seats`: "free" with seats left, "waiting" those where one may wait at least."""
    rows = with_days(Run.objects.visible_to(actor).filter(stage=RunStage.OPEN).select_related("course", "agency"))
    rows = rows.filter(course__category=category) if category else rows
    rows = of_house(rows, house)
    free = Q(seats_taken__lt=F("seats"))
    rows = rows.filter(free) if seats == "free" else rows
    rows = rows.filter(free | Q(waiting_count__lt=F("waiting_seats"))) if seats == "waiting" else rows
    return rows.prefetch_related("course__duties").order_by("first_at", "pk")


def coming_runs(actor, **wanted):
    return catalogue_runs(actor, **wanted).filter(last_at__gte=clock.now())


def runs_in_month(actor, first, after, **wanted):
    """Those with a class from `first` on and before `after` (moments)."""
    classes = ClassSession.objects.visible_to(actor).filter(run=OuterRef("pk"), starts_at__gte=first, starts_at__lt=after)
    return catalogue_runs(actor, **wanted).filter(Exists(classes))


def classes_in(actor, runs, first, after):
    """Classes of these runs in that time, in their order."""
    rows = ClassSession.objects.visible_to(actor).filter(run__in=runs, starts_at__gte=first, starts_at__lt=after)
    return rows.order_by("starts_at", "pk")


def runs_of_course(actor, course):
    """Announced ones of this course that are not over, for its page."""
    return coming_runs(actor).filter(course=course)


def readable_runs(actor):
    return Run.objects.visible_to(actor).select_related("course", "agency")


def takes_part(actor, run):
    """Whether this person has a seat, in their own house."""
    return actor.user is not None and Enrolment.objects.visible_to(actor).filter(
        agency=current_agency_id(), run=run, user=actor.user, stage__in=TAKES_PART).exists()


def teaches_in(actor, run):
    return actor.user is not None and ClassTrainer.objects.visible_to(actor).filter(run=run, user=actor.user).exists()


# ---- materials

def materials_of(actor, run):
    """(files, links) that this person may open."""
    files = Material.objects.visible_to(actor).filter(run=run).select_related("class_session").order_by("class_session__number", "pk")
    links = MaterialLink.objects.visible_to(actor).filter(run=run).select_related("class_session").order_by("class_session__number", "pk")
    return list(files), list(links)


def own_materials(actor, model):
    """Of the house's runs; `model`: Material or MaterialLink."""
    return model.objects.visible_to(actor).filter(agency=current_agency_id()).select_related("run")


def materials_in_doubt(actor):
    """Added before the scan for malware had answered."""
    rows = Material.objects.visible_to(actor).filter(agency=current_agency_id(), scan=FileScan.State.WAITING)
    return rows.exclude(file__scan__state=FileScan.State.WAITING).select_related("file__scan").order_by("pk")


# ---- what a job follows up

def runs_to_count(actor):
    """The house's announced runs in which another number of people has, or waits for, a seat than stands there."""
    held, waiting = _counted(actor, HOLDS_A_SEAT | TAKES_PART), _counted(actor, (EnrolmentStage.WAITING, EnrolmentStage.ASKED))
    rows = Run.objects.visible_to(actor).filter(agency=current_agency_id(), stage=RunStage.OPEN)
    rows = rows.annotate(held_now=held, waiting_now=waiting)
    return rows.exclude(seats_taken=F("held_now"), waiting_count=F("waiting_now")).order_by("pk")


def _counted(actor, stages):
    rows = Enrolment.objects.visible_to(actor).filter(host=current_agency_id(), run=OuterRef("pk"), stage__in=stages)
    rows = rows.order_by().values("run")
    return Coalesce(Subquery(rows.annotate(all=Count("pk")).values("all")), 0, output_field=IntegerField())
