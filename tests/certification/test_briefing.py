"""Briefings: set up, changed, called off; registered for, given back, moved up, reminded of, erased."""
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from icalendar import Calendar

from accounts.actors import Actor
from accounts.models import Agency
from certification import queries, tasks, workflow
from certification.models import Briefing, BriefingPlace
from certification.workflow.briefing_place import reminder_due_at
from core import clock
from core.errors import Refused
from core.models import AuditLabel
from core.tenancy import within
from correspondence.mail import NotAccepted
from tests import factories as f
from tests.certification.briefing_messages import deliver, kinds, link_in
from tests.certification.test_round import OTHERS
from tests.files import hwpx, upload

pytestmark = pytest.mark.usefixtures("english")
CITIZEN = Actor.public()


@pytest.fixture
def briefing(busan):
    with within(busan.agency):
        return f.BriefingFactory(seats=1)


def facts_of(briefing, **other):
    names = ("name_ko", "name_en", "starts_at", "ends_at", "place_ko", "place_en", "link", "seats", "register_until")
    return {name: getattr(briefing, name) for name in names} | other


def who(email, **other):
    return {"name": "CNRY-guest", "organisation": "햇살센터", "phone": "0510000000", "email": email} | other


def register(briefing, email, *, at=None, language="ko", actor=CITIZEN):
    return workflow.register_for_briefing(briefing, who(email), language=language, actor=actor, arrived_at=at or clock.now())


def again(row):
    return row.__class__.everything.get(pk=row.pk)


# ---- set up

@pytest.mark.parametrize("name", OTHERS)
def test_others_keep_no_briefing(name, busan, at, briefing):
    with at(name and getattr(busan, name), busan) as actor:
        place = f.BriefingPlaceFactory(briefing=briefing)
        for write in (lambda: workflow.add_briefing(briefing.round, facts_of(briefing), actor=actor),
                      lambda: workflow.change_briefing(briefing, facts_of(briefing), reason="x", actor=actor),
                      lambda: workflow.call_off_briefing(briefing, reason="x", actor=actor),
                      lambda: workflow.remove_briefing(briefing, actor=actor),
                      lambda: workflow.add_material(briefing, upload(hwpx(), "a.hwpx"), actor=actor),
                      lambda: workflow.tell_about_materials(briefing, actor=actor),
                      lambda: workflow.note_came(place, True, actor=actor), lambda: workflow.give_back(place, actor=actor)):
            with pytest.raises(PermissionDenied):
                write()


@pytest.mark.parametrize(("change", "field"), [
    ({"ends_at": timedelta(hours=-1)}, "ends_at"), ({"register_until": timedelta(hours=1)}, "register_until"),
    ({"starts_at": timedelta(days=40), "ends_at": timedelta(days=41)}, "starts_at"), ({"starts_at": timedelta(days=-20)}, "starts_at"),
])
def test_a_briefing_that_does_not_fit_is_refused_beside_its_field(change, field, busan, at, briefing):
    moved = {name: briefing.starts_at + by for name, by in change.items()}
    with at(busan.officer, busan) as actor, pytest.raises(Refused) as refusal:
        workflow.add_briefing(briefing.round, facts_of(briefing, **({"register_until": briefing.starts_at - timedelta(days=30)} | moved)),
                              actor=actor)
    assert refusal.value.field == field


def test_before_the_announcement_it_changes_and_goes_freely(busan, at):
    with at(busan.officer, busan) as actor:
        round = f.RoundFactory(published_at=None)
        added = workflow.add_briefing(round, facts_of(f.BriefingFactory.build(round=round, agency=busan.agency)), actor=actor)
        assert workflow.change_briefing(added, facts_of(added, seats=2), actor=actor).changed_at is None
        workflow.remove_briefing(added, actor=actor)
        assert not Briefing.everything.filter(round=round).exists()


def test_afterwards_only_with_a_reason_and_never_with_fewer_seats_and_whoever_registered_is_told(busan, at, briefing):
    with at(busan.officer, busan) as actor:
        seated, waiting = register(briefing, "a@guest.example"), register(briefing, "b@guest.example")
        with pytest.raises(Refused, match="write the reason"):
            workflow.change_briefing(briefing, facts_of(briefing, place_ko="구청"), actor=actor)
        with pytest.raises(Refused, match="only be more seats"):
            workflow.change_briefing(again(briefing), facts_of(briefing, seats=0), reason="작은 강당", actor=actor)
        with pytest.raises(Refused, match="Call it off"):
            workflow.remove_briefing(briefing, actor=actor)
        changed = workflow.change_briefing(briefing, facts_of(briefing, place_ko="구청", seats=2), reason="강당 공사", actor=actor)
        assert (changed.sequence, changed.change_reason) == (1, "강당 공사")
        assert kinds(seated) == ["registered", "changed"] and kinds(waiting) == ["registered", "changed", "moved_up"]
        workflow.change_briefing(changed, facts_of(changed, seats=3), reason="더 큰 강당", actor=actor)
        assert kinds(seated) == ["registered", "changed"]           # more seats are nobody's news


