"""From a corrective action or a complaint to a sanction: the button, the draft, the links both ways; and what never comes along."""
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import translation

from accounts.actors import Actor
from aftercare import workflow
from aftercare.models import Complaint, ComplaintFollow, ComplaintIdentity, CorrectiveAction, Sanction
from aftercare.queries import waiting_to_watch
from aftercare.queries.sanction_origin import complaints_behind
from certification import workflow as certification
from certification.models import Indicator
from core import clock
from core.errors import Refused
from core.tenancy import within
from correspondence.models import Delivery, Letter
from correspondence.workflow import open_deadline
from panels.workflow import note_involvement
from tests import factories as f
from tests.aftercare.conftest import WORKER
from tests.aftercare.sanctioning import SAID, again, decision_of, proposed
from tests.aftercare.test_sanction_pages import address, typed

NAME, WORDS = "카나리아김제보", "지난주 화요일 오후에 복도에서 이용자에게 큰 소리로 말하며 손목을 잡아끄는 것을 제가 직접 보았습니다."
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def corrective(held, **facts):
    usual = {"certificate": held.certificate, "provider": held.provider, "code": "1.2.2", "told": "점검 기록이 없음",
             "indicator": Indicator.everything.filter(version=held.certificate.version).first(), "requested_at": clock.now() - 40 * DAY,
             "due_on": clock.today() - 10 * DAY, "stage": "accepted", "check_on": clock.today()}
    return CorrectiveAction.everything.create(**usual | facts)


def handed_over(held):
    return workflow.note_effect(corrective(held), outcome="sanction", reason="다시 보니 기록이 없음", actor=held.officer)


def complaint(held, outcome="founded", category="safety"):
    one = Complaint.everything.create(about="holder", provider=held.provider, certificate=held.certificate, category=category, words=WORDS,
                                      number="2026-C001", code_hash="x", arrived_at=clock.now(), officer=held.officer.user)
    Complaint.everything.filter(pk=one.pk).update(stage="handling")
    one.deadline = open_deadline(one, kind="complaint.answer", event_on=clock.today(), actor=WORKER)
    one.save(update_fields=["deadline"])
    ComplaintIdentity.everything.create(complaint=one, name=NAME, contact="010-9999-0000")
    return workflow.answer_complaint(one, outcome=outcome, answer="확인하였습니다.", actor=held.officer) if outcome else again(one)


def test_a_corrective_action_that_was_not_met_opens_the_draft_with_what_is_known(held, sit_down, words_of):
    action, officer = handed_over(held), sit_down(held.place.officer)
    assert waiting_to_watch(held.officer).to_sanction == 1
    assert "1 corrective action was handed over: consider a sanction" in words_of(officer.get("/busan/admin/?lang=en"))
    own = f"/busan/admin/corrections/{action.public_id}/"
    assert "Begin to consider a sanction" in words_of(officer.get(f"{own}?lang=en"))
    form = officer.get(f"{own}sanction/?lang=en")
    said = form.context["form"].initial
    assert said["ground"] == "not_corrected" and "점검 기록이 없음" in said["facts"] and "다시 보니 기록이 없음" in said["facts"]
    page = officer.post(f"{own}sanction/?lang=en", typed(to_on="2027-04-30"))
    assert page.status_code == 200 and SAID["facts"] in page.content.decode() and not Sanction.everything.exists()
    assert officer.post(f"{own}sanction/?lang=en", typed()).status_code == 302
    sanction = Sanction.everything.get()
    assert sanction.correction == action and waiting_to_watch(held.officer).to_sanction == 0
    page = officer.get(address(sanction)).content.decode()
    assert "What it follows from" in page and own in page
    page = words_of(officer.get(f"{own}?lang=en"))
    assert sanction.number in page and "Begin to consider" not in page


def test_the_provider_finds_each_from_the_other_once_it_was_told(held, sit_down, words_of):
    action, owner = handed_over(held), sit_down(held.place.owner)
    sanction = workflow.draft_sanction(held.certificate, **SAID, correction=action, actor=held.officer)
    own = f"/busan/portal/corrections/{action.public_id}/"
    assert sanction.number not in words_of(owner.get(own))
    workflow.send_notice(sanction, actor=held.officer)
    assert sanction.number in words_of(owner.get(own))
    assert own in owner.get(f"/busan/portal/sanctions/{sanction.public_id}/").content.decode()


def test_only_what_was_handed_over_or_is_overdue_leads_to_a_sanction(held, sit_down, words_of):
    waits = corrective(held, stage="submitted")
    with pytest.raises(Refused, match="was not handed over"):
        workflow.draft_sanction(held.certificate, **SAID, correction=waits, actor=held.officer)
    page = words_of(sit_down(held.place.officer).get(f"/busan/admin/corrections/{waits.public_id}/?lang=en"))
    assert "Begin to consider" not in page
    other = corrective(held, certificate=f.CertificateFactory(), stage="returned", follows=waits)
    with pytest.raises(Refused, match="another certificate"):
        workflow.draft_sanction(held.certificate, **SAID, correction=other, actor=held.officer)
    late = corrective(held, stage="returned", follows=other)
    assert workflow.draft_sanction(held.certificate, **SAID, correction=late, actor=held.officer).correction == late


def test_a_certificate_that_is_given_back_later_leads_there_all_the_same(held, sit_down, words_of):
    action = handed_over(held)
    certification.surrender(again(held.certificate), on=clock.today() + 60 * DAY, reason="폐업 예정", actor=WORKER)
    assert waiting_to_watch(held.officer).to_sanction == 1
    own = f"/busan/admin/corrections/{action.public_id}/?lang=en"
    assert "Begin to consider a sanction" in words_of(sit_down(held.place.officer).get(own))
    with clock.travel(clock.now() + 61 * DAY):
        assert waiting_to_watch(held.officer).to_sanction == 0


