"""What a reader's papers of a meeting hold, and whether those that were made are still the right ones."""
import hashlib
import json
from dataclasses import dataclass

from evaluations.models import Application, MeetingPack
from evaluations.queries.committee import papers_of
from evaluations.queries.summary import Summary, summary_of
from panels.queries import Standing, Stands, standings_of

OPEN = (Stands.READ, Stands.VOTE, Stands.VOTED, Stands.DECIDED)


@dataclass(frozen=True)
class Packed:
    """One item of the agenda: with its summary where it is open to the reader, else without."""

    standing: Standing
    summary: Summary | None


def packed_for(actor, meeting):
    """[Packed] in the order of the agenda."""
    return [Packed(one, _summary(actor, one)) for one in standings_of(actor, meeting)]


def _summary(actor, standing):
    papers = papers_of(actor, standing.item.matter) if standing.stands in OPEN else None
    return summary_of(papers) if papers else None


def cases_in(actor, standings):
    """The applications whose papers are in it."""
    matters = [one.item.matter for one in standings if one.stands in OPEN]
    return list(Application.objects.visible_to(actor).filter(public_id__in=matters).order_by("pk"))


def basis_of(meeting, standings):
    """Which cases are open to this reader and which not: another declaration, recusal or agenda is another basis."""
    told = [[str(one.item.public_id), one.stands in OPEN, one.stands == Stands.RECUSED] for one in standings]
    said = json.dumps([meeting.title, meeting.meets_at.isoformat(), meeting.place, told], ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()


def pack_of(actor, meeting, standings):
    """The reader's own, while it rests on what is open to them now; else None."""
    pack = MeetingPack.objects.visible_to(actor).filter(meeting=meeting).select_related("file").first()
    return pack if pack and pack.basis == basis_of(meeting, standings) else None
