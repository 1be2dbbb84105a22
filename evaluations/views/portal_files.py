"""Papers and files of an application: each address asks for the row that points at the bytes."""
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.guards import signed_in
from core.access_log import note_access
from core.files import serve
from core.tenancy import find_or_404, found
from core.viewing import hand_out, kind_of_access
from evaluations import queries
from evaluations.models import SealedFile
from providers.permissions import role_in


def paper(row, name):
    """The bytes of a paper that the worker has made; until then there is none."""
    if row is None or row.file is None:
        raise Http404
    return serve(row.file, name)


@signed_in
def receipt(request, public_id):
    application = found(queries.own_applications(request.actor), public_id)
    seal = queries.submission_of(request.actor, application)
    return paper(seal and seal.receipt, _("receipt-%(number)s.pdf") % {"number": application.number})


@signed_in
def submission_receipt(request, public_id):
    """Of one submission, the earlier ones too."""
    seal = found(queries.own_submissions(request.actor), public_id)
    return paper(seal.receipt, _("receipt-%(number)s-%(submission)d.pdf") % {"number": seal.application.number, "submission": seal.number})


@signed_in
def canonical(request, public_id):
    """The sealed text as it was hashed: the SHA-256 of exactly these bytes stands on the receipt."""
    seal = found(queries.own_submissions(request.actor), public_id)
    response = HttpResponse(seal.canonical.encode(), content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="submission-{seal.application.number}-{seal.number}.json"'
    response["Cache-Control"] = "no-store"
    return response


@signed_in
def letter(request, public_id):
    """By the application's id: the latest letter that was announced."""
    application = found(queries.own_applications(request.actor), public_id)
    return paper(queries.announced_letter(request.actor, application), _("result-%(number)s.pdf") % {"number": application.number})


@signed_in
def evidence(request, public_id):
    """A document of one's own library, to read or to take along."""
    document = found(queries.own_evidence(request.actor), public_id)
    return hand_out(request, document.file, document.name, back=place_of(request.actor, document), to_giver=True)


def place_of(actor, document):
    """The answer that a document was last attached to; for one of the library alone, the applications."""
    answer = queries.answer_supported_by(actor, document)
    if answer is None:
        return reverse("portal_applications"), _("My applications")
    return reverse("portal_answer", args=[answer.public_id]), str(answer.indicator)


@signed_in
def sealed_file(request, public_id):
    """For the provider's people and for whoever evaluates the case; the latter are noted."""
    sealed = find_or_404(SealedFile, request.actor, public_id=public_id)
    application = sealed.seal.application
    is_giver = role_in(request.actor, application.provider) is not None
    if not is_giver:
        note_access(request, application, "case.file", kind=kind_of_access(request))
    return hand_out(request, sealed.file, sealed.name, to_giver=is_giver,
                    back=(reverse("portal_application", args=[application.public_id]), str(application)))
