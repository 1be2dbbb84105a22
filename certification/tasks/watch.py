"""Jobs of those who are told of changes by e-mail."""
import logging

from celery import shared_task

from accounts.actors import Actor
from certification import watch_mail, workflow
from certification.models import Watch
from certification.queries import news_between
from core import clock
from core.addresses import at_home_of
from core.tasks import every_agency
from core.tenancy import within
from correspondence.mail import NotAccepted, hand_over

WATCHES = Actor.system("notices of changes")
TOLD_FROM = 8                                   # o'clock in Seoul: nobody's telephone sounds at night
logger = logging.getLogger(__name__)


def send_watch_confirmation(*, watch_id, mark):
    """Whether the address wants it, asked once; nothing if it was taken back or answered meanwhile."""
    watch = Watch.everything.filter(pk=watch_id, confirmed_at=None).select_related("entry__service_type", "agency").first()
    if watch:
        deliver_to(watch, watch_mail.confirmation(watch, mark))


def send_watch_digest(*, news, mark):
    """`news`: {watch's key: [its place in the feed before, and after]}. Who has stopped meanwhile gets nothing."""
    rows = Watch.everything.filter(pk__in=[int(pk) for pk in news]).exclude(confirmed_at=None)
    rows = rows.select_related("entry__service_type", "agency").order_by("entry__provider_name", "pk")
    told = [(watch, changes) for watch in rows if (changes := news_between(watch, *news[str(watch.pk)]))]
    if told:
        deliver_to(told[0][0], watch_mail.digest(told, mark))


def deliver_to(watch, message):
    """An address that the mail server refuses for good is erased."""
    try:
        hand_over(message)
    except NotAccepted as refusal:
        if not refusal.for_good:
            raise
        workflow.stop_watches(watch.reader, actor=WATCHES)


@shared_task
def tell_watchers():
    """At most one message a day to each address, about all since the last one. Returns how many were asked for."""
    return sum(tell_at(agency) for agency in every_agency()) if clock.seoul(clock.now()).hour >= TOLD_FROM else 0


def tell_at(agency):
    """Each address by itself: one that fails holds up nobody else's."""
    with within(agency):
        readers, told = workflow.readers_with_news(actor=WATCHES), 0
    for reader in readers:
        try:
            with within(agency), at_home_of(agency):
                told += workflow.tell_reader(reader, actor=WATCHES)
        except Exception:                                       # whatever is wrong with this one
            logger.exception("Notices of changes at agency %s were not sent", agency.pk)
    return told


@shared_task
def erase_watches():
    """What was not confirmed within two days, and what watches what is long over. Returns how many."""
    erased = 0
    for agency in every_agency():
        with within(agency):
            erased += workflow.erase_watches(actor=WATCHES)
    return erased
