"""A person's inbox at this agency."""
from django.core.paginator import Paginator
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.guards import signed_in
from core.tenancy import find_or_404
from correspondence import queries, workflow
from correspondence.models import Notice

PAGE_SIZE = 20


@signed_in
def inbox(request):
    page = Paginator(queries.inbox_of(request.actor), PAGE_SIZE).get_page(request.GET.get("page"))
    return render(request, "correspondence/inbox.html", {"page": page})


@signed_in
def open_notice(request, public_id):
    notice = find_or_404(Notice, request.actor, public_id=public_id)
    if request.method == "GET":                 # who asks for the head only has read nothing
        notice = workflow.mark_read(notice, actor=request.actor)
    return render(request, "correspondence/notice.html", {"notice": notice})


@signed_in
@require_POST
def mark_all_read(request):
    workflow.mark_all_read(actor=request.actor)
    return HttpResponseRedirect(reverse("inbox"))
