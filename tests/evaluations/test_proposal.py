"""The proposal of teams: what must hold holds, small cases against every possible assignment, and which case cannot have its team."""
import os
import time
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluations import proposal
from evaluations.proposal import Assessor, Case, propose

FIELDS, DISTRICTS = ["child", "dementia", "youth"], ["26110", "26140", "27110"]


def teams_of(found):
    return {key: [pair for pair in found.pairs if pair.case == key] for key in {pair.case for pair in found.pairs}}


def loads_of(found, assessors):
    return {one.key: one.load + sum(pair.assessor == one.key for pair in found.pairs) for one in assessors}


def total(teams, cases, assessors):
    """What the program minimises, added up by hand: pairs, and each further case of an assessor dearer than the one before."""
    by_key = {one.key: one for one in assessors}
    pairs = sum(proposal.cost(case, by_key[key]) for case in cases for key in teams[case.key])
    loads = {one.key: one.load for one in assessors}
    for case in cases:
        for key in teams[case.key]:
            pairs += proposal.UNEVEN * loads[key]
            loads[key] += 1
    return pairs


def every_assignment(cases, assessors):
    """Each way to give all cases whole teams, as {case: keys}."""
    able = [[team for team in combinations(assessors, case.size)
             if not any(one.key in case.barred for one in team) and any(one.may_lead for one in team)] for case in cases]
    for teams in product(*able):
        taken = [one.key for team in teams for one in team]
        if all(one.load + taken.count(one.key) <= one.most for one in assessors):
            yield {case.key: [one.key for one in team] for case, team in zip(cases, teams, strict=True)}


def assessors_strategy(keys):
    return st.tuples(*[st.builds(
        Assessor, key=st.just(key), most=st.integers(1, 4), load=st.integers(0, 1), may_lead=st.booleans(),
        fields=st.frozensets(st.sampled_from(FIELDS), max_size=2), districts=st.frozensets(st.sampled_from(DISTRICTS), max_size=2))
        for key in keys]).map(list)


def cases_strategy(keys, assessors):
    return st.tuples(*[st.builds(
        Case, key=st.just(key), service=st.sampled_from(FIELDS), district=st.sampled_from(DISTRICTS), size=st.just(2),
        barred=st.dictionaries(st.sampled_from(assessors), st.just("works there"), max_size=2)) for key in keys]).map(list)


small = given(assessors=assessors_strategy("ABCD"), cases=cases_strategy([1, 2, 3], "ABCD"))


@small
@settings(max_examples=60, deadline=None)
def test_small_cases_cost_what_the_best_of_all_assignments_costs(assessors, cases):
    best = min((total(teams, cases, assessors) for teams in every_assignment(cases, assessors)), default=None)
    found = propose(cases, assessors)
    assert (best is None) == bool(found.vacancies)
    if best is not None:
        teams = {key: [pair.assessor for pair in pairs] for key, pairs in teams_of(found).items()}
        assert total(teams, cases, assessors) <= best * (1 + proposal.GAP)


@small
@settings(max_examples=60, deadline=None)
def test_what_must_hold_holds_also_where_not_everybody_gets_a_team(assessors, cases):
    found, by_case = propose(cases, assessors), {case.key: case for case in cases}
    for key, pairs in teams_of(found).items():
        assert len({pair.assessor for pair in pairs}) == len(pairs)
        assert not {pair.assessor for pair in pairs} & set(by_case[key].barred)
        assert sum(pair.is_lead for pair in pairs) <= 1
        assert {one.key for one in assessors if not one.may_lead}.isdisjoint(pair.assessor for pair in pairs if pair.is_lead)
    missing = {one.case: one for one in found.vacancies}
    for case in cases:
        team = teams_of(found).get(case.key, [])
        assert len(team) + (missing[case.key].missing if case.key in missing else 0) == case.size
        assert any(pair.is_lead for pair in team) or missing[case.key].lacks_lead
    for one in assessors:
        assert loads_of(found, assessors)[one.key] <= max(one.most, one.load)


def pool(count, **facts):
    return [Assessor(f"a{n}", **{"most": 8, **facts}) for n in range(count)]


def test_the_load_is_even():
    found = propose([Case(n, "child", "26110") for n in range(9)], pool(6))
    assert set(loads_of(found, pool(6)).values()) == {3}


def test_who_has_cases_in_hand_gets_fewer():
    team = [Assessor("busy", most=8, load=4), *pool(4)]
    found = propose([Case(n, "child", "26110") for n in range(4)], team)
    assert loads_of(found, team)["busy"] == 4


def test_who_knows_the_field_comes_before_who_lives_near():
    team = [Assessor("knows", 8, fields=frozenset({"child"}), districts=frozenset({"27110"})),
            Assessor("near", 8, fields=frozenset({"youth"}), districts=frozenset({"26110"})),
            Assessor("both", 8, fields=frozenset({"child"}), districts=frozenset({"26110"}))]
    found = propose([Case(1, "child", "26110")], team)
    assert {pair.assessor: pair.reasons[:2] for pair in found.pairs} == {
        "knows": ("field", "other_district"), "both": ("field", "district")}


def test_a_case_that_nobody_may_assess_is_named_and_the_others_have_their_teams():
    cases = [Case(n, "child", "26110") for n in range(3)] + [Case("hers", "child", "26110", barred={f"a{n}": "owns it" for n in range(5)})]
    found = propose(cases, pool(6))
    assert [(one.case, one.missing, one.eligible) for one in found.vacancies] == [("hers", 1, 1)]
    assert all(len(team) == 2 for key, team in teams_of(found).items() if key != "hers")


def test_a_team_without_anybody_who_may_lead_is_named():
    found = propose([Case(1, "child", "26110")], pool(4, may_lead=False))
    assert [(one.case, one.missing, one.lacks_lead) for one in found.vacancies] == [(1, 0, True)]


def test_more_cases_than_the_pool_takes_on_leaves_some_without_a_team():
    found = propose([Case(n, "child", "26110") for n in range(5)], pool(4, most=2))
    assert sum(one.missing for one in found.vacancies) == 2
    assert set(loads_of(found, pool(4)).values()) == {2}


def test_no_case_no_proposal():
    assert propose([], pool(3)).pairs == ()
    assert [one.missing for one in propose([Case(1, "child", "26110")], []).vacancies] == [2]


@pytest.mark.slow
def test_a_whole_round_is_proposed_in_ten_seconds():
    """150 cases and 30 assessors with FULL=1, a third of it otherwise."""
    many, few = (150, 30) if os.environ.get("FULL") else (50, 10)
    team = [Assessor(f"a{n}", most=12, may_lead=n % 2 == 0, fields=frozenset({FIELDS[n % 3], FIELDS[(n + 1) % 3]}),
                     districts=frozenset({DISTRICTS[n % 3]})) for n in range(few)]
    cases = [Case(n, FIELDS[n % 3], DISTRICTS[n // 3 % 3], size=2, barred={f"a{n % few}": "works there"}) for n in range(many)]
    began = time.monotonic()
    found = propose(cases, team)
    assert time.monotonic() - began < proposal.SECONDS + 2
    assert found.vacancies == ()
    assert max(loads_of(found, team).values()) - min(loads_of(found, team).values()) <= 1
