"""Duties of the certified in the demonstration: planned with each announcement; most were done, some are late, one was moved, one added."""
from datetime import timedelta

from aftercare import workflow
from aftercare.models import Duty, DutyKind
from aftercare.queries import certificates_to_lapse, rules_of
from aftercare.queries.sanction_basis import kept_bases
from certification.models import Certificate
from core import clock
from desk.demonstration.cases import WORKER, at, workday
from desk.demonstration.holding import owner_of
from desk.demonstration.renewing import OFFICES
from desk.demonstration.watching import write

ALWAYS = ["1.2.1", "2.2.2", "3.1.1", "3.2.1"]
LATE = 4                                # of nine that were due each fifth
HELD_UP = timedelta(days=220)           # what was due longer ago was done in the end
ADDED_TO = "office@dasom.example"         # never late: what the desk added to it is to be done now


def owe(office):
    """From the first announcement on, as the worker would have planned it."""
    certificates = Certificate.objects.visible_to(WORKER).filter(origin="issued").select_related("framework")
    for certificate in certificates.order_by("issued_at", "pk"):
        with clock.travel(certificate.issued_at):
            give_plan(office, certificate.framework)
            workflow.plan_duties(certificate, actor=WORKER)
    for certificate in certificates_to_lapse(WORKER):
        workflow.lapse_with_certificate(certificate, actor=WORKER)
    look_back(office)
    move_one(office)
    add_one(office)


def give_plan(office, framework):
    if rules_of(WORKER, framework).exists():
        return
    workflow.set_rule(framework, DutyKind.SELF_INSPECTION, years=[1, 2, 3], month_from=5, month_to=5, actor=office.manager)
    workflow.set_rule(framework, DutyKind.MONITORING_VISIT, years=[2], month_from=6, month_to=10, sample=ALWAYS, sample_size=6,
                      actor=office.manager)
    workflow.set_bases(framework, {ground: tuple(one) for ground, one in kept_bases(framework).items()}, actor=office.manager)


def look_back(office):
    """What was due by now: done in time, but for some that nobody has done yet. Who renews has done everything."""
    today = clock.today()
    rows = Duty.objects.visible_to(WORKER).filter(stage="open", due_on__lt=today).select_related("provider").order_by("due_on", "pk")
    renewing = rows.filter(provider__email__in=OFFICES)
    for place, duty in [*((0, duty) for duty in renewing), *enumerate(rows.exclude(provider__email__in=OFFICES))]:
        if place % 9 == LATE and today - duty.due_on < HELD_UP and duty.provider.email != ADDED_TO:
            continue
        moment = at(workday(duty.due_on - timedelta(days=3 + place % 12)), 10 + place % 7)
        with clock.travel(moment):
            if duty.provider.email == ADDED_TO and duty.kind == DutyKind.SELF_INSPECTION:
                hand_in(office, duty)
            else:
                workflow.fulfil_duty(duty, answer=None, arrived_at=moment, actor=WORKER)


def hand_in(office, duty):
    """Of the organisation that is looked at most its own self-inspection stands behind it, and the desk has read it."""
    owner = owner_of(duty.certificate)
    inspection = workflow.hand_in_inspection(write(duty, owner, {}), actor=owner, arrived_at=clock.now())
    workflow.note_inspection_seen(inspection, actor=office.officer)


def move_one(office):
    coming = Duty.objects.visible_to(WORKER).filter(stage="open", due_on__gt=clock.today(), kind=DutyKind.MONITORING_VISIT)
    if duty := coming.order_by("due_on", "pk").first():
        with clock.travel(at(workday(clock.today() - timedelta(days=9)), 14)):
            workflow.move_duty(duty, to_on=duty.due_on + timedelta(days=14), actor=office.officer,
                               reason="사업장 이전 공사가 10월 말에 끝납니다. 공사가 끝난 뒤에 방문합니다.")


def add_one(office):
    """Of the organisation that has one to do now."""
    rows = Certificate.objects.visible_to(WORKER).filter(provider__email=ADDED_TO, ended_on=None)
    certificate = rows.filter(valid_to__gt=clock.today() + timedelta(days=60)).order_by("pk").first()
    if certificate:
        with clock.travel(at(workday(clock.today() - timedelta(days=7)), 11)):
            workflow.demand_duty(certificate, DutyKind.SELF_INSPECTION, opens_on=clock.today(), origin=Duty.Origin.DESK,
                                 due_on=clock.today() + timedelta(days=24), actor=office.officer,
                                 reason="대표자가 바뀌어 운영 체계를 다시 확인하려고 합니다.")
