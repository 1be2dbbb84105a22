"""Pages for when something goes wrong: what happened, what is kept, what to do. None of them asks the database."""
import sys

from django.db import DatabaseError, InterfaceError, OperationalError
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from core.problems import AWAY, FAILURE, problem_answer

HEALTH, API = "/healthz", "/api/v1/"


def bad_request(request, exception):
    return render(request, "400.html", status=400)


def permission_denied(request, exception):
    return render(request, "403.html", status=403)


def page_not_found(request, exception):
    return render(request, "404.html", status=404)


def gone(request):
    """The agency is closed: its public pages stay, everything else has ended."""
    return render(request, "410.html", status=410)


def csrf_failure(request, reason=""):
    return render(request, "403_csrf.html", status=403)


def server_error(request):
    """Both languages on one page: which one is wanted may be what could not be found out."""
    failure = sys.exc_info()[1]
    if isinstance(failure, (OperationalError, InterfaceError)) or _says_closed(failure):
        return out_of_order(request)
    if request.path.startswith(API):                        # read by programs
        return problem_answer(FAILURE)
    return HttpResponse(render_to_string("500.html"), status=500)


def out_of_order(request):
    """PostgreSQL does not answer."""
    if request.path == HEALTH:                              # machines read it, and it names what fails
        return JsonResponse({"status": "failing", "failing": ["database"], "database": False}, status=503)
    response = problem_answer(AWAY) if request.path.startswith(API) else HttpResponse(render_to_string("503.html"), status=503)
    response["Retry-After"] = "30"
    return response


def _says_closed(failure):
    return isinstance(failure, DatabaseError) and "closed" in str(failure)
