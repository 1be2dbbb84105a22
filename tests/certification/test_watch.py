"""Notices of changes by e-mail: asked, confirmed, one a day, stopped in one click; nothing to who has not said yes, nothing kept after."""
import re
from datetime import date, timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts import directory, limits
from accounts.actors import Actor
from certification import tasks, workflow
from certification.models import Watch
from certification.queries import register_change, stop_link
from certification.queries.watch import reader_of
from certification.workflow.watch import CONFIRM_WITHIN
from core import clock
from core.errors import Unavailable
from core.models import AuditEvent, AuditLabel, Errand
from core.tenancy import within
from correspondence.mail import NotAccepted
from tests.certification.conftest import WORKER, seoul
from tests.certification.test_register_pages import made

TYPED = {"email": "Reader@CNRY.example", "consents": "on"}
TASKS = ("certification.tasks.send_watch_confirmation", "certification.tasks.send_watch_digest")


@pytest.fixture(autouse=True)
def today(monkeypatch):
    """Tests stand in one transaction that never ends: for them what is written is settled. The bound itself is test_register_change's."""
    monkeypatch.setattr(register_change.OldestRunning, "template", "(pg_current_xact_id()::text::bigint + 1)")
    limits._counters().flushdb()
    with clock.travel(seoul(2026, 10, 14, 9)):
        yield


@pytest.fixture
def certificate(busan):
    return made(busan, "다솜아동발달센터")


def ask(client, certificate, **typed):
    return client.post(f"/busan/register/{certificate.number}/watch/", TYPED | typed)


def deliver(place):
    """Send what waits, each once. Returns the messages that left now."""
    before = len(mail.outbox)
    with within(place.agency):
        for errand in Errand.everything.filter(task__in=TASKS, done_at=None).order_by("pk"):
            getattr(tasks, errand.task.rpartition(".")[2])(**errand.arguments)
            Errand.everything.filter(pk=errand.pk).update(done_at="2026-01-01T00:00Z")
    return mail.outbox[before:]


def link_in(message, end="/watch/"):
    return re.search(r"(/busan/register/watch/[^\s]+/)", message.body).group(1)


def confirmed(client, place, certificate, **typed):
    """Asked for and confirmed. Returns the message that asked."""
    ask(client, certificate, **typed)
    message = deliver(place)[-1]
    client.post(link_in(message))
    return message


def rows(place):
    with within(place.agency):
        return list(Watch.everything.order_by("pk"))


def suspend(place, certificate, day=date(2026, 10, 1)):
    with within(place.agency):
        workflow.suspend(certificate, from_on=day, reason="x", actor=WORKER)
    directory.forget()


def reinstate(place, certificate):
    with within(place.agency):
        workflow.reinstate(certificate, on=clock.today(), reason="x", actor=WORKER)


# ---- asking and confirming

def test_the_address_is_asked_first_and_told_what_happens_after(busan, client, certificate):
    answer = ask(client, certificate)
    assert answer.status_code == 302 and client.get(answer["Location"]).status_code == 200
    message, = deliver(busan)
    assert message.to == ["reader@cnry.example"] and "다솜아동발달센터" in message.body and "List-Unsubscribe" not in message.extra_headers
    page = client.get(link_in(message)).content.decode()
    assert "다솜아동발달센터" in page and rows(busan)[0].confirmed_at is None, "looking is not confirming"
    assert client.post(link_in(message)).status_code == 302 and rows(busan)[0].confirmed_at
    suspend(busan, certificate)
    assert tasks.tell_watchers() == 1
    digest, = deliver(busan)
    assert digest.to == ["reader@cnry.example"] and f"/busan/register/{certificate.number}/" in digest.body
    assert "- 2026. 10. 14.(수): 효력정지" in digest.body and "<" not in digest.body


def test_to_an_address_that_has_not_said_yes_one_message_goes_and_no_other(busan, client, certificate):
    others = [made(busan, f"늘봄{number}") for number in range(3)]
    for one in (certificate, certificate, *others, certificate):
        limits._counters().flushdb()
        ask(client, one)
    suspend(busan, certificate)
    tasks.tell_watchers()
    assert len(deliver(busan)) == 1 and len(rows(busan)) == 4


def test_what_was_not_confirmed_is_not_told_beside_what_was(busan, client, certificate):
    other = made(busan, "늘봄")
    confirmed(client, busan, certificate)
    ask(client, other)
    deliver(busan)
    suspend(busan, certificate)
    suspend(busan, other)
    assert tasks.tell_watchers() == 1
    message, = deliver(busan)
    assert "다솜" in message.body and "늘봄" not in message.body
    with within(busan.agency):
        assert AuditEvent.everything.get(verb="watch.told").facts["count"] == 1


