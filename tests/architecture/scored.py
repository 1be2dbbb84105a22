"""A year with results behind every address of them. What Central writes stands at the agency itself here: no page may show it there."""
from datetime import date, timedelta
from decimal import Decimal

from accounts.actors import Actor
from accounts.models import Agency
from agencies.models import (
    Adjustment,
    Disclosure,
    IndicatorSet,
    Objection,
    Participation,
    Result,
    ResultLetter,
    SatisfactionScore,
    SatisfactionSurvey,
)
from agencies.queries.result_inputs import rows_in_order
from agencies.results_in import inputs_from
from agencies.scoring import score
from agencies.working import to_json
from core import clock
from core.files import path_of
from correspondence.models import Letter
from tests.agencies.networking import ContactFactory
from tests.agencies.sets import draft_set
from tests.architecture.holding import kept
from tests.architecture.networked import networked_at

OWN = {
    **dict.fromkeys(("management_calculate_year", "management_give_notice", "management_publish", "management_committee",
                     "management_put_on_agenda", "management_approval", "management_draft_results", "management_release_results",
                     "management_approve_results", "management_send_back_results", "management_work_out_year"), "scored_set"),
    **dict.fromkeys(("management_result", "management_calculate", "management_adjust", "management_correct", "management_words",
                     "management_paper"), "scored_part"),
    "management_withdraw_adjustment": "adjustment", "management_answer_objection": "objection",
    "management_own_result": "own_result", "management_object": "own_result",
    "management_result_letter": "result_letter", "management_disclose": "disclosure",
}
RATINGS, FIGURES = (Decimal(80), Decimal(90)), {"met": "8", "planned": "10"}


def scored_at(place):
    """Each text says whose it is."""
    mark, now = f"CNRY-{place.agency.slug}", clock.now()
    one = draft_set(place.agency, year=2026)
    part = Participation.everything.create(indicator_set=one, assessed=another(place), year=2026, out_at=now)
    result = Result.everything.create(
        participation=part, assessed=place.agency, year=2026, total=82, grade="B", scored=worked_out(part), told_at=now,
        feedback=[{"code": "", "strengths": f"{mark}-strengths", "improve": ""}], objections_until=now + timedelta(days=7), first_total=82,
        first_grade="B")
    letter = Letter.everything.create(subject_type="x", subject_id="1", kind="management.result", year=2026, serial=9000, number="1-1",
                                      addressee="x", title=f"{mark}-title", written_at=now)
    file = kept()
    own = ResultLetter.everything.create(assessed=place.agency, result=result, letter=letter, number="1-1", title=f"{mark}-title",
                                         written_at=now, path=path_of(file), sha256=file.sha256, size=file.size, mime=file.mime)
    survey = SatisfactionSurvey.everything.create(year=2026, kept_at=now, kept_by=place.officer, published_at=now)
    SatisfactionScore.everything.create(survey=survey, assessed=place.agency, year=2026, group="users", question=f"{mark}-question",
                                        score=90)
    return {"scored_set": IndicatorSet.everything.get(pk=one.pk), "scored_part": part, "own_result": result, "result_letter": own,
            "adjustment": Adjustment.everything.create(participation=part, points=1, reason=f"{mark}-bonus", made_at=now,
                                                       made_by=place.officer),
            "contact": ContactFactory(changed_by=place.officer), **networked_at(place),
            "objection": Objection.everything.create(central=place.agency, result=result, grounds=f"{mark}-grounds", filed_at=now,
                                                     filed_by=place.officer),
            "disclosure": Disclosure.everything.create(central=place.agency, result=result, year=2026, total=82, grade="B",
                                                       words=f"{mark}-words", due_on=date(2026, 8, 30))}


def another(place):
    """Nobody evaluates itself."""
    return Agency.objects.exclude(pk=place.agency.pk).order_by("pk").first()


def worked_out(part):
    indicators = list(part.indicator_set.indicators.all())
    rows = rows_in_order(Actor.system("a world of tests"), part.indicator_set)
    return to_json(score(inputs_from(part.indicator_set, rows, {one.pk: FIGURES for one in indicators},
                                     {one.pk: RATINGS for one in indicators}, [], [])))
