"""The document review: whose turn it is, one's own sheet, the others' once all are in, the result."""
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.db.models import CharField, Count, Exists, IntegerField, OuterRef, Q, Subquery, Value
from django.db.models.functions import Cast, Coalesce

from accounts.actors import Actor
from accounts.models import Role
from certification.models import RoundDocument
from correspondence.models import Deadline
from correspondence.queries import open_deadlines
from evaluations.models import (
    Application,
    Assignment,
    ConsolidatedJudgement,
    Judgement,
    SealedAnswer,
    SealedFile,
    Settlement,
    Sheet,
)
from evaluations.models.review import all_in
from evaluations.stages import Stage
from panels.queries import matters_open_to

COUNTING = Actor.system("how far a review is")


def my_assignments(actor):
    """Cases this person assesses, the newest first; the label is all that is told before the declaration."""
    rows = Assignment.objects.visible_to(actor).filter(user=actor.user, ended_at=None)
    return rows.select_related("application__service_type", "application__round").order_by("-assigned_at", "-pk")


def my_cases(actor):
    """Those of them that are open to this person, the longest assigned first; each with how much is judged and whether all are in."""
    judged = Judgement.objects.visible_to(COUNTING).filter(sheet__assignment=OuterRef("pk"))
    sheet = Sheet.objects.visible_to(COUNTING).filter(assignment=OuterRef("pk"))
    rows = my_assignments(actor).filter(application__in=_evaluated(actor)).exclude(application__stage=Stage.WITHDRAWN)
    return rows.annotate(
        total=_counted(judged), judged=_counted(judged.exclude(verdict="")), handed_in_at=Subquery(sheet.values("submitted_at")),
        all_in=Exists(all_in().filter(application=OuterRef("application"))),
    ).order_by("assigned_at", "pk")


def _counted(rows):
    numbers = rows.order_by().values("sheet__assignment").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(numbers, output_field=IntegerField()), Value(0))


def _evaluated(actor):
    return Application.objects.visible_to(actor).filter(Application.evaluated_by(actor))


def case_to_assess(actor, public_id):
    """A case this person is assigned to and has declared about, or None."""
    rows = _evaluated(actor).filter(public_id=public_id, pk__in=my_assignments(actor).values("application"))
    return rows.select_related("round", "service_type").first()


def review_due(application):
    """The running period of its document review, or None. For whoever already reads the case."""
    return open_deadlines(COUNTING, subject=application, kind="application.review").first()


def assignments_of(actor, application):
    """Who works on a case, the lead first."""
    rows = Assignment.objects.visible_to(actor).filter(application=application, ended_at=None)
    return rows.select_related("user__person", "notice__deadline").order_by("-is_lead", "assigned_at", "pk")


def sheet_of(actor, application):
    """The actor's own sheet, or None."""
    return Sheet.objects.visible_to(actor).filter(application=application, user=actor.user, assignment__ended_at=None).first()


def _on_own_sheets(actor):
    """Judgements on sheets of one's own, in cases that are open to one: part of those one sees, without asking who else has handed in."""
    if not actor.user or not actor.has(Role.ASSESSOR):
        return Judgement.objects.visible_to(COUNTING).none()
    return Judgement.objects.visible_to(COUNTING).filter(
        sheet__user=actor.user, sheet__assignment__ended_at=None, sheet__application__public_id__in=matters_open_to(actor))


def own_judgement(actor, public_id):
    """A judgement on the actor's own sheet, with what its page shows of the case and the indicator; or None."""
    rows = _on_own_sheets(actor).filter(public_id=public_id)
    running = open_deadlines(COUNTING, kind="application.review").filter(
        subject_type="evaluations.application", subject_id=Cast(OuterRef("sheet__application"), CharField()))
    rows = rows.annotate(due_at=Subquery(running.values("due_at")[:1]))
    return rows.select_related("sheet__application__round", "sheet__application__service_type", "sheet__assignment",
                               "required__indicator").first()


def due_of(judgement):
    """The running period of its document review, or None; it was read with one's own judgement."""
    return Deadline(due_at=judgement.due_at) if judgement.due_at else None


def own_judgements(actor, application):
    """The actor's own sheet, in the order of the indicators."""
    return _in_order(_on_own_sheets(actor).filter(sheet__application=application))


