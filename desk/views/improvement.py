"""Proposals to improve indicators: which there are, one with its figures, and its answer with the next edition."""
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from accounts.guards import staff
from certification import permissions, queries, workflow
from certification.forms.improvement import ImprovementAnswerForm
from certification.models import ImprovementProposal
from core.forms import carried_out, filled
from core.tenancy import find_or_404
from desk.pages import desk_page
from desk.views.edition import PAGE, READERS


@staff(*READERS)
def improvements(request):
    page = Paginator(queries.improvements_of(request.actor), PAGE).get_page(request.GET.get("page"))
    return desk_page(request, "desk/improvements.html", {"page": page})


@staff(*READERS)
def improvement(request, public_id):
    """Its answer is asked for only from those who write editions."""
    proposal = find_or_404(ImprovementProposal, request.actor, public_id=public_id)
    form = ImprovementAnswerForm(filled(request))
    if carried_out(request, form, lambda said: workflow.answer_improvement(proposal, **said, actor=request.actor), _("It is answered.")):
        return redirect("desk_improvement", public_id)
    may_answer = permissions.can_draft_framework(request.actor) and not proposal.outcome
    is_own = may_answer and queries.is_others_to_answer(request.actor, proposal)
    return desk_page(request, "desk/improvement.html", {
        "proposal": proposal, "form": form if may_answer and not is_own else None, "is_own": is_own})
