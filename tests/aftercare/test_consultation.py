"""A consultation from the request to its rating: who may do what, when, and what each bad step is told."""
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import translation

from accounts.actors import Actor
from aftercare import queries, workflow
from aftercare.models import ConsultantAsking, Consultation, ConsultationRating, ConsultationReport, ConsultationVisit, SharedCopy
from aftercare.queries.sharing import Piece
from core import clock
from core.errors import Refused
from core.models import Errand
from correspondence.models import Deadline
from tests import factories as f
from tests.aftercare import consulting as c


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def listed(held):
    return c.listed(held)


def refused(sentence, deed, /, *given, **how):
    with pytest.raises(Refused, match=sentence):
        deed(*given, **how)


def told_of(event):
    return Errand.everything.filter(arguments__event=event).count()


def test_the_way_of_a_consultation_from_request_to_rating(held, listed):
    row, after = c.reported(held)
    assert row.stage == "reported" and told_of("consultation.reported") == 1
    with clock.travel(after):
        workflow.rate_consultation(row, stars=5, words="큰 도움이 되었습니다.", actor=held.owner)
    row = c.again(row)
    assert row.stage == "closed" and row.ended_at
    assert [told_of(f"consultation.{event}") for event in ("asked", "chosen", "who_comes", "agreed", "visit_set", "rated")] == [1] * 6
    assert not Deadline.everything.filter(subject_id=str(row.pk), closed_at=None).exists()


@pytest.mark.parametrize("who", ["neighbour", "officer", "consultant", "auditor"])
def test_only_the_providers_own_people_ask(held, who):
    with pytest.raises(PermissionDenied):
        workflow.ask_consulting(held.certificate, words="x", topics=[], wished_on=[], shared=[], actor=getattr(held, who))


def test_a_viewer_does_not_ask(held):
    viewer = f.ProviderMemberFactory(provider=held.provider, role="viewer").user
    with pytest.raises(PermissionDenied):
        workflow.ask_consulting(held.certificate, words="x", topics=[], wished_on=[], shared=[], actor=Actor.of(viewer))


@pytest.mark.parametrize(("days", "ended_as"), [(None, "revoked"), (1200, "")])
def test_none_is_asked_for_or_offered_once_the_certificate_is_over(held, days, ended_as):
    if ended_as:
        held.certificates.update(ended_on=clock.today(), ended_as=ended_as)
    with clock.travel(clock.now() + timedelta(days=days or 0)):
        refused("certificate that holds", c.asked, held)
        refused("certificate that holds", workflow.offer_consulting, held.certificate, words="x", topics=[], actor=held.officer)


def test_a_suspended_holder_is_helped(held):
    held.certificates.update(suspended_from=clock.today())
    assert c.asked(held).stage == "asked"


def test_one_at_a_time_for_a_certificate(held):
    row = c.asked(held)
    refused(f"{row.number} about this certificate is not over", c.asked, held)
    with pytest.raises(IntegrityError, match="one_open_consultation"), transaction.atomic():
        f.ConsultationFactory(certificate=held.certificate)


@pytest.mark.parametrize(("said", "words"), [
    ({"words": " "}, "few sentences"), ({"wished_on": [clock.date(2026, 1, 12)]}, "still to come")])
def test_a_request_says_what_it_is_about_and_names_days_to_come(held, said, words):
    refused(words, c.asked, held, **said)


def test_an_offer_is_accepted_or_declined_once(held):
    row = workflow.offer_consulting(held.certificate, words="기록 관리", topics=[], actor=held.officer)
    assert told_of("consultation.offered") == 1
    workflow.accept_offer(row, wished_on=[], shared=[], actor=held.owner)
    assert c.again(row).stage == "asked"
    refused("answered already", workflow.decline_offer, row, reason="", actor=held.colleague)
    refused("answered already", workflow.accept_offer, row, wished_on=[], shared=[], actor=held.owner)


def test_a_declined_offer_is_over_and_another_may_follow(held):
    row = workflow.offer_consulting(held.certificate, words="기록 관리", topics=[], actor=held.officer)
    workflow.decline_offer(row, reason="지금은 바쁩니다.", actor=held.owner)
    assert c.again(row).stage == "declined"
    assert c.asked(held).stage == "asked"


def test_an_officer_of_the_provider_arranges_nothing_for_it(held, listed):
    f.ProviderMemberFactory(provider=held.provider, user=held.place.officer, role="viewer")
    row = c.asked(held)
    with pytest.raises(PermissionDenied):
        workflow.choose_consultant(row, listed, actor=held.officer)


# ---- who comes

def test_a_consultant_answers_once_and_within_five_working_days(held, listed):
    row = c.chosen(held)
    deadline = Deadline.everything.get(kind="consultation.answer", closed_at=None)
    assert deadline.last_day == clock.date(2026, 1, 19)
    workflow.answer_asking(row, is_accepted=True, actor=held.consultant)
    refused("answered already", workflow.answer_asking, row, is_accepted=False, reason="x", actor=held.consultant)
    assert ConsultantAsking.everything.get().is_accepted


