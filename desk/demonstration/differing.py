"""One assessor sees some things more strictly than the colleagues: in the documents and on site, and how each team came to agree."""
import uuid

from accounts.actors import Actor
from core import clock
from desk.demonstration.texts import FOUND
from evaluations import workflow
from evaluations.models import ConsolidatedJudgement
from visits import workflow as visits
from visits.models import VisitItem

WORKER = Actor.system("the demonstration")
STRICT = 2                                      # her place among the office's assessors
IN_DOCUMENTS, ON_SITE = ("4.1.1", "2.1.2"), ("4.1.1",)
SURPRISES = ("2.2.2",)                          # its papers look right, whatever is found on site
AGREED_IN_DOCUMENTS = "제출한 자료는 갖추어져 있고, 실제 운영은 현장에서 확인하기로 하였습니다."
AGREED_ON_SITE = "결과보고서의 목표 대비 분석을 함께 다시 읽고 적합으로 정하였습니다."


def strict_in(case):
    """Her place in the team of this case, or None."""
    return next((place for place, one in enumerate(case.team) if one is case.office.assessors[STRICT]), None)


def doubts_of(case):
    """{code: words} of her sheet, of indicators that the others find in order."""
    return {code: {"verdict": "onsite", "reason_code": "in_practice", "reason": FOUND[code][1]}
            for code in IN_DOCUMENTS if code not in case.unmet}


def settle(case, codes):
    """The lead writes down what the team agreed on where they differed."""
    rows = ConsolidatedJudgement.objects.visible_to(WORKER).filter(application=case.application, required__code__in=codes)
    for row in rows.order_by("pk"):
        workflow.save_consolidated(row, verdict="onsite", reason=AGREED_IN_DOCUMENTS, base_version=row.version, actor=case.team[0])


def doubted_on_site(case):
    """{code: words} that she records there, of indicators that the team finds in order."""
    return {code: {"judgement": "noncompliant", "reason_code": FOUND[code][0], "text": FOUND[code][1]}
            for code in ON_SITE if code not in case.unmet}


def agree_on_the_rest(case, codes):
    for item in VisitItem.objects.visible_to(WORKER).filter(visit=case.visit, code__in=codes).order_by("position"):
        visits.agree_finding(item, operation_id=uuid.uuid4(), base_version=0, judgement="compliant", text=AGREED_ON_SITE,
                             actor=case.team[0], arrived_at=clock.now())