def test_one_confirmation_names_and_confirms_all_that_waits(busan, client, certificate):
    ask(client, certificate)
    ask(client, made(busan, "늘봄"))
    link = link_in(deliver(busan)[0])
    assert "늘봄" in client.get(link).content.decode()
    client.post(link)
    assert all(row.confirmed_at for row in rows(busan))


def test_the_answer_is_the_same_whether_the_address_is_known(busan, client, certificate):
    first = ask(client, certificate)
    client.post(link_in(deliver(busan)[0]))
    again = ask(Client(), certificate)
    assert (first.status_code, first["Location"]) == (again.status_code, again["Location"]) and deliver(busan) == []
    assert client.get(first["Location"]).content == Client().get(again["Location"]).content


def test_after_two_days_the_link_is_over_and_the_address_erased(busan, client, certificate):
    ask(client, certificate)
    link = link_in(deliver(busan)[0])
    with clock.travel(seoul(2026, 10, 16, 9, 1)):
        client.post(link)
        assert rows(busan)[0].confirmed_at is None and tasks.erase_watches() == 1 and rows(busan) == []
        assert client.get(link).status_code == 200
        ask(client, certificate)
        assert len(deliver(busan)) == 1


@pytest.mark.parametrize("typed", [{"email": "nobody"}, {"email": ""}, {"consents": ""}, {"email": "a@b"}])
def test_what_is_wrong_has_its_sentence_and_loses_nothing(typed, busan, client, certificate):
    answer = ask(client, certificate, **typed)
    assert answer.status_code == 200 and 'class="error"' in answer.content.decode() and rows(busan) == []
    assert (TYPED | typed)["email"] in answer.content.decode()


def test_one_place_and_one_address_ask_only_so_often(busan, client, certificate, settings):
    settings.MESSAGE_LIMIT = 2
    assert [ask(client, certificate).status_code for _ in range(3)] == [302, 302, 200]
    settings.WATCH_LIMIT = 3
    assert ask(client, certificate, email="other@cnry.example").status_code == 200


def test_without_the_counters_nothing_is_sent(busan, client, certificate, monkeypatch):
    def away(*_asked):
        raise Unavailable("x")
    monkeypatch.setattr(limits, "reserve", away)
    assert ask(client, certificate).status_code == 200 and rows(busan) == []


@pytest.mark.parametrize("spoil", [lambda token: token[:-2], lambda token: "abc", lambda token: token.replace(":", ".")])
def test_a_link_that_we_did_not_sign_leads_nowhere(spoil, busan, client, certificate):
    link = link_in(confirmed(client, busan, certificate))
    token = link.split("/")[-2]
    for end in ("", "stop/"):
        assert client.post(f"/busan/register/watch/{spoil(token)}/{end}").status_code == 404
    assert client.post(f"{link}stop/").status_code == 404, "the link that confirms does not stop"
    assert len(rows(busan)) == 1


def test_a_link_of_one_agency_is_nothing_at_another(busan, daegu, client, certificate):
    token = link_in(confirmed(client, busan, certificate)).split("/")[-2]
    assert client.get(f"/daegu/register/watch/{token}/").status_code == 404


# ---- one message a day

def test_two_clocks_that_strike_at_once_send_one_message(busan, client, certificate):
    confirmed(client, busan, certificate)
    suspend(busan, certificate)
    assert [tasks.tell_watchers() for _ in range(3)] == [1, 0, 0] and len(deliver(busan)) == 1


def test_a_second_change_on_the_same_day_waits_for_the_next(busan, client, certificate):
    other = made(busan, "늘봄")
    confirmed(client, busan, certificate)
    confirmed(client, busan, other)
    suspend(busan, certificate)
    tasks.tell_watchers()
    suspend(busan, other)
    reinstate(busan, certificate)
    assert tasks.tell_watchers() == 0 and len(deliver(busan)) == 1
    with clock.travel(seoul(2026, 10, 15, 9)):
        assert tasks.tell_watchers() == 1
        message, = deliver(busan)
        assert "늘봄" in message.body and "다솜" in message.body and tasks.tell_watchers() == 0


def test_what_was_told_is_not_told_again_the_next_day(busan, client, certificate):
    confirmed(client, busan, certificate)
    suspend(busan, certificate)
    assert tasks.tell_watchers() == 1
    with clock.travel(seoul(2026, 10, 15, 9)):
        assert tasks.tell_watchers() == 0


def test_after_three_days_of_silence_one_message_tells_all(busan, client, certificate):
    confirmed(client, busan, certificate)
    for day in (15, 16, 17):
        with clock.travel(seoul(2026, 10, day, 10)):
            suspend(busan, certificate, clock.today()) if day != 16 else reinstate(busan, certificate)
    with clock.travel(seoul(2026, 10, 18, 9)):
        assert tasks.tell_watchers() == 1
        message, = deliver(busan)
    assert [message.body.count(f"2026. 10. {day}.") for day in (15, 16, 17)] == [1, 1, 1]


