"""One's word about an interest in an agency: before its report opens, and later."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.guards import staff
from accounts.models import Role
from agencies.forms.rating import DeclarationForm, InterestForm
from agencies.houses import central_only
from agencies.queries.rating import SUBJECT
from agencies.workflow.assignment import declare_for_rating
from core.errors import Refused
from core.forms import filled, refused_in
from core.tenancy import find_or_404
from panels.models import Declaration


@staff(Role.ASSESSOR)
@central_only
def declaration(request, public_id):
    declaration = find_or_404(Declaration, request.actor, public_id=public_id, user=request.actor.user)
    if declaration.subject_type != SUBJECT:
        raise Http404
    is_first = declaration.answered_at is None or "answer" in request.POST
    form = (DeclarationForm if is_first else InterestForm)(filled(request))
    if request.method == "POST" and form.is_valid() and declared(request, declaration, form):
        return redirect(request.path if form.facts()["has_interest"] else "rating_home")
    return render(request, "agencies/rating/declaration.html", {
        "declaration": declaration, "form": form, "onward": reverse("rating_home")}, status=422 if form.errors else 200)


def declared(request, declaration, form):
    """Whether the word was taken; a refusal stands in the form."""
    try:
        declare_for_rating(declaration, **form.facts(), actor=request.actor)
    except Refused as refusal:
        refused_in(form, refusal)
        return False
    messages.success(request, _("Thank you. Your declaration is on record."))
    return True
