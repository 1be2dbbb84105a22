"""The contact book: of all agencies for their staff, of one for citizens."""
from django.db.models import Case, Q, Value, When

from agencies.models import Contact
from core import clock
from core.tenancy import current_agency_id

IN_ORDER = Case(*(When(function=code, then=Value(place)) for place, code in enumerate(Contact.Function.values)))


def in_the_book(actor):
    """Whom one may call today: an agency that has closed answers no more."""
    return Contact.objects.visible_to(actor).filter(Q(agency__closed_on=None) | Q(agency__closed_on__gt=clock.today()))


def contacts_found(actor, *, words="", function="", agency=""):
    """What fits: every word stands in the name, the tasks or the agency; in the order of the functions, then of the agencies."""
    rows = in_the_book(actor).select_related("agency")
    rows = rows.filter(function=function) if function else rows
    rows = rows.filter(agency__slug=agency) if agency else rows
    for word in words.split():
        rows = rows.filter(Q(name__icontains=word) | Q(duty_ko__icontains=word) | Q(duty_en__icontains=word)
                           | Q(agency__name_ko__icontains=word) | Q(agency__name_en__icontains=word))
    return rows.order_by(IN_ORDER, "agency__name_ko", "name", "pk")


def own_contacts(actor):
    """This agency's lines, which it may change."""
    return Contact.objects.visible_to(actor).filter(agency=current_agency_id())


def public_contacts(actor):
    """Whom citizens may call here, in the order of the functions."""
    return in_the_book(actor).filter(agency=current_agency_id(), is_public=True).order_by(IN_ORDER, "name", "pk")
