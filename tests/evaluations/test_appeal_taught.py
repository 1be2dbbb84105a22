"""What appeals taught: counted indicator by indicator once they are answered, and the round's figures are worked out anew."""
import pytest
from django.utils import translation

from certification.models import Round
from core import clock
from core.tenancy import within
from evaluations.models import Application
from evaluations.queries import taught
from evaluations.queries.practice import cases_to_copy
from evaluations.workflow.insight import keep_insight
from tests.evaluations import appealing

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def path(busan):
    path = appealing.refused(busan, unmet=("1.1.1", "1.1.2"))
    return appealing.appealed(path, "1.1.1", "1.1.2")


def given(path):
    """1.1.1 is upheld, 1.1.2 is not."""
    with within(path.place.agency):
        return {appealing.point_on(path, code).pk: (code == "1.1.1", appealing.REASON) for code in ("1.1.1", "1.1.2")}


def answered(path):
    appealing.proposed(path, given=given(path))
    settled(path)


def settled(path):
    appealing.drafted(path, "stands")
    appealing.released(path)
    appealing.approved(path)


def test_points_count_by_their_indicator_once_the_appeal_is_answered(path, busan):
    """What the handlers have found does not count before the answer is out."""
    cases = Application.everything.filter(pk=path.application.pk)
    appealing.proposed(path, given=given(path))
    with within(busan.agency):
        assert taught.appealed_in(cases) == {}
    settled(path)
    with within(busan.agency):
        assert taught.appealed_in(cases) == {(path.application.pk, "1.1.1"): True, (path.application.pk, "1.1.2"): False}


def test_figures_are_worked_out_anew_when_an_appeal_is_answered(path, busan):
    with within(busan.agency):
        Round.everything.filter(pk=path.round.pk).update(closes_at=clock.now())
        keep_insight(path.round, cases=1, deferred=0, spans={}, indicators=[], assessors=[], actor=appealing.Actor.system("tests"))
        assert taught.rounds_to_work_out() == []
    answered(path)
    with within(busan.agency):
        assert taught.rounds_to_work_out() == [path.round]


def test_no_practice_case_is_made_of_a_case_whose_appeal_waits(path, busan, settings):
    settings.PRACTICE_AFTER_DAYS = 0
    with within(busan.agency):
        assert not cases_to_copy(path.officer).exists()
    answered(path)
    with within(busan.agency):
        assert list(cases_to_copy(path.officer)) == [path.application]
