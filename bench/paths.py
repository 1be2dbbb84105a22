"""Which paths are measured, and their goals."""
from dataclasses import dataclass, replace

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.test import override_settings

from bench.measure import Asked, environ_of, once
from bench.rows import LARGE, SMALL
from core import public_pages

AGENCY, UNWALLED = "core.middleware.AgencyMiddleware", "bench.middleware.Unwalled"


@dataclass(frozen=True)
class Goal:
    """A path beside another of the same run. `kind`: "CPU" and "clock" at most so many times, "pace" (requests a second) at least."""

    path: str
    kind: str
    limit: float | None = None              # None: told, not judged
    to: str = "hello"
    most: int | None = None                 # statements


GOALS = [
    Goal("list, agency", "CPU", 1.5, to="list, plain", most=2),
    Goal("list, agency and wall", "CPU", 1.5, to="list, plain", most=2),
    Goal("agency home, hit", "pace", 0.8, most=0),
    Goal("agency home, hit", "CPU", 1.3),
    Goal("agency home, 304", "pace", 0.9, most=0),
    Goal("agency home, miss", "CPU", 8, most=3),
    Goal("national home, hit", "pace", 0.8, most=0),
    Goal("desk list, 1k", "CPU", most=8),
    Goal("desk list, 1k, page 10", "clock", 1.5, to="desk list, 1k", most=8),
    Goal("inbox", "CPU", most=8),
    Goal("inbox, page 5", "clock", 1.5, to="inbox", most=8),
]
GOALS_FULL = [
    Goal("desk list, 100k", "clock", 1.2, to="desk list, 1k", most=8),
    Goal("desk list, 100k, page 1000", "clock", 1.5, to="desk list, 100k", most=8),
]


def handler(middleware):
    with override_settings(MIDDLEWARE=middleware):
        return WSGIHandler()


def paths(cookie, full):
    """{name: Asked}"""
    house = handler(settings.MIDDLEWARE)
    hello = Asked(house, "/hello/", settings.WEB_ROLE)
    home = replace(hello, address=f"/{SMALL}/")
    etag = once(home, environ_of(home))["ETag"]
    found = {
        "hello": hello,
        "hello again": hello,
        **lists(house),
        "agency home, hit": home,
        "agency home, 304": replace(home, headers={"if-none-match": etag}, status=304),
        "agency home, miss": replace(home, times=15, before=public_pages.forget_pages),
        "national home, hit": replace(home, address="/"),
    }
    desk = replace(hello, address=f"/{SMALL}/admin/providers/", headers={"cookie": cookie}, times=6)
    inbox = replace(desk, address=f"/{SMALL}/accounts/inbox/", times=10)
    found |= {
        "desk list, 1k": desk,
        "desk list, 1k, page 10": replace(desk, address=f"{desk.address}?page=10"),
        "inbox": inbox,
        "inbox, page 5": replace(inbox, address=f"{inbox.address}?page=5"),
    }
    if full:
        large = replace(desk, address=f"/{LARGE}/admin/providers/")
        found |= {"desk list, 100k": large, "desk list, 100k, page 1000": replace(large, address=f"{large.address}?page=1000")}
    return found


def lists(house):
    """The same twenty rows: with the agency's address alone, with its middleware past the walls, behind the walls."""
    middleware = [UNWALLED if one == AGENCY else one for one in settings.MIDDLEWARE]
    plain = Asked(handler(middleware), f"/{SMALL}/listing/", settings.OWNER_ROLE, times=60)
    agency = replace(plain, application=house)
    return {"list, plain": plain, "list, agency": agency, "list, agency and wall": replace(agency, role=settings.WEB_ROLE)}
