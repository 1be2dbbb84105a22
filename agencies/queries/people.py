"""Who is told in the evaluation of agencies, asked when the message is sent: always people of where the job runs."""
from accounts.models import Role, User
from accounts.queries import accounts_holding


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


def judge_of(sheet):
    """The judge whose sheet it is."""
    return User.objects.filter(pk=sheet.user_id, is_active=True)
