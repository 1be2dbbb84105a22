"""What an accepted change does: corrections, visits, notes of the register, ends, holders; sanctions that follow a successor."""
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import translation

from accounts.actors import Actor
from aftercare import workflow
from aftercare.models import Duty
from aftercare.queries import changes_waiting, reports_about, sanctions_following
from certification.models import CertificateEvent, CertificateRevision, RegisterEntry
from certification.queries.printed import printed_otherwise
from certification.workflow import approve_correction, check_register, draft_correction, note_edit, release_correction
from certification.workflow.certificate_facts import facts_now
from certification.workflow.certificate_versions import digest_of
from core import clock
from core.errors import Refused
from core.models import Errand
from correspondence.models import Letter
from providers.models import Bar, BusinessPause, Disposition, Provider, Succession
from providers.queries import standings_of
from providers.workflow import change_site
from tests import factories as f
from tests.aftercare.changing import NAME, NUMBER, closed, decided, handed_in, head, moved, succeeded, successor
from tests.aftercare.conftest import WORKER, seoul


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def correction(held):
    return CertificateRevision.everything.get(certificate=held.certificate)


def approved(held):
    revision = correction(held)
    release_correction(revision, digest_of(revision), actor=held.manager)
    return approve_correction(revision, digest_of(revision), actor=held.director)


def entry(held):
    return RegisterEntry.everything.get(certificate=held.certificate)


def test_a_new_head_reaches_the_provider_at_once_and_the_certificate_by_a_correction_that_waits_for_its_approval(held):
    workflow.accept_change(head(held), actor=held.officer)
    assert Provider.everything.get(pk=held.provider.pk).head_name == "새대표"
    assert held.again(held.certificate).head_name != "새대표"
    assert (correction(held).facts_after, correction(held).effective_on) == ({"head_name": "새대표"}, date(2026, 1, 5))
    assert approved(held).head_name == "새대표"


def test_a_new_name_is_printed_in_both_languages(held):
    workflow.accept_change(handed_in(held, "name", facts=NAME), actor=held.officer)
    assert correction(held).facts_after == {"provider_name": "새이름센터", "provider_name_en": "New Name"}


def test_a_correction_that_is_open_already_is_kept_and_added_to(held):
    draft_correction(held.certificate, facts=facts_now(held.certificate) | {"address": "오타를 고친 주소"}, effective_on=date(2026, 1, 5),
                     reason="오기", actor=held.officer)
    workflow.accept_change(head(held), actor=held.officer)
    assert correction(held).facts_after == {"address": "오타를 고친 주소", "head_name": "새대표"}


def test_a_new_address_demands_a_visit_and_is_corrected_after_it(held):
    report = workflow.accept_change(moved(held), actor=held.officer)
    duty, row = Duty.everything.get(), report.touched.get()
    assert (duty.kind, duty.origin, duty.matter, duty.due_on) == ("monitoring_visit", "change", report.public_id, date(2026, 3, 13))
    assert row.is_owed and not CertificateRevision.everything.exists() and list(changes_waiting(held.officer)) == [report]
    with pytest.raises(Refused, match="not been visited"):
        workflow.correct_after(row, actor=held.officer)
    workflow.fulfil_duty(duty, answer=report.public_id, arrived_at=clock.now(), actor=WORKER)
    workflow.correct_after(row, actor=held.officer)
    assert correction(held).facts_after["address"] == "부산광역시 사상구 광장로 77, 3층" and not changes_waiting(held.officer)
    with pytest.raises(Refused, match="Nothing is to be corrected"):
        workflow.correct_after(row, actor=held.officer)
    assert approved(held).address == "부산광역시 사상구 광장로 77, 3층" and check_register() == []


