"""The papers of a meeting as one document: asked for by its reader, made by the worker."""
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from accounts.actors import Actor
from core import clock
from core.files import store_document
from core.workflow import enqueue, lock, record, refuse_if, require
from evaluations.models import MeetingPack
from evaluations.pack_paper import pack_pdf
from evaluations.queries.pack import OPEN, basis_of, packed_for
from panels.queries import seats_on, standings_of


@transaction.atomic
def ask_for_pack(meeting, *, language, actor):
    """One's own papers, as they are open now; an earlier copy is shown no more."""
    require(any(seat.user_id == actor.user.pk for seat in seats_on(meeting.body, meeting.day)))
    standings = standings_of(actor, meeting)
    refuse_if(not any(one.stands in OPEN for one in standings), _("No case is open to you yet. Please declare first."))
    now = {"asked_at": clock.now(), "made_at": None, "language": language, "basis": basis_of(meeting, standings)}
    pack, _is_new = MeetingPack.everything.update_or_create(meeting=meeting, user=actor.user, defaults=now)
    record("pack.asked", pack, actor=actor, meeting=meeting.pk)
    enqueue("evaluations.tasks.make_pack", pack_id=pack.pk)
    return pack


@transaction.atomic
def keep_pack(pack, *, actor):
    """Make and keep it, with what is open to its reader at this moment. Asked for again meanwhile, the later errand makes it."""
    if pack.made_at:
        return pack
    reader, asked_at, meeting = Actor.of(pack.user), pack.asked_at, pack.meeting
    with override(pack.language):
        packed = packed_for(reader, meeting)
    content = pack_pdf(meeting, packed, reader=pack.user, at=asked_at, language=pack.language)
    pack = lock(pack)
    if pack.made_at or pack.asked_at != asked_at:
        return pack
    pack.file = store_document(content, shelf=pack.public_id, actor=actor)
    pack.made_at, pack.basis = clock.now(), basis_of(meeting, [one.standing for one in packed])
    pack.save(update_fields=["file", "made_at", "basis"])
    record("pack.made", pack, actor=actor, meeting=meeting.pk, sha256=pack.file.sha256)
    return pack
