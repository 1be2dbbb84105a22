"""Renewal: in its days, with the answers of the last cycle at hand; the old certificate holds on and gives its place to the new one."""
from datetime import date
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.actors import Actor
from aftercare import workflow as aftercare
from certification.models import Certificate, Round
from certification.models.certificate import State
from certification.renewal import latest_prolonged, renewal_window
from certification.workflow import grant_late_access, prolong, reinstate, revoke, suspend
from core import clock
from core.errors import Refused
from core.tenancy import within
from evaluations import queries, workflow
from evaluations.documents import Slot, missing_documents
from evaluations.models import Answer, AnswerEvidence, Judgement, Seal
from evaluations.queries.eligibility import findings_of
from providers.models import Evidence, Offering
from tests import factories as f
from tests.evaluations.path import Path


def seoul(*parts):
    return clock.day_start(date(*parts[:3])).replace(hour=parts[3] if len(parts) > 3 else 0)


class Cycle:
    """A certificate of 1 December 2025, valid through 30 November 2028, and a round for renewals through all of 2028."""

    def __init__(self, place):
        self.place = place
        with clock.travel(seoul(2025, 12, 1, 10)):
            self.first = Path(place).submitted()
        with within(place.agency):
            self.certificate = f.CertificateFactory(offering=self.first.application.offering, version=self.first.round.version,
                                                    matter=self.first.application.matter, valid_from=date(2025, 12, 1))
            self.round = f.RoundFactory(kind=Round.Kind.RENEWAL, version=self.first.round.version, year=2028,
                                        opens_at=seoul(2028, 1, 1), closes_at=seoul(2029, 1, 1))
        self.second = Path(place, round=self.round)

    def begun(self):
        with within(self.place.agency):
            offering = Offering.everything.get(site__provider=self.place.provider)
            self.second.application = workflow.start_application(self.round, offering, actor=self.second.as_(self.place.owner),
                                                                 arrived_at=clock.now())
        return self.second.application

    def again(self):
        return Certificate.everything.get(pk=self.certificate.pk)

    @property
    def director(self):
        return self.second.as_(self.place.director)


@pytest.fixture
def cycle(busan):
    return Cycle(busan)


# ---- its days

@pytest.mark.parametrize(("valid_to", "opens_on", "closes_on"), [
    (date(2028, 11, 30), date(2028, 6, 3), date(2028, 10, 1)), (date(2028, 2, 29), date(2027, 9, 2), date(2027, 12, 31)),
    (date(2028, 12, 31), date(2028, 7, 4), date(2028, 11, 1)),
])
def test_the_days_are_180_to_60_before_the_last_one(valid_to, opens_on, closes_on):
    assert renewal_window(SimpleNamespace(renewal_from=180, renewal_until=60), valid_to) == (opens_on, closes_on)


@pytest.mark.parametrize(("valid_to", "latest"), [
    (date(2028, 11, 30), date(2029, 5, 30)), (date(2028, 8, 31), date(2029, 2, 28)), (date(2027, 8, 31), date(2028, 2, 29))])
def test_six_months_later_is_the_same_day_or_the_last_of_the_month(valid_to, latest):
    assert latest_prolonged(valid_to) == latest


@pytest.mark.parametrize(("on", "sentence"), [
    ((2028, 6, 2, 23), "can be applied for from"), ((2028, 10, 2, 0), "could be applied for until")])
def test_outside_its_days_no_renewal_begins(cycle, on, sentence):
    with clock.travel(seoul(*on)), pytest.raises(Refused, match=sentence):
        cycle.begun()


@pytest.mark.parametrize("on", [(2028, 6, 3, 0), (2028, 10, 1, 23)])
def test_on_its_first_and_its_last_day_it_does(cycle, on):
    with clock.travel(seoul(*on)):
        begun = cycle.begun()
    assert (begun.renews, begun.renews_until, begun.renewal_closes_on) == (cycle.certificate, date(2028, 11, 30), date(2028, 10, 1))


