"""The feed of changes: read only below the oldest transaction that still runs, so that one that ends late is never skipped."""
import base64
import re

from django.db.models import F, Q, Subquery
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan

from certification.models import RegisterChange
from certification.queries.register import CITIZEN
from core.transactions import OldestRunning

CHANGES = 100                                   # a page
PLACE = re.compile(r"([0-9]{1,4})\.([0-9]{1,18})\.([0-9]{1,18})")
BEGINNING = (0, 0, 0)


def settled_changes():
    """Those before which nothing can appear any more, in their order."""
    rows = RegisterChange.objects.visible_to(CITIZEN)
    latest = Subquery(rows.order_by("-era").values("era")[:1])
    return rows.filter(Q(era__lt=latest) | Q(transaction__lt=OldestRunning())).order_by("era", "transaction", "pk")


def after(place):
    """One comparison of rows, which the index answers wherever the place is."""
    return TupleGreaterThan(Tuple(F("era"), F("transaction"), F("pk")), place)


def changes_since(place):
    """(at most a page of changes, whether there are more)."""
    rows = list(settled_changes().filter(after(place)).select_related("agency")[:CHANGES + 1])
    return rows[:CHANGES], len(rows) > CHANGES


def is_known(place):
    """Whether this place is one of ours: after a restore from an older backup a reader may be ahead, and must begin anew."""
    era, transaction, pk = place
    return place == BEGINNING or RegisterChange.objects.visible_to(CITIZEN).filter(era=era, transaction=transaction, pk=pk).exists()


def place_of(change):
    return change.era, change.transaction, change.pk


def cursor_of(place):
    """A place as readers keep it: they need not know what it is made of."""
    return base64.urlsafe_b64encode(".".join(map(str, place)).encode()).decode().rstrip("=") if place != BEGINNING else ""


def place_in(cursor):
    """The place behind a cursor, the beginning for an empty one; None for what is no cursor."""
    if not cursor:
        return BEGINNING
    try:
        words = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True).decode("ascii")
    except ValueError:                          # binascii's and Unicode's errors are two of it
        return None
    found = PLACE.fullmatch(words)
    return tuple(map(int, found.groups())) if found else None


def latest_place():
    """The end of what is settled."""
    last = settled_changes().reverse().first()
    return place_of(last) if last else BEGINNING


def latest_changes(agency, count):
    """An agency's last ones, the newest first, settled or not: for people, who do not count them."""
    return list(RegisterChange.objects.visible_to(CITIZEN).filter(agency=agency).order_by("-pk")[:count])
