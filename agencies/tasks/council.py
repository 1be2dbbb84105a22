"""Bodies of the network: what one house wrote is taken up in the other by a job of its own, by state."""
from celery import shared_task

from accounts.actors import Actor
from agencies.models import AgendaPaper, AgendaProposal, AgendaProposalFile, CouncilTask, MeetingWord, Naming, Place, TaskReport
from agencies.stages import AgendaProposalStage
from agencies.workflow.agenda_proposal import note_paper_scan, receive_proposal, tell_of_proposal
from agencies.workflow.council import notice_place
from agencies.workflow.council_meeting import note_agenda_scan, notice_word
from agencies.workflow.council_task import (
    count_task,
    hear_of_owner_gone,
    note_owner_gone,
    notice_task,
    receive_task_report,
    tell_of_answer,
)
from agencies.workflow.naming import take_up_naming
from core.models import FileScan
from core.tasks import carried_on, every_agency
from core.tenancy import within

TELLING = Actor.system("the bodies of the network")


@shared_task
def follow_councils():
    """At each agency and at Central: what no beat did is done by the next. Returns how much was taken up."""
    return sum(follow_councils_at(agency) for agency in every_agency())


def follow_councils_at(agency):
    """Everything about the bodies that this house has still to hear of. Central is a member of its own bodies."""
    with within(agency):
        work = (_at_central(agency) if agency.is_central else []) + _at_member(agency)
    return sum(bool(carried_on(agency, tell, row, actor=TELLING)) for tell, row in work)


def _at_central(central):
    """Holders before those who stand in for them."""
    namings = Naming.everything.filter(central=central, taken_up_at=None).order_by("pk")
    return ([(take_up_naming, one) for one in namings]
            + [(receive_proposal, one) for one in AgendaProposal.everything.filter(central=central, received_at=None).exclude(
                stage=AgendaProposalStage.DRAFT)]
            + [(count_task, one) for one in CouncilTask.everything.filter(agency=central, counted_at=None, done_at=None)]
            + [(receive_task_report, one) for one in TaskReport.everything.filter(central=central, received_at=None)]
            + [(note_agenda_scan, one) for one in AgendaPaper.everything.filter(agency=central, scan=FileScan.State.WAITING)]
            + [(hear_of_owner_gone, one) for one in CouncilTask.everything.filter(
                agency=central, owner_gone_at__isnull=False, gone_noticed_at=None, done_at=None)])


def _at_member(agency):
    waiting = FileScan.State.WAITING
    doubtful = AgendaProposalFile.everything.filter(agency=agency, scan=waiting).exclude(file__scan__state=waiting)
    return ([(notice_place, one) for one in Place.everything.filter(member=agency, noticed_at=None)]
            + [(notice_word, one) for one in MeetingWord.everything.filter(member=agency, noticed_at=None).select_related("meeting__body")]
            + [(notice_task, one) for one in CouncilTask.everything.filter(responsible=agency, noticed_at=None)]
            + [(note_owner_gone, one) for one in CouncilTask.everything.filter(
                responsible=agency, done_at=None, owner_gone_at=None).select_related("owner")]
            + [(tell_of_answer, one) for one in TaskReport.everything.filter(agency=agency, answered_at__isnull=False, told_at=None)]
            + [(tell_of_proposal, one) for one in AgendaProposal.everything.filter(agency=agency, answered_at__isnull=False, told_at=None)]
            + [(note_paper_scan, one) for one in doubtful.select_related("file__scan")])
