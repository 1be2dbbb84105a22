"""Who else is in the same answer just now, and whether somebody saved it meanwhile."""
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from accounts.guards import signed_in
from core import presence
from evaluations import permissions
from evaluations.forms.portal import CompanyForm
from evaluations.views.answer import PAGE, company_of, own_answer


@require_POST
@signed_in
def company(request, public_id):
    """Says that one is there, or has left; answers with the others, and with who saved since this page was opened."""
    answer, form = own_answer(request.actor, public_id), CompanyForm(request.POST)
    if form.is_valid() and form.cleaned_data["left"]:
        presence.leave(answer, request.actor.user.pk)
        return HttpResponse(status=204)
    if not permissions.can_write(request.actor, answer.application):
        raise PermissionDenied                  # who only reads is in nobody's way, and is not shown
    seen = form.cleaned_data.get("version") if form.is_valid() else None
    is_newer = seen is not None and answer.version > seen
    return render(request, f"{PAGE}#company", company_of(request.actor, answer) | {"answer": answer, "is_newer": is_newer})
