"""What tests of watching have in common: a certificate on an edition of eight indicators, people of the pool, a visit carried out."""
import uuid
from datetime import date

from accounts.actors import Actor
from aftercare import workflow
from aftercare.models import InspectionRow
from aftercare.tasks import take_over_monitoring
from core import clock
from panels.models import Declaration
from tests import factories as f
from tests.aftercare.conftest import seoul
from visits import workflow as visits
from visits.models import Visit
from visits.queries import items_of

MAY, JULY = seoul(2027, 5, 10, 9), seoul(2027, 7, 1, 9)
ALWAYS = ["1.2.1", "1.2.3"]


def certificate_of_eight(held):
    """Of the same provider and service, on an edition with 1.2.1 to 1.2.8; the one of `held` has gone before it."""
    held.certificates.filter(pk=held.certificate.pk).update(ended_on=date(2025, 12, 9), ended_as="superseded")
    version = f.FrameworkVersionFactory(framework=held.framework, indicators=0)
    criterion = f.CriterionFactory(code="1.2", area=f.AreaFactory(version=version, code="9"))
    for place in range(1, 9):
        f.IndicatorFactory(criterion=criterion, code=f"1.2.{place}", position=place)
    version.published_at = clock.now()
    version.save(update_fields=["published_at"])
    return f.CertificateFactory(offering=held.offering, version=version)


def rows(inspection):
    return list(InspectionRow.everything.filter(inspection=inspection).order_by("position"))


def save(row, actor, *, rating="meets", change="unchanged", text="", base=None):
    return workflow.save_inspection_row(row, rating=rating, change=change, text=text, base_version=row.version if base is None else base,
                                        actor=actor, arrived_at=clock.now())


def written(held, duty):
    """Begun, and every row unchanged."""
    inspection = workflow.begin_inspection(duty, actor=held.owner, arrived_at=clock.now())
    for row in rows(inspection):
        save(row, held.owner)
    return inspection


def handed_in(held, duty):
    return workflow.hand_in_inspection(written(held, duty), actor=held.owner, arrived_at=clock.now())


def assessors(count=2):
    """Accounts of the pool."""
    users = [f.MembershipFactory(role="assessor").user for _ in range(count)]
    for user in users:
        f.PoolMemberFactory(user=user)
    return users


def team(users):
    return [(user, place == 0) for place, user in enumerate(users)]


def planned(held, duty, users, **changes):
    usual = {"team": team(users), "codes": [f"1.2.{n}" for n in range(1, 7)], "starts_at": seoul(2027, 7, 20, 10), "actor": held.officer}
    return workflow.plan_monitoring(duty, **usual | changes)


def declare(monitoring, user, has_interest=False, statement=""):
    asked = Declaration.everything.get(matter=monitoring.public_id, user=user)
    return workflow.declare_for_monitoring(asked, has_interest=has_interest, statement=statement, actor=Actor.of(user))


def carried_out(monitoring, users, unmet=("1.2.2",), lock=True):
    """Judged alike by both, agreed, closed, locked; and taken over as the worker does."""
    visit = Visit.everything.get(pk=monitoring.visit_id)
    lead = Actor.of(users[0])
    visits.begin_visit(visit, actor=lead)
    for item in items_of(visit):
        said = {"judgement": "noncompliant", "reason_code": "not_done", "text": "점검 기록이 없음"} if item.code in unmet else {
            "judgement": "compliant"}
        for user in users:
            visits.record_finding(item, operation_id=uuid.uuid4(), base_version=0, **said, actor=Actor.of(user), arrived_at=clock.now())
        visits.agree_finding(item, operation_id=uuid.uuid4(), base_version=0, **said, actor=lead, arrived_at=clock.now())
    visits.close_with_statement(visit, statement="수고하셨습니다.", acknowledged_by="정다인", acknowledged_function="시설장", actor=lead)
    if lock:
        visits.lock_visit(visit, actor=lead)
    else:
        visits.end_early(visit, reason="정전으로 중단", actor=lead)
    take_over_monitoring(visit_id=visit.pk)
    return type(monitoring).everything.get(pk=monitoring.pk)
