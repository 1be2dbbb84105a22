"""People and roles of an agency, at the desk: its administrator changes them, the auditor reads."""
from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts import permissions, queries, sessions, workflow
from accounts.forms import InviteForm, RoleForm
from accounts.guards import fresh, staff
from accounts.models import Invitation, Membership, Role
from accounts.views.frame import at_the_desk
from core.access_log import note_access
from core.errors import Refused
from core.forms import filled, refused_in
from core.tenancy import find_or_404

PAGE = 50


@staff(Role.ADMIN, Role.AUDITOR)
def people(request):
    """Who has which role here; on POST an invitation is sent."""
    form = InviteForm(filled(request), initial={"language": "ko"})
    if request.method == "POST" and form.is_valid():
        try:
            workflow.invite(**form.cleaned_data, actor=request.actor)
            messages.success(request, _("The invitation is on its way to %(email)s.") % {"email": form.cleaned_data["email"]})
            return redirect("people")
        except Refused as refusal:
            refused_in(form, refusal)
    return at_the_desk(request, "accounts/people.html", {"form": form} | _people_here(request))


@staff(Role.ADMIN, Role.AUDITOR)
def ended_roles(request):
    """Roles that have ended, with who gave and who ended them."""
    page = Paginator(queries.ended_roles(request.actor), PAGE).get_page(request.GET.get("page"))
    for membership in page:
        note_access(request, membership, "people.history")
    return at_the_desk(request, "accounts/ended_roles.html", {"page": page})


@staff(Role.ADMIN)
def add_role(request, public_id):
    """One more role for the person of this membership."""
    membership = find_or_404(Membership, request.actor, public_id=public_id)
    form = RoleForm(filled(request))
    if request.method == "POST" and form.is_valid():
        try:
            workflow.give_role(membership.user, form.cleaned_data["role"], actor=request.actor)
            return _done(request, membership, _("The role is given. The person has to sign in again."))
        except Refused as refusal:
            refused_in(form, refusal)
    note_access(request, membership, "people.role")
    return at_the_desk(request, "accounts/add_role.html", {"form": form, "membership": membership})


@fresh
@staff(Role.ADMIN)
def end_role(request, public_id):
    """Asks once more, then ends it."""
    membership = find_or_404(Membership, request.actor, public_id=public_id)
    if request.method == "POST":
        workflow.end_role(membership, actor=request.actor)
        return _done(request, membership, _("The role has ended. All sessions of the account are closed."))
    note_access(request, membership, "people.role")
    return at_the_desk(request, "accounts/end_role.html", {"membership": membership})


@require_POST
@staff(Role.ADMIN)
def withdraw_invitation(request, public_id):
    workflow.withdraw_invitation(find_or_404(Invitation, request.actor, public_id=public_id), actor=request.actor)
    messages.success(request, _("The invitation is withdrawn. Its link no longer works."))
    return redirect("people")


def _people_here(request):
    page = Paginator(queries.members(request.actor), PAGE).get_page(request.GET.get("page"))
    members = queries.roles_of(request.actor, page)
    for _user, memberships in members:
        note_access(request, memberships[0], "people.list")
    return {
        "page": page, "members": members, "may_change": permissions.can_manage_people(request.actor),
        "invitations": queries.open_invitations(request.actor),
    }


def _done(request, membership, sentence):
    if membership.user_id == request.user.pk:
        sessions.keep_own(request)
    messages.success(request, sentence)
    return redirect("people")
