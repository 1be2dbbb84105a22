"""Named reads about visits: one's own, how far the team is, what it agreed on, what is still waited for."""
from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Case, Count, F, IntegerField, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from accounts.actors import Actor
from accounts.models import Membership, Role, User
from visits.models import AgreedFinding, Entry, Finding, Operation, Photo, Visit, VisitItem, VisitMember
from visits.models.independence import items_all_in
from visits.stages import ENDED, Stage

OWN_PAGE = Actor.system("a visit's own page")                   # for whoever already reads the visit
RANK = Case(When(stage=Stage.UNDERWAY, then=0), When(stage=Stage.PLANNED, then=1), default=2)
WHILE_OPEN = Case(When(~Q(stage__in=ENDED), then=F("starts_at")))


def my_visits(actor):
    """Those whose team the actor belongs to now: under way, planned by date, then the ended, latest first; each with its numbers."""
    mine = VisitMember.objects.visible_to(actor).filter(user=actor.user, ended_at=None)
    judged = Finding.objects.visible_to(actor).filter(item__visit=OuterRef("pk"), author=actor.user).exclude(judgement="")
    items = VisitItem.objects.visible_to(actor).filter(visit=OuterRef("pk"))
    return (Visit.objects.visible_to(actor).filter(pk__in=mine.values("visit"))
            .annotate(items_count=_counted(items, "visit"), judged_count=_counted(judged, "item__visit"))
            .order_by(RANK, WHILE_OPEN.asc(nulls_last=True), "-starts_at", "-pk"))


def _counted(rows, by):
    counted = rows.order_by().values(by).annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), Value(0))


def visit_of(subject_type, subject: UUID):
    """The latest visit about this row of an app above, or None."""
    visits = Visit.objects.visible_to(Actor.system("the visit of what one already reads"))
    return visits.filter(subject_type=subject_type, subject=subject).order_by("-planned_at", "-pk").first()


def members_of(visit):
    """The team of today, its lead first."""
    members = VisitMember.objects.visible_to(OWN_PAGE).filter(visit=visit, ended_at=None)
    return members.select_related("user__person").order_by("-is_lead", "since_at", "pk")


def items_of(visit):
    return VisitItem.objects.visible_to(OWN_PAGE).filter(visit=visit).select_related("agreed", "judged_by__person").order_by("position")


def before_and_after(item):
    """(previous item or None, next item or None)."""
    others = VisitItem.objects.visible_to(OWN_PAGE).filter(visit=item.visit_id)
    return (others.filter(position__lt=item.position).order_by("-position").first(),
            others.filter(position__gt=item.position).order_by("position").first())


def place_of(item):
    """(its place among the visit's items, how many they are)."""
    others = VisitItem.objects.visible_to(OWN_PAGE).filter(visit=item.visit_id)
    numbers = others.aggregate(place=Count("pk", filter=Q(position__lte=item.position)), of=Count("pk"))
    return numbers["place"], numbers["of"]


def my_finding(actor, item):
    return Finding.objects.visible_to(actor).filter(item=item, author=actor.user).first()


def findings_of(actor, item):
    """The team's judgements of an item as far as the actor may see them: all of them once all are in, else one's own."""
    team = members_of(item.visit_id).order_by().values("user")
    findings = Finding.objects.visible_to(actor).filter(item=item, author__in=team)
    return findings.select_related("author__person").order_by("recorded_at", "pk")


def photos_of(actor, item):
    """In the order they came."""
    photos = Photo.objects.visible_to(actor).filter(item=item, removed_at=None)
    return photos.select_related("author__person").order_by("received_at", "pk")


def entries_of(actor, item):
    """Interviews and samples of an item, as far as the actor may see them, in the order they came."""
    entries = Entry.objects.visible_to(actor).filter(item=item, removed_at=None)
    return entries.select_related("author__person").order_by("recorded_at", "pk")


def judged_by_all(item):
    """Whether everybody of the team of today who has to has judged it."""
    items = VisitItem.objects.visible_to(OWN_PAGE).filter(pk=item.pk)
    return items_all_in(items, Finding.objects.visible_to(OWN_PAGE)).exists()


def agreed_of(visit) -> dict[str, AgreedFinding]:
    """{code: what the team agreed on}; a code is missing where it did not."""
    agreed = AgreedFinding.objects.visible_to(OWN_PAGE).filter(item__visit=visit).select_related("item")
    return {one.item.code: one for one in agreed.order_by("item__position")}


