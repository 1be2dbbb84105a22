"""Announcing results at the desk: the list, the draft, and what each role may press."""
import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from core import clock
from core.models import AccessEntry
from core.signing import make_keys
from core.tenancy import within
from correspondence.models import Letter
from correspondence.workflow import put_on_paper
from evaluations import tasks
from evaluations.models import Announcement, AnnouncementItem
from evaluations.workflow.announcement import KIND, SUBJECT, digest_of
from panels.models import Approval
from panels.queries import approval_of
from tests import factories as f
from tests.evaluations import batch

pytestmark = pytest.mark.django_db
LIST = "/busan/admin/announcements/"
READERS = ["officer", "manager", "director", "auditor"]
OTHERS = ["trainer", "admin", "employee", "consultant", "assessor", "committee", "owner"]


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def case(busan):
    return batch.decided(busan)


def at(announcement, *parts):
    return f"{LIST}{announcement.public_id}/" + "".join(f"{part}/" for part in parts) + "?lang=en"


def came_from(address):
    return {"referer": f"http://testserver{address}"}


def stage(place, announcement):
    with within(place.agency):
        return approval_of(SUBJECT, announcement.public_id, KIND).stage


def seen(place, announcement):
    with within(place.agency):
        return digest_of(batch.again(announcement))


# ---- who

@pytest.mark.parametrize("who", READERS)
def test_those_who_read_cases_see_the_announcement_and_it_is_noted(who, busan, case, sit_down, words_of):
    announcement = batch.drafted(busan, case)
    client = sit_down(getattr(busan, who))
    assert "CNRY-busan-announcement" in words_of(client.get(f"{LIST}?lang=en"))
    page = words_of(client.get(at(announcement)))
    assert case.provider.name in page
    assert "Waits for the manager" in page
    with within(busan.agency):
        assert AccessEntry.everything.get().work == "announcement.read"


@pytest.mark.parametrize("who", OTHERS)
def test_nobody_else_opens_them(who, busan, case, sit_down):
    announcement = batch.drafted(busan, case)
    client = sit_down(getattr(busan, who))
    assert client.get(LIST).status_code == client.get(at(announcement)).status_code == 403


def test_another_agencys_announcement_is_unknown(busan, daegu, case, sit_down):
    announcement = batch.drafted(busan, case)
    client = sit_down(daegu.director)
    for unknown in (announcement.public_id, uuid.uuid4()):
        assert client.get(f"/daegu/admin/announcements/{unknown}/").status_code == 404
        assert client.post(f"/daegu/admin/announcements/{unknown}/approve/", {"seen": "x", "has_read": "on"}).status_code == 404


@pytest.mark.parametrize(("who", "may"), [
    ("officer", {"change"}), ("manager", {"change", "release", "send-back"}), ("director", {"approve", "send-back"}), ("auditor", set())])
def test_each_role_has_its_buttons_and_no_other_posts(who, may, busan, case, sit_down):
    announcement = batch.drafted(busan, case)
    client = sit_down(getattr(busan, who))
    shown = client.get(at(announcement)).content.decode()
    batch.released(busan, case, announcement)
    shown += client.get(at(announcement)).content.decode()
    steps = ("change", "release", "approve", "send-back")
    assert {step for step in steps if f"{announcement.public_id}/{step}/" in shown} == may
    for step in set(steps) - may:
        assert client.post(at(announcement, step), {"seen": seen(busan, announcement), "has_read": "on", "reason": "x"}).status_code == 403


def test_pages_ask_as_often_for_three_rows_as_for_one(busan, case, sit_down):
    announcement = batch.drafted(busan, case)
    second, third = (batch.decided(busan, case.round, unmet=["1.1.1"]) for _ in range(2))
    client = sit_down(busan.officer)

    def asked(address):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len([one for one in queries if not one["sql"].startswith(("SAVEPOINT", "RELEASE", "SELECT set_config"))])

    def filled_with(*paths):
        with within(busan.agency):
            AnnouncementItem.everything.filter(announcement=announcement).delete()
            for position, path in enumerate(paths, 1):
                AnnouncementItem.everything.create(announcement=announcement, decision=path.decision, position=position)

    asked(LIST)
    filled_with(second)
    one = asked(at(announcement)), asked(LIST)
    filled_with(second, third, case)
    with within(busan.agency):
        for _ in range(2):
            other = Announcement.everything.create(round=case.round, title="x", planned_for=clock.now(), drafted_at=clock.now())
            f.ApprovalFactory(subject=other.public_id, drafted_by=busan.officer)
    three = asked(at(announcement)), asked(LIST)
    assert three[0] <= one[0] + 1                       # an award in it: its framework's years
    assert three[1] <= one[1]                           # no round waits any more


