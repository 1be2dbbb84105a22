"""Cover for absence: who acts for whom, named and ended here; and the switch with which a delegate begins and ends to act."""
from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts import permissions, queries, workflow
from accounts.actors import ACTING, standing_in
from accounts.cover_forms import CoverForm
from accounts.guards import signed_in, staff
from accounts.models import Cover, Role
from accounts.views.frame import at_the_desk
from core.forms import carried_out, filled
from core.tenancy import find_or_404

WHO = (Role.OFFICER, Role.MANAGER, Role.DIRECTOR, Role.ADMIN)


@staff(*WHO, Role.AUDITOR)
def covers(request):
    """One's own and those of the agency; a post names a delegate."""
    actor = request.actor
    form = CoverForm(filled(request), actor=actor) if permissions.names_covers(actor) else None
    if form is not None and carried_out(request, form, lambda said: workflow.name_cover(**said, actor=actor),
                                        _("The delegate is named. It ends by itself on its last day, or at once when you end it.")):
        return redirect("covers")
    rows = queries.covers_of(actor)
    own = [one for one in rows if one.delegate_id == actor.user.pk and one.state == "running" and actor.acting_for is None]
    return at_the_desk(request, "accounts/covers.html", {
        "form": form, "own": own, "rows": [(one, permissions.can_end_cover(actor, one) and one.state != "over") for one in rows]})


@require_POST
@staff(*WHO)
def end_cover(request, public_id):
    workflow.end_cover(find_or_404(Cover, request.actor, public_id=public_id), actor=request.actor)
    messages.success(request, _("The cover has ended."))
    return redirect("covers")


@require_POST
@staff(Role.OFFICER, Role.MANAGER, Role.DIRECTOR)
def act_for(request, public_id):
    """From now on, and until they stop, this browser's requests are those of a delegate."""
    cover = find_or_404(Cover, request.actor, public_id=public_id)
    acting = standing_in(request.user, public_id)
    if acting is None:
        raise Http404
    workflow.note_acting(cover, actor=acting)
    request.session[ACTING] = str(public_id)
    return HttpResponseRedirect(reverse("admin:index"))


@require_POST
@signed_in
def stop_acting(request):
    request.session.pop(ACTING, None)
    return redirect("after_sign_in")
