"""Who is told of a change by e-mail, the signed links in their messages, and for whom there is news."""
from django.core import signing
from django.http import Http404

from accounts.actors import Actor
from accounts.models.people import keyed
from certification.models import Watch
from certification.queries.register_change import after, place_in, settled_changes
from core.addresses import absolute_url
from core.tenancy import current_agency, current_agency_id

CONFIRM, STOP = "certification.watch.confirm", "certification.watch.stop"       # what links are signed for: none does the other's work
READER = Actor.system("the holder of a signed link")


def reader_of(email):
    """An address as a keyed hash: the same for everybody who types it, and nobody's address."""
    return keyed(f"watch:{email.lower()}")[:32]


def watches():
    return Watch.objects.visible_to(READER)


def confirm_link(reader):
    return _link("watch_confirm", CONFIRM, reader)


def stop_link(reader):
    return _link("watch_stop", STOP, reader)


def _link(name, salt, reader):
    return absolute_url(current_agency(), name, signing.Signer(salt=salt).sign_object([current_agency_id(), reader]))


def reader_in(token, salt):
    """Whose link this is; 404 for one that we did not sign, signed for something else, or for another agency."""
    try:
        agency_id, reader = signing.Signer(salt=salt).unsign_object(token)
    except (signing.BadSignature, ValueError, TypeError):
        raise Http404 from None
    if agency_id != current_agency_id():
        raise Http404
    return reader


def watches_of(reader):
    """What this address watches or has asked for here, by name."""
    rows = watches().filter(reader=reader, agency=current_agency_id()).select_related("entry__service_type")
    return list(rows.order_by("entry__provider_name", "entry__number"))


def news_for(watch):
    """What happened to its certificate since it was told, in order; only what is settled, so that nothing is left out for good."""
    rows = settled_changes().filter(after(place_in(watch.told)), agency=watch.agency_id, number=watch.entry.number)
    return list(rows)


def news_between(watch, begin, end):
    """The same up to a place in the feed, which was settled when it was written down."""
    rows = settled_changes().filter(after(place_in(begin)), agency=watch.agency_id, number=watch.entry.number)
    return list(rows.exclude(after(place_in(end))))


def changed_numbers(agency, begin):
    """Which certificates of the agency changed since a place in the feed."""
    return set(settled_changes().filter(after(begin), agency=agency).order_by().values_list("number", flat=True).distinct())
