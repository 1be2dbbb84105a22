"""The year's guide as a document: asked for when the set is frozen, kept once the worker has made it."""
from django.conf import settings
from django.db import transaction

from accounts.workflow import renew_public_pages
from agencies.models import SetGuide
from certification.permissions import can_keep_documents
from core import clock
from core.files import store_document
from core.tenancy import current_agency
from core.workflow import enqueue, lock, record, require


def ask_for_guides(indicator_set):
    """One in each language. Part of a write that holds the set."""
    for language, _name in settings.LANGUAGES:
        guide, _new = SetGuide.everything.get_or_create(indicator_set=indicator_set, language=language)
        enqueue("agencies.tasks.make_guide", guide_id=guide.pk)


@transaction.atomic
def keep_guide(guide, content, *, actor):
    """What the worker has drawn, once: a frozen set says the same for ever."""
    guide = lock(guide)
    require(can_keep_documents(actor))
    if guide.made_at:
        return guide
    guide.file, guide.made_at = store_document(content, shelf=guide.public_id, actor=actor), clock.now()
    guide.save(update_fields=["file", "made_at"])
    record("indicator_set.guide_made", guide.indicator_set, actor=actor, language=guide.language, sha256=guide.file.sha256)
    renew_public_pages(current_agency())
    return guide
