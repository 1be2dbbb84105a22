"""Announcing: drafted, released, approved by somebody else; at its minute everything at once, or nothing."""
from datetime import date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import translation

from accounts.actors import Actor
from certification.models import Certificate, CertificateDocument, RegisterEntry
from certification.workflow import issue_certificate
from core import clock
from core.errors import Refused
from core.models import AuditEvent, Errand
from core.tenancy import within
from correspondence.models import Letter
from evaluations import tasks, workflow
from evaluations.findings import certificate_facts
from evaluations.models import Announcement, AnnouncementItem, Application, Decision, DecisionGround
from evaluations.stages import Stage
from evaluations.workflow.announcement import KIND, SUBJECT, digest_of
from panels.models import Approval
from panels.queries import approval_of
from tests import factories as f
from tests.evaluations import batch

pytestmark = pytest.mark.django_db
SYSTEM = Actor.system("test")


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def case(busan):
    return batch.decided(busan)


def refused(work, sentence, field=None):
    with pytest.raises(Refused, match=sentence) as refusal:
        work()
    assert refusal.value.field == field


def approval(announcement):
    return approval_of(SUBJECT, announcement.public_id, KIND)


def change(announcement, *paths, who=None, title="CNRY-busan-other", planned_for=None):
    return workflow.change_announcement(announcement, [path.decision for path in paths], title=title,
                                        planned_for=planned_for or clock.now(), actor=who or paths[0].officer)


def stages_of(*paths):
    return [path.fresh().stage for path in paths]


# ---- drafting

def test_a_draft_names_its_cases_in_their_order_and_the_manager_is_told_where_to_read_it(busan, case):
    second = batch.decided(busan, case.round, unmet=["1.1.1"])
    announcement = batch.drafted(busan, second, case)
    with within(busan.agency):
        items = AnnouncementItem.everything.filter(announcement=announcement).order_by("position")
        assert [(one.position, one.decision) for one in items] == [(1, second.decision), (2, case.decision)]
        assert approval(announcement).stage == Approval.Stage.DRAFTED
        waits = Errand.everything.get(task="correspondence.tasks.announce", arguments__event="approval.waits")
        assert waits.arguments["link"].endswith(f"/busan/admin/announcements/{announcement.public_id}/")


@pytest.mark.parametrize("who", ["director", "auditor", "committee", "owner", "observer"])
def test_nobody_else_drafts_or_changes(who, busan, case):
    announcement = batch.drafted(busan, case)
    with within(busan.agency):
        actor = case.as_(getattr(busan, who))
        with pytest.raises(PermissionDenied):
            workflow.draft_announcement(case.round, [case.decision], title="x", planned_for=clock.now(), actor=actor)
        with pytest.raises(PermissionDenied):
            change(announcement, case, who=actor)


def test_a_draft_has_a_title_and_cases_that_are_decided_and_stand_nowhere_else(busan, case):
    other_round = f.RoundFactory
    with within(busan.agency):
        def draft(*decisions, title="x", round=None):
            return lambda: workflow.draft_announcement(round or case.round, decisions, title=title, planned_for=clock.now(),
                                                       actor=case.officer)
        refused(draft(case.decision, title="  "), "title", "title")
        refused(draft(), "at least one")
        refused(draft(case.decision, round=other_round(version=case.round.version)), "another round")
        Application.everything.filter(pk=case.application.pk).update(stage="deferred")
        refused(draft(case.decision), "not decided")
        Application.everything.filter(pk=case.application.pk).update(stage="decided")
        draft(case.decision)()
        refused(draft(case.decision), "stands in another announcement")


def test_what_was_left_out_of_a_change_may_stand_elsewhere(busan, case):
    second = batch.decided(busan, case.round)
    announcement = batch.drafted(busan, case, second)
    with within(busan.agency):
        change(announcement, second)
    assert batch.drafted(busan, case)


# ---- release, approval, sending back

