"""Who told it: seen by the officer in charge and a manager named, with a reason that is logged; nowhere else; erased after a time."""
import importlib
import json
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.conf import settings
from django.core import mail
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import connection
from django.urls import reverse

from accounts.actors import Actor
from aftercare import tasks, workflow
from aftercare.models import Complaint, ComplaintFile, ComplaintIdentity
from core import clock
from core.addresses import addressed
from core.files import path_of
from core.models import AccessEntry, AuditEvent, Errand
from core.tenancy import within
from correspondence.mail import NotAccepted
from tests import factories as f
from tests import files
from tests.aftercare.complaining import (
    CONTACT,
    FILE,
    FOLLOW,
    NAME,
    body_of,
    in_hand,
    named,
    only,
    sent,
    told,
    words_of,
)
from tests.aftercare.conftest import seoul
from tests.architecture.routes import AGENCY, blanks, guard_for

pytestmark = pytest.mark.usefixtures("fresh_counters", "that_day")
CANARIES = (NAME, CONTACT, FILE.removesuffix(".pdf"))
WHERE = {"aftercare_complaintidentity", "aftercare_complaintfile"}


@pytest.fixture
def one(busan, certified, client):
    return told(busan, client, certified, files=[files.upload(files.pdf(), FILE)], **named())


def address(one, rest=""):
    return f"/busan/admin/complaints/{one.row.public_id}/{rest}?lang=en"


def look(client, one, reason="답변을 드리기 위해"):
    return client.post(address(one, "reporter/"), {"reason": reason})


# ---- who looks

def test_the_officer_in_charge_looks_with_a_reason_and_the_look_is_logged(busan, one, client):
    in_hand(busan, one.row, manager=busan.manager)
    for who in (busan.officer, busan.manager):
        client.force_login(who)
        for reason in ("", "  ", "abc"):
            assert NAME not in words_of(look(client, one, reason))
        assert "이름 또는 연락처가" in words_of(client.post(address(one, "reporter/").split("?")[0], {"reason": f"{NAME} 님께 회신"}))
        page = words_of(look(client, one))
        assert NAME in page and CONTACT in page and FILE in page
    with within(busan.agency):
        looks = AccessEntry.everything.filter(work="complaint.reporter")
        assert sorted(looks.values_list("user_id", "reason")) == sorted(
            (who.pk, "답변을 드리기 위해") for who in (busan.officer, busan.manager))
        assert AuditEvent.everything.filter(verb="complaint.reporter_looked_at").count() == 2


@pytest.mark.parametrize("who", ["officer", "manager", "director", "auditor", "admin", "owner"])
def test_before_it_is_in_somebodys_hands_nobody_looks(who, busan, one, client):
    client.force_login(getattr(busan, who))
    answer = look(client, one)
    assert answer.status_code == 403 and NAME not in answer.content.decode()


def test_a_colleague_who_is_not_named_and_one_who_had_it_before_do_not_look(busan, one, client):
    with within(busan.agency):
        second = f.UserFactory()
        f.MembershipFactory(user=second, role="officer")
    row = in_hand(busan, one.row)
    client.force_login(second)
    assert look(client, one).status_code == 403
    with within(busan.agency):
        workflow.name_handlers_of_complaint(row, officer=second, manager=None, actor=Actor.of(busan.manager))
        assert not ComplaintIdentity.objects.visible_to(Actor.of(busan.officer)).exists()
        assert not ComplaintFile.objects.visible_to(Actor.of(busan.manager)).exists()
    assert NAME in words_of(look(client, one))
    client.force_login(busan.officer)
    assert look(client, one).status_code == 403


def test_a_delegate_of_the_officer_in_charge_does_not_look(busan, one):
    in_hand(busan, one.row)
    with within(busan.agency):
        delegate = Actor(busan.officer, "x", frozenset({"officer"}), acting_for=busan.manager)
        assert not ComplaintIdentity.objects.visible_to(delegate).exists()
        assert ComplaintIdentity.objects.visible_to(Actor.of(busan.officer)).exists()


def test_a_file_of_the_reporter_is_taken_with_a_reason_and_logged(busan, one, client):
    with within(busan.agency):
        file = ComplaintFile.everything.get()
    to = f"/busan/admin/complaints/files/{file.public_id}/"
    client.force_login(busan.officer)
    assert client.post(to, {"reason": "확인이 필요함"}).status_code == 404
    in_hand(busan, one.row)
    assert client.get(to).status_code == 405 and client.post(to, {"reason": ""}).status_code == 302
    served = client.post(to, {"reason": "확인이 필요함"})
    assert "PDF" in body_of(served) and "attachment" in served["Content-Disposition"]
    with within(busan.agency):
        looks = AccessEntry.everything.filter(work="complaint.reporter_file")
        assert list(looks.values_list("kind", "reason")) == [("download", "확인이 필요함")]
    client.force_login(busan.manager)
    assert client.post(to, {"reason": "확인이 필요함"}).status_code == 404


