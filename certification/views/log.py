"""The public log of an agency: its page, the files of the chain, the signed heads; and what anybody checks them with."""
from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render

from accounts.guards import public
from certification import queries
from certification.queries.log import SHOWN
from core.public_pages import kept_page
from core.signing_keys import root_certificate_pem

VERIFIER = settings.BASE_DIR / "docs" / "verify_log.py"
DAYS_SHOWN = 7


@public
@kept_page(parameters=("page",))
def log(request):
    """What it is, how far it goes, how it is checked, its entries."""
    agency, heads = request.agency, list(queries.signed_heads(request.agency)[:DAYS_SHOWN])
    head = queries.log_head(agency)
    total = head.position if head else 0
    page = Paginator(range(total), SHOWN).get_page(request.GET.get("page"))
    start = (page.number - 1) * SHOWN
    return render(request, "certification/log.html", {
        "head": head, "total": total, "heads": heads, "files": queries.files_of_log(total), "page": page,
        "entries": queries.log_entries(agency)[start:start + SHOWN] if total else []})


@public
@kept_page(parameters=("page",))
def log_lines(request):
    """The chain itself, 400 lines a file; the last file grows."""
    number = request.GET.get("page", "1")
    lines = queries.log_lines(request.agency, int(number)) if number.isascii() and number.isdigit() and len(number) < 8 else None
    if lines is None or number != str(int(number)):         # 01 would be the same file at another address
        raise Http404
    response = HttpResponse(lines, content_type="application/jsonl; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{request.agency.slug}-log-{number}.jsonl"'
    return response


@public
@kept_page
def log_head(request):
    """The newest signed head, every older one, and how many files there are."""
    heads, agency, total = list(queries.signed_heads(request.agency)), request.agency, queries.log_head(request.agency)
    return JsonResponse({
        "log": agency.slug, "entries": total.position if total else 0, "files": len(queries.files_of_log(total.position if total else 0)),
        "heads": [queries.published_head(head, agency) for head in heads]})


@public
@kept_page
def log_verifier(request):
    """The one-file program that checks the published log."""
    return attached(VERIFIER.read_bytes(), "text/x-python; charset=utf-8", VERIFIER.name)


@public
@kept_page
def root_certificate(request):
    """What signatures on certificates and on the log are checked with."""
    return attached(root_certificate_pem(), "application/x-pem-file", "root.cert.pem")


def attached(content, content_type, name):
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
