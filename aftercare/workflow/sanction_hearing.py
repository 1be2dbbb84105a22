"""The hearing of a sanction: moved with a reason, and noted once it was held or waived."""
from django.db import transaction
from django.utils.translation import gettext as _

from aftercare.models import Sanction, SanctionStatement
from aftercare.permissions import can_keep_sanction
from aftercare.queries.sanction import HEARING
from aftercare.sanction_stages import SanctionStage
from aftercare.workflow.sanction_letters import write_moved
from aftercare.workflow.sanction_origin import refuse_told
from aftercare.workflow.sanction_rules import lock_sanction, notice_until, refuse_ended, refuse_hearing
from core import clock
from core.wording import day_in_words
from core.workflow import move, record, refuse_if, require
from correspondence.workflow import close_deadlines, hold_day, notify

Heard = Sanction.Heard


@transaction.atomic
def move_hearing(sanction, *, hearing_at, hearing_place, reason, actor):
    """Another time or place; the effect comes after it all the same. Earlier than it was only with the provider's ten days from today."""
    certificate, sanction = lock_sanction(sanction)
    require(can_keep_sanction(actor, sanction))
    refuse_ended(certificate)
    refuse_if(sanction.stage != SanctionStage.NOTIFIED, _("This sanction does not wait for a hearing."))
    refuse_if(not reason.strip(), _("Write why it is moved: the provider reads it."), field="reason")
    refuse_told(sanction, actor, reason=reason)
    refuse_if(hearing_at <= clock.now(), _("This time has passed."), field="hearing_at")
    _refuse_late(sanction, clock.seoul(hearing_at).date())
    is_earlier = hearing_at < sanction.hearing_at
    refuse_hearing(hearing_at, max(sanction.notice_until, notice_until()) if is_earlier else sanction.notice_until)
    return _moved(sanction, hearing_at, hearing_place.strip(), reason.strip(), actor)


def _refuse_late(sanction, day):
    refuse_if(sanction.is_suspended_at_once and day > sanction.urgent_to,
              _("After an urgent suspension the hearing is held by %(day)s."), field="hearing_at",
              day=day_in_words(sanction.urgent_to) if sanction.urgent_to else "")


def _moved(sanction, hearing_at, hearing_place, reason, actor):
    was, sanction.hearing_at, sanction.hearing_place = sanction.hearing_at, hearing_at, hearing_place
    sanction.save(update_fields=["hearing_at", "hearing_place"])
    hold_day(sanction, kind=HEARING, on=sanction.hearing_on, actor=actor)
    write_moved(sanction, reason, actor=actor)
    record("sanction.hearing_moved", sanction, actor=actor, reason=reason, **{"from": was, "to": hearing_at})
    notify("sanction.hearing_moved", sanction, actor=actor, link=("portal_sanction", sanction.public_id), hearing=hearing_at,
           place=hearing_place, reason=reason)
    return sanction


@transaction.atomic
def note_hearing(sanction, *, heard, chair="", came="", minutes="", actor):
    """How the provider was heard: then those who took no part propose. Whoever waived the hearing in writing need not be waited for.
    `chair`: who conducted it, where it was not whom the notice named."""
    certificate, sanction = lock_sanction(sanction)
    require(can_keep_sanction(actor, sanction))
    refuse_ended(certificate)
    refuse_if(sanction.stage != SanctionStage.NOTIFIED, _("This sanction does not wait for a hearing."))
    said = SanctionStatement.everything.filter(sanction=sanction, kind="opinion", arrived_at__isnull=False).first()
    refuse_if(heard == Heard.WRITTEN and said is None, _("No written statement has been handed in."), field="heard")
    refuse_if(heard == Heard.ABSENT and said, _("The provider has handed in a written statement."), field="heard")
    waived = heard == Heard.WRITTEN and said.waives_hearing
    refuse_if(clock.now() < sanction.hearing_at and not waived, _("The time of the hearing has not come."))
    chair = chair.strip() or sanction.chair
    refuse_if(heard == Heard.HELD and not (minutes.strip() and came.strip() and chair),
              _("Write who conducted the hearing, who came, and its minutes."), field="minutes")
    sanction.heard, sanction.heard_at, sanction.heard_by = heard, clock.now(), actor.user
    sanction.chair_office = sanction.chair_office if chair == sanction.chair else ""         # the office is of whom the notice named
    sanction.chair, sanction.came, sanction.minutes = chair, came.strip(), minutes.strip()
    sanction.save(update_fields=["heard", "heard_at", "heard_by", "chair", "chair_office", "came", "minutes"])
    close_deadlines(sanction, kind=HEARING, actor=actor)
    record("sanction.heard", sanction, actor=actor, heard=heard, **move(sanction, SanctionStage.HEARD))
    return sanction
