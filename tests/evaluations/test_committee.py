"""The committee's decisions: what may be decided, what a closed meeting leaves behind, who reads the papers, the minutes."""
import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import translation

from accounts.actors import Actor
from core import clock
from core.errors import Refused
from core.files import open_stored
from core.models import Errand
from core.signing import make_keys, signature_of
from core.tenancy import within
from evaluations import tasks, workflow
from evaluations.models import Application, Decision, DecisionGround, RequiredIndicator
from evaluations.queries import papers_of, ready_for_committee
from evaluations.stages import Stage
from evaluations.workflow.committee import choices_for
from panels import workflow as panels
from panels.models import AgendaItem, Ballot, Meeting
from tests import factories as f
from tests.documents import said_in
from tests.evaluations import batch
from tests.evaluations.path import Path

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def refused(work, sentence, field=None):
    with pytest.raises(Refused, match=sentence) as refusal:
        work()
    assert refusal.value.field == field


def denied_by_the_database(work):
    with pytest.raises(IntegrityError), transaction.atomic():
        work()


def sitting(place, *paths, name=""):
    """A committee of three in session; these cases are on its agenda, and everybody has declared."""
    first = paths[0]
    with within(place.agency):
        first.members = [place.committee, first.one_more("committee"), first.one_more("committee")]
        body = panels.found_body(f"CNRY-{place.agency.slug}-body{name}", f"CNRY-{place.agency.slug}-body-en", actor=first.officer)
        first.seats = [panels.give_seat(body, user, "member" if number else "chair", from_on=clock.today() - timedelta(days=30),
                                        actor=first.officer) for number, user in enumerate(first.members)]
        first.meeting = panels.call_meeting(body, title=f"CNRY-{place.agency.slug}-meeting", meets_at=clock.now(), place="회의실",
                                            actor=first.officer)
        for path in paths:
            path.item = workflow.put_on_agenda(path.fresh(), first.meeting, actor=first.officer)
            for user in first.members:
                path.declare(user)
        first.meeting = panels.open_meeting(first.meeting, actor=first.officer)
        for seat in first.seats:
            panels.note_attendance(first.meeting, seat, present=True, actor=first.officer)
    return first


def vote(first, path, choice):
    """All three vote the same, and the ballot is closed."""
    with within(first.place.agency):
        path.ballot = panels.open_ballot(AgendaItem.everything.get(pk=path.item.pk), actor=first.officer)
        for user in first.members:
            panels.cast_vote(path.ballot, choice, actor=first.as_(user), arrived_at=clock.now())
        panels.close_ballot(path.ballot, actor=first.officer)


# ---- the agenda

def test_a_case_that_is_not_ready_comes_on_no_agenda(busan):
    path = batch.submitted(busan)
    with within(busan.agency):
        meeting = f.MeetingFactory(stage="planned", opened_at=None)
        refused(lambda: workflow.put_on_agenda(path.application, meeting, actor=path.officer), "not ready")


@pytest.mark.parametrize("who", ["director", "auditor", "committee", "assessor", "owner"])
def test_nobody_else_puts_cases_on_the_agenda_or_closes(who, busan):
    path = batch.ready(busan)
    with within(busan.agency):
        meeting = f.MeetingFactory(stage="planned", opened_at=None)
        with pytest.raises(PermissionDenied):
            workflow.put_on_agenda(path.application, meeting, actor=path.as_(getattr(busan, who)))
        with pytest.raises(PermissionDenied):
            workflow.close_committee(meeting, actor=path.as_(getattr(busan, who)))


def test_an_officer_who_belongs_to_the_provider_does_not_put_its_case_on_the_agenda(busan):
    path = batch.ready(busan)
    with within(busan.agency):
        f.ProviderMemberFactory(provider=path.application.provider, user=busan.officer, role="editor")
        with pytest.raises(PermissionDenied):
            workflow.put_on_agenda(path.application, f.MeetingFactory(stage="planned", opened_at=None), actor=path.officer)


def test_what_stands_on_an_agenda_no_longer_waits(busan):
    first = batch.ready(busan)
    second = batch.ready(busan, first.round)
    sitting(busan, first)
    with within(busan.agency):
        assert list(ready_for_committee(first.officer)) == [second.application]