# ---- the wall

def rows_with(words):
    """The tables in which one of these stands, looked through as they are kept."""
    found = set()
    for model in apps.get_models():
        with connection.cursor() as cursor:
            cursor.execute("SELECT has_table_privilege(%s, 'SELECT')", [model._meta.db_table])
            if not cursor.fetchone()[0]:
                continue                            # nobody writes there: Django's own log
            cursor.execute(f'SELECT coalesce(string_agg(t::text, E\'\\n\'), \'\') FROM "{model._meta.db_table}" t')
            kept = cursor.fetchone()[0]
        if any(word in kept or word in json.dumps(kept) for word in words):
            found.add(model._meta.db_table)
    return found


def everything_happens(place, one):
    """Asked, answered, prolonged, visited, answered by the provider, added to, answered, closed."""
    row = in_hand(place, one.row, manager=place.manager)
    with within(place.agency):
        officer, owner = Actor.of(place.officer), Actor.of(place.owner)
        workflow.ask_reporter(row, text="언제였습니까?", actor=officer)
        workflow.add_to_complaint(row, text="화요일입니다.", uploads=[], actor=Actor.public(), arrived_at=clock.now())
        inquiry = workflow.ask_provider(row, question="기록이 있습니까?", actor=officer)
        workflow.answer_inquiry(inquiry, answer="있습니다.", uploads=[], actor=owner, arrived_at=clock.now())
        workflow.extend_complaint(row, reason="확인 중", actor=officer)
        workflow.demand_visit_for_complaint(row, opens_on=clock.today(), due_on=clock.today(), reason="확인", announced=True, actor=officer)
        workflow.answer_complaint(row, outcome="founded", answer="확인되었습니다.", actor=officer)
        workflow.close_complaint(row, actor=officer)


def test_the_name_stands_in_no_table_but_its_own_whatever_happens(busan, one, client, work_off):
    client.force_login(busan.officer)
    look(client, one)
    everything_happens(busan, one)
    look(client, one)
    work_off(busan)
    with within(busan.agency):
        assert rows_with(CANARIES) == WHERE
        assert rows_with(["언제였습니까?"]) == {"aftercare_complaintword"}              # the search finds what is there
    told_reporter = [message for message in mail.outbox if message.to == [CONTACT]]
    assert len(told_reporter) == 3 and "/tell/follow/" in told_reporter[0].body
    for message in mail.outbox:
        assert not any(word in message.subject + message.body for word in (*CANARIES, "큰 소리로"))
        assert message in told_reporter or CONTACT not in str(message.message())
    assert all("다솜" not in message.subject + message.body and busan.provider.name not in message.body for message in told_reporter)


def test_no_page_that_opens_by_its_address_shows_the_name(busan, one, client):
    """Every page of the agency without a blank, and those of this complaint, for everybody of the cast."""
    everything_happens(busan, one)
    plain = [name for name, pattern in AGENCY if not blanks(pattern) and guard_for(name, pattern) and not name.startswith("admin:sample")]
    wanted = [name for name in plain if name.startswith(("desk_", "portal", "tell", "register", "admin:", "inbox", "home", "snapshot"))]
    with addressed(busan.agency.prefix, settings.AGENCY_URLCONF):
        places = [reverse(name) for name in wanted]
    places += [address(one), f"/busan/register/{one.row.certificate.number}/",
               f"/busan/admin/certificates/{one.row.certificate.public_id}/",
               f"/busan/admin/providers/{busan.provider.public_id}/"]
    assert len(places) > 40
    for who in (None, busan.officer, busan.auditor, busan.owner):
        client.logout()
        if who:
            client.force_login(who)
        for place in places:
            body = body_of(client.get(place))
            assert not any(word in body for word in CANARIES), (who, place)
    client.force_login(busan.officer)
    assert NAME in words_of(look(client, one))                                                  # the search would find it


def test_whoever_is_signed_in_while_telling_is_nobody_all_the_same(busan, certified, client):
    client.force_login(busan.colleague)
    sent(client, certified)
    code = words_of(client.get(FOLLOW)) and None
    assert code is None
    with within(busan.agency):
        assert not AuditEvent.everything.filter(actor_id=busan.colleague.pk).exists()
        assert not AccessEntry.everything.filter(user_id=busan.colleague.pk).exists()
        for model in (Complaint, ComplaintIdentity, ComplaintFile):
            assert str(busan.colleague) not in str(list(model.everything.values()))
        assert Errand.everything.filter(arguments__asked_by=busan.colleague.pk).count() == 0


