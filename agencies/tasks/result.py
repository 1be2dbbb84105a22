"""Results, objections and their answers: what one house wrote is told in the other by a job of its own, by state."""
from celery import shared_task

from accounts.actors import Actor
from agencies.models import Objection, ObjectionAnswer, Result, ResultLetter
from agencies.workflow.objection import notice_answer, receive_objection
from agencies.workflow.preliminary import notice_result
from agencies.workflow.result_final import notice_final
from agencies.workflow.result_letters import hand_on_letter
from core.tasks import carried_on, every_agency
from core.tenancy import within

TELLING = Actor.system("results of the evaluation")


@shared_task
def follow_results():
    """At each agency and at Central: what no beat did is done by the next. Returns how much was told."""
    return sum(tell_of_results(agency) for agency in every_agency())


def tell_of_results(agency):
    """Everything about results that this house has still to hear of."""
    with within(agency):
        work = _at_central() if agency.is_central else _at_agency(agency)
    return sum(bool(carried_on(agency, tell, row, actor=TELLING)) for tell, row in work)


def _at_agency(agency):
    results = Result.everything.filter(assessed=agency)
    return ([(notice_result, one) for one in results.filter(noticed_at=None, final_at=None)]
            + [(notice_answer, one) for one in ObjectionAnswer.everything.filter(assessed=agency, noticed_at=None)]
            + [(notice_final, one) for one in results.filter(final_at__isnull=False, final_noticed_at=None)])


def _at_central():
    return ([(receive_objection, one) for one in Objection.everything.filter(received_at=None)]
            + [(hand_on_letter, one) for one in ResultLetter.everything.filter(path="", letter__made_at__isnull=False)])
