"""The document review, written by two at the same moment."""
import os
import time

import pytest

from core.models import AuditEvent
from core.tenancy import within
from evaluations import workflow
from evaluations.models import ConsolidatedJudgement, Settlement
from tests.cast import people_of
from tests.evaluations.reviewing import (
    begin,
    hand_in,
    judge,
    judgements,
    results,
    sheet,
    team_at,
)
from tests.panels.test_races import at_once

ROUNDS = range(20 if os.environ.get("FULL") else 3)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("_attempt", ROUNDS)
def test_of_two_last_reviews_at_once_exactly_one_lays_out(_attempt, transactional_db):
    path = team_at(people_of("busan"))
    with within(path.place.agency):
        for user in path.assessors:
            begin(path, user)
            for place in range(3):
                judge(path, user, place=place)
        sheets = [(sheet(path, user), path.as_(user)) for user in path.assessors]
    at_once(path.place, *[lambda one=one, actor=actor: workflow.submit_sheet(one, actor=actor) for one, actor in sheets])
    with within(path.place.agency):
        assert ConsolidatedJudgement.everything.count() == 3
        assert AuditEvent.everything.filter(verb="review.all_in").count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_who_settle_one_indicator_at_once_one_is_told(transactional_db):
    path = team_at(people_of("busan"))
    lead, second = path.assessors
    hand_in(path, lead)
    hand_in(path, second, "fail", "없습니다.")
    with within(path.place.agency):
        row = results(path)[0]
    both = at_once(path.place, *[lambda words=words: workflow.save_consolidated(
        row, verdict="onsite", reason=words, base_version=row.version, actor=path.as_(lead)) for words in ("하나", "둘")])
    assert sorted(one.conflict for one in both) == [False, True]
    with within(path.place.agency):
        assert results(path)[0].reason == next(one.row.reason for one in both if not one.conflict)
        assert Settlement.everything.count() == 1


@pytest.mark.django_db(transaction=True)
def test_what_is_saved_while_the_sheet_is_handed_in_counts_or_is_refused_and_never_slips_in_after(transactional_db):
    path = team_at(people_of("busan"))
    user = path.assessors[0]
    begin(path, user)
    for place in range(3):
        judge(path, user, place=place)
    with within(path.place.agency):
        row, own, actor = judgements(path, user)[0], sheet(path, user), path.as_(user)

    def save():
        time.sleep(0.3)
        return workflow.save_judgement(row, verdict="ok", note="마지막 순간의 글", base_version=row.version, actor=actor)

    def submit():
        handed = workflow.submit_sheet(own, actor=actor)
        time.sleep(1)                       # handed in, and not yet committed
        return handed

    saved, handed = at_once(path.place, save, submit)
    assert handed.submitted_at and "handed in" in str(saved)
    with within(path.place.agency):
        assert judgements(path, user)[0].note == ""