def test_a_mail_server_that_says_no_names_nobody_in_stuck_work(busan, one, monkeypatch):
    row = in_hand(busan, one.row)

    def refuse(message):
        raise NotAccepted(RuntimeError(f"450 {CONTACT} later"))
    monkeypatch.setattr("aftercare.tasks.complaint.hand_over", refuse)
    with within(busan.agency), pytest.raises(NotAccepted) as refusal:
        tasks.write_to_reporter(complaint_id=row.pk)
    assert CONTACT not in str(refusal.value) and refusal.value.__cause__ is None and refusal.value.__suppress_context__


@pytest.mark.parametrize("contact", ["", "010-1234-5678"])
def test_without_an_address_nothing_is_sent(contact, busan, certified, client):
    sent(client, certified, **named(contact=contact))
    with within(busan.agency):
        tasks.write_to_reporter(complaint_id=only(busan).pk)
    assert not mail.outbox


def test_no_command_and_no_snapshot_exports_it(busan, one, capsys):
    call_command("check_register")
    call_command("verify_audit")
    said = capsys.readouterr()
    assert not any(word in said.out + said.err for word in CANARIES)


# ---- forgotten

def test_half_a_year_after_the_closing_nobody_can_find_out_who_told_it(busan, one, client, work_off):
    everything_happens(busan, one)
    with within(busan.agency):
        path = path_of(ComplaintFile.everything.select_related("file").get().file)
    with clock.travel(seoul(2027, 4, 14, 23, 59)):
        assert tasks.forget_reporters() == 0
    with clock.travel(seoul(2027, 4, 15, 0, 1)):
        assert tasks.forget_reporters() == 1
        work_off(busan)
        assert tasks.forget_reporters() == 0
        with within(busan.agency):
            assert not rows_with(CANARIES) and not default_storage.exists(path)
        client.force_login(busan.officer)
        page = words_of(look(client, one))
        assert "Erased on" in page and "Download" not in page


def test_bytes_that_cannot_be_deleted_at_once_are_deleted_later(busan, one, work_off, monkeypatch):
    everything_happens(busan, one)
    with within(busan.agency):
        path = path_of(ComplaintFile.everything.select_related("file").get().file)
    work_off(busan)
    with clock.travel(seoul(2027, 4, 15, 0, 1)):
        with monkeypatch.context() as stopped:
            stopped.setattr(default_storage, "delete", lambda _path: fail("the storage does not answer"))
            assert tasks.forget_reporters() == 1
            with pytest.raises(OSError, match="does not answer"):
                work_off(busan)
        assert default_storage.exists(path)
        with within(busan.agency):
            Errand.everything.filter(done_at=None).update(leased_until=None)
        work_off(busan)
        assert not default_storage.exists(path)


def fail(words):
    raise OSError(words)


@pytest.mark.parametrize(("place", "name"), [("complaint_desk", "held"), ("complaint_reporter", "lock")])
def test_one_that_fails_holds_up_nobody_elses(place, name, busan, one, certified, client, monkeypatch):
    everything_happens(busan, one)
    sent(client, certified, words="다른 날의 다른 일입니다.", **named())
    with within(busan.agency):
        other = Complaint.everything.exclude(pk=one.row.pk).get()
        everything_happens(busan, SimpleNamespace(row=other))
        Complaint.everything.filter(pk=one.row.pk).update(stage="answered" if name == "held" else "closed")
    bad = {one.row.pk, *ids_of(busan, ComplaintIdentity, complaint=one.row)}
    module = importlib.import_module(f"aftercare.workflow.{place}")
    usual = getattr(module, name)
    monkeypatch.setattr(module, name, lambda row, *more: fail("this one") if row.pk in bad else usual(row, *more))
    with clock.travel(seoul(2027, 4, 15, 0, 1)):
        assert tasks.forget_reporters() == 1
    with within(busan.agency):
        assert ComplaintIdentity.everything.get(erased_at__isnull=False).complaint == other


def ids_of(place, model, **which):
    with within(place.agency):
        return list(model.everything.filter(**which).values_list("pk", flat=True))


def test_what_was_answered_and_nobody_closed_is_closed_after_a_month(busan, one, at):
    in_hand(busan, one.row)
    with at(busan.officer, busan) as actor:
        workflow.answer_complaint(one.row, outcome="founded", answer="a", actor=actor)
    with clock.travel(seoul(2026, 11, 10, 9)), within(busan.agency):
        workflow.add_to_complaint(one.row, text="더 있습니다.", uploads=[], actor=Actor.public(), arrived_at=clock.now())
    with clock.travel(seoul(2026, 11, 20, 9)):
        tasks.forget_reporters()
        assert only(busan).stage == "answered"
    with clock.travel(seoul(2026, 12, 20, 9)):
        tasks.forget_reporters()
        assert only(busan).stage == "closed"
