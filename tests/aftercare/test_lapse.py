"""What hangs on a certificate: it ends with it, is owed again when it lives again, and goes along to a successor."""
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.utils import translation

from aftercare import workflow
from aftercare.models import Complaint, ComplaintInquiry, CorrectiveAction, Duty
from aftercare.tasks import duty as tasks
from certification.models import CertificateRevision, Indicator
from certification.workflow import draft_correction, release_correction
from certification.workflow.certificate_facts import facts_now
from certification.workflow.certificate_versions import digest_of
from core import clock
from core.errors import Refused
from core.models import AuditEvent
from correspondence.models import Deadline
from panels.models import Involvement
from tests import factories as f
from tests.aftercare.changing import successor
from tests.aftercare.conftest import seoul
from tests.aftercare.consulting import agreed, asked, listed
from tests.aftercare.sanctioning import drafted
from tests.aftercare.watching import MAY, assessors, certificate_of_eight, planned
from visits.models import Visit

JULY = seoul(2027, 7, 1, 15)


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def hanging(held):
    """`held` on 1 July 2027 with one of everything that is open about its certificate."""
    held.certificate = eight = certificate_of_eight(held)
    with clock.travel(MAY):
        held.duty = f.DutyFactory(certificate=eight, due_on=date(2027, 7, 31))
        held.inspection = workflow.begin_inspection(held.duty, actor=held.owner, arrived_at=clock.now())
    with clock.travel(JULY):
        held.visited = f.DutyFactory(certificate=eight, kind="monitoring_visit", opens_on=date(2027, 7, 1), due_on=date(2027, 10, 31))
        held.monitoring = planned(held, held.visited, assessors())
        held.action = workflow.request_correction(eight, Indicator.everything.get(version=eight.version, code="1.2.2"), told="기록이 없음",
                                                  actor=held.officer)
        listed(held)
        held.consultation = agreed(held)
        yield held


def ended(hanging, how="revoked"):
    hanging.certificates.filter(pk=hanging.certificate.pk).update(ended_on=clock.today(), ended_as=how)
    return tasks.follow_at(hanging.place.agency)


def lives_again(hanging):
    hanging.certificates.filter(pk=hanging.certificate.pk).update(ended_on=None, ended_as="")
    return tasks.follow_at(hanging.place.agency)


def stages(hanging):
    return [hanging.again(row).stage for row in (hanging.duty, hanging.visited, hanging.monitoring, hanging.action, hanging.consultation)]


def reminding():
    return set(Deadline.everything.filter(closed_at=None, subject_type__startswith="aftercare.").values_list("kind", flat=True))


# ---- the end

def test_what_hangs_on_a_certificate_ends_with_it_and_reminds_nobody(hanging):
    assert {"correction.submit", "monitoring.day"} <= reminding()
    assert [ended(hanging), tasks.follow_at(hanging.place.agency)] == [1, 0]
    assert stages(hanging) == ["lapsed", "lapsed", "called_off", "closed", "called_off"]
    assert Visit.everything.get(pk=hanging.monitoring.visit_id).stage == "not_carried_out" and reminding() == set()
    assert hanging.again(hanging.action).outcome == "lapsed" and "효력" in hanging.again(hanging.consultation).ended_reason
    assert Involvement.everything.get(kind="consulted").to_on == clock.today()


def test_an_action_alone_keeps_nobody_reminded_after_the_last_day_of_the_certificate(hanging):
    Duty.everything.update(stage="done", done_at=clock.now())
    with clock.travel(seoul(2028, 12, 9, 0)):
        assert [tasks.follow_at(hanging.place.agency) for _ in range(2)] == [1, 0]
    assert hanging.again(hanging.action).stage == "closed"


def test_advice_that_was_agreed_goes_on_when_the_certificate_is_renewed_and_what_was_only_asked_for_does_not(hanging):
    assert [ended(hanging, "superseded"), tasks.follow_at(hanging.place.agency)] == [1, 0]
    assert hanging.again(hanging.consultation).stage == "agreed"
    hanging.certificate = f.CertificateFactory(offering=hanging.offering, valid_from=clock.today())
    asking = asked(hanging)
    ended(hanging, "superseded")
    assert hanging.again(asking).stage == "called_off"


def test_a_visit_that_has_begun_is_ended_by_those_who_are_there(hanging):
    Visit.everything.filter(pk=hanging.monitoring.visit_id).update(stage="underway")
    assert [ended(hanging), tasks.follow_at(hanging.place.agency)] == [1, 0]
    assert hanging.again(hanging.monitoring).stage == "planned"


# ---- it lives again

def test_when_the_certificate_lives_again_what_was_owed_is_owed_again(hanging):
    ended(hanging)
    assert lives_again(hanging) and tasks.follow_at(hanging.place.agency) == 0
    assert stages(hanging)[:2] == ["open", "open"] and {"duty.due", "correction.submit"} <= reminding()
    anew = CorrectiveAction.everything.get(follows=hanging.action)
    assert (anew.stage, anew.told, anew.code) == ("requested", "기록이 없음", "1.2.2")
    assert AuditEvent.everything.filter(verb="duty.revived").count() == 2
    ended(hanging)
    assert stages(hanging)[:2] == ["lapsed", "lapsed"] and hanging.again(anew).outcome == "lapsed"


