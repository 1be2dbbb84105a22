"""Mandatory training at a house, by its job: what is missing is held open with its deadline, and how far the house is is counted."""
from django.db import transaction

from accounts.models import Agency
from core import clock
from core.tenancy import current_agency, current_agency_id
from core.workflow import record, require
from correspondence.workflow import close_deadlines, keep_days
from training.completion_notices import DUTY, GAPS
from training.models import CoverageCount, CoverageShare, OpenDuty
from training.models.coverage import FEW
from training.permissions import can_follow_training
from training.queries.coverage import coverage_here, duties_here, open_duties


@transaction.atomic
def follow_coverage_here(*, actor):
    """Everything by state, as it is this hour. Safe to do twice. Returns how many duties were opened, moved or settled."""
    require(can_follow_training(actor))
    duties = duties_here()
    courses, lines = coverage_here(duties)
    changed = _hold_open(courses, lines, actor)
    if duties:
        count_coverage([line for line in lines if line.is_employee], actor=actor)
    return changed


def _hold_open(courses, lines, actor):
    by_pk, known, wanted = {one.pk: one for one in courses}, open_duties(), {}
    for line in lines:
        for course, cell in line.gaps.items():
            wanted[course, line.user.pk] = (line, cell)
    opened = [_opened(known.get(key), by_pk[key[0]], *wanted[key]) for key in sorted(wanted)
              if not (key in known and known[key].settled_at is None and known[key].due_on == wanted[key][1].due_on)]
    settled = [one for key, one in known.items() if key not in wanted and one.settled_at is None]
    for one in settled:
        one.settled_at = clock.now()
        one.save(update_fields=["settled_at"])
        close_deadlines(one, actor=actor)
    for kind in (DUTY, GAPS):
        keep_days(opened, kind=kind, actor=actor)
    return len(opened) + len(settled)


def _opened(duty, course, line, cell):
    if duty is None:
        return OpenDuty.everything.create(host_id=course.agency_id, course=course, user=line.user, name=line.name[:60], due_on=cell.due_on,
                                          opened_at=clock.now())
    if duty.settled_at:
        duty.opened_at = clock.now()
    duty.name, duty.due_on, duty.settled_at = line.name[:60], cell.due_on, None
    duty.save(update_fields=["name", "due_on", "settled_at", "opened_at"])
    return duty


def count_coverage(employees, *, actor):
    """The year's row anew: exact for the house, for the Central institute a share of at least five employees."""
    agency, now, today = current_agency(), clock.now(), clock.today()
    people, covered = len(employees), sum(line.is_covered for line in employees)
    before = CoverageCount.everything.filter(year=today.year).values_list("people", "covered").first()
    CoverageCount.everything.update_or_create(agency_id=current_agency_id(), year=today.year, defaults={
        "as_of": today, "counted_at": now, "people": people, "covered": covered})
    if not agency.is_central:
        for central in Agency.objects.filter(kind=Agency.Kind.CENTRAL):
            CoverageShare.everything.update_or_create(agency_id=current_agency_id(), central=central, year=today.year, defaults={
                "as_of": today, "counted_at": now, "percent": share_told(covered, people)})
    if before != (people, covered):
        record("training.coverage_counted", agency, actor=actor, year=today.year)


def share_told(covered, people):
    """In whole percent, so that no number of persons follows from it; of fewer than five employees nothing."""
    return None if people < FEW else round(100 * covered / people)
