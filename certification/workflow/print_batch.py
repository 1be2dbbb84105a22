"""A print batch: made by the worker from the files that are kept, once."""
from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from certification.models import CertificateDocument, PlaqueOrder, PrintBatch
from certification.permissions import can_keep_documents
from certification.printing import print_copy
from certification.queries.ceremony import certificates_to_hand_over
from core import clock
from core.files import store_document
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
    with override("ko"):
        plaques, certificates = _("Plaques to be made (%(count)s)"), _("Certificates to be handed over (%(count)s)")
        title = plaques if batch.kind == PrintBatch.Kind.PLAQUES else certificates
    if found:
        content = print_copy(title % {"count": len(found)}, found, left_out, agency=current_agency(), demo=settings.DEMO)
        batch.file = store_document(content, shelf=batch.public_id, actor=actor)
    batch.number, batch.left_out, batch.made_at = len(found), left_out, clock.now()
    batch.save(update_fields=["file", "number", "left_out", "made_at"])
    record("prints.made", batch, actor=actor, number=batch.number, left_out=left_out)
    return batch


def _plaques(batch):
    """The very versions that were approved, in the order of names."""
    orders = PlaqueOrder.everything.filter(batch=batch).select_related("certificate__service_type", "proof__file__agency")
    return [(order.certificate, order.proof) for order in orders.order_by("certificate__provider_name", "pk")], []


def _certificates(batch):
    certificates = certificates_to_hand_over(batch.ceremony)
    rows = CertificateDocument.everything.filter(certificate__in=certificates, kind=CertificateDocument.Kind.CERTIFICATE, language="ko",
                                                 replaced_at=None, made_at__isnull=False).select_related("file__agency")
    made = {document.certificate_id: document for document in rows}
    return ([(one, made[one.pk]) for one in certificates if one.pk in made],
            [one.number_shown for one in certificates if one.pk not in made])
