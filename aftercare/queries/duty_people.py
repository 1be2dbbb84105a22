"""Who is told of a duty, asked when the message is sent."""
from accounts.models import Role
from accounts.queries import accounts_holding
from providers.queries import people_of


def people_of_duty(duty):
    """The accounts that act for its provider; of an unannounced visit nobody."""
    return people_of(duty.provider) if duty.announced else ()


def officers(duty):
    """But never whom something ties to the provider of an unannounced visit."""
    return accounts_holding(Role.OFFICER).exclude(pk__in=duty.kept_from)


def managers(duty):
    """Who is told of what stays undone: the same for every duty of the agency, but for such a visit."""
    return accounts_holding(Role.MANAGER).exclude(pk__in=duty.kept_from)