def judgements_on(sheet):
    """Those of a sheet, in the order of the indicators. For the assessor to whom their own sheet is open."""
    return _in_order(Judgement.objects.visible_to(COUNTING).filter(sheet=sheet))


def _in_order(rows):
    return rows.select_related("required__indicator__criterion__area").order_by("required__position")


def sealed_answer(application, code):
    """What the provider says of itself about an indicator, in the latest submission; or None. For whoever reads the case already."""
    rows = SealedAnswer.objects.visible_to(COUNTING).filter(seal__application=application, code=code)
    return rows.select_related("seal").order_by("-seal__number").first()


def sealed_files(answer):
    """The documents that came with this answer. For whoever reads it already."""
    rows = SealedFile.objects.visible_to(COUNTING).filter(seal=answer.seal, code=answer.code)
    return rows.select_related("file__scan", "seal__application").order_by("pk")


def sealed_documents(actor, seal):
    """[(document of the round, [its sealed files])] as they were handed in, in the order of the round; without those given none."""
    documents = RoundDocument.objects.visible_to(actor).filter(round__in=Application.objects.visible_to(actor).filter(
        pk=seal.application_id).values("round")).order_by("position", "pk")
    files = defaultdict(list)
    for file in SealedFile.objects.visible_to(actor).filter(seal=seal).select_related("file__scan").order_by("code", "pk"):
        files[file.code].append(file)
    return [(one, files[one.code]) for one in documents if files.get(one.code)]


def judgements_of(actor, application):
    """Every judgement this actor may see, by indicator: one's own, and the others' once all are in."""
    rows = Judgement.objects.visible_to(actor).filter(sheet__application=application, sheet__assignment__ended_at=None)
    return rows.select_related("required__indicator", "sheet__user__person").order_by("required__position", "sheet__assignment_id")


def consolidated_of(actor, application):
    """The team's result, indicator by indicator."""
    rows = ConsolidatedJudgement.objects.visible_to(actor).filter(application=application)
    given = Judgement.objects.visible_to(COUNTING).filter(required=OuterRef("required"), sheet__assignment__ended_at=None)
    rows = rows.annotate(judged_at=Subquery(given.order_by("-saved_at").values("saved_at")[:1]))       # the last of the team's
    return rows.select_related("required__indicator", "decided_by__person").order_by("required__position")


def row_to_settle(actor, public_id):
    """A row of the result of a case this person assesses, whether or not the result can be seen now; or None."""
    mine = _evaluated(actor).filter(pk__in=my_assignments(actor).values("application"))
    rows = ConsolidatedJudgement.objects.visible_to(COUNTING).filter(public_id=public_id, application__in=mine)
    return rows.select_related("application__round", "application__service_type", "required__indicator").first()


def settlements_of(actor, row):
    """Everything the lead wrote down about it, the latest first."""
    return Settlement.objects.visible_to(actor).filter(result=row).select_related("settled_by__person").order_by("-version")


@dataclass(frozen=True)
class Progress:
    """How far one assessor is; numbers only, what was judged nobody sees before all are in."""

    assignment: Assignment
    judged: int
    total: int
    handed_in_at: datetime | None


def team_progress(application):
    """[Progress] of the whole team: numbers, for whoever already reads the case."""
    return progress_of(COUNTING, application)


def all_are_in(application):
    """Whether each of at least two assessors has handed in. For whoever already reads the case."""
    return all_in().filter(application=application).exists()


def progress_of(actor, application):
    """[Progress] for whoever may see who works on the case."""
    assignments = list(assignments_of(actor, application))
    counted = Judgement.objects.visible_to(COUNTING).filter(sheet__assignment__in=assignments).order_by().values_list("sheet__assignment")
    figures = {pk: (judged, total) for pk, judged, total in counted.annotate(judged=Count("pk", filter=~Q(verdict="")), total=Count("pk"))}
    handed_in = dict(Sheet.objects.visible_to(COUNTING).filter(assignment__in=assignments).values_list("assignment", "submitted_at"))
    return [Progress(one, *figures.get(one.pk, (0, 0)), handed_in.get(one.pk)) for one in assignments]
