"""An application begun, written, handed in, returned, taken back: every write, and what the house does not allow."""
import hashlib
import json
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from accounts.actors import Actor
from certification.models import Certificate, Round, RoundRequirement
from core import clock
from core.errors import Refused
from core.models import AuditEvent
from core.tenancy import within
from evaluations import workflow
from evaluations.models import Answer, AnswerEvidence, Application, Assignment, RequiredIndicator, Seal, SealedAnswer, SealedFile
from evaluations.workflow import evidence as evidence_workflow
from panels import workflow as panels
from providers.models import Evidence, Offering
from providers.stages import Stage as ProviderStage
from providers.workflow import bar_provider
from tests import factories as f
from tests.evaluations.path import Path
from tests.providers.test_workflow import told


@pytest.fixture
def path(busan):
    return Path(busan)


def owner(path):
    return path.as_(path.owner)


def submit(path, **when):
    return workflow.submit_application(path.fresh(), actor=owner(path), **({"arrived_at": clock.now()} | when))


# ---- beginning

def start(path, **changes):
    with within(path.place.agency):
        round = changes.get("round") or f.RoundFactory(**{name: value for name, value in changes.items() if name != "actor"})
        offering = Offering.everything.get(site__provider=path.provider)
        return workflow.start_application(round, offering, actor=changes.get("actor") or owner(path), arrived_at=clock.now())


def test_a_second_click_leads_to_the_first_draft(path):
    first = start(path)
    assert start(path, round=first.round) == first


@pytest.mark.parametrize(("round", "sentence"), [
    ({"published_at": None}, "not open now"), ({"opens_at": clock.now() + timedelta(days=1)}, "not open now"),
    ({"services": []}, "cannot be certified in this round"),
])
def test_nothing_begins_where_the_round_does_not_allow_it(round, sentence, path):
    with pytest.raises(Refused, match=sentence):
        start(path, **round)


def test_a_service_no_longer_offered_is_not_applied_for(path):
    with within(path.place.agency):
        Offering.everything.filter(site__provider=path.provider).update(is_active=False)
    with pytest.raises(Refused, match="no longer offered"):
        start(path)


def test_who_is_barred_neither_begins_nor_hands_in_whatever_the_round_asks(path):
    with within(path.place.agency):
        round = f.RoundFactory(published_at=None)
        RoundRequirement.everything.filter(round=round, requirement="not_barred").delete()
        round.published_at = clock.now()
        round.save(update_fields=["published_at"])
        type(path.provider).everything.filter(pk=path.provider.pk).update(stage=ProviderStage.CONFIRMED)
    draft = start(path, round=round)
    with within(path.place.agency):
        bar_provider(path.provider, barred_until=clock.today() + timedelta(days=30), reason="인증이 취소되었습니다.",
                     actor=Actor.of(path.place.manager))
        with pytest.raises(Refused, match="cannot apply until"):
            workflow.submit_application(draft, actor=owner(path), arrived_at=clock.now())
    with pytest.raises(Refused, match="cannot apply until"):
        start(path)
    with clock.travel(clock.now() + timedelta(days=31)):
        assert start(path)


@pytest.mark.parametrize("who", ["neighbour", "officer"])
def test_only_its_people_begin(who, path):
    with within(path.place.agency):
        actor = Actor.of(getattr(path.place, who))
    with pytest.raises(PermissionDenied):
        start(path, actor=actor)


def test_what_is_certified_is_not_applied_for_again_and_renewed_only_in_its_days(path):
    path.announced()
    with within(path.place.agency):
        assert Certificate.everything.count() == 1
    with pytest.raises(Refused, match="is certified until"):
        start(path, version=path.round.version)
    with pytest.raises(Refused, match="renewal can be applied for from"):
        start(path, version=path.round.version, kind=Round.Kind.RENEWAL)


# ---- handing in

def test_in_time_is_who_arrived_in_time(path):
    path.written()
    with within(path.place.agency):
        Round.everything.filter(pk=path.round.pk).update(closes_at=clock.now())
        closed = Round.everything.get(pk=path.round.pk).closes_at
        with pytest.raises(Refused, match="The application period is over."):
            submit(path, arrived_at=closed)
        assert submit(path, arrived_at=closed - timedelta(seconds=1)).stage == "submitted"


