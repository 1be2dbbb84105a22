"""Bulletins: those addressed to a person, those Central keeps, and who has read them where."""
from dataclasses import dataclass

from django.db.models import Count, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce

from accounts.actors import Actor
from accounts.models import User
from accounts.queries import accounts_holding
from agencies.models import Bulletin, BulletinDelivery, BulletinReminder, Reading
from agencies.models.bulletin import ADDRESSED_ROLES
from agencies.models.reading import UNDONE
from agencies.stages import BulletinStage
from core.tenancy import current_agency_id

ASKING = Actor.system("who reads a bulletin")


def own_readings(actor):
    """What was sent to this person: unread first, then the newest."""
    rows = Reading.objects.visible_to(actor).filter(user=actor.user, agency=current_agency_id()).select_related("bulletin")
    left = Count("pk", filter=UNDONE & Q(bulletin__stage=BulletinStage.SENT))
    return rows.annotate(left=left).order_by("-left", "-bulletin__published_at", "-pk")


def readings_left(actor):
    """What this person has still to read, or to confirm where that is asked: the nearest day first."""
    rows = Reading.objects.visible_to(actor).filter(UNDONE, user=actor.user, agency=current_agency_id(), bulletin__stage=BulletinStage.SENT)
    return rows.select_related("bulletin").order_by(F("bulletin__confirm_by").asc(nulls_last=True), "-bulletin__published_at", "-pk")


def own_reading(actor, bulletin):
    return Reading.objects.visible_to(actor).filter(bulletin=bulletin, user=actor.user, agency=current_agency_id()).first()


def bulletins_open(actor):
    """Those that this actor may look at, drafts of their own house included."""
    return Bulletin.objects.visible_to(actor).exclude(stage=BulletinStage.DISCARDED).select_related("agency", "written_by__person")


def kept_bulletins(actor):
    """Central's own, drafts first, each with to how many persons it went and how many have done what it asks."""
    rows = bulletins_open(actor).filter(agency=current_agency_id())
    mine = Reading.objects.visible_to(actor).filter(bulletin=OuterRef("pk")).order_by().values("bulletin")
    return rows.annotate(
        persons=_counted(mine), left=_counted(mine.filter(UNDONE)), done=F("persons") - F("left")).order_by(
            F("published_at").desc(nulls_first=True), "-pk")


def _counted(rows):
    return Coalesce(Subquery(rows.annotate(count=Count("pk")).values("count")), Value(0))


def files_with(bulletin):
    """The files of its newest edition. For whoever already reads it; withdrawn, it gives nothing."""
    if bulletin.is_withdrawn:
        return bulletin.files.none()
    return bulletin.files.filter(until_edition=None)


@dataclass(frozen=True)
class Reach:
    """One agency: before sending, how many it would be; afterwards who has still to do what is asked."""

    delivery: BulletinDelivery
    readings: list
    left: list

    @property
    def is_told(self):
        """Whether its own job has handed it round."""
        return self.delivery.told_edition > 0

    @property
    def done(self):
        return len(self.readings) - len(self.left)

    @property
    def read(self):
        return sum(one.has_read for one in self.readings)


def reach_of(actor, bulletin):
    """[Reach], one for each agency, in the order of their names."""
    rows = Reading.objects.visible_to(actor).filter(bulletin=bulletin).order_by("name", "pk")
    undone = set(rows.filter(UNDONE).values_list("pk", flat=True))
    by_agency = {}
    for one in rows:
        one.has_read = one.read_edition >= bulletin.edition
        by_agency.setdefault(one.agency_id, []).append(one)
    deliveries = BulletinDelivery.objects.visible_to(actor).filter(bulletin=bulletin).select_related("addressed")
    found = []
    for one in deliveries.order_by("addressed__name_ko", "pk"):
        readings = by_agency.get(one.addressed_id, [])
        found.append(Reach(one, readings, [reading for reading in readings if reading.pk in undone]))
    return found


def last_reminder(actor, bulletin):
    return BulletinReminder.objects.visible_to(actor).filter(bulletin=bulletin).select_related("asked_by__person").order_by(
        "-asked_at", "pk").first()


def readers(bulletin):
    """Recipients: everybody of this agency who is addressed, and still works here."""
    return _accounts(Reading.objects.visible_to(ASKING).filter(bulletin=bulletin, agency=current_agency_id()))


def readers_left(bulletin):
    """Recipients: those of them who have not done what it asks."""
    return _accounts(Reading.objects.visible_to(ASKING).filter(UNDONE, bulletin=bulletin, agency=current_agency_id()))


def _accounts(readings):
    here = accounts_holding(*ADDRESSED_ROLES)
    return User.objects.filter(pk__in=readings.values("user")).filter(pk__in=here.values("pk"))
