"""Who is asking, and whether this address opens to them."""
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.middleware import AuthenticationMiddleware, get_user
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation
from django.utils.functional import SimpleLazyObject
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from accounts import confirmation, kept_forms, sessions
from accounts.actors import ACTING, Actor, standing_in
from accounts.guards import Who
from core.failures import gone


class SessionLimitMiddleware(AuthenticationMiddleware):
    """Django's; but a session that is over ends before it says who somebody is. Looked at only when somebody asks."""

    def process_request(self, request):
        super().process_request(request)
        request.session_was = None              # whose session it was, over or not
        request.user = SimpleLazyObject(lambda: self.who(request))

    def who(self, request):
        request.session_was = sessions.enforce(request)
        return get_user(request)


class ActorMiddleware:
    """request.actor, asked for only when somebody needs it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.actor = SimpleLazyObject(lambda: self.who(request))
        return self.get_response(request)

    def who(self, request):
        """A delegate who has begun to act for somebody stands in their place, as long as the cover holds."""
        if request.agency is None:
            return Actor.elsewhere(request.user)
        cover = request.session.get(ACTING) if request.user.is_authenticated else None
        acting = standing_in(request.user, cover) if cover else None
        return acting or Actor.of(request.user)


class GuardMiddleware:
    """Each view's guard, enforced before the view: own domain, closed agency, session, person, role."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        guard = guard_of(view, request.resolver_match)
        if guard is None:
            raise PermissionDenied(f"{request.resolver_match.view_name} has no guard")
        if guard.who == Who.EVERYBODY:
            return None
        if request.on_own_domain:
            return HttpResponseRedirect(f"{settings.SITE_URL}{request.agency.prefix}{request.get_full_path().lstrip('/')}")
        if request.agency and request.agency.is_closed:
            return gone(request)
        if request.user.is_authenticated:
            return self.for_person(request, guard)
        return None if guard.who == Who.DOOR else self.to_sign_in(request, request.session_was)

    def for_person(self, request, guard):
        user = request.user
        if not request.asked_language:
            translation.activate(user.language)
        if guard.who == Who.DOOR:
            return None
        if user.person_id is None and not guard.without_person:
            return away(request, "about_you")
        if not guard.without_factor and sessions.lacks_factor(request):
            return away(request, "security")
        allowed = {
            Who.SIGNED_IN: True,
            Who.STAFF: request.actor.has(*guard.roles) if guard.roles else request.actor.is_staff,
            Who.OPERATOR: request.actor.is_operator and request.agency is None,
        }
        if not allowed[guard.who]:
            raise PermissionDenied
        return self.for_allowed(request, guard)

    def for_allowed(self, request, guard):
        """A form that had to wait comes back; what must be confirmed waits for that."""
        if guard.fresh and request.method == "POST":
            return self.confirmed(request)
        if request.resolver_match.view_name in confirmation.PAGES:
            request.way_back = confirmation.way_back(request)
        elif not request.htmx:                  # a page that looks for news by itself is nobody's decision
            confirmation.forget(request)
        request.kept_form = kept_forms.kept_for(request, request.user)
        if request.kept_form is not None:
            messages.info(request, _("Your session had ended. What you typed is back in the form; "
                                     "please choose files again, then send it."))
        return None

    def confirmed(self, request):
        """None when the view may do it now."""
        if confirmation.TOKEN in request.GET:
            if confirmation.take_up(request):
                return None
            messages.info(request, _("This was sent already. Please look whether it is done before you send it again."))
            return HttpResponseRedirect(reverse("after_sign_in"))
        return None if sessions.is_fresh(request) else confirmation.ask(request, form_page(request))

    def to_sign_in(self, request, was):
        """Away to sign-in and back; what was typed into an expired form waits for the same person."""
        address = request.get_full_path() if request.method in ("GET", "HEAD") else form_page(request)
        if request.method == "POST" and was:
            kept_forms.keep(request, was, urlsplit(address).path)
            messages.warning(request, _("Your session has ended. Sign in again within 30 minutes: what you typed is kept, except files."))
        to = f"{reverse(settings.LOGIN_URL)}?{urlencode({'next': address})}"
        if request.htmx:
            return HttpResponse(status=204, headers={"HX-Redirect": to})
        return HttpResponseRedirect(to)


def away(request, name):
    """First something else, then on to where they wanted."""
    return HttpResponseRedirect(f"{reverse(name)}?{urlencode({'next': request.get_full_path()})}")


def guard_of(view, match):
    """The guard said at the view, or in the list of pages that packages bring; None if nobody said."""
    said = getattr(view, "guard", None)
    return said or import_string(settings.THIRD_PARTY_GUARDS)(match.view_name)


def form_page(request):
    """Where the form stands: this address, or the page it was sent from if this one takes only posts."""
    referer = urlsplit(request.headers.get("referer", ""))
    ours = referer.netloc == request.get_host() and referer.path.startswith(request.script_name or "/")
    return referer._replace(scheme="", netloc="").geturl() if ours and referer.path else request.get_full_path()
