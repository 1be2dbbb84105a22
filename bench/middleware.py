"""What stands in the agency middleware's place when its cost is measured."""
from django.conf import settings
from django.urls import set_script_prefix, set_urlconf

from accounts import directory


class Unwalled:
    """Finds the agency and its address; no scope, no wall, no transaction around the request."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        slug = request.path_info.split("/")[1]
        request.agency, request.on_own_domain = directory.look_up(host="", slug=slug)
        request.accesses, request.urlconf, prefix = [], settings.AGENCY_URLCONF, f"/{slug}/"
        request.path_info = "/" + request.path[len(prefix):]
        set_script_prefix(prefix)
        set_urlconf(settings.AGENCY_URLCONF)
        response = self.get_response(request)
        set_script_prefix("/")
        set_urlconf(None)
        return response
