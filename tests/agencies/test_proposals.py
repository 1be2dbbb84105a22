"""Proposals on indicators: who proposes what toward whom, who reads a draft, how they are answered and told."""
import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from accounts.actors import Actor
from agencies.models import IndicatorProposal, ProposalAnswer, ProposalFile, PublishedProposal, PublishedResult, YearInsight
from agencies.queries.proposal import own_proposals, published_on, received_proposals
from agencies.workflow import proposal as workflow
from agencies.workflow import proposal_answer as answering
from agencies.workflow.insight import keep_year_insight
from core import clock
from core.errors import Refused
from core.tenancy import within
from tests import files
from tests.agencies.proposing import (
    SAID,
    answered,
    discussed,
    drafted,
    fresh,
    handed_in,
    in_edition,
    in_set,
    meeting_of,
    notices,
    propose,
    released,
    task_of,
    told,
)
from tests.agencies.sets import draft_set
from tests.certification.conftest import version  # noqa: F401  a published edition at Busan

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


def read_by(place, who, rows=own_proposals):
    with within(place.agency):
        return [one.pk for one in rows(Actor.of(getattr(place, who)))]


def seen_at_all(place, who):
    with within(place.agency):
        return [one.pk for one in IndicatorProposal.objects.visible_to(Actor.of(getattr(place, who)))]


# ---- who proposes

@pytest.mark.parametrize("who", ["officer", "manager", "director", "trainer", "admin"])
def test_any_agencys_staff_proposes_for_the_set(who, year, busan, central):
    row = propose(busan, in_set(year), by=who)
    assert (row.keeper_id, row.source, row.house_ko, row.code) == (central.agency.pk, "staff", "부산광역시사회서비스원", "A1-1")


@pytest.mark.parametrize("who", ["assessor", "owner", "auditor", "observer", "committee"])
def test_others_at_an_agency_do_not_propose_for_the_set(who, year, busan):
    with pytest.raises(PermissionDenied):
        propose(busan, in_set(year), by=who)


def test_centrals_assessors_propose_for_the_set_and_an_agencys_for_its_criteria(year, version, busan, central):  # noqa: F811
    assert propose(central, in_set(year), by="assessor").source == "assessor"
    assert propose(busan, in_edition(version), by="assessor").source == "assessor"


def test_a_provider_proposes_for_its_agencys_criteria_alone(year, version, busan):  # noqa: F811
    row = propose(busan, in_edition(version), by="owner", provider=busan.provider)
    assert (row.source, row.keeper_id, row.provider_id) == ("provider", busan.agency.pk, busan.provider.pk)
    with pytest.raises(PermissionDenied):
        propose(busan, in_edition(version), by="owner", provider=busan.neighbours)
    with pytest.raises(PermissionDenied):
        propose(busan, in_edition(version), by="owner")
    with pytest.raises(PermissionDenied):
        propose(busan, in_set(year), by="owner", provider=busan.provider)


def test_another_agencys_criteria_are_not_proposed_for(version, busan, daegu):  # noqa: F811
    with pytest.raises(Refused, match="another agency"):
        propose(daegu, in_edition(version))


def test_a_draft_version_is_not_proposed_for(year, busan, central):
    with within(central.agency):
        draft = draft_set(central.agency, year=2028)
        with pytest.raises(Refused, match="what is published"):
            workflow.begin_proposal(in_set(draft), **SAID, actor=Actor.of(central.officer))


# ---- who reads what

def test_a_draft_is_read_by_its_own_side_alone(year, busan, daegu, central):
    row = propose(busan, in_set(year))
    assert read_by(busan, "manager") == [row.pk]
    assert seen_at_all(daegu, "officer") == seen_at_all(central, "officer") == seen_at_all(busan, "owner") == []
    with within(busan.agency):
        workflow.hand_in_proposal(row, actor=Actor.of(busan.manager))
    assert read_by(central, "officer", received_proposals) == [row.pk] and seen_at_all(daegu, "officer") == []
    assert seen_at_all(central, "assessor") == []


