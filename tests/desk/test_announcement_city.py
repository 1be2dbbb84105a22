"""The city agrees to an announcement before the director approves it; what changed since the draft; places; past minutes."""
from datetime import timedelta

import pytest

from accounts.models import Agency
from core import clock
from core.models import AccessEntry, Errand
from core.tenancy import within
from evaluations import workflow
from evaluations.workflow.announcement import digest_of
from panels.models import Approval
from tests import factories as f
from tests.desk.test_announcement import LIST, at, case, english, seen, stage  # noqa: F401
from tests.evaluations import batch
from tests.evaluations.test_announcement import SYSTEM, refused

pytestmark = pytest.mark.django_db
SOON = timedelta(days=1)


@pytest.fixture
def with_city(busan):
    with within(busan.agency):
        Agency.objects.filter(pk=busan.agency.pk).update(city_assents=True)
        busan.agency.refresh_from_db()
        agency = Agency.objects.get(pk=busan.agency.pk)
        agency.save(update_fields=["city_assents"])
    return busan


def soon(place, *paths):
    return batch.drafted(place, *paths, planned_for=clock.now() + SOON)


def changed(path, announcement, *paths, title="CNRY-busan-other", planned_for=None):
    with within(path.application.agency):
        workflow.change_announcement(announcement, [one.decision for one in paths], title=title,
                                     planned_for=planned_for or announcement.planned_for, actor=path.officer)


# ---- the city

def test_the_city_sees_an_announcement_only_while_it_waits_for_its_assent_or_is_out(with_city, case, sit_down, words_of):  # noqa: F811
    announcement, client = soon(with_city, case), sit_down(with_city.observer)
    assert client.get(at(announcement)).status_code == 404
    assert "CNRY-busan-announcement" not in words_of(client.get(f"{LIST}?lang=en"))
    batch.released(with_city, case, announcement)
    page = client.get(at(announcement))
    assert (case.provider.name in words_of(page), "/admin/cases/" in page.content.decode()) == (True, False)
    assert "CNRY-busan-announcement" in words_of(client.get(f"{LIST}?lang=en"))
    assert "CNRY-busan-announcement" in words_of(client.get("/busan/admin/?lang=en"))
    with within(with_city.agency):
        assert AccessEntry.everything.filter(user_id=with_city.observer.pk, work="announcement.read").exists()
        workflow.send_back_announcement(announcement, "이유", actor=case.as_(with_city.director))
    assert client.get(at(announcement)).status_code == 404


def test_where_the_agency_does_not_ask_the_city_it_sees_nothing_before(busan, case, sit_down):  # noqa: F811
    announcement, client = soon(busan, case), sit_down(busan.observer)
    batch.released(busan, case, announcement)
    assert client.get(at(announcement)).status_code == 404
    sent = {"seen": seen(busan, announcement), "has_read": "on", "reason": "x"}
    assert {client.post(at(announcement, step), sent).status_code for step in ("assent", "send-back")} == {404}
    assert stage(busan, announcement) == Approval.Stage.RELEASED


def test_the_city_agrees_and_then_the_director_approves(with_city, case, sit_down, words_of):  # noqa: F811
    announcement = soon(with_city, case)
    batch.released(with_city, case, announcement)
    with within(with_city.agency):
        refused(lambda: workflow.approve_announcement(announcement, digest_of(announcement), actor=case.as_(with_city.director)),
                "The city has to agree first")
    assert "Waits for the city" in words_of(sit_down(with_city.director).get(at(announcement)))
    assert f"{announcement.public_id}/approve/" not in sit_down(with_city.director).get(at(announcement)).content.decode()
    city, sent = sit_down(with_city.observer), {"seen": seen(with_city, announcement), "has_read": "on"}
    assert "required" in words_of(city.post(at(announcement, "assent"), {"seen": sent["seen"]}))
    assert "Waits for the director" in words_of(city.post(at(announcement, "assent"), sent, follow=True))
    page = sit_down(with_city.director).post(at(announcement, "approve"), sent, follow=True)
    assert "It will be announced at" in words_of(page)
    with within(with_city.agency):
        told = Errand.everything.filter(task="correspondence.tasks.announce", arguments__event="approval.waits")
        assert told.count() == 3                    # the manager, the city, the director


def test_the_city_sends_it_back_with_a_reason(with_city, case, sit_down, words_of):  # noqa: F811
    announcement = soon(with_city, case)
    batch.released(with_city, case, announcement)
    client = sit_down(with_city.observer)
    client.post(at(announcement, "send-back"), {"reason": ""})
    assert stage(with_city, announcement) == Approval.Stage.RELEASED
    client.post(at(announcement, "send-back"), {"reason": "시장 표창 대상과 맞추어 주십시오."})
    assert stage(with_city, announcement) == Approval.Stage.SENT_BACK
    assert "시장 표창" in words_of(sit_down(with_city.officer).get(at(announcement)))


