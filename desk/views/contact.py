"""The contact book at the desk: everybody's lines are read, the agency's own are kept."""
from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from accounts.models import Role
from agencies.forms.contact import ContactForm, FindContactForm
from agencies.network_permissions import can_keep_contacts
from agencies.queries import contact as queries
from agencies.workflow import contact as workflow
from core.forms import carried_out, filled
from core.tenancy import found
from desk.pages import desk_page

PAGE = 50
KEEPERS = (Role.OFFICER, Role.MANAGER, Role.ADMIN)


@staff()
def contacts(request):
    form = FindContactForm(request.GET)
    wanted = form.wanted()
    return desk_page(request, "desk/contacts.html", {
        "form": form, "wanted": wanted, "page": Paginator(queries.contacts_found(request.actor, **wanted), PAGE).get_page(
            request.GET.get("page")), "may_keep": can_keep_contacts(request.actor)})


@staff(*KEEPERS)
def add_contact(request):
    form = ContactForm(filled(request))
    if carried_out(request, form, lambda _said: workflow.add_contact(**form.facts(), actor=request.actor),
                   _("The line stands in the book. All agencies read it.")):
        return redirect("network_contacts")
    return desk_page(request, "desk/contact.html", {"form": form, "contact": None})


@staff(*KEEPERS)
def change_contact(request, public_id):
    contact = own(request, public_id)
    form = ContactForm(filled(request), contact=contact)
    if carried_out(request, form, lambda said: workflow.change_contact(contact, base_version=said["version"], **form.facts(),
                                                                       actor=request.actor), _("The line is changed.")):
        return redirect("network_contacts")
    return desk_page(request, "desk/contact.html", {"form": form, "contact": contact, "theirs": form.newer_in(contact)})


@require_POST
@staff(*KEEPERS)
def end_contact(request, public_id):
    workflow.end_contact(own(request, public_id), actor=request.actor)
    messages.success(request, _("The line is taken out of the book."))
    return redirect("network_contacts")


def own(request, public_id):
    return found(queries.own_contacts(request.actor), public_id)
