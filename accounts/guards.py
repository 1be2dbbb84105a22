"""Who may open an address: said at its view, enforced in one middleware, walked by the tests. A view without a guard opens to nobody."""
from dataclasses import dataclass, replace
from enum import StrEnum


class Who(StrEnum):
    EVERYBODY = "everybody"         # citizens; stays when the agency is closed, answers on its own domain
    DOOR = "door"                   # sign-in and what belongs to it
    SIGNED_IN = "signed in"         # any account whose person is known; rows stay behind the door
    STAFF = "staff"                 # memberships at this agency
    OPERATOR = "operator"           # opens agencies, national


@dataclass(frozen=True)
class Guard:
    who: Who
    roles: frozenset[str] = frozenset()
    without_person: bool = False    # may be opened before name, birth date and mobile are known
    without_factor: bool = False    # may be opened by who must have a second factor and has none yet
    fresh: bool = False             # a post asks who is there once more, unless they have just shown it


def _guarded(guard):
    def mark(view):
        view.guard = guard
        return view
    return mark


public = _guarded(Guard(Who.EVERYBODY))
door = _guarded(Guard(Who.DOOR))
signed_in = _guarded(Guard(Who.SIGNED_IN))
before_person = _guarded(Guard(Who.SIGNED_IN, without_person=True, without_factor=True))
before_factor = _guarded(Guard(Who.SIGNED_IN, without_factor=True))
operator = _guarded(Guard(Who.OPERATOR))


def staff(*roles):
    """@staff(Role.OFFICER, Role.MANAGER): members of this agency with one of these roles; without roles, whoever may open the desk."""
    return _guarded(Guard(Who.STAFF, frozenset(roles)))


def fresh(view):
    """Above another guard: for signing, deciding and erasing. Who sits there has signed in or confirmed within five minutes."""
    view.guard = replace(view.guard, fresh=True)
    return view
