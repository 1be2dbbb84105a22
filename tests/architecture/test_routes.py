"""Every address: who may open it, what a stranger gets, and that a foreign row is an unknown row, for everybody and every method."""
import logging
import os
import re
from http.cookies import SimpleCookie
from itertools import cycle
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.contrib import admin
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from accounts.guards import Who
from accounts.models import Membership
from core.addresses import addressed
from core.tenancy import within
from tests import remembered
from tests.architecture import routes
from tests.architecture import world as w
from tests.architecture.routes import AGENCY, KNOWN, NATION, NUMBERED, OPEN_TO_ALL, OWN, blanks, guard_for, row_model
from tests.architecture.sources import for_each
from tests.cast import STAFF

EVERYBODY = ["citizen", "owner", "colleague", "neighbour", "operator", *map(str, STAFF),
             *[f"stranger {who}" for who in ("officer", "director", "admin", "auditor", "owner")],
             *[f"central {who}" for who in ("officer", "manager", "admin")]]
FULL = bool(os.environ.get("FULL"))
# who has rows of their own, who must not see them, who reads as a citizen: they walk every address that lets them in
ALWAYS = {"citizen", "owner", "neighbour", "officer", "assessor", "committee"}
FROM_ELSEWHERE = [who for who in EVERYBODY if who.startswith(("stranger", "central"))]      # one of them at each address
TURNS = {"page": 1, "nothing": 1, "403": 1, "sign-in": 1}   # of all others who are told the same at an address so many; with FULL=1 all
AT_THE_PORTAL = {"owner", "colleague", "neighbour", "officer", "manager", "admin", "auditor"}       # to others all is unknown there
AGENCY_OURS = [(name, pattern) for name, pattern in AGENCY if not name.startswith("admin:sample_")]      # those are walked by tests/core
TOKEN = re.compile(r'(name="csrfmiddlewaretoken" value=|"X-CSRFToken": )"[^"]+"')


@pytest.fixture(autouse=True)
def quiet(caplog):
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


# ---- classified

@for_each(AGENCY + NATION)
def test_every_address_says_who_may_open_it(name, pattern):
    guard = guard_for(name, pattern)
    assert guard is not None, f"{name} opens to nobody: give its view a guard"
    assert guard.who != Who.OPERATOR or (name, pattern) in NATION
    assert guard.who != Who.STAFF or (name, pattern) in AGENCY


@for_each(AGENCY + NATION)
def test_every_blank_in_an_address_is_known_to_these_tests(name, pattern):
    if blanks(pattern):
        assert name in OWN or name in NUMBERED or name in KNOWN or (row_model(name) in w.ADMIN_ROWS or name.startswith("admin:(")), \
            f"say in tests/architecture/routes.py what stands in {name}'s blanks: {blanks(pattern)}"


def test_every_table_of_the_desk_is_known_to_these_tests():
    assert {f"{model._meta.app_label}_{model._meta.model_name}" for model in admin.site._registry} <= w.ADMIN_ROWS


@pytest.mark.parametrize("table", [settings.AGENCY_URLCONF, settings.ROOT_URLCONF])
def test_both_tables_have_the_pages_for_failures(table):
    module = __import__(table, fromlist=["x"])
    assert {getattr(module, f"handler{code}") for code in (400, 403, 404, 500)} == {
        "core.failures.bad_request", "core.failures.permission_denied", "core.failures.page_not_found", "core.failures.server_error"}


def test_no_serial_number_stands_in_an_address():
    """The admin's own addresses and an agency's slug excepted."""
    for name, pattern in AGENCY + NATION:
        kinds = {type(converter).__name__ for converter in pattern.pattern.converters.values()}
        assert name.startswith("admin:") or kinds <= {"UUIDConverter", "StringConverter", "SlugConverter"}, name


# ---- walked

def address_of(name, kwargs, place=None):
    with addressed(place.agency.prefix if place else "/", settings.AGENCY_URLCONF if place else settings.ROOT_URLCONF):
        return reverse(name, kwargs=kwargs)


def variants(name, pattern, world):
    """{own, foreign, unknown} → (kwargs, what is echoed), or {any: …} where no row stands in the address."""
    if name.startswith("admin:("):
        return {}
    if name in OWN:
        ids = {"own": getattr(world.own, OWN[name]).public_id, "foreign": getattr(world.foreign, OWN[name]).public_id,
               "unknown": routes.UNKNOWN_UUID}
        return {which: ({"public_id": public_id}, public_id) for which, public_id in ids.items()}
    if name in NUMBERED:
        numbers = {"own": getattr(world.own, NUMBERED[name]).number, "foreign": getattr(world.foreign, NUMBERED[name]).number,
                   "unknown": routes.UNKNOWN_NUMBER}
        return {which: ({"number": number}, number) for which, number in numbers.items()}
    if row_model(name) in w.ADMIN_ROWS and "object_id" in blanks(pattern):
        ids = {"own": world.own.first, "foreign": world.foreign.first, "unknown": routes.UNKNOWN_ROW}
        return {which: ({"object_id": pk}, pk) for which, pk in ids.items()}
    return {"any": (KNOWN.get(name, {}), "no echo")}


