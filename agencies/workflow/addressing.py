"""Whom a bulletin goes to: what the writer chose becomes a row for each agency; who is meant there the agency's own job finds."""
from dataclasses import dataclass, field

from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.models import Affiliation, Agency, Membership, User
from agencies.models import BulletinAddressee, BulletinDelivery
from agencies.models.bulletin import ADDRESSED_ROLES
from core import clock
from core.workflow import refuse_if
from panels.models import Seat
from panels.models.body import held_on

Kind = BulletinAddressee.Kind


@dataclass(frozen=True)
class Addressees:
    """What the writer chose. All agencies and all staff are choices of their own: an empty list is nobody."""

    all_agencies: bool = False              # without the Central institute, which is named like any other
    agencies: list = field(default_factory=list)
    all_staff: bool = False
    roles: list = field(default_factory=list)
    bodies: list = field(default_factory=list)

    @property
    def names_agencies(self):
        return bool(self.all_agencies or self.agencies)

    @property
    def names_roles(self):
        return bool(self.all_staff or self.roles)


def addressees_of(bulletin):
    """The choice as it was kept. For whoever already reads the bulletin."""
    rows = list(bulletin.addressees.select_related("addressed", "body"))
    kinds = {one.kind for one in rows}
    return Addressees(all_agencies=Kind.ALL_AGENCIES in kinds, all_staff=Kind.ALL_STAFF in kinds,
                      agencies=[one.addressed for one in rows if one.kind == Kind.AGENCY],
                      roles=[one.role for one in rows if one.kind == Kind.ROLE], bodies=[one.body for one in rows if one.kind == Kind.BODY])


def address(bulletin, to):
    """Keep the choice and ask each agency how many it is. Part of a write that holds the bulletin."""
    refuse_if(to.names_agencies and not to.names_roles, _("Choose roles at these agencies too, or all staff."), field="roles")
    refuse_if(to.names_roles and not to.names_agencies, _("Choose at which agencies: some of them, or all."), field="agencies")
    for model in (BulletinAddressee, BulletinDelivery):
        model.everything.filter(bulletin=bulletin).delete()
    chosen = [{"kind": Kind.ALL_AGENCIES}] if to.all_agencies else []
    chosen += [{"kind": Kind.ALL_STAFF}] if to.all_staff else []
    chosen += [{"kind": Kind.AGENCY, "addressed": one} for one in to.agencies]
    chosen += [{"kind": Kind.ROLE, "role": one} for one in to.roles] + [{"kind": Kind.BODY, "body": one} for one in to.bodies]
    BulletinAddressee.everything.bulk_create(BulletinAddressee(bulletin=bulletin, **one) for one in chosen)
    BulletinDelivery.everything.bulk_create(
        BulletinDelivery(bulletin=bulletin, addressed_id=agency, roles=roles, holders=holders)
        for agency, (roles, holders) in targets(to).items())


def targets(to):
    """{agency's pk: (roles, accounts with a seat)} of agencies that are open today."""
    roles = sorted(ADDRESSED_ROLES if to.all_staff else to.roles)
    is_open = {one.pk: one for one in Agency.objects.filter(Q(closed_on=None) | Q(closed_on__gt=clock.today())).order_by("pk")}
    named = {one.pk for one in to.agencies} | {pk for pk, one in is_open.items() if to.all_agencies and not one.is_central}
    seats = Seat.everything.filter(held_on(clock.today()), body__in=to.bodies).values("user")
    holders = {}
    for agency, user in Affiliation.objects.filter(user__in=seats).order_by("agency", "user").values_list("agency", "user"):
        holders.setdefault(agency, []).append(user)
    return {pk: (roles if pk in named else [], holders.get(pk, [])) for pk in is_open if pk in named or pk in holders}


def addressed_here(delivery):
    """The accounts of this agency that are meant: staff with one of the roles, staff with a seat; each once."""
    held = Membership.everything.filter(ended_at=None, role__in=ADDRESSED_ROLES)
    meant = held.filter(Q(role__in=delivery.roles) | Q(user__in=delivery.holders))
    return User.objects.filter(pk__in=meant.values("user"), is_active=True).select_related("person").order_by("pk")
