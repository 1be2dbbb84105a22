"""Where a link leads: the script prefix and the URL table, set together and always put back."""
from contextlib import contextmanager
from urllib.parse import quote, urlsplit

from django.conf import settings
from django.urls import get_script_prefix, get_urlconf, reverse, set_script_prefix, set_urlconf


@contextmanager
def addressed(prefix, urlconf):
    """Inside, reverse(), {% url %} and redirects speak for this prefix; afterwards for whatever was before."""
    before = get_script_prefix(), get_urlconf()
    set_script_prefix(prefix)
    set_urlconf(urlconf)
    try:
        yield
    finally:
        set_script_prefix(before[0])
        set_urlconf(before[1])


def at_home_of(agency):
    """The agency's own addresses, for work that no request asked for: e-mails, documents, feeds."""
    return addressed(agency.prefix, settings.AGENCY_URLCONF)


def absolute_url(agency, name, *args):
    """A link that works in an e-mail; the host comes from the settings, never from a request."""
    with at_home_of(agency):
        return settings.SITE_URL + reverse(name, args=args)


def did_of(address):
    """did:web of whatever publishes a did.json below that address: did:web:poom.example:busan."""
    parts = urlsplit(address)
    return ":".join(["did:web", quote(parts.netloc, safe=""), *filter(None, parts.path.split("/"))])


def national_url(name, *args):
    """An absolute link to the national site."""
    with addressed("/", settings.ROOT_URLCONF):
        return settings.SITE_URL + reverse(name, args=args)