def test_a_changed_row_of_another_agency_is_found(world):
    """The walks below could not fail otherwise."""
    def changing(address):
        with within(world.daegu.agency):
            Membership.everything.filter(pk=world.foreign.membership.pk).update(role="auditor")
        return HttpResponse()

    browser = SimpleNamespace(cookies=SimpleCookie(), post=changing)
    assert ask(browser, "post", "/", world, watch=True)[2] is True
    browser.post = lambda address: HttpResponse()
    assert ask(browser, "post", "/", world, watch=True)[2] is False


def body_of(answer):
    return (b"".join(answer.streaming_content) if answer.streaming else answer.content).decode(errors="replace")


def masked(answer, body, echo):
    seen = (answer.status_code, answer.get("Location", ""), answer.get("Content-Type", ""), answer.get("Content-Disposition", ""),
            TOKEN.sub("TOKEN", body))
    return tuple(str(part).replace(str(echo), "ID") for part in seen)


def expected(guard, user, who, *, at_agency):
    """What the guard alone says: a page, the way to sign-in, or 403."""
    if guard.who in (Who.EVERYBODY, Who.DOOR):
        return "page"
    if user is None:
        return "sign-in"
    roles = {who} if at_agency and who in map(str, STAFF) else set()
    if guard.who == Who.STAFF:
        wanted = {str(role) for role in guard.roles} or {"officer", "manager", "director", "trainer", "auditor", "admin", "observer"}
        return "page" if roles & wanted else "403"
    if guard.who == Who.OPERATOR:
        return "page" if user.is_operator else "403"
    return "page"


def judge(answer, guard_says, label):
    to_sign_in = answer.status_code == 302 and "/accounts/login/?" in answer.get("Location", "")
    if answer.status_code >= 500:
        return [f"{label}: {answer.status_code}"]
    if guard_says == "sign-in" and not to_sign_in:
        return [f"{label}: a citizen got {answer.status_code}"]
    if guard_says == "403" and answer.status_code != 403:
        return [f"{label}: {answer.status_code} instead of 403"]
    if guard_says == "page" and to_sign_in:
        return [f"{label}: sent to sign-in"]
    return []


def ask(client, method, address, world, *, watch):
    """(answer, body, whether Daegu's rows changed), all undone."""
    kept = client.cookies.get("session")
    client.cookies.clear()                          # a sign-out that was undone must not take the browser's cookie along
    if kept:
        client.cookies["session"] = kept.value
    session = kept and kept.value
    before = watch and remembered.written()
    with w.undone():
        answer = getattr(client, method)(address)
        body = body_of(answer)
        changed = watch and any(rows != world.untouched[table] for table, rows in w.digests(world.daegu, w.written_since(before)).items())
    if session:
        client.cookies["session"] = session
    return answer, body, changed


def not_theirs(who, user):
    """What may stand in no page at Busan that this person opens: texts of Daegu, of Busan for who is nobody there, of other providers."""
    hidden = "cnry-daegu"
    if who.startswith(("stranger", "central")) or who in ("operator", "citizen"):
        hidden = "cnry-(?:daegu|busan)"
    if who == "neighbour":
        hidden = "cnry-(?:daegu|busan-(?:provider|owner|colleague))"
    return lambda body: re.findall(rf"(?i){hidden}[\w-]*", body.replace(str(user), "") if user else body)


def shown_by_right(name, word):
    """A certificate's page says of every place of its provider whether it is certified."""
    return name == "register_entry" and "-site" in word.lower()


def told(who, name, guard, world, *, at_agency):
    """What `expected` says; "nothing" where the guard lets in who has nothing there."""
    says = expected(guard, world.cast[who], who, at_agency=at_agency)
    return "nothing" if says == "page" and name.startswith("portal_") and who not in AT_THE_PORTAL else says


def turn_of(who, place, name, guard, world, *, at_agency=True):
    """0: walks it whole; a higher number: only what is their own; None: others of those who are told the same walk it. Who walks which
    changes from address to address; those of ALWAYS walk a third of them whole, and somebody walks each."""
    if FULL:
        return 0
    says = told(who, name, guard, world, at_agency=at_agency)
    always = says == "page" and (who in ALWAYS or who == FROM_ELSEWHERE[place % len(FROM_ELSEWHERE)])
    if always and (place + EVERYBODY.index(who)) % 3 == 0:
        return 0
    peers = [other for other in EVERYBODY if told(other, name, guard, world, at_agency=at_agency) == says]
    turn = (peers.index(who) - place) % len(peers)
    return turn if always or turn < TURNS[says] else None


