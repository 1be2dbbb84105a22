"""Work that was set aside after failing too often: what, why, and once more."""
from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from accounts.models import Role
from core.models import Errand
from core.poison import poisoned_errands, try_again
from core.tenancy import find_or_404
from desk.pages import desk_page

PAGE = 50


@staff(Role.ADMIN)
def stuck_work(request):
    page = Paginator(poisoned_errands(request.actor), PAGE).get_page(request.GET.get("page"))
    return desk_page(request, "desk/stuck.html", {"page": page})


@require_POST
@staff(Role.ADMIN)
def again(request, public_id):
    try_again(find_or_404(Errand, request.actor, public_id=public_id), actor=request.actor)
    messages.success(request, _("It is on its way again."))
    return redirect("stuck_work")
