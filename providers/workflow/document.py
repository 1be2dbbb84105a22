"""Documents of a provider."""
from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.files import store_upload
from core.workflow import lock, record, refuse_if, require
from providers.models import ProviderDocument
from providers.permissions import can_edit
from providers.stages import Stage


@transaction.atomic
def add_document(provider, *, actor, kind, upload):
    """Take a file in; the version before it is kept as replaced. The same content again changes nothing."""
    provider = lock(provider)
    require(can_edit(actor, provider))
    refuse_if(provider.stage == Stage.CLOSED, _("The registration has ended. Nothing can be handed in any more."))
    stored, name = store_upload(upload, shelf=provider.public_id, actor=actor)
    current = provider.documents.filter(kind=kind, replaced_at=None)
    if already := current.filter(file=stored).first():
        return already
    if kind != ProviderDocument.Kind.OTHER:
        current.update(replaced_at=clock.now())
    document = ProviderDocument.objects.create(
        provider=provider, kind=kind, file=stored, name=name, added_at=clock.now(), added_by=actor.user)
    record("provider.document_added", provider, actor=actor, document=document.pk, kind=kind, sha256=stored.sha256, size=stored.size)
    return document