def test_a_draft_of_a_renewal_is_too_late_with_its_own_day_and_late_access_counts_in_its_place(cycle, busan):
    with clock.travel(seoul(2028, 9, 30, 10)), within(busan.agency):
        begun = cycle.begun()
        assert begun.is_in_time() and begun.last_day == date(2028, 10, 1)
    with clock.travel(seoul(2028, 10, 2, 0)), within(busan.agency):
        assert not begun.is_in_time()
        grant_late_access(cycle.round, busan.provider, until=seoul(2028, 10, 10), reason="입원", actor=cycle.second.as_(busan.manager))
        late = queries.own_applications(cycle.second.as_(busan.owner)).get(pk=begun.pk)
        assert late.is_in_time() and late.last_day == date(2028, 10, 9)


def test_what_is_not_certified_is_not_renewed_and_what_is_suspended_only_afterwards(cycle, busan):
    with clock.travel(seoul(2028, 7, 1, 10)), within(busan.agency):
        why = {"reason": "기준 미달", "actor": Actor.system("a test's sanction")}
        suspend(cycle.certificate, from_on=date(2028, 7, 1), **why)
        with pytest.raises(Refused, match="suspended"):
            cycle.begun()
        reinstate(cycle.again(), on=date(2028, 7, 2), **why)
    with clock.travel(seoul(2028, 7, 3, 10)):
        assert cycle.begun().renews == cycle.certificate
    with clock.travel(seoul(2028, 12, 15, 10)), within(busan.agency), pytest.raises(Refused, match="first certifications"):
        workflow.start_application(f.RoundFactory(kind="renewal", version=cycle.round.version, year=2029, opens_at=seoul(2028, 12, 1),
                                                  closes_at=seoul(2029, 12, 1)),
                                   cycle.second.application.offering, actor=cycle.second.as_(busan.owner), arrived_at=clock.now())


def test_in_a_round_for_first_certifications_it_is_refused_as_before(cycle, busan):
    with clock.travel(seoul(2028, 7, 1, 10)), within(busan.agency), pytest.raises(Refused, match="certified until"):
        workflow.start_application(f.RoundFactory(version=cycle.round.version, opens_at=seoul(2028, 1, 1), closes_at=seoul(2029, 1, 1)),
                                   cycle.first.application.offering, actor=cycle.second.as_(busan.owner), arrived_at=clock.now())


def test_a_renewal_that_was_handed_in_is_not_unmet_because_its_days_are_over(cycle, busan):
    with clock.travel(seoul(2028, 9, 30, 10)):
        cycle.begun()
        cycle.second.submitted()
    with clock.travel(seoul(2028, 11, 1, 10)), within(busan.agency):
        found = {one.requirement: one for one in findings_of(cycle.second.fresh())}
        assert found["renewable"].met is True and "no_certificate" not in found


# ---- what it starts with

def test_answers_and_documents_of_the_last_cycle_are_laid_beside(cycle, busan):
    with clock.travel(seoul(2028, 7, 1, 10)):
        begun = cycle.begun()
    with within(busan.agency):
        answers = list(Answer.everything.filter(application=begun).select_related("earlier", "indicator").order_by("indicator__position"))
        assert all(answer.saved_at is None and not answer.explanation for answer in answers)
        assert {answer.earlier.explanation for answer in answers} == {"CNRY-busan-answer 규정을 갖추고 지킵니다."}
        assert {answer.earlier.rating for answer in answers} == {"meets"}
        assert AnswerEvidence.everything.filter(answer__in=answers).count() == 3


def test_of_a_document_its_newest_version_comes_along_and_what_was_taken_out_does_not(cycle, busan):
    with within(busan.agency):
        first, second, _third = Evidence.everything.filter(name__startswith="evidence-").order_by("name")
        Evidence.everything.filter(pk=first.pk).update(replaced_at=clock.now())
        newest = Evidence.everything.create(provider=busan.provider, name="새판.pdf", file=f.StoredFileFactory(), lineage=first.lineage,
                                            version=2, added_at=clock.now(), added_by=busan.owner)
        Evidence.everything.filter(pk=second.pk).update(removed_at=clock.now())
    with clock.travel(seoul(2028, 7, 1, 10)):
        begun = cycle.begun()
    with within(busan.agency):
        linked = [link.evidence for link in AnswerEvidence.everything.filter(answer__application=begun)]
        assert newest in linked and first not in linked and second not in linked and len(linked) == 2


