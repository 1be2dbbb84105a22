"""What holders of 2024 are watched by in the demonstration: a self-inspection handed in and one half written, a monitoring visit with a
corrective action that waits."""
import uuid
from datetime import timedelta

from accounts.actors import Actor
from aftercare import workflow
from aftercare.models import Duty, DutyKind, InspectionRow
from aftercare.queries import Would, candidates_to_go
from aftercare.tasks import take_over_monitoring
from certification.models import Certificate
from core import clock
from desk.demonstration.cases import WORKER, at, workday
from desk.demonstration.holding import owner_of
from panels.models import Declaration
from visits import workflow as visits
from visits.queries import items_of, visit_of

WHY = "인증 후 사후관리 계획에 따라 실시합니다."
CHANGED = {"1.2.1": "점검표를 종이에서 태블릿 입력으로 바꾸었습니다. 매월 첫 주에 담당자가 입력하고 시설장이 확인합니다.",
           "2.2.2": "제공기록 서식에 보호자 확인란을 추가하였습니다."}
LOOKED_AT = ("1.2.1", "2.1.1", "2.2.2", "3.1.1", "3.1.2", "3.2.1")
NOT_MET = {"3.1.1": "최근 석 달의 안전점검표에 점검자 서명이 없고, 10월 점검표는 작성되지 않았습니다."}


def watch(office):
    """After the rounds; by whom somebody signs in to see it: owner@dasom.example writes."""
    writing, handing_in, visited = (certificate_of(account) for account in ("dasom", "gaon", "haetsal"))
    inspect(office, writing, rows=7)
    inspect(office, handing_in)
    visit(office, visited)


def certificate_of(account):
    """Its first one that is in force."""
    rows = Certificate.objects.visible_to(WORKER).filter(provider__email=f"office@{account}.example", version__isnull=False, ended_on=None)
    return rows.order_by("serial", "pk").first()


def ago(days):
    return clock.today() - timedelta(days=days)


def demand(office, certificate, kind, first, last):
    with clock.travel(at(first, 9)):
        return workflow.demand_duty(certificate, kind, opens_on=first, due_on=last, origin=Duty.Origin.DESK, reason=WHY,
                                    actor=office.officer)


def inspect(office, certificate, rows=None):
    """Written by its owner over a week; handed in unless only some `rows` are written."""
    duty, owner = demand(office, certificate, DutyKind.SELF_INSPECTION, ago(25), clock.today() + timedelta(days=15)), owner_of(certificate)
    with clock.travel(at(ago(6), 10)):
        inspection = write(duty, owner, CHANGED, rows)
    if rows is None:
        with clock.travel(at(ago(3), 16)):
            workflow.hand_in_inspection(inspection, actor=owner, arrived_at=clock.now())


def write(duty, owner, changed, rows=None):
    """A self-inspection with as many of its rows; `changed`: {code: what changed}, the rest is as it was."""
    inspection = workflow.begin_inspection(duty, actor=owner, arrived_at=clock.now())
    kept = InspectionRow.objects.visible_to(owner).filter(inspection=inspection).select_related("indicator").order_by("position")
    for row in kept[:rows]:
        text = changed.get(row.indicator.code, "")
        workflow.save_inspection_row(row, rating=row.rating or "meets", change="changed" if text else "unchanged", text=text,
                                     base_version=row.version, actor=owner, arrived_at=clock.now())
    return inspection


def visit(office, certificate):
    """Announced, carried out five weeks ago; one indicator was not met."""
    duty, day = demand(office, certificate, DutyKind.MONITORING_VISIT, ago(80), clock.today() + timedelta(days=10)), workday(ago(28), 0)
    with clock.travel(at(ago(60), 11)):
        free = [one.member.user for one in candidates_to_go(office.officer, Would(duty)) if one.is_free][:2]
        monitoring = workflow.plan_monitoring(duty, team=[(user, place == 0) for place, user in enumerate(free)], codes=LOOKED_AT,
                                              starts_at=at(day, 10), actor=office.officer)
    with clock.travel(at(ago(57), 10)):
        for asked in Declaration.objects.visible_to(WORKER).filter(matter=monitoring.public_id).order_by("pk"):
            workflow.declare_for_monitoring(asked, has_interest=False, statement="", actor=Actor.of(asked.user))
    carry_out(visit_of("aftercare.monitoring", monitoring.public_id), [Actor.of(user) for user in free], day)


def carry_out(there, team, day):
    with clock.travel(at(day, 10)):
        visits.begin_visit(there, actor=team[0])
        for item in items_of(there):
            text = NOT_MET.get(item.code, "")
            said = {"judgement": "noncompliant", "reason_code": "out_of_date", "text": text} if text else {"judgement": "compliant"}
            for actor in team:
                visits.record_finding(item, operation_id=uuid.uuid4(), base_version=0, **said, actor=actor, arrived_at=clock.now())
            visits.agree_finding(item, operation_id=uuid.uuid4(), base_version=0, **said, actor=team[0], arrived_at=clock.now())
        visits.close_with_statement(there, statement="점검에 협조해 주셔서 감사합니다. 안전점검표 작성은 시정이 필요합니다.",
                                    acknowledged_by="담당자", acknowledged_function="시설장", actor=team[0])
        visits.lock_visit(there, actor=team[0])
        take_over_monitoring(visit_id=there.pk)