def test_only_the_manager_releases_and_only_the_director_approves(busan, case):
    announcement = batch.drafted(busan, case)
    with within(busan.agency):
        seen = digest_of(announcement)
        for who in ("officer", "director", "auditor"):
            with pytest.raises(PermissionDenied):
                workflow.release_announcement(announcement, seen, actor=case.as_(getattr(busan, who)))
        workflow.release_announcement(announcement, seen, actor=case.as_(busan.manager))
        for who in ("officer", "manager", "auditor"):
            with pytest.raises(PermissionDenied):
                workflow.approve_announcement(announcement, seen, actor=case.as_(getattr(busan, who)))
        with pytest.raises(PermissionDenied):
            workflow.send_back_announcement(announcement, "이유", actor=case.officer)


def test_it_is_not_approved_before_it_is_released(busan, case):
    announcement = batch.drafted(busan, case)
    with within(busan.agency):
        refused(lambda: workflow.approve_announcement(announcement, digest_of(announcement), actor=case.as_(busan.director)),
                "can no longer become")


def test_nobody_approves_what_they_drafted_or_released_under_whichever_account(busan, case):
    """The director drafts as an officer with a second account: persons are compared."""
    with within(busan.agency):
        second = f.UserFactory(person=busan.director.person, email="second@busan.example")
        f.MembershipFactory(user=second, role="officer")
        announcement = workflow.draft_announcement(case.round, [case.decision], title="CNRY-busan-x", planned_for=clock.now(),
                                                   actor=case.as_(second))
    batch.released(busan, case, announcement)
    with within(busan.agency):
        refused(lambda: workflow.approve_announcement(announcement, digest_of(announcement), actor=case.as_(busan.director)),
                "Somebody else has to approve")


def test_what_was_changed_since_the_page_was_opened_is_neither_released_nor_approved(busan, case):
    announcement = batch.drafted(busan, case)
    with within(busan.agency):
        seen = digest_of(announcement)
        change(announcement, case)
        refused(lambda: workflow.release_announcement(announcement, seen, actor=case.as_(busan.manager)), "changed since this page")
        workflow.release_announcement(announcement, digest_of(batch.again(announcement)), actor=case.as_(busan.manager))
        refused(lambda: workflow.approve_announcement(announcement, seen, actor=case.as_(busan.director)), "changed since this page")


def test_a_change_after_the_release_begins_again_as_a_draft(busan, case):
    announcement = batch.drafted(busan, case)
    batch.released(busan, case, announcement)
    with within(busan.agency):
        change(announcement, case)
        found = approval(announcement)
        assert (found.stage, found.released_by) == (Approval.Stage.DRAFTED, None)
        assert found.digest == digest_of(batch.again(announcement))


def test_what_is_sent_back_says_why_and_may_be_drafted_anew(busan, case):
    announcement = batch.drafted(busan, case)
    batch.released(busan, case, announcement)
    with within(busan.agency):
        refused(lambda: workflow.send_back_announcement(announcement, " ", actor=case.as_(busan.director)), "the reason", "reason")
        workflow.send_back_announcement(announcement, "순서를 다시 봐 주십시오.", actor=case.as_(busan.director))
        told = Errand.everything.get(task="correspondence.tasks.announce", arguments__event="approval.sent_back")
        assert told.arguments["link"].endswith(f"/admin/announcements/{announcement.public_id}/")
        change(announcement, case)
        assert approval(announcement).stage == Approval.Stage.DRAFTED


def test_nothing_of_what_is_approved_changes(busan, case):
    announcement = batch.approved(busan, case)
    with within(busan.agency):
        refused(lambda: change(announcement, case), "It is approved")


