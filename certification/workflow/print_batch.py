"""A print batch: made by the worker from the files that are kept, once."""
from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from certification.models import CertificateDocument, PlaqueOrder, PrintBatch
from certification.permissions import can_keep_documents
from certification.printing import print_copy
from certification.queries import print_pdf
from certification.queries.ceremony import certificates_to_hand_over
from core import clock
from core.files import open_stored, store_document
from core.tenancy import current_agency
from core.workflow import lock, record, require


@transaction.atomic
def make_batch(batch, *, actor):
    """Once; what is not made yet is left out and named."""
    batch = lock(batch)
    require(can_keep_documents(actor))
    if batch.made_at:
        return batch
    found, left_out = _plaques(batch) if batch.kind == PrintBatch.Kind.PLAQUES else _certificates(batch)
    title, words = _said(batch)
    if found:
        content = print_copy(title % {"count": len(found)}, words, found, left_out, agency=current_agency(), demo=settings.DEMO)
        batch.file = store_document(content, shelf=batch.public_id, actor=actor)
    batch.number, batch.left_out, batch.made_at = len(found), left_out, clock.now()
    batch.save(update_fields=["file", "number", "left_out", "made_at"])
    record("prints.made", batch, actor=actor, number=batch.number, left_out=left_out)
    return batch


def _said(batch):
    """(title, what the first sheet says)"""
    with override("ko"):
        if batch.kind == PrintBatch.Kind.PLAQUES:
            return _("Plaques to be made (%(count)s)"), _(
                "This is drawn for the printer, each in the size that was ordered, with bleed and crop marks. It says what the holders "
                "have read and approved, and carries no electronic signature.")
        return _("Certificates to be handed over (%(count)s)"), _(
            "This is a print copy: its pages are those of the signed files, and carry no electronic signature themselves. The signed file "
            "of each certificate stands on the holder's own page.")


def _plaques(batch):
    """In the size that was ordered, in the order of names. A correction after the approval would have asked for another one."""
    orders = PlaqueOrder.everything.filter(batch=batch).select_related(
        "certificate__framework", "certificate__version", "certificate__service_type", "certificate__agency")
    orders = orders.order_by("certificate__provider_name", "pk")
    return [(order.certificate, print_pdf(order.certificate, order.size)) for order in orders], []


def _certificates(batch):
    certificates = certificates_to_hand_over(batch.ceremony)
    rows = CertificateDocument.everything.filter(certificate__in=certificates, kind=CertificateDocument.Kind.CERTIFICATE, language="ko",
                                                 replaced_at=None, made_at__isnull=False).select_related("file__agency")
    made = {document.certificate_id: document for document in rows}
    return ([(one, _bytes_of(made[one.pk])) for one in certificates if one.pk in made],
            [one.number_shown for one in certificates if one.pk not in made])


def _bytes_of(document):
    with open_stored(document.file) as file:
        return file.read()
