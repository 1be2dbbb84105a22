"""What a holder may have made as long as the certificate is in force: the kit of its mark, and plaque and plate for a printer."""
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from accounts.guards import signed_in
from certification import queries
from certification.documents import mark_kit
from certification.models import Certificate
from core.access_log import note_access
from core.file_names import content_disposition
from core.models import AccessEntry
from core.pictures import drawn_while_waiting
from core.tenancy import find_or_404
from core.workflow import refuse_if


@signed_in
def portal_mark_kit(request, public_id):
    """Asked anew at each request: who is it, and does the certificate hold now?"""
    certificate = _in_force(request, public_id, "certificate.mark_kit")
    with drawn_while_waiting():
        content = mark_kit(queries.facts_of(certificate))
    return _handed(content, "application/zip", f"{certificate.number}-mark.zip")


@signed_in
def portal_print(request, public_id):
    """?size=a3 or square, ?language=en: with bleed and crop marks."""
    size, language = request.GET.get("size"), "en" if request.GET.get("language") == "en" else "ko"
    if size not in queries.SIZES:
        raise Http404
    certificate = _in_force(request, public_id, "certificate.print")
    with drawn_while_waiting():
        content = queries.print_pdf(certificate, size, language=language)
    return _handed(content, "application/pdf", f"{certificate.number}-{size}-{language}-print.pdf")


def _in_force(request, public_id, deed):
    certificate = find_or_404(Certificate, request.actor, public_id=public_id)
    refuse_if(not certificate.is_in_force, _("This is there only while the certificate is in force. Now it is: %(state)s."),
              state=certificate.state.label)
    if request.actor.is_staff:
        note_access(request, certificate, deed, kind=AccessEntry.Kind.DOWNLOAD)
    return certificate


def _handed(content, mime, name):
    response = HttpResponse(content, content_type=mime)
    response.headers["Content-Disposition"] = content_disposition(name, False)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response
