"""One provider looked at itself before it began to write: what it noted, for its own people. All of it invented."""
from accounts.models import Agency, User
from core import clock
from core.tenancy import within
from desk.demonstration.cases import WORKER, actor_of, at, workday
from evaluations import workflow
from evaluations.models import DiagnosisAnswer
from providers.models import Provider

NOTES = {       # code → (rating, note)
    "1.2.2": ("partly", "신규 직원 한 분의 법정교육 이수증이 아직 없음. 한소율 선생님이 다음 주까지 챙기기로 함."),
    "2.2.3": ("not_yet", "중간점검 서식은 있으나 기록을 남기지 않고 있음. 다음 달부터 3개월마다 점검하기로 함."),
    "3.1.1": ("partly", "소방 점검은 하는데 대피 훈련 사진이 없음. 가을 훈련 때 찍어 둘 것."),
    "3.2.2": ("not_yet", "불만은 전화로 바로 처리해 왔고 접수 대장이 없음. 대장 양식부터 만들기."),
    "4.2.1": ("partly", "만족도 조사는 했지만 결과를 게시하지 않음."),
}
KEPT = "서류가 갖추어져 있음."


def build_diagnosis():
    with within(Agency.objects.get(slug="busan")):
        owner = actor_of(User.objects.get(email="owner@haetsal.example").pk)
        provider = Provider.objects.visible_to(WORKER).get(name="햇살아동발달센터")
        with clock.travel(at(workday(clock.today(), -9), 14)):
            diagnosis = workflow.start_diagnosis(provider, actor=owner)
            rows = DiagnosisAnswer.objects.visible_to(owner).filter(diagnosis=diagnosis)
            for row in rows.select_related("indicator", "diagnosis__provider"):
                rating, note = NOTES.get(row.indicator.code, ("meets", KEPT))
                workflow.save_diagnosis_answer(row, rating=rating, explanation=note, base_version=row.version, actor=owner)
