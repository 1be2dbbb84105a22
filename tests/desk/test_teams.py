"""The board of a round and the proposal of teams, as officers see them."""
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.actors import Actor
from core import clock
from core.tenancy import within
from evaluations import solving, workflow
from evaluations.models import Assignment, TeamProposal
from evaluations.workflow import teams
from panels.models import PoolMember
from tests import factories as f
from tests.desk.test_provider import OTHERS, READERS
from tests.evaluations.proposing import ids, pairs, pooled, proposed, round_with

BOARD, PROPOSAL = "/busan/admin/rounds/{}/teams/", "/busan/admin/teams/proposals/{}/"


@pytest.fixture
def here(busan):
    busan.round, busan.cases, busan.people = round_with(busan)
    with within(busan.agency):
        busan.by = Actor.of(busan.officer)
    busan.board = BOARD.format(busan.round.public_id)
    return busan


def give(client, here, member=0, **more):
    return client.post(f"{here.board}assign/?lang=en", {
        "case": here.cases[0].public_id, "assessor": here.people[member].public_id, "chosen": "case", "state": "open", "page": 1} | more)


def propose(here):
    return proposed(here, here.round, here.by)


@pytest.mark.parametrize("who", READERS)
def test_those_who_read_cases_see_the_board_and_those_who_work_on_them_choose(who, here, sit_down, words_of):
    page = sit_down(getattr(here, who)).get(f"{here.board}?lang=en&case={here.cases[0].public_id}")
    assert "3 without a whole team, 0 with one" in words_of(page) and "0 of 10 cases in hand" in words_of(page)
    assert ("Assign as lead" in words_of(page)) == ("Have teams proposed" in words_of(page)) == (who in ("officer", "manager"))


@pytest.mark.parametrize("who", OTHERS)
def test_others_neither_see_nor_use_it(who, here, sit_down):
    client, proposal = sit_down(getattr(here, who)), propose(here)
    assert client.get(here.board).status_code == client.post(f"{here.board}propose/", {"size": 2}).status_code == 403
    assert client.get(PROPOSAL.format(proposal.public_id)).status_code == give(client, here).status_code == 403


@pytest.mark.parametrize("who", ["director", "auditor"])
def test_readers_change_nothing(who, here, sit_down):
    client, address = sit_down(getattr(here, who)), PROPOSAL.format(propose(here).public_id)
    for act in (f"{here.board}propose/", f"{here.board}assign/", f"{address}accept/", f"{address}discard/"):
        assert client.post(act, {"size": 2}).status_code == 403


def test_a_case_is_chosen_then_who_assesses_it_and_one_stands_where_one_was(here, sit_down, words_of):
    client = sit_down(here.officer)
    answer = give(client, here, is_lead="1")
    assert answer["Location"] == f"{here.board}?state=open&page=1&case={here.cases[0].public_id}&lang=en"
    page = client.get(answer["Location"])
    assert "is assigned to" in words_of(page) and "1 assessor is missing" in words_of(page) and "in the team already" in words_of(page)
    assert "Assign as lead" not in words_of(page)               # there is one
    give(client, here, member=1)
    assert f"CNRY-busan-pooled-{here.people[1].user_id}" in words_of(client.get(f"{here.board}?state=whole&lang=en"))
    with within(here.agency):
        assert Assignment.everything.filter(application=here.cases[0]).count() == 2


def test_it_is_chosen_from_the_assessor_s_side_too(here, sit_down, words_of):
    with within(here.agency):
        f.ProviderMemberFactory(provider=here.cases[1].provider, user=here.people[0].user, role="viewer")
    client = sit_down(here.officer)
    page = client.get(f"{here.board}?lang=en&assessor={here.people[0].public_id}")
    assert page.content.decode().count('class="give') == 2 and "Acts for the provider in this system." in words_of(page)
    answer = give(client, here, chosen="assessor")
    assert answer["Location"].endswith(f"&assessor={here.people[0].public_id}&lang=en")