# ---- eighteen of nineteen

def test_eighteen_of_nineteen_is_no_award_whoever_writes(busan):
    path = Path(busan, indicators=19)
    path.written()
    with within(busan.agency):
        path.submitted()
        required = RequiredIndicator.everything.filter(application=path.application)
        assert required.count() == 19
        last = required.last()
        required.exclude(pk=last.pk).update(agreed="compliant", agreed_at=clock.now())
        required.filter(pk=last.pk).update(agreed="noncompliant", agreed_reason=batch.UNMET, agreed_at=clock.now())
        Application.everything.filter(pk=path.application.pk).update(stage="final_evaluation")
        assert choices_for(path.fresh()) == ["refuse", "defer"]
        denied_by_the_database(lambda: Decision.everything.create(application=path.application, kind="award", decided_at=clock.now()))
        denied_by_the_database(lambda: Application.everything.filter(pk=path.application.pk).update(stage="certified"))
        required.filter(pk=last.pk).update(agreed="compliant", agreed_reason="")
        assert choices_for(path.fresh()) == ["award", "refuse", "defer"]


def test_an_open_indicator_is_no_award_either(busan):
    path = batch.submitted(busan)
    with within(busan.agency):
        assert choices_for(path.application) == ["refuse", "defer"]
        denied_by_the_database(lambda: Decision.everything.create(application=path.application, kind="award", decided_at=clock.now()))


def test_no_indicator_at_all_is_no_award(busan):
    path = batch.submitted(busan)
    with within(busan.agency):
        bare = Application.everything.get(pk=path.application.pk)
        bare.pk, bare.public_id, bare.number, bare.stage = None, uuid.uuid4(), "2026-999", "withdrawn"
        bare.save()
        assert choices_for(bare) == ["refuse", "defer"]
        denied_by_the_database(lambda: Decision.everything.create(application=bare, kind="award", decided_at=clock.now()))


def test_an_award_is_refused_when_an_indicator_has_changed_since_the_vote(busan):
    path = batch.ready(busan)
    sitting(busan, path)
    vote(path, path, "award")
    with within(busan.agency):
        row = RequiredIndicator.everything.filter(application=path.application).first()
        row.agreed, row.agreed_reason = "noncompliant", batch.UNMET
        row.save()
        refused(lambda: workflow.close_committee(path.meeting, actor=path.officer), "cannot be certified")


@pytest.mark.parametrize("stage", ["decided", "not_certified"])
def test_what_was_agreed_never_changes_once_it_is_decided(stage, busan):
    path = batch.decided(busan, unmet=["1.1.2"])
    with within(busan.agency):
        Application.everything.filter(pk=path.application.pk).update(stage=stage)
        rows = RequiredIndicator.everything.filter(application=path.application)
        denied_by_the_database(lambda: rows.filter(code="1.1.2").update(agreed="compliant"))
        denied_by_the_database(lambda: rows.filter(code="1.1.1").update(agreed_reason="x"))


# ---- closing

def test_each_result_becomes_a_decision_in_the_order_of_the_agenda_and_nobody_is_told(busan):
    first = batch.ready(busan)
    second, third = batch.ready(busan, first.round, unmet=["1.1.1", "1.1.3"]), batch.ready(busan, first.round)
    sitting(busan, first, second, third)
    vote(first, first, "award")
    vote(first, second, "refuse")
    vote(first, third, "defer")
    with within(busan.agency):
        told = Errand.everything.filter(task="correspondence.tasks.announce").count()
        grounds = {third.item.pk: "  점검 결과를 더 봅니다. "}
        decisions = workflow.close_committee(first.meeting, actor=first.officer, grounds=grounds)
        assert [(one.application, one.kind, one.grounds) for one in decisions] == [
            (first.application, "award", ""), (second.application, "refuse", ""), (third.application, "defer", "점검 결과를 더 봅니다.")]
        assert list(decisions[1].per_indicator.values_list("required__code", "text")) == [("1.1.1", batch.UNMET), ("1.1.3", batch.UNMET)]
        assert not DecisionGround.everything.exclude(decision=decisions[1]).exists()
        for path in (first, second, third):
            assert path.fresh().stage == Stage.DECIDED
            assert path.application.told_stage == Stage.FINAL_EVALUATION
            assert not Decision.objects.visible_to(path.as_(path.owner)).exists()
        assert Errand.everything.filter(task="correspondence.tasks.announce").count() == told
        assert Errand.everything.filter(task="evaluations.tasks.make_minutes").count() == 1


