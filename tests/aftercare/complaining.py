"""A complaint about the provider of the cast, as its reporter sends it from a page; in whose hands it is."""
import re
from types import SimpleNamespace

import pytest

from accounts.actors import Actor
from aftercare import workflow
from aftercare.models import Complaint
from core import clock
from core.tenancy import within
from providers.models import Offering
from tests.certification.conftest import seoul
from tests.certification.test_register_pages import made

NAME, CONTACT, FILE = "카나리아김제보", "canary-reporter@example.org", "카나리아사진.pdf"
WORDS = "지난주 화요일 오후에 이용자에게 큰 소리로 말하는 것을 보았습니다."
CITIZEN = Actor.public()
FOLLOW = "/busan/tell/follow/?lang=en"


@pytest.fixture
def that_day():
    with clock.travel(seoul(2026, 10, 14, 9)):
        yield


@pytest.fixture
def certified(busan):
    with within(busan.agency):
        offering = Offering.everything.get(site__provider=busan.provider)
    return made(busan, "다솜", offering=offering, provider=busan.provider)


def form_at(client, address):
    """What the page's hidden fields hold."""
    return re.search(r'name="token" value="([^"]+)"', client.get(address).content.decode())[1]


def sent(client, certificate, files=(), token=None, **typed):
    """A complaint posted as a browser does. Returns the answer."""
    address = f"/busan/register/{certificate.number}/complaint/?lang=en"
    typed = {"token": token or form_at(client, address), "category": "treatment", "words": WORDS, "website": ""} | typed
    return client.post(address, typed | ({"files": list(files)} if files else {}))


def code_in(answer):
    found = re.search(r'receipt-code code">([0-9A-Z-]+)<', answer.content.decode())
    return found and found[1]


def body_of(answer):
    """Read to its end, so that a file served is let go."""
    return (b"".join(answer.streaming_content) if answer.streaming else answer.content).decode(errors="replace")


def words_of(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def only(place):
    with within(place.agency):
        return Complaint.everything.select_related("provider", "deadline", "certificate").get()


def named(**more):
    return {"name": NAME, "contact": CONTACT, "consents": "on"} | more


def in_hand(place, complaint, officer=None, manager=None):
    """Admitted: the cast's officer is in charge."""
    with within(place.agency):
        return workflow.admit_complaint(complaint, officer=officer or place.officer, manager=manager, actor=Actor.of(place.officer))


def told(place, client, certificate, **typed):
    """(the complaint, its code)"""
    answer = sent(client, certificate, **typed)
    return SimpleNamespace(row=only(place), code=code_in(answer))
