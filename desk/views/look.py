"""How certificates, plaques and plates look: who issues, seals, mark, colour, and a look at them before anything is issued."""
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from accounts.guards import staff
from accounts.models import Role
from certification.documents import certificate_pdf, plaque_pdf, plate_pdf
from certification.forms.look import LookForm, PreviewForm
from certification.queries import framework_of, issuers_of, preview_facts
from certification.workflow import change_look
from core.files import serve
from core.forms import carried_out, filled
from core.pictures import drawn_while_waiting, png_of
from desk.pages import desk_page
from providers.models import ServiceType

MAY = (Role.DIRECTOR, Role.ADMIN)
WIDE = {"certificate": 1000, "plaque": 1400, "plate": 1000}         # pixels of a preview's picture
MAKERS = {"certificate": certificate_pdf,
          "plaque": lambda facts, language: plaque_pdf(facts, language=language, marks=False),
          "plate": lambda facts, language: plate_pdf(facts, language=language, marks=False)}
KEPT_BY_NOBODY = {"Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff",
                  "Content-Security-Policy": "sandbox; default-src 'none'"}


@staff(*MAY)
def look(request):
    """The form, and beside it the documents as they would be made now."""
    framework = framework_of(request.actor)
    if framework is None:
        return desk_page(request, "desk/look.html", {"framework": None})
    form = LookForm(filled(request), request.FILES or None, framework=framework, issuers=issuers_of(request.actor, framework))
    if carried_out(request, form, lambda _said: change_look(framework, **form.facts, actor=request.actor),
                   _("Saved. The next document is made in this way; what was issued stays as it was signed.")):
        return redirect("desk_look")
    preview = PreviewForm(request.GET)
    return desk_page(request, "desk/look.html", {"framework": framework, "form": form, "preview": preview,
                                                 "wanted": preview.wanted(), "wanted_query": urlencode(preview.wanted())})


@staff(*MAY)
def look_preview(request):
    """One document of nobody, as a picture or with ?as=pdf; made in this moment and kept by nobody."""
    framework = _own(request)
    wanted = PreviewForm(request.GET).wanted()
    kind, language = wanted["kind"], wanted["language"]
    facts = preview_facts(request.actor, framework, sample=wanted["sample"], issuers=int(wanted["issuers"]),
                          service=ServiceType.objects.order_by("position").first())
    with drawn_while_waiting():
        content = MAKERS[kind](facts, language)
        if request.GET.get("as") != "pdf":
            return HttpResponse(png_of(content, WIDE[kind]), content_type="image/png", headers=KEPT_BY_NOBODY)
    return HttpResponse(content, content_type="application/pdf", headers=KEPT_BY_NOBODY | {
        "Content-Disposition": f'attachment; filename="preview-{kind}-{language}.pdf"'})


@staff(*MAY)
def look_picture(request):
    """?of=mark, seal1 or seal2: what was brought, as it is printed."""
    framework = _own(request)
    brought = {f"seal{place}": issuer.seal for place, issuer in enumerate(issuers_of(request.actor, framework), start=1)}
    stored = (brought | {"mark": framework.mark}).get(request.GET.get("of", ""))
    if stored is None:
        raise Http404
    return serve(stored, f"{request.GET['of']}.{stored.extension}", inline=True)


def _own(request):
    framework = framework_of(request.actor)
    if framework is None:
        raise Http404
    return framework
