"""The certificate's documents: what the worker has made is kept once, byte for byte."""
import hashlib

from django.db import transaction

from certification.models import CertificateDocument
from certification.models.log import DOCUMENT_MADE
from certification.permissions import can_keep_documents
from certification.workflow.log import log_event
from certification.workflow.register import write_entry
from core import clock
from core.files import store_document
from core.workflow import enqueue, lock, record, require


@transaction.atomic
def keep_document(document, content, *, actor):
    """Put the signed bytes on the certificate's shelf. Made already: nothing happens, what was signed first stays; so if another version
    has taken its place meanwhile.

    The certificate is locked first, as in every deed: else what the register says of it could be older than the deed.
    """
    certificate = lock(document.certificate)
    document = lock(document)
    require(can_keep_documents(actor))
    if document.made_at or document.replaced_at:
        return document
    document.file = store_document(content, shelf=certificate.public_id, actor=actor)
    document.sha256, document.made_at = hashlib.sha256(content).hexdigest(), clock.now()
    document.save(update_fields=["file", "sha256", "made_at"])
    log_event(certificate, DOCUMENT_MADE, document=document)
    record("certificate.document_made", certificate, actor=actor, kind=document.kind, language=document.language, sha256=document.sha256)
    write_entry(certificate)
    if document.kind == CertificateDocument.Kind.PLAQUE:
        enqueue("certification.tasks.draw_picture", document_id=document.pk)
    return document