def test_a_providers_draft_is_hidden_from_its_agency_and_from_the_neighbour(version, busan):  # noqa: F811
    row = propose(busan, in_edition(version), by="owner", provider=busan.provider)
    assert read_by(busan, "colleague") == [row.pk]
    assert seen_at_all(busan, "officer") == seen_at_all(busan, "neighbour") == seen_at_all(busan, "assessor") == []
    with within(busan.agency):
        workflow.hand_in_proposal(row, actor=Actor.of(busan.colleague))
    assert read_by(busan, "officer", received_proposals) == [row.pk] and read_by(busan, "officer") == []
    assert seen_at_all(busan, "neighbour") == []


def test_an_assessors_draft_is_their_own(year, central):
    row = propose(central, in_set(year), by="assessor")
    assert seen_at_all(central, "assessor") == [row.pk] and seen_at_all(central, "officer") == []


def test_nobody_else_writes_on_a_proposal(version, busan):  # noqa: F811
    row = propose(busan, in_edition(version), by="owner", provider=busan.provider)
    for who in ("officer", "neighbour", "assessor"):
        with within(busan.agency):
            actor = Actor.of(getattr(busan, who))
            for work in (lambda: workflow.change_proposal(row, **SAID, base=0, actor=actor),              # noqa: B023
                         lambda: workflow.hand_in_proposal(row, actor=actor),                             # noqa: B023
                         lambda: workflow.withdraw_proposal(row, actor=actor),                            # noqa: B023
                         lambda: workflow.attach_to_proposal(row, files.upload(files.pdf(), "a.pdf"), actor=actor)):  # noqa: B023
                with pytest.raises(PermissionDenied):
                    work()


# ---- how it is written

def test_what_is_missing_gets_its_sentence(year, busan):
    for field, said in (("wanted", {"wanted": " "}), ("reason", {"reason": " "}), ("change", {"change": "new"})):
        with pytest.raises(Refused) as refused:
            propose(busan, in_set(year), **said)
        assert refused.value.field == field
    with pytest.raises(Refused) as refused:
        propose(busan, year, change="new")
    assert refused.value.field == "name"
    assert propose(busan, in_set(year), change="drop", wanted="").change == "drop"
    assert propose(busan, year, change="new", name="새 지표").subject == "새 지표"


def test_a_second_proposal_while_one_is_open_is_refused_and_later_allowed(year, busan):
    row = handed_in(busan, in_set(year))
    with pytest.raises(Refused, match="open proposal"):
        propose(busan, in_set(year))
    propose(busan, in_set(year), by="manager")
    propose(busan, in_set(year, "A1-2"))
    with within(busan.agency):
        workflow.withdraw_proposal(row, actor=Actor.of(busan.officer))
    assert propose(busan, in_set(year)).is_draft


def test_an_older_page_overwrites_nothing_and_what_is_handed_in_stays(year, busan):
    row = propose(busan, in_set(year))
    with within(busan.agency):
        actor = Actor.of(busan.officer)
        workflow.change_proposal(row, **{**SAID, "reason": "새 사유"}, base=0, actor=actor)
        with pytest.raises(Refused, match="Somebody else"):
            workflow.change_proposal(row, **SAID, base=0, actor=actor)
        file = workflow.attach_to_proposal(row, files.upload(files.pdf(), "근거.pdf"), actor=actor)
        assert workflow.attach_to_proposal(row, files.upload(files.pdf(), "근거.pdf"), actor=actor).pk == file.pk
        workflow.hand_in_proposal(row, actor=actor)
        for work in (lambda: workflow.change_proposal(row, **SAID, base=1, actor=actor),
                     lambda: workflow.hand_in_proposal(row, actor=actor),
                     lambda: workflow.remove_from_proposal(file, actor=actor),
                     lambda: workflow.attach_to_proposal(row, files.upload(files.pdf(2), "b.pdf"), actor=actor)):
            with pytest.raises(Refused, match="no longer be changed"):
                work()
        with pytest.raises(IntegrityError), transaction.atomic():
            IndicatorProposal.everything.filter(pk=row.pk).update(reason="anders")
        assert IndicatorProposal.everything.get().reason == "새 사유" and ProposalFile.everything.count() == 1


def test_a_file_with_a_resident_number_is_refused(year, busan):
    row = propose(busan, in_set(year))
    with within(busan.agency), pytest.raises(Refused):
        workflow.attach_to_proposal(row, files.upload("주민등록번호,900101-1234568".encode(), "x.csv"), actor=Actor.of(busan.officer))


# ---- discussed and answered

