"""Jobs of certification: the documents of a certificate."""
from accounts.actors import Actor
from certification.documents import certificate_pdf, plaque_pdf
from certification.models import CertificateDocument
from certification.queries import facts_of
from certification.workflow import keep_document
from core.signing import sign_pdf

MADE_BY = Actor.system("making a certificate's documents")


def make_document(document_id):
    """Draw it, sign it, keep it; once it is kept, nothing more happens."""
    document = CertificateDocument.everything.select_related(
        "certificate__framework", "certificate__version", "certificate__service_type", "agency").get(pk=document_id)
    if document.made_at:
        return
    facts = facts_of(document.certificate)
    content = plaque_pdf(facts) if document.kind == CertificateDocument.Kind.PLAQUE else certificate_pdf(facts, document.language)
    keep_document(document, sign_pdf(content, agency=document.agency), actor=MADE_BY)