def test_while_it_is_suspended_the_correction_is_owed_until_it_is_in_force_again(held):
    report = head(held)
    held.certificates.filter(pk=held.certificate.pk).update(suspended_from=date(2026, 1, 1), suspended_to=date(2026, 1, 31))
    row = workflow.accept_change(report, actor=held.officer).touched.get()
    assert row.is_owed and not CertificateRevision.everything.exists()
    with clock.travel(seoul(2026, 2, 1, 9)):
        workflow.correct_after(row, actor=held.officer)
    assert correction(held).facts_after == {"head_name": "새대표"}


@pytest.mark.parametrize(("until", "asked"), [(date(2026, 4, 30), 0), (date(2026, 12, 31), 1)])
def test_a_pause_stands_in_the_register_and_a_long_one_asks_whether_it_is_suspended(held, until, asked):
    workflow.accept_change(handed_in(held, "suspension", on=date(2026, 3, 1), until=until), actor=held.officer)
    assert BusinessPause.everything.get().to_on == until
    assert entry(held).notes == {"pauses": [{"from": "2026-03-01", "to": until.isoformat()}]} and check_register() == []
    assert Errand.everything.filter(arguments__event="change.long_pause").count() == asked
    assert held.again(held.certificate).suspended_from is None


def test_with_a_closure_the_certificate_ends_on_that_day_and_the_provider_is_told_by_letter(held):
    workflow.plan_duties(held.certificate, actor=WORKER)
    report = closed(held)
    decided(held, report)
    certificate = held.again(held.certificate)
    assert (certificate.ended_on, certificate.ended_as) == (date(2026, 1, 31), "surrendered")
    assert CertificateEvent.everything.get(certificate=certificate, kind="surrendered").reason.endswith("(2026-N001).") or "2026-N001" in (
        CertificateEvent.everything.get(certificate=certificate, kind="surrendered").reason)
    assert Letter.everything.get(kind="change.answer", language="ko").addressee == held.provider.name


def test_what_closed_before_it_was_reported_ends_today_and_its_duties_lapse(held):
    workflow.plan_duties(held.certificate, actor=WORKER)
    decided(held, closed(held, date(2026, 1, 2)))
    assert held.again(held.certificate).ended_on == date(2026, 1, 12)
    assert set(Duty.everything.values_list("stage", flat=True)) == {"lapsed"}


def test_a_closure_is_decided_by_a_manager_who_has_not_proposed_it(held):
    report = closed(held)
    with pytest.raises(PermissionDenied):
        workflow.accept_change(report, actor=held.officer)
    with pytest.raises(Refused, match="proposes first"):
        workflow.accept_change(report, actor=held.manager)
    workflow.propose_decision(report, continues=False, words="확인", actor=held.manager)
    again = f.MembershipFactory(role="manager", user__person=held.place.manager.person).user       # the same person's other account
    for actor in (held.manager, Actor.of(again)):
        with pytest.raises(Refused, match="Somebody else"):
            workflow.accept_change(report, actor=actor)
    workflow.send_back_proposal(report, reason="다시", actor=held.manager)
    assert held.again(report).stage == "handed_in"


def test_decided_from_two_places_is_decided_once(held):
    report = head(held)
    workflow.accept_change(report, actor=held.officer)
    with pytest.raises(Refused, match="no longer waits"):
        workflow.accept_change(report, actor=held.manager)
    with pytest.raises(Refused):
        workflow.refuse_change(report, reason="늦은 판단", actor=held.manager)
    assert CertificateRevision.everything.count() == 1


def test_what_ended_meanwhile_is_touched_no_more(held):
    report = head(held)
    held.certificates.filter(pk=held.certificate.pk).update(ended_on=date(2026, 1, 12), ended_as="revoked")
    assert workflow.accept_change(report, actor=held.officer).touched.get().follows == []


def test_a_refusal_has_a_reason_and_changes_nothing(held):
    report = head(held)
    with pytest.raises(Refused, match="Write the reason"):
        workflow.refuse_change(report, reason=" ", actor=held.officer)
    workflow.refuse_change(report, reason="서류가 다릅니다.", actor=held.officer)
    assert Provider.everything.get(pk=held.provider.pk).head_name == held.provider.head_name and not CertificateRevision.everything.exists()


