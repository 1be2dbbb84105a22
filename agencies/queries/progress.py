"""Progress checks: what an agency writes at one of its own, and the evidence that Central may open."""
from agencies.models import ItemRemark, Progress, ProgressCheck, ProgressFile
from core.tenancy import current_agency_id


def own_checks(actor):
    return ProgressCheck.objects.visible_to(actor).filter(assessed=current_agency_id()).select_related("plan")


def own_reports(actor):
    rows = Progress.objects.visible_to(actor).filter(agency=current_agency_id())
    return rows.select_related("check_of", "item__plan", "item__indicator", "item__responsible_user__person", "written_by__person")


def reports_at(actor, check):
    """Of what is sent or still to be sent: nothing of an item that was closed before it was reported."""
    closed = ItemRemark.objects.visible_to(actor).filter(item__plan=check.plan_id, closes=True).order_by().values("item")
    rows = own_reports(actor).filter(check_of=check).exclude(item__in=closed, sent_at=None)
    return rows.prefetch_related("files").order_by("item__indicator__position", "pk")


def files_of(actor, row):
    return ProgressFile.objects.visible_to(actor).filter(progress=row).select_related("file__scan").order_by("pk")


def own_files(actor):
    rows = ProgressFile.objects.visible_to(actor).filter(agency=current_agency_id())
    return rows.select_related("file__scan", "progress__item__plan", "progress__item__indicator", "progress__check_of")


def followed_files(actor):
    """At Central: what came with a report that was sent."""
    return ProgressFile.objects.visible_to(actor).filter(central=current_agency_id(), progress__sent_at__isnull=False).select_related(
        "progress__item__plan")
