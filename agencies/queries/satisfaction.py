"""Satisfaction scores as they are read: those that count now, beside the evaluation."""
from agencies.models import SatisfactionScore, SatisfactionSurvey


def surveys_of(actor):
    """Those that count, the latest year first."""
    rows = SatisfactionSurvey.objects.visible_to(actor).filter(replaced_at=None)
    return list(rows.select_related("kept_by__person").order_by("-year"))


def surveys_now(actor, years):
    """{year: (survey, {(year, agency, group, code, question): score})} of what is there now."""
    surveys = {one.year: (one, {}) for one in surveys_of(actor) if one.year in years}
    rows = SatisfactionScore.objects.visible_to(actor).filter(survey__in=[survey.pk for survey, _scores in surveys.values()])
    for one in rows.select_related("assessed"):
        surveys[one.year][1][one.year, one.assessed, one.group, one.code, one.question] = one
    return surveys


def scores_of(actor, survey):
    """All of a year, by agency, the score on the whole first."""
    rows = SatisfactionScore.objects.visible_to(actor).filter(survey=survey).select_related("assessed__province")
    return list(rows.order_by("assessed__province__code", "assessed", "group", "code", "question"))


def own_scores(actor, agency, years):
    """The scores on the whole of one agency, the latest year first, each with the survey that knows the mean of all."""
    rows = SatisfactionScore.objects.visible_to(actor).filter(assessed=agency, year__in=list(years), survey__replaced_at=None, question="",
                                                              code="")
    return list(rows.select_related("survey").order_by("-year", "-group"))