def test_what_the_body_advises_stands_at_the_proposal_on_its_own_side_too(year, busan, central):
    row = handed_in(busan, in_set(year))
    discussed(central, row)
    seen = fresh(busan, row)
    assert (seen.advice, seen.get_advice_display(), seen.body_name) == ("recommend", "recommended", "지표 실무협의체")
    assert seen.advised_on is not None and seen.stage == "handed_in"


def test_while_it_is_on_an_agenda_it_is_not_answered_and_the_other_way_round(year, busan, central):
    one, other = handed_in(busan, in_set(year)), handed_in(busan, in_set(year, "A1-2"))
    with within(central.agency):
        officer, (meeting, _seat) = Actor.of(central.officer), meeting_of(central)
        answering.put_proposal_on_agenda(one, meeting, actor=officer)
    with pytest.raises(Refused, match="agenda of a meeting"):
        drafted(central, one)
    drafted(central, other)
    with within(central.agency), pytest.raises(Refused, match="waits for the release"):
        answering.put_proposal_on_agenda(other, meeting, actor=officer)


def test_only_the_keepers_officers_work_on_it(year, busan, daegu, central):
    row = handed_in(busan, in_set(year))
    for place, who in ((busan, "officer"), (daegu, "officer"), (central, "director"), (central, "auditor"), (central, "assessor")):
        with pytest.raises((PermissionDenied, IndicatorProposal.DoesNotExist)):
            drafted(place, row, by=who)


def test_an_answer_needs_a_reason_and_one_of_two_outcomes(year, busan, central):
    row = handed_in(busan, in_set(year))
    for field, said in (("words", {"words": " "}), ("outcome", {"outcome": "in_force"})):
        with pytest.raises(Refused) as refused:
            drafted(central, row, **said)
        assert refused.value.field == field


def test_it_is_released_by_another_who_has_not_proposed_it(year, busan, central):
    row = handed_in(busan, in_set(year))
    answer = drafted(central, row, by="manager")
    for who in ("manager", "officer", "auditor"):
        with pytest.raises(PermissionDenied):
            released(central, answer, by=who)
    assert fresh(busan, row).answer == ""
    released(central, answer, by="director")
    assert (fresh(busan, row).stage, fresh(busan, row).answer) == ("accepted", "타당한 제안입니다")
    own = handed_in(central, in_set(year), by="manager")
    with pytest.raises(Refused, match="yourself"):
        drafted(central, own, by="manager")
    with pytest.raises(PermissionDenied):
        released(central, drafted(central, own), by="manager")
    with within(central.agency), pytest.raises(IntegrityError):
        ProposalAnswer.everything.update(released_by=central.officer, drafted_by=central.officer)


def test_what_was_changed_meanwhile_is_not_released_unread(year, busan, central):
    row = handed_in(busan, in_set(year))
    answer = drafted(central, row)
    drafted(central, row, "rejected")
    with within(central.agency):
        fresh_answer = ProposalAnswer.everything.get()
        with pytest.raises(Refused, match="changed meanwhile"):
            answering.release_answer(fresh_answer, seen=answer.drafted_at.isoformat(), actor=Actor.of(central.manager))


def test_sent_back_it_is_drafted_anew(year, busan, central):
    row = handed_in(busan, in_set(year))
    answer = drafted(central, row)
    with within(central.agency):
        with pytest.raises(PermissionDenied):
            answering.send_answer_back(answer, reason="더 자세히", actor=Actor.of(central.officer))
        with pytest.raises(Refused) as refused:
            answering.send_answer_back(answer, reason=" ", actor=Actor.of(central.manager))
        assert refused.value.field == "back_reason"
        answering.send_answer_back(answer, reason="더 자세히", actor=Actor.of(central.manager))
    with pytest.raises(Refused, match="does not wait"):
        released(central, answer)
    released(central, drafted(central, row, "rejected"))
    assert fresh(busan, row).stage == "rejected"


def test_withdrawn_it_is_not_answered_any_more(year, busan, central):
    row = handed_in(busan, in_set(year))
    answer = drafted(central, row)
    with within(busan.agency):
        workflow.withdraw_proposal(row, actor=Actor.of(busan.officer))
        with pytest.raises(Refused, match="answered or withdrawn"):
            workflow.withdraw_proposal(row, actor=Actor.of(busan.officer))
    with pytest.raises(Refused, match="answered or withdrawn"):
        released(central, answer)
    with pytest.raises(Refused, match="answered or withdrawn"):
        drafted(central, row)


