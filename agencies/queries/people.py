"""Who is told in the evaluation of agencies, asked when the message is sent: always people of where the job runs."""
from accounts.actors import Actor
from accounts.models import Role, User
from accounts.queries import accounts_holding
from agencies.models.proposal import STAFF_WHO_PROPOSE
from providers.models import ProviderMember
from providers.permissions import EDITORS

TELLING = Actor.system("who is told of a proposal")


def writers(_row):
    """Who writes the agency's report."""
    return accounts_holding(Role.OFFICER, Role.MANAGER)


def writers_and_director(_row):
    return accounts_holding(Role.OFFICER, Role.MANAGER, Role.DIRECTOR)


def directors(_row):
    """Who hears of it when a report stays away."""
    return accounts_holding(Role.DIRECTOR)


def centrals_officers(_row):
    return accounts_holding(Role.OFFICER, Role.MANAGER)


def proposers(proposal):
    """Whose proposal it is: who edits for the provider; else its author, or once they are gone the agency's officers and managers."""
    if proposal.provider_id:
        members = ProviderMember.objects.visible_to(TELLING).filter(provider=proposal.provider_id, role__in=EDITORS, left_at=None)
        return User.objects.filter(pk__in=members.values("user"), is_active=True)
    author = User.objects.filter(pk=proposal.author_id, is_active=True)
    if proposal.source == proposal.Source.STAFF and not accounts_holding(*STAFF_WHO_PROPOSE).filter(pk=proposal.author_id).exists():
        return accounts_holding(Role.OFFICER, Role.MANAGER)
    return author


def judge_of(sheet):
    """The judge whose sheet it is."""
    return User.objects.filter(pk=sheet.user_id, is_active=True)
