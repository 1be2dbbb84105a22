"""The assessor pool: who is in it, with what speaks for and against asking them now."""
from django.db.models import DateField, Exists, F, OuterRef, Prefetch, Q, Subquery

from accounts.actors import Actor
from accounts.models import Membership, Role, User
from core import clock
from core.calendar import months_before
from panels.conflicts import CONSULTED, EMPLOYED, OWNS, RELATED
from panels.models import Absence, Employment, Involvement, PoolDistrict, PoolMember, PoolService, Qualification, YearlyPledge
from panels.pledge import MONTHS
from providers.models import Provider

ASKING = Actor.system("whether somebody may be asked to assess")
READY, UNSIGNED, OLD, LAPSED, AWAY = "ready", "unsigned", "old", "lapsed", "away"


def pool_members(actor):
    """Who is in the pool now, by name; each with `signed_on`, `lapsed_kind`, `lapsed_on`, `away_until`, for panels.fitness."""
    members = with_fitness(PoolMember.objects.visible_to(actor).filter(left_at=None))
    return members.select_related("user__person").order_by(F("user__person__name").asc(nulls_last=True), "pk")


def with_fitness(members):
    """In the statement that reads them anyway. Of one kind of qualification the one that lasts longest counts."""
    today = clock.today()
    pledges = YearlyPledge.objects.visible_to(ASKING).filter(member=OuterRef("pk")).order_by("-signed_on")
    of_member = Qualification.objects.visible_to(ASKING)
    renewed = of_member.filter(Q(valid_until=None) | Q(valid_until__gte=today), member=OuterRef("member"), kind=OuterRef("kind"))
    lapsed = of_member.filter(~Exists(renewed), member=OuterRef("pk"), valid_until__lt=today).order_by("-valid_until", "pk")
    away = Absence.objects.visible_to(ASKING).filter(member=OuterRef("pk"), from_on__lte=today, to_on__gte=today).order_by("-to_on")
    return members.annotate(
        signed_on=Subquery(pledges.values("signed_on")[:1], output_field=DateField()),
        lapsed_kind=Subquery(lapsed.values("kind")[:1]), lapsed_on=Subquery(lapsed.values("valid_until")[:1]),
        away_until=Subquery(away.values("to_on")[:1]))


def pool_found(actor, *, words="", service=None, district=None, state=""):
    """The list as it was asked for, with what each knows, where, and their employers."""
    rows = pool_members(actor)
    if words:
        employed = Employment.objects.visible_to(actor).filter(Q(name__icontains=words) | Q(business_number=words.replace("-", "")))
        rows = rows.filter(Q(user__person__name__icontains=words) | Q(user__email__icontains=words) | Q(pk__in=employed.values("member")))
    if service:
        rows = rows.filter(pk__in=PoolService.objects.visible_to(actor).filter(service_type=service).values("member"))
    if district:
        rows = rows.filter(pk__in=PoolDistrict.objects.visible_to(actor).filter(district=district).values("member"))
    if state:
        rows = rows.filter(_in_state(state))
    return rows.prefetch_related(
        Prefetch("services", PoolService.objects.visible_to(actor).select_related("service_type").order_by("service_type__position", "pk")),
        Prefetch("districts", PoolDistrict.objects.visible_to(actor).select_related("district").order_by("district__code")),
        Prefetch("employments", Employment.objects.visible_to(actor).filter(to_on=None).order_by("pk")))


def _in_state(state):
    old = Q(signed_on__lt=months_before(clock.today(), MONTHS))
    return {UNSIGNED: Q(signed_on=None), OLD: old, LAPSED: Q(lapsed_on__isnull=False), AWAY: Q(away_until__isnull=False),
            READY: Q(lapsed_on=None, away_until=None, signed_on__isnull=False) & ~old}.get(state, Q())


def member_of_pool(user):
    """The entry of this account as it is now with its fitness, or None."""
    return with_fitness(PoolMember.objects.visible_to(ASKING).filter(user=user, left_at=None)).first()


def facts_of(member):
    """Everything kept of one entry, for whoever already reads it: services, districts, employments, qualifications, absences, pledges."""
    return {"services": [one.service_type for one in member.services.select_related("service_type").order_by("service_type__position")],
            "districts": [one.district for one in member.districts.select_related("district").order_by("district__code")],
            "employments": list(member.employments.order_by(F("to_on").desc(nulls_first=True), "pk")),
            "qualifications": list(member.qualifications.order_by("kind", F("valid_until").desc(nulls_first=True), "pk")),
            "absences": list(member.absences.filter(to_on__gte=clock.today()).order_by("from_on", "pk")),
            "pledges": list(member.pledges.order_by("-signed_on"))}


def absences_between(actor, users, from_on, to_on):
    """[(account's id, Absence)] of those in the pool now who are away on one of these days, the earliest first."""
    rows = Absence.objects.visible_to(actor).filter(member__left_at=None, member__user__in=users, from_on__lte=to_on, to_on__gte=from_on)
    return [(one.member.user_id, one) for one in rows.select_related("member").order_by("from_on", "pk")]


def ties_of(actor, user):
    """What the ledger has of somebody but their cases, what lasts first."""
    rows = Involvement.objects.visible_to(actor).filter(person=user.person_id, kind__in=(EMPLOYED, OWNS, RELATED, CONSULTED))
    known = dict(Provider.objects.visible_to(actor).filter(public_id__in=rows.values("subject")).values_list("public_id", "name"))
    rows = list(rows.order_by(F("to_on").desc(nulls_first=True), "pk")) if user.person_id else []
    return [(row, known.get(row.subject) or row.label) for row in rows]


def own_ties(actor):
    """The same of oneself: the ledger itself is open to who reads cases only."""
    return ties_of(ASKING, actor.user)


def my_entry(actor):
    """One's own, or None."""
    return pool_members(actor).filter(user=actor.user).first()


def is_in_pool(user):
    return PoolMember.objects.visible_to(ASKING).filter(user=user, left_at=None).exists()


def assessors_outside_pool(actor):
    """Accounts with the role of an assessor that are not in the pool, by name."""
    assessors = Membership.objects.visible_to(Actor.system("who may be taken into the pool")).filter(role=Role.ASSESSOR, ended_at=None)
    rows = User.objects.filter(pk__in=assessors.values("user"), is_active=True)
    rows = rows.exclude(pk__in=PoolMember.objects.visible_to(actor).filter(left_at=None).values("user"))
    return rows.select_related("person").order_by(F("person__name").asc(nulls_last=True), "pk")


def assessors_by_address(addresses):
    """{e-mail: account} of those addresses that have the role of an assessor here."""
    assessors = Membership.objects.visible_to(ASKING).filter(role=Role.ASSESSOR, ended_at=None)
    rows = User.objects.filter(pk__in=assessors.values("user"), email__in=addresses, is_active=True).select_related("person")
    return {user.email: user for user in rows}
