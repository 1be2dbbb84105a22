"""The legal basis of sanctions of a framework, by ground: set by the manager, as the plan of duties is."""
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from accounts.guards import staff
from accounts.models import Role
from aftercare import workflow
from aftercare.forms.sanction_basis import SanctionBasesForm, written
from aftercare.queries.sanction_basis import bases_of, kept_bases
from certification.models import Framework
from core.forms import carried_out, filled
from core.tenancy import find_or_404
from desk.pages import desk_page


@staff(Role.MANAGER)
def bases(request, public_id):
    framework = find_or_404(Framework, request.actor, public_id=public_id, agency=request.agency)
    form = SanctionBasesForm(filled(request), initial=written(kept_bases(framework)))
    if carried_out(request, form, lambda _said: workflow.set_bases(framework, form.words(), actor=request.actor),
                   _("It is set. Drafts open with it from now on; what was told stays as it was.")):
        return redirect("desk_duty_plan")
    return desk_page(request, "desk/sanction_bases.html", {
        "framework": framework, "form": form, "are_set": bool(bases_of(request.actor, framework))})