def test_a_consultant_who_declines_says_why_and_reads_no_more_of_it(held, listed):
    row = c.chosen(held)
    refused("write the reason", workflow.answer_asking, row, is_accepted=False, actor=held.consultant)
    workflow.answer_asking(row, is_accepted=False, reason="그 주에는 다른 일정이 있습니다.", actor=held.consultant)
    assert c.again(row).stage == "asked"
    assert not queries.my_consultations(held.consultant).exists()
    refused("Declined this consultation", workflow.choose_consultant, row, listed, actor=held.officer)


def test_nobody_answers_for_the_consultant(held, listed):
    row, other = c.chosen(held), c.another(held)
    for actor in (Actor.of(other.user), held.officer, held.owner):
        with pytest.raises(PermissionDenied):
            workflow.answer_asking(row, is_accepted=True, actor=actor)


def test_a_consultant_whose_role_has_ended_does_nothing_more(held, listed):
    row = c.chosen(held)
    with pytest.raises(PermissionDenied):
        workflow.answer_asking(row, is_accepted=True, actor=Actor(held.consultant.user, "x", frozenset()))


def test_the_provider_objects_once(held, listed):
    second = c.another(held)
    row = c.told(held)
    workflow.object_to_consultant(row, reason="예전에 함께 일했습니다.", actor=held.owner)
    refused("The provider objected", workflow.choose_consultant, row, listed, actor=held.officer)
    workflow.choose_consultant(row, second, actor=held.officer)
    workflow.answer_asking(row, is_accepted=True, actor=Actor.of(second.user))
    refused("objected once already", workflow.object_to_consultant, row, reason="또", actor=held.owner)
    assert told_of("consultation.objected") == 1


def test_the_desk_agrees_for_a_silent_provider_only_when_its_days_are_over(held, listed):
    row = c.told(held)
    refused("days are not over", workflow.agree_consultant, row, actor=held.officer)
    with clock.travel(clock.now() + timedelta(days=7)):
        assert workflow.agree_consultant(row, actor=held.officer).stage == "agreed"


def test_what_a_consultant_cannot_be_chosen_for_is_said(held, listed):
    row = c.asked(held)
    workflow.set_consultant_active(listed, False, actor=held.officer)
    refused("Is not to be asked at present", workflow.choose_consultant, row, listed, actor=held.officer)
    workflow.set_consultant_active(listed, True, actor=held.consultant)
    listed.most_at_once = 1
    listed.save()
    f.ConsultationFactory(consultant=listed, stage="chosen", certificate=f.CertificateFactory())
    refused("as many as they take on", workflow.choose_consultant, row, listed, actor=held.officer)


def test_the_best_fit_comes_first_with_its_reasons(held, listed):
    stranger = f.ConsultantFactory(user=f.MembershipFactory(role="consultant").user, areas=["9"])
    topics = [type("Row", (), {"code": "1.1.1", "name_ko": "가", "name_en": "A"})]
    fits = queries.fits_for(held.officer, c.asked(held, topics=topics))
    assert [one.consultant for one in fits] == [listed, stranger]
    assert "Knows the service." in fits[0].reasons and "Goes to this district." in fits[0].reasons
    assert "Does not name area 1." in fits[1].remarks


# ---- the copy

def shown(held):
    return [piece("answer:1.1.1", "answer", "1.1.1", text="우리는 합니다.")]


def piece(key, kind, code, **more):
    return Piece(key, kind, code, "지표", **more)


def test_the_consultant_reads_the_copy_only_while_the_consultation_lasts(held, listed):
    row = c.told(held, c.chosen(held, c.asked(held, shared=shown(held))))
    assert not queries.copies_of(held.consultant, row).exists()
    assert queries.copies_of(held.owner, row).count() == 1
    row, after = c.reported(held, c.agreed(held, row))
    assert queries.copies_of(held.consultant, row).count() == 1
    with clock.travel(after):
        workflow.rate_consultation(row, stars=4, words="", actor=held.owner)
    assert not queries.copies_of(held.consultant, row).exists()


def test_the_same_is_shared_once_and_never_changes(held, listed):
    row = c.asked(held, shared=shown(held))
    assert workflow.share_more(row, shown(held), actor=held.owner) == 0
    with pytest.raises(PermissionDenied):
        workflow.share_more(row, shown(held), actor=held.officer)
    with pytest.raises(Exception, match="permission denied"), transaction.atomic():
        SharedCopy.everything.update(text="x")


# ---- visits and the report

