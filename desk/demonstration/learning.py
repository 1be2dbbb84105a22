"""What the finished rounds of the demonstration taught, and what an officer proposes for the next edition."""
from django.utils.module_loading import import_string

from certification import workflow as certification
from core import clock
from desk.demonstration.cases import WORKER, at, workday
from evaluations.candidates import candidates_in, in_both_languages
from evaluations.queries.insight import indicator_figures, latest_insight
from evaluations.queries.taught import finished_rounds

WORK_OUT = "evaluations.learning.work_out_round"        # by its path, as a worker finds it: nothing of the desk loads the statistics
WHY = "심사위원마다 다르게 보기 쉬운 지표입니다. 무엇을 갖추면 적합인지 예를 들어 적으면 좋겠습니다."


def learn(office, *, proposes=False):
    """Each finished round is worked out on the morning after its results; of the latest the officer proposes the first candidate."""
    round = None
    for round in finished_rounds().order_by("year", "pk"):
        with clock.travel(at(workday(round.results_on, 1), 9)):
            import_string(WORK_OUT)(round_id=round.pk)
    candidates = candidates_in(indicator_figures(WORKER, latest_insight(WORKER, round))) if round and proposes else []
    for candidate in candidates[:1]:
        with clock.travel(at(workday(round.results_on, 20), 15)):
            certification.propose_improvement(candidate.row.indicator, source=str(round), found=in_both_languages(candidate.figures),
                                              reason=WHY, actor=office.officer)
