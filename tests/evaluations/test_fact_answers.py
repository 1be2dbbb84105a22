"""Answers to the comments on the facts, who gives them, and what of an amendment reaches the case."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from accounts.actors import Actor
from core import clock
from core.errors import Refused
from core.tenancy import within
from evaluations import queries, tasks, workflow
from evaluations.models import (
    AmendmentInCase,
    Application,
    Assignment,
    Decision,
    FactAnswer,
    FactCheck,
    FactComment,
)
from panels.workflow import recuse
from tests import factories as f
from tests.evaluations.asking import refused, told
from tests.evaluations.commenting import (
    STANDS,
    amend,
    answer,
    check_of,
    comment_on,
    commented,
    in_case,
    item_at,
    required,
)
from tests.evaluations.path import Path
from visits.models import AgreedFinding, Amendment, Deputy

SYSTEM = Actor.system("tests")
WHY = "현장을 다시 보아야 합니다."


@pytest.fixture
def path(busan):
    return Path(busan, unmet=["1.1.2"]).visited()


def due(path):
    return check_of(path).deadline.due_at


def take_over(path):
    """The errand comes."""
    with within(path.place.agency):
        return tasks.take_over_visit(visit_id=path.visit.pk)


# ---- answers

def test_each_comment_is_answered_with_a_reason_before_the_fact_check_is_closed(path):
    commented(path, "1.1.1", "1.1.2")
    with within(path.place.agency):
        assert "still wait for the team's answers" in refused(lambda: workflow.close_fact_check(path.fresh(), actor=path.officer))
    assert "write the reason" in refused(lambda: answer(path, "1.1.1", reason=" "))
    answer(path, "1.1.1")
    with within(path.place.agency):
        assert "still wait" in refused(lambda: workflow.close_fact_check(path.fresh(), actor=path.officer))
    answer(path, "1.1.2")
    assert "answered already" in refused(lambda: answer(path, "1.1.2"))
    with within(path.place.agency):
        assert check_of(path).stage == "answered"
        assert workflow.close_fact_check(path.fresh(), actor=path.officer).stage == "final_evaluation"
        assert check_of(path).stage == "closed"


def test_the_database_too_closes_nothing_while_a_comment_waits(path):
    commented(path)
    with within(path.place.agency):
        for stage in ("answered", "closed"):
            with pytest.raises(IntegrityError, match="still waits"), transaction.atomic():
                FactCheck.everything.update(stage=stage)
        with pytest.raises(IntegrityError, match="still wait"), transaction.atomic():
            Application.everything.filter(pk=path.application.pk).update(stage="final_evaluation")
        draft = FactComment.everything.filter(handed_in_at=None).first()
        with pytest.raises(IntegrityError, match="a draft is not answered"), transaction.atomic():
            FactAnswer.everything.create(comment=draft, is_accepted=False, reason="x", answered_at=clock.now(), answered_by=path.owner)


def test_only_the_lead_answers(path, busan):
    commented(path)
    for who in (path.assessors[1], busan.officer, busan.manager, busan.owner):
        with pytest.raises(PermissionDenied):
            answer(path, by=who)


def test_the_words_of_an_answer_name_no_result(path):
    commented(path)
    for words in ({"reason": "적합으로 바꾸었습니다."}, {"text": "기준을 충족합니다."}):
        with pytest.raises(Refused) as refusal:
            answer(path, accepted=True, **words)
        assert "Leave the judgement out" in str(refusal.value) and refusal.value.field == next(iter(words))
    with pytest.raises(Refused) as mute:
        answer(path, accepted=True, text=" ")
    assert mute.value.field == "text"


def test_accepted_the_finding_is_amended_in_a_new_entry_and_the_case_reads_it(path):
    commented(path)
    answer(path, accepted=True)
    with within(path.place.agency):
        entry = Amendment.everything.get()
        assert (entry.ground, entry.comment) == ("comment", comment_on(path).public_id)
        assert AgreedFinding.everything.get(item__code="1.1.2").judgement == "noncompliant"
        row = required(path)
        assert (row.agreed, row.agreed_reason, in_case(path).is_taken) == ("compliant", STANDS["text"], True)
        assert FactAnswer.everything.get().seen == STANDS["text"]
        take_over(path)                                             # the errand finds it done
        assert AmendmentInCase.everything.count() == 1


def test_not_accepted_everything_stays(path):
    commented(path)
    answer(path)
    with within(path.place.agency):
        assert required(path).agreed == "noncompliant" and not Amendment.everything.exists()


# ---- who answers when the lead has left

def test_the_lead_has_left_and_the_officer_names_one_who_answers_and_amends(path, busan):
    commented(path)
    lead, other = path.assessors
    with within(busan.agency):
        assert queries.answerer_of(path.fresh()) == lead
        Assignment.everything.filter(user=lead).update(ended_at=clock.now(), ended_reason="퇴임")
        assert queries.answerer_of(path.fresh()) is None
        for who, chosen in ((path.officer, lead), (path.officer, busan.officer)):
            assert "Choose an assessor" in refused(lambda: workflow.name_answerer(path.fresh(), chosen, actor=who))      # noqa: B023
        with pytest.raises(PermissionDenied):
            workflow.name_answerer(path.fresh(), other, actor=path.as_(other))
        workflow.name_answerer(path.fresh(), other, actor=path.officer)
        assert queries.answerer_of(path.fresh()) == other
        assert "answers already" in refused(lambda: workflow.name_answerer(path.fresh(), other, actor=path.officer))
    with pytest.raises(PermissionDenied):
        answer(path, by=lead)
    answer(path, accepted=True, by=other)
    with within(busan.agency):
        assert (required(path).agreed, Amendment.everything.get().author) == ("compliant", other)


def test_whoever_leads_the_team_now_answers_for_a_lead_who_has_left(path, busan):
    commented(path)
    lead, other = path.assessors
    with within(busan.agency):
        Assignment.everything.filter(user=lead).update(ended_at=clock.now(), ended_reason="퇴임", is_lead=False)
        Assignment.everything.filter(user=other).update(is_lead=True)
        assert queries.answerer_of(path.fresh()) == other
    answer(path, accepted=True, by=other)
    with within(busan.agency):
        assert Deputy.everything.get().user == other and required(path).agreed == "compliant"


def test_who_stands_back_answers_nothing(path, busan):
    commented(path)
    with within(busan.agency):
        recuse(path.assessors[0], subject_type="evaluations.application", matter=path.application.matter, ground="challenged",
               reason="이해관계", actor=SYSTEM)
        assert queries.answerer_of(path.fresh()) is None


# ---- amendments by the team's own discovery

def test_an_amendment_is_taken_over_and_the_provider_reads_the_fact(path):
    amend(path)
    with within(path.place.agency):
        assert "being taken over" in refused(lambda: close_after_the_days(path))
    take_over(path)
    with within(path.place.agency):
        assert required(path).agreed == "compliant"
        shown = queries.facts_amended(path.as_(path.owner), check_of(path))
        assert [one.seen for one in shown["1.1.2"]] == [STANDS["text"]]
        assert "facts.amended" in told(path)
        close_after_the_days(path)


def close_after_the_days(path):
    with clock.travel(due(path)):
        return workflow.close_fact_check(path.fresh(), actor=path.officer)


def test_a_change_of_the_judgement_alone_tells_the_provider_nothing(path):
    amend(path, text="기록이 빠져 있습니다.")
    take_over(path)
    with within(path.place.agency):
        assert required(path).agreed == "compliant" and not in_case(path).is_shown
        assert not queries.facts_amended(path.as_(path.owner), check_of(path)) and "facts.amended" not in told(path)


def test_once_the_committee_has_the_case_an_amendment_is_evidence_only(busan):
    path = Path(busan, unmet=["1.1.2"]).ready()
    amend(path)
    take_over(path)
    with within(busan.agency):
        row, kept = required(path), in_case(path)
        assert (row.agreed, kept.is_taken, kept.is_shown) == ("noncompliant", False, False)
        with pytest.raises(IntegrityError, match="evidence only"), transaction.atomic():
            AmendmentInCase.everything.create(required=row, amendment=f.AmendmentFactory(item=item_at(path, "1.1.1")), is_taken=True,
                                              at=clock.now())


def test_a_decision_keeps_what_it_rests_on(busan):
    path = Path(busan, unmet=["1.1.2"]).decided()
    amend(path)
    take_over(path)
    with within(busan.agency):
        assert Decision.everything.get().kind == "refuse" and required(path).agreed == "noncompliant"


def test_whoever_has_left_the_case_changes_nothing_in_it(path, busan):
    amend(path)
    with within(busan.agency):
        Assignment.everything.filter(user=path.assessors[0]).update(ended_at=clock.now(), ended_reason="퇴임")
    take_over(path)
    with within(busan.agency):
        assert required(path).agreed == "noncompliant" and not in_case(path).is_taken


def test_what_another_visit_is_to_see_anew_an_amendment_does_not_settle(path):
    with within(path.place.agency):
        workflow.reopen_stage(path.fresh(), reason=WHY, actor=path.as_(path.place.manager))
    amend(path)
    take_over(path)
    with within(path.place.agency):
        assert required(path).agreed == "" and not in_case(path).is_taken and path.fresh().stage == "site_visit"
