"""An agency names who holds its place, for a term or at one meeting; Central's job turns it into seats."""
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.models import Membership, Role
from accounts.models.memberships import DESK_ROLES
from agencies.models import MeetingWord, Naming, Place
from agencies.network_permissions import can_follow_councils, can_name_holders
from core import clock
from core.errors import Refused
from core.workflow import lock, record, refuse_if, require
from panels.models import Meeting, Seat
from panels.stages import MeetingStage
from panels.workflow.meeting import UNFINISHED


@transaction.atomic
def name_holder(place, user, *, from_on, to_on, actor):
    """From when to when somebody of this agency holds its place. One person at a time."""
    require(can_name_holders(actor, place))
    place = lock(place)
    refuse_if(place.ended_at, _("Your agency has no place in this body any more."))
    refuse_if(to_on and to_on < from_on, _("The last day lies before the first."), field="to_on")
    _refuse_who_cannot_come(user)
    by_office = place.entitled == Place.Entitled.DIRECTOR
    refuse_if(by_office and not _roles(user).filter(role=Role.DIRECTOR).exists(),
              _("The director holds this place by office. %(name)s is not the director."), field="user", name=user)
    holder = _terms(place).filter(Q(to_on=None) | Q(to_on__gte=from_on))
    holder = (holder.filter(from_on__lte=to_on) if to_on else holder).select_related("user__person").first()
    refuse_if(holder, _("%(name)s holds this place in that time. End that term first: two cannot hold one place."), field="user",
              name=holder and holder.user)
    try:
        with transaction.atomic():
            naming = _named(place, user, actor, from_on=from_on, to_on=to_on)
    except IntegrityError:
        raise Refused(_("Somebody holds this place in that time. Two cannot hold one place."), "user") from None
    record("council.holder_named", naming, actor=actor, account=user.pk, from_on=from_on, to_on=to_on)
    return naming


@transaction.atomic
def end_naming(naming, *, to_on, actor):
    """The term ends; its last day belongs to it."""
    require(can_name_holders(actor, naming.place))
    naming = lock(naming)
    refuse_if(naming.stands_for_id, _("A substitute comes to one meeting only."))
    refuse_if(to_on < naming.from_on, _("A seat cannot end before it began."), field="to_on")
    refuse_if(naming.to_on and naming.to_on <= to_on, _("This seat has ended already, or ends before that day."), field="to_on")
    naming.to_on, naming.taken_up_at = to_on, None
    naming.save(update_fields=["to_on", "taken_up_at"])
    record("council.term_ended", naming, actor=actor, account=naming.user_id, to_on=to_on)
    return naming


@transaction.atomic
def name_substitute(naming, meeting, user, *, actor):
    """Somebody else of the agency comes to one meeting; on its day they alone count."""
    require(can_name_holders(actor, naming.place))
    naming = lock(naming)
    refuse_if(naming.stands_for_id or not naming.is_held(meeting.day), _("Nobody holds this place on the day of the meeting."))
    refuse_if(meeting.body_id != naming.place.body_id or meeting.stage not in UNFINISHED, _("The meeting is over."), field="meeting")
    refuse_if(user.pk == naming.user_id, _("%(name)s holds the place already."), field="user", name=user)
    _refuse_who_cannot_come(user)
    there = Naming.everything.filter(stands_for=naming, from_on=meeting.day, called_off_at=None)       # one a day, as seats are
    refuse_if(there.exists(), _("Somebody is named for this meeting. Call that off first."), field="meeting")
    row = _named(naming.place, user, actor, from_on=meeting.day, to_on=meeting.day, stands_for=naming, meeting=meeting)
    record("council.substitute_named", row, actor=actor, account=user.pk, meeting=meeting.pk)
    return row


@transaction.atomic
def call_off(naming, *, actor):
    """The holder comes after all."""
    require(can_name_holders(actor, naming.place))
    naming = lock(naming)
    refuse_if(not naming.stands_for_id or naming.called_off_at, _("Nobody sits in another's place here."))
    refuse_if(naming.meeting.stage not in UNFINISHED, _("The meeting is over."))
    naming.called_off_at, naming.taken_up_at = clock.now(), None
    naming.save(update_fields=["called_off_at", "taken_up_at"])
    record("council.substitute_called_off", naming, actor=actor, account=naming.user_id, meeting=naming.meeting_id)
    return naming


@transaction.atomic
def take_up_naming(naming, *, actor):
    """At Central, by its job: the seat stands as the agency says it."""
    require(can_follow_councils(actor))
    naming = lock(naming)
    if naming.taken_up_at:
        return False
    substituted = naming.stands_for and naming.stands_for.seat
    if naming.stands_for_id and not substituted:
        return False                                        # the holder's own seat comes first, with this job's next round
    if naming.seat is None and not naming.called_off_at:
        naming.seat = Seat.everything.create(body_id=naming.place.body_id, user=naming.user, from_on=naming.from_on, to_on=naming.to_on,
                                             stands_for=substituted, sent_by_id=naming.agency_id)
        _call_late(naming)
    elif naming.seat:
        Seat.everything.filter(pk=naming.seat_id).update(to_on=naming.to_on, called_off_at=naming.called_off_at)
    naming.taken_up_at = clock.now()
    naming.save(update_fields=["seat", "taken_up_at"])
    record("council.seat_taken_up", naming, actor=actor, account=naming.user_id, seat=naming.seat_id, to_on=naming.to_on)
    return True


def _call_late(naming):
    """Meetings of the term that were called before the seat was there: whoever holds it hears of them all the same."""
    planned = Meeting.everything.filter(body=naming.place.body_id, stage=MeetingStage.PLANNED)
    planned = planned.filter(meets_at__gte=clock.day_start(naming.from_on))
    planned = planned.filter(meets_at__lt=clock.end_of(naming.to_on)) if naming.to_on else planned
    called = MeetingWord.Kind.CALLED
    told_anyway = MeetingWord.everything.filter(member=naming.agency_id, kind=called, noticed_at=None).values("meeting")
    for meeting in planned.exclude(pk__in=told_anyway).order_by("meets_at", "pk"):
        MeetingWord.everything.create(member_id=naming.agency_id, meeting=meeting, kind=called, said_at=clock.now())


def _terms(place):
    return Naming.everything.filter(place=place, stands_for=None, called_off_at=None)


def _named(place, user, actor, **more):
    return Naming.everything.create(central_id=place.agency_id, place=place, user=user, named_at=clock.now(), named_by=actor.user, **more)


def _roles(user):
    return Membership.everything.filter(user=user, ended_at=None)


def _refuse_who_cannot_come(user):
    """Whoever sits in a body reads its pages at the desk of their own agency."""
    refuse_if(not user.is_active or not _roles(user).filter(role__in=DESK_ROLES).exists(),
              _("This person does not work at the desk of your agency. Please choose somebody who does."), field="user")
