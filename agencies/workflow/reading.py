"""What an agency's own job and its people do with a bulletin: counted, handed round, read, confirmed, reminded of."""
from django.db import transaction
from django.utils.translation import gettext as _

from agencies.bulletin_notices import CONFIRM
from agencies.models import BulletinDelivery, Reading
from agencies.models.reading import UNDONE
from agencies.network_permissions import can_follow_bulletins
from agencies.stages import BulletinStage
from agencies.workflow.addressing import addressed_here
from core import clock
from core.tenancy import current_agency, current_agency_id
from core.workflow import lock, record, refuse_if, require
from correspondence.workflow import close_deadlines, hold_day, notify


@transaction.atomic
def count_readers(delivery, *, actor):
    """How many it would reach here: all that Central learns before it is sent."""
    require(can_follow_bulletins(actor))
    delivery = lock(delivery)
    if delivery.persons is not None or delivery.sent_at:
        return False
    delivery.persons = addressed_here(delivery).count()
    delivery.save(update_fields=["persons"])
    return True


@transaction.atomic
def hand_round(delivery, *, actor):
    """The persons who are meant here are named, as of the first edition, and told of each. Twice is once."""
    require(can_follow_bulletins(actor))
    delivery = lock(delivery)
    bulletin = delivery.bulletin
    if bulletin.stage != BulletinStage.SENT or delivery.told_edition >= bulletin.edition:
        return False
    is_first = delivery.told_edition == 0
    if is_first:
        _name_readers(delivery)
    delivery.told_edition = bulletin.edition
    delivery.save(update_fields=["told_edition", "persons"])
    people = Reading.everything.filter(bulletin=bulletin, agency=current_agency_id())
    if bulletin.confirm_by and bulletin.confirm_by >= clock.today() and people.exists():
        hold_day(bulletin, kind=CONFIRM, on=bulletin.confirm_by, actor=actor)
    else:
        close_deadlines(bulletin, kind=CONFIRM, actor=actor, outcome="not_asked")
    if is_first:
        notify("bulletin.sent", bulletin, actor=actor, link=_link(bulletin))
    else:
        change = bulletin.editions.get(number=bulletin.edition)
        notify("bulletin.corrected", bulletin, actor=actor, link=_link(bulletin),
               change={"ko": change.change_ko, "en": change.change_en or change.change_ko})
    return True


def _name_readers(delivery):
    people, here = list(addressed_here(delivery)), current_agency()
    Reading.everything.bulk_create(
        Reading(bulletin_id=delivery.bulletin_id, central_id=delivery.agency_id, user=one, name=str(one), agency_name=here.name_ko)
        for one in people)
    delivery.persons = len(people)


@transaction.atomic
def tell_withdrawn(delivery, *, actor):
    """It is no more: its people hear why, and nobody is reminded of it. Twice is once."""
    require(can_follow_bulletins(actor))
    delivery = lock(delivery)
    if not delivery.bulletin.is_withdrawn or delivery.told_withdrawn_at:
        return False
    delivery.told_withdrawn_at = clock.now()
    delivery.save(update_fields=["told_withdrawn_at"])
    close_deadlines(delivery.bulletin, kind=CONFIRM, actor=actor, outcome="withdrawn")
    notify("bulletin.withdrawn", delivery.bulletin, actor=actor, link=_link(delivery.bulletin), reason=delivery.bulletin.withdrawn_because)
    return True


@transaction.atomic
def notice_reminder(reminder, *, actor):
    """Those here who have not read it by now are told; whoever has meanwhile is left in peace. Twice is once."""
    require(can_follow_bulletins(actor))
    reminder = lock(reminder)
    if reminder.noticed_at:
        return False
    reminder.noticed_at = clock.now()
    reminder.save(update_fields=["noticed_at"])
    if reminder.bulletin.stage == BulletinStage.SENT:
        notify("bulletin.reminded", reminder.bulletin, actor=actor, link=_link(reminder.bulletin))
    return True


@transaction.atomic
def note_read(bulletin, *, actor):
    """Whoever is addressed has opened it: the first time of each edition counts. Returns the reading, None for anybody else."""
    mine = _mine(bulletin, actor)
    if mine is None or bulletin.stage != BulletinStage.SENT or mine.read_edition >= bulletin.edition:
        return mine
    mine = lock(mine)
    if mine.read_edition < bulletin.edition:
        mine.read_edition, mine.read_at = bulletin.edition, clock.now()
        mine.save(update_fields=["read_edition", "read_at"])
        _settle(bulletin, actor)
    return mine


@transaction.atomic
def confirm_bulletin(bulletin, *, seen, actor):
    """Asked for by a day; late is better than never. `seen`: the edition that was on the screen."""
    mine = _mine(bulletin, actor)
    require(mine is not None)
    refuse_if(bulletin.stage != BulletinStage.SENT, _("This bulletin was withdrawn."))
    refuse_if(bulletin.confirm_by is None, _("This bulletin asks for no confirmation."))
    refuse_if(seen != bulletin.edition, _("This bulletin was corrected meanwhile. Please read what has changed, then confirm."))
    mine = lock(mine)
    if mine.confirmed_edition < seen:
        mine.confirmed_edition, mine.confirmed_at = seen, clock.now()
        if mine.read_edition < seen:
            mine.read_edition, mine.read_at = seen, clock.now()
        mine.save(update_fields=["confirmed_edition", "confirmed_at", "read_edition", "read_at"])
        record("bulletin.confirmed", mine, actor=actor, edition=seen)
        _settle(bulletin, actor)
    return mine


def _mine(bulletin, actor):
    return Reading.everything.filter(bulletin=bulletin, agency=current_agency_id(), user=actor.user).first() if actor.user else None


def _settle(bulletin, actor):
    """The last one here has done it: nobody waits for this agency any more."""
    lock(BulletinDelivery.everything.get(bulletin=bulletin, addressed=current_agency_id()))     # of two last ones the second finds none
    if not Reading.everything.filter(UNDONE, bulletin=bulletin, agency=current_agency_id()).exists():
        close_deadlines(bulletin, kind=CONFIRM, actor=actor)


def _link(bulletin):
    return "network_bulletin", bulletin.public_id
