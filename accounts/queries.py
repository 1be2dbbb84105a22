"""Named reads about agencies, people and roles."""
from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core import signing
from django.db.models import Count, F, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404
from django.urls import reverse

from accounts.actors import Actor
from accounts.models import Affiliation, Agency, Cover, Emblem, Invitation, Membership, Role, User
from accounts.models.covers import COVERABLE
from accounts.models.memberships import DESK_ROLES
from accounts.second_factor import FACTORS, Kind
from core.addresses import absolute_url, at_home_of
from core.tenancy import within

COVERS_SHOWN = 50


def agencies_for_operator():
    """Every agency with how many accounts belong to it; no name of anybody."""
    people = Affiliation.objects.filter(agency=OuterRef("pk")).order_by().values("agency").annotate(count=Count("pk")).values("count")
    return Agency.objects.select_related("province").annotate(people=Coalesce(Subquery(people), 0)).order_by("pk")


def members(actor):
    """Accounts with a role here today, by name."""
    here = Membership.objects.visible_to(actor).filter(ended_at=None)
    by_name = F("person__name").asc(nulls_last=True)
    return User.objects.filter(pk__in=here.values("user")).select_related("person").order_by(by_name, "email")


def roles_of(actor, users):
    """[(account, its roles here today)], in the order of the accounts."""
    held, known = {user.pk: [] for user in users}, {user.pk: user for user in users}
    rows = Membership.objects.visible_to(actor).filter(user__in=users, ended_at=None).select_related("began_by__person")
    for membership in sorted(rows, key=lambda row: Role.values.index(row.role)):
        membership.user = known[membership.user_id]
        held[membership.user_id].append(membership)
    return [(user, held[user.pk]) for user in users]


def ended_roles(actor):
    """Roles that have ended, the latest first."""
    rows = Membership.objects.visible_to(actor).exclude(ended_at=None)
    return rows.select_related("user__person", "began_by__person", "ended_by__person").order_by("-ended_at", "-pk")


def covers_of(actor):
    """Those that this person may see: what runs and comes first, then what is over."""
    rows = Cover.objects.visible_to(actor).select_related("covered__person", "delegate__person")
    return sorted(rows.order_by("-from_on", "-pk")[:COVERS_SHOWN], key=lambda one: one.state == "over")


def accounts_holding(*roles):
    """The active accounts that have one of these roles here today."""
    holding = Membership.objects.visible_to(Actor.system("who holds a role")).filter(role__in=roles, ended_at=None)
    return User.objects.filter(pk__in=holding.values("user"), is_active=True)


def who_may_cover():
    """The agency's officers, managers and directors, by name."""
    rows = accounts_holding(*COVERABLE).select_related("person")
    return rows.order_by(F("person__name").asc(nulls_last=True), "pk")


def open_invitations(actor):
    """Sent, neither accepted nor withdrawn; some of them too old."""
    rows = Invitation.objects.visible_to(actor).filter(accepted_at=None, withdrawn_at=None)
    return rows.select_related("invited_by__person").order_by("-invited_at", "-pk")


@dataclass(frozen=True)
class Place:
    """An agency an account belongs to, what it is there, and where to go on."""

    agency: Agency
    roles: list[str]
    address: str


def agencies_of(user):
    return Agency.objects.filter(pk__in=Affiliation.objects.filter(user=user).values("agency")).order_by("pk")


def places_of(user):
    """One `within` for each agency: nobody reads memberships across them."""
    places = []
    for agency in agencies_of(user):
        with within(agency), at_home_of(agency):
            held = set(Membership.objects.visible_to(Actor.of(user)).filter(user=user, ended_at=None).values_list("role", flat=True))
            start = "after_sign_in" if held & DESK_ROLES else "my_training" if Role.EMPLOYEE in held else "home"
            places.append(Place(agency, [role.label for role in Role if role in held], reverse(start)))
    return places


def belongs_elsewhere(user):
    return Affiliation.objects.filter(user=user).exists()


def only_place_of(user):
    """Where somebody who belongs to exactly one open agency goes on; None if there are more, or none."""
    agencies = [agency for agency in agencies_of(user) if not agency.is_closed]
    return agencies[0] if len(agencies) == 1 else None


def invitation_link(invitation):
    """The link in the message: a signature over its public id, so that nothing secret is kept. Signed for its model alone."""
    return absolute_url(invitation.agency, invitation.page, _signer_for(invitation).sign_object(str(invitation.public_id)))


def invitation_by(token, model=Invitation):
    """The invitation a link leads to, in whatever state; 404 for a link that we did not sign or that is another agency's."""
    try:
        public_id = _signer_for(model).unsign_object(token)
    except signing.BadSignature:
        raise Http404 from None
    found = model.objects.visible_to(Actor.system("the holder of a signed link")).filter(public_id=public_id).first()
    if found is None:
        raise Http404
    return found


def _signer_for(model):
    return signing.Signer(salt=model._meta.label_lower)


def state_of(invitation, user):
    """used, withdrawn, expired, other (somebody else is signed in), own, known (has an account), closed, or new."""
    if invitation.accepted_at or invitation.withdrawn_at:
        return "used" if invitation.accepted_at else "withdrawn"
    if invitation.is_expired:
        return "expired"
    if user.is_authenticated:
        return "own" if user.email == invitation.email else "other"
    account = account_at(invitation.email)
    if account is None:
        return "new"
    return "known" if account.is_active else "closed"


def account_at(email):
    return User.objects.filter(email=email).first()


def emblem_of(actor, kind):
    return Emblem.objects.visible_to(actor).filter(kind=kind).select_related("file").first()


def message_host():
    """What stands after the @ of our Message-IDs."""
    return settings.SITE_URL.partition("//")[2].partition(":")[0]


def factors_of(user):
    """Apps and passkeys that open this account, the oldest first."""
    return Authenticator.objects.filter(user=user, type__in=FACTORS).order_by("pk")


def factor_of(user, factor_id):
    return factors_of(user).filter(pk=factor_id).first()


def recovery_codes_of(user):
    """Those that still work."""
    row = Authenticator.objects.filter(user=user, type=Kind.RECOVERY_CODES).first()
    return row.wrap().get_unused_codes() if row else []


def codes_left(user):
    return len(recovery_codes_of(user))