def test_the_report_is_due_14_days_after_the_last_visit(held, listed):
    row, after = c.visited(held)
    deadline = Deadline.everything.get(kind="consultation.report", closed_at=None)
    assert deadline.event_on == clock.date(2026, 1, 13) and deadline.last_day == clock.date(2026, 1, 27)
    with clock.travel(after):
        visit = workflow.set_visit(row, starts_at=after + timedelta(days=3), hours=1, place="", actor=held.consultant)
        assert not Deadline.everything.filter(kind="consultation.report", closed_at=None).exists()
        workflow.drop_visit(visit, actor=held.consultant)
    assert Deadline.everything.get(kind="consultation.report", closed_at=None).last_day == clock.date(2026, 1, 27)


def test_a_visit_is_set_in_time_and_noted_after_it(held, listed):
    row = c.agreed(held)
    refused("still to come", workflow.set_visit, row, starts_at=clock.now(), hours=1, place="", actor=held.consultant)
    visit = workflow.set_visit(row, starts_at=clock.now() + timedelta(hours=5), hours=1, place="", actor=held.consultant)
    refused("still to come", workflow.note_visit_done, visit, actor=held.consultant)
    workflow.move_visit(visit, starts_at=clock.now() + timedelta(days=2), hours=1, place="본원", actor=held.consultant)
    assert ConsultationVisit.everything.get().times_moved == 1
    workflow.drop_visit(visit, actor=held.consultant)
    refused("took place already or was dropped", workflow.drop_visit, visit, actor=held.consultant)


def test_a_report_is_handed_in_whole_after_a_visit_and_stays(held, listed):
    row = c.agreed(held)
    refused("a visit took place", workflow.hand_in_report, row, actor=held.consultant)
    row, after = c.visited(held, row)
    with clock.travel(after):
        refused("Write what was found", workflow.hand_in_report, row, actor=held.consultant)
        workflow.save_report(row, found="찾은 것", advice={}, steps=[("다음 달까지", None)], base_version=0, actor=held.consultant)
        refused("words and a day", workflow.hand_in_report, row, actor=held.consultant)
        assert workflow.save_report(row, found="다른 창", advice={}, steps=[], base_version=0, actor=held.consultant).conflict
        workflow.save_report(row, found="찾은 것", advice={}, steps=[], base_version=1, actor=held.consultant)
        assert queries.report_of(held.owner, row) is None and queries.report_of(held.officer, row) is None
        workflow.hand_in_report(row, actor=held.consultant)
        refused("stays as it is", workflow.save_report, row, found="x", advice={}, steps=[], base_version=2, actor=held.consultant)
    assert queries.report_of(held.owner, row).found == "찾은 것"
    with pytest.raises(IntegrityError, match="stays as it is"), transaction.atomic():
        ConsultationReport.everything.update(found="x")


def test_after_a_revocation_there_is_no_report(held, listed):
    row, after = c.visited(held)
    held.certificates.update(ended_on=clock.seoul(after).date(), ended_as="revoked")
    with clock.travel(after):
        refused("There is no report any more", workflow.save_report, row, found="x", advice={}, steps=[], base_version=0,
                actor=held.consultant)
        refused("There is no report any more", workflow.hand_in_report, row, actor=held.consultant)
        workflow.call_off(row, reason="인증이 취소되었습니다.", actor=held.officer)


def test_it_is_rated_once_when_the_report_is_there(held, listed):
    row = c.agreed(held)
    refused("when the report is there", workflow.rate_consultation, row, stars=5, words="", actor=held.owner)
    row, after = c.reported(held, row)
    with clock.travel(after):
        refused("from 1 to 5", workflow.rate_consultation, row, stars=6, words="", actor=held.owner)
        workflow.close_consultation(row, actor=held.officer)
        workflow.rate_consultation(row, stars=3, words="", actor=held.colleague)
        refused("rated already", workflow.rate_consultation, row, stars=5, words="", actor=held.owner)
    assert queries.rating_of(held.consultant, row) is None


def test_a_mean_of_few_ratings_is_not_told(held):
    for number in range(4):
        rated(held, number)
    assert queries.satisfaction(held.officer) == queries.satisfaction(held.officer).__class__(4, None)
    rated(held, 4)
    assert queries.satisfaction(held.officer).mean == 2.0


def rated(held, stars):
    ConsultationRating.everything.create(
        consultation=f.ConsultationFactory(certificate=f.CertificateFactory()), stars=max(1, min(stars, 3)), given_at=clock.now(),
        given_by=held.owner.user)


def test_it_is_called_off_with_a_reason_by_the_provider_before_it_is_agreed(held, listed):
    row = c.chosen(held)
    refused("write the reason", workflow.call_off, row, reason=" ", actor=held.owner)
    workflow.call_off(row, reason="사정이 생겼습니다.", actor=held.owner)
    assert c.again(row).stage == "called_off"
    row = c.agreed(held)
    refused("can no longer be called off", workflow.call_off, row, reason="x", actor=held.owner)
    workflow.call_off(row, reason="컨설턴트가 그만두었습니다.", actor=held.officer)
    assert Consultation.everything.filter(stage="called_off").count() == 2
