"""An announcement that cannot go out: asked at every step, told at its minute, taken back by the director while it has not gone out."""
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from accounts.actors import Actor
from certification.models import Certificate
from certification.workflow import issue_certificate, revoke
from certification.workflow.certificate import series_of
from core import clock
from core.errors import Refused
from core.models import AuditEvent, Errand
from core.numbers import start_after
from core.tenancy import within
from evaluations import queries, tasks, workflow
from evaluations.findings import certificate_facts
from evaluations.stages import Stage
from evaluations.workflow.announcement import approval_of, digest_of
from tests import factories as f
from tests.evaluations import batch

pytestmark = pytest.mark.django_db
SYSTEM, WHY = Actor.system("test"), "한 건을 빼고 다시 올려 주십시오."


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def case(busan):
    return batch.decided(busan)


@pytest.fixture
def in_the_way(busan, case):
    """`in_the_way()`: the service of the case got another certificate, nine days ago."""
    def given(path=case, days=9):
        with within(busan.agency):
            application = path.application
            return issue_certificate(version=path.round.version, provider=path.provider, offering=application.offering, area_findings=[],
                                     matter=None, facts=certificate_facts(application, application.seals.get()),
                                     valid_from=clock.today() - timedelta(days=days), actor=SYSTEM)
    return given


def refused(work, *sentences):
    with pytest.raises(Refused) as refusal:
        work()
    for sentence in sentences:
        assert sentence in str(refusal.value)


def told(event):
    return list(Errand.everything.filter(task="correspondence.tasks.announce", arguments__event=event))


def take_back(place, case, announcement, who="director", why=WHY):
    with within(place.agency):
        return workflow.send_back_announcement(announcement, why, actor=case.as_(getattr(place, who)))


# ---- asked before

def test_a_draft_names_the_case_and_the_certificate_that_its_service_holds(busan, case, in_the_way):
    other = in_the_way()
    refused(lambda: batch.drafted(busan, case), str(case.application), other.number_shown, "Leave it out")
    second = batch.decided(busan, case.round)
    announcement = batch.drafted(busan, second)
    with within(busan.agency):
        refused(lambda: workflow.change_announcement(announcement, [second.decision, case.decision], title="x", planned_for=clock.now(),
                                                     actor=case.officer), other.number_shown)


@pytest.mark.parametrize("kind", ["refuse", "defer"])
def test_only_an_award_minds_it(kind, busan, in_the_way, case):
    second = batch.decided(busan, case.round, kind=kind)
    in_the_way(second)
    assert batch.drafted(busan, second)


def test_neither_released_nor_approved_is_what_cannot_go_out(busan, case, in_the_way):
    announcement = batch.drafted(busan, case)
    other = in_the_way()
    refused(lambda: batch.released(busan, case, announcement), str(case.application), other.number_shown)
    with within(busan.agency):
        revoke(other, on=clock.today(), reason="다른 사유", actor=SYSTEM)
    batch.released(busan, case, announcement)
    third = in_the_way(days=0)
    with within(busan.agency):
        refused(lambda: workflow.approve_announcement(announcement, digest_of(announcement), actor=case.as_(busan.director)),
                third.number_shown)


def test_a_certificate_that_is_over_by_then_is_in_nobodys_way(busan, case, in_the_way):
    other = in_the_way()
    with within(busan.agency):
        Certificate.everything.filter(pk=other.pk).update(valid_from=clock.today() - timedelta(days=400),
                                                          valid_to=clock.today() - timedelta(days=1))
    assert batch.approved(busan, case)
    assert tasks.announce_due() == 1


# ---- taken back

def test_the_director_takes_an_approved_one_back_and_it_begins_anew(busan, case):
    planned = clock.now() + timedelta(hours=3)
    announcement = batch.approved(busan, case, planned_for=planned)
    for who in ("officer", "manager", "auditor"):
        with pytest.raises(PermissionDenied):
            take_back(busan, case, announcement, who)
    refused(lambda: take_back(busan, case, announcement, why=" "), "the reason")
    take_back(busan, case, announcement)
    with clock.travel(planned + timedelta(minutes=1)):
        assert tasks.announce_due() == 0
    with within(busan.agency):
        assert len(told("approval.sent_back")) == 1
        assert AuditEvent.everything.get(verb="announcement.sent_back").facts["reason"] == WHY
        workflow.change_announcement(announcement, [case.decision], title="x", planned_for=planned, actor=case.officer)
        assert approval_of(announcement).stage == "drafted"