def test_called_off_it_takes_nobody_and_everybody_is_told_why(busan, at, briefing):
    with at(busan.officer, busan) as actor:
        place = register(briefing, "a@guest.example", language="en")
        deliver(place)
        with pytest.raises(Refused, match="write the reason"):
            workflow.call_off_briefing(briefing, reason=" ", actor=actor)
        workflow.call_off_briefing(briefing, reason="태풍", actor=actor)
        message, = deliver(place)
        assert message.subject == "Called off: Briefing" and "태풍" in message.body
        assert "STATUS:CANCELLED" in message.attachments[0].content
        for write in (lambda: register(briefing, "c@guest.example"),
                      lambda: workflow.change_briefing(briefing, facts_of(briefing), reason="x", actor=actor)):
            with pytest.raises(Refused):
                write()


# ---- registered

def test_the_first_have_seats_the_others_wait_in_the_order_of_their_arrival(busan, briefing):
    with within(busan.agency):
        now = clock.now()
        first = register(briefing, "A@guest.example", at=now)
        third, second = (register(briefing, f"{n}@guest.example", at=now + timedelta(seconds=n)) for n in (3, 2))
        assert first.seated_at and not second.seated_at and not third.seated_at
        assert first.email == "a@guest.example"
        assert (queries.waiting_before(second), queries.waiting_before(third)) == (0, 1)
        assert not queries.has_seats_left(briefing)
        workflow.give_back(first, actor=CITIZEN.system("link"))
        assert again(second).seated_at and not again(third).seated_at
        assert kinds(second) == ["registered", "moved_up"] and kinds(first) == ["registered", "cancelled"]


def test_the_same_address_twice_is_one_registration_and_only_the_message_says_so(busan, briefing):
    with within(busan.agency):
        first = register(briefing, "a@guest.example")
        assert register(briefing, "A@Guest.example").pk == first.pk
        assert BriefingPlace.everything.count() == 1
        assert kinds() == ["registered", "again"]
        message = deliver(first)[1]
        assert "이미 신청되어 있습니다" in message.body


def test_who_gave_back_may_register_again_at_the_end(busan, briefing):
    with within(busan.agency):
        first, second = register(briefing, "a@guest.example"), register(briefing, "b@guest.example")
        for _ in range(2):                                          # the link pressed twice
            workflow.give_back(again(first), actor=CITIZEN.system("link"))
        back = register(briefing, "a@guest.example")
        assert back.pk != first.pk and not back.seated_at and again(second).seated_at
        assert kinds(first) == ["registered", "cancelled"]


def test_in_time_is_who_arrived_in_time(busan, briefing):
    with within(busan.agency):
        with pytest.raises(Refused, match="is over"):
            register(briefing, "a@guest.example", at=briefing.register_until)
        assert register(briefing, "a@guest.example", at=briefing.register_until - timedelta(seconds=1))


def test_for_a_draft_nobody_registers(busan):
    with within(busan.agency):
        briefing = f.BriefingFactory(round__published_at=None)
        with pytest.raises(PermissionDenied):
            register(briefing, "a@guest.example")


def test_after_it_began_no_seat_is_given_back_or_given_away(busan, briefing):
    with within(busan.agency):
        seated, waiting = register(briefing, "a@guest.example"), register(briefing, "b@guest.example")
        with clock.travel(briefing.starts_at + timedelta(minutes=1)), pytest.raises(Refused, match="has begun"):
            workflow.give_back(seated, actor=CITIZEN.system("link"))
        assert not again(waiting).seated_at


def test_registrations_are_read_by_those_who_read_cases_and_named_in_no_audit_trail(busan, at, briefing):
    with within(busan.agency):
        place = register(briefing, "a@guest.example")
    for name in ("officer", "manager", "director", "auditor"):
        with at(getattr(busan, name), busan) as actor:
            assert list(queries.places_of(actor, briefing)) == [place]
    for name in ("trainer", "observer", "owner", "assessor", None):
        with at(name and getattr(busan, name), busan) as actor:
            assert not queries.places_of(actor, briefing).exists()
    with within(busan.agency):
        assert not AuditLabel.everything.filter(subject_label__contains="CNRY-guest").exists()
        assert not AuditLabel.everything.filter(subject_label__contains="guest.example").exists()


# ---- messages

def test_the_confirmation_brings_a_calendar_file_and_a_link_to_cancel(busan, briefing, client):
    with within(busan.agency):
        place = register(briefing, "a@guest.example", language="en")
    message, = deliver(place)
    assert message.to == ["a@guest.example"] and message.subject == "Your seat: Briefing"
    name, content, kind = message.attachments[0]
    event = Calendar.from_ical(content).walk("VEVENT")[0]
    assert (name, kind) == ("briefing.ics", "text/calendar") and event.decoded("dtstart") == briefing.starts_at.replace(microsecond=0)
    page = client.get(link_in(message))
    assert page.status_code == 200 and "CNRY-guest" not in page.content.decode()
    assert client.post(link_in(message)).status_code == 302
    assert "취소되었습니다" in client.get(link_in(message)).content.decode()
    with within(busan.agency):
        assert again(place).cancelled_at


