"""What a device sends in whatever order and however often: one final state by the rule, and nothing lost."""
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.actors import Actor
from core import clock
from core.errors import Refused
from core.models import AuditEvent
from core.tenancy import within
from tests.cast import people_of
from tests.visits.conftest import say, team_visit
from visits import workflow
from visits.models import AgreedFinding, Finding, Operation, Visit
from visits.stages import Stage

OPERATIONS = st.lists(st.tuples(st.integers(0, 5), st.sampled_from(["compliant", "noncompliant"]), st.text("가나다", max_size=3)),
                      min_size=1, max_size=6)


def by_the_rule(arriving):
    """The server's rule in five lines: what builds on the version that stands is applied, the rest is kept as a conflict."""
    version, text, outcomes = 0, None, {}
    for number, base, words in arriving:
        if number not in outcomes:
            outcomes[number] = "applied" if base == version else "conflict"
            version, text = (version + 1, words["text"]) if base == version else (version, text)
    return version, text, outcomes


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=OPERATIONS, order=st.data())
def test_any_order_and_repetition_ends_as_the_rule_says_and_loses_nothing(there, made, order):
    sent = [(uuid.uuid4(), base, {"judgement": judgement, "reason_code": "other" if judgement == "noncompliant" else "",
                                  "text": f"{place} {text}"}) for place, (base, judgement, text) in enumerate(made)]
    arriving = order.draw(st.permutations(sent + order.draw(st.lists(st.sampled_from(sent), max_size=6))))
    version, text, outcomes = by_the_rule(arriving)
    with within(there.agency):
        point = transaction.savepoint()
        answers = {}
        for number, base, words in arriving:
            answer = say(there, there.lead, number=number, base=base, **words)
            assert answers.setdefault(number, answer.outcome) == answer.outcome
        assert answers == outcomes
        finding = Finding.everything.filter(item=there.item).first()
        assert (finding.version, finding.text) == (version, text) if finding else version == 0
        kept = {one.public_id: (one.base_version, one.payload) for one in Operation.everything.all()}
        assert kept == {number: (base, words) for number, base, words in sent}
        transaction.savepoint_rollback(point)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(length=st.integers(1, 6), again=st.lists(st.integers(0, 5), max_size=6))
def test_a_device_that_waits_for_its_answer_ends_with_its_last_words_however_often_it_repeats(there, length, again):
    with within(there.agency):
        point, base, sent = transaction.savepoint(), 0, []
        for place in range(length):
            sent.append((uuid.uuid4(), base, f"{place}"))
            for which in [place, *[old for old in again if old < place]]:
                number, had, text = sent[which]
                answer = say(there, there.lead, number=number, base=had, text=text)
                assert answer.outcome == "applied"
                base = answer.version if which == place else base
        finding = Finding.everything.get(item=there.item)
        assert (finding.text, finding.version) == (f"{length - 1}", length)
        transaction.savepoint_rollback(point)


# ---- on real connections

def both(first, second):
    """Each in a thread and a connection of its own, begun at once; what each got, a refusal included."""
    ready = Barrier(2)

    def run(deed):
        try:
            ready.wait(10)
            return deed()
        except Refused as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(run, [first, second]))


@pytest.mark.django_db(transaction=True)
def test_the_same_operation_in_two_requests_at_once_is_applied_once():
    there, number = team_visit(people_of("busan")), uuid.uuid4()

    def say_slowly():
        with within(there.agency):
            answer = say(there, there.lead, number=number, text="한 번")
            time.sleep(0.5)                     # the other begins before this one is true
            return answer

    answers = both(say_slowly, say_slowly)
    assert sorted(answer.repeated for answer in answers) == [False, True]
    assert {(answer.outcome, answer.version) for answer in answers} == {("applied", 1)}
    with within(there.agency):
        assert Operation.everything.count() == AuditEvent.everything.filter(verb="visit.finding_applied").count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_number_used_at_two_visits_at_once_is_applied_at_one():
    place, number = people_of("busan"), uuid.uuid4()
    visits = [team_visit(place), team_visit(place)]
    answers = both(*[lambda there=there: say(there, there.lead, number=number) for there in visits])
    assert [isinstance(answer, Refused) for answer in answers].count(True) == 1
    with within(place.agency):
        assert Operation.everything.count() == Finding.everything.count() == 1


def lock_it(there):
    with within(there.agency):
        return workflow.end_early(there.visit, reason="정전", actor=Actor.of(there.lead))


@pytest.mark.django_db(transaction=True)
def test_a_judgement_against_the_lock_is_either_in_before_it_or_refused():
    there = team_visit(people_of("busan"))
    answers = both(lambda: say(there, there.second), lambda: lock_it(there))
    with within(there.agency):
        assert Visit.everything.get().stage == Stage.LOCKED
        assert Finding.everything.count() == Operation.everything.count() == (0 if isinstance(answers[0], Refused) else 1)


@pytest.mark.django_db(transaction=True)
def test_a_write_past_the_workflow_waits_for_who_is_locking_and_is_refused():
    """The trigger asks under a share lock: a plain look would see the visit as it was before the lock commits."""
    there = team_visit(people_of("busan"))
    locked, tried = Barrier(2), []

    def lock_slowly():
        with within(there.agency):
            workflow.end_early(there.visit, reason="정전", actor=Actor.of(there.lead))
            locked.wait(10)
            time.sleep(0.5)                     # the other writes meanwhile
        connection.close()

    def write():
        locked.wait(10)
        try:
            with within(there.agency):
                Finding.everything.create(item=there.item, author=there.second, judgement="compliant", version=1, recorded_at=clock.now())
        except IntegrityError as failure:
            tried.append(failure)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(lock_slowly), pool.submit(write)]:
            done.result(20)
    assert len(tried) == 1
    with within(there.agency):
        assert not Finding.everything.exists() and not AgreedFinding.everything.exists()
