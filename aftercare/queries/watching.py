"""Self-inspections and corrective actions: what stood before, what a provider has to do, what waits at the desk."""
from collections import defaultdict
from typing import NamedTuple

from django.db.models import Case, Exists, F, OuterRef, Q, Value, When

from accounts.actors import Actor
from accounts.models import Role
from aftercare.models import (
    CorrectionSubmission,
    CorrectiveAction,
    Duty,
    DutyKind,
    Inspection,
    InspectionFile,
    InspectionRow,
    InspectionSeal,
    Monitoring,
    MonitoringFinding,
    SealedRow,
)
from aftercare.models.duty import own_provider
from aftercare.queries.sanction_origin import handed_over
from aftercare.stages import DutyStage
from aftercare.watching_stages import TO_WRITE, CorrectionStage, InspectionStage, MonitoringStage
from certification.models import FrameworkVersion
from core import clock
from correspondence.queries import letters_about
from evaluations.models import Application, Seal, SealedAnswer

LOOKING_BACK = Actor.system("what stood before")


class Stood(NamedTuple):
    """What was last said of an indicator."""

    rating: str = ""
    text: str = ""


def version_of(certificate):
    """The edition that its certificate was given for; of one from before the system, the latest that is published."""
    if certificate.version_id:
        return certificate.version
    published = FrameworkVersion.objects.visible_to(LOOKING_BACK).filter(framework=certificate.framework_id, published_at__isnull=False)
    return published.order_by("-number").first()


def last_seal_of(certificate):
    """The latest self-inspection of a certificate as it was handed in, or None. For whoever may read it."""
    seals = InspectionSeal.objects.visible_to(LOOKING_BACK).filter(inspection__duty__certificate=certificate)
    return seals.order_by("-sealed_at", "-pk").first()


def stood_before(certificate):
    """{code: Stood}: of the self-inspection before, else of the sealed application; for any other code nothing stood."""
    found = defaultdict(Stood)
    if seal := last_seal_of(certificate):
        rows = SealedRow.objects.visible_to(LOOKING_BACK).filter(seal=seal)
        found.update((row.code, Stood(row.rating, row.stands)) for row in rows)
        return found
    application = Application.objects.visible_to(LOOKING_BACK).filter(public_id=certificate.matter).first() if certificate.matter else None
    seal = application and Seal.objects.visible_to(LOOKING_BACK).filter(application=application).order_by("-number").first()
    if seal:
        answers = SealedAnswer.objects.visible_to(LOOKING_BACK).filter(seal=seal)
        found.update((one.code, Stood(one.rating, one.explanation)) for one in answers)
    return found


# ---- the provider's own

def own_inspection_duty(actor, public_id):
    """The duty of a self-inspection of the actor's own provider, or None."""
    rows = Duty.objects.visible_to(actor).filter(own_provider(actor), kind=DutyKind.SELF_INSPECTION, public_id=public_id)
    return rows.select_related("certificate__service_type", "provider").first()


def inspection_of(actor, duty):
    return Inspection.objects.visible_to(actor).filter(duty=duty).select_related("provider", "version", "seen_by__person").first()


def own_rows(actor):
    """Rows of the actor's own self-inspections, with all that their pages say."""
    return InspectionRow.objects.visible_to(actor).select_related(
        "indicator", "inspection__provider", "inspection__duty__certificate__service_type", "inspection__version")


def rows_of(actor, inspection):
    """In the order of the indicators, each with `has_files`."""
    links = InspectionRow._meta.get_field("evidence").related_model.objects.visible_to(actor).filter(row=OuterRef("pk"))
    return InspectionRow.objects.visible_to(actor).filter(inspection=inspection).select_related("indicator").annotate(
        has_files=Exists(links)).order_by("position")


def seals_of(actor, inspection):
    """Each time it was handed in, the latest first."""
    return InspectionSeal.objects.visible_to(actor).filter(inspection=inspection).order_by("-number")


def receipt_of(seal):
    """The letter that confirms what was handed in, or None. For whoever may read it."""
    return letters_about(LOOKING_BACK, seal).first()


def sealed_rows_of(actor, seal):
    """[(SealedRow, its files)] in the order of the indicators."""
    files = defaultdict(list)
    for one in InspectionFile.objects.visible_to(actor).filter(seal=seal).select_related("file__scan").order_by("pk"):
        files[one.code].append(one)
    rows = SealedRow.objects.visible_to(actor).filter(seal=seal).select_related("indicator").order_by("position")
    return [(row, files[row.code]) for row in rows]


def own_corrections(actor):
    """Corrective actions of the actor's own providers, what is to be written first."""
    return _with_all(CorrectiveAction.objects.visible_to(actor).filter(own_provider(actor))).order_by(*TO_WRITE_FIRST)


TO_WRITE_FIRST = (Case(When(stage__in=TO_WRITE, then=0), When(stage=CorrectionStage.CLOSED, then=2), default=1), "due_on", "pk")


def _with_all(rows):
    return rows.select_related("certificate__service_type", "provider", "indicator", "follows", "finding__monitoring")


def submissions_of(actor, action):
    """Each time it was handed in with its files and what was answered, the latest first."""
    rows = CorrectionSubmission.objects.visible_to(actor).filter(action=action).select_related("answer")
    return rows.prefetch_related("files__file__scan").order_by("-number")


