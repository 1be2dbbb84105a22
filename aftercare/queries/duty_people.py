"""Who is told of a duty, asked when the message is sent."""
from accounts.actors import Actor
from accounts.models import Membership, Role, User
from providers.queries import people_of

TELLING = Actor.system("who is told of a duty")


def people_of_duty(duty):
    """The accounts that act for its provider; of an unannounced visit nobody."""
    return people_of(duty.provider) if duty.announced else ()


def officers(_duty):
    return _holding(Role.OFFICER)


def managers(_duty):
    """Who is told of what stays undone: the same for every duty of the agency."""
    return _holding(Role.MANAGER)


def _holding(role):
    rows = Membership.objects.visible_to(TELLING).filter(role=role, ended_at=None)
    return User.objects.filter(pk__in=rows.values("user"), is_active=True)
