"""The assessment on site for those who rate: the day, their notes, the closing statement and what the agency says to it."""
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.guards import staff
from agencies import permissions
from agencies.forms.site import SiteNoteForm
from agencies.houses import central_only
from agencies.models import SiteAssessment
from agencies.queries import site as queries
from agencies.views.consensus import GROUP
from agencies.workflow.site import note_on_site
from core.access_log import note_access
from core.forms import carried_out, filled
from core.tenancy import find_or_404

UNPROCESSABLE = 422


@staff(*GROUP)
@central_only
def site(request, public_id):
    site, actor = find_or_404(SiteAssessment, request.actor, public_id=public_id), request.actor
    note_access(request, site.participation, "management.read")
    form = SiteNoteForm(filled(request))
    if carried_out(request, form, lambda said: note_on_site(site, **said, actor=actor), _("The note is kept.")):
        return redirect("rating_site", public_id)
    return render(request, "agencies/rating/site.html", {
        "site": site, "notes": queries.notes_of(actor, site), "remark": queries.remark_on(actor, site), "form": form,
        "visit": queries.visit_behind(actor, site), "may_note": permissions.can_note_on_site(actor, site),
    }, status=UNPROCESSABLE if form.errors else 200)
