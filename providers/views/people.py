"""Who acts for a provider: the list, one person, leaving, handing over; and the answers to who asks to join."""
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import signed_in
from core.errors import Refused
from core.forms import carried_out, filled
from core.tenancy import find_or_404
from providers import permissions, queries, workflow
from providers.forms import AcceptJoinForm, InviteColleagueForm, MemberRoleForm
from providers.models import JoinRequest, Provider, ProviderInvitation, ProviderMember
from providers.views.provider import find_provider


@signed_in
def people(request, public_id):
    """Everybody in it sees who acts for it; owners invite on POST, and answer, and read what has been."""
    provider = find_provider(request, public_id)
    form = InviteColleagueForm(filled(request), initial={"language": request.user.language, "role": ProviderMember.Role.EDITOR})

    def send(given):
        workflow.invite_colleague(provider, actor=request.actor, **given)

    if carried_out(request, form, send, _("The invitation is on its way to %(email)s.") % {"email": request.POST.get("email", "")}):
        return redirect("portal_people", public_id)
    return people_page(request, provider, form=form)


def people_page(request, provider, *, form=None, answer=None):
    """`answer`: the form of a request to join that came back with something to correct."""
    actor = request.actor
    manages = permissions.can_manage_people(actor, provider)
    asked = queries.requests_to_join(actor, provider) if manages else []
    return render(request, "providers/people.html", {
        "provider": provider, "members": queries.members_of(actor, provider), "manages": manages,
        "own_role": permissions.role_in(actor, provider), "form": form or InviteColleagueForm(),
        "invitations": queries.open_invitations_of(actor, provider) if manages else [],
        "past": queries.past_members_of(actor, provider) if manages else [],
        "asked": [(one, answer_form(one, answer)) for one in asked],
    })


def answer_form(asked, corrected):
    back = corrected is not None and corrected.prefix == asked.public_id
    return corrected if back else AcceptJoinForm(prefix=asked.public_id, initial={"role": ProviderMember.Role.EDITOR})


@signed_in
def person(request, public_id):
    """One colleague, for the owners: another role on POST; ending and handing over have buttons of their own."""
    member, provider = find_member(request, public_id)
    form = MemberRoleForm(filled(request), initial={"role": member.role})
    if carried_out(request, form, lambda given: workflow.change_role(member, given["role"], actor=request.actor),
                   _("The role is changed.")):
        return redirect("portal_people", provider.public_id)
    return render(request, "providers/person.html", {
        "provider": provider, "member": member, "form": form, "is_self": member.user_id == request.user.pk,
        "manages": member.left_at is None and permissions.can_manage_people(request.actor, provider)})


def find_member(request, public_id):
    """A membership and its provider, behind the door."""
    member = find_or_404(ProviderMember, request.actor, public_id=public_id)
    return member, find_provider(request, member.provider.public_id)


@require_POST
@signed_in
def person_to_end(request, public_id):
    member, provider = find_member(request, public_id)
    workflow.end_membership(member, actor=request.actor)
    messages.success(request, _("%(name)s no longer acts for the provider.") % {"name": member.user})
    return redirect("portal_people", provider.public_id)


@require_POST
@signed_in
def person_to_hand_to(request, public_id):
    member, provider = find_member(request, public_id)
    workflow.hand_over(member, actor=request.actor)
    messages.success(request, _("%(name)s is the owner now. You stay as an editor.") % {"name": member.user})
    return redirect("portal_people", provider.public_id)


@signed_in
def leave(request, public_id):
    """Asks once more, then lets go."""
    provider = find_provider(request, public_id)
    if request.method == "POST":
        try:
            workflow.leave_provider(provider, actor=request.actor)
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect("portal_people", public_id)
        messages.success(request, _("You no longer act for this provider."))
        return redirect("portal")
    return render(request, "providers/leave.html", {"provider": provider,
                                                    "own_role": permissions.role_in(request.actor, provider)})


@require_POST
@signed_in
def invitation_to_withdraw(request, public_id):
    invitation = find_or_404(ProviderInvitation, request.actor, public_id=public_id)
    workflow.withdraw_invitation(invitation, actor=request.actor)
    messages.success(request, _("The invitation is withdrawn. Its link no longer works."))
    return redirect("portal_people", invitation.provider.public_id)


@require_POST
@signed_in
def join_to_accept(request, public_id):
    asked = find_or_404(JoinRequest, request.actor, public_id=public_id)
    provider = find_or_404(Provider, request.actor, pk=asked.provider_id)
    form = AcceptJoinForm(request.POST, prefix=asked.public_id)
    if carried_out(request, form, lambda given: workflow.accept_join(asked, given["role"], actor=request.actor),
                   _("%(name)s acts for the provider now.") % {"name": asked.user}):
        return redirect("portal_people", provider.public_id)
    return people_page(request, provider, answer=form)


@require_POST
@signed_in
def join_to_decline(request, public_id):
    asked = find_or_404(JoinRequest, request.actor, public_id=public_id)
    provider = find_or_404(Provider, request.actor, pk=asked.provider_id)
    workflow.decline_join(asked, actor=request.actor)
    messages.success(request, _("The request is declined, and the person is being told."))
    return redirect("portal_people", provider.public_id)