# ---- drafting and changing

def test_the_officer_drafts_the_batch_in_the_order_of_the_places(busan, case, sit_down, words_of):
    second, third = batch.decided(busan, case.round, "second"), batch.decided(busan, case.round, "third", unmet=["1.1.1"])
    client = sit_down(busan.officer)
    assert "3 cases" in words_of(client.get(f"{LIST}?lang=en"))
    address = f"{LIST}rounds/{case.round.public_id}/new/?lang=en"
    assert second.provider.name in words_of(client.get(address))
    sent = {"title": "CNRY-busan-results", "planned_for": "2026-12-24T10:00", f"place_{case.decision.public_id}": "2",
            f"place_{second.decision.public_id}": "1", f"place_{third.decision.public_id}": ""}
    page = client.post(address, sent | {f"place_{third.decision.public_id}": "2"})
    assert "This place is taken by another case." in words_of(page)
    assert "It is drafted" in words_of(client.post(address, sent, follow=True))
    with within(busan.agency):
        announcement = Announcement.everything.get()
        assert clock.seoul(announcement.planned_for).isoformat() == "2026-12-24T10:00:00+09:00"
        items = AnnouncementItem.everything.filter(announcement=announcement).order_by("position")
        assert [one.decision for one in items] == [second.decision, case.decision]
    assert "1 case" in words_of(client.get(f"{LIST}?lang=en"))


def test_a_batch_of_nothing_is_a_sentence_in_the_form_and_keeps_what_was_typed(busan, case, sit_down, words_of):
    page = sit_down(busan.officer).post(f"{LIST}rounds/{case.round.public_id}/new/?lang=en", {
        "title": "CNRY-busan-results", "planned_for": "2026-12-24T10:00"})
    assert "Choose at least one decision." in words_of(page)
    assert 'value="CNRY-busan-results"' in page.content.decode()


def test_a_change_keeps_its_order_and_begins_again(busan, case, sit_down, words_of):
    second = batch.decided(busan, case.round, "second")
    announcement = batch.drafted(busan, second, case)
    batch.released(busan, case, announcement)
    client = sit_down(busan.officer)
    page = client.get(at(announcement, "change")).content.decode()
    assert f'name="place_{second.decision.public_id}" value="1"' in page
    assert f'name="place_{case.decision.public_id}" value="2"' in page
    page = client.post(at(announcement, "change"), {"title": "CNRY-busan-other", "planned_for": "2026-12-24T10:00",
                                                    f"place_{case.decision.public_id}": "1"}, follow=True)
    assert "begins again as a draft" in words_of(page)
    assert "It was changed since CNRY-busan-manager released it" in words_of(page)
    assert stage(busan, announcement) == Approval.Stage.DRAFTED


def test_another_agencys_round_is_announced_by_nobody_here(busan, daegu, sit_down):
    """Its published rounds may be read everywhere."""
    with within(daegu.agency):
        theirs = f.RoundFactory()
    assert sit_down(busan.officer).get(f"{LIST}rounds/{theirs.public_id}/new/").status_code == 404


# ---- what is approved

def test_the_page_shows_grounds_and_the_letter_as_it_will_go(busan, case, sit_down, words_of):
    second = batch.decided(busan, case.round, "second", unmet=["1.1.2"])
    announcement = batch.drafted(busan, case, second)
    page = sit_down(busan.director).get(at(announcement))
    assert words_of(page).count(batch.UNMET) == 2               # among the grounds, and in the letter
    assert page.content.decode().count('<div class="letter" lang="ko">') == 2


def test_manager_and_director_each_press_once(busan, case, sit_down, words_of):
    announcement = batch.drafted(busan, case, planned_for=clock.now() + timedelta(days=1))
    page = sit_down(busan.manager).post(at(announcement, "release"), {"seen": seen(busan, announcement)}, follow=True)
    assert "Waits for the director" in words_of(page)
    client = sit_down(busan.director)
    page = client.post(at(announcement, "approve"), {"seen": seen(busan, announcement)})
    assert "required" in words_of(page)
    assert stage(busan, announcement) == Approval.Stage.RELEASED
    page = client.post(at(announcement, "approve"), {"seen": seen(busan, announcement), "has_read": "on"}, follow=True)
    assert "It will be announced at" in words_of(page)
    assert stage(busan, announcement) == Approval.Stage.APPROVED
    assert "Take back with a reason" in words_of(page)
    assert f"{announcement.public_id}/send-back/" not in sit_down(busan.manager).get(at(announcement)).content.decode()
    page = sit_down(busan.director).post(at(announcement, "send-back"), {"reason": "CNRY-busan-why"}, follow=True)
    assert "Waits for the officer" in words_of(page)


