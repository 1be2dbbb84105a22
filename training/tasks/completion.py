"""Jobs of completions: certificates are made, each house does its part of what the other decided."""
from celery import shared_task

from accounts.actors import Actor
from core.tasks import carried_on, every_agency
from core.tenancy import within
from training.models import Completion
from training.queries import completion as queries
from training.queries.test import best_scores
from training.workflow.completion import complete_late
from training.workflow.completion_paper import make_first_paper
from training.workflow.completion_told import note_in_pool, take_from_pool, tell_completion

MADE_BY = Actor.system("certificates of completion")
FOLLOWING = Actor.system("completions of courses")
AT_ONCE = 200


def make_completion_paper(completion_id):
    """Draw it, sign it, keep it; without the house's key the errand is tried again."""
    make_first_paper(Completion.everything.get(pk=completion_id), actor=MADE_BY)


@shared_task
def follow_completions():
    """At each agency, as a host and as the house of participants, by state. Returns how much was done."""
    return sum(follow_completions_at(agency) for agency in every_agency())


def follow_completions_at(agency):
    with within(agency):
        late = list(queries.completions_late(FOLLOWING)[:AT_ONCE])
        scores = {run: best_scores(FOLLOWING, run) for run in {one.run for one in late}}
    done = sum(bool(carried_on(agency, _late_with(scores), one, actor=FOLLOWING)) for one in late)
    with within(agency):
        found = [(tell_completion, list(queries.completions_to_tell(FOLLOWING)[:AT_ONCE])),
                 (take_from_pool, queries.qualifying_to_take_back(FOLLOWING)[:AT_ONCE]),
                 (note_in_pool, queries.qualifying_to_note(FOLLOWING)[:AT_ONCE])]
    return done + sum(bool(carried_on(agency, work, one, actor=FOLLOWING)) for work, rows in found for one in rows)


def _late_with(scores):
    def complete_late_of(completion, *, actor):
        return complete_late(completion, scores=scores[completion.run], actor=actor)
    return complete_late_of
