"""The evaluation in figures for Central's staff: distribution and trend, the quality of indicators, what citizens said beside it."""
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from agencies.figures import FEW, spread_of
from agencies.houses import central_only
from agencies.insight_chart import columns_of, ranges_of, steps_of, years_of
from agencies.models.satisfaction import SatisfactionScore
from agencies.permissions import can_keep_satisfaction
from agencies.queries import frozen_sets
from agencies.queries import insight as queries
from agencies.queries.satisfaction import scores_of, surveys_of
from agencies.shown_result import bars_of
from agencies.workflow.insight import ask_year_insight
from desk.pages import desk_page
from desk.satisfaction import beside_results
from desk.views.scores import READERS, WORKERS, found_set

GRADES = "S A B C D".split()


def wanted(request, years, usual=()):
    """The year in the address, else the first of the usual ones, else the latest."""
    asked = request.GET.get("year", "")
    return next((year for year in years if str(year) == asked), next(iter(usual or years), None))


@staff(*READERS)
@central_only
def distribution(request):
    """Totals and grades of one year over its agencies, and all years beside each other."""
    results = queries.results_at_central(request.actor)
    year = wanted(request, results)
    rows = results.get(year, [])
    spreads = [(one, spread_of(queries.totals_of(several))) for one, several in reversed(results.items())]
    grades, steps = grades_of(rows), steps_of(queries.totals_of(rows))
    return desk_page(request, "desk/evaluation_distribution.html", {
        "year": year, "years": list(results), "rows": rows, "spread": dict(spreads).get(year), "least": FEW, "grades": grades,
        "steps": steps, "grade_chart": columns_of(grades), "step_chart": columns_of(steps), "spreads": spreads[::-1],
        "trend": years_of([(one, spread) for one, spread in spreads if spread]),
        "is_sample": any(one.is_sample for one in rows), "is_published": all(one.is_published for one in rows)})


def grades_of(rows):
    """[(grade, number)]: the usual ones from the best on, others after them."""
    there = [one.grade for one in rows]
    return [(grade, there.count(grade)) for grade in [*GRADES, *sorted(set(there) - set(GRADES))]]


@staff(*READERS)
@central_only
def indicators(request):
    """Spread, agreement, highest and lowest steps of each indicator, as the worker found them when the year was final. First the latest
    year that has some."""
    sets, final = {one.year: one for one in frozen_sets(request.actor)}, queries.final_years(request.actor)
    known = [year for year in sets if year in final | queries.worked_out_years(request.actor)]
    chosen = sets.get(wanted(request, sets, known))
    insight = queries.latest_year_insight(request.actor, chosen) if chosen else None
    figures = queries.indicator_figures(request.actor, insight) if insight else []
    return desk_page(request, "desk/evaluation_indicators.html", {
        "set": chosen, "year": chosen and chosen.year, "years": list(sets), "insight": insight, "figures": figures, "least": FEW,
        "chart": ranges_of(figures), "may_work_out": chosen and chosen.year in final and can_keep_satisfaction(request.actor),
        "worth_a_look": [one for one in figures if one.is_ceiling or one.is_disputed or one.is_apart]})


@require_POST
@staff(*WORKERS)
@central_only
def work_out(request, public_id):
    indicator_set = found_set(request, public_id)
    ask_year_insight(indicator_set, actor=request.actor)
    messages.success(request, _("The figures are being worked out. Load this page again in a moment."))
    answer = redirect("management_indicator_figures")
    answer["Location"] += f"?year={indicator_set.year}"
    return answer


@staff(*READERS)
@central_only
def satisfaction(request):
    """What citizens and providers said in a year, beside totals and grades."""
    surveys = {one.year: one for one in surveys_of(request.actor)}
    survey = surveys.get(wanted(request, surveys))
    scores = scores_of(request.actor, survey) if survey else []
    results = queries.results_at_central(request.actor) if survey else {}
    lines = beside_results(scores, results.get(survey.year, [])) if survey else []
    bars = [(str(line.agency), line.users.score, "") for line in lines if line.users]
    return desk_page(request, "desk/evaluation_satisfaction.html", {
        "survey": survey, "year": survey and survey.year, "years": list(surveys), "lines": lines, "chart": bars_of(bars),
        "groups": SatisfactionScore.Group.choices, "may_import": can_keep_satisfaction(request.actor)})
