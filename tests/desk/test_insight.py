"""What rounds taught, at the desk: who opens it, what stands there, how many statements it takes."""
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from certification.models import ImprovementProposal
from core.models import Errand
from core.tenancy import within
from evaluations.queries.insight import SIDE_BY_SIDE
from tests import factories as f
from tests.desk.test_provider import OTHERS, READERS
from tests.evaluations.taught import afterwards, announced, set_down, share, worked_out

DESK = "/busan/admin/"
SITES = {"rate": share(8, 20, 0.2188, 0.6134), "others": share(1, 40, 0.0044, 0.1288), "supplement": share(2, 9, 0.06, 0.55)}


def page_of(insight, *parts):
    return f"{DESK}rounds/{insight.round.public_id}/insight/" + "".join(f"{part}/" for part in parts) + "?lang=en"


@pytest.fixture
def insight(busan):
    return set_down(busan, people=(busan.assessor,), **SITES)


@pytest.fixture
def row(busan, insight):
    with within(busan.agency):
        return insight.indicators.order_by("position").first()


@pytest.mark.parametrize("who", [*READERS, "observer"])
def test_staff_who_read_cases_and_the_city_read_indicators(busan, insight, row, who, sit_down, words_of):
    client = sit_down(getattr(busan, who))
    words = words_of(client.get(page_of(insight)))
    assert "40% 8 of 20" in words
    assert "Not met in 40% of the cases (8 of 20)" in words
    assert "Few, so this may be chance." in words
    assert "CNRY-busan-taught" in words_of(client.get(f"{DESK}insights/?lang=en"))
    assert "22–61%" in words_of(client.get(f"{DESK}insights/indicators/{row.public_id}/?lang=en"))
    assert client.get(f"{DESK}rounds/{insight.round.public_id}/insight.xlsx").status_code == 200


@pytest.mark.parametrize("who", [*READERS, "observer"])
def test_no_page_of_indicators_names_an_assessor(busan, insight, row, who, sit_down):
    client, name = sit_down(getattr(busan, who)), str(busan.assessor)
    for address in (page_of(insight), f"{DESK}insights/", f"{DESK}insights/indicators/{row.public_id}/"):
        assert name not in client.get(address).content.decode()


@pytest.mark.parametrize("who", [one for one in OTHERS if one != "observer"])
def test_others_read_nothing(busan, insight, row, who, sit_down):
    client = sit_down(getattr(busan, who))
    for address in (page_of(insight), f"{DESK}insights/", f"{DESK}insights/indicators/{row.public_id}/"):
        assert client.get(address).status_code == 403


def test_the_city_reads_announced_rounds_only(busan, sit_down):
    with within(busan.agency):
        draft = f.RoundFactory(published_at=None)
    assert sit_down(busan.observer).get(f"{DESK}rounds/{draft.public_id}/insight/").status_code == 404


def test_another_agencys_figures_are_not_there(busan, daegu, sit_down):
    theirs = set_down(daegu)
    with within(daegu.agency):
        foreign = theirs.indicators.first().public_id
    client = sit_down(busan.manager)
    assert client.get(page_of(theirs)).status_code == 404
    assert client.get(f"{DESK}insights/indicators/{foreign}/").status_code == 404
    assert "CNRY-daegu" not in client.get(f"{DESK}insights/").content.decode()


def test_a_running_round_shows_that_it_runs_and_nothing_else(busan, sit_down, words_of):
    path = announced(busan)
    with within(busan.agency):
        f.ApplicationFactory(round=path.round, stage="decided")
    words = words_of(sit_down(busan.manager).get(f"{DESK}rounds/{path.round.public_id}/insight/?lang=en"))
    assert "This round is not over yet" in words
    assert "1.1.1" not in words
    assert "Work out" not in words
    assert sit_down(busan.manager).get(f"{DESK}rounds/{path.round.public_id}/insight.xlsx").status_code == 404


def test_figures_of_a_round_in_which_a_case_is_open_again_are_those_of_before(busan, sit_down, words_of):
    path = announced(busan)
    worked_out(busan, path.round)
    with within(busan.agency):
        f.ApplicationFactory(round=path.round, stage="final_evaluation")
    words = words_of(sit_down(busan.manager).get(f"{DESK}rounds/{path.round.public_id}/insight/?lang=en"))
    assert "A case is open again" in words
    assert "1 case" in words


def test_an_officer_has_a_finished_round_worked_out(busan, sit_down, words_of):
    path, client = announced(busan), sit_down(busan.officer)
    address = f"{DESK}rounds/{path.round.public_id}/insight/"
    with afterwards(busan):
        assert "The figures are not worked out yet" in words_of(client.get(f"{address}?lang=en"))
        assert "being worked out" in words_of(client.post(f"{address}work-out/?lang=en", follow=True))
    with within(busan.agency):
        assert Errand.everything.filter(task="evaluations.learning.work_out_round").count() == 1
    assert sit_down(busan.director).post(f"{address}work-out/").status_code == 403


def test_only_managers_open_the_page_of_assessors(busan, insight, sit_down, words_of):
    assert str(busan.assessor) in words_of(sit_down(busan.manager).get(page_of(insight, "assessors")))
    for who in ("officer", "director", "auditor", "observer", "assessor"):
        assert sit_down(getattr(busan, who)).get(page_of(insight, "assessors")).status_code == 403, who


