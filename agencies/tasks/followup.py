"""Follow-ups, plans, checks and remarks: what one house wrote is told in the other by a job of its own, by state."""
from celery import shared_task

from accounts.actors import Actor
from agencies.models import FollowUp, ImprovementPlan, ItemRemark, Progress, ProgressCheck, ProgressFile
from agencies.stages import OPEN_TO_CENTRAL, PlanStage
from agencies.workflow.follow_through import notice_closing, notice_remark
from agencies.workflow.follow_up import notice_follow_up
from agencies.workflow.plan_approval import receive_plan
from agencies.workflow.progress import note_progress_scan, notice_check, receive_progress
from core.models import FileScan
from core.tasks import carried_on, every_agency
from core.tenancy import within

TELLING = Actor.system("follow-up of the evaluation")


@shared_task
def follow_improvements():
    """At each agency and at Central: what no beat did is done by the next. Returns how much was told."""
    return sum(tell_of_improvements(agency) for agency in every_agency())


def tell_of_improvements(agency):
    """Everything about follow-ups that this house has still to hear of."""
    with within(agency):
        work = _at_central() if agency.is_central else _at_agency(agency)
    return sum(bool(carried_on(agency, tell, row, actor=TELLING)) for tell, row in work)


def _at_agency(agency):
    checks = ProgressCheck.everything.filter(assessed=agency, noticed_at=None).select_related("plan")
    closed = ImprovementPlan.everything.filter(agency=agency, stage=PlanStage.CLOSED, closing_told_at=None)
    doubtful = ProgressFile.everything.filter(agency=agency, scan=FileScan.State.WAITING, progress__sent_at__isnull=False)
    doubtful = doubtful.exclude(file__scan__state=FileScan.State.WAITING).select_related("file__scan")
    return ([(notice_follow_up, one) for one in FollowUp.everything.filter(assessed=agency, noticed_at=None)]
            + [(notice_check, one) for one in checks]
            + [(notice_remark, one) for one in ItemRemark.everything.filter(assessed=agency, noticed_at=None)]
            + [(notice_closing, one) for one in closed]
            + [(note_progress_scan, one) for one in doubtful])


def _at_central():
    sent = Progress.everything.filter(sent_at__isnull=False, received_at=None).order_by().values("check_of")
    return ([(receive_plan, one) for one in ImprovementPlan.everything.filter(stage__in=OPEN_TO_CENTRAL, received_at=None)]
            + [(receive_progress, one) for one in ProgressCheck.everything.filter(pk__in=sent)])
