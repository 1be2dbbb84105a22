"""The documents to bring of an application: the list with what is given, and the drawer of the one that is looked at."""
from django.http import HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse

from accounts.guards import signed_in
from evaluations import permissions, queries
from evaluations.documents import expires_early, wanted_documents
from evaluations.views.drawer import change_documents, drawer_of, search_of
from evaluations.views.portal import own_application

CONFLICT = 409


@signed_in
def documents(request, public_id):
    """`document` in the address names the one whose drawer is open: its position in the round; else the first that is missing."""
    application = own_application(request.actor, public_id)
    wanted = wanted_of(request.actor, application)
    here = looked_at(wanted, request.GET.get("document", ""))
    if request.method != "POST":
        return page(request, application, wanted, here) if application.is_writable else redirect("portal_application", public_id)
    if not application.is_writable or here is None:
        return page(request, application, wanted, here, status=CONFLICT, is_closed=True)
    turned_away = change_documents(request, here.slot)
    if turned_away:
        wanted = wanted_of(request.actor, application)
        return page(request, application, wanted, looked_at(wanted, str(here.document.position)), turned_away=turned_away)
    query = {"document": here.document.position} | search_of(request)
    return HttpResponseRedirect(reverse("portal_documents", args=[public_id], query=query, fragment="evidence"))


def wanted_of(actor, application):
    return wanted_documents(application, queries.documents_asked_of(actor, application), queries.given_of(actor, application))


def looked_at(wanted, position):
    """The one that is asked for, else the first that is missing, else the first that takes files; None if no document does."""
    open_ones = [one for one in wanted if one.slot.takes_files]
    asked = [one for one in open_ones if str(one.document.position) == position]
    return next(iter(asked + [one for one in open_ones if one.is_missing] + open_ones), None)


def page(request, application, wanted, here, *, status=200, **more):
    for link in [link for one in wanted for link in one.given]:
        link.expires_early = expires_early(link.evidence, application.round)
    drawer = drawer_of(request, here.slot, here.given) if here else {}
    asked = [one for one in wanted if one.is_asked]
    return render(request, "evaluations/portal/documents.html", {
        "application": application, "wanted": wanted, "here": here, "done": sum(one.is_done for one in asked), "total": len(asked),
        "may_write": application.is_writable and permissions.can_write(request.actor, application), **drawer, **more}, status=status)
