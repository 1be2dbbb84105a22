"""A provider's certificates in its portal, with their documents."""
from django.http import Http404
from django.shortcuts import render

from accounts.guards import signed_in
from certification import queries
from certification.models import Certificate, CertificateDocument
from certification.permissions import can_ask_surrender, can_order_plaque
from certification.queries.ceremony import invitations_of
from certification.queries.certificate_life import certificate_history, surrenders_of
from certification.queries.plaque_order import plaques_of
from certification.renewal import renewal_window
from core import clock
from core.access_log import note_access
from core.addresses import absolute_url
from core.files import serve
from core.models import AccessEntry
from core.tenancy import find_or_404
from providers.permissions import can_edit


@signed_in
def portal_certificates(request):
    certificates = queries.certificates_of(request.actor)
    return render(request, "certification/certificates.html", {
        "certificates": list(certificates), "invitations": list(invitations_of(request.actor))})


@signed_in
def portal_certificate(request, public_id):
    """One certificate; what is still being made asks for itself again."""
    certificate = find_or_404(Certificate, request.actor, public_id=public_id)
    if request.actor.is_staff:
        note_access(request, certificate, "certificate.read")
    documents = list(queries.documents_of(request.actor, certificate))
    template = "certification/certificate.html#documents" if request.htmx else "certification/certificate.html"
    return render(request, template, {
        "certificate": certificate, "documents": documents, "today": clock.today(),
        "is_waiting": any(document.made_at is None for document in documents),
        "renewal": renewal_of(certificate), **badge_shown(request.agency, certificate), **life_of(request.actor, certificate)})


def badge_shown(agency, certificate):
    return {"badge": queries.badge_of(certificate.pk), "number": certificate.number,
            "badge_address": absolute_url(agency, "register_badge", certificate.number)}


def renewal_of(certificate):
    """From when until when its renewal is applied for; None once it has ended."""
    if certificate.has_ended or certificate.ended_on:
        return None
    return renewal_window(certificate.framework, certificate.valid_to)


def life_of(actor, certificate):
    """What has happened to it, its plaques, and what its people may ask for now."""
    surrenders = list(surrenders_of(actor, certificate))
    is_running = certificate.ended_on is None and certificate.valid_to >= clock.today()
    return {
        "history": list(certificate_history(actor, certificate)), "surrenders": surrenders,
        "plaques": list(plaques_of(actor, certificate)),
        "may_report_change": is_running and can_edit(actor, certificate.provider),
        "may_surrender": is_running and all(one.answered_at for one in surrenders) and can_ask_surrender(actor, certificate),
        "may_order_plaque": certificate.is_in_force and can_order_plaque(actor, certificate)}


@signed_in
def portal_certificate_document(request, public_id):
    """The signed bytes, for the provider's people and for staff who read cases."""
    document = find_or_404(CertificateDocument, request.actor, public_id=public_id)
    if document.file is None:
        raise Http404
    if request.actor.is_staff:
        note_access(request, document.certificate, "certificate.document", kind=AccessEntry.Kind.DOWNLOAD)
    return serve(document.file, f"{document.certificate.number}-{document.kind}-{document.language}.{document.file.extension}")