def walks(name, pattern, world, guard_says, turn):
    """Which of own, foreign and unknown are asked for, by GET and POST. A guard has looked at no row: one is enough."""
    asked = variants(name, pattern, world)
    if "foreign" in asked and not FULL:
        several = ("foreign",) if guard_says != "page" else ("own", "foreign", "unknown") if turn == 0 else ("own",)
        return [(method, which, asked[which]) for which in several for method in ("get", "post")]
    return [(method, which, blanks) for which, blanks in asked.items() for method in ("get", "post")]


@pytest.mark.parametrize("who", EVERYBODY)
def test_at_an_agency_each_guard_holds_and_a_foreign_row_is_an_unknown_row(who, world):
    user, client, wrong = world.cast[who], world.browsers[who], []
    leaks = not_theirs(who, user)
    for place, (name, pattern) in enumerate(AGENCY_OURS):
        guard = guard_for(name, pattern)
        if (turn := turn_of(who, place, name, guard, world)) is None:
            continue
        says, answers = expected(guard, user, who, at_agency=True), {}
        for method, which, (kwargs, echo) in walks(name, pattern, world, says, turn):
            label, watch = f"{method} {name} {which}", method == "post" and which != "own"
            answer, body, changed = ask(client, method, address_of(name, kwargs, world.busan), world, watch=watch)
            answers[method, which] = masked(answer, body, echo)
            wrong += judge(answer, says, label)
            wrong += [f"{label}: shows {word}" for word in leaks(body) if not shown_by_right(name, word)]
            wrong += [f"{label}: changed a foreign row"] * bool(changed)
            not_hers = which == "own" and who == "neighbour" and name not in OPEN_TO_ALL
            if answer.status_code == 200 and (which in ("foreign", "unknown") or not_hers):
                wrong.append(f"{label}: 200 for a row that is not theirs")
        wrong += [f"{method} {name}: foreign differs from unknown" for method in ("get", "post")
                  if (method, "unknown") in answers and answers[method, "foreign"] != answers[method, "unknown"]]
    assert wrong == []


def is_shown_nationally(name, who, word):
    """The operator's accounts; to whoever works at Busan their own work there; to everybody whose criteria are published."""
    own = name == "my_work" and who in ("assessor", "committee") and word.lower().startswith("cnry-busan")
    criteria = name == "api_frameworks"
    return own or criteria or (who == "operator" and name == "accounts_of_nation")


@pytest.mark.parametrize("who", EVERYBODY)
def test_at_the_national_site_each_guard_holds_and_no_agencys_rows_show(who, world):
    user, client, wrong = world.cast[who], world.browsers[who], []
    for place, (name, pattern) in enumerate(NATION):
        guard = guard_for(name, pattern)
        if turn_of(who, place, name, guard, world, at_agency=False) is None:
            continue
        for kwargs, _echo in variants(name, pattern, world).values():
            for method in ("get", "post"):
                answer, body, changed = ask(client, method, address_of(name, kwargs), world, watch=method == "post")
                if name != "healthz":           # it may say 503
                    wrong += judge(answer, expected(guard, user, who, at_agency=False), f"{method} {name}")
                others = re.findall(r"(?i)cnry-[\w-]*", body.replace(str(user), "") if user else body)
                wrong += [f"{method} {name}: shows {word}" for word in others if not is_shown_nationally(name, who, word)]
                # one's sessions end, and each agency one belongs to has it in its record
                is_own = name == "end_other_sessions" and who.startswith("stranger")
                wrong += [f"{method} {name}: changed a row"] * bool(changed and not is_own)
    assert wrong == []


@pytest.mark.parametrize("who", ["citizen", "admin", "operator"])
def test_no_unsafe_request_passes_without_its_token(who, world):
    """At every address that answers to a post; each is asked by one of the three, with FULL=1 by all."""
    strict = Client(enforce_csrf_checks=True, raise_request_exception=False)
    strict.cookies = world.browsers[who].cookies
    wrong, mine = [], slice(None) if FULL else slice(["citizen", "admin", "operator"].index(who), None, 3)
    for table, place in ((AGENCY_OURS, world.busan), (NATION, None)):
        for name, pattern in table[mine]:
            for which, (kwargs, _echo) in variants(name, pattern, world).items():
                if which in ("own", "any"):
                    answer, _body, _changed = ask(strict, "post", address_of(name, kwargs, place), world, watch=False)
                    wrong += [f"{name}: {answer.status_code}"] * (answer.status_code != routes.WITHOUT_TOKEN.get(name, 403))
    assert wrong == []


def test_no_other_method_does_anything_without_a_token(world):
    strict, methods = Client(enforce_csrf_checks=True, raise_request_exception=False), cycle(["put", "patch", "delete"])
    strict.cookies = world.browsers["admin"].cookies
    for name, pattern in AGENCY_OURS:
        for which, (kwargs, _echo) in variants(name, pattern, world).items():
            if which in ("own", "any"):
                answer, _body, _changed = ask(strict, next(methods), address_of(name, kwargs, world.busan), world, watch=False)
                assert answer.status_code == routes.WITHOUT_TOKEN.get(name, 403), name
