"""Jobs of briefings: messages, reminders, and the end of what people typed."""
import logging
from datetime import timedelta

from celery import shared_task

from accounts.actors import Actor
from certification import workflow
from certification.briefing_mail import compose, has_something_to_say
from certification.models import Briefing, BriefingPlace
from core import clock
from core.addresses import at_home_of
from core.tasks import every_agency
from core.tenancy import within
from correspondence.mail import NotAccepted, hand_over

BRIEFINGS = Actor.system("briefings")
logger = logging.getLogger(__name__)


def send_briefing_mail(*, place_id, kind, mark):
    """One message to somebody who registered. What the server refuses for good is noted for staff; else it is tried again."""
    place = BriefingPlace.everything.select_related("briefing__round", "agency").get(pk=place_id)
    if not has_something_to_say(kind, place):
        return
    try:
        hand_over(compose(kind, place, mark))
    except NotAccepted as refusal:
        if not refusal.for_good:
            raise
        workflow.note_mail_error(place, str(refusal), actor=BRIEFINGS)


@shared_task
def remind_of_briefings():
    """The day before, at each agency. Returns how many people were reminded."""
    return sum(remind_at(agency) for agency in every_agency())


def remind_at(agency):
    """A briefing whose reminders fail holds up nobody else's."""
    now, told = clock.now(), 0
    with within(agency):
        near = Briefing.everything.filter(agency=agency, starts_at__gt=now, starts_at__lt=now + timedelta(days=2), called_off_at=None,
                                          round__published_at__isnull=False)
        near = list(near.order_by("starts_at", "pk"))
    for briefing in near:
        try:
            with within(agency), at_home_of(agency):
                told += workflow.remind_of_briefing(briefing, actor=BRIEFINGS)
        except Exception:                                       # whatever is wrong with this one
            logger.exception("Reminders of briefing %s of agency %s were not sent", briefing.public_id, agency.pk)
    return told


@shared_task
def erase_briefing_places():
    """What people typed for a briefing ends six months after it. Returns how many registrations were erased."""
    erased = 0
    for agency in every_agency():
        with within(agency):
            erased += workflow.erase_places(actor=BRIEFINGS)
    return erased