def test_a_second_submission_hears_that_the_first_arrived(path):
    path.submitted()
    with within(path.place.agency):
        with pytest.raises(Refused, match="Nothing was sent twice"):
            submit(path)
        assert Seal.everything.count() == 1
        assert told().count("application.submitted") == 1


def test_what_is_missing_is_named(path):
    path.started()
    with within(path.place.agency), pytest.raises(Refused) as refusal:
        submit(path)
    for part in ("the answer to indicator 1.1.1", "the answer to indicator 1.1.3", "the pledge and the consents"):
        assert part in str(refusal.value)
    path.written()
    with within(path.place.agency):
        AnswerEvidence.everything.filter(answer__indicator__code="1.1.2").delete()
        with pytest.raises(Refused, match=r"evidence for indicator 1\.1\.2"):
            submit(path)


def test_an_unconfirmed_provider_hands_nothing_in(path):
    path.written()
    with within(path.place.agency):
        path.provider.__class__.everything.filter(pk=path.provider.pk).update(stage=ProviderStage.REGISTERED)
        with pytest.raises(PermissionDenied):
            submit(path)


def test_the_seal_is_its_hash_and_says_what_the_rows_say(path):
    path.submitted()
    with within(path.place.agency):
        seal = Seal.everything.get()
        content = json.loads(seal.canonical)
        assert hashlib.sha256(seal.canonical.encode()).hexdigest() == seal.sha256
        assert json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":")) == seal.canonical
        assert [(one["indicator"], one["rating"], one["explanation"]) for one in content["answers"]] == list(
            SealedAnswer.everything.order_by("position").values_list("code", "rating", "explanation"))
        assert [(one["indicator"], one["name"], one["sha256"], one["size"]) for one in content["files"]] == list(
            SealedFile.everything.order_by("code", "pk").values_list("code", "name", "sha256", "size"))
        assert content["provider"] == seal.facts["provider"]
        assert content["provider"]["name"] == "CNRY-busan-provider"
        assert (content["number"], content["previous"]) == (path.application.number, "")
        assert RequiredIndicator.everything.count() == 3


def test_after_a_return_the_second_seal_names_the_first_and_the_number_stays(path):
    path.submitted()
    number = path.application.number
    with within(path.place.agency):
        workflow.return_application(path.fresh(), reason="사진이 흐립니다.", actor=path.officer)
        answer = Answer.everything.first()
        workflow.save_answer(answer, rating="partly", explanation="고쳐 썼습니다.", base_version=answer.version, actor=owner(path))
        submit(path)
        first, second = Seal.everything.order_by("number")
        assert json.loads(second.canonical)["previous"] == first.sha256
        assert second.sha256 != first.sha256
        assert path.fresh().number == number
        assert RequiredIndicator.everything.count() == 3


def test_what_was_returned_is_handed_in_again_only_while_the_round_is_open(path):
    path.submitted()
    with within(path.place.agency):
        workflow.return_application(path.fresh(), reason="사진이 흐립니다.", actor=path.officer)
        Round.everything.filter(pk=path.round.pk).update(closes_at=clock.now())
        with pytest.raises(Refused, match="The application period is over."):
            submit(path)


# ---- returned and withdrawn

@pytest.mark.parametrize("reason", ["", "  "])
def test_a_return_has_a_reason(reason, path):
    path.submitted()
    with within(path.place.agency), pytest.raises(Refused) as refusal:
        workflow.return_application(path.fresh(), reason=reason, actor=path.officer)
    assert refusal.value.field == "reason"


def test_under_review_nothing_is_returned_any_more(path):
    path.screened()
    with within(path.place.agency):
        with pytest.raises(Refused):
            workflow.return_application(path.fresh(), reason="늦었습니다.", actor=path.officer)
        assert path.fresh().returned_reason == ""


def test_a_return_lets_everybody_go(path):
    path.submitted()
    with within(path.place.agency):
        f.PoolMemberFactory(user=path.place.assessor)
        workflow.assign_assessor(path.fresh(), path.place.assessor, actor=path.officer)
        workflow.return_application(path.fresh(), reason="사진이 흐립니다.", actor=path.officer)
        assert not Assignment.everything.filter(ended_at=None).exists()