def test_a_certificate_does_not_pass_silently(held):
    report = succeeded(held)
    with pytest.raises(Refused, match="not registered"):
        workflow.propose_decision(report, continues=True, words="확인", actor=held.officer)
    assert held.again(held.certificate).provider == held.provider


def test_the_successor_confirms_and_the_certificate_goes_on_under_it_once_the_director_has_approved(held):
    workflow.plan_duties(held.certificate, actor=WORKER)
    after = successor(held)
    report = succeeded(held)
    with pytest.raises(Refused, match="has not confirmed"):
        workflow.propose_decision(report, continues=True, words="확인", actor=held.officer)
    with pytest.raises(PermissionDenied):
        workflow.confirm_succession(report, actor=held.owner)
    report = workflow.confirm_succession(report, actor=held.neighbour)
    with pytest.raises(Refused, match="confirmed this already"):
        workflow.confirm_succession(report, actor=held.neighbour)
    decided(held, report, continues=True)
    assert held.again(held.certificate).provider == held.provider and correction(held).holder == after
    assert entry(held).notes["successors"] == [{"name": "이어받은센터", "on": "2026-01-05"}]
    assert approved(held).provider == after
    assert held.again(held.certificate).head_name == "이어대표" and entry(held).notes["predecessors"][0]["name"] == held.provider.name
    assert set(Duty.everything.filter(stage="open").values_list("provider", flat=True)) == {after.pk} and check_register() == []
    assert list(reports_about(held.officer, certificate=held.certificate)) == [report]


def test_without_the_successor_here_it_ends_and_both_are_linked(held):
    decided(held, succeeded(held))
    assert held.again(held.certificate).ended_as == "surrendered"
    assert (Succession.everything.get().successor, Succession.everything.get().successor_number) == (None, NUMBER)


def against(provider):
    found = standings_of([provider.pk])[provider.pk]
    return [kind for kind, *_rest in found.dispositions], found.barred_until


def test_sanctions_of_the_predecessor_count_against_the_successor_for_a_year_and_no_longer(held):
    by = {"entered_at": clock.now(), "entered_by": held.place.officer}
    disposition = Disposition.everything.create(provider=held.provider, kind="fine", from_on=date(2025, 12, 1), **by)
    Bar.everything.create(provider=held.provider, barred_until=date(2028, 1, 1), reason="거짓", **by)
    after = successor(held)
    assert against(after) == ([], None)
    decided(held, succeeded(held))
    assert against(after) == (["fine"], date(2028, 1, 1))
    (followed, dispositions), = sanctions_following(held.officer, after)
    assert (followed.predecessor, followed.sanctions_until, dispositions) == (held.provider, date(2027, 1, 5), [disposition])
    with clock.travel(seoul(2027, 1, 5, 23, 59)):
        assert against(after) == (["fine"], date(2028, 1, 1))
    with clock.travel(seoul(2027, 1, 6, 0, 0)):
        assert against(after) == ([], None) and sanctions_following(held.officer, after) == []
    assert against(f.ProviderFactory()) == ([], None)


def test_what_a_provider_edits_itself_and_a_certificate_prints_is_told_to_the_desk_and_stays_printed(held):
    site = held.offering.site
    change_site(site, address_base="다른 길 5", actor=held.owner)
    assert Errand.everything.get(task="certification.tasks.note_edit").arguments["fields"] == ["address_base"]
    assert [one.kind for one in printed_otherwise(held.provider)] == ["address"]
    assert note_edit(held.provider, ["address_base"], actor=WORKER) == [held.certificate]
    assert Errand.everything.filter(arguments__event="certificate.edited_desk").count() == 1
    assert held.again(held.certificate).address == held.certificate.address


def test_hours_and_telephone_are_no_change_to_report(held):
    change_site(held.offering.site, phone="0519999999", actor=held.owner)
    assert not Errand.everything.filter(task="certification.tasks.note_edit").exists() and printed_otherwise(held.provider) == []