def test_the_digest_of_the_page_is_what_is_signed(busan, case, sit_down, words_of):
    announcement = batch.drafted(busan, case)
    batch.released(busan, case, announcement)
    client = sit_down(busan.director)
    assert f'value="{seen(busan, announcement)}"' in client.get(at(announcement)).content.decode()
    page = client.post(at(announcement, "approve"), {"seen": "0" * 64, "has_read": "on"}, follow=True, headers=came_from(at(announcement)))
    assert "changed since this page was opened" in words_of(page)
    assert stage(busan, announcement) == Approval.Stage.RELEASED


def test_who_drafted_it_does_not_approve_it_under_another_account(busan, case, sit_down, words_of):
    with within(busan.agency):
        second = f.MembershipFactory(role="director", user__person=busan.officer.person, user__email="second@busan.example").user
    announcement = batch.drafted(busan, case)
    batch.released(busan, case, announcement)
    page = sit_down(second).post(at(announcement, "approve"), {"seen": seen(busan, announcement), "has_read": "on"}, follow=True,
                                 headers=came_from(at(announcement)))
    assert "Somebody else has to approve it." in words_of(page)
    assert stage(busan, announcement) == Approval.Stage.RELEASED


def test_what_differs_from_the_draft_is_said_and_cannot_be_released(busan, case, sit_down, words_of):
    announcement = batch.drafted(busan, case)
    with within(busan.agency):
        Announcement.everything.filter(pk=announcement.pk).update(title="CNRY-busan-tampered")
    client = sit_down(busan.manager)
    assert "Its content differs from what was drafted" in words_of(client.get(at(announcement)))
    page = client.post(at(announcement, "release"), {"seen": seen(busan, announcement)}, follow=True, headers=came_from(at(announcement)))
    assert "changed since it was drafted" in words_of(page)


def test_sent_back_it_says_why_and_waits_for_the_officer(busan, case, sit_down, words_of):
    announcement = batch.drafted(busan, case)
    batch.released(busan, case, announcement)
    client = sit_down(busan.director)
    client.post(at(announcement, "send-back"), {"reason": "  "})
    assert stage(busan, announcement) == Approval.Stage.RELEASED
    page = words_of(client.post(at(announcement, "send-back"), {"reason": "CNRY-busan-why"}, follow=True))
    assert "CNRY-busan-why" in page
    assert "Waits for the officer" in page


# ---- after the minute

def test_once_it_is_out_the_page_has_letters_and_certificates(busan, case, sit_down, words_of, settings, tmp_path):
    settings.SIGNING_DIR = str(tmp_path)
    make_keys(["busan"])
    announcement, client = batch.approved(busan, case), sit_down(busan.officer)
    with within(busan.agency):
        item = AnnouncementItem.everything.get(announcement=announcement)
    letter = f"{LIST}letters/{item.public_id}.pdf"
    assert client.get(letter).status_code == 404
    assert tasks.announce_due() == 1
    page = client.get(at(announcement))
    assert words_of(page).count("being made") == 2
    assert "/portal/certificates/" in page.content.decode()
    with within(busan.agency):
        put_on_paper(Letter.everything.get(), actor=case.as_(busan.officer))
    assert letter in client.get(at(announcement)).content.decode()
    assert b"".join(client.get(letter).streaming_content).startswith(b"%PDF")


def test_what_is_held_up_says_why_and_the_director_may_take_it_back(busan, case, sit_down, words_of):
    announcement = batch.approved(busan, case)
    with within(busan.agency):
        given = f.CertificateFactory(offering=case.application.offering, valid_from=clock.today() - timedelta(days=9))
    page = words_of(sit_down(busan.officer).get(at(announcement)))
    assert "It cannot go out like this" in page and given.number_shown in page
    assert tasks.announce_due() == 0
    page = words_of(sit_down(busan.director).get(at(announcement)))
    assert "It could not go out" in page and given.number_shown in page and "Take back with a reason" in page
    with within(busan.agency):
        address = f"/busan/admin/cases/{case.application.public_id}/?lang=en"
    assert "Take the announcement back" in words_of(sit_down(busan.officer).get(address))


def test_what_cannot_be_announced_says_that_it_is_late(busan, case, sit_down, words_of):
    announcement = batch.approved(busan, case, planned_for=clock.now() - timedelta(minutes=5))
    assert "has not gone out" in words_of(sit_down(busan.officer).get(at(announcement)))
