"""The access log: views note whose data they showed, the middleware writes it when the answer is known."""
import ipaddress

from core import clock
from core.models import AccessEntry
from core.peers import peer

REFUSING = (403, 404)


def note_access(request, subject, work, kind=AccessEntry.Kind.READ, reason=""):
    """This request shows, changes, downloads or exports personal data of the subject. Written after the view, also when it fails."""
    request.accesses.append({
        "kind": kind, "subject_type": subject._meta.label_lower, "subject_id": str(subject.pk),
        "subject_label": str(subject)[:200], "work": work, "reason": reason[:200],
    })


def write(request, response):
    """One row for each noted access; one for a read that was refused."""
    notes = request.accesses
    if response.status_code in REFUSING:
        notes = notes + refused(request)
    if not notes or not request.user.is_authenticated:
        return
    user, ip = request.user, _address(peer(request))
    AccessEntry.everything.bulk_create([
        AccessEntry(at=clock.real_now(), user_id=user.pk, user_label=str(user)[:200], ip=ip, **note) for note in notes
    ])


def refused(request):
    """Who asked for a row by its address and did not get it."""
    match = request.resolver_match
    asked = match and next(iter(match.kwargs.values()), None)
    if not asked or not getattr(request, "user", None):
        return []
    return [{"kind": AccessEntry.Kind.REFUSED, "subject_type": "", "subject_id": str(asked)[:64], "subject_label": "",
             "work": match.view_name[:100], "reason": ""}]


def _address(text):
    try:
        return str(ipaddress.ip_address(text))
    except ValueError:
        return None
