"""Whoever is asking: a person with roles at this agency, a citizen, or the system with a reason."""
from dataclasses import dataclass

from accounts.models import Membership, Role, User
from accounts.models.memberships import CASE_ROLES, DESK_ROLES


def roles_here(user):
    """The account's memberships in force. The wall has already narrowed them to the current agency."""
    return Membership.everything.filter(user=user, ended_at=None).values("role")


@dataclass(frozen=True)
class Actor:
    user: User | None
    label: str
    roles: frozenset[str] = frozenset()
    is_system: bool = False

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
