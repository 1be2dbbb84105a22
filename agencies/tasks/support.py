"""Requests for project support: what one house wrote is told in the other by a job of its own; scans that came late are noted."""
from celery import shared_task

from accounts.actors import Actor
from agencies.models import ActivityPhoto, SupportFile, SupportReportFile, SupportRequest
from agencies.workflow.activity_photo import note_photo_scan
from agencies.workflow.support import note_file_scan
from agencies.workflow.support_telling import tell_agency, tell_central
from core.models import FileScan
from core.tasks import carried_on, every_agency
from core.tenancy import within

TELLING = Actor.system("requests for project support")
WAITING = FileScan.State.WAITING


@shared_task
def follow_support():
    """At each agency and at Central: what no beat did is done by the next. Returns how much was taken up."""
    return sum(tell_of_support(agency) for agency in every_agency())


def tell_of_support(agency):
    """Everything about requests, and about files, that this house has still to hear of."""
    with within(agency):
        work = _of_files(agency) + (_at_central(agency) if agency.is_central else _at_agency(agency))
    return sum(bool(carried_on(agency, tell, row, actor=TELLING)) for tell, row in work)


def _at_central(agency):
    rows = SupportRequest.everything.filter(central=agency, asked_at__isnull=False, received_at=None)
    return [(tell_central, one) for one in rows.select_related("agency").order_by("pk")]


def _at_agency(agency):
    rows = SupportRequest.everything.filter(agency=agency, decided_at__isnull=False, told_at=None)
    return [(tell_agency, one) for one in rows.order_by("pk")]


def _of_files(agency):
    photos = ActivityPhoto.everything.filter(agency=agency, scan=WAITING).exclude(original__scan__state=WAITING)
    found = [(note_photo_scan, one) for one in photos.select_related("original__scan")]
    for model, out in ((SupportFile, {"request__asked_at__isnull": False}), (SupportReportFile, {"report__sent_at__isnull": False})):
        rows = model.everything.filter(agency=agency, scan=WAITING, **out).exclude(file__scan__state=WAITING)
        found += [(note_file_scan, one) for one in rows.select_related("file__scan")]
    return found
