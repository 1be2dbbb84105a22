"""Who has a vote in a ballot, asked the same way of who votes on the screen and of whose paper is typed in."""
from django.utils.translation import gettext as _

from core.workflow import refuse_if
from panels.models.involvement import Involvement
from panels.queries import declaration_of, involvements_of, is_recused, present_seats
from panels.stages import MeetingStage

SENTENCES = {  # (told to the person, told to who types their paper in)
    "unnamed": (lambda: _("Please enter your name and date of birth first."),
                lambda: _("%(name)s has not entered a name and date of birth yet.")),
    "recused": (lambda: _("You stand back from this case and do not vote on it."),
                lambda: _("%(name)s stands back from this case and does not vote on it.")),
    "assessed": (lambda: _("You have assessed this case and do not vote on it."),
                 lambda: _("%(name)s has assessed this case and does not vote on it.")),
    "undeclared": (lambda: _("Please declare first whether you have an interest in this case."),
                   lambda: _("%(name)s has not declared yet that there is no interest in this case.")),
    "absent": (lambda: _("You are not marked as present. Please ask the secretary."),
               lambda: _("%(name)s is not marked as present.")),
    "voted": (lambda: _("You have voted already."), lambda: _("%(name)s has voted already.")),
}


def refuse_closed(ballot, item):
    refuse_if(not ballot.is_open or item.meeting.stage != MeetingStage.OPEN, _("This ballot is not open."))


def refuse_without_right(seat, ballot, item, *, own, field=None):
    """`own`: who sits there is the one who hears it."""
    found = hindrance(seat, ballot, item)
    if found:
        to_person, to_secretary = SENTENCES[found]
        refuse_if(True, to_person() if own else to_secretary() % {"name": seat.user}, field=field)


def hindrance(seat, ballot, item):
    """Why this seat has no vote in this ballot, as a code, or "". The item and the ballot are locked."""
    user = seat.user
    if user.person_id is None:
        return "unnamed"
    if is_recused(user, item.matter):
        return "recused"
    if involvements_of(user.person, matter=item.matter).filter(kind=Involvement.Kind.ASSESSED).exists():
        return "assessed"
    declaration = declaration_of(user, item.matter)
    if declaration is None or declaration.has_interest is not False:
        return "undeclared"
    if seat.pk not in present_seats(item.meeting):
        return "absent"
    return "voted" if ballot.roll.filter(person=user.person_id).exists() else ""
