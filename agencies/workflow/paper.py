"""The agency's own papers in the library: written, given files, published, replaced by a newer edition, withdrawn."""
import unicodedata

from django.db import transaction
from django.utils.translation import gettext as _

from agencies.models import Paper, PaperFile, PaperText
from agencies.network_permissions import can_keep_papers
from agencies.stages import PaperStage
from agencies.workflow.shared_files import keep_copy, note_scans
from core import clock
from core.files import store_upload
from core.search import searchable
from core.texts import text_of
from core.workflow import lock, move, record, refuse_if, require

FACTS = ("title_ko", "title_en", "description_ko", "description_en", "kind", "field_of_work", "change")
MOST_FILES, MOST_WORDS = 10, 200_000            # characters that are searched in one file


@transaction.atomic
def write_paper(*, actor, **facts):
    """A draft that no other agency knows of."""
    require(can_keep_papers(actor))
    paper = Paper.everything.create(**facts, written_at=clock.now(), written_by=actor.user)
    record("paper.written", paper, actor=actor)
    return paper


@transaction.atomic
def change_paper(paper, *, base_version, actor, **facts):
    """`base_version`: of the draft that was on the screen."""
    paper = _draft(paper, actor)
    refuse_if(paper.version != base_version, _("Somebody else has changed this draft meanwhile. Load the page again to see it."))
    for name, value in facts.items():
        setattr(paper, name, value)
    paper.version, paper.written_at, paper.written_by = base_version + 1, clock.now(), actor.user
    paper.save()
    record("paper.changed", paper, actor=actor)
    return paper


@transaction.atomic
def attach_file(paper, upload, *, actor):
    """A file of the draft, checked as every other; what stands in it is kept to be searched."""
    paper = _draft(paper, actor)
    refuse_if(paper.files.count() >= MOST_FILES, _("A paper has at most %(most)s files."), field="file", most=MOST_FILES)
    stored, name = store_upload(upload, shelf=paper.public_id, actor=actor)
    file, _new = keep_copy(PaperFile, stored, name, actor=actor, more={"words": _words_in(upload, stored.extension)}, paper=paper)
    note_scans(paper.files.filter(pk=file.pk))
    record("paper.file_added", file, actor=actor, sha256=stored.sha256)
    return file


def _words_in(upload, kind):
    upload.seek(0)
    words = " ".join(piece.text for piece in text_of(upload, kind).pieces)
    return unicodedata.normalize("NFC", " ".join(words.replace("\0", " ").split()))[:MOST_WORDS]


@transaction.atomic
def remove_file(file, *, actor):
    """From a draft."""
    paper = _draft(file.paper, actor)
    record("paper.file_removed", file, actor=actor, sha256=file.sha256)
    file.delete()
    return paper


@transaction.atomic
def discard_paper(paper, *, actor):
    """It was never out: out of every list."""
    paper = _draft(paper, actor)
    record("paper.discarded", paper, actor=actor, **move(paper, PaperStage.DISCARDED))
    return paper


@transaction.atomic
def publish_paper(paper, *, actor):
    """All agencies read and find it from now on. The edition before stays to be read, and is found no more."""
    paper = _draft(paper, actor)
    refuse_if(not paper.files.exists(), _("Add at least one file before the paper is published."))
    refuse_if(paper.edition > 1 and not paper.change, _("Say what is new in this edition."))
    for before in Paper.everything.filter(series=paper.series, stage=PaperStage.PUBLISHED):
        record("paper.replaced", before, actor=actor, by=paper.pk, **move(lock(before), PaperStage.REPLACED))
        PaperText.everything.filter(paper=before).delete()
    paper.published_at = clock.now()
    paper.save(update_fields=["published_at"])
    PaperText.everything.create(paper=paper, words=searchable(
        paper.title_ko, paper.title_en, paper.description_ko, paper.description_en, *paper.files.values_list("words", flat=True)))
    record("paper.published", paper, actor=actor, edition=paper.edition, **move(paper, PaperStage.PUBLISHED))
    return paper


@transaction.atomic
def begin_edition(paper, *, actor):
    """A draft with the same words, for newer files. Returns it, or the one that somebody has begun already."""
    paper = lock(paper)
    require(can_keep_papers(actor))
    refuse_if(paper.stage != PaperStage.PUBLISHED, _("Only a paper in the library can get a newer edition."))
    if begun := Paper.everything.filter(series=paper.series, stage=PaperStage.DRAFT).first():
        return begun
    said = {name: getattr(paper, name) for name in FACTS if name != "change"}
    newer = Paper.everything.create(**said, series=paper.series, edition=paper.edition + 1, written_at=clock.now(), written_by=actor.user)
    record("paper.edition_begun", newer, actor=actor, edition=newer.edition)
    return newer


@transaction.atomic
def withdraw_paper(paper, *, reason, actor):
    """Nobody finds it or gets its files any more; whoever comes by an old link reads why."""
    paper = lock(paper)
    require(can_keep_papers(actor))
    refuse_if(paper.stage not in (PaperStage.PUBLISHED, PaperStage.REPLACED), _("Only a paper that is out can be withdrawn."))
    refuse_if(not reason.strip(), _("Say why it is withdrawn."), field="reason")
    paper.withdrawn_because, paper.withdrawn_at = reason.strip(), clock.now()
    paper.save(update_fields=["withdrawn_because", "withdrawn_at"])
    PaperText.everything.filter(paper=paper).delete()
    record("paper.withdrawn", paper, actor=actor, reason=paper.withdrawn_because, **move(paper, PaperStage.WITHDRAWN))
    return paper


def _draft(paper, actor):
    """The draft, ours until the transaction ends."""
    paper = lock(paper)
    require(can_keep_papers(actor))
    refuse_if(paper.stage != PaperStage.DRAFT, _("This paper is no draft any more. Load the page again to see it."))
    return paper
