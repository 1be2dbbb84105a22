"""What the finished rounds of the demonstration taught, and what an officer proposes for the next edition."""
from datetime import date

from django.utils.module_loading import import_string

from certification import workflow as certification
from core import clock
from desk.demonstration.cases import WORKER, at, workday
from desk.demonstration.renewing import PILOT
from evaluations import workflow
from evaluations.candidates import candidates_in, in_both_languages
from evaluations.models import PracticeResult
from evaluations.queries.insight import indicator_figures, latest_insight
from evaluations.queries.practice import cases_to_copy
from evaluations.queries.taught import finished_rounds

WORK_OUT = "evaluations.learning.work_out_round"        # by its path, as a worker finds it: nothing of the desk loads the statistics
COMPARE = "evaluations.learning.compare_practice"
STRICTLY = ("1.2.2", "4.1.1")                          # what the practising assessor finds lacking
DOUBTED = "2.2.2"
WHY = "심사위원마다 다르게 보기 쉬운 지표입니다. 무엇을 갖추면 적합인지 예를 들어 적으면 좋겠습니다."


def learn(office, *, proposes=False):
    """Each finished round but the pilot is worked out on the morning after its results; from the latest the officer makes a proposal."""
    round = None
    for round in finished_rounds().exclude(name_ko=PILOT).order_by("year", "pk"):
        with clock.travel(at(workday(round.results_on, 1), 9)):
            import_string(WORK_OUT)(round_id=round.pk)
    if round and proposes:
        propose(office, round, indicator_figures(WORKER, latest_insight(WORKER, round)))


def propose(office, round, figures):
    """The first candidate; where the round was too small for any, the indicator of which the officer thinks so anyway."""
    candidates = [one.figures for one in candidates_in(figures)] or [one for one in figures if one.row.indicator.code == DOUBTED]
    with clock.travel(at(workday(round.results_on, 20), 15)):
        certification.propose_improvement(candidates[0].row.indicator, source=str(round), found=in_both_languages(candidates[0]),
                                          reason=WHY, actor=office.officer)


def practise(office):
    """The earliest closed case that misses something is copied, read through and published; one assessor has practised on it."""
    case = cases_to_copy(office.officer).filter(stage="not_certified").last()
    with clock.travel(at(workday(date(2026, 2, 2), 0), 10)):
        practice = workflow.make_practice(case, title="연습 1, 아동 정서발달", actor=office.officer)
        for item in practice.items.all():
            reason = PracticeResult.objects.visible_to(WORKER).get(item=item).reason
            workflow.confirm_practice_item(item, explanation=item.explanation, seen=item.seen, reason=reason, actor=office.officer)
        workflow.publish_practice(practice, actor=office.officer)
    with clock.travel(at(workday(date(2026, 2, 9), 0), 14)):
        actor = office.assessors[0]
        sheet = workflow.begin_practice(practice, actor=actor)
        for row in sheet.judgements.select_related("item").order_by("item__position"):
            lacks = row.item.code in STRICTLY
            workflow.judge_practice(row, judgement="noncompliant" if lacks else "compliant", reason_code="in_part" if lacks else "",
                                    text="확인한 기록이 부족합니다." if lacks else "", actor=actor)
        workflow.hand_in_practice(sheet, actor=actor)
        import_string(COMPARE)(sheet_id=sheet.pk)
