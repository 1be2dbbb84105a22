"""Errands that tests ask for: they leave a mark, stall, fail or are overtaken."""
import os
import threading
import time

from django.db import connection
from django.urls import reverse

from accounts.actors import Actor
from accounts.models import Agency
from core import outbox
from core.audit import record
from core.tenancy import current_agency

OVERTAKEN = []


def leave_mark(**facts):
    """The effect that tests count."""
    record("mark.left", current_agency(), actor=Actor.system("errand"), home=reverse("home"), **facts)


def fail(*, sentence="it cannot be done"):
    leave_mark()
    raise ValueError(sentence)


def be_overtaken(*, agency, errand):
    """Stalls beyond its lease the first time; meanwhile another worker does it all."""
    if not OVERTAKEN:
        OVERTAKEN.append(True)
        place = Agency.objects.get(pk=agency)
        other = threading.Thread(target=lambda: (outbox.run(place, errand), connection.close()))
        other.start()
        other.join()
    leave_mark()


def stall(*, marker, seconds):
    """Stands still the first time, after its effect and before its completion."""
    leave_mark()
    with open(marker, "a") as file:
        file.write("x")
    if os.path.getsize(marker) == 1:
        time.sleep(seconds)
