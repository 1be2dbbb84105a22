"""Who is told about an application."""
from accounts.actors import Actor
from accounts.models import Membership, Role, User
from evaluations.models import Assignment
from evaluations.models.announcement import KIND, SUBJECT
from panels.queries import approval_of
from providers.queries import people_of as people_of_provider
from visits.queries import is_planned

TELLING = Actor.system("who is told about an application")


def people_of(application):
    """The accounts that act for its provider now."""
    return people_of_provider(application.provider)


def people_of_part(row):
    """The accounts that act for the provider of the case that this row belongs to."""
    return people_of(row.application)


def managers_of(_row):
    """The managers of the agency."""
    managers = Membership.objects.visible_to(TELLING).filter(role=Role.MANAGER, ended_at=None)
    return User.objects.filter(pk__in=managers.values("user"), is_active=True)


def account_of_member(member):
    """Of somebody in the pool."""
    return User.objects.filter(pk=member.user_id)


def assessor_challenged(challenge):
    return User.objects.filter(pk=challenge.assignment.user_id)


def desk_of(_application):
    """The officers of the agency."""
    officers = Membership.objects.visible_to(TELLING).filter(role=Role.OFFICER, ended_at=None)
    return User.objects.filter(pk__in=officers.values("user"), is_active=True)


def signers_of(announcement):
    """Who drafted, released and approved it."""
    approval = approval_of(SUBJECT, announcement.public_id, KIND)
    signed = (approval.drafted_by_id, approval.released_by_id, approval.approved_by_id)
    return User.objects.filter(pk__in=signed, is_active=True)


def desk_and_managers_of(row):
    """The officers and managers of the agency: an appeal is both's to keep in time."""
    return desk_of(row) | managers_of(row)


def team_of(application):
    """The assessors who work on it."""
    working = Assignment.objects.visible_to(TELLING).filter(application=application, ended_at=None)
    return User.objects.filter(pk__in=working.values("user"), is_active=True)


def people_and_team_of(application):
    """The provider's people and the assessors."""
    return people_of(application) | team_of(application)


def people_before_visit(application):
    """The provider's people, as long as a visit is still to come."""
    return people_of(application) if is_planned(application.matter) else ()


def lead_of(application):
    """Its lead assessor."""
    leading = Assignment.objects.visible_to(TELLING).filter(application=application, ended_at=None, is_lead=True)
    return User.objects.filter(pk__in=leading.values("user"), is_active=True)


def team_let_go(application):
    """The assessors who worked on it until it was let go: whose assignments ended together with the last."""
    rows = Assignment.objects.visible_to(TELLING).filter(application=application, ended_at__isnull=False)
    last = rows.order_by("-ended_at").values("ended_at")[:1]
    return User.objects.filter(pk__in=rows.filter(ended_at=last).values("user"), is_active=True)


def readers_of(application):
    """The officers, and the assessors who work on it."""
    return desk_of(application) | team_of(application)


def named(accounts):
    """Accounts by their ids, to be called by name. For whoever already knows that they are there."""
    return User.objects.filter(pk__in=accounts).select_related("person").order_by("person__name", "pk")