@pytest.mark.parametrize("who", ["colleague", "neighbour", "officer"])
def test_only_the_owner_takes_an_application_back(who, path):
    path.submitted()
    with within(path.place.agency), pytest.raises(PermissionDenied):
        workflow.withdraw_application(path.fresh(), actor=Actor.of(getattr(path.place, who)))


def test_a_draft_goes_without_a_word_to_the_desk_and_a_case_with_one(path):
    path.started()
    with within(path.place.agency):
        workflow.withdraw_application(path.fresh(), actor=owner(path))
        assert told() == []
    path.application = None
    path.submitted()
    with within(path.place.agency):
        assert workflow.withdraw_application(path.fresh(), reason="사정이 생겼습니다.", actor=owner(path)).stage == "withdrawn"
        assert "application.withdrawn" in told()


def refusal_of_withdrawing(path):
    with within(path.place.agency), pytest.raises(Refused) as refusal:
        workflow.withdraw_application(path.fresh(), actor=owner(path))
    return str(refusal.value)


def test_decided_and_before_the_committee_cannot_be_told_apart_by_withdrawing(busan, daegu):
    decided, before = Path(busan).decided(), Path(daegu).in_session()
    assert decided.application.stage == "decided"
    assert refusal_of_withdrawing(decided) == refusal_of_withdrawing(before)


def test_a_case_on_the_agenda_of_a_planned_meeting_is_taken_off_it(path):
    path.seated()
    with within(path.place.agency):
        item = workflow.put_on_agenda(path.fresh(), path.meeting, actor=path.officer)
        workflow.withdraw_application(path.fresh(), actor=owner(path))
        item.refresh_from_db()
        assert item.withdrawn_at
        panels.open_meeting(path.meeting, actor=path.officer)


def test_what_is_announced_is_not_withdrawn(path):
    path.announced()
    with within(path.place.agency), pytest.raises(Refused):
        workflow.withdraw_application(path.fresh(), actor=owner(path))


# ---- writing

def test_an_older_page_never_overwrites_a_newer_text(path):
    path.started()
    with within(path.place.agency):
        answer = Answer.everything.first()
        kept = workflow.save_answer(answer, rating="meets", explanation="새 글", base_version=0, actor=owner(path))
        late = workflow.save_answer(answer, rating="partly", explanation="옛 글", base_version=0, actor=owner(path))
        assert (kept.conflict, late.conflict, late.answer.explanation) == (False, True, "새 글")
        assert not workflow.save_answer(answer, rating="meets", explanation="새 글", base_version=0, actor=owner(path)).conflict


def test_after_handing_in_nobody_writes(path):
    path.submitted()
    with within(path.place.agency):
        answer, link, actor = Answer.everything.first(), AnswerEvidence.everything.first(), owner(path)
        for write in (lambda: workflow.save_answer(answer, rating="", explanation="", base_version=answer.version, actor=actor),
                      lambda: workflow.save_answers(path.fresh(), {"1.1.1": ("meets", "x")}, actor=actor),
                      lambda: workflow.attach_evidence(answer, link.evidence, actor=actor),
                      lambda: workflow.attach_to_answers(path.fresh(), link.evidence, ["1.1.1"], actor=actor),
                      lambda: workflow.detach_evidence(link, actor=actor),
                      lambda: workflow.pledge(path.fresh(), shows_head_name=True, actor=actor)):
            with pytest.raises(PermissionDenied):
                write()


def test_a_sheet_fills_empty_answers_and_names_those_it_left(path):
    path.started()
    with within(path.place.agency):
        first = Answer.everything.get(indicator__code="1.1.1")
        workflow.save_answer(first, rating="", explanation="이미 썼습니다.", base_version=0, actor=owner(path))
        sheet = {"1.1.1": ("meets", "표에서"), "1.1.3": ("partly", "표에서"), "9.9.9": ("meets", "없는 지표")}
        assert workflow.save_answers(path.fresh(), sheet, actor=owner(path)) == ["1.1.1"]
        stands = dict(Answer.everything.values_list("indicator__code", "explanation"))
        assert stands == {"1.1.1": "이미 썼습니다.", "1.1.2": "", "1.1.3": "표에서"}
        assert Answer.everything.get(indicator__code="1.1.3").version == 1


