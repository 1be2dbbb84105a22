"""Excellent cases: what one house wrote is told in the other by a job of its own, by state."""
from celery import shared_task

from accounts.actors import Actor
from agencies.models import CaseInvitation, GoodCasePicture, Nomination, NominationPicture
from agencies.workflow.case_call import notice_invitation
from agencies.workflow.good_case import note_published_scan
from agencies.workflow.nomination import note_picture_scan
from agencies.workflow.nomination_approval import receive_nomination, tell_outcome
from core.models import FileScan
from core.tasks import carried_on, every_agency
from core.tenancy import current_agency_id, within

TELLING = Actor.system("excellent cases")


@shared_task
def follow_cases():
    """At each agency and at Central: what no beat did is done by the next. Returns how much was told."""
    return sum(tell_of_cases(agency) for agency in every_agency())


def tell_of_cases(agency):
    """Everything about calls and nominations that this house has still to hear of."""
    with within(agency):
        work = _at_central() if agency.is_central else _at_agency(agency)
    return sum(bool(carried_on(agency, tell, row, actor=TELLING)) for tell, row in work)


def _at_agency(agency):
    doubtful = NominationPicture.everything.filter(agency=agency, scan=FileScan.State.WAITING)
    doubtful = doubtful.exclude(file__scan__state=FileScan.State.WAITING).select_related("file__scan")
    invited = CaseInvitation.everything.filter(invited=agency, noticed_at=None).select_related("call")
    return ([(notice_invitation, one) for one in invited if one.call.is_open()]
            + [(tell_outcome, one) for one in Nomination.everything.filter(agency=agency, outcome_at__isnull=False, told_at=None)]
            + [(note_picture_scan, one) for one in doubtful])


def _at_central():
    waiting = GoodCasePicture.everything.filter(scan=FileScan.State.WAITING)
    return ([(receive_nomination, one) for one in Nomination.everything.filter(received_at=None).select_related("call")]
            + [(note_published_scan, one) for one in waiting.filter(agency=current_agency_id())])
