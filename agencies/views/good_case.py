"""Excellent cases and the conference for everybody, on Central's public pages. Uses of other agencies stand there as soon as they publish
them, so that these pages are kept by nobody; the conference is Central's alone."""
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from accounts.guards import public
from agencies.forms.good_case import FindCaseForm
from agencies.houses import central_only
from agencies.programme_paper import programme_pdf
from agencies.queries import good_case as queries
from core.file_names import content_disposition
from core.files import serve_copy
from core.pictures import drawn_while_waiting
from core.public_pages import kept_page
from core.tenancy import found

PAGE = 20


def searched(request):
    """What the list of cases shows, to citizens and at the desk."""
    form = FindCaseForm(request.GET, narrowings=queries.narrowings(request.actor))
    wanted = form.wanted()
    page = Paginator(queries.cases_found(request.actor, **wanted), PAGE).get_page(request.GET.get("page"))
    return {"form": form, "wanted": wanted, "is_narrowed": any(wanted.values()), "page": page}


def everything_of_case(actor, case):
    """A case with its pictures, what was corrected in it, and who uses it too."""
    return {"case": case, "pictures": queries.pictures_of(actor, case), "corrections": queries.corrections_of(actor, case),
            "uses": queries.uses_of(actor, case)}


@public
@central_only
def cases(request):
    return render(request, "agencies/cases.html", searched(request))


@public
@central_only
def case(request, public_id):
    row = found(queries.good_cases(request.actor), public_id)
    return render(request, "agencies/case.html", everything_of_case(request.actor, row))


@public
@central_only
def picture(request, public_id):
    return serve_copy(found(queries.published_pictures(request.actor), public_id), inline=True)


@public
@kept_page
@central_only
def conference(request):
    """The latest programme; earlier ones below."""
    rows = [(one, queries.sessions_of(request.actor, one)) for one in queries.published_programmes(request.actor)[:5]]
    return render(request, "agencies/conference.html", {"rows": rows})


@public
@kept_page
@central_only
def paper(request, public_id):
    return handed_out(request.actor, found(queries.published_programmes(request.actor), public_id))


def handed_out(actor, programme):
    """The programme as a PDF in the page's language."""
    language = "en" if get_language() == "en" else "ko"
    with drawn_while_waiting():
        content = programme_pdf(programme, queries.sessions_of(actor, programme), language)
    response = HttpResponse(content, content_type="application/pdf")
    response.headers["Content-Disposition"] = content_disposition(f"programme-{programme.year}-{language}.pdf", False)
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
