"""Enrolments: the host places who asked in any house, each house tells its own people what the other did, by state."""
from celery import shared_task

from accounts.actors import Actor
from core.tasks import carried_on, every_agency
from core.tenancy import within
from training.queries import enrolment as queries
from training.workflow.enrolment import place_enrolments
from training.workflow.enrolment_telling import close_request, tell_of_move, tell_participant

FOLLOWING = Actor.system("enrolments in training")
AT_ONCE = 200


@shared_task
def follow_training():
    """At each agency: runs placed, then its own people told. Returns how much was done."""
    return sum(follow_at(agency) for agency in every_agency())


def follow_at(agency):
    done = 0
    for work, rows in ((place_enrolments, queries.runs_to_place), (close_request, queries.requests_out_of_time),
                       (tell_participant, queries.enrolments_to_tell), (tell_of_move, queries.moves_to_tell)):
        with within(agency):
            found = list(rows(FOLLOWING)[:AT_ONCE])
        done += sum(bool(carried_on(agency, work, row, actor=FOLLOWING)) for row in found)
    return done