def test_the_ground_stands_there_before_anybody_is_chosen(here, sit_down, words_of):
    tied, former, lapsed, away = here.people
    since, until = clock.now() - timedelta(days=400), clock.now() - timedelta(days=2)
    with within(here.agency):
        f.ProviderMemberFactory(provider=here.cases[0].provider, user=tied.user, role="viewer")
        f.ProviderMemberFactory(provider=here.cases[0].provider, user=former.user, role="viewer", joined_at=since, left_at=until)
        f.QualificationFactory(member=lapsed, valid_until=clock.today() - timedelta(days=1))
        f.AbsenceFactory(member=away)
    client = sit_down(here.officer)
    page = client.get(f"{here.board}?lang=en&case={here.cases[0].public_id}")
    for words in ("Acts for the provider in this system.", "Worked for the provider within the last three years.",
                  "A manager assigns them at the case, with a reason", "expired on", "Not available until"):
        assert words in words_of(page), words
    assert page.content.decode().count('class="give') == 1
    refused = client.post(f"{here.board}assign/?lang=en", {"case": here.cases[0].public_id, "assessor": tied.public_id},
                          headers={"referer": f"http://testserver{here.board}?lang=en"}, follow=True)
    assert "is excluded from this case" in words_of(refused)


def test_three_are_the_most(here, sit_down, words_of):
    client = sit_down(here.officer)
    for member in range(3):
        give(client, here, member=member, **({"is_lead": "1"} if member == 0 else {}))
    page = client.get(f"{here.board}?lang=en&case={here.cases[0].public_id}")
    assert "at most three" in words_of(page) and 'class="give' not in page.content.decode()


@pytest.mark.parametrize("typed", [{"case": "x"}, {"assessor": ""}, {"case": "00000000-0000-4000-8000-000000000000"},
                                   {"assessor": "00000000-0000-4000-8000-000000000000"}])
def test_what_no_board_sends_is_not_found(typed, here, sit_down):
    assert give(sit_down(here.officer), here, **typed).status_code == 404


def test_a_case_of_another_round_and_who_left_the_pool_are_not_found(here, daegu, sit_down):
    client = sit_down(here.officer)
    with within(here.agency):
        other = f.ApplicationFactory()
        PoolMember.everything.filter(pk=here.people[1].pk).update(left_at=clock.now())
    typed = {"case": other.public_id, "assessor": here.people[0].public_id}
    assert client.post(f"{here.board}assign/", typed).status_code == give(client, here, member=1).status_code == 404
    assert sit_down(daegu.officer).get(here.board.replace("busan", "daegu")).status_code == 404


def test_an_address_with_nonsense_shows_the_board(here, sit_down):
    assert sit_down(here.officer).get(f"{here.board}?case=x&assessor=y&page=z&state=w").status_code == 200


def test_the_fragment_is_the_board_alone(here, sit_down):
    page = sit_down(here.officer).get(here.board, headers={"HX-Request": "true"}).content.decode()
    assert 'id="board"' in page and "<html" not in page


@pytest.mark.parametrize(("chosen", "most"), [("", 9), ("case", 15), ("assessor", 15)])
def test_it_asks_as_often_for_many_rows_as_for_one(chosen, most, busan, sit_down):
    busan.round, busan.cases, busan.people = round_with(busan, cases=1, people=1)
    client, address = sit_down(busan.director if not chosen else busan.officer), BOARD.format(busan.round.public_id)
    named = {"case": busan.cases[0].public_id, "assessor": busan.people[0].public_id}.get(chosen)

    def queries():
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address, {chosen: named} if chosen else {}, headers={"HX-Request": "true"}).status_code == 200
        return [one["sql"] for one in asked if one["sql"].startswith("SELECT") and "set_config" not in one["sql"]]

    queries()
    one = queries()
    with within(busan.agency):
        cases = [f.ApplicationFactory(round=busan.round) for _n in range(2)]
        members = [pooled(busan) for _n in range(2)]
        Assignment.everything.create(application=cases[0], user=members[0].user, assigned_at=clock.now(), label="x")
    three = queries()
    frame = ("accounts_user", "accounts_membership", "accounts_session")
    own = [sql for sql in three if not any(f'FROM "{table}"' in sql for table in frame)]
    assert len(three) == len(one) and len(own) <= most, (len(one), len(three), len(own))


