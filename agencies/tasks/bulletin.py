"""Bulletins at each agency: counted before they are sent, handed round, corrected, withdrawn and reminded of. By state."""
from celery import shared_task
from django.db.models import F

from accounts.actors import Actor
from agencies.models import BulletinDelivery, BulletinFile, BulletinReminder, PaperFile
from agencies.stages import BulletinStage
from agencies.workflow.bulletin_sent import note_scan
from agencies.workflow.reading import count_readers, hand_round, notice_reminder, tell_withdrawn
from core.tasks import carried_on, every_agency
from core.tenancy import within

FOLLOWING = Actor.system("bulletins")
AT_ONCE = 100                           # of each kind in one run


@shared_task
def follow_bulletins():
    """What no beat did is done by the next. Returns how much was done."""
    return sum(follow_at(agency) for agency in every_agency() if not agency.is_closed)


def follow_at(agency):
    """At one agency, Central included."""
    with within(agency):
        work = [(do, list(rows[:AT_ONCE])) for do, rows in _waiting_at(agency)]
    return sum(sum(bool(carried_on(agency, do, row, actor=FOLLOWING)) for row in rows) for do, rows in work)


def _waiting_at(agency):
    here = BulletinDelivery.everything.filter(addressed=agency).order_by("pk")
    told = here.filter(told_edition__gt=0, told_withdrawn_at=None)
    files = {model: model.everything.filter(agency=agency, scan="waiting").exclude(file__scan__state="waiting").order_by("pk")
             for model in (BulletinFile, PaperFile)}
    return [
        (count_readers, here.filter(persons=None, sent_at=None)),
        (hand_round, here.filter(sent_at__isnull=False, bulletin__stage=BulletinStage.SENT, bulletin__edition__gt=F("told_edition"))),
        (tell_withdrawn, told.filter(bulletin__stage=BulletinStage.WITHDRAWN)),
        (notice_reminder, BulletinReminder.everything.filter(addressed=agency, noticed_at=None).order_by("pk")),
        *((note_scan, rows) for rows in files.values()),
    ]
