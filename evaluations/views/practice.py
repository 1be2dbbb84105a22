"""An assessor practises: judges a copy of a closed case alone, hands in, then sees what was agreed and what the others said."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from accounts.models import Role
from core.forms import carried_out, filled
from core.tenancy import find_or_404
from evaluations import workflow
from evaluations.forms.practice import PracticeJudgementForm
from evaluations.models import PracticeCase, PracticeJudgement
from evaluations.queries import practice as queries
from visits.models import Judgement


@staff(Role.ASSESSOR)
def practices(request):
    sheets = queries.own_practice_sheets(request.actor)
    rows = [(one, sheets.get(one.pk)) for one in queries.practices_of(request.actor)]
    return render(request, "evaluations/assess/practices.html", {"rows": rows})


@staff(Role.ASSESSOR)
def practice(request, public_id):
    """One's own sheet; once it is handed in, beside it the result and how the others judged."""
    actor, found = request.actor, find_or_404(PracticeCase, request.actor, public_id=public_id)
    sheet = queries.own_practice_sheet(actor, found)
    results = dict(queries.items_with_results(actor, found)) if sheet and sheet.handed_in_at else {}
    spread = queries.spread_of(actor, found) if results else {}
    own = queries.own_practice_rows(actor, sheet) if sheet else []
    rows = [(row, results.get(row.item), counted(spread.get(row.item_id))) for row in own]
    return render(request, "evaluations/assess/practice.html", {
        "practice": found, "sheet": sheet, "rows": rows, "left": sum(not row.is_complete for row, _result, _others in rows),
        "agreement": queries.agreement_of(sheet) if sheet else None})


def counted(spread):
    """(compliant, not compliant) of everybody who has handed in."""
    return (spread[Judgement.COMPLIANT], spread[Judgement.NONCOMPLIANT]) if spread else None


@require_POST
@staff(Role.ASSESSOR)
def begin(request, public_id):
    workflow.begin_practice(find_or_404(PracticeCase, request.actor, public_id=public_id), actor=request.actor)
    return redirect("assess_practice", public_id)


@staff(Role.ASSESSOR)
def judgement(request, public_id):
    """One indicator of one's own sheet; the next open one follows."""
    actor, row = request.actor, find_or_404(PracticeJudgement, request.actor, public_id=public_id)
    if row.sheet.user_id != actor.user.pk:              # a manager who also assesses sees others' sheets at the desk, not here
        raise Http404
    form = PracticeJudgementForm(filled(request), initial={name: getattr(row, name) for name in ("judgement", "reason_code", "text")})
    if carried_out(request, form, lambda said: workflow.judge_practice(row, **said, actor=actor), _("Saved.")):
        following = next((one for one in queries.own_practice_rows(actor, row.sheet) if not one.is_complete), None)
        return redirect("assess_practice_judgement", following.public_id) if following else redirect(
            "assess_practice", row.item.practice.public_id)
    return render(request, "evaluations/assess/practice_judgement.html", {"row": row, "item": row.item, "practice": row.item.practice,
                                                                          "form": form if row.sheet.handed_in_at is None else None})


@require_POST
@staff(Role.ASSESSOR)
def hand_in(request, public_id):
    found = find_or_404(PracticeCase, request.actor, public_id=public_id)
    sheet = queries.own_practice_sheet(request.actor, found)
    if sheet is None:
        raise Http404
    workflow.hand_in_practice(sheet, actor=request.actor)
    messages.success(request, _("It is handed in. Below stands what the team had agreed on."))
    return redirect("assess_practice", public_id)
