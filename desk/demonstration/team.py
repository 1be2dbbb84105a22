"""An assessor challenged by the provider, and what the manager said to it."""
from core import clock
from desk.demonstration.cases import WORKER, at
from evaluations import workflow
from evaluations.models import Assignment

DOUBT = "위원께서 3년 전 우리 기관 이용자의 보호자로서 민원을 제기하신 일이 있어 공정한 심사가 어려울까 우려됩니다."
ANSWER = "민원은 같은 이름의 다른 보호자가 제기한 것으로 확인되었습니다. 위원과 귀 기관 사이에 이해관계가 없어 신청을 기각합니다."


def challenged_in_vain(case, day, decided_on):
    """The second assessor, who goes on."""
    assignment = Assignment.objects.visible_to(WORKER).get(application=case.application, user=case.team[1].user, ended_at=None)
    with clock.travel(at(day, 11)):
        challenge = workflow.challenge_assessor(assignment, reason=DOUBT, actor=case.owner, arrived_at=clock.now())
    with clock.travel(at(decided_on, 14)):
        workflow.decide_challenge(challenge, is_granted=False, reason=ANSWER, actor=case.office.manager)
