"""The whole evaluation, wandered through at random: no stage that does not follow, nobody who evaluated decides or handles
an appeal, nothing told twice.

A few hundred steps with every run, ten thousand with FULL=1; the seed names a history that can be walked again.
"""
import os
from collections import Counter

import pytest
from django.utils import translation

from core.tenancy import within
from tests.architecture.world import undone
from tests.evaluations.wandering import Wandering

pytestmark = pytest.mark.django_db
FULL = bool(os.environ.get("FULL"))
STEPS, HISTORIES = (500, 20) if FULL else (150, 2)
REACHED = ["screen", "assign", "put_on_agenda", "sit", "close_committee", "draft", "release", "approve", "announce", "appeal",
           "name_handlers", "give_opinions", "propose", "approve_answer"]


def test_no_history_leads_to_an_illegal_stage_or_lets_an_evaluator_decide(busan):
    done = Counter()
    with within(busan.agency), translation.override("en"):
        for seed in range(HISTORIES):
            with undone():
                history = Wandering(busan, seed)
                for number in range(STEPS):
                    try:
                        history.step()
                    except AssertionError as wrong:
                        raise AssertionError(f"history {seed}, step {number}: {wrong}") from wrong
                history.end_in_order()
                done += history.done
    assert not [deed for deed in REACHED if not done[deed]], dict(done)
    if FULL:
        assert not [deed for deed in history.tries if not done[deed]], done
