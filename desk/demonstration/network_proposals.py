"""Proposals on indicators in the demonstration: nine, from agencies, assessors and a provider, each at another point of its way."""
from datetime import timedelta

from accounts.actors import Actor
from accounts.models import Agency
from agencies.models import IndicatorProposal, IndicatorSet, ManagementIndicator, ProposalTask
from agencies.tasks.proposal import tell_of_proposals
from agencies.workflow import proposal as workflow
from agencies.workflow import proposal_answer as answering
from agencies.workflow.proposal_task import work_in
from certification.models import FrameworkVersion, Indicator
from core import clock
from core.tenancy import current_agency, within
from desk.demonstration.cases import at, declare, staff, workday
from desk.workflow.meeting import close_meeting
from panels import workflow as panels
from providers.models import Provider

FOR_THE_SET = (     # (agency, account, place of the indicator, change, text, reason)
    ("daegu", "manager", 1, "measurement", "교육 이수율은 재직 기간이 6개월 이상인 직원만을 분모로 하여 산출합니다.",
     "연말에 입사한 직원까지 분모에 넣으면 신규 채용이 많은 기관이 불리합니다."),
    ("busan", "director", 2, "points", "배점을 1점 올리고, 같은 영역의 다른 지표에서 1점을 줄입니다.",
     "현장에서 들이는 노력에 비하여 배점이 낮아 개선을 이끌지 못합니다."),
    ("daegu", "officer", 4, "drop", "", "다른 지표와 확인하는 자료가 같아 같은 내용을 두 번 제출합니다."),
    ("central", "assessor1", 3, "evidence", "회의록 전체 대신 안건과 의결 사항을 적은 목록을 제출합니다.",
     "회의록 분량이 많아 평가 기간에 모두 확인하기 어렵습니다."),
    ("busan", "officer", 0, "wording", "‘적극적으로’를 ‘연 2회 이상’으로 고칩니다.", "기관마다 달리 해석하여 평가위원의 판단도 갈립니다."),
)
FOR_THE_CRITERIA = (    # (account, host, code, change, text, reason, name of a new one)
    ("owner", "haetsal.example", "3.1.1", "wording", "‘정기적으로’를 ‘분기마다’로 고칩니다.",
     "점검 주기를 두고 심사 때마다 해석이 달랐습니다.", ""),
    ("assessor1", "busan.example", "2.1.1", "evidence", "계약서 전체 사본을 제출합니다.", "요약본만으로는 확인하기 어렵습니다.", ""),
    ("trainer", "busan.example", "", "new", "종사자의 정서적 소진을 해마다 점검하고 지원합니까?",
     "이직이 잦은 기관일수록 서비스의 연속성이 떨어집니다.",
     "종사자 소진 예방"),
    ("owner", "haetsal.example", "2.1.1", "wording", "‘쉽게’를 ‘이용자가 이해할 수 있는 말로’로 고칩니다.",
     "무엇이 쉬운 설명인지 알기 어렵습니다.", ""),
)
ANSWERS = {     # (agency, account) of the set, (account, code) of the criteria → (outcome, words)
    ("daegu", "manager"): ("accepted", "실무협의체에서도 타당하다고 보았습니다. 다음 지표의 산식에 반영하겠습니다."),
    ("busan", "director"): ("accepted", "영역 안에서 배점을 조정하여 다음 지표에 반영하겠습니다."),
    ("daegu", "officer"): ("rejected", "두 지표는 확인하는 시점이 다릅니다. 제출 자료는 한 번만 받도록 안내를 고치겠습니다."),
    ("owner", "3.1.1"): ("accepted", "심사마다 해석이 달랐던 점을 확인하였습니다. 다음 판에 반영하겠습니다."),
    ("assessor1", "2.1.1"): ("rejected", "계약서에는 개인정보가 많아 현장에서 확인하는 지금의 방법을 유지합니다."),
}
WORKED_IN = ("daegu", "manager"), "분모를 재직 6개월 이상인 직원으로 고쳤습니다."


def days_ago(number, hour=10):
    return clock.travel(at(workday(clock.today() - timedelta(days=number)), hour))


def every(model):
    return model.objects.visible_to(Actor.system("demonstration"))


def build_proposals():
    """At Central five, at Busan four."""
    central = Agency.objects.get(slug="central")
    with within(central):
        one = every(IndicatorSet).filter(agency=central, published_at__isnull=False).order_by("-year").first()
    if one is None:
        return
    made = {row[:2]: proposed_for_the_set(central, one, *row) for row in FOR_THE_SET}
    with within(central):
        discussed([made["daegu", "manager"], made["central", "assessor1"]])
        for key, answer in ANSWERS.items():
            if key in made:
                answered(made[key], *answer, slug="central")
        drafted_only(made["central", "assessor1"])
        work_in_one(made[WORKED_IN[0]])
        on_the_next_agenda(made["busan", "officer"])
    with within(Agency.objects.get(slug="busan")):
        for row in FOR_THE_CRITERIA:
            proposed_for_the_criteria(*row)
    for slug in ("central", "busan", "daegu"):
        tell_of_proposals(Agency.objects.get(slug=slug))


