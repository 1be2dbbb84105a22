"""How somebody stands to the items of an agenda, and who sits around the table for one of them."""
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Count, Q

from accounts.actors import Actor
from accounts.models import Membership, Role, User
from core import clock
from panels.models import AgendaItem, Ballot, Declaration, Involvement, Meeting, Recusal, RollEntry, Seat
from panels.models.ballot import IS_OPEN
from panels.models.body import opens_on
from panels.models.declaration import of_person
from panels.queries.body import seats_on
from panels.queries.meeting import agenda_of, present_seats
from panels.queries.quorum import names_of, who_has_voted, who_stands_outside

ASKING = Actor.system("how somebody stands to an agenda")


class Stands(StrEnum):
    RECUSED = "recused"         # stands back: no papers, no vote
    ASSESSED = "assessed"       # has judged the case: no vote
    NOT_ASKED = "not_asked"     # nobody has asked for a declaration yet
    DECLARE = "declare"         # asked and not answered
    VOTE = "vote"               # a ballot is open and waits for this person
    VOTED = "voted"
    DECIDED = "decided"
    READ = "read"               # the papers are open


@dataclass(frozen=True)
class Standing:
    item: AgendaItem
    stands: Stands
    declaration: Declaration | None


def my_meetings(actor):
    """The meetings of the committees in which this person has a seat now, each with its cases and how many still want a declaration."""
    seats = Seat.objects.visible_to(actor).filter(opens_on(clock.today()), user=actor.user, body__published_at=None)
    waiting = Declaration.objects.visible_to(actor).filter(user=actor.user, answered_at=None).values("matter")
    on_agenda = Q(items__withdrawn_at=None)
    rows = Meeting.objects.visible_to(actor).filter(body__in=seats.values("body")).select_related("body")
    return rows.annotate(cases=Count("items", filter=on_agenda), to_declare=Count("items", filter=on_agenda & Q(items__matter__in=waiting))
                         ).order_by("-meets_at", "-pk")


def standings_of(actor, meeting):
    """[Standing] of this person, item by item in the order of the agenda."""
    items = list(agenda_of(actor, meeting))
    matters = [item.matter for item in items]
    declared = {row.matter: row for row in Declaration.objects.visible_to(actor).filter(user=actor.user, matter__in=matters)}
    recused = set(Recusal.objects.visible_to(actor).filter(of_person(actor.user), matter__in=matters).values_list("matter", flat=True))
    assessed = set(Involvement.objects.visible_to(ASKING).filter(
        person=actor.user.person_id, matter__in=matters, kind=Involvement.Kind.ASSESSED).values_list("matter", flat=True))
    open_now = RollEntry.objects.visible_to(actor).filter(ballot__in=Ballot.objects.visible_to(actor).filter(IS_OPEN, item__in=items))
    voted = set(open_now.filter(person=actor.user.person_id).values_list("ballot__item", flat=True))
    return [Standing(item, _stands(item, declared.get(item.matter), recused, assessed, voted), declared.get(item.matter))
            for item in items]


def _stands(item, declaration, recused, assessed, voted):
    for holds, stands in (
        (item.matter in recused, Stands.RECUSED),
        (item.matter in assessed, Stands.ASSESSED),
        (declaration is None, Stands.NOT_ASKED),
        (declaration is not None and declaration.answered_at is None, Stands.DECLARE),
        (item.result, Stands.DECIDED),
        (item.pk in voted, Stands.VOTED),
        (item.has_open_ballot, Stands.VOTE),
    ):
        if holds:
            return stands
    return Stands.READ


@dataclass(frozen=True)
class Sitting:
    """One seat for one item: `outside` (takes no part), `voted`, `present` or `away`."""

    seat: Seat
    place: str


def sittings_of(item):
    """Everybody who has a seat on the day, and how they sit over this item. For whoever already reads the meeting."""
    outside, here = who_stands_outside([item])[item.matter], present_seats(item.meeting)
    voted = who_has_voted([item])[item.pk]
    return [Sitting(seat, _place(seat, outside, voted, here)) for seat in seats_on(item.meeting.body, item.meeting.day)]


def _place(seat, outside, voted, here):
    if names_of(seat.user) & outside:
        return "outside"
    if seat.pk in voted:
        return "voted"
    return "present" if seat.pk in here else "away"


def seats_to_vote(item):
    """The seats in the room whose holders take part in the item and have not voted in its open ballot."""
    return [one.seat for one in sittings_of(item) if one.place == "present"]


def stood_back(meeting):
    """{item's id: [the seat]} of whoever took no part in it, in the order of the seats. Two seat holders may have one name."""
    items, found = list(meeting.items.all()), defaultdict(list)
    outside, seats = who_stands_outside(items), seats_on(meeting.body, meeting.day)
    for item in items:
        found[item.pk] = [seat for seat in seats if names_of(seat.user) & outside[item.matter]]
    return found


def may_have_a_seat():
    """The accounts with the role of a committee member here, by name."""
    members = Membership.objects.visible_to(ASKING).filter(role=Role.COMMITTEE, ended_at=None)
    return User.objects.filter(pk__in=members.values("user"), is_active=True).select_related("person").order_by("person__name", "pk")
