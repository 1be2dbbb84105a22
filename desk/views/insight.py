"""What a finished round taught: its indicators, those to improve, its assessors beside their colleagues, several rounds side by side."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from accounts.guards import staff
from accounts.models import Role
from certification.forms.improvement import ImprovementForm
from certification.workflow import propose_improvement as propose
from core.access_log import note_access
from core.forms import carried_out, filled
from core.tables import XLSX
from core.tenancy import find_or_404
from desk.insight_sheet import sheet_of
from desk.pages import desk_page
from desk.views.case import READERS, WORKERS
from desk.views.edition_file import attached
from desk.views.round import found_round
from evaluations import workflow
from evaluations.candidates import candidates_in, in_both_languages, reasons_of
from evaluations.figures import IndicatorFigures
from evaluations.insight_chart import NARROW, chart_of
from evaluations.models import IndicatorInsight
from evaluations.permissions import can_work_out
from evaluations.queries import insight as queries
from evaluations.queries.taught import is_finished

ALL = (*READERS, Role.OBSERVER)
COLUMNS = (("", gettext_lazy("Indicator")), ("rate", gettext_lazy("Not met")), ("documents", gettext_lazy("Differed, documents")),
           ("site", gettext_lazy("Differed, on site")), ("misled", gettext_lazy("Documents misled")),
           ("supplement", gettext_lazy("Supplements")), ("comments", gettext_lazy("Facts changed")),
           ("appeals", gettext_lazy("Appeals upheld")))


@staff(*ALL)
def insights(request):
    """Rounds that were worked out, side by side."""
    found = list(queries.insights_of(request.actor))
    return desk_page(request, "desk/insights.html", {
        "insights": found, "columns": found[:queries.SIDE_BY_SIDE], "rows": queries.side_by_side(request.actor, found),
        "may_practise": request.actor.reads_cases})


@staff(*ALL)
def round_insight(request, public_id):
    """Figures only where every case is announced; of a running round nothing but that it runs."""
    actor, round = request.actor, found_round(request, public_id)
    insight = queries.latest_insight(actor, round)
    figures = queries.indicator_figures(actor, insight) if insight else []
    shown = [name for name, _words in COLUMNS[1:] if name != "appeals" or any(one.appeals for one in figures)]
    sort = wanted_sort(request, shown)
    return desk_page(request, "desk/insight.html", {
        "round": round, "insight": insight, "is_finished": is_finished(round), "chart": chart_of(figures),
        "narrow": chart_of(figures, NARROW),
        "rows": [(one, labelled(one, shown)) for one in sorted_by(figures, sort)], "heads": heads(sort, shown),
        "candidates": candidates_in(figures), "may_work_out": can_work_out(actor), "may_see_people": actor.has(Role.MANAGER)})


def labelled(one, shown):
    return [(words, getattr(one, name)) for name, words in COLUMNS if name in shown]


def wanted_sort(request, shown):
    sort = request.GET.get("sort", "")
    return sort if sort.lstrip("-") in shown else ""


def sorted_by(figures, sort):
    """The most first with a minus before the name; what has nothing to count comes last either way."""
    def known(one):
        return getattr(one, sort.lstrip("-")).value
    counted = [one for one in figures if sort and known(one) is not None]
    rest = [one for one in figures if one not in counted]
    return sorted(counted, key=known, reverse=sort.startswith("-")) + rest if sort else figures


def heads(sort, shown):
    """[(words, what a click sorts by or "", how it is sorted now)]; the first click brings the most to the top."""
    now, way = sort.lstrip("-"), "descending" if sort.startswith("-") else "ascending"
    return [(words, (key if sort == f"-{key}" else f"-{key}") if key else "", way if key and key == now else "")
            for key, words in COLUMNS if not key or key in shown]


@staff(*ALL)
def insight_xlsx(request, public_id):
    round = found_round(request, public_id)
    insight = queries.latest_insight(request.actor, round)
    if insight is None:
        raise Http404
    return attached(sheet_of(insight, queries.indicator_figures(request.actor, insight)), XLSX, f"insight-{round.year}.xlsx")


@require_POST
@staff(*WORKERS)
def work_out_insight(request, public_id):
    workflow.ask_insight(found_round(request, public_id), actor=request.actor)
    messages.success(request, _("The figures are being worked out. Load this page again in a moment."))
    return redirect("desk_round_insight", public_id)


@staff(*ALL)
def indicator_insight(request, public_id):
    """Every figure of one indicator with its numbers."""
    return indicator_page(request, find_or_404(IndicatorInsight, request.actor, public_id=public_id))


@require_POST
@staff(*WORKERS)
def propose_improvement(request, public_id):
    """With the figures as they stand at this moment."""
    row = find_or_404(IndicatorInsight, request.actor, public_id=public_id)
    form, found = ImprovementForm(request.POST), in_both_languages(IndicatorFigures.of(row))
    proposal = carried_out(request, form, lambda said: propose(row.indicator, source=str(row.insight.round), found=found, **said,
                                                               actor=request.actor),
                           _("It is proposed. The editor of the next edition shows it beside the indicator."))
    return redirect("desk_improvement", proposal.public_id) if proposal else indicator_page(request, row, form)


def indicator_page(request, row, form=None):
    figures = IndicatorFigures.of(row)
    may_propose = request.actor.has(*WORKERS)
    return desk_page(request, "desk/indicator_insight.html", {
        "row": row, "round": row.insight.round, "figures": figures, "reasons": reasons_of(figures),
        "form": (form or ImprovementForm(filled(request))) if may_propose else None})


@staff(Role.MANAGER)
def insight_assessors(request, public_id):
    """One beside the colleagues on the same cases, in the order of names: never a rank."""
    round = found_round(request, public_id)
    insight = queries.latest_insight(request.actor, round)
    note_access(request, round, "insight.assessors")
    return desk_page(request, "desk/insight_assessors.html", {
        "round": round, "insight": insight, "rows": queries.assessor_figures(request.actor, insight) if insight else []})
