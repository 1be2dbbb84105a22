"""One result of the document review: everybody's judgement side by side, what the lead settles, the end."""
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from accounts.models import Role
from certification.queries import errata_shown, with_errata
from core.access_log import note_access
from core.forms import filled
from core.tenancy import find_or_404
from evaluations import permissions, queries, workflow
from evaluations.forms.review import SettleForm
from evaluations.models import ConsolidatedJudgement
from evaluations.views.assess import find_case
from evaluations.views.review import both, tried, version_seen


@staff(Role.ASSESSOR)
def consolidation(request, public_id):
    application, actor = find_case(request, public_id), request.actor
    rows = list(queries.consolidated_of(actor, application))
    return render(request, "evaluations/assess/consolidation.html", {
        "application": application, "rows": beside(actor, application, rows), "team": queries.team_progress(application),
        "missing": [row for row in rows if not row.is_settled], "differing": sum(row.differed for row in rows),
        "may_settle": may_settle(actor, application), "supplemented": queries.supplemented(actor, application),
        "asked": queries.open_supplement_of(application)})


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
    row, actor = find_row(request, public_id), request.actor
    form = SettleForm(filled(request), initial={"verdict": row.verdict, "reason": row.reason})
    saved = tried(form, lambda said: workflow.save_consolidated(row, **said, actor=actor)) if request.method == "POST" else None
    if saved and not saved.conflict:
        messages.success(request, _("%(code)s is settled.") % {"code": row.required.code})
        return redirect("assess_consolidation", row.application.public_id)
    (_row, judgements), = beside(actor, row.application, [row])
    return render(request, "evaluations/assess/settle.html", {
        "row": row, "application": row.application, "judgements": judgements, "form": form, **both(form, saved),
        "base_version": version_seen(form, row, saved), "may_settle": may_settle(actor, row.application),
        "supplemented": queries.supplemented(actor, row.application),
        "supplements": queries.supplements_of(actor, row.application, row.required.code),
        "mine": next((one for one in judgements if one.sheet.user_id == actor.user.pk), None)})


def find_row(request, public_id):
    """The team's row of an indicator, for those who assess the case."""
    row = find_or_404(ConsolidatedJudgement, request.actor, public_id=public_id)
    note_access(request, row.application, "case.read")
    return row


@require_POST
@staff(Role.ASSESSOR)
def conclude(request, public_id):
    application = find_case(request, public_id)
    workflow.conclude_review(application, actor=request.actor)
    messages.success(request, _("The document review is over. The agency plans the visit."))
    return redirect("assess_consolidation", public_id)
