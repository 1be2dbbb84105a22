"""Which paths are measured, and their goals."""
from dataclasses import dataclass, replace
from itertools import count

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.test import override_settings

from accounts import limits
from bench.applying import WORDS as TYPED
from bench.applying import answer_in
from bench.measure import Asked, environ_of, once
from bench.recording import batches
from bench.register import code_of
from bench.rows import LARGE, SIZES, SMALL
from core import public_pages
from core.codes import formatted

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
    Goal("register, hit", "pace", 0.8, most=0),
    Goal("register, hit", "CPU", 1.3),
    Goal("register, 304", "pace", 0.9, most=0),
    Goal("register, miss", "CPU", 8, most=3),
    Goal("register, page 25, miss", "clock", 1.5, to="register, miss", most=3),
    Goal("register, words, miss", "CPU", 8, most=3),
    Goal("certificate, hit", "pace", 0.8, most=0),
    Goal("certificate, miss", "CPU", 8, most=3),
    Goal("verify, hit", "pace", 0.8, most=0),
    Goal("verify, miss", "CPU", 8, most=3),
    Goal("desk list, 1k", "CPU", most=8),
    Goal("desk list, 1k, page 10", "clock", 1.5, to="desk list, 1k", most=8),
    Goal("inbox", "CPU", most=8),
    Goal("inbox, page 5", "clock", 1.5, to="inbox", most=8),
    Goal("application page", "CPU", 60, most=12),
    Goal("one of its indicators", "CPU", 60, most=12),
    Goal("autosave", "CPU", 10, most=6),
    Goal("review page", "CPU", 60, most=12),
    Goal("judgement autosave", "CPU", 10, most=6),
    Goal("a visit's 60 operations", "CPU", 30),
]
GOALS_FULL = [
    Goal("desk list, 100k", "clock", 1.2, to="desk list, 1k", most=8),
    Goal("desk list, 100k, page 1000", "clock", 1.5, to="desk list, 100k", most=8),
]


def handler(middleware):
    with override_settings(MIDDLEWARE=middleware):
        return WSGIHandler()


def paths(cookie, draft, sheet, visit, full):
    """{name: Asked}; `draft` is (agency, application's public id, cookie of its owner), `sheet` (judgement's public id, its assessor's),
    `visit` (its public id, those of its items, the cookie of who records it)."""
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
    found |= register_paths(hello)
    desk = replace(hello, address=f"/{SMALL}/admin/providers/", headers={"cookie": cookie}, times=6)
    inbox = replace(desk, address=f"/{SMALL}/accounts/inbox/", times=10)
    found |= {
        "desk list, 1k": desk,
        "desk list, 1k, page 10": replace(desk, address=f"{desk.address}?page=10"),
        "inbox": inbox,
        "inbox, page 5": replace(inbox, address=f"{inbox.address}?page=5"),
    }
    found |= applying(hello, *draft) | reviewing(hello, *sheet) | recording(hello, *visit)
    if full:
        large = replace(desk, address=f"/{LARGE}/admin/providers/")
        found |= {"desk list, 100k": large, "desk list, 100k, page 1000": replace(large, address=f"{large.address}?page=1000")}
    return found


def forget_checks():
    """Nothing is kept, and nobody has checked many codes."""
    public_pages.forget_pages()
    limits.forget("verify:127.0.0.1")


def register_paths(hello):
    """The public register of 1,000 entries: its list, one certificate, the check of a code."""
    register = replace(hello, address=f"/{SMALL}/register/")
    certificate = replace(hello, address=f"/{SMALL}/register/X{SIZES[SMALL]}-QC-2024-012/")
    check = replace(hello, address=f"/verify/{formatted(code_of(SIZES[SMALL] * 10_000_000 + 11))}/")
    words = replace(register, address=f"{register.address}?q=%EB%8B%A4%EC%86%9C&district=26110")
    found = {"register": register, "certificate": certificate, "verify": check}
    etag = once(register, environ_of(register))["ETag"]
    anew = {"times": 15, "before": public_pages.forget_pages}
    hits = {f"{name}, hit": path for name, path in found.items()}
    misses = {f"{name}, miss": replace(path, **anew) for name, path in found.items()}
    misses["verify, miss"] = replace(check, times=15, before=forget_checks)         # only its own questions are counted
    return (hits | misses
            | {"register, 304": replace(register, headers={"if-none-match": etag}, status=304),
               "register, page 25, miss": replace(register, address=f"{register.address}?page=25", **anew),
               "register, words, miss": replace(words, **anew)})


def applying(hello, agency, application, cookie):
    """A draft of 19 indicators and 100 documents: its list of tasks, one indicator, the saving by itself of one answer."""
    saved = count(0)
    answer = answer_in(agency, application)
    page = replace(hello, address=f"/{SMALL}/portal/applications/{application}/", headers={"cookie": cookie}, times=10)
    indicator = replace(page, address=f"/{SMALL}/portal/answers/{answer}/")
    return {
        "application page": page,
        "one of its indicators": indicator,
        "autosave": replace(indicator, headers=typing(cookie), times=30, form=lambda: {
            "rating": "meets", "explanation": f"{TYPED} {(version := next(saved))}", "version": version}),
    }


def reviewing(hello, judgement, cookie):
    """A sheet of 19 indicators in a case of 100 documents: one indicator in the workspace, the saving by itself of its judgement."""
    saved = count(0)
    page = replace(hello, address=f"/{SMALL}/assess/judgements/{judgement}/", headers={"cookie": cookie}, times=10)
    return {
        "review page": page,
        "judgement autosave": replace(page, headers=typing(cookie), times=30, form=lambda: {
            "verdict": "onsite", "reason_code": "in_practice", "reason": f"{TYPED} {(version := next(saved))}", "version": version}),
    }


def recording(hello, visit, items, cookie):
    """What the recorder sends at once: sixty operations of nineteen items."""
    return {"a visit's 60 operations": replace(hello, address=f"/{SMALL}/visits/{visit}/sync/", headers=typing(cookie), times=10,
                                               json=batches(items))}


def typing(cookie):
    """The headers of a page that saves by itself."""
    token = "a" * 32
    return {"cookie": f"{cookie}; {settings.CSRF_COOKIE_NAME}={token}", "x-csrftoken": token, "hx-request": "true"}


def lists(house):
    """The same twenty rows: with the agency's address alone, with its middleware past the walls, behind the walls."""
    middleware = [UNWALLED if one == AGENCY else one for one in settings.MIDDLEWARE]
    plain = Asked(handler(middleware), f"/{SMALL}/listing/", settings.OWNER_ROLE, times=60)
    agency = replace(plain, application=house)
    return {"list, plain": plain, "list, agency": agency, "list, agency and wall": replace(agency, role=settings.WEB_ROLE)}
