"""Consultations led as people would lead them: asked for, matched, visited, reported."""
from datetime import timedelta

from aftercare import workflow
from aftercare.models import Consultant, Consultation
from aftercare.queries import pieces_of
from core import clock
from tests import factories as f

WORDS = "기록을 어떻게 남겨야 할지 어렵습니다."


def listed(held, user=None, **fields):
    """On the list, knowing the service and the district of the certificate."""
    one = f.ConsultantFactory(user=user or held.consultant.user, **fields)
    f.ConsultantServiceFactory(consultant=one, service_type=held.certificate.service_type)
    f.ConsultantDistrictFactory(consultant=one, district=held.certificate.district)
    return one


def another(held, **fields):
    """A second consultant."""
    user = f.MembershipFactory(role="consultant").user
    return listed(held, user=user, **fields)


def asked(held, **said):
    facts = {"words": WORDS, "topics": [], "wished_on": [], "shared": pieces_of(held.owner, held.certificate)} | said
    return workflow.ask_consulting(held.certificate, **facts, actor=held.owner)


def again(row):
    return type(row).everything.get(pk=row.pk)


def chosen(held, row=None, consultant=None):
    row = row or asked(held)
    workflow.choose_consultant(row, consultant or Consultant.everything.get(user=held.consultant.user), actor=held.officer)
    return again(row)


def told(held, row=None):
    row = row or chosen(held)
    return workflow.answer_asking(row, is_accepted=True, actor=held.consultant)


def agreed(held, row=None):
    return workflow.agree_consultant(row or told(held), actor=held.owner)


def visited(held, row=None):
    """Set for tomorrow and noted two days later; who calls travels there. Returns the consultation and the moment after the visit."""
    row = row or agreed(held)
    visit = workflow.set_visit(row, starts_at=clock.now() + timedelta(days=1), hours=2, place="", actor=held.consultant)
    after = clock.now() + timedelta(days=2)
    with clock.travel(after):
        workflow.note_visit_done(visit, actor=held.consultant)
    return again(row), after


def reported(held, row=None):
    """The visit and the report; returns the consultation and the day of the report."""
    row, after = visited(held, row)
    with clock.travel(after):
        advice = {topic["code"]: "점검표를 월별로 묶어 두십시오." for topic in row.topics}
        workflow.save_report(row, found="기록이 흩어져 있습니다.", advice=advice, steps=[("월별 묶음", after.date())], base_version=0,
                             actor=held.consultant)
        workflow.hand_in_report(row, actor=held.consultant)
    return Consultation.everything.get(pk=row.pk), after
