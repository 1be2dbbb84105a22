"""E-mail: once, never lost; what nobody saw the end of goes once more under the same Message-ID and is marked."""
import smtplib
import threading
from datetime import timedelta
from email import message_from_bytes, policy

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection

from accounts.actors import Actor
from accounts.models import Agency
from core import clock, outbox
from core.errors import Refused
from core.models import Errand
from core.tenancy import within
from correspondence import workflow
from correspondence.models import Delivery, Notice
from tests.sample.models import Club

SYSTEM = Actor.system("test")
State = Delivery.State


class Killed(BaseException):
    """A worker that dies: no `except Exception` sees it."""


@pytest.fixture
def server(monkeypatch):
    """A mail server that answers each message by the next entry; None accepts it. Keeps what it has accepted."""
    answers = []

    class Server(EmailBackend):
        def open(self):
            if answers and answers[0] == "away":
                answers.pop(0)
                raise ConnectionRefusedError("nobody there")

        def send_messages(self, messages):
            answer = answers.pop(0) if answers else None
            if callable(answer):
                answer()
            elif answer and not isinstance(answer, Killed | smtplib.SMTPServerDisconnected):
                raise answer
            super().send_messages(messages)
            if answer and not callable(answer):
                raise answer

    monkeypatch.setattr("correspondence.mail.get_connection", Server)
    return answers


@pytest.fixture
def delivery(busan, club):
    """A message on its way: its notice is written, its errand waits."""
    with within(busan.agency):
        errand = workflow.notify("club.opened", club, actor=SYSTEM, link=("inbox",), day="오늘")
        outbox.run(busan.agency, errand.pk)
        return Delivery.everything.get()


def ring(place):
    """Ring what waits, as if every lease and wait were over. Returns what a dead worker would leave behind."""
    with within(place.agency):
        Errand.everything.filter(done_at=None).update(leased_until=None)
        for errand_id in Errand.everything.filter(done_at=None).values_list("pk", flat=True):
            try:
                outbox.run(place.agency, errand_id)
            except (Killed, smtplib.SMTPException) as end:
                return end
    return None


def as_it_is(place, delivery):
    with within(place.agency):
        return Delivery.everything.get(pk=delivery.pk)


def waits(place):
    with within(place.agency):
        return Errand.everything.filter(done_at=None).count()


def test_the_message_carries_what_a_recipient_and_a_mail_server_need(busan, club, server):
    Agency.objects.filter(pk=busan.agency.pk).update(email="ask@busan.example", phone="051-000-0000", hours_ko="평일 09:00~18:00")
    busan.agency.refresh_from_db()
    with within(busan.agency):
        outbox.run(busan.agency, workflow.notify("club.party", club, actor=SYSTEM, link=("inbox",)).pk)
        notice = Notice.everything.get(recipient=busan.owner)
    ring(busan)
    message = next(m for m in mail.outbox if m.to == [busan.owner.email])
    parsed = message_from_bytes(message.message().as_bytes(), policy=policy.default)
    assert parsed["Message-ID"] == f"<{notice.public_id}.email@poom.example>"
    assert parsed["Auto-Submitted"] == "auto-generated"
    assert parsed["Reply-To"] == "ask@busan.example"
    assert parsed["From"].addresses[0].display_name == "부산광역시사회서비스원"
    for words in ("오십시오.", "https://poom.example/busan/accounts/inbox/", "부산광역시사회서비스원", "051-000-0000", "평일 09:00~18:00"):
        assert words in parsed.get_content()


def test_a_link_that_stands_in_the_text_is_not_said_twice(busan, delivery, server):
    ring(busan)
    assert mail.outbox[0].body.count("https://poom.example/busan/accounts/inbox/") == 1


@pytest.mark.parametrize("name", [
    "햇살\r\nBcc: thief@evil.example", "햇살\nSubject: x\n\nbody", "햇살%0aBcc: thief@evil.example", "햇살\x0bBcc: a@b.example",
    "햇살\u2028Bcc: a@b.example",
    "{{7*7}}", "{0.__class__}", "%(agency)s",
])
def test_a_hostile_name_stays_in_one_header(busan, club, server, name):
    with within(busan.agency):
        Club.everything.filter(pk=club.pk).update(name=name)
        workflow.notify("club.opened", club, actor=SYSTEM, link=("inbox",), day="오늘")
        outbox.run(busan.agency, Errand.everything.get().pk)
        assert len(Notice.everything.get().title.splitlines()) == 1
    ring(busan)
    parsed = message_from_bytes(mail.outbox[0].message().as_bytes(), policy=policy.default)
    assert sorted(parsed.keys()) == sorted(["Content-Type", "MIME-Version", "Content-Transfer-Encoding", "Subject", "From", "To", "Date",
                                            "Message-ID", "Auto-Submitted"])
    assert parsed["To"] == busan.owner.email
    assert parsed["Subject"].strip().startswith(name[:2])
    assert mail.outbox[0].recipients() == [busan.owner.email]


def test_a_hostile_agency_name_stays_in_one_header(busan, delivery, server):
    Agency.objects.filter(pk=busan.agency.pk).update(name_ko="부산\r\nBcc: thief@evil.example")
    busan.agency.refresh_from_db()
    ring(busan)
    assert mail.outbox[0].message()["Bcc"] is None
    assert as_it_is(busan, delivery).state == State.SENT


def test_sent_once_and_said_so(busan, delivery, server):
    ring(busan)
    ring(busan)
    now = as_it_is(busan, delivery)
    assert (now.state, now.attempts, now.error) == (State.SENT, 1, "")
    assert now.sent_at
    assert len(mail.outbox) == 1
    assert waits(busan) == 0


