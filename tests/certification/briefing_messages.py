"""What people who registered for a briefing find in their mailboxes."""
import re

from django.core import mail

from certification import tasks
from core.models import Errand
from core.tenancy import within

TASK = "certification.tasks.send_briefing_mail"


def kinds(place=None):
    """The kinds of message asked for so far, in their order."""
    rows = Errand.everything.filter(task=TASK, **({"arguments__place_id": place.pk} if place else {}))
    return [errand.arguments["kind"] for errand in rows.order_by("pk")]


def deliver(place):
    """Send what waits at this agency, each once. Returns the messages that left now."""
    before = len(mail.outbox)
    with within(place.agency):
        for errand in Errand.everything.filter(task=TASK, done_at=None).order_by("pk"):
            tasks.send_briefing_mail(**errand.arguments)
            Errand.everything.filter(pk=errand.pk).update(done_at="2026-01-01T00:00Z")
    return mail.outbox[before:]


def link_in(message):
    return re.search(r"/busan/rounds/places/[^\s]+/", message.body).group()
