"""The visit kit on paper, made by the worker: anew whenever date or team change."""
from django.conf import settings
from django.db import transaction

from core import clock
from core.files import store_document
from core.workflow import enqueue, lock, record
from visits.kit_paper import kit_pdf
from visits.models import KitPaper


def ask_for_kit(visit):
    """In each language, as the visit is planned now. Those made before are shown no more."""
    for language, _name in settings.LANGUAGES:
        asked = {"asked_at": clock.now(), "made_at": None}
        paper, _is_new = KitPaper.everything.update_or_create(visit=visit, language=language, defaults=asked, create_defaults=asked)
        enqueue("visits.tasks.make_kit", paper_id=paper.pk)


@transaction.atomic
def keep_kit(paper, *, actor):
    """Make and keep it. Asked for again meanwhile, the later errand makes it; a second time finds it made; an ended visit needs none."""
    if paper.made_at or paper.visit.has_ended:
        return paper
    asked_at, content = paper.asked_at, kit_pdf(paper.visit, paper.language)
    paper = lock(paper)
    if paper.made_at or paper.asked_at != asked_at:
        return paper
    paper.file = store_document(content, shelf=paper.visit.public_id, actor=actor)
    paper.made_at = clock.now()
    paper.save(update_fields=["file", "made_at"])
    record("visit.kit_made", paper.visit, actor=actor, language=paper.language, sha256=paper.file.sha256)
    return paper
