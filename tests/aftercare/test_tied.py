"""Whom something ties to a provider: no button but the reason, nothing typed lost, no word of an unannounced visit, nothing prolonged."""
import uuid
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from aftercare import workflow
from aftercare.models import Duty
from aftercare.queries import duty_people
from certification import workflow as certification
from core import clock
from core.errors import Refused
from core.models import Errand
from correspondence import tasks as correspondence
from correspondence.models import Deadline
from correspondence.queries import brought_together, deadlines_to_remind
from panels.queries.tied import tied_staff
from tests import factories as f
from tests.aftercare.conftest import seoul

TIED = "Something ties you to this provider"
TYPED = {"kind": "self_inspection", "opens_on": "2026-02-01", "due_on": "2026-03-02", "reason": "대표자가 바뀜"}


def tie(held, who, provider=None, kind="employed"):
    f.InvolvementFactory(person=who.user.person, kind=kind, subject=(provider or held.provider).public_id, matter=None)


def new_duty(held):
    return f"/busan/admin/certificates/{held.certificate.public_id}/duties/new/?lang=en"


def new_visit(held):
    return f"/busan/admin/monitoring/certificates/{held.certificate.public_id}/?lang=en"


def unannounced(held, certificate=None, on=date(2027, 5, 31)):
    return workflow.demand_duty(certificate or held.certificate, "monitoring_visit", opens_on=date(2027, 5, 1), due_on=on,
                                origin="complaint", reason="민원", matter=uuid.uuid4(), announced=False, actor=held.manager)


# ---- the form

@pytest.mark.parametrize("page", [new_duty, new_visit])
def test_who_is_tied_finds_the_reason_in_the_place_of_the_form(page, held, sit_down, words_of):
    browser = sit_down(held.place.officer)
    assert "<textarea" in browser.get(page(held)).content.decode() and TIED not in words_of(browser.get(page(held)))
    tie(held, held.officer)
    shown = browser.get(page(held))
    assert TIED in words_of(shown) and "<textarea" not in shown.content.decode()


def test_what_was_typed_before_the_tie_was_known_is_not_lost(held, sit_down, words_of):
    tie(held, held.officer)
    page = sit_down(held.place.officer).post(new_duty(held), TYPED)
    assert page.status_code == 200 and TIED in words_of(page) and TYPED["reason"] in page.content.decode()
    assert not Duty.everything.exists()


def test_no_page_offers_them_what_the_workflow_refuses(held, sit_down, words_of):
    duty = f.DutyFactory(certificate=held.certificate)
    tie(held, held.officer)
    browser, certificate = sit_down(held.place.officer), held.certificate.public_id
    for page, gone in ((f"/busan/admin/duties/{duty.public_id}/?lang=en", "/move/"),
                       (f"/busan/admin/duties/?lang=en&certificate={certificate}", "/duties/new/"),
                       (f"/busan/admin/certificates/{certificate}/?lang=en", f"/certificates/{certificate}/sanction/")):
        shown = browser.get(page)
        assert TIED in words_of(shown) and gone not in shown.content.decode()
    shown = browser.get("/busan/admin/monitoring/whom/?lang=en")
    assert "somebody else decides" in words_of(shown) and f"monitoring/certificates/{certificate}/" not in shown.content.decode()
    with pytest.raises(PermissionDenied):
        workflow.waive_duty(duty, reason="사유", actor=held.officer)
    assert workflow.waive_duty(duty, reason="사유", actor=held.manager).stage == "waived"


# ---- an unannounced visit

def test_reminders_of_an_unannounced_visit_go_to_nobody_who_is_tied(held):
    tie(held, held.officer)
    tie(held, held.manager, kind="related")
    other = f.MembershipFactory(role="officer").user
    with clock.travel(seoul(2026, 1, 12, 11)):
        duty = f.DutyFactory(certificate=held.certificate, kind="monitoring_visit", announced=False)
    assert list(duty_people.officers(duty)) == [other] and held.place.manager not in duty_people.managers(duty)
    assert set(tied_staff(held.provider)) == {held.place.officer.pk, held.place.manager.pk}
    told = f.DutyFactory(certificate=held.certificate)
    assert held.place.officer in duty_people.officers(told)


def test_visits_are_told_of_apart_where_somebody_is_tied_to_one_and_together_otherwise(held):
    theirs = f.CertificateFactory(offering=f.OfferingFactory(site=f.SiteFactory(provider=held.place.neighbours)),
                                  version=held.certificate.version)
    with clock.travel(seoul(2026, 1, 12, 11)):
        unannounced(held), unannounced(held, theirs)
    with clock.travel(seoul(2027, 6, 14, 9)):
        assert [len(unit) for unit in brought_together(deadlines_to_remind())] == [2]
        tie(held, held.officer, held.place.neighbours)
        correspondence.send_rungs_at(held.place.agency)
    told = Errand.everything.filter(task="correspondence.tasks.announce", arguments__event="deadline.escalated")
    assert told.count() == 2 and Deadline.everything.filter(kind="duty.unannounced").count() == 2


# ---- a certificate prolonged

def test_a_director_who_is_tied_does_not_prolong_and_reads_why(held, sit_down, words_of):
    how = {"to_on": held.certificate.valid_to + timedelta(days=30), "reason": "갱신 심사 중", "actor": held.director}
    tie(held, held.director)
    with pytest.raises(Refused, match="Somebody else|다른 사람"):
        certification.prolong(held.certificate, **how)
    page = sit_down(held.place.director).get(f"/busan/admin/certificates/{held.certificate.public_id}/?lang=en")
    assert "Somebody else decides about its certificate" in words_of(page) and "/prolong/" not in page.content.decode()
    assert held.again(held.certificate).given_until is None
