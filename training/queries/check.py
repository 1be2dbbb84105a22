"""Is a certificate of completion genuine? For everybody, and nothing of the person but what they show."""
import re
import unicodedata
from dataclasses import dataclass

from accounts.actors import Actor
from core import clock
from core.codes import find_code, plain
from core.tenancy import current_agency_id
from training.models import Completion, CompletionPaper

CHECKING = Actor.system("a certificate of completion that somebody holds in their hand")
KIND = "completion"
NUMBER = re.compile(r"제?\s*(\d{4})\s*-\s*교육\s*-\s*(\d{1,6})\s*호?")
GENUINE, EXPIRED, REPLACED, WITHDRAWN = "genuine", "expired", "replaced", "withdrawn"


@dataclass(frozen=True)
class Checked:
    """What the paper in somebody's hand says, and how it stands today."""

    paper: CompletionPaper
    state: str

    @property
    def completion(self):
        return self.paper.completion

    @property
    def is_good(self):
        return self.state == GENUINE


def checked_by_code(text):
    """The certificate with this code at this house, or None."""
    found = find_code(text) if plain(text) else None
    if found is None or found.kind != KIND or found.agency_id != current_agency_id():
        return None
    paper = CompletionPaper.objects.visible_to(CHECKING).filter(agency=current_agency_id(), public_id=found.subject).select_related(
        "completion").first()
    return Checked(_as_it_stands(paper), _state_of(paper)) if paper else None


def _as_it_stands(paper):
    """A completion that was worked out anew and stayed has handed its number on."""
    if not paper.completion.number:
        paper.completion = _current(paper) or paper.completion
    return paper


def _current(paper):
    rows = Completion.objects.visible_to(CHECKING).filter(enrolment=paper.completion.enrolment_id, is_current=True)
    return rows.first()


def _state_of(paper):
    current = _current(paper)
    if current is None or not current.is_completed:
        return WITHDRAWN
    papers = CompletionPaper.objects.visible_to(CHECKING).filter(completion__enrolment=paper.completion.enrolment_id)
    if papers.filter(edition__gt=paper.edition).exists():
        return REPLACED
    return EXPIRED if current.valid_until and current.valid_until < clock.today() else GENUINE


def is_found(number, name):
    """Whether this house has given this number to somebody of exactly this name, and it still counts as completed."""
    match = NUMBER.fullmatch(unicodedata.normalize("NFC", number).strip())
    if not match or not _plain(name):
        return False
    rows = Completion.objects.visible_to(CHECKING).filter(
        agency=current_agency_id(), is_current=True, outcome=Completion.Outcome.COMPLETED, number_year=int(match[1]),
        number_place=int(match[2]))
    return any(_plain(one.name) == _plain(name) for one in rows)


def _plain(name):
    return "".join(unicodedata.normalize("NFC", name).split()).casefold()