def test_one_document_for_several_answers_is_attached_where_it_is_new(path):
    path.written()
    with within(path.place.agency):
        evidence = AnswerEvidence.everything.get(answer__indicator__code="1.1.1").evidence
        assert workflow.attach_to_answers(path.fresh(), evidence, ["1.1.1", "1.1.2", "1.1.3"], actor=owner(path)) == 2
        assert workflow.attach_to_answers(path.fresh(), evidence, ["1.1.1", "1.1.2"], actor=owner(path)) == 0
        assert AnswerEvidence.everything.filter(evidence=evidence).count() == 3


def test_what_left_the_library_or_is_a_neighbours_is_not_attached(path):
    path.written()
    with within(path.place.agency):
        answer, evidence = Answer.everything.first(), Evidence.everything.first()
        Evidence.everything.filter(pk=evidence.pk).update(removed_at=clock.now())
        evidence.refresh_from_db()
        for write in (lambda: workflow.attach_evidence(answer, evidence, actor=owner(path)),
                      lambda: workflow.attach_to_answers(path.fresh(), evidence, ["1.1.2"], actor=owner(path))):
            with pytest.raises(Refused, match="taken out of the library"):
                write()
        Evidence.everything.filter(pk=evidence.pk).update(removed_at=None, provider=path.place.neighbours)
        evidence.refresh_from_db()
        for write in (lambda: workflow.attach_evidence(answer, evidence, actor=owner(path)),
                      lambda: workflow.attach_to_answers(path.fresh(), evidence, ["1.1.2"], actor=owner(path))):
            with pytest.raises(PermissionDenied):
                write()


def test_an_application_has_so_many_files_and_no_more(path, monkeypatch):
    path.written()
    monkeypatch.setattr(evidence_workflow, "FILES_AT_MOST", 4)
    with within(path.place.agency):
        evidence = AnswerEvidence.everything.get(answer__indicator__code="1.1.1").evidence
        with pytest.raises(Refused, match="at most 4 files"):
            workflow.attach_to_answers(path.fresh(), evidence, ["1.1.2", "1.1.3"], actor=owner(path))
        workflow.attach_evidence(Answer.everything.get(indicator__code="1.1.2"), evidence, actor=owner(path))
        with pytest.raises(Refused, match="at most 4 files"):
            workflow.attach_evidence(Answer.everything.get(indicator__code="1.1.3"), evidence, actor=owner(path))
        assert Application.everything.get().stage == "draft"


# ---- late access

def let_in(path, provider=None):
    """The round of this path is over for everybody else."""
    Round.everything.filter(pk=path.round.pk).update(closes_at=clock.now())
    round = Round.everything.get(pk=path.round.pk)
    f.RoundLateAccessFactory(round=round, provider=provider or path.provider, until=clock.now() + timedelta(days=2))
    return round


def test_who_was_let_in_late_begins_and_hands_in_by_arrival_and_the_record_says_so(path):
    path.written()
    with within(path.place.agency):
        round = let_in(path)
        until = round.late_accesses.get().until
        site = f.SiteFactory(provider=path.provider)
        offering = f.OfferingFactory(site=site, service_type=Offering.everything.get(pk=path.application.offering_id).service_type)
        for late in (until, until + timedelta(seconds=1)):
            with pytest.raises(Refused, match="not open now"):
                workflow.start_application(round, offering, actor=owner(path), arrived_at=late)
            with pytest.raises(Refused, match="The application period is over."):
                submit(path, arrived_at=late)
        assert workflow.start_application(round, offering, actor=owner(path), arrived_at=until - timedelta(seconds=1)).stage == "draft"
        assert submit(path, arrived_at=until - timedelta(seconds=1)).stage == "submitted"
        assert AuditEvent.everything.get(verb="application.submitted").facts["late_access"] is True


def test_another_provider_is_not_let_in_with_it(path):
    path.written()
    with within(path.place.agency):
        let_in(path, provider=path.place.neighbours)
        with pytest.raises(Refused, match="The application period is over."):
            submit(path, arrived_at=clock.now())
