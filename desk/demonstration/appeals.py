"""Appeals of the demonstration: one of last year that was upheld and decided anew, one of this year that is being handled."""
from core import clock
from desk.demonstration.cases import WORKER, announce, at, declare, staff, workday
from desk.demonstration.meetings import hold_meeting
from desk.demonstration.papers import hwpx
from evaluations import workflow
from evaluations.models import Appeal, AppealHandler, AppealPoint
from evaluations.queries import candidates_to_handle
from evaluations.workflow.appeal import FILES
from evaluations.workflow.appeal_answer import digest_of

SAID = "현장심사 때 보여 드리지 못한 기록이 있습니다. 해당 월의 점검표와 회의록을 올립니다. 기록에는 점검한 날짜와 조치한 내용이 있습니다."
WHOLE = "현장심사 날짜가 바뀌면서 담당 직원이 자리에 없었습니다. 그날의 사정을 함께 살펴 주십시오."
OPINIONS = (
    "올린 점검표의 날짜와 서명이 회의록과 맞습니다. 심사 당시에도 있던 기록으로 보입니다.",
    "심사 이전에 작성된 기록임을 확인하였습니다. 지표에서 요구하는 내용을 갖추었습니다.")
FOUND = "제출한 점검표와 회의록은 현장심사 이전에 작성된 것으로 확인됩니다. 지표의 요구를 충족합니다."


def appeal(case, day, *, whole=""):
    """The owner writes to every ground, adds a record to the first, and hands in."""
    with clock.travel(at(day, 11)):
        appeal = workflow.start_appeal(case.fresh(), actor=case.owner, arrived_at=clock.now())
        points = list(AppealPoint.objects.visible_to(WORKER).filter(appeal=appeal).order_by("position"))
        for point in points:
            text = SAID if point.required_id else whole
            workflow.save_point(point, text=text, base_version=0, actor=case.owner, arrived_at=clock.now())
        paper = hwpx("점검 기록", ["점검표와 회의록", "지어낸 것입니다."])
        FILES.attach_upload(points[0], paper, actor=case.owner, arrived_at=clock.now())
        return workflow.hand_in_appeal(appeal, actor=case.owner, arrived_at=clock.now())


def handle(case, appeal, day, *accounts, opinions=2):
    """The officer names them, the first leads; all declare, and as many as said hand in an opinion."""
    people = [staff(account, case.office.slug) for account in accounts]
    with clock.travel(at(day, 14)):
        workflow.name_handlers(appeal, [one.user for one in people], lead=people[0].user, actor=case.office.officer)
    for place, one in enumerate(people):
        with clock.travel(at(workday(day, 2), 10 + place)):
            declare(one, appeal.matter)
            if place >= opinions:
                continue
            mine = AppealHandler.objects.visible_to(WORKER).get(appeal=appeal, user=one.user)
            workflow.save_opinions(mine, judged(appeal, OPINIONS[place]), hand_in=True, actor=one)


def judged(appeal, reason):
    points = AppealPoint.objects.visible_to(WORKER).filter(appeal=appeal).exclude(text="")
    return dict.fromkeys(points.values_list("pk", flat=True), (True, reason))


def uphold(case, round, told_on):
    """Last year's: every point is upheld, the committee decides anew, and the certificate follows."""
    office, day = case.office, workday(told_on, 9)
    made = appeal(case, day)
    handle(case, made, workday(day, 2), *free_of(case)[:2])
    lead = AppealHandler.objects.visible_to(WORKER).select_related("user").get(appeal=made, is_lead=True)
    with clock.travel(at(workday(day, 7), 11)):
        workflow.propose_answer(again(made), judged(made, FOUND), actor=staff(lead.user.email.split("@")[0], office.slug))
        workflow.draft_answer(again(made), text="", follows=Appeal.Follows.REOPEN, actor=office.officer)
    with clock.travel(at(workday(day, 8), 11)):
        workflow.release_answer(again(made), digest_of(again(made)), actor=office.manager)
    with clock.travel(at(workday(day, 9), 11)):
        workflow.approve_answer(again(made), digest_of(again(made)), actor=office.director)
    decisions = hold_meeting(office, [case], workday(day, 24), "이의신청 재심의 위원회", choose={case: "award"})
    announce(office, round, decisions, workday(day, 34), "이의신청 재심의 결과")


def again(appeal):
    return Appeal.objects.visible_to(WORKER).get(pk=appeal.pk)


def free_of(case):
    """The accounts of assessors who took no part."""
    made = Appeal.objects.visible_to(WORKER).select_related("application", "decision").get(application=case.application)
    found = candidates_to_handle(made)
    return [one.user.email.split("@")[0] for one in found if not one.against and one.user.email.startswith("assessor")]