def test_what_is_out_is_not_taken_back(busan, case):
    announcement = batch.approved(busan, case)
    assert tasks.announce_due() == 1
    refused(lambda: take_back(busan, case, announcement), "has been announced")


# ---- at the minute

def test_at_its_minute_those_who_signed_are_told_why_it_could_not_go_out_and_once(busan, case, in_the_way):
    announcement = batch.approved(busan, case)
    other = in_the_way()
    assert [tasks.announce_due() for _again in range(3)] == [0, 0, 0]
    with within(busan.agency):
        now = batch.again(announcement)
        assert other.number_shown in now.held_up_why
        errand, = told("announcement.held_up")
        assert errand.arguments["facts"]["reason"] == now.held_up_why
        assert errand.arguments["link"].endswith(f"/busan/admin/announcements/{announcement.public_id}/")
        assert set(queries.signers_of(now)) == {busan.officer, busan.manager, busan.director}
        assert AuditEvent.everything.filter(verb="announcement.held_up").count() == 1
        assert case.fresh().stage == Stage.DECIDED


def test_what_is_held_up_does_not_go_out_by_itself_when_the_way_is_free(busan, case, in_the_way):
    """Nobody would expect it at that moment, and its day may be over."""
    announcement = batch.approved(busan, case)
    other = in_the_way()
    tasks.announce_due()
    with within(busan.agency):
        revoke(other, on=clock.today(), reason="다른 사유", actor=SYSTEM)
        refused(lambda: workflow.announce_results(announcement, actor=SYSTEM), "held up")
    assert tasks.announce_due() == 0
    take_back(busan, case, announcement)
    with within(busan.agency):
        announcement = workflow.change_announcement(announcement, [case.decision], title="x", planned_for=clock.now(), actor=case.officer)
    batch.released(busan, case, announcement)
    with within(busan.agency):
        workflow.approve_announcement(announcement, digest_of(batch.again(announcement)), actor=case.as_(busan.director))
    assert tasks.announce_due() == 1
    with within(busan.agency):
        assert case.fresh().stage == Stage.CERTIFIED


def test_what_is_held_up_twice_is_told_once_and_not_even_asked_again(busan, case, in_the_way):
    announcement = batch.approved(busan, case)
    in_the_way()
    tasks.announce_due()
    with within(busan.agency):
        before = batch.again(announcement)
        after = workflow.hold_up(announcement, "another reason", actor=SYSTEM)
        assert (after.held_up_at, after.held_up_why) == (before.held_up_at, before.held_up_why)
        assert len(told("announcement.held_up")) == 1
    with CaptureQueriesContext(connection) as statements:
        assert tasks.announce_due() == 0
    assert not [one for one in statements if "FOR NO KEY UPDATE" in one["sql"]]


def test_held_up_is_only_what_was_due(busan, case):
    """It may have been taken back, or gone out, between the refusal and the note about it."""
    announcement = batch.approved(busan, case, planned_for=clock.now() + timedelta(hours=3))
    with within(busan.agency):
        assert workflow.hold_up(announcement, "x", actor=SYSTEM).held_up_at is None
        with pytest.raises(PermissionDenied):
            workflow.hold_up(announcement, "x", actor=case.as_(busan.director))
    take_back(busan, case, announcement)
    with within(busan.agency), clock.travel(clock.now() + timedelta(hours=4)):
        assert workflow.hold_up(announcement, "x", actor=SYSTEM).held_up_at is None


def test_what_broke_is_tried_again(busan, case):
    """The next number is taken, which no workflow would do."""
    announcement = batch.approved(busan, case)
    with within(busan.agency):
        f.CertificateFactory(framework=case.round.version.framework, year=clock.today().year, serial=1)
    assert tasks.announce_due() == 0
    with within(busan.agency):
        assert batch.again(announcement).held_up_at is None
        start_after(series_of(case.round.version.framework), clock.today().year, 1)
    assert tasks.announce_due() == 1


def test_the_director_finds_it_among_what_waits_and_the_case_says_for_whom(busan, case, in_the_way):
    batch.approved(busan, case)
    in_the_way()
    tasks.announce_due()
    with within(busan.agency):
        assert [list(queries.announcements_to_decide(case.as_(who))) != [] for who in (busan.manager, busan.director)] == [False, True]
        told = queries.announcement_item_of(case.officer, case.decision)
        standing = queries.standing_of(case.officer, case.fresh(), checks=[], team=[], item=None, told=told)
        assert standing.approval == "held_up"