# ---- the proposal

def test_an_officer_asks_looks_strikes_out_and_accepts(here, sit_down, words_of, work_off):
    client = sit_down(here.officer)
    page = client.post(f"{here.board}propose/?lang=en", {"size": "2"}, follow=True)
    assert "Being worked out" in words_of(page)
    work_off(here)
    address = PROPOSAL.format(latest(here).public_id)
    page = client.get(f"{address}?lang=en")
    assert "6 assignments are proposed. Every case would have its team." in words_of(page)
    assert "no service noted · no district noted · no conflict of interest found" in words_of(page)
    with within(here.agency):
        _out, *chosen = pairs(latest(here))
    page = client.post(f"{address}accept/?lang=en", {"pair": sorted(ids(chosen))}, follow=True)
    assert "5 assigned and asked" in words_of(page) and "Left out" in words_of(page)
    with within(here.agency):
        assert Assignment.everything.count() == 5


def latest(here):
    with within(here.agency):
        return TeamProposal.everything.select_related("round").latest("pk")


@pytest.mark.parametrize("size", ["1", "4", "many", ""])
def test_a_team_of_one_is_refused_in_a_sentence(size, here, sit_down, words_of):
    page = sit_down(here.officer).post(f"{here.board}propose/?lang=en", {"size": size}, follow=True,
                                       headers={"referer": f"http://testserver{here.board}?lang=en"})
    assert "A team has two or three assessors, one of whom leads." in words_of(page)


def test_what_became_impossible_is_named_and_a_discarded_one_assigns_nobody(here, sit_down, words_of):
    proposal, client = propose(here), sit_down(here.manager)
    with within(here.agency):
        tied = pairs(proposal)[0]
        f.ProviderMemberFactory(provider=here.cases[0].provider, user=tied.user, role="viewer")
        chosen = sorted(ids(pairs(proposal)))
    page = client.post(f"{PROPOSAL.format(proposal.public_id)}accept/?lang=en", {"pair": chosen}, follow=True)
    assert "1 was not possible any more" in words_of(page) and "is excluded from this case" in words_of(page)
    other = propose(here)
    page = client.post(f"{PROPOSAL.format(other.public_id)}discard/?lang=en", follow=True)
    assert "Nobody was assigned by it" in words_of(page)
    assert "Nobody is assigned by this proposal." in words_of(client.get(f"{PROPOSAL.format(other.public_id)}?lang=en"))


def test_a_case_without_a_team_stands_first_with_why_and_the_load_is_told(here, sit_down, words_of):
    with within(here.agency):
        for member in here.people[1:]:
            f.ProviderMemberFactory(provider=here.cases[0].provider, user=member.user, role="viewer")
    words = words_of(sit_down(here.officer).get(f"{PROPOSAL.format(propose(here).public_id)}?lang=en"))
    assert "1 assessor can be assigned. (excluded by law: 3)" in words
    assert words.index("Without a whole team") < words.index("Proposed teams") < words.index("Cases in hand afterwards")


def test_what_has_changed_since_and_a_time_that_ran_out_are_said(here, sit_down, words_of):
    proposal = propose(here)
    with within(here.agency):
        TeamProposal.everything.update(is_best=False)
        workflow.assign_assessor(here.cases[0], here.people[0].user, actor=here.by)
    words = words_of(sit_down(here.officer).get(f"{PROPOSAL.format(proposal.public_id)}?lang=en"))
    assert "1 assignment of this round has changed since. On accepting each pair is judged again." in words
    assert "a more even proposal may exist" in words


