"""Who is told of the bodies of the network: always people of where the job runs."""
from accounts.models import User
from core.tenancy import current_agency_id
from panels.queries import seats_on


def members_sent(word):
    """Those whom this agency sends to the meeting."""
    here = current_agency_id()
    return User.objects.filter(pk__in=[one.user_id for one in seats_on(word.meeting.body, word.meeting.day) if one.sent_by_id == here])


def author(proposal):
    return [proposal.author]


def owner(task):
    """Nobody while the owner is gone: the officers have been told."""
    return [] if task.owner_gone_at else [task.owner]


def owner_of_report(report):
    return owner(report.task)