def test_who_waits_is_told_their_place_and_gets_no_calendar_file_and_no_address_of_the_meeting(busan, briefing):
    with within(busan.agency):
        Briefing.everything.filter(pk=briefing.pk).update(link="https://meet.example/1")
        seated, waiting = register(briefing, "a@guest.example"), register(briefing, "b@guest.example", language="en")
    first, second = deliver(seated)
    assert "https://meet.example/1" in first.body and "https://meet.example/1" not in second.body
    assert "number 1 on the waiting list" in second.body and second.attachments == []
    assert waiting.seated_at is None


def test_a_message_that_is_no_longer_true_is_not_sent(busan, briefing):
    with within(busan.agency):
        place = register(briefing, "a@guest.example")
        workflow.give_back(place, actor=CITIZEN.system("link"))
    assert [message.subject for message in deliver(place)] == ["참가 신청이 취소되었습니다: 사업설명회"]


def test_an_address_that_the_mail_server_refuses_for_good_is_shown_to_staff(busan, briefing, monkeypatch):
    with within(busan.agency):
        place = register(briefing, "nowhere@guest.example")
    def refused(message):
        raise NotAccepted(OSError("550 no such user"), for_good=True)
    monkeypatch.setattr("certification.tasks.briefing.hand_over", refused)
    deliver(place)
    with within(busan.agency):
        assert "550 no such user" in again(place).mail_error


# ---- the day before, the day, afterwards

def test_each_seat_is_reminded_once_the_day_before_and_nobody_else(busan, briefing):
    with within(busan.agency):
        seated, _waiting = register(briefing, "a@guest.example"), register(briefing, "b@guest.example")
    due = reminder_due_at(briefing)
    for moment, reminded in ((due - timedelta(minutes=1), 0), (due + timedelta(minutes=5), 1), (due + timedelta(hours=3), 0),
                             (briefing.starts_at + timedelta(minutes=1), 0)):
        with clock.travel(moment):
            assert tasks.remind_of_briefings() == reminded
    with within(busan.agency):
        assert kinds().count("reminder") == 1 and kinds(seated)[-1] == "reminder"


def test_who_registers_after_the_reminders_went_out_is_not_reminded(busan, briefing):
    with within(busan.agency), clock.travel(reminder_due_at(briefing) + timedelta(minutes=30)):
        Briefing.everything.filter(pk=briefing.pk).update(register_until=briefing.starts_at)
        register(again(briefing), "a@guest.example")
    with clock.travel(reminder_due_at(briefing) + timedelta(hours=1)):
        assert tasks.remind_of_briefings() == 0


def test_who_came_is_noted_on_the_day_and_taken_back_the_same_way(busan, at, briefing):
    with at(busan.officer, busan) as actor:
        place = register(briefing, "a@guest.example")
        with pytest.raises(Refused, match="from the day of the briefing on"):
            workflow.note_came(place, True, actor=actor)
        with clock.travel(briefing.starts_at):
            assert workflow.note_came(place, True, actor=actor).came_at
            assert workflow.note_came(place, False, actor=actor).came_at is None
        gone = f.BriefingPlaceFactory(briefing=briefing, cancelled_at=clock.now())
        with clock.travel(briefing.starts_at), pytest.raises(Refused, match="given back"):
            workflow.note_came(gone, True, actor=actor)


def test_whoever_registered_is_told_of_the_materials_and_again_only_of_new_ones(busan, at, briefing):
    with at(busan.officer, busan) as actor:
        place = register(briefing, "a@guest.example", language="en")
        deliver(place)
        with pytest.raises(Refused, match="no material"):
            workflow.tell_about_materials(briefing, actor=actor)
        workflow.add_material(briefing, upload(hwpx(), "자료.hwpx"), actor=actor)
        assert workflow.tell_about_materials(briefing, actor=actor) == 1
        message, = deliver(place)
        assert f"/busan/rounds/{briefing.round.public_id}/#briefings" in message.body
        with pytest.raises(Refused, match="no material"):
            workflow.tell_about_materials(briefing, actor=actor)


def test_six_months_later_what_was_typed_is_gone_and_the_count_stays(busan, briefing):
    with within(busan.agency):
        register(briefing, "a@guest.example", actor=Actor.of(busan.owner))
        other = f.BriefingPlaceFactory(briefing=f.BriefingFactory(starts_at=briefing.starts_at + timedelta(days=12)))
    with clock.travel(briefing.ends_at + timedelta(days=170)):
        assert tasks.erase_briefing_places() == 0
    with clock.travel(briefing.ends_at + timedelta(days=186)):
        assert tasks.erase_briefing_places() == 1
        assert tasks.erase_briefing_places() == 0
    with within(busan.agency):
        place = BriefingPlace.everything.get(briefing=briefing)
        assert (place.name, place.organisation, place.phone, place.email, place.user) == ("", "", "", "", None)
        assert place.erased_at and again(other).email
    assert Agency.objects.filter(pk=busan.agency.pk).exists()
