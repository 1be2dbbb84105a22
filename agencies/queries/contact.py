"""The contact book: of all agencies for their staff, of one for citizens."""
from django.db.models import Q
from django.db.models.functions import Lower

from agencies.models import Contact
from core.tenancy import current_agency_id

ORDER = {code: place for place, code in enumerate(Contact.Function.values)}


def contacts_found(actor, *, words="", function="", agency=""):
    """What fits: every word stands in the name, the tasks or the agency; in the order of the functions, then of the agencies."""
    rows = Contact.objects.visible_to(actor).filter(agency__closed_on=None).select_related("agency")
    rows = rows.filter(function=function) if function else rows
    rows = rows.filter(agency__slug=agency) if agency else rows
    for word in words.split():
        rows = rows.filter(Q(name__icontains=word) | Q(duty_ko__icontains=word) | Q(duty_en__icontains=word)
                           | Q(agency__name_ko__icontains=word) | Q(agency__name_en__icontains=word))
    return sorted(rows.order_by("agency__name_ko", Lower("name"), "pk"), key=lambda one: ORDER[one.function])


def own_contacts(actor):
    """This agency's lines, which it may change."""
    return Contact.objects.visible_to(actor).filter(agency=current_agency_id())


def public_contacts(actor):
    """Whom citizens may call here, in the order of the functions."""
    rows = own_contacts(actor).filter(is_public=True).order_by("name", "pk")
    return sorted(rows, key=lambda one: ORDER[one.function])
