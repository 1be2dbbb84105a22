"""A published edition as a document: asked for when it is published and with each erratum, kept once the worker has made it."""
from django.conf import settings
from django.db import transaction

from accounts.workflow import renew_public_pages
from certification.models import FrameworkPaper
from certification.permissions import can_keep_documents
from core import clock
from core.files import store_document
from core.tenancy import current_agency
from core.workflow import enqueue, lock, record, require


def ask_for_papers(version):
    """One in each language. Part of a write that holds the version."""
    for language, _name in settings.LANGUAGES:
        paper, _new = FrameworkPaper.everything.get_or_create(version=version, language=language)
        enqueue("certification.tasks.make_framework_paper", paper_id=paper.pk)


@transaction.atomic
def keep_paper(paper, content, *, errata, actor):
    """What the worker has drawn with so many errata. One that was drawn later and knows more stays."""
    paper = lock(paper)
    require(can_keep_documents(actor))
    if paper.made_at and errata < paper.errata:
        return paper
    paper.file = store_document(content, shelf=paper.public_id, actor=actor)
    paper.errata, paper.made_at = errata, clock.now()
    paper.save(update_fields=["file", "errata", "made_at"])
    record("framework.paper_made", paper.version, actor=actor, language=paper.language, errata=errata, sha256=paper.file.sha256)
    renew_public_pages(current_agency())
    return paper