def not_agreed(visit) -> list[str]:
    """The codes without an agreed judgement, in their order."""
    return list(items_of(visit).filter(agreed=None).values_list("code", flat=True))


@dataclass(frozen=True)
class Coverage:
    """Who has judged an item, never how. `judged`, `judging`: accounts' ids, of the team of today and of those who have to, only."""

    item: VisitItem
    judged: frozenset[int]
    judging: frozenset[int]
    is_agreed: bool

    @property
    def of(self):
        return len(self.judging)

    @property
    def all_in(self):
        return 0 < self.of == len(self.judged)


def coverage_of(visit) -> list[Coverage]:
    """How far the team is with each item, in their order."""
    team = frozenset(members_of(visit).values_list("user", flat=True))
    judged = defaultdict(set)
    rows = Finding.objects.visible_to(OWN_PAGE).filter(item__visit=visit, author__in=team).exclude(judgement="")
    for item, author in rows.values_list("item", "author"):
        judged[item].add(author)
    items = [(item, frozenset([item.judged_by_id]) if item.judged_by_id else team) for item in items_of(visit)]
    return [Coverage(item, frozenset(judged[item.pk]) & judging, judging & team, hasattr(item, "agreed")) for item, judging in items]


@dataclass(frozen=True)
class Tile:
    """An item on the overview of one member."""

    coverage: Coverage
    mine: Finding | None
    differs: bool

    @property
    def item(self):
        return self.coverage.item


def tiles_of(actor, visit) -> list[Tile]:
    """Each item with the actor's own judgement, the team's progress, and whether the judgements that are in differ."""
    team = members_of(visit).order_by().values("user")
    seen = defaultdict(dict)
    for finding in Finding.objects.visible_to(actor).filter(item__visit=visit, author__in=team):
        seen[finding.item_id][finding.author_id] = finding
    me = actor.user and actor.user.pk
    tiles = []
    for coverage in coverage_of(visit):
        sheets = seen[coverage.item.pk]
        differs = coverage.all_in and len({sheet.judgement for sheet in sheets.values()}) > 1
        tiles.append(Tile(coverage, sheets.get(me), differs))
    return tiles


def next_to_agree(visit, after):
    """The next item that all have judged and none has agreed on, from there on and round; or None."""
    waiting = [one.item for one in coverage_of(visit) if one.all_in and not one.is_agreed]
    return next((item for item in waiting if item.position > after.position), waiting[0] if waiting else None)


def waits_for(visit) -> str:
    """What the visit waits for, as a sentence; empty when it has ended."""
    if visit.has_ended:
        return ""
    if not members_of(visit).exists():
        return _("The team is still to be named.")
    if visit.stage == Stage.PLANNED:
        return _("The visit is planned and has not begun.")
    coverage = coverage_of(visit)
    open_judgements = sum(one.of - len(one.judged) for one in coverage if not one.is_agreed)
    if open_judgements:
        return _("Judgements still to come from the team: %(number)s.") % {"number": open_judgements}
    if missing := [one.item.code for one in coverage if not one.is_agreed]:
        return _("The team has still to agree on: %(codes)s.") % {"codes": ", ".join(missing)}
    return _("The lead has still to lock the record.") if visit.closing_statement else _("The closing statement is still to be written.")


def team_of(visit):
    """The accounts of the team of today."""
    return User.objects.filter(pk__in=members_of(visit).order_by().values("user"), is_active=True)


def officers_of(visit):
    """The officers and managers of its agency."""
    deciding = Membership.objects.visible_to(Actor.system("whom a visit reports to")).filter(
        role__in=(Role.OFFICER, Role.MANAGER), ended_at=None)
    return User.objects.filter(pk__in=deciding.values("user"), is_active=True)


def kept_aside(actor, visit):
    """What came from devices and changed nothing, as far as the actor may read it: for the agency once the visit has ended."""
    rows = Operation.objects.visible_to(actor).filter(visit=visit, outcome=Operation.Outcome.KEPT)
    return rows.select_related("item", "author__person").order_by("received_at", "pk")


def number_kept_aside(visit):
    return Operation.objects.visible_to(OWN_PAGE).filter(visit=visit, outcome=Operation.Outcome.KEPT).count()


def visits_done(actor, users):
    """{account's id: in how many visits that were carried out it was on the team}, in one statement."""
    rows = VisitMember.objects.visible_to(actor).filter(user__in=users, ended_at=None, visit__stage=Stage.LOCKED)
    return dict(rows.order_by().values("user").annotate(number=Count("visit", distinct=True)).values_list("user", "number"))