def test_at_night_nothing_is_sent(busan, client, certificate):
    confirmed(client, busan, certificate)
    suspend(busan, certificate)
    with clock.travel(seoul(2026, 10, 15, 7, 59)):
        assert tasks.tell_watchers() == 0


def test_what_happened_before_is_no_news_and_neither_is_what_nobody_watches(busan, client, certificate):
    suspend(busan, certificate)
    confirmed(client, busan, certificate)
    suspend(busan, made(busan, "늘봄"))
    assert tasks.tell_watchers() == 0


def test_looking_for_news_costs_the_same_for_one_watch_and_for_three(busan, client, certificate):
    seen = []
    for number in range(2):
        for more in range(2 * number + 1):
            confirmed(client, busan, certificate, email=f"reader{number}{more}@cnry.example")
            limits._counters().flushdb()
        with CaptureQueriesContext(connection) as asked:
            tasks.tell_watchers()
        seen.append(len(asked))
    assert seen[0] == seen[1]


# ---- stopping

def test_one_click_of_a_mail_program_stops_all_without_a_cookie(busan, client, certificate):
    confirmed(client, busan, certificate)
    confirmed(client, busan, made(busan, "늘봄"))
    suspend(busan, certificate)
    tasks.tell_watchers()
    message, = deliver(busan)
    header = message.extra_headers["List-Unsubscribe"]
    assert message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click" and header.strip("<>") in message.body
    path = header.strip("<>").removeprefix("https://poom.example")
    program = Client(enforce_csrf_checks=True)
    assert program.get(path).status_code == 200 and len(rows(busan)) == 2, "looking stops nothing"
    answer = program.post(path, "List-Unsubscribe=One-Click", content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 200 and rows(busan) == []
    assert program.post(path).status_code == 200 and program.get(path).status_code == 200, "a second time changes nothing"


def test_one_of_several_is_stopped_alone(busan, client, certificate):
    other = made(busan, "늘봄")
    confirmed(client, busan, certificate)
    confirmed(client, busan, other)
    with within(busan.agency):
        path = stop_link(reader_of(TYPED["email"])).removeprefix("https://poom.example")
    page = client.post(path, {"number": certificate.number}).content.decode()
    assert "늘봄" in page and [row.entry_id for row in rows(busan)] != [] and len(rows(busan)) == 1


def test_who_has_stopped_gets_nothing_that_was_asked_for_before(busan, client, certificate):
    confirmed(client, busan, certificate)
    suspend(busan, certificate)
    tasks.tell_watchers()
    with within(busan.agency):
        workflow.stop_watches(reader_of(TYPED["email"]), actor=WORKER)
    assert deliver(busan) == []


def test_an_address_that_the_mail_server_refuses_for_good_is_erased(busan, client, certificate, monkeypatch):
    def refused(_message):
        raise NotAccepted(OSError("no such user"), for_good=True)
    confirmed(client, busan, certificate)
    suspend(busan, certificate)
    tasks.tell_watchers()
    monkeypatch.setattr("certification.tasks.watch.hand_over", refused)
    deliver(busan)
    assert rows(busan) == []


# ---- nothing stays

def test_of_the_address_nothing_stays_in_the_record_or_the_errands(busan, client, certificate):
    confirmed(client, busan, certificate)
    suspend(busan, certificate)
    tasks.tell_watchers()
    with within(busan.agency):
        workflow.stop_watches(reader_of(TYPED["email"]), actor=WORKER)
        kept = [list(model.everything.values()) for model in (AuditEvent, AuditLabel, Errand, Watch)]
    assert "cnry.example" not in repr(kept).lower()


def test_what_watches_a_certificate_that_left_the_list_is_erased(busan, client, certificate):
    confirmed(client, busan, certificate)
    with within(busan.agency):
        workflow.revoke(certificate, on=date(2026, 10, 14), reason="x", actor=WORKER)
    assert tasks.erase_watches() == 0
    with clock.travel(seoul(2027, 4, 15, 9)):
        assert tasks.erase_watches() == 1


@pytest.mark.parametrize("who", ["officer", "manager", "admin", "auditor", "director"])
def test_nobody_of_the_house_sees_who_watches(who, busan, client, certificate):
    confirmed(client, busan, certificate)
    with within(busan.agency):
        assert not Watch.objects.visible_to(Actor.of(getattr(busan, who))).exists()


def test_the_confirmation_waits_no_longer_than_it_says():
    assert timedelta(hours=48) == CONFIRM_WITHIN
