"""Courses: the house's own with drafts, and what is offered to whoever learns here."""
from django.db.models import Count, IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from core import clock
from core.tenancy import current_agency_id
from training.models import ClassSession, Course, CourseDuty, Run, SurveyQuestion, TestKey, TestQuestion
from training.stages import CourseStage, RunStage


def own_courses(actor, *, words="", category="", stage=""):
    """The house's, drafts too, with how many runs each has had; discarded ones only when asked for."""
    rows = Course.objects.visible_to(actor).filter(agency=current_agency_id())
    rows = rows.filter(stage=stage) if stage else rows.exclude(stage=CourseStage.DISCARDED)
    rows = rows.filter(category=category) if category else rows
    for word in words.split():
        rows = rows.filter(Q(name_ko__icontains=word) | Q(name_en__icontains=word) | Q(code__icontains=word))
    held = Run.objects.visible_to(actor).filter(course=OuterRef("pk")).exclude(stage=RunStage.DISCARDED).order_by().values("course")
    runs = Coalesce(Subquery(held.annotate(all=Count("pk")).values("all")), 0, output_field=IntegerField())
    return rows.annotate(runs=runs).prefetch_related("duties").order_by("category", "code", "pk")


def offered_courses(actor, *, category="", house=""):
    """What stands in the catalogue, with when its next announced run begins."""
    rows = Course.objects.visible_to(actor).filter(stage=CourseStage.OFFERED).select_related("agency")
    rows = of_house(rows.filter(category=category) if category else rows, house)
    coming = ClassSession.objects.visible_to(actor).filter(run__course=OuterRef("pk"), run__stage=RunStage.OPEN, number=1,
                                                           starts_at__gt=clock.now())
    return rows.prefetch_related("duties").annotate(
        next_at=Subquery(coming.order_by("starts_at").values("starts_at")[:1])).order_by("category", "code", "pk")


def readable_courses(actor):
    """What one may open: not what the house has discarded."""
    return Course.objects.visible_to(actor).exclude(stage=CourseStage.DISCARDED).select_related("agency")


def of_house(rows, house):
    """`house`: "central" for the Central institute's, "own" for this house's, "" for both."""
    if house == "central":
        return rows.filter(agency__kind="central")
    return rows.filter(agency=current_agency_id()) if house == "own" else rows


def duties_of(actor, course):
    return CourseDuty.objects.visible_to(actor).filter(course=course).order_by("pk")


def own_duties(actor):
    return CourseDuty.objects.visible_to(actor).filter(agency=current_agency_id()).select_related("course")


def survey_of(actor, course):
    """The questions that are asked, in their order."""
    return SurveyQuestion.objects.visible_to(actor).filter(course=course, retired_at=None).order_by("position", "pk")


def test_of(actor, course):
    return TestQuestion.objects.visible_to(actor).filter(course=course, retired_at=None).order_by("position", "pk")


def own_questions(actor, model):
    """Of the house's own courses; `model`: SurveyQuestion or TestQuestion."""
    return model.objects.visible_to(actor).filter(agency=current_agency_id()).select_related("course")


def key_of(actor, question):
    """Its right places, for the house's own readers."""
    return TestKey.objects.visible_to(actor).filter(question=question).values_list("right", flat=True).first() or []


def keys_of(actor, course):
    """{question: its right places}."""
    return dict(TestKey.objects.visible_to(actor).filter(question__course=course).values_list("question", "right"))
