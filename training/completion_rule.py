"""Whether a participant has met the rule of the run: minutes attended, the survey, the best score of the test; and until when they
count. Asks nothing."""
from datetime import timedelta
from typing import NamedTuple

from django.utils.translation import gettext as _

from core import clock
from training.stages import EnrolmentStage, RunStage

SURVEY_DAYS = 30                # so long after the run is finished who answers the survey or passes the test still completes


class Facts(NamedTuple):
    """What is known of one participant; `score` is None without a graded attempt."""

    minutes: int
    of_minutes: int
    has_survey: bool
    score: int | None = None


def may_still_answer(enrolment):
    """Whether survey and test count for this person: until the run is finished, and SURVEY_DAYS longer for who has not completed."""
    run = enrolment.run
    if enrolment.stage == EnrolmentStage.ENROLLED:
        return run.stage == RunStage.OPEN
    return (enrolment.stage == EnrolmentStage.NOT_COMPLETED and run.finished_at is not None
            and clock.now() < run.finished_at + timedelta(days=SURVEY_DAYS))


def facts_of(enrolment, classes, presence, scores):
    """`presence`: {enrolment pk: {class pk: what has minutes}}. Nobody is there longer than the class lasts."""
    there = presence.get(enrolment.pk, {})
    minutes = sum(min(there[one.pk].minutes, one.minutes) for one in classes if one.pk in there)
    return Facts(minutes, sum(one.minutes for one in classes), enrolment.survey_at is not None, scores.get(enrolment.pk))


def unmet(rule, facts):
    """Sentences: what is missing, or nothing. `rule`: the run."""
    found = []
    if facts.minutes * 100 < rule.least_percent * facts.of_minutes:
        found.append(_("Attended %(minutes)d of %(of_minutes)d minutes; at least %(percent)d %% are asked.") % {
            "minutes": facts.minutes, "of_minutes": facts.of_minutes, "percent": rule.least_percent})
    if rule.asks_survey and not facts.has_survey:
        found.append(_("The survey is not answered."))
    if rule.asks_test and (facts.score or 0) < rule.least_score:
        found.append(_("The best score of the test is %(score)d; at least %(least)d are asked.") % {
            "score": facts.score or 0, "least": rule.least_score} if facts.score is not None else _("The test is not passed yet."))
    return found


def unnoted(classes, presence):
    """Classes for which nobody's attendance is known."""
    return [one for one in classes if not any(getattr(there.get(one.pk), "source", "") for there in presence.values())]
