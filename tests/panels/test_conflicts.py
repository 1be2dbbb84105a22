"""What ties a person to an applicant: each kind, its end, and what it is for. Pure: no database."""
import uuid
from datetime import date

import pytest
from django.utils import translation

from panels.conflicts import ACTS_FOR, CONSULTED, EMPLOYED, OWNS, RELATED, Applicant, Kind, Tie, find_conflicts, to_ask
from panels.models.involvement import business_of

TODAY = date(2026, 8, 31)
SELF, RIVAL, ELSEWHERE = uuid.uuid4(), uuid.uuid4(), uuid.uuid4()
NUMBER = business_of("0008200006")
APPLICANT = Applicant(SELF, NUMBER, "햇살센터", {RIVAL: "달빛센터"})


def kinds(*ties):
    return [one.kind for one in find_conflicts(ties, APPLICANT, today=TODAY)]


@pytest.mark.parametrize(("tie", "kind"), [
    (Tie(ACTS_FOR, SELF), Kind.ACTS_FOR),
    (Tie(ACTS_FOR, SELF, other_account=True), Kind.SAME_PERSON),
    (Tie(EMPLOYED, SELF), Kind.EMPLOYED),
    (Tie(EMPLOYED, NUMBER, "햇살복지재단"), Kind.SAME_CORPORATION),
    (Tie(OWNS, SELF), Kind.OWNS),
    (Tie(OWNS, NUMBER, "햇살복지재단"), Kind.OWNS),
    (Tie(RELATED, SELF), Kind.RELATED),
    (Tie(CONSULTED, SELF), Kind.CONSULTED),
    (Tie(EMPLOYED, RIVAL), Kind.COMPETITOR),
    (Tie(OWNS, RIVAL), Kind.COMPETITOR),
    (Tie(ACTS_FOR, RIVAL, other_account=True), Kind.COMPETITOR),
])
def test_each_tie_is_found_for_what_it_is(tie, kind):
    assert kinds(tie) == [kind]


@pytest.mark.parametrize("tie", [
    Tie(EMPLOYED, ELSEWHERE), Tie(RELATED, RIVAL), Tie(CONSULTED, RIVAL), Tie(EMPLOYED, RIVAL, to_on=date(2026, 8, 30)),
    Tie(RELATED, SELF, to_on=date(2026, 8, 30))])
def test_what_is_no_tie_of_this_applicant_is_not_found(tie):
    assert kinds(tie) == []


@pytest.mark.parametrize(("kind", "last", "found"), [
    (EMPLOYED, date(2026, 8, 31), Kind.EMPLOYED),                   # the last day is a day of work
    (EMPLOYED, date(2026, 8, 30), Kind.FORMER_EMPLOYER),
    (OWNS, date(2026, 8, 30), Kind.FORMER_EMPLOYER),
    (ACTS_FOR, date(2026, 8, 30), Kind.FORMER_EMPLOYER),
    (EMPLOYED, date(2023, 8, 31), Kind.FORMER_EMPLOYER),
    (EMPLOYED, date(2023, 8, 30), None),
    (CONSULTED, date(2024, 8, 31), Kind.CONSULTED),
    (CONSULTED, date(2024, 8, 30), None),
])
def test_a_tie_counts_as_long_as_it_should_and_no_day_longer(kind, last, found):
    assert kinds(Tie(kind, SELF, to_on=last)) == ([found] if found else [])


def test_only_a_former_employer_and_a_competitor_are_reasons_to_ask():
    assert {kind for kind in Kind if to_ask(kind)} == {Kind.FORMER_EMPLOYER, Kind.COMPETITOR}


def test_grounds_of_exclusion_come_first_and_nothing_twice():
    assert kinds(Tie(EMPLOYED, RIVAL), Tie(ACTS_FOR, RIVAL), Tie(RELATED, SELF), Tie(EMPLOYED, SELF)) == [
        Kind.EMPLOYED, Kind.RELATED, Kind.COMPETITOR]


def test_a_sentence_names_the_business_and_the_fact_its_days():
    [found] = find_conflicts([Tie(EMPLOYED, RIVAL, from_on=date(2025, 3, 1))], APPLICANT, today=TODAY)
    assert found.words == "Works for 달빛센터, which offers the same service in the same district. (since 1 March 2025 (Sat))"
    with translation.override("ko"):
        assert "달빛센터" in found.sentence and "같은" in found.sentence


def test_every_kind_has_a_sentence_in_both_languages():
    for language in ("ko", "en"):
        with translation.override(language):
            sentences = [find_conflicts([tie], APPLICANT, today=TODAY)[0].sentence for tie in (
                Tie(ACTS_FOR, SELF), Tie(ACTS_FOR, SELF, other_account=True), Tie(EMPLOYED, SELF), Tie(EMPLOYED, NUMBER, "햇살"),
                Tie(OWNS, SELF), Tie(RELATED, SELF), Tie(CONSULTED, SELF), Tie(EMPLOYED, SELF, to_on=date(2026, 1, 1)),
                Tie(EMPLOYED, RIVAL))]
        assert len(set(sentences)) == len(Kind)
