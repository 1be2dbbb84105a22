"""Views that behave and misbehave on purpose, and a middleware that does."""
import io

from django.contrib import messages
from django.db import IntegrityError, OperationalError, connection, transaction
from django.http import FileResponse, Http404, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.shortcuts import render
from django.urls import get_script_prefix, reverse
from django.utils.translation import get_language

from accounts.guards import operator, public, signed_in, staff
from accounts.models import Role, User
from core.access_log import note_access
from core.errors import Refused, Unavailable
from core.outbox import enqueue
from core.public_pages import kept_page
from core.tenancy import current_agency, find_or_404
from tests.sample.models import Club, Course, Guest, Listing

SEEN_AFTER_COMMIT, RENDERED = [], []


@public
@kept_page
def home(request):
    RENDERED.append(request.get_full_path())
    return render(request, "base.html")


@public
@kept_page
def kept(request):
    RENDERED.append(request.get_full_path())
    return HttpResponse(f"{request.agency} {get_language()} {request.GET.get('q')} {get_script_prefix()}")


@public
@kept_page(parameters=("q", "district", "page"))
def found(request):
    RENDERED.append(request.get_full_path())
    return HttpResponse(f"{request.agency} {request.GET.urlencode()} {'.' * int(request.GET.get('page') or 0)}")


@public
@kept_page(parameters=("q",))
def sheet(request):
    RENDERED.append(request.get_full_path())
    if request.GET.get("q") == "nothing":
        raise Http404
    return HttpResponse("a,b\n", content_type="text/csv", headers={"Content-Disposition": 'attachment; filename="register.csv"'})


@public
@kept_page
def nowhere(request):
    RENDERED.append(request.get_full_path())
    return HttpResponse("not here", status=404)


@public
@kept_page
def drawing(request):
    return HttpResponse("<svg/>", content_type="image/svg+xml")


@signed_in
def portal(request):
    return render(request, "base.html")


@staff(Role.OFFICER)
def officers(request):
    return HttpResponse("officers")


@staff()
def anybody_at_the_desk(request):
    return HttpResponse("desk")


@operator
def operating(request):
    return HttpResponse("operator")


def no_guard(request):
    return HttpResponse("open to the world")


@signed_in
def club(request, public_id):
    row = find_or_404(Club, request.actor, public_id=public_id)
    note_access(request, row, "club.read")
    if "boom" in request.GET:
        raise ZeroDivisionError
    return HttpResponse(row.name)


@public
def open_club(request, public_id):
    """Citizens may ask, and are answered that there is no such row."""
    return HttpResponse(find_or_404(Club, request.actor, public_id=public_id).name)


@staff(Role.DIRECTOR)
def secret(request, public_id):
    return HttpResponse("secret")


@signed_in
def make(request):
    """A club by a form that everybody may send."""
    Club.objects.create(keeper=request.user, name=request.POST["name"], number="made")
    return HttpResponseRedirect(reverse("portal"))


@signed_in
def ask(request):
    """A write whose effect comes later."""
    enqueue("tests.core.errands.leave_mark")
    return HttpResponseRedirect(reverse("portal"))


@signed_in
def boom(request):
    Club.objects.create(keeper=request.user, name="half done", number="boom")
    raise ZeroDivisionError


@public
def half_refused(request):
    Club.objects.create(keeper=User.objects.order_by("pk").first(), name="half done", number="half")
    request.session["kept"] = True
    raise Refused("Not today.")


@public
def unavailable(request):
    raise Unavailable("The counters do not answer.")


@public
def out_of_order(request):
    raise OperationalError("the server closed the connection")


@signed_in
def points_nowhere(request):
    """Django's own foreign keys are checked at COMMIT, after the view and all other middleware."""
    Club.objects.create(keeper_id=10**9, name="half done", number="nowhere")
    return HttpResponse("saved?")


@signed_in
def crosses(request):
    try:
        with transaction.atomic():
            Guest.objects.create(club_id=int(request.GET["club"]), name="planted")
    except IntegrityError:
        return HttpResponse("refused", status=409)
    return HttpResponse("crossed")


@public
def after_commit(request):
    transaction.on_commit(lambda: SEEN_AFTER_COMMIT.append(connection.in_atomic_block), robust=True)
    transaction.on_commit(lambda: SEEN_AFTER_COMMIT.append(Club.everything.count()), robust=True)
    return HttpResponse(Club.everything.count())


@public
def file(request):
    return FileResponse(io.BytesIO(b"bytes"), filename="f.txt")


@public
def stream(request):
    return StreamingHttpResponse(f"{reverse('home')} {row.name}\n" for row in Club.everything.order_by("name").iterator())


@public
def where(request):
    return HttpResponse(f"{get_script_prefix()} {reverse('home')} {current_agency()}")


@public
def speak(request):
    messages.info(request, "said once")
    return HttpResponseRedirect(reverse("portal"))


@public
def away(request):
    return HttpResponseRedirect("https://elsewhere.example/page")


@public
def published(request):
    return HttpResponse(", ".join(Course.everything.values_list("title", flat=True)))


@public
def listed(request):
    """The register, asked for by a citizen."""
    return HttpResponse(", ".join(Listing.objects.visible_to(request.actor).order_by("title").values_list("title", flat=True)))


@public
def owned(request):
    return HttpResponse(Club.everything.count())


BEHAVING = (kept, found, sheet, nowhere, drawing,
            officers, anybody_at_the_desk, operating, no_guard, make, ask, boom, half_refused, unavailable, out_of_order,
            points_nowhere, crosses, after_commit, file, stream, where, speak, away, published, listed)


class ClumsyMiddleware:
    """Writes, then breaks, outside any view."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.reversed_before_the_view = reverse("home") if request.agency else reverse("regions")
        response = self.get_response(request)
        if "clumsy" in request.GET:
            Club.objects.create(keeper=request.user, name="clumsy", number="clumsy")
            raise ZeroDivisionError
        return response