def proposed_for_the_set(central, one, slug, account, place, change, wanted, reason):
    with within(Agency.objects.get(slug=slug)), days_ago(40):
        rows = every(ManagementIndicator).filter(agency=central, indicator_set=one).select_related("indicator_set").order_by("position")
        actor, about = staff(account, slug), rows[min(place, len(rows) - 1)]
        row = workflow.begin_proposal(about, change=change, wanted=wanted, reason=reason, actor=actor)
        return workflow.hand_in_proposal(row, actor=actor)


def proposed_for_the_criteria(account, host, code, change, wanted, reason, name):
    version = every(FrameworkVersion).filter(agency=current_agency(), published_at__isnull=False).order_by("-published_at").first()
    rows = every(Indicator).filter(version=version, code=code).select_related("version__framework")
    about = rows.first() if code else version
    provider = every(Provider).filter(name="햇살아동발달센터").first() if account == "owner" else None
    if about is None or (account == "owner" and provider is None):
        return
    with days_ago(35):
        actor = staff(account, host.removesuffix(".example"))
        row = workflow.begin_proposal(about, change=change, wanted=wanted, reason=reason, name=name, provider=provider, actor=actor)
        row = workflow.hand_in_proposal(row, actor=actor)
    if (account, code) in ANSWERS:
        answered(row, *ANSWERS[account, code], slug="busan")


def body_of_central():
    officer = staff("officer", "central")
    body = panels.found_body("지표 개선 실무협의체", "Working-level body on indicators", actor=officer)
    users = [staff(account, "central").user for account in ("manager", "assessor2", "assessor3")]
    return body, [panels.give_seat(body, user, "chair" if place == 0 else "member", from_on=clock.today(), actor=officer)
                  for place, user in enumerate(users)]


def discussed(rows):
    """Both recommended, in a meeting that is closed."""
    officer = staff("officer", "central")
    with days_ago(20, 14):
        body, seats = body_of_central()
        meeting = panels.call_meeting(body, title="제1차 지표 개선 실무협의체", meets_at=clock.now(), place="중앙사회서비스원 회의실",
                                      actor=officer)
        items = [answering.put_proposal_on_agenda(row, meeting, actor=officer) for row in rows]
        members = [staff(seat.user.email.partition("@")[0], "central") for seat in seats]
        for row in rows:
            for member in members:
                declare(member, row.public_id)
        meeting = panels.open_meeting(meeting, actor=officer)
        for seat in seats:
            panels.note_attendance(meeting, seat, present=True, actor=officer)
        for item in items:
            ballot = panels.open_ballot(item, actor=officer, is_secret=False)
            for member in members:
                panels.cast_vote(ballot, "recommend", actor=member, arrived_at=clock.now())
            panels.close_ballot(ballot, actor=officer)
        close_meeting(meeting, actor=officer)


def on_the_next_agenda(row):
    officer = staff("officer", "central")
    body = panels.found_body("지표 문구 검토반", "Working group on wording", actor=officer)
    panels.give_seat(body, staff("manager", "central").user, "chair", from_on=clock.today(), actor=officer)
    meeting = panels.call_meeting(body, title="지표 문구 검토 회의", meets_at=at(clock.today() + timedelta(days=9), 14),
                                  place="중앙사회서비스원 회의실", actor=officer)
    answering.put_proposal_on_agenda(row, meeting, actor=officer)


def answered(row, outcome, words, *, slug):
    with days_ago(12):
        answer = answering.draft_answer(row, outcome=outcome, words=words, is_shown=True, actor=staff("officer", slug))
    with days_ago(10):
        answering.release_answer(answer, seen=answer.drafted_at.isoformat(), actor=staff("manager", slug))


def drafted_only(row):
    with days_ago(3):
        answering.draft_answer(row, outcome="accepted", words="제출 분량을 줄이는 데 동의합니다.", is_shown=True,
                               actor=staff("officer", "central"))


def work_in_one(row):
    """From autumn on there is a draft of the next year."""
    draft = every(IndicatorSet).filter(published_at=None).order_by("-year").first()
    row = every(IndicatorProposal).get(pk=row.pk)
    if draft and draft.indicators.filter(code=row.code).exists():
        with days_ago(6):
            work_in(every(ProposalTask).get(proposal=row), draft, code=row.code, words=WORKED_IN[1], actor=staff("officer", "central"))
