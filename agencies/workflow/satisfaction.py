"""Satisfaction scores of a year: kept as they were brought in, replaced as a whole, out to the agencies with the year's results."""
from collections import defaultdict

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from agencies.amounts import exact, rounded
from agencies.models import SatisfactionScore, SatisfactionSurvey
from agencies.permissions import can_keep_satisfaction
from agencies.queries.published import is_published
from core import clock
from core.errors import Refused
from core.workflow import record, require


@transaction.atomic
def keep_satisfaction(rows, *, actor, is_sample=False):
    """`rows`: {"year", "assessed", "group", "code", "question", "score", "answers"}. A year takes the place of what was there of it."""
    require(can_keep_satisfaction(actor))
    years = defaultdict(list)
    for one in rows:
        years[one["year"]].append(one)
    return [_keep_year(year, several, is_sample, actor) for year, several in sorted(years.items())]


def _keep_year(year, rows, is_sample, actor):
    now = clock.now()
    before = SatisfactionSurvey.everything.select_for_update(of=("self",), no_key=True).filter(year=year, replaced_at=None).first()
    if before:
        before.replaced_at = now
        before.save(update_fields=["replaced_at"])
    try:
        with transaction.atomic():
            survey = SatisfactionSurvey.everything.create(
                year=year, kept_at=now, kept_by=actor.user, is_sample=is_sample, means=means_of(rows),
                published_at=now if is_published(year) else None)
    except IntegrityError:
        raise Refused(_("Somebody else has just brought in the scores of %(year)s. Look at them first.") % {"year": year}) from None
    SatisfactionScore.everything.bulk_create(SatisfactionScore(survey=survey, **one) for one in rows)
    record("management.satisfaction_kept", survey, actor=actor, year=year, scores=len(rows), replaces=before and before.pk)
    return survey


def means_of(rows):
    """{group: {"agencies", "mean"}} of the scores on the whole."""
    found = defaultdict(list)
    for one in rows:
        if not one["question"] and not one["code"]:
            found[str(one["group"])].append(exact(one["score"]))
    return {group: {"agencies": len(scores), "mean": f"{rounded(sum(scores) / len(scores))}"} for group, scores in sorted(found.items())}


def let_out_satisfaction(year, now):
    """With the year's results: from now on each agency reads its own. For whoever publishes them."""
    SatisfactionSurvey.everything.filter(year=year, replaced_at=None, published_at=None).update(published_at=now)