# ---- told

def test_each_side_is_told_by_its_own_job_and_once(year, busan, central, work_off):
    row = handed_in(busan, in_set(year))
    for _twice in range(2):
        told(busan)
        told(central)
    work_off(central)
    work_off(busan)
    assert notices(busan) == []
    assert notices(central) == [("indicator_proposal.handed_in", "manager"), ("indicator_proposal.handed_in", "officer")]
    answered(central, row, "rejected")
    for _twice in range(2):
        told(central)
        told(busan)
    work_off(busan)
    work_off(central)
    assert notices(busan) == [("indicator_proposal.rejected", "officer")]
    assert len(notices(central)) == 2
    with within(busan.agency):
        assert workflow.tell_proposer(row, actor=Actor.system("twice")) is False


def test_providers_people_and_assessors_are_told_where_they_are(version, busan, work_off):  # noqa: F811
    rows = [handed_in(busan, in_edition(version), by="owner", provider=busan.provider),
            handed_in(busan, in_edition(version, "1.1.2"), by="assessor")]
    for row in rows:
        answered(busan, row)
    told(busan)
    work_off(busan)
    assert notices(busan) == [("indicator_proposal.accepted", who) for who in ("assessor", "colleague", "owner")]


def test_a_withdrawal_is_told_at_the_keeper(year, busan, central, work_off):
    row = handed_in(busan, in_set(year))
    told(central)
    with within(busan.agency):
        workflow.withdraw_proposal(row, actor=Actor.of(busan.officer))
    told(central)
    work_off(central)
    assert ("indicator_proposal.withdrawn", "officer") in notices(central)


def test_nobody_tells_by_hand(year, busan, central):
    row = handed_in(busan, in_set(year))
    with within(busan.agency):
        for work in (workflow.receive_proposal, workflow.tell_proposer):
            with pytest.raises(PermissionDenied):
                work(row, actor=Actor.of(busan.manager))


# ---- what everybody reads

def test_only_what_is_shown_stands_at_the_card_and_names_nobody(year, busan, daegu, central):
    shown, hidden = handed_in(busan, in_set(year)), handed_in(busan, in_set(year), by="manager")
    waiting = handed_in(daegu, in_set(year))
    answered(central, shown, "rejected")
    answered(central, hidden, "rejected", is_shown=False)
    with within(daegu.agency):
        rows = list(published_on(Actor.of(daegu.officer), in_set(year), {"A1-1"}))
        assert [(one.answer, one.source) for one in rows] == [("타당한 제안입니다", "staff")] and waiting.pk
        assert not hasattr(rows[0], "house_ko") and not hasattr(rows[0], "author")
    with within(central.agency):
        assert PublishedProposal.everything.count() == 1


def test_figures_of_few_agencies_never_leave_central_nor_before_results_are_out(year, busan, central):
    def at_busan():
        with within(busan.agency):
            return YearInsight.objects.visible_to(Actor.of(busan.officer)).count()

    def worked_out(agencies):
        with within(central.agency):
            keep_year_insight(year, agencies=agencies, indicators=[], actor=Actor.system("test"))

    worked_out(5)
    assert at_busan() == 0
    with within(central.agency):
        PublishedResult.everything.create(year=year.year, assessed=busan.agency, standing="assessed", total=80, grade="B",
                                          published_at=clock.now())
        assert YearInsight.objects.visible_to(Actor.of(central.officer)).count() == 1
    assert at_busan() == 1
    worked_out(4)
    assert at_busan() == 1
    with within(busan.agency):
        assert YearInsight.objects.visible_to(Actor.of(busan.owner)).count() == 0
        assert YearInsight.objects.visible_to(Actor.public()).count() == 0


def test_an_accepted_one_becomes_a_task_and_a_rejected_none(year, busan, central):
    row, other = handed_in(busan, in_set(year)), handed_in(busan, in_set(year, "A1-2"))
    answered(central, row)
    answered(central, other, "rejected")
    assert task_of(central, row).done_at is None
    with pytest.raises(type(task_of(central, row)).DoesNotExist):
        task_of(central, other)
