"""The year's results at Central: who lacks what, calculating, the notice to all, publishing; years before this system."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from accounts.guards import fresh, staff
from accounts.models import Role
from agencies.forms.past_result import PastYearForm
from agencies.houses import central_only
from agencies.models import IndicatorSet
from agencies.permissions import can_calculate, can_tell_results
from agencies.queries import frozen_sets
from agencies.queries.published import is_published
from agencies.queries.result import year_lines
from agencies.queries.result_names import provincial_agencies
from agencies.workflow.calculation import calculate_all
from agencies.workflow.disclosure import enter_past_results, publish_results
from agencies.workflow.preliminary import give_preliminary_notice
from agencies.workflow.result_final import approval_for
from core.forms import carried_out, filled
from core.tenancy import find_or_404
from desk.pages import desk_page

READERS = (Role.OFFICER, Role.MANAGER, Role.DIRECTOR, Role.AUDITOR)
WORKERS = (Role.OFFICER, Role.MANAGER)


@staff(*READERS)
@central_only
def scores(request):
    """The year in the address, else the latest that is frozen."""
    sets = list(frozen_sets(request.actor))
    asked = request.GET.get("year", "")
    chosen = next((one for one in sets if str(one.year) == asked), sets[0] if sets else None)
    lines = year_lines(request.actor, chosen) if chosen else []
    return desk_page(request, "desk/management_scores.html", {
        "set": chosen, "sets": sets, "lines": lines, **standing_of(chosen, lines), "may_calculate": can_calculate(request.actor),
        "may_tell": can_tell_results(request.actor)})


def standing_of(indicator_set, lines):
    """What the year waits for, in one word; and how much of it."""
    lacking = [line for line in lines if line.missing]
    told, final = [line for line in lines if line.result], [line for line in lines if line.result and line.result.is_final]
    decided = [line for line in lines if line.decision]
    return {"lacking": lacking, "sound": sum(line.is_sound for line in lines), "told": len(told), "decided": len(decided),
            "is_told": bool(told), "is_decided": bool(lines) and len(decided) == len(lines),
            "is_final": bool(lines) and len(final) == len(lines),
            "waiting": sum(line.waiting for line in lines), "until": told[0].result.due_on if told else None,
            "approval": approval_for(indicator_set) if indicator_set else None,
            "is_published": bool(indicator_set) and is_published(indicator_set.year)}


def found_set(request, public_id):
    indicator_set = find_or_404(IndicatorSet, request.actor, public_id=public_id, agency=request.agency)
    if indicator_set.published_at is None:
        raise Http404
    return indicator_set


def back_to(indicator_set):
    answer = redirect("management_scores")
    answer["Location"] += f"?year={indicator_set.year}"
    return answer


@require_POST
@staff(*WORKERS)
@central_only
def calculate_year(request, public_id):
    indicator_set = found_set(request, public_id)
    made, lacking = calculate_all(indicator_set, actor=request.actor)
    messages.success(request, ngettext("%(count)d result is calculated.", "%(count)d results are calculated.", made) % {"count": made})
    if lacking:
        messages.warning(request, ngettext("%(count)d agency lacks something and was left out.",
                                           "%(count)d agencies lack something and were left out.", lacking) % {"count": lacking})
    return back_to(indicator_set)


@require_POST
@fresh
@staff(Role.MANAGER)
@central_only
def give_notice(request, public_id):
    indicator_set = found_set(request, public_id)
    give_preliminary_notice(indicator_set, actor=request.actor)
    messages.success(request, _("All agencies are being told, and the days to object run from tomorrow."))
    return back_to(indicator_set)


@require_POST
@fresh
@staff(Role.MANAGER)
@central_only
def publish(request, public_id):
    indicator_set = found_set(request, public_id)
    publish_results(indicator_set, actor=request.actor)
    messages.success(request, _("The results are published."))
    return redirect("management_published", indicator_set.year)


@fresh
@staff(Role.MANAGER)
@central_only
def past_results(request):
    form = PastYearForm(filled(request), agencies=provincial_agencies())
    if carried_out(request, form, lambda said: enter_past_results(said["year"], form.facts(), is_sample=said["is_sample"],
                                                                  actor=request.actor), _("The results are published.")):
        return redirect("management_published", form.cleaned_data["year"])
    return desk_page(request, "desk/management_past.html", {"form": form})