@pytest.mark.parametrize("what", ["title", "minute", "order", "cases", "grounds"])
def test_the_digest_covers_everything_that_is_approved(what, busan, case):
    second = batch.decided(busan, case.round, unmet=["1.1.1"])
    announcement = batch.drafted(busan, case, second)
    with within(busan.agency):
        before, items = digest_of(announcement), AnnouncementItem.everything.filter(announcement=announcement)
        if what == "title":
            announcement.title = "other"
        elif what == "minute":
            announcement.planned_for += timedelta(minutes=1)
        elif what == "order":
            items.filter(position=1).update(position=3)
        elif what == "cases":
            items.filter(position=2).delete()
        else:
            required = second.application.pk
            row = DecisionGround.everything.get(decision=second.decision).required
            assert row.application_id == required
            DecisionGround.everything.create(decision=case.decision, required=row, text="x")
        assert digest_of(announcement) != before


# ---- the minute

def test_it_is_announced_by_nobodys_button(busan, case):
    announcement = batch.approved(busan, case)
    with within(busan.agency):
        for who in ("officer", "manager", "director"):
            with pytest.raises(PermissionDenied):
                workflow.announce_results(announcement, actor=case.as_(getattr(busan, who)))


def test_nothing_is_announced_before_it_is_approved(busan, case):
    announcement = batch.drafted(busan, case)
    batch.released(busan, case, announcement)
    with within(busan.agency):
        refused(lambda: workflow.announce_results(announcement, actor=SYSTEM), "not approved")
    assert tasks.announce_due() == 0
    assert stages_of_in(busan, case) == [Stage.DECIDED]


def stages_of_in(place, *paths):
    with within(place.agency):
        return stages_of(*paths)


def test_nothing_is_announced_before_its_minute(busan, case):
    announcement = batch.approved(busan, case, planned_for=clock.now() + timedelta(minutes=10))
    with within(busan.agency):
        refused(lambda: workflow.announce_results(announcement, actor=SYSTEM), "has not come")
    assert tasks.announce_due() == 0
    with clock.travel(clock.now() + timedelta(minutes=11)):
        assert tasks.announce_due() == 1
    assert stages_of_in(busan, case) == [Stage.CERTIFIED]


def test_what_was_changed_after_the_approval_is_not_announced(busan, case):
    announcement = batch.approved(busan, case)
    with within(busan.agency):
        Announcement.everything.filter(pk=announcement.pk).update(title="other")
        refused(lambda: workflow.announce_results(announcement, actor=SYSTEM), "changed since it was approved")
    assert stages_of_in(busan, case) == [Stage.DECIDED]


def test_twice_is_once(busan, case):
    announcement = batch.approved(busan, case)
    with within(busan.agency):
        for _ in range(2):
            workflow.announce_results(announcement, actor=SYSTEM)
        assert Certificate.everything.count() == Letter.everything.count() == 1
        assert AuditEvent.everything.filter(verb="announcement.announced").count() == 1
        refused(lambda: change(announcement, case), "has been announced")
    assert tasks.announce_due() == 0


def test_everything_is_there_at_once_numbered_in_the_order_of_the_list(busan, case):
    second, third, fourth = (batch.decided(busan, case.round), batch.decided(busan, case.round, unmet=["1.1.2"]),
                             batch.decided(busan, case.round, kind="defer"))
    announcement = batch.approved(busan, second, third, case, fourth)
    with within(busan.agency):
        workflow.announce_results(announcement, actor=SYSTEM)
        assert stages_of(second, third, case, fourth) == [Stage.CERTIFIED, Stage.NOT_CERTIFIED, Stage.CERTIFIED, Stage.DEFERRED]
        serials = dict(Certificate.everything.values_list("matter", "serial"))
        assert serials == {second.application.matter: 1, case.application.matter: 2}
        assert set(RegisterEntry.everything.values_list("provider_name", flat=True)) == {second.provider.name, case.provider.name}
        letters = {item.decision_id: item.letter for item in AnnouncementItem.everything.filter(announcement=announcement)}
        assert letters[third.decision.pk].kind == "result.refuse"
        assert [letters[path.decision.pk].serial for path in (second, third, case, fourth)] == [1, 2, 3, 4]
        assert CertificateDocument.everything.filter(made_at=None).count() == 6
        events = [one.arguments["event"] for one in Errand.everything.filter(task="correspondence.tasks.announce").order_by("pk")]
        assert events[-4:] == ["application.certified", "application.not_certified", "application.certified", "application.deferred"]


