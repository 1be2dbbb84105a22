"""Who is told of the bodies of the network: always people of where the job runs."""
from accounts.models import Role
from accounts.models.memberships import DESK_ROLES
from accounts.queries import accounts_holding
from agencies.models import MeetingWord
from core import clock
from core.tenancy import current_agency_id
from panels.models.body import held_on
from panels.queries import seats_on


def members_sent(word):
    """Those whom this agency sends to the meeting; of its minutes those who hold the place today: a substitute of that day reads them no
    more. Nobody who works here no longer."""
    here, body = current_agency_id(), word.meeting.body
    if word.kind == MeetingWord.Kind.MINUTES:
        sent = body.seats.filter(held_on(clock.today()), stands_for=None, sent_by=here).values("user")
    else:
        sent = [one.user_id for one in seats_on(body, word.meeting.day) if one.sent_by_id == here]
    return accounts_holding(*DESK_ROLES).filter(pk__in=sent)


def author(proposal):
    return [proposal.author]


def owner(task):
    """Nobody while the owner is gone: the officers have been told."""
    return [] if task.owner_gone_at else [task.owner]


def owner_of_report(report):
    return owner(report.task)


def directors_above(task):
    """Who hears that it stays undone: the director, unless it is theirs."""
    return accounts_holding(Role.DIRECTOR).exclude(pk=task.owner_id)