def test_what_was_looked_at_says_whether_it_changed_and_what_was_not_is_still_missing(cycle, busan):
    with clock.travel(seoul(2028, 7, 1, 10)), within(busan.agency):
        begun, owner = cycle.begun(), cycle.second.as_(busan.owner)
        first, second, third = Answer.everything.filter(application=begun).order_by("indicator__position")
        workflow.save_answer(first, rating="meets", explanation=first.earlier.explanation, base_version=0, actor=owner)
        workflow.save_answer(second, rating="meets", explanation="이전하였습니다.", base_version=0, actor=owner)
        workflow.pledge(begun, shows_head_name=True, actor=owner)
        with pytest.raises(Refused, match=third.indicator.code):
            workflow.submit_application(cycle.second.fresh(), actor=owner, arrived_at=clock.now())
        workflow.save_answer(third, rating="meets", explanation="같습니다.", base_version=0, actor=owner)
    with clock.travel(seoul(2028, 7, 2, 10)):
        give_documents(cycle)
        with within(busan.agency):
            workflow.submit_application(cycle.second.fresh(), actor=owner, arrived_at=clock.now())
            seal = Seal.everything.filter(application=begun).get()
            assert [(row.standing, row.earlier != "") for row in seal.answers.all()] == [
                ("unchanged", False), ("changed", True), ("changed", True)]
            assert f'"renews":"{cycle.certificate.number}"' in seal.canonical and '"standing":"unchanged"' in seal.canonical


def give_documents(cycle):
    with within(cycle.place.agency):
        for document in missing_documents(cycle.second.fresh()):
            upload = SimpleUploadedFile(f"{document.code}.pdf", b"%PDF-1.4\n" + b"\n" * (200 + document.position))
            workflow.attach_upload(Slot(cycle.second.application, document), upload, actor=cycle.second.as_(cycle.place.owner))


def test_the_page_shows_the_earlier_words_in_the_form_until_something_is_saved(cycle, busan, client):
    with clock.travel(seoul(2028, 7, 1, 10)):
        begun = cycle.begun()
        with within(busan.agency):
            answer = Answer.everything.filter(application=begun).first()
        client.force_login(busan.owner)
        address = f"/busan/portal/answers/{answer.public_id}/?lang=en"
        page = client.get(address).content.decode()
        assert "Has anything changed here?" in page and page.count("CNRY-busan-answer") == 1
        client.post(address, {"rating": "meets", "explanation": "새로 씁니다.", "version": 0, "do": "save"})
        page = client.get(address).content.decode()
        assert "Has anything changed here?" not in page and "What you handed in on" in page and "새로 씁니다." in page


# ---- meanwhile, and the end

def test_what_was_handed_in_before_its_certificate_was_prolonged_stays_in_time(cycle, busan):
    with clock.travel(seoul(2028, 9, 1, 10)):
        cycle.begun()
        cycle.second.submitted()
    with clock.travel(seoul(2028, 11, 20, 10)), within(busan.agency):
        prolong(cycle.again(), to_on=date(2029, 5, 30), reason="재인증 심사가 진행 중입니다.", actor=cycle.director)
        found = next(one for one in findings_of(cycle.second.fresh()) if one.requirement == "renewable")
        assert found.met, found.words


@pytest.mark.parametrize("is_renewed", [True, False])
def test_it_is_prolonged_at_most_six_months_beyond_what_it_was_given_for(is_renewed, cycle, busan):
    with clock.travel(seoul(2028, 9, 1, 10)):
        if is_renewed:
            cycle.begun()
            cycle.second.submitted()
    with clock.travel(seoul(2028, 11, 20, 10)), within(busan.agency):
        why = {"reason": "재인증 심사가 진행 중입니다.", "actor": cycle.director}
        with pytest.raises(Refused, match="at the latest"):
            prolong(cycle.again(), to_on=date(2029, 5, 31), **why)
        prolong(cycle.again(), to_on=date(2029, 3, 31), **why)
        prolong(cycle.again(), to_on=date(2029, 5, 30), **why)
        with pytest.raises(Refused, match="at the latest"):
            prolong(cycle.again(), to_on=date(2029, 5, 31), **why)
        assert cycle.again().valid_to == date(2029, 5, 30) and not (is_renewed and cycle.second.fresh().is_in_time())