@pytest.mark.parametrize("choice", ["refuse", "defer"])
def test_nobody_is_refused_or_deferred_without_grounds(choice, busan):
    path = batch.ready(busan)
    sitting(busan, path)
    vote(path, path, choice)
    with within(busan.agency):
        for words in ({}, {path.item.pk: "  "}):
            refused(lambda given=words: workflow.close_committee(path.meeting, actor=path.officer, grounds=given),
                    "write the grounds", f"grounds_{path.item.position}")
        assert path.fresh().stage == Stage.FINAL_EVALUATION
        assert Meeting.everything.get(pk=path.meeting.pk).stage == "open"


def test_a_meeting_with_something_undecided_is_not_closed(busan):
    path = batch.ready(busan)
    sitting(busan, path)
    with within(busan.agency):
        refused(lambda: workflow.close_committee(path.meeting, actor=path.officer), "Not decided yet")
        panels.open_ballot(path.item, actor=path.officer)
        refused(lambda: workflow.close_committee(path.meeting, actor=path.officer), "A ballot is open")


def test_a_meeting_is_closed_once(busan):
    path = batch.ready(busan)
    sitting(busan, path)
    vote(path, path, "award")
    with within(busan.agency):
        workflow.close_committee(path.meeting, actor=path.officer)
        refused(lambda: workflow.close_committee(path.meeting, actor=path.officer), "not in session")
        assert Decision.everything.count() == 1


def test_a_decision_stays_as_it_is(busan):
    path = batch.decided(busan)
    with within(busan.agency), pytest.raises(Exception, match="permission denied"), transaction.atomic():
        Decision.everything.filter(pk=path.decision.pk).update(kind="refuse")


def test_a_deferred_case_goes_on_and_no_other(busan):
    path = batch.decided(busan, kind="defer")
    with within(busan.agency):
        refused(lambda: workflow.resume_deferred(path.application, Stage.FINAL_EVALUATION, reason="까닭", actor=path.officer),
                "not deferred")
        Application.everything.filter(pk=path.application.pk).update(stage="deferred")
        refused(lambda: workflow.resume_deferred(path.fresh(), Stage.DECIDED, reason="까닭", actor=path.officer), "not deferred")
        with pytest.raises(PermissionDenied):
            workflow.resume_deferred(path.fresh(), Stage.SITE_VISIT, reason="까닭", actor=path.as_(busan.committee))
        with pytest.raises(Refused, match="Please write the reason."):
            workflow.resume_deferred(path.fresh(), Stage.FINAL_EVALUATION, reason=" ", actor=path.officer)
        resumed = workflow.resume_deferred(path.fresh(), Stage.FINAL_EVALUATION, reason="까닭", actor=path.officer)
        assert resumed.stage == Stage.FINAL_EVALUATION


def test_staff_read_the_decision_and_the_committee_its_own_before_anybody_else(busan):
    path = batch.decided(busan)
    with within(busan.agency):
        readers = {who for who in ("officer", "director", "auditor", "committee", "observer", "assessor", "owner")
                   if Decision.objects.visible_to(path.as_(getattr(busan, who))).exists()}
    assert readers == {"officer", "director", "auditor"}


# ---- who reads the papers

def reads(path, user):
    with within(path.place.agency):
        return papers_of(Actor.of(user), path.application.matter) is not None


