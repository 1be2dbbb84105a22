"""Blocks of requests in turn, in one process: what each costs in CPU and by the clock, and how many statements it sends."""
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

ROUNDS = 15
CONTROL = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")


@dataclass(frozen=True)
class Asked:
    """One address, asked again and again."""

    application: Callable
    address: str
    role: str                               # as whom the database is asked
    headers: dict = field(default_factory=dict)
    status: int = 200
    times: int = 150                        # requests a block
    before: Callable = lambda: None         # what must have happened before each request
    form: Callable | None = None            # what is posted, asked anew for each request; None: it is a GET
    json: Callable | None = None            # the same for a text in JSON


def environ_of(asked):
    """A request that is used once: what is posted can be read once."""
    factory = RequestFactory(headers={"host": "localhost", **asked.headers})
    if asked.json is not None:
        return factory.post(asked.address, asked.json(), content_type="application/json").environ
    if asked.form is None:
        return factory.get(asked.address).environ
    return factory.post(asked.address, urlencode(asked.form()), content_type="application/x-www-form-urlencoded").environ


def once(asked, environ):
    """As a server does it: the body read, the answer closed. Returns the answer's headers."""
    asked.before()
    said = {}
    response = asked.application(dict(environ), lambda status, headers, *_: said.update(headers, status=status))
    b"".join(response)
    response.close()
    if not said["status"].startswith(str(asked.status)):
        raise SystemExit(f"poom: {asked.address} answered {said['status']}")
    return said


def stand_as(role):
    if connection.settings_dict["USER"] != role:
        connection.close()
        connection.settings_dict["USER"] = role


def block(asked):
    """(seconds by the clock, seconds of this process's CPU) a request."""
    stand_as(asked.role)
    once(asked, environ_of(asked))          # the connection and the caches are there before the clock starts
    environs = [environ_of(asked) for _ in range(asked.times)]
    wall, cpu = time.perf_counter(), time.process_time()
    for environ in environs:
        once(asked, environ)
    return (time.perf_counter() - wall) / asked.times, (time.process_time() - cpu) / asked.times


def in_turn(everything, rounds=ROUNDS):
    """{name: [(clock, CPU), one pair a round]}: what disturbs the machine for a while disturbs all of them alike."""
    spent = {name: [] for name in everything}
    for turn in range(rounds):
        for name in list(everything) if turn % 2 else reversed(everything):
            spent[name].append(block(everything[name]))
    return spent


def ratio(of, to, column):
    """The median over the rounds of one divided by the other; column 0 is the clock, 1 is CPU."""
    return statistics.median(one[column] / other[column] for one, other in zip(of, to, strict=True))


def statements(asked):
    """How many a warm request sends, BEGIN and its like left out, telling PostgreSQL the agency counted."""
    stand_as(asked.role)
    once(asked, environ_of(asked))
    environ = environ_of(asked)
    with CaptureQueriesContext(connection) as caught:
        once(asked, environ)
    return sum(not query["sql"].startswith(CONTROL) for query in caught)