def test_an_assessor_reads_their_own_and_nobody_elses(busan, sit_down, words_of):
    with within(busan.agency):
        other = f.MembershipFactory(role="assessor").user
        other.person.name = "CNRY-colleague"
        other.person.save()
    insight = set_down(busan, people=(other,))
    client = sit_down(busan.assessor)
    assert "Nothing to show yet" in words_of(client.get("/busan/assess/agreement/?lang=en"))
    set_down(busan, round=insight.round, people=(other, busan.assessor))
    page = words_of(client.get("/busan/assess/agreement/?lang=en"))
    assert page.count("15 points (5 to 25)") == 1
    assert "CNRY-colleague" not in page
    assert sit_down(busan.officer).get("/busan/assess/agreement/").status_code == 403


@pytest.mark.parametrize("key", ["rate", "documents", "site", "misled", "supplement", "comments"])
def test_the_table_is_sorted_by_each_figure(busan, insight, key, sit_down):
    client = sit_down(busan.officer)
    assert 'aria-sort="descending"' in client.get(page_of(insight) + f"&sort=-{key}").content.decode()
    assert 'aria-sort="ascending"' in client.get(page_of(insight) + f"&sort={key}").content.decode()


def test_an_unknown_order_is_the_editions(busan, insight, sit_down):
    assert "aria-sort" not in sit_down(busan.officer).get(page_of(insight) + "&sort=user").content.decode()


def test_from_a_candidate_a_proposal_goes_to_the_editor_of_the_next_edition(busan, insight, row, sit_down, words_of):
    client, address = sit_down(busan.officer), f"{DESK}insights/indicators/{row.public_id}/propose/?lang=en"
    assert "This field is required." in words_of(client.post(address, {"reason": ""}))
    page = client.post(address, {"reason": "CNRY-why"}, follow=True)
    assert "CNRY-why" in words_of(page)
    with within(busan.agency):
        proposal = ImprovementProposal.everything.get()
        assert "8" in proposal.found["ko"][0]
        draft = f.FrameworkVersionFactory(indicators=3, framework=insight.round.version.framework, number=2)
        beside = draft.indicators.get(code=row.code)
    assert "CNRY-why" in words_of(client.get(f"{DESK}editions/indicators/{beside.public_id}/?lang=en"))
    assert "1 proposal waits for its answer." in words_of(client.get(f"{DESK}editions/{draft.public_id}/?lang=en"))
    answer, client = f"{DESK}editions/proposals/{proposal.public_id}/?lang=en", sit_down(busan.manager)
    assert "It is answered." in words_of(client.post(answer, {"outcome": "rejected", "answer": "CNRY-because"}, follow=True))
    assert "CNRY-because" in words_of(client.get(answer))
    assert "not taken over" in words_of(client.get(f"{DESK}editions/proposals/?lang=en"))


@pytest.mark.parametrize("who", ["director", "auditor", "observer"])
def test_who_only_reads_proposes_nothing(busan, row, who, sit_down, words_of):
    client = sit_down(getattr(busan, who))
    assert "Propose for the next edition" not in words_of(client.get(f"{DESK}insights/indicators/{row.public_id}/?lang=en"))
    assert client.post(f"{DESK}insights/indicators/{row.public_id}/propose/", {"reason": "x"}).status_code == 403


# ---- statements


def counted(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_the_page_of_a_round_takes_as_many_statements_for_three_indicators_as_for_one(busan, sit_down):
    client = sit_down(busan.officer)
    one, three = set_down(busan, rows=1), set_down(busan, rows=3, **SITES)
    numbers = [counted(client, page_of(each)) for each in (one, three)]
    assert numbers[0] == numbers[1] <= 15, numbers        # four of its own, the rest is the frame


def test_rounds_side_by_side_take_as_many_statements_for_three_as_for_one(busan, sit_down):
    client, first = sit_down(busan.officer), set_down(busan)
    one = counted(client, f"{DESK}insights/")
    for _n in range(2):
        with within(busan.agency):
            later = f.RoundFactory(version=first.round.version)
        set_down(busan, round=later)
    assert counted(client, f"{DESK}insights/") == one <= 20
    assert SIDE_BY_SIDE == 5


def test_assessors_take_as_many_statements_for_three_as_for_one(busan, sit_down):
    client = sit_down(busan.manager)
    with within(busan.agency):
        people = [f.MembershipFactory(role="assessor").user for _n in range(3)]
    one, three = set_down(busan, people=people[:1]), set_down(busan, people=people)
    numbers = [counted(client, page_of(each, "assessors")) for each in (one, three)]
    assert numbers[0] == numbers[1] <= 20, numbers


def test_proposals_take_as_many_statements_for_three_as_for_one(busan, sit_down):
    client, insight, numbers = sit_down(busan.officer), set_down(busan), []
    with within(busan.agency):
        rows = list(insight.indicators.order_by("position"))
    for several in (rows[:1], rows[1:]):
        for row in several:
            client.post(f"{DESK}insights/indicators/{row.public_id}/propose/", {"reason": "x"})
        numbers.append(counted(client, f"{DESK}editions/proposals/"))
    assert numbers[0] == numbers[1], numbers