def test_a_member_reads_the_papers_after_the_declaration_and_until_they_stand_back(busan):
    path = batch.ready(busan)
    user = busan.committee
    with within(busan.agency):
        meeting = f.MeetingFactory(stage="planned", opened_at=None)
        f.SeatFactory(body=meeting.body, user=user)
        workflow.put_on_agenda(path.application, meeting, actor=path.officer)
    assert not reads(path, user)
    with within(busan.agency):
        path.declare(user)
    assert reads(path, user)
    with within(busan.agency):
        papers = papers_of(Actor.of(user), path.application.matter)
        assert (papers.compliant, papers.total) == (3, 3)
        assert papers.seal.facts["provider"]["name"] == path.provider.name
        path.declare(user, interest="친족이 일합니다.")
    assert not reads(path, user)


def test_who_reads_cases_but_sits_there_recused_reads_no_papers(busan):
    """Somebody with two roles."""
    path = batch.ready(busan)
    sitting(busan, path)
    with within(busan.agency):
        f.MembershipFactory(user=busan.committee, role="officer")
        path.declare(busan.committee, interest="친족이 일합니다.")
    assert not reads(path, busan.committee)


def test_the_papers_close_with_the_seat_and_when_the_case_is_taken_off(busan):
    path = batch.ready(busan)
    sitting(busan, path)
    with within(busan.agency):
        panels.end_seat(path.seats[0], to_on=clock.today() + timedelta(days=3), actor=path.officer)
        panels.end_seat(path.seats[1], to_on=clock.today() - timedelta(days=1), actor=path.officer)
    assert [reads(path, user) for user in path.members] == [True, False, True]
    with within(busan.agency):
        panels.take_off_agenda(path.item, reason="다음 회의에서 다룹니다.", actor=path.officer)
    assert not reads(path, path.members[2])


def test_another_committees_members_read_nothing(busan):
    path = batch.ready(busan)
    sitting(busan, path)
    with within(busan.agency):
        elsewhere = path.one_more("committee")
        f.SeatFactory(user=elsewhere)
        f.DeclarationFactory(user=elsewhere, matter=path.application.matter)
    assert not reads(path, elsewhere)


# ---- the minutes

@pytest.fixture
def keys(settings, tmp_path):
    settings.SIGNING_DIR = str(tmp_path)
    make_keys(["busan"])


def test_the_minutes_say_who_was_there_who_stood_back_and_how_it_was_voted(keys, busan):
    first = batch.ready(busan)
    second = batch.ready(busan, first.round, unmet=["1.1.1"])
    sitting(busan, first, second)
    vote(first, first, "award")
    with within(busan.agency):
        second.declare(first.members[2], interest="친족이 일합니다.")
        panels.note_attendance(first.meeting, first.seats[2], present=False, actor=first.officer)
        ballot = panels.open_ballot(AgendaItem.everything.get(pk=second.item.pk), actor=first.officer)
        panels.void_ballot(ballot, reason="다시 투표합니다.", actor=first.officer)
        ballot = panels.open_ballot(AgendaItem.everything.get(pk=second.item.pk), actor=first.officer)
        for user in first.members[:2]:
            panels.cast_vote(ballot, "refuse", actor=first.as_(user), arrived_at=clock.now())
        panels.close_ballot(Ballot.everything.get(pk=ballot.pk), actor=first.officer)
        workflow.close_committee(first.meeting, actor=first.officer)
        errand = Errand.everything.get(task="evaluations.tasks.make_minutes")
        tasks.make_minutes(**errand.arguments)
        kept = Meeting.everything.get(pk=first.meeting.pk).minutes
        with open_stored(kept) as file:
            content = file.read()
        tasks.make_minutes(**errand.arguments)
        assert Meeting.everything.get(pk=first.meeting.pk).minutes == kept
    assert signature_of(content).holds
    said = said_in(content)
    for there in ("CNRY-busan-body", "CNRY-busan-committee", "회의실", first.provider.name, second.provider.name, "다시투표합니다."):
        assert there in said
    assert said.count(str(first.members[2])) == 2               # at the table, and standing back from the second case


def test_minutes_are_of_closed_meetings_only(keys, busan):
    path = batch.ready(busan)
    sitting(busan, path)
    with within(busan.agency):
        refused(lambda: workflow.keep_minutes(path.meeting, actor=Actor.system("test")), "once the meeting is closed")
