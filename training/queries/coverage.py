"""Mandatory training (필수교육): who has to have what by when at this house, and how far it is."""
from dataclasses import dataclass, field

from django.db.models import Q

from accounts.actors import Actor
from accounts.models import Membership, Role, User
from accounts.queries import accounts_holding
from core import clock
from core.tenancy import current_agency_id
from panels.models import PoolMember
from training.coverage import cell_of, due_day, worse_of
from training.models import Completion, CourseDuty, CoverageCount, CoverageShare, OpenDuty
from training.stages import CourseStage

COUNTING = Actor.system("mandatory training of the house")
EMPLOYED = (Role.OFFICER, Role.MANAGER, Role.DIRECTOR, Role.TRAINER, Role.EMPLOYEE, Role.AUDITOR, Role.ADMIN)     # who works for the house
ForWhom = CourseDuty.ForWhom


@dataclass
class Line:
    """One person with the courses that they have to have."""

    user: User
    name: str
    roles: list
    is_employee: bool
    cells: dict = field(default_factory=dict)           # {course pk: Cell}

    @property
    def is_covered(self):
        return all(cell.counts for cell in self.cells.values())

    @property
    def gaps(self):
        return {course: cell for course, cell in self.cells.items() if cell.is_gap}


def duties_here(actor=COUNTING):
    """What the people of this house have to have: by the Central institute's courses in the catalogue and by its own."""
    offered = Q(course__stage=CourseStage.OFFERED, course__published_at__isnull=False)
    here = Q(agency=current_agency_id()) | Q(agency__kind="central")
    rows = CourseDuty.objects.visible_to(actor).filter(offered, here, from_on__lte=clock.today())
    return list(rows.select_related("course").order_by("course__category", "course__code", "pk"))


def coverage_here(duties=None, of=None):
    """([courses in the order of the catalogue], [Line] by name): everybody who works here and every assessor of the pool, or the one
    account `of`.

    For whoever has asked whether its reader may: the roles of people and the pool are read for the house's training as a whole.
    """
    duties = duties_here() if duties is None else duties
    courses = list({one.course_id: one.course for one in duties}.values())
    people, came = _people_here({"user": of} if of else {})
    held = _held_by(people, courses)
    today = clock.today()
    for line in people.values():
        for duty in duties:
            since = came.get((line.user.pk, _key_of(duty)))
            if since is not None:
                cell = cell_of(today, due_day(since, duty.from_on, duty.within_days), held.get((line.user.pk, duty.course_id), ()))
                before = line.cells.get(duty.course_id)
                line.cells[duty.course_id] = worse_of(before, cell) if before else cell
    return courses, sorted(people.values(), key=lambda line: (line.name, line.user.pk))


def _key_of(duty):
    return duty.role if duty.for_whom == ForWhom.ROLE else duty.for_whom


def _people_here(chosen):
    """({account's pk: Line}, {(account's pk, role or for whom): the day since when})."""
    people, came = {}, {}
    chosen = {"user__is_active": True, **chosen}
    roles = Membership.objects.visible_to(COUNTING).filter(ended_at=None, **chosen).select_related("user__person")
    for one in roles.order_by("began_at", "pk"):
        day, keys = clock.seoul(one.began_at).date(), [one.role]
        if one.role in EMPLOYED:
            keys.append(ForWhom.STAFF)
            _line_of(people, one.user).is_employee = True
        for key in keys:
            came.setdefault((one.user_id, key), day)
        if one.user_id in people or one.role == Role.ASSESSOR:
            _line_of(people, one.user).roles.append(Role(one.role).label)
    for member in PoolMember.objects.visible_to(COUNTING).filter(left_at=None, **chosen).select_related("user__person"):
        _line_of(people, member.user)
        came[member.user_id, ForWhom.ASSESSORS] = clock.seoul(member.joined_at).date()
    return people, came


def _line_of(people, user):
    return people.setdefault(user.pk, Line(user, str(user), [], False))


def _held_by(people, courses):
    """{(account, course): [until when each completion counts]}."""
    rows = Completion.objects.visible_to(COUNTING).filter(
        house=current_agency_id(), is_current=True, outcome=Completion.Outcome.COMPLETED, user__in=people,
        run__course__in=[one.pk for one in courses])
    held: dict = {}
    for user, course, until in rows.values_list("user", "run__course", "valid_until"):
        held.setdefault((user, course), []).append(until)
    return held


def own_duties(actor):
    """[(course, Cell)]: what the actor has to have here, what is missing first."""
    courses, lines = coverage_here(of=actor.user) if actor.user else ([], [])
    found = [(one, mine.cells[one.pk]) for one in courses for mine in lines if one.pk in mine.cells]
    return sorted(found, key=lambda pair: (not pair[1].is_gap, pair[1].due_on or pair[1].until_on or clock.today()))


def open_duties():
    """{(course, account): OpenDuty} of this house, settled ones too. For the job."""
    return {(one.course_id, one.user_id): one for one in OpenDuty.objects.visible_to(COUNTING)}


def counted_coverage(actor):
    """This house's own figures, a row for each year."""
    return CoverageCount.objects.visible_to(actor)


def told_coverage(actor):
    """What the agencies told the Central institute, the latest year first; for its staff."""
    return CoverageShare.objects.visible_to(actor).filter(central=current_agency_id())


def training_officers(_duty):
    """Who keeps the training of the house; where nobody does, its managers."""
    officers = accounts_holding(Role.TRAINER)
    return officers if officers.exists() else accounts_holding(Role.MANAGER)


def directors(_duty):
    """Who hears of what stays undone two weeks after its day."""
    return accounts_holding(Role.DIRECTOR)
