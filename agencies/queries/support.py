"""Requests for project support: at an agency its own, at Central those that were handed in."""
from django.db.models.functions import ExtractYear

from agencies.models import (
    SupportAuthor,
    SupportDecision,
    SupportFile,
    SupportReport,
    SupportReportFile,
    SupportRequest,
)
from agencies.support_stages import SupportStage
from core.tenancy import current_agency_id
from panels.queries import approval_of, approvals_of, steps_of
from panels.stages import ApprovalStage

SUBJECT, KIND, PAGE = "agencies.supportrequest", "project_support", "network_support_request"


def requests_found(actor, *, words="", stage="", agency="", year=""):
    """What this house may read and fits, the newest first."""
    rows = SupportRequest.objects.visible_to(actor).select_related("agency")
    rows = rows.filter(stage=stage) if stage else rows
    rows = rows.filter(agency__slug=agency) if agency else rows
    rows = rows.filter(from_on__year=int(year)) if year else rows
    for word in words.split():
        rows = rows.filter(title__icontains=word)
    return rows.order_by("-begun_at", "-pk")


def years_of(actor):
    """In which a project begins that this house may read of, the latest first."""
    rows = SupportRequest.objects.visible_to(actor).annotate(year=ExtractYear("from_on"))
    return list(rows.order_by("-year").values_list("year", flat=True).distinct())


def requests_readable(actor):
    return SupportRequest.objects.visible_to(actor).select_related("agency", "central", "asked_by__person")


def own_requests(actor):
    """This agency's own, which it may write."""
    return requests_readable(actor).filter(agency=current_agency_id())


def received_requests(actor):
    """At Central: what was handed in there."""
    return requests_readable(actor).filter(central=current_agency_id(), asked_at__isnull=False)


def decision_on(actor, row):
    """Central's draft, or None: an agency has no such row."""
    return SupportDecision.objects.visible_to(actor).filter(request=row).select_related("drafted_by__person").first()


def approval_of_request(row):
    """The latest, or None before anybody drafted a decision."""
    return approval_of(SUBJECT, row.public_id, KIND)


def steps_of_decision(row):
    approval = approval_of_request(row)
    return list(steps_of(approval)) if approval else []


def plans_of(actor, row):
    return SupportFile.objects.visible_to(actor).filter(request=row).order_by("pk")


def reports_of(actor, row):
    """Those that this house may read, the earliest first, each with its papers."""
    rows = SupportReport.objects.visible_to(actor).filter(request=row).select_related("written_by__person")
    return list(rows.prefetch_related("files").order_by("number"))


def own_report_files(actor):
    return SupportReportFile.objects.visible_to(actor).filter(agency=current_agency_id()).select_related("report__request", "file__scan")


def own_plan_files(actor):
    return SupportFile.objects.visible_to(actor).filter(agency=current_agency_id()).select_related("request", "file__scan")


def received_plan_files(actor):
    return SupportFile.objects.visible_to(actor).filter(central=current_agency_id(), request__asked_at__isnull=False).select_related(
        "request")


def received_report_files(actor):
    return SupportReportFile.objects.visible_to(actor).filter(central=current_agency_id()).select_related("report__request")


def wrote_it(actor, row):
    """Whether the actor themselves stands among its authors: the page says so before the workflow does."""
    return SupportAuthor.objects.visible_to(actor).filter(request=row, user__in=actor.people).exists()


# ---- what waits

def waiting_at_central(actor):
    """[(request, where its approval is or "")] of requests that wait for a decision or whose report waits, the longest first."""
    rows = received_requests(actor).filter(stage__in=(SupportStage.ASKED, SupportStage.REPORTED)).order_by("asked_at", "pk")
    rows = list(rows)
    approvals = approvals_of(SUBJECT, [one.public_id for one in rows], KIND)
    return [(one, str(approvals[one.public_id].stage) if one.public_id in approvals else "") for one in rows]


def waits_for(stage, approval_stage):
    """Whom a request at Central waits for: officer, manager or director."""
    if stage != SupportStage.ASKED or approval_stage in ("", ApprovalStage.SENT_BACK, ApprovalStage.DROPPED):
        return "officer"
    return "manager" if approval_stage == ApprovalStage.DRAFTED else "director"


def reports_due(actor):
    """At the agency: granted, and the report is wanted; the earliest day first."""
    return own_requests(actor).filter(stage=SupportStage.GRANTED).order_by("due_on", "pk")