def test_what_was_due_in_between_is_not_demanded_afterwards(hanging):
    ended(hanging)
    with clock.travel(seoul(2027, 8, 1, 9)):
        assert lives_again(hanging) and tasks.follow_at(hanging.place.agency) == 0
    assert stages(hanging)[:2] == ["lapsed", "open"]


# ---- it passes to a successor

def test_what_is_open_goes_along_to_the_successor_and_what_is_over_stays(hanging):
    after, duty = successor(hanging), f.DutyFactory(certificate=hanging.certificate, due_on=date(2027, 6, 30))
    duty = workflow.fulfil_duty(duty, answer=hanging.inspection.public_id, arrived_at=clock.now(), actor=hanging.owner)
    complaint = Complaint.everything.create(
        code_hash="0" * 64, about="holder", provider=hanging.provider, certificate=hanging.certificate, category="safety", words="민원",
        arrived_at=clock.now())
    about = {"complaint": complaint, "provider": hanging.provider, "asked_at": clock.now(), "asked_by": hanging.place.officer}
    asking = ComplaintInquiry.everything.create(question="점검표가 있습니까?", **about)
    told = ComplaintInquiry.everything.create(question="언제 하였습니까?", answer="5월", answered_at=clock.now(), **about)
    hanging.certificates.filter(pk=hanging.certificate.pk).update(provider=after)
    open_rows = (hanging.duty, hanging.inspection, hanging.visited, hanging.monitoring, hanging.action, hanging.consultation, asking)
    assert {hanging.again(row).provider for row in open_rows} == {after}
    assert {hanging.again(row).provider for row in (duty, told, complaint)} == {hanging.provider}


def test_a_self_inspection_that_was_handed_in_and_not_read_goes_along_with_its_duty(hanging):
    type(hanging.inspection).everything.filter(pk=hanging.inspection.pk).update(stage="handed_in", handed_in_at=clock.now())
    workflow.fulfil_duty(hanging.duty, answer=hanging.inspection.public_id, arrived_at=clock.now(), actor=hanging.owner)
    after = successor(hanging)
    hanging.certificates.filter(pk=hanging.certificate.pk).update(provider=after)
    assert hanging.again(hanging.inspection).provider == hanging.again(hanging.duty).provider == after
    workflow.return_inspection(hanging.again(hanging.inspection), reason="근거 없음", actor=hanging.officer)
    assert hanging.again(hanging.duty).stage == "open"


def passing(held):
    """A correction that the manager has released, with which the certificate passes on."""
    after, certificate = successor(held), held.again(held.certificate)
    facts = facts_now(certificate) | {"provider_name": after.name, "provider_name_en": "", "head_name": after.head_name}
    revision = draft_correction(certificate, facts=facts, effective_on=clock.today(), reason="사업 승계", holder=after, actor=held.officer)
    release_correction(revision, digest_of(revision), actor=held.manager)
    return CertificateRevision.everything.get(pk=revision.pk)


def test_the_ledger_says_whom_the_consultant_advises_from_then_on(hanging):
    revision = passing(hanging)
    workflow.approve_correction_of(revision, digest_of(revision), actor=hanging.director)
    ties = {one.subject: one.to_on for one in Involvement.everything.filter(kind="consulted")}
    assert ties == {hanging.provider.public_id: clock.today(), revision.holder.public_id: None}


def test_nothing_passes_to_a_successor_while_a_sanction_is_under_way(held, sit_down, words_of):
    revision, sanction = passing(held), drafted(held)
    with pytest.raises(Refused, match=sanction.number):
        workflow.approve_correction_of(revision, digest_of(revision), actor=held.director)
    with pytest.raises(IntegrityError, match="under way"), transaction.atomic():
        held.certificates.filter(pk=held.certificate.pk).update(provider=revision.holder)
    page, browser = f"/busan/admin/certificates/corrections/{revision.public_id}/", sit_down(held.place.director)
    assert f"under way ({sanction.number})" in words_of(browser.get(f"{page}?lang=en"))
    answer = browser.post(f"{page}approve/?lang=en", {"seen": digest_of(revision), "confirmed": "on"})
    assert answer.status_code == 200 and f"under way ({sanction.number})" in words_of(answer)
    workflow.drop_sanction(sanction, reason="사실이 아님", actor=held.officer)
    workflow.approve_correction_of(revision, digest_of(revision), actor=held.director)
    assert held.again(held.certificate).provider == revision.holder


def test_a_correction_with_which_nothing_passes_is_approved_while_a_sanction_is_under_way(held):
    facts = facts_now(held.certificate) | {"head_name": "새대표"}
    revision = draft_correction(held.certificate, facts=facts, effective_on=clock.today(), reason="오기", actor=held.officer)
    release_correction(revision, digest_of(revision), actor=held.manager)
    drafted(held)
    assert workflow.approve_correction_of(revision, digest_of(revision), actor=held.director).head_name == "새대표"
