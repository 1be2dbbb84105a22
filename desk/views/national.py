"""Holders of the national scheme, as the list says that the agency brought in."""
from django.core.paginator import Paginator

from accounts.guards import staff
from desk.pages import desk_page
from desk.views.case import READERS
from providers.permissions import can_import
from providers.queries import national_holders, national_list_since

PAGE = 50


@staff(*READERS)
def national(request):
    words = request.GET.get("q", "")[:80]
    page = Paginator(national_holders(request.actor, words), PAGE).get_page(request.GET.get("page"))
    return desk_page(request, "desk/national.html", {"page": page, "words": words, "as_of": national_list_since(request.actor),
                                                     "may_import": can_import(request.actor)})
