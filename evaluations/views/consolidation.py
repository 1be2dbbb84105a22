"""One result of the document review: everybody's judgement side by side, what the lead settles, the end."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from accounts.models import Role
from certification.queries import errata_shown, with_errata
from core.access_log import note_access
from core.errors import Refused
from core.forms import filled, refused_in
from evaluations import permissions, queries, workflow
from evaluations.forms.review import SettleForm
from evaluations.views.assess import find_case
from evaluations.views.review import CONFLICT, in_words


@staff(Role.ASSESSOR)
def consolidation(request, public_id):
    application, actor = find_case(request, public_id), request.actor
    rows = list(queries.consolidated_of(actor, application))
    return render(request, "evaluations/assess/consolidation.html", {
        "application": application, "rows": beside(actor, application, rows), "team": queries.team_progress(application),
        "missing": [row for row in rows if not row.is_settled], "differing": sum(row.differed for row in rows),
        "may_settle": may_settle(actor, application), "supplemented": queries.supplemented(actor, application),
        "waits": queries.why_the_review_waits(application), "asked": queries.open_supplement_of(application)})


def may_settle(actor, application):
    return application.reviewed_at is None and permissions.can_consolidate(actor, application)


def beside(actor, application, rows):
    """[(the team's row, each assessor's judgement of its indicator)]; the indicators have their errata."""
    given = {}
    with_errata(errata_shown(actor, application.round.version_id) if rows else [], [row.required.indicator for row in rows])
    for one in queries.judgements_of(actor, application):
        given.setdefault(one.required_id, []).append(one)
    return [(row, given.get(row.required_id, [])) for row in rows]


@staff(Role.ASSESSOR)
def settle(request, public_id):
    """The lead's sentence about one indicator. While somebody has still to hand in there is nothing to see, and nothing is settled."""
    row, actor = find_row(request, public_id), request.actor
    is_open, saved = queries.all_are_in(row.application), None
    if request.method != "POST" and not is_open:
        return redirect("assess_consolidation", row.application.public_id)
    form = SettleForm(filled(request), initial={name: getattr(row, name) for name in ("verdict", "reason", "version")})
    if request.method == "POST" and form.is_valid():
        saved = tried(form, lambda: workflow.save_consolidated(row, **form.words(), base_version=form.cleaned_data["version"], actor=actor))
    if saved and not saved.conflict:
        messages.success(request, _("%(code)s is settled.") % {"code": row.required.code})
        return redirect("assess_consolidation", row.application.public_id)
    return settle_page(request, row, form, is_open, saved)


def tried(form, work):
    """The workflow's answer, or None when a house rule says no; its sentence then stands in the form."""
    try:
        return work()
    except Refused as refusal:
        return refused_in(form, refusal)


def settle_page(request, row, form, is_open, saved):
    actor, application = request.actor, row.application
    (_row, judgements), = beside(actor, application, [row])
    told = {"theirs": saved.row, "written": in_words(form)} if saved else {}
    return render(request, "evaluations/assess/settle.html", {
        "row": row if is_open else None, "required": row.required, "application": application, "judgements": judgements, "form": form,
        "version": saved.row.version if saved else form["version"].value(), "may_settle": may_settle(actor, application),
        "settlements": queries.settlements_of(actor, row), "supplemented": queries.supplemented(actor, application),
        "supplements": queries.supplements_of(actor, application, row.required.code),
        "mine": next((one for one in judgements if one.sheet.user_id == actor.user.pk), None), **told},
        status=CONFLICT if saved or not is_open else 200)


def find_row(request, public_id):
    """The team's row of an indicator, for those who assess the case."""
    row = queries.row_to_settle(request.actor, public_id)
    if row is None:
        raise Http404
    note_access(request, row.application, "case.read")
    return row


@require_POST
@staff(Role.ASSESSOR)
def conclude(request, public_id):
    application = find_case(request, public_id)
    workflow.conclude_review(application, actor=request.actor)
    messages.success(request, _("The document review is over. The agency plans the visit."))
    return redirect("assess_consolidation", public_id)