def test_while_another_is_under_way_the_page_leads_there(held, sit_down, words_of):
    action = handed_over(held)
    other = workflow.draft_sanction(held.certificate, **SAID, actor=held.officer)
    page = words_of(sit_down(held.place.officer).get(f"/busan/admin/corrections/{action.public_id}/?lang=en"))
    assert f"Another sanction about this certificate is under way: {other.number}" in page and "Begin to consider" not in page


def test_a_confirmed_complaint_opens_the_draft_and_both_sides_lead_to_each_other(held, sit_down, words_of):
    one, officer = complaint(held), sit_down(held.place.officer)
    own = f"/busan/admin/complaints/{one.public_id}/"
    assert "Begin to consider a sanction" in words_of(officer.get(f"{own}?lang=en"))
    form = officer.get(f"{own}sanction/?lang=en")
    assert form.context["form"].initial["ground"] == "abuse" and WORDS not in form.content.decode()
    assert officer.post(f"{own}sanction/?lang=en", typed(ground="abuse")).status_code == 302
    sanction = Sanction.everything.get()
    assert ComplaintFollow.everything.get(complaint=one).what == sanction.public_id
    assert f"/busan/admin/sanctions/{sanction.public_id}/" in officer.get(f"{own}?lang=en").content.decode()
    assert own in officer.get(address(sanction)).content.decode()


def test_what_is_not_confirmed_and_whoever_does_not_handle_it_begins_nothing(held, sit_down, words_of):
    one = complaint(held, outcome="unfounded")
    with pytest.raises(Refused, match="only from what was confirmed"):
        workflow.draft_sanction(held.certificate, **SAID, complaint=one, actor=held.officer)
    assert "Begin to consider" not in words_of(sit_down(held.place.officer).get(f"/busan/admin/complaints/{one.public_id}/?lang=en"))
    Complaint.everything.filter(pk=one.pk).update(outcome="founded")
    with pytest.raises(PermissionDenied):
        workflow.draft_sanction(held.certificate, **SAID, complaint=again(one), actor=held.manager)
    other = f.CertificateFactory()
    with pytest.raises(Refused, match="about another certificate"):
        workflow.draft_sanction(other, **SAID, complaint=again(one), actor=held.officer)


def test_whoever_may_not_read_the_complaint_does_not_learn_of_it_from_the_sanction(held, sit_down, words_of):
    one = complaint(held)
    sanction = workflow.draft_sanction(held.certificate, **SAID, complaint=one, actor=held.officer)
    auditor = sit_down(held.place.auditor)
    assert one.number in words_of(auditor.get(address(sanction)))
    note_involvement(held.place.auditor.person, kind="related", subject_type="providers.provider", subject=held.provider.public_id,
                     actor=WORKER)
    assert auditor.get(address(sanction)).status_code == 404
    workflow.send_notice(sanction, actor=held.officer)
    own = f"/busan/portal/sanctions/{sanction.public_id}/?lang=en"
    for who, path in ((held.place.observer, address(sanction)), (held.place.owner, own)):
        page = words_of(sit_down(who).get(path))
        assert SAID["facts"] in page and one.number not in page
    assert complaints_behind(held.officer, sanction) == [one] and complaints_behind(Actor.of(held.place.observer), sanction) == []


@pytest.mark.parametrize(("text", "sentence"), [(f"{NAME} 님이 본 바와 같이", "name or the contact"), (WORDS, "words of your own")])
def test_neither_the_reporters_words_nor_the_name_reach_the_papers(held, text, sentence):
    one = complaint(held)
    with pytest.raises(Refused, match=sentence):
        workflow.draft_sanction(held.certificate, **SAID | {"facts": text}, complaint=one, actor=held.officer)
    sanction = workflow.draft_sanction(held.certificate, **SAID, complaint=one, actor=held.officer)
    with pytest.raises(Refused, match=sentence):
        workflow.change_sanction(sanction, **SAID | {"order": text}, actor=held.officer)
    with pytest.raises(Refused, match=sentence):
        workflow.drop_sanction(sanction, reason=text, actor=held.officer)


def test_the_decision_holds_nothing_of_it_and_no_letter_names_it(held):
    one = complaint(held)
    sanction = workflow.draft_sanction(held.certificate, **SAID, complaint=one, actor=held.officer)
    workflow.send_notice(sanction, actor=held.officer)
    with clock.travel(sanction.hearing_at + timedelta(hours=2)):
        workflow.note_hearing(again(sanction), heard="held", chair="박청문", came="시설장", minutes="의견을 들음.", actor=held.officer)
    sanction = proposed(held, again(sanction))
    with clock.travel(clock.now() + 17 * DAY), pytest.raises(Refused, match="words of your own"):
        workflow.draft_decision(again(sanction), **decision_of(sanction, grounds=WORDS), actor=held.officer)
    kept = [*Letter.everything.all(), *Delivery.everything.all(), sanction]
    written = " ".join(str(value) for row in kept for value in vars(row).values())
    assert NAME not in written and WORDS not in written and one.number not in written


def test_to_somebody_who_may_not_know_the_name_no_refusal_tells_it(held):
    one = complaint(held)
    sanction = workflow.draft_sanction(held.certificate, **SAID, complaint=one, actor=held.officer)
    with within(held.place.agency):
        changed = workflow.change_sanction(sanction, **SAID | {"facts": f"{NAME}에게 물어봄"}, actor=Actor.of(held.place.manager))
    assert NAME in changed.facts