def test_the_whole_batch_or_nothing(busan, case):
    """The third case cannot be certified: its service holds a certificate already."""
    second, third = batch.decided(busan, case.round), batch.decided(busan, case.round)
    announcement = batch.approved(busan, case, second, third)
    with within(busan.agency):
        application = third.application
        issue_certificate(version=case.round.version, provider=third.provider, offering=application.offering, area_findings=[], matter=None,
                          facts=certificate_facts(application, application.seals.get()), valid_from=clock.today() - timedelta(days=9),
                          actor=SYSTEM)
        letters = Letter.everything.count()
    assert tasks.announce_due() == 0
    with within(busan.agency):
        assert stages_of(case, second, third) == [Stage.DECIDED] * 3
        assert Certificate.everything.count() == 1
        assert Letter.everything.count() == letters
        assert batch.again(announcement).announced_at is None
        assert not Errand.everything.filter(arguments__event="application.certified").exists()


@pytest.mark.parametrize("is_refused", [True, False])
def test_a_batch_that_cannot_be_announced_holds_up_nobody_elses(is_refused, busan, daegu, case):
    """Refused by the house, or broken: the next number is taken, which no workflow would do."""
    batch.approved(busan, case)
    with within(busan.agency):
        if is_refused:
            Announcement.everything.update(title="other")
        else:
            f.CertificateFactory(framework=case.round.version.framework, year=clock.today().year, serial=1)
    theirs = batch.decided(daegu)
    batch.approved(daegu, theirs)
    assert tasks.announce_due() == 1
    assert stages_of_in(busan, case) == [Stage.DECIDED]
    assert stages_of_in(daegu, theirs) == [Stage.CERTIFIED]


@pytest.mark.parametrize(("moment", "day", "last"), [
    (datetime(2026, 11, 28, 23, 59, 59, tzinfo=clock.SEOUL), date(2026, 11, 28), date(2029, 11, 27)),
    (datetime(2026, 11, 29, 0, 0, 0, tzinfo=clock.SEOUL), date(2026, 11, 29), date(2029, 11, 28)),
    (datetime(2028, 2, 29, 10, 0, 0, tzinfo=clock.SEOUL), date(2028, 2, 29), date(2031, 2, 28)),
])
def test_a_certificate_begins_on_the_day_of_the_announcement_in_seoul(moment, day, last, busan, case):
    with clock.travel(moment):
        announcement = batch.approved(busan, case, planned_for=moment)
        with within(busan.agency):
            workflow.announce_results(announcement, actor=SYSTEM)
            certificate = Certificate.everything.get()
    assert (certificate.valid_from, certificate.valid_to, certificate.year) == (day, last, day.year)


# ---- the provider learns nothing before

def test_its_people_see_neither_decision_nor_letter_before_and_their_own_after(busan, case):
    second = batch.decided(busan, case.round, unmet=["1.1.1"])
    announcement = batch.approved(busan, case, second)
    with within(busan.agency):
        owner = case.as_(second.owner)
        assert not Decision.objects.visible_to(owner).exists()
        assert not AnnouncementItem.objects.visible_to(owner).exists()
        assert not Announcement.objects.visible_to(owner).exists()
        assert second.fresh().told_stage == Stage.FINAL_EVALUATION
        workflow.announce_results(announcement, actor=SYSTEM)
        assert list(Decision.objects.visible_to(owner)) == [second.decision]
        assert [item.decision for item in AnnouncementItem.objects.visible_to(owner)] == [second.decision]
