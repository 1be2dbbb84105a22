"""Sets of indicators at the Central institute's desk: which there are, one with all that is missing, its rules, mapping and freezing."""
from collections import Counter

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.guards import fresh, staff
from accounts.models import Role
from agencies import permissions, queries, workflow
from agencies.forms.indicator_set import NewSetForm, RulesForm, SetMappingForm
from agencies.houses import central_only
from agencies.models import IndicatorSet
from core.errors import Refused
from core.forms import carried_out, filled, refused_in
from core.tenancy import current_agency_id, find_or_404
from desk.pages import desk_page

READERS = (Role.OFFICER, Role.MANAGER, Role.DIRECTOR, Role.AUDITOR)
KEEPERS = (Role.OFFICER, Role.MANAGER)
FREEZERS = (Role.MANAGER, Role.DIRECTOR)
PAGE, CONFLICT = 20, 409


@staff(*READERS)
@central_only
def management_sets(request):
    page = Paginator(queries.sets_of(request.actor), PAGE).get_page(request.GET.get("page"))
    return desk_page(request, "desk/management_sets.html", {"page": page, "may_keep": permissions.can_keep_set(request.actor)})


@staff(*KEEPERS)
@central_only
def new_set(request):
    form = NewSetForm(filled(request), actor=request.actor)
    made = carried_out(request, form, lambda said: workflow.begin_set(**said, actor=request.actor),
                       _("The set is begun as a draft. Only the institute sees it."))
    if made:
        return redirect("management_set", made.public_id)
    return desk_page(request, "desk/management_set_new.html", {"form": form})


@staff(*READERS)
@central_only
def management_set(request, public_id):
    """Fields, areas and indicators with their points, each with how much is missing in it, and what is to be done next."""
    actor, one = request.actor, found_set(request, public_id)
    rows = queries.rows_of(actor, one)
    problems = [] if one.published_at else queries.problems_of(actor, one, rows)
    return desk_page(request, "desk/management_set.html", {
        "set": one, "tree": marked_tree(rows, problems), "problems": problems, "counts": {kind: len(some) for kind, some in rows.items()},
        "total": sum(row.points for row in rows["indicators"]), "guide": queries.guides_of(actor, one).get(get_language()),
        "standing": Counter(row.standing for row in queries.participation_of(actor, one)),
        "may_keep": permissions.can_keep_set(actor) and not one.published_at, "may_freeze": permissions.can_freeze_set(actor)})


def marked_tree(rows, problems):
    about = Counter((row.kind, row.pk) for page, row, _sentence in problems if page == "row")
    for row in (row for several in rows.values() for row in several):
        row.missing = about[row.kind, row.pk]
    return queries.tree_of(rows)


@staff(*READERS)
@central_only
def set_rules(request, public_id):
    """A draft's rules are a form for those who keep it, words for all others."""
    one = found_set(request, public_id)
    if one.published_at or not permissions.can_keep_set(request.actor):
        return desk_page(request, "desk/management_rules.html", {"set": one, "form": None})
    form = RulesForm(filled(request), actor=request.actor, instance=one)
    return rules_written(request, one, form) if request.method == "POST" and form.is_valid() else rules_page(request, one, form)


def rules_written(request, one, form):
    """Kept; too late: both, and nothing overwritten."""
    try:
        saved = workflow.change_rules(one, form.facts(), base=form.cleaned_data["base"], actor=request.actor)
    except Refused as refusal:
        refused_in(form, refusal)
        return rules_page(request, one, form)
    if saved.conflict:
        return rules_page(request, one, form, base=saved.row.revision, theirs=form.against(saved.row), status=CONFLICT)
    messages.success(request, _("The rules are kept."))
    return redirect("management_set", one.public_id)


def rules_page(request, one, form, *, status=200, **more):
    base = request.POST.get("base", "") if request.method == "POST" else one.revision
    return desk_page(request, "desk/management_rules.html", {"set": one, "form": form, "base": base} | more, status=status)


@staff(*READERS)
@central_only
def set_mapping(request, public_id):
    """Which indicator continues which of the set before, and what became of the others."""
    actor, one = request.actor, found_set(request, public_id)
    indicators, form = queries.rows_of(actor, one)["indicators"], None
    if one.follows and not one.published_at and permissions.can_keep_set(actor):
        form = SetMappingForm(filled(request), indicators=indicators, old=queries.rows_of(actor, one.follows)["indicators"])
        if carried_out(request, form, lambda _said: workflow.settle_mapping(one, form.continued(), actor=actor), _("The mapping is kept.")):
            return redirect("management_set", public_id)
    return desk_page(request, "desk/management_mapping.html", {
        "set": one, "form": form, "indicators": indicators, "dropped": queries.dropped_from(actor, one, indicators)})


@fresh
@staff(*FREEZERS)
@central_only
def freeze_set(request, public_id):
    """Asked once more, with what is still in the way and what the mapping says."""
    actor, one = request.actor, found_set(request, public_id)
    if request.method == "POST":
        workflow.freeze_set(one, actor=actor)
        messages.success(request, _("The set of %(year)s is frozen. The guide is being made.") % {"year": one.year})
        return redirect("management_set", public_id)
    if one.published_at:
        return redirect("management_set", public_id)
    rows = queries.rows_of(actor, one)
    return desk_page(request, "desk/management_freeze.html", {
        "set": one, "problems": queries.problems_of(actor, one, rows), "participation": queries.participation_of(actor, one),
        "fresh_rows": [row for row in rows["indicators"] if one.follows and not row.follows],
        "dropped": queries.dropped_from(actor, one, rows["indicators"]), "count": len(rows["indicators"])})


@staff(*KEEPERS)
@central_only
def discard_set(request, public_id):
    """Asked once more, with what goes with it."""
    one = found_set(request, public_id)
    if request.method == "POST":
        workflow.discard_set(one, actor=request.actor)
        messages.success(request, _("The set is discarded."))
        return redirect("management_sets")
    if one.published_at:
        return redirect("management_set", public_id)
    counts = {kind: len(several) for kind, several in queries.rows_of(request.actor, one).items()}
    return desk_page(request, "desk/management_discard.html", {"set": one, "counts": counts})


def found_set(request, public_id):
    return find_or_404(IndicatorSet, request.actor, public_id=public_id, agency=current_agency_id())
