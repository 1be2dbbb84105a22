"""Bodies of the network: for Central's staff all of them, for everybody else those in which they sit, and what their agency does there."""
from django.db.models import Exists, OuterRef, Q

from accounts.actors import Actor
from accounts.models import Role, User
from accounts.models.memberships import DESK_ROLES
from accounts.queries import accounts_holding
from agencies.models import (
    AgendaPaper,
    AgendaProposal,
    AgendaProposalFile,
    AgendaText,
    Council,
    CouncilTask,
    Minutes,
    Naming,
    Place,
    Resolution,
    TaskReport,
)
from agencies.permissions import at_central
from agencies.stages import AgendaProposalStage
from core import clock
from core.tenancy import current_agency_id
from panels.models import AgendaItem, Meeting, Seat
from panels.models.body import opens_on
from panels.queries import seats_on
from panels.stages import MeetingStage

LOOKING = Actor.system("the bodies of the network")
KEEPERS = (Role.OFFICER, Role.MANAGER)


def councils(actor):
    """Those that this person may read, the directors' council first."""
    return Council.objects.visible_to(actor).select_related("body").order_by("kind", "body__name_ko", "pk")


def places_of(actor, council):
    """The places of a body at present, for Central; of an agency its own."""
    rows = Place.objects.visible_to(actor).filter(body=council.body_id, ended_at=None)
    return rows.select_related("member").order_by("member__name_ko", "pk")


def own_places(actor):
    """This agency's places, each with whether somebody holds it today or will."""
    today = clock.today()
    held = Naming.objects.visible_to(actor).filter(
        Q(to_on=None) | Q(to_on__gte=today), stands_for=None, called_off_at=None, place=OuterRef("pk"))
    rows = Place.objects.visible_to(actor).filter(member=current_agency_id(), ended_at=None)
    return rows.annotate(is_filled=Exists(held)).order_by("body_ko", "pk")


def namings_of(actor, place):
    """Who held, holds and will hold a place, the latest first; substitutes among them."""
    rows = Naming.objects.visible_to(actor).filter(place=place)
    return rows.select_related("user__person", "meeting", "stands_for__user__person").order_by("-from_on", "-pk")


def running_namings(actor, place):
    """Terms that are not over."""
    return namings_of(actor, place).filter(Q(to_on=None) | Q(to_on__gte=clock.today()), stands_for=None, called_off_at=None)


def people_to_send():
    """Whom an agency can send: whoever works at its desk."""
    return accounts_holding(*DESK_ROLES).select_related("person").order_by("person__name", "pk")


def members_of(council):
    """The seats held today. For whoever already reads the body."""
    return seats_on(council.body, clock.today())


def meetings_in(actor, council):
    return Meeting.objects.visible_to(actor).filter(body=council.body_id).order_by("-meets_at", "-pk")


def meetings_to_come(place):
    """Meetings of the body for which somebody else can be named. Its agency's officers know them by title and time without a seat."""
    return Meeting.objects.visible_to(LOOKING).filter(body=place.body_id, stage=MeetingStage.PLANNED).order_by("meets_at", "pk")


def council_meetings(actor):
    """Meetings of the bodies that this person may read."""
    return Meeting.objects.visible_to(actor).filter(body__published_at__isnull=False).select_related("body", "called_by__person")


def agenda_in(actor, meeting):
    """[(item, its text or None, its papers, its resolutions)], in order. What was taken off is not there."""
    items = list(AgendaItem.objects.visible_to(actor).filter(meeting=meeting, withdrawn_at=None).order_by("position"))
    texts = {one.item_id: one for one in AgendaText.objects.visible_to(actor).filter(item__in=items).select_related("proposed_by")}
    papers, resolved = {}, {}
    for one in AgendaPaper.objects.visible_to(actor).filter(item__in=items).order_by("pk"):
        papers.setdefault(one.item_id, []).append(one)
    for one in Resolution.objects.visible_to(actor).filter(item__in=items).order_by("number"):
        resolved.setdefault(one.item_id, []).append(one)
    return [(one, texts.get(one.pk), papers.get(one.pk, []), resolved.get(one.pk, [])) for one in items]


def council_items(actor):
    return AgendaItem.objects.visible_to(actor).filter(meeting__body__published_at__isnull=False).select_related("meeting__body")


def council_seats(actor):
    return Seat.objects.visible_to(actor).filter(body__published_at__isnull=False).select_related("body", "user__person")


def papers_to_read(actor):
    return AgendaPaper.objects.visible_to(actor).select_related("item__meeting")


def resolutions(actor):
    return Resolution.objects.visible_to(actor).select_related("meeting__body")


def minutes_of(actor, meeting):
    """What this person may read of them, or None."""
    return Minutes.objects.visible_to(actor).filter(meeting=meeting).select_related("approved_in", "written_by__person").first()


def proposals(actor):
    """At Central what was handed in; at an agency its own, drafts for their authors alone. The latest first."""
    rows = AgendaProposal.objects.visible_to(actor).select_related("agency", "author__person", "item__meeting")
    return rows.order_by("-begun_at", "-pk")


def waiting_proposals(actor, council=None):
    rows = proposals(actor).filter(stage=AgendaProposalStage.HANDED_IN, central=current_agency_id())
    return rows.filter(body=council.body_id) if council else rows


def papers_given(actor):
    """Without the giver's file row: at Central that join would drop every paper."""
    return AgendaProposalFile.objects.visible_to(actor).select_related("proposal")


def tasks(actor):
    """At Central all, at an agency its own: what is open by its day, then what is done."""
    return CouncilTask.objects.visible_to(actor).select_related("owner__person", "responsible", "resolution")


def open_tasks(actor):
    return tasks(actor).filter(done_at=None).order_by("due_on", "pk")


def tasks_in(actor, state):
    """`late`, `done`, or else what is open."""
    if state == "done":
        return tasks(actor).exclude(done_at=None).order_by("-done_at", "-pk")
    return open_tasks(actor).filter(due_on__lt=clock.today()) if state == "late" else open_tasks(actor)


def reports_on(actor, task):
    return TaskReport.objects.visible_to(actor).filter(task=task).select_related("reported_by__person").order_by("-pk")


def reports_to_answer(actor):
    return TaskReport.objects.visible_to(actor).filter(central=current_agency_id(), answered_at=None)


def heirs_of(task):
    """Whom this agency sends to the task's body today: the seats."""
    rows = Seat.objects.visible_to(LOOKING).filter(opens_on(clock.today()), body__public_id=task.body_key, sent_by=task.responsible_id)
    return User.objects.filter(pk__in=rows.values("user")).select_related("person").order_by("person__name", "pk")


def waiting_in_bodies(actor):
    """How much waits for this person: at Central proposals, reports and owners who are gone; at an agency places without a holder and
    tasks of one's own."""
    if not actor.is_staff:
        return 0
    own = open_tasks(actor).filter(owner=actor.user, owner_gone_at=None).exclude(
        pk__in=TaskReport.objects.visible_to(actor).filter(answered_at=None).values("task")).count()
    if not actor.has(*KEEPERS):
        return own
    gone = open_tasks(actor).exclude(owner_gone_at=None).count()
    if at_central():
        own += waiting_proposals(actor).count() + reports_to_answer(actor).count()
    return own + gone + own_places(actor).filter(is_filled=False).count()
