"""Jobs of complaints: a word to the reporter that there is news; closing and forgetting after a time."""
from email.utils import formataddr, parseaddr

from celery import shared_task
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.core.mail import EmailMessage
from django.core.validators import validate_email
from django.template.loader import render_to_string
from django.utils import translation

from accounts.actors import Actor
from aftercare import workflow
from aftercare.complaint_stages import ComplaintStage
from aftercare.models import ComplaintIdentity
from aftercare.models.complaint import KEPT_MONTHS
from aftercare.queries.complaint import long_answered
from core import clock
from core.addresses import absolute_url
from core.calendar import months_before
from core.files import path_of
from core.models import StoredFile
from core.tasks import carried_on, every_agency
from core.tenancy import within
from correspondence.mail import NotAccepted, hand_over

FORGETTING = Actor.system("reporters forgotten after a time")


def write_to_reporter(*, complaint_id):
    """To the e-mail address that was left, if one was: that there is news under the code. No word of it, and nothing about whom."""
    who = ComplaintIdentity.everything.filter(complaint=complaint_id).select_related("complaint", "agency").first()
    if who is None or not is_address(who.contact):
        return
    try:
        hand_over(message_to(who))
    except NotAccepted as refusal:
        if not refusal.for_good:                # what the server said names the address, and stuck work is read by others
            raise NotAccepted(RuntimeError("the mail server has not taken a message to a reporter")) from None


def is_address(text):
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True


def message_to(who):
    agency, complaint = who.agency, who.complaint
    with translation.override(complaint.language):
        words = {"agency": agency, "phone": agency.phone, "link": absolute_url(agency, "follow_complaint")}
        return EmailMessage(
            subject=" ".join(render_to_string("emails/complaint_news_subject.txt", words).split()),
            body=render_to_string("emails/complaint_news.txt", words),
            from_email=formataddr((" ".join(agency.name.split()), parseaddr(settings.DEFAULT_FROM_EMAIL)[1])), to=[who.contact],
            headers={"Auto-Submitted": "auto-generated"})


@shared_task
def forget_reporters():
    """At each agency: what was answered a month ago is closed; who told what was closed half a year ago is erased. Returns how many."""
    return sum(forget_at(agency) for agency in every_agency())


def forget_at(agency):
    with within(agency):
        answered, told = list(long_answered()), list(reporters_to_forget())
    for complaint in answered:
        carried_on(agency, workflow.close_complaint, complaint, actor=FORGETTING)
    return sum(bool(carried_on(agency, workflow.erase_reporter, identity, actor=FORGETTING)) for identity in told)


def reporters_to_forget():
    """Who told what was closed half a year ago: read by nobody, and so not by way of the door."""
    before = clock.day_start(months_before(clock.today(), KEPT_MONTHS))
    closed = {"complaint__stage": ComplaintStage.CLOSED, "complaint__closed_at__lt": before}
    return ComplaintIdentity.everything.filter(**closed, erased_at=None).order_by("pk")


def delete_reporter_files(*, file_ids):
    """The bytes of what a forgotten reporter gave along. Deleted twice is deleted once."""
    for file in StoredFile.everything.filter(pk__in=file_ids):
        default_storage.delete(path_of(file))
