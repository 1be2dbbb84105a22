"""What waits at the desk: cases whose next step is the agency's, announcements whose turn it is."""
from django.db.models import CharField, Count, Exists, IntegerField, OuterRef, Q, Subquery, Value
from django.db.models.functions import Cast, Coalesce

from accounts.models import Role
from core import clock
from core.tenancy import NOBODY
from correspondence.models import Deadline
from evaluations.models import Announcement, AnnouncementItem, Application, Assignment, FactCheck
from evaluations.next_steps import A_DAY, ASKED_IN, TEAM
from evaluations.queries.case import SUBJECT, VISIT_DATE
from evaluations.queries.fact_check import REPORT
from evaluations.queries.supplement import open_supplements
from evaluations.stages import UNDER_WAY, FactStage, Stage
from panels.models import AgendaItem, Approval
from panels.stages import ApprovalStage, MeetingStage
from visits.models import Visit
from visits.queries import requests_to_answer
from visits.stages import ENDED
from visits.stages import Stage as VisitStage

TURN = {Role.MANAGER: ApprovalStage.DRAFTED, Role.DIRECTOR: ApprovalStage.RELEASED}


def waiting_at_desk(actor):
    """Cases with which officers have to go on, whoever has stood longest first."""
    rows = Application.objects.visible_to(actor).filter(submitted_at__isnull=False).annotate(
        assessors=_assessors(actor), asks_day=Exists(requests_to_answer(OuterRef("public_id"))))
    asked = Exists(open_supplements().filter(application=OuterRef("pk")))
    return rows.exclude(asked & Q(stage__in=ASKED_IN)).filter(
        Q(stage__in=(Stage.SUBMITTED, Stage.SCREENING, Stage.DEFERRED))
        | Q(stage=Stage.DOCUMENT_REVIEW) & (Q(reviewed_at__isnull=False) | Q(assessors__lt=TEAM))
        | Q(stage=Stage.SITE_VISIT) & ~Exists(_visits_to_come(actor)) & ~Exists(_being_chosen(actor))
        | Q(stage=Stage.SITE_VISIT, asks_day=True)
        | Q(stage=Stage.FACT_CHECK) & (Q(report_confirmed_at__isnull=False) | ~Exists(_running(actor)) & ~Exists(_commented(actor)))
        | Q(stage=Stage.FINAL_EVALUATION) & ~Exists(_on_agenda(actor))
        | Q(stage=Stage.DECIDED) & ~Exists(_being_announced(actor)),
    ).order_by("stage_since", "pk")


def _assessors(actor):
    counted = Assignment.objects.visible_to(actor).filter(application=OuterRef("pk"), ended_at=None).order_by().values("application")
    counted = counted.annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), Value(0))


def _visits_to_come(actor):
    return Visit.objects.visible_to(actor).filter(subject_type=SUBJECT, subject=OuterRef("public_id")).exclude(
        stage__in=ENDED).exclude(stage=VisitStage.PLANNED, starts_at__lt=clock.now() - A_DAY)


def _being_chosen(actor):
    """The provider may still choose one of the dates offered."""
    return _running(actor, VISIT_DATE)


def _running(actor, kind=REPORT):
    return Deadline.objects.visible_to(actor).filter(
        subject_type=Application._meta.label_lower, subject_id=Cast(OuterRef("pk"), CharField()), kind=kind, closed_at=None,
        due_at__gt=clock.now())


def _commented(actor):
    """Comments that wait for the team's answers."""
    return FactCheck.objects.visible_to(actor).filter(application=OuterRef("pk"), stage=FactStage.HANDED_IN)


def _on_agenda(actor):
    return AgendaItem.objects.visible_to(actor).filter(
        subject_type=SUBJECT, matter=OuterRef("public_id"), withdrawn_at=None, result="",
        meeting__stage__in=(MeetingStage.PLANNED, MeetingStage.OPEN))


def _being_announced(actor):
    return AnnouncementItem.objects.visible_to(actor).filter(decision__application=OuterRef("pk"), announcement__announced_at=None)


def announcements_to_decide(actor):
    """Those that wait for this person: the manager's to release, the city's to agree to, the director's to approve; the earliest first."""
    waits_for_city = Q(stage=ApprovalStage.RELEASED, needs_assent=True, assented_at=None)
    turn = Q(stage__in=[stage for role, stage in TURN.items() if actor.has(role)]) & ~waits_for_city
    turn |= waits_for_city if actor.has(Role.OBSERVER) else NOBODY
    approvals = Approval.objects.visible_to(actor).filter(turn, subject_type="evaluations.announcement")
    turn = Q(public_id__in=approvals.values("subject"))
    turn |= Q(held_up_at__isnull=False) if actor.has(Role.DIRECTOR) else NOBODY         # theirs to take back
    rows = Announcement.objects.visible_to(actor).filter(turn, announced_at=None)
    cases = AnnouncementItem.objects.visible_to(actor).filter(announcement=OuterRef("pk"))
    rows = rows.filter(Exists(cases))                   # an empty one waits for nobody
    return rows.order_by("planned_for", "pk")


def running_cases(actor):
    """{edition's id: how many cases that were handed in by it still run}."""
    running = Application.objects.visible_to(actor).filter(stage__in=(*UNDER_WAY, Stage.DECIDED, Stage.DEFERRED))
    return dict(running.order_by().values_list("round__version").annotate(count=Count("pk")))