class ToDo(NamedTuple):
    """What waits for a provider of what is watched: duties of self-inspection that are open now, and corrective actions to write."""

    inspections: list
    corrections: list
    visits: list


def to_do_of(actor):
    """For the first page of the portal: what can be done today, the nearest last day first."""
    today = clock.today()
    duties = Duty.objects.visible_to(actor).filter(own_provider(actor), kind=DutyKind.SELF_INSPECTION, stage=DutyStage.OPEN,
                                                   opens_on__lte=today)
    actions = _with_all(CorrectiveAction.objects.visible_to(actor).filter(own_provider(actor), stage__in=TO_WRITE))
    visits = Monitoring.objects.visible_to(actor).filter(own_provider(actor), stage=MonitoringStage.PLANNED).select_related("visit")
    return ToDo(list(duties.select_related("certificate__service_type").order_by("due_on", "pk")), list(actions.order_by("due_on", "pk")),
                list(visits.order_by("visit__starts_at", "pk")))


def watched_of(actor):
    """Everything of the actor's own providers: ToDo with what is over as well, the latest first."""
    duties = Duty.objects.visible_to(actor).filter(own_provider(actor), kind=DutyKind.SELF_INSPECTION)
    visits = Monitoring.objects.visible_to(actor).filter(own_provider(actor)).select_related("visit", "certificate")
    return ToDo(list(duties.select_related("certificate__service_type").order_by(F("due_on").asc(), "pk")), list(own_corrections(actor)),
                list(visits.order_by("-planned_at", "-pk")))


def own_monitoring(actor, public_id):
    """A monitoring visit of the actor's own provider that it may know of, or None."""
    rows = Monitoring.objects.visible_to(actor).filter(own_provider(actor), public_id=public_id)
    return rows.select_related("visit", "certificate__service_type", "provider").first()


def findings_of(actor, monitoring):
    """What was found, each with `correction`: the public id of the action that was asked for, or None."""
    asked = CorrectiveAction.objects.visible_to(actor).filter(finding=OuterRef("pk"), follows=None)
    rows = MonitoringFinding.objects.visible_to(actor).filter(monitoring=monitoring).select_related("indicator")
    return rows.annotate(correction=asked.values("public_id")[:1]).order_by("position")


# ---- the desk's

def inspections_found(actor, which=""):
    """Self-inspections that were handed in: those to read first, the longest waiting at the top; `which`: a stage."""
    rows = Inspection.objects.visible_to(actor).filter(handed_in_at__isnull=False).select_related("provider", "duty__certificate")
    rows = rows.filter(stage=which) if which else rows
    return rows.order_by(Case(When(stage=InspectionStage.HANDED_IN, then=0), default=1), "handed_in_at", "pk")


def corrections_found(actor, which=""):
    """Corrective actions; `which`: a stage, `overdue`, `check` or `handed_over`."""
    today, rows = clock.today(), _with_all(CorrectiveAction.objects.visible_to(actor))
    wanted = {"overdue": Q(stage__in=TO_WRITE, due_on__lt=today), "check": Q(stage=CorrectionStage.ACCEPTED, check_on__lte=today),
              "handed_over": Q(outcome=CorrectiveAction.Outcome.SANCTION)}
    rows = rows.filter(wanted.get(which, Q(stage=which))) if which else rows
    return rows.order_by(Case(When(stage=CorrectionStage.SUBMITTED, then=0), When(stage=CorrectionStage.CLOSED, then=2), default=1),
                         "due_on", "pk")


class Counts(NamedTuple):
    """How much of what is watched waits for the desk."""

    to_read: int
    to_answer: int
    to_check: int
    to_plan: int
    to_sanction: int

    @property
    def any(self):
        return sum(self) > 0


def waiting_to_watch(actor):
    """For officers and managers: five counts; None for everybody else."""
    if not actor.has(Role.OFFICER, Role.MANAGER):
        return None
    today = clock.today()
    corrections = CorrectiveAction.objects.visible_to(actor)
    return Counts(
        Inspection.objects.visible_to(actor).filter(stage=InspectionStage.HANDED_IN).count(),
        corrections.filter(stage=CorrectionStage.SUBMITTED).count(),
        corrections.filter(stage=CorrectionStage.ACCEPTED, check_on__lte=today).count(), visits_to_plan(actor).count(),
        handed_over(actor).count())


def visits_to_plan(actor):
    """Open duties of a monitoring visit whose window is open and for which none is planned, the nearest last day first."""
    planned = Monitoring.objects.visible_to(actor).filter(duty=OuterRef("pk"), stage=MonitoringStage.PLANNED)
    rows = Duty.objects.visible_to(actor).filter(kind=DutyKind.MONITORING_VISIT, stage=DutyStage.OPEN, opens_on__lte=clock.today())
    return rows.filter(~Exists(planned)).select_related("certificate", "provider").order_by("due_on", "pk")


def monitorings_found(actor):
    """Planned ones first, by their day; then what is over, the latest first."""
    rows = Monitoring.objects.visible_to(actor).select_related("visit", "certificate", "duty")
    now = Case(When(stage=MonitoringStage.PLANNED, then=F("visit__starts_at")), default=Value(None))
    return rows.annotate(met=Exists(MonitoringFinding.objects.visible_to(actor).filter(
        monitoring=OuterRef("pk"), judgement="noncompliant"))).order_by(now.asc(nulls_last=True), "-planned_at", "-pk")