def test_while_the_worker_is_down_the_page_says_since_when_and_what_to_do(here, sit_down, words_of):
    with within(here.agency):
        proposal = workflow.ask_proposal(here.round, 2, actor=here.by)
    client, address = sit_down(here.officer), f"{PROPOSAL.format(proposal.public_id)}?lang=en"
    page = client.get(address)
    assert "Since" in words_of(page) and "This page renews itself" in words_of(page) and 'hx-trigger="every 2s"' in page.content.decode()
    with within(here.agency):
        TeamProposal.everything.update(asked_at=clock.now() - timedelta(minutes=3))
    page = client.get(address)
    assert "no answer for more than two minutes" in words_of(page) and "hx-trigger" not in page.content.decode()
    assert "A proposal is being worked out since" in words_of(client.get(f"{here.board}?lang=en"))


def test_while_many_are_being_assigned_the_page_says_so_and_what_happens_without_a_worker(here, sit_down, words_of, monkeypatch):
    monkeypatch.setattr(teams, "FEW", 2)
    proposal, client = propose(here), sit_down(here.officer)
    with within(here.agency):
        chosen = sorted(ids(pairs(proposal)))
    page = client.post(f"{PROPOSAL.format(proposal.public_id)}accept/?lang=en", {"pair": chosen}, follow=True)
    assert "The teams are being assigned" in words_of(page) and 'hx-trigger="every 2s"' in page.content.decode()
    with within(here.agency):
        TeamProposal.everything.update(closed_at=clock.now() - timedelta(minutes=3))
    assert "you need not do it again" in words_of(client.get(f"{PROPOSAL.format(proposal.public_id)}?lang=en"))


def test_nothing_found_is_told_with_what_to_do(here, sit_down, words_of, monkeypatch):
    def too_slow(cases, assessors):
        raise TimeoutError
    monkeypatch.setattr(solving, "propose", too_slow)
    assert "No proposal was found in the time given" in words_of(
        sit_down(here.officer).get(f"{PROPOSAL.format(propose(here).public_id)}?lang=en"))


def test_the_proposal_asks_as_often_for_three_cases_as_for_one(busan, sit_down):
    busan.round, _cases, _people = round_with(busan, cases=1, people=4)
    with within(busan.agency):
        busan.by = Actor.of(busan.officer)
    client = sit_down(busan.director)

    def queries():
        address = PROPOSAL.format(proposed(busan, busan.round, busan.by).public_id)
        client.get(address, headers={"HX-Request": "true"})
        with CaptureQueriesContext(connection) as asked:
            client.get(address, headers={"HX-Request": "true"})
        return len(asked)

    one = queries()
    with within(busan.agency):
        f.ApplicationFactory.create_batch(2, round=busan.round)
    assert queries() == one


# ---- ways to the board, and what an assessor takes on

def test_the_board_is_reached_from_the_round_and_from_the_cases(here, sit_down):
    client = sit_down(here.officer)
    for address in (f"/busan/admin/rounds/{here.round.public_id}/", f"/busan/admin/cases/?round={here.round.public_id}"):
        assert here.board in client.get(address).content.decode()


def test_an_officer_notes_how_many_cases_somebody_takes_on(here, sit_down, words_of):
    member, client = here.people[0], sit_down(here.officer)
    address = f"/busan/admin/pool/{member.public_id}/limits/?lang=en"
    page = client.post(address, {"limits-most_cases": "0"})
    assert "greater than or equal to 1" in words_of(page)
    assert "What they take on is noted." in words_of(client.post(address, {"limits-most_cases": "4"}, follow=True))
    with within(here.agency):
        member.refresh_from_db()
        assert (member.most_cases, member.may_lead) == (4, False)
    assert sit_down(here.director).post(address, {"limits-most_cases": "4"}).status_code == 403
