"""Whoever is asking: a person with roles at this agency, a citizen, or the system with a reason."""
from dataclasses import dataclass

from django.utils.translation import gettext

from accounts.models import Cover, Membership, Role, User
from accounts.models.covers import COVERABLE, holding_on
from accounts.models.memberships import CASE_ROLES, DESK_ROLES
from core import clock

ACTING = "acting_for"                    # in the session: the cover under which somebody acts just now


def roles_here(user):
    """The account's memberships in force. The wall has already narrowed them to the current agency."""
    return Membership.everything.filter(user=user, ended_at=None).values("role")


@dataclass(frozen=True)
class Actor:
    user: User | None
    label: str
    roles: frozenset[str] = frozenset()
    is_system: bool = False
    acting_for: User | None = None          # who is away, while the delegate acts with their roles; `user` is the delegate

    @classmethod
    def of(cls, user):
        """Whoever was read from the session brings the roles along (`accounts/backends.py`)."""
        if not user.is_authenticated or not user.is_active:
            return cls.public()
        brought = getattr(user, "roles_here", None)
        return cls(user, str(user), frozenset(roles_here(user).values_list("role", flat=True) if brought is None else brought))

    @classmethod
    def elsewhere(cls, user):
        """On the national site nobody has a role."""
        return cls(user, str(user)) if user.is_authenticated and user.is_active else cls.public()

    @classmethod
    def system(cls, why):
        return cls(None, f"system: {why}", is_system=True)

    @classmethod
    def public(cls):
        return cls(None, "citizen")

    @property
    def people(self):
        """Whose ties and deeds count: who acts, and for whom."""
        return [one for one in (self.user, self.acting_for) if one is not None]

    @property
    def is_staff(self):
        """May open the desk."""
        return bool(self.roles & DESK_ROLES)

    @property
    def reads_cases(self):
        return bool(self.roles & CASE_ROLES)

    @property
    def may_administer(self):
        return Role.ADMIN in self.roles

    @property
    def may_audit(self):
        return bool(self.roles & {Role.AUDITOR, Role.ADMIN})

    @property
    def is_operator(self):
        return bool(self.user and self.user.is_operator)

    def has(self, *roles):
        return bool(self.roles & set(roles))


def standing_in(user, public_id):
    """The account in the place of whom it covers under this cover, with the roles it names; None when it does not hold now: not its days,
    ended, an account closed, the role gone."""
    covers = Cover.everything.filter(holding_on(clock.today()), public_id=public_id, delegate=user, covered__is_active=True)
    cover = covers.select_related("covered__person").first()
    if cover is None or not user.is_active:
        return None
    held = Membership.everything.filter(user__in=[user, cover.covered], ended_at=None).values_list("user", "role")
    roles = frozenset(role for role in cover.roles if role in COVERABLE and (cover.covered_id, role) in held)
    if not roles or not any((user.pk, role) in held for role in COVERABLE):
        return None
    label = gettext("%(name)s for %(covered)s") % {"name": user, "covered": cover.covered}
    return Actor(user, label, roles, acting_for=cover.covered)
