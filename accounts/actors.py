"""Whoever is asking: a person with roles at this agency, a citizen, or the system with a reason."""
from dataclasses import dataclass

from accounts.models import Membership, Role, User
from accounts.models.memberships import CASE_ROLES, DESK_ROLES


@dataclass(frozen=True)
class Actor:
    user: User | None
    label: str
    roles: frozenset[str] = frozenset()
    is_system: bool = False

    @classmethod
    def of(cls, user):
        """The wall has already narrowed memberships to the current agency."""
        if not user.is_authenticated or not user.is_active:
            return cls.public()
        here = Membership.everything.filter(user=user, ended_at=None).values_list("role", flat=True)
        return cls(user, str(user), frozenset(here))

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
