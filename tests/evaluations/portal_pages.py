"""The provider's pages as the tests ask for them: addresses, words, people signed in."""
import re
from datetime import timedelta

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from core import clock
from core.tenancy import within
from evaluations.models import Answer


def to(*parts, place="busan", lang="en"):
    return f"/{place}/portal/" + "".join(f"{part}/" for part in parts) + f"?lang={lang}"


def words_of(response):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def answers_of(path):
    with within(path.place.agency):
        return list(Answer.everything.filter(application=path.application).order_by("indicator__position"))


def typed(answer, **other):
    """What the form sends for this answer; other fields by name."""
    return {"rating": answer.rating, "explanation": answer.explanation, "version": answer.version, "do": "save"} | other


def pledged(shows_head_name="no"):
    """What the form of pledge and consents sends."""
    return {"agreed": "on", "personal_data": "on", "asks_authorities": "yes", "shows_head_name": shows_head_name}


def an_hour_passes(get_response):
    """A middleware of a slow house: between the arrival and the view."""
    def slow(request):
        with clock.travel(clock.now() + timedelta(hours=1)):
            return get_response(request)
    return slow


def queries_of(client, address):
    """How many statements touch rows; the frame of the transaction is the same for every page."""
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    return sum(not re.match(r"SAVEPOINT|RELEASE|SELECT set_config", query["sql"]) for query in asked)