# ---- what changed since the draft

def test_the_approver_reads_what_changed_since_the_draft(busan, case, sit_down, words_of):  # noqa: F811
    second = batch.decided(busan, case.round, unmet=["1.1.1"])
    announcement = soon(busan, case, second)
    assert "Changed since the first draft" not in words_of(sit_down(busan.director).get(at(announcement)))
    changed(case, announcement, second, title="CNRY-busan-results", planned_for=announcement.planned_for + SOON)
    page = words_of(sit_down(busan.director).get(at(announcement)))
    number = case.application.number
    for sentence in ("Title: “CNRY-busan-announcement” became “CNRY-busan-results”.", "Minute of the announcement: ",
                     f"Taken out: {number} ", f"Place in the list: {second.application.number} {second.provider.name}, 2 became 1."):
        assert sentence in page
    changed(case, announcement, case, second, title="CNRY-busan-announcement", planned_for=announcement.planned_for)
    page = words_of(sit_down(busan.director).get(at(announcement)))
    assert "It says again what the first draft said." in page
    assert f"Added: {number} " in page                              # draft by draft


def test_a_case_that_was_decided_anew_is_told_as_taken_out(busan, case):  # noqa: F811
    second = batch.decided(busan, case.round)
    announcement = soon(busan, case, second)
    with within(busan.agency):
        workflow.reopen_stage(case.application, reason="x", actor=case.as_(busan.manager))
        drafts = list(announcement.drafts.all())
        assert [len(one.content["cases"]) for one in drafts] == [2, 1]
        assert drafts[-1].digest == digest_of(announcement)


# ---- places, minutes

@pytest.mark.parametrize(("quota", "told"), [(None, None), (1, "1 places. Certified before: 1, in this announcement: 1, together 2")])
def test_places_are_told_and_decide_nothing(quota, told, busan, sit_down, words_of):
    with within(busan.agency):
        round = f.RoundFactory(version=f.published_version(), quota=quota)
    case, second = batch.decided(busan, round), batch.decided(busan, round)  # noqa: F811
    third = batch.decided(busan, round, unmet=["1.1.1"])
    with within(busan.agency):
        workflow.announce_results(batch.approved(busan, case), actor=SYSTEM)
    announcement = soon(busan, second, third)
    client = sit_down(busan.officer)
    for address in (at(announcement), at(announcement, "change")):
        page = words_of(client.get(address))
        assert (told in page) if told else ("places. Certified" not in page)
    batch.released(busan, case, announcement)
    with within(busan.agency):
        assert workflow.approve_announcement(announcement, digest_of(announcement), actor=case.as_(busan.director))


def test_a_past_minute_is_a_sentence_in_the_form_and_keeps_what_was_typed(busan, case, sit_down, words_of):  # noqa: F811
    address = f"{LIST}rounds/{case.round.public_id}/new/?lang=en"
    typed = {"title": "CNRY-busan-late", "planned_for": "2026-01-05T10:00", f"place_{case.decision.public_id}": "1"}
    page = sit_down(busan.officer).post(address, typed)
    assert "This minute has passed" in words_of(page)
    assert "CNRY-busan-late" in page.content.decode()
    announcement = soon(busan, case)
    with within(busan.agency):
        with clock.travel(clock.now() + SOON - timedelta(seconds=30)):
            changed(case, announcement, case, planned_for=announcement.planned_for)
        over = clock.now() - timedelta(minutes=2)
        refused(lambda: workflow.change_announcement(announcement, [case.decision], title="x", planned_for=over, actor=case.officer),
                "This minute has passed", "planned_for")


def test_on_another_day_than_the_letters_say_nobody_releases_or_approves(busan, case, sit_down, words_of):  # noqa: F811
    announcement = soon(busan, case)
    later = announcement.planned_for + SOON
    with within(busan.agency), clock.travel(later):
        refused(lambda: workflow.release_announcement(announcement, digest_of(announcement), actor=case.as_(busan.manager)), "is over")
    batch.released(busan, case, announcement)
    with within(busan.agency), clock.travel(later):
        refused(lambda: workflow.approve_announcement(announcement, digest_of(announcement), actor=case.as_(busan.director)), "is over")


def test_in_the_day_but_past_the_minute_the_page_says_that_it_goes_out_at_once(busan, case, sit_down, words_of):  # noqa: F811
    moment = clock.now()
    announcement = batch.drafted(busan, case, planned_for=moment)
    batch.released(busan, case, announcement)
    assert "As soon as it is approved it goes out" in words_of(sit_down(busan.director).get(at(announcement)))