def test_the_new_certificate_comes_in_the_place_of_the_old_one_on_the_same_day(cycle, busan):
    with clock.travel(seoul(2028, 9, 15, 10)):
        cycle.begun()
        cycle.second.announced()
        with within(busan.agency):
            old, new = cycle.again(), Certificate.everything.exclude(pk=cycle.certificate.pk).get()
            assert (old.state, old.ended_on) == (State.SUPERSEDED, date(2028, 9, 15))
            assert (new.state, new.valid_from, new.valid_to) == (State.VALID, date(2028, 9, 15), date(2031, 9, 14))
            assert (new.offering, new.number != old.number) == (old.offering, True)


SAID = {"kind": "suspension", "ground": "misuse", "facts": "마크 오용", "order": "마크를 내릴 것", "hearing_place": "회의실"}


def held_up(cycle, sentence):
    """Its announcement is not even drafted."""
    with within(cycle.place.agency), pytest.raises(Refused, match=sentence):
        cycle.second.announced()


def test_no_renewal_takes_the_place_of_what_is_suspended(cycle, busan):
    with clock.travel(seoul(2028, 9, 15, 10)):
        cycle.begun()
        with within(busan.agency):
            suspend(cycle.again(), from_on=date(2028, 9, 1), reason="x", actor=Actor.system("tests"))
        held_up(cycle, "is suspended")


def test_no_renewal_wipes_a_sanction_out_that_is_under_way(cycle, busan):
    with clock.travel(seoul(2028, 9, 15, 10)):
        cycle.begun()
        with within(busan.agency):
            aftercare.draft_sanction(cycle.again(), **SAID, from_on=date(2028, 11, 1), to_on=date(2028, 11, 20),
                                     hearing_at=seoul(2028, 10, 16, 14), actor=Actor.of(busan.officer))
        held_up(cycle, "under way")


@pytest.mark.parametrize(("how", "sentence"), [
    (lambda one: suspend(one, from_on=date(2028, 9, 1), reason="x", actor=Actor.system("tests")), "is suspended"),
    (lambda one: revoke(one, on=date(2028, 9, 1), reason="x", actor=Actor.system("tests")), "is revoked"),
])
def test_what_was_approved_before_the_suspension_is_not_announced_at_its_minute(cycle, busan, how, sentence):
    with clock.travel(seoul(2028, 9, 15, 10)):
        cycle.begun()
        cycle.second.approved()
        with within(busan.agency):
            how(cycle.again())
            with pytest.raises(Refused, match=sentence):
                workflow.announce_results(cycle.second.announcement, actor=Actor.system("tests"))
            assert not Certificate.everything.exclude(pk=cycle.certificate.pk)


def test_an_assessor_reads_what_is_different_since_the_last_cycle(cycle, busan, client):
    with clock.travel(seoul(2028, 9, 15, 10)):
        begun = cycle.begun()
        cycle.second.written()
        with within(busan.agency):
            answer = Answer.everything.filter(application=begun).order_by("indicator__position").first()
            workflow.save_answer(answer, rating="meets", explanation="새 건물로 옮겼습니다.", base_version=answer.version,
                                 actor=cycle.second.as_(busan.owner))
        cycle.second.judged()
        client.force_login(busan.assessor)
        with within(busan.agency):
            changed, same, *_others = Judgement.everything.filter(sheet__user=busan.assessor).order_by("required__position")
        words = [client.get(f"/busan/assess/judgements/{one.public_id}/?lang=en").content.decode() for one in (changed, same)]
        assert "changed since the last cycle" in words[0] and "What it said last time" in words[0]
        assert "unchanged since the last cycle" in words[1] and "What it said last time" not in words[1]
