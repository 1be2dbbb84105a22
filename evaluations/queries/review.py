"""The document review: whose turn it is, one's own sheet, the others' once all are in, the result."""
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q

from accounts.actors import Actor
from evaluations.models import Assignment, ConsolidatedJudgement, Judgement, Sheet

COUNTING = Actor.system("how far a review is")


def my_assignments(actor):
    """Cases this person assesses, the newest first; the label is all that is told before the declaration."""
    rows = Assignment.objects.visible_to(actor).filter(user=actor.user, ended_at=None)
    return rows.select_related("application__service_type", "application__round").order_by("-assigned_at", "-pk")


def assignments_of(actor, application):
    """Who works on a case, the lead first."""
    rows = Assignment.objects.visible_to(actor).filter(application=application, ended_at=None)
    return rows.select_related("user__person").order_by("-is_lead", "assigned_at", "pk")


def sheet_of(actor, application):
    """The actor's own sheet, or None."""
    return Sheet.objects.visible_to(actor).filter(application=application, user=actor.user, assignment__ended_at=None).first()


def judgements_of(actor, application):
    """Every judgement this actor may see, by indicator: one's own, and the others' once all are in."""
    rows = Judgement.objects.visible_to(actor).filter(sheet__application=application, sheet__assignment__ended_at=None)
    return rows.select_related("required__indicator", "sheet__user__person").order_by("required__position", "sheet__assignment_id")


def consolidated_of(actor, application):
    """The team's result, indicator by indicator."""
    rows = ConsolidatedJudgement.objects.visible_to(actor).filter(application=application)
    return rows.select_related("required__indicator", "decided_by__person").order_by("required__position")


@dataclass(frozen=True)
class Progress:
    """How far one assessor is; numbers only, what was judged nobody sees before all are in."""

    assignment: Assignment
    judged: int
    total: int
    handed_in_at: datetime | None


def progress_of(actor, application):
    """[Progress] for whoever may see who works on the case."""
    assignments = list(assignments_of(actor, application))
    counted = Judgement.objects.visible_to(COUNTING).filter(sheet__assignment__in=assignments).order_by().values_list("sheet__assignment")
    figures = {pk: (judged, total) for pk, judged, total in counted.annotate(judged=Count("pk", filter=~Q(verdict="")), total=Count("pk"))}
    handed_in = dict(Sheet.objects.visible_to(COUNTING).filter(assignment__in=assignments).values_list("assignment", "submitted_at"))
    return [Progress(one, *figures.get(one.pk, (0, 0)), handed_in.get(one.pk)) for one in assignments]