def test_an_errand_overtaken_before_it_began_says_nothing(busan, delivery, server, monkeypatch):
    taken = outbox.lease

    def overtaken(errand_id):
        errand = taken(errand_id)
        Errand.everything.filter(pk=errand_id).update(token=errand.token + 1)
        return errand

    monkeypatch.setattr(outbox, "lease", overtaken)
    with within(busan.agency), pytest.raises(outbox.Superseded):
        outbox.run(busan.agency, Errand.everything.get(done_at=None).pk)
    assert as_it_is(busan, delivery).state == State.WAITING
    assert mail.outbox == []


@pytest.mark.parametrize("end", [Killed(), smtplib.SMTPServerDisconnected("after the 250?")])
def test_killed_after_the_server_took_it_goes_once_more_and_is_marked(busan, delivery, server, end):
    server.append(end)
    assert ring(busan) is end
    assert as_it_is(busan, delivery).state == State.SENDING
    ring(busan)
    now = as_it_is(busan, delivery)
    assert (now.state, now.attempts, now.unknown_ends) == (State.UNCERTAIN, 2, 1)
    assert now.sent_at
    assert [m.extra_headers["Message-ID"] for m in mail.outbox] == [delivery.message_id] * 2
    ring(busan)
    assert len(mail.outbox) == 2


def test_killed_twice_it_is_not_tried_a_third_time(busan, delivery, server):
    server += [Killed(), Killed()]
    ring(busan)
    ring(busan)
    ring(busan)
    now = as_it_is(busan, delivery)
    assert (now.state, now.sent_at) == (State.UNCERTAIN, None)
    assert len(mail.outbox) == 2
    assert waits(busan) == 0


def test_the_attempt_is_seen_by_others_before_the_server_is_spoken_to(transactional_db, busan, delivery, server):
    seen = []

    def look():
        with within(busan.agency):
            seen.append(Delivery.everything.get(pk=delivery.pk).state)
        connection.close()

    def ask_somebody_else():
        other = threading.Thread(target=look)
        other.start()
        other.join()

    server.append(ask_somebody_else)
    with within(busan.agency):
        errand_id = Errand.everything.get(done_at=None).pk
    outbox.run(busan.agency, errand_id)
    assert seen == [State.SENDING]
    assert as_it_is(busan, delivery).state == State.SENT


REFUSED_FOR_NOW = [
    "away",
    smtplib.SMTPRecipientsRefused({"owner@provider.busan.example": (450, b"busy")}),
    smtplib.SMTPDataError(451, b"later"),
    smtplib.SMTPSenderRefused(550, b"who are you?", "poom@localhost"),
]


@pytest.mark.parametrize("answer", REFUSED_FOR_NOW, ids=["away", "recipient", "text", "sender"])
def test_not_accepted_for_now_is_tried_again_and_no_doubt_remains(busan, delivery, server, answer):
    server.append(answer)
    ring(busan)
    now = as_it_is(busan, delivery)
    assert (now.state, mail.outbox, waits(busan)) == (State.WAITING, [], 1)
    assert now.error
    ring(busan)
    now = as_it_is(busan, delivery)
    assert (now.state, now.attempts, now.unknown_ends, now.error) == (State.SENT, 2, 0, "")
    assert len(mail.outbox) == 1


def test_the_next_try_waits_its_minutes(busan, delivery, server):
    server.append("away")
    ring(busan)
    with within(busan.agency):
        errand = Errand.everything.get(done_at=None)
        assert errand.leased_until - errand.asked_at == pytest.approx(timedelta(minutes=1), abs=timedelta(seconds=5))
        assert not outbox.run(busan.agency, errand.pk)
        assert outbox.forgotten(timedelta()).count() == 0


@pytest.mark.parametrize("answer", [
    smtplib.SMTPRecipientsRefused({"owner@provider.busan.example": (550, b"no such person")}),
    smtplib.SMTPDataError(554, b"refused"),
    ValueError("an address that cannot be written"),
])
def test_refused_for_good_is_said_and_not_tried_again(busan, delivery, server, answer):
    server.append(answer)
    ring(busan)
    now = as_it_is(busan, delivery)
    assert (now.state, waits(busan)) == (State.FAILED, 0)
    assert now.error


def test_after_two_days_it_has_failed(busan, delivery, server):
    with within(busan.agency):
        Delivery.everything.update(asked_at=clock.real_now() - timedelta(hours=49))
    server.append("away")
    ring(busan)
    assert (as_it_is(busan, delivery).state, waits(busan)) == (State.FAILED, 0)


def test_staff_send_again_what_failed_but_not_what_was_sent(busan, delivery, server, at):
    server.append(smtplib.SMTPDataError(554, b"refused"))
    ring(busan)
    with at(busan.auditor, busan) as auditor, pytest.raises(PermissionDenied):
        workflow.send_again(delivery, actor=auditor)
    with at(busan.officer, busan) as officer:
        workflow.send_again(delivery, actor=officer)
    ring(busan)
    assert as_it_is(busan, delivery).state == State.SENT
    assert [m.extra_headers["Message-ID"] for m in mail.outbox] == [delivery.message_id]
    with at(busan.officer, busan) as officer, pytest.raises(Refused):
        workflow.send_again(delivery, actor=officer)


def test_a_delivery_is_seen_by_staff_who_read_cases_and_by_its_recipient(busan, daegu, delivery, at):
    sees = {"officer": 1, "auditor": 1, "admin": 1, "owner": 1, "trainer": 0, "observer": 0, "assessor": 0, "neighbour": 0}
    for name, count in sees.items():
        with at(getattr(busan, name), busan) as actor:
            assert Delivery.objects.visible_to(actor).count() == count, name
    with at(daegu.officer, daegu) as actor:
        assert not Delivery.objects.visible_to(actor)
