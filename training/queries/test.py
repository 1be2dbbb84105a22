"""The best points of each participant."""
from django.db.models import Max

from training.models import TestAttempt


def best_scores(actor, run):
    """{enrolment pk: points}: the best of each who has a graded attempt."""
    graded = TestAttempt.objects.visible_to(actor).filter(enrolment__run=run, score__isnull=False)
    return dict(graded.order_by().values_list("enrolment").annotate(best=Max("score")))
