"""A photo, served to who may see it; and taken away by who took it."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from accounts.models import Role
from core.access_log import note_access
from core.files import serve
from core.tenancy import find_or_404
from visits import workflow
from visits.models import Photo


def find_photo(request, public_id):
    photo = find_or_404(Photo, request.actor, public_id=public_id)
    note_access(request, photo.item.visit, "visit.photo")
    return photo


@staff(Role.ASSESSOR)
def photo(request, public_id):
    photo = find_photo(request, public_id)
    if photo.removed_at:
        raise Http404
    return serve(photo.file, photo.name, inline=True)


@require_POST
@staff(Role.ASSESSOR)
def photo_to_remove(request, public_id):
    photo = find_photo(request, public_id)
    workflow.remove_photo(photo, actor=request.actor)
    messages.success(request, _("The photo is taken away."))
    return redirect("visit_item", photo.item.public_id)
