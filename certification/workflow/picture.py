"""The picture of a plaque: kept once for each version, then shown on the page of its certificate."""
from django.db import transaction

from certification.models import PlaquePicture
from certification.permissions import can_keep_documents
from certification.workflow.register import write_entry
from core import clock
from core.files import store_document
from core.workflow import lock, record, require


@transaction.atomic
def keep_picture(document, content, size, *, actor):
    """`content`: a PNG that was made anew, `size` its width and height. There already: nothing happens."""
    document = lock(document)
    require(can_keep_documents(actor))
    if PlaquePicture.everything.filter(document=document).exists():
        return None
    certificate = lock(document.certificate)
    stored = store_document(content, shelf=certificate.public_id, actor=actor, mime="image/png", extension="png")
    picture = PlaquePicture.objects.create(document=document, file=stored, width=size[0], height=size[1], made_at=clock.now())
    record("certificate.picture_made", certificate, actor=actor, document=document.pk, sha256=stored.sha256)
    write_entry(certificate)
    return picture
