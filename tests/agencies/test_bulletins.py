"""Bulletins: whom they reach, who knows of them and when, who has read them, who is reminded, what a correction does."""
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction
from django.utils import translation

from accounts.actors import Actor
from agencies.models import Bulletin, BulletinDelivery, BulletinEdition, BulletinReminder, Reading
from agencies.queries import bulletin as queries
from agencies.workflow import bulletin as workflow
from agencies.workflow import bulletin_sent as afterwards
from agencies.workflow import reading
from agencies.workflow.addressing import Addressees
from core import clock
from core.errors import Refused
from core.models import AuditEvent
from core.tenancy import within
from correspondence.models import Deadline
from correspondence.tasks import send_rungs
from tests.agencies.networking import WORDS, at_central, confirmed, counted, read, sent, to, told, written
from tests.factories import BodyFactory, SeatFactory

pytestmark = pytest.mark.django_db
ALL_OF_BUSAN = {"officer", "manager", "director", "trainer", "auditor", "admin"}


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def in_sight(place, by="officer"):
    with within(place.agency):
        return list(Bulletin.objects.visible_to(Actor.of(getattr(place, by))))


def readers_of(place):
    with within(place.agency):
        return {one.user.email.split("@")[0] for one in Reading.everything.filter(agency=place.agency).select_related("user")}


# ---- nobody is nobody

def test_a_bulletin_to_nobody_is_refused_and_never_means_all(central, busan, daegu):
    bulletin = written(central)
    counted(busan, daegu, central)
    with pytest.raises(Refused, match="goes to nobody"):
        at_central(central, workflow.send_bulletin, bulletin)
    assert readers_of(busan) == readers_of(daegu) == set() and in_sight(busan) == []


@pytest.mark.parametrize(("half", "field"), [({"agencies": ["busan"]}, "roles"), ({"all_agencies": True}, "roles"),
                                             ({"roles": ["officer"]}, "agencies"), ({"all_staff": True}, "agencies")])
def test_agencies_without_roles_and_roles_without_agencies_are_asked_for_the_other_half(half, field, central, busan):
    chosen = {**half, **({"agencies": [busan.agency]} if "agencies" in half else {})}
    with pytest.raises(Refused) as refused:
        written(central, Addressees(**chosen))
    assert refused.value.field == field


def test_what_would_reach_no_person_is_not_sent(central, busan):
    with within(busan.agency):
        type(busan.trainer).objects.filter(pk=busan.trainer.pk).update(is_active=False)
    bulletin = written(central, to(busan, roles=["trainer"]))
    counted(busan)
    with pytest.raises(Refused, match="reach nobody"):
        at_central(central, workflow.send_bulletin, bulletin)


def test_nothing_is_sent_before_each_agency_has_counted(central, busan, daegu):
    bulletin = written(central, to(busan, daegu))
    counted(busan)
    with pytest.raises(Refused, match="counted at 1 agencies"):
        at_central(central, workflow.send_bulletin, bulletin)


def test_what_has_changed_since_it_was_counted_is_counted_again(central, busan, daegu):
    with within(central.agency):
        body = BodyFactory()
        seat = SeatFactory(body=body, user=busan.manager)
    bulletin = written(central, Addressees(bodies=[body]))
    counted(busan)
    with within(central.agency):
        type(seat).everything.filter(pk=seat.pk).update(user=daegu.manager)
    with pytest.raises(Refused, match="Count again"):
        at_central(central, workflow.send_bulletin, bulletin)
    at_central(central, workflow.count_again, bulletin)
    counted(daegu)
    at_central(central, workflow.send_bulletin, bulletin)
    counted(busan, daegu)
    assert (readers_of(busan), readers_of(daegu)) == (set(), {"manager"})


# ---- whom it reaches

def test_the_writer_sees_how_many_persons_at_which_agencies_before_sending(central, busan, daegu):
    bulletin = written(central, to(busan, daegu))
    counted(busan, daegu)
    with within(central.agency):
        reach = queries.reach_of(Actor.of(central.officer), bulletin)
    assert {one.delivery.addressed: one.delivery.persons for one in reach} == {busan.agency: 2, daegu.agency: 2}


def test_roles_are_asked_at_the_chosen_agencies_alone(central, busan, daegu):
    sent(central, busan)
    counted(daegu)
    assert readers_of(busan) == {"officer", "director"} and readers_of(daegu) == set()


def test_all_agencies_is_a_choice_of_its_own_and_leaves_out_central(central, busan, daegu):
    sent(central, busan, daegu, central, to=Addressees(all_agencies=True, all_staff=True))
    assert readers_of(busan) == readers_of(daegu) == ALL_OF_BUSAN and readers_of(central) == set()


def test_centrals_own_staff_may_be_addressed(central, busan):
    bulletin = sent(central, busan, central)
    assert readers_of(central) == {"officer", "director"}
    assert in_sight(central, "trainer") == [] and in_sight(central, "director") == [bulletin]
    assert read(central, bulletin).read_edition == 1


def test_a_closed_agency_is_not_addressed(central, busan, daegu):
    type(daegu.agency).objects.filter(pk=daegu.agency.pk).update(closed_on=clock.today())
    sent(central, busan, daegu, to=Addressees(all_agencies=True, roles=["officer"]))
    assert readers_of(busan) == {"officer"} and readers_of(daegu) == set()


def test_members_of_a_body_get_it_where_they_work_and_those_meant_twice_once(central, busan, daegu):
    with within(central.agency):
        body = BodyFactory()
        for user, until in ((busan.director, None), (busan.manager, None), (daegu.director, clock.today() - timedelta(days=1)),
                            (busan.employee, None)):
            SeatFactory(body=body, user=user, to_on=until)
    bulletin = sent(central, busan, daegu, to=to(busan, roles=["director"], bodies=[body]))
    assert readers_of(busan) == {"director", "manager"} and readers_of(daegu) == set()
    with within(central.agency):
        assert Reading.everything.filter(bulletin=bulletin).count() == 2


# ---- who knows of it

def test_a_draft_is_in_nobodys_sight_at_another_agency_nor_in_its_database(central, busan):
    bulletin = written(central, to(busan))
    counted(busan)
    assert in_sight(busan) == [] and in_sight(busan, "director") == []
    with within(busan.agency):
        assert not Bulletin.everything.exists()
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM agencies_bulletin")
            assert cursor.fetchone() == (0,)
        delivery = BulletinDelivery.everything.get()
        assert not BulletinDelivery.objects.visible_to(Actor.of(busan.director)).exists()
        assert bulletin.title_ko not in str(vars(delivery))
    assert told(busan) == set()


def test_sent_it_is_read_by_those_who_are_addressed_and_by_nobody_else(central, busan, daegu):
    bulletin = sent(central, busan)
    assert in_sight(busan) == in_sight(busan, "director") == [bulletin]
    assert in_sight(busan, "manager") == in_sight(busan, "owner") == in_sight(daegu) == []
    with within(busan.agency):
        assert not Bulletin.objects.visible_to(Actor.public()).exists()


def test_a_reading_is_seen_by_its_person_and_by_central(central, busan):
    bulletin = sent(central, busan)
    with within(busan.agency):
        assert [one.user for one in Reading.objects.visible_to(Actor.of(busan.officer))] == [busan.officer]
        assert not Reading.objects.visible_to(Actor.of(busan.auditor)).exists()
    with within(central.agency):
        assert Reading.objects.visible_to(Actor.of(central.auditor)).filter(bulletin=bulletin).count() == 2
        assert not Reading.objects.visible_to(Actor.of(central.trainer)).exists()


def test_readers_are_told_once_however_often_the_job_runs(central, busan, work_off):
    sent(central, busan)
    assert counted(busan) == 0
    work_off(busan)
    assert told(busan) == {("bulletin.sent", busan.officer.email), ("bulletin.sent", busan.director.email)}


# ---- who has read it

def test_central_sees_how_many_have_read_and_who_has_not(central, busan, daegu):
    bulletin = sent(central, busan, daegu)
    read(busan, bulletin)
    with within(central.agency):
        reach = {one.delivery.addressed: one for one in queries.reach_of(Actor.of(central.officer), bulletin)}
        kept = queries.kept_bulletins(Actor.of(central.officer)).get()
    one = reach[busan.agency]
    assert (one.done, len(one.readings), [left.name for left in one.left]) == (1, 2, ["CNRY-busan-director"])
    assert reach[daegu.agency].done == 0 and (kept.persons, kept.left, kept.done) == (4, 3, 1)


def test_where_it_is_asked_for_reading_is_not_yet_confirming(central, busan):
    bulletin = sent(central, busan, confirm_by=clock.today() + timedelta(days=10))
    read(busan, bulletin)
    with within(busan.agency):
        assert queries.readings_left(Actor.of(busan.officer)).count() == 1
    mine = confirmed(busan, bulletin)
    assert (mine.read_edition, mine.confirmed_edition) == (1, 1) and confirmed(busan, bulletin).confirmed_at == mine.confirmed_at
    with within(busan.agency):
        assert queries.readings_left(Actor.of(busan.officer)).count() == 0
        assert AuditEvent.everything.filter(verb="bulletin.confirmed").count() == 1


def test_only_who_is_addressed_confirms_and_only_what_asks_for_it(central, busan):
    bulletin = sent(central, busan)
    with pytest.raises(Refused, match="asks for no confirmation"):
        confirmed(busan, bulletin)
    with within(central.agency), pytest.raises(PermissionDenied):
        reading.confirm_bulletin(bulletin, seen=1, actor=Actor.of(central.officer))


def test_the_day_to_confirm_by_is_reminded_of_until_the_last_has_confirmed(central, busan, work_off):
    bulletin = sent(central, busan, confirm_by=clock.today() + timedelta(days=10))
    confirmed(busan, bulletin)
    with clock.travel(clock.now() + timedelta(days=9)):
        send_rungs()
        work_off(busan)
        assert ("deadline.near", busan.director.email) in told(busan) and ("deadline.near", busan.officer.email) not in told(busan)
        confirmed(busan, bulletin, by="director")
        with within(busan.agency):
            assert Deadline.everything.get().closed_at is not None


# ---- reminding

def test_reminded_is_who_has_not_read_never_who_has(central, busan, daegu, work_off):
    bulletin = sent(central, busan, daegu)
    read(busan, bulletin)
    read(daegu, bulletin)
    read(daegu, bulletin, by="director")
    made = at_central(central, afterwards.remind_readers, bulletin)
    assert [one.addressed for one in made] == [busan.agency]
    counted(busan, daegu)
    work_off(busan)
    assert {whom for event, whom in told(busan) if event == "bulletin.reminded"} == {busan.director.email}
    assert counted(busan) == 0


def test_who_reads_it_before_the_reminder_goes_out_is_left_in_peace(central, busan, work_off):
    bulletin = sent(central, busan)
    at_central(central, afterwards.remind_readers, bulletin)
    read(busan, bulletin)
    counted(busan)
    work_off(busan)
    assert {whom for event, whom in told(busan) if event == "bulletin.reminded"} == {busan.director.email}


def test_nobody_left_or_reminded_today_already_is_refused(central, busan):
    bulletin = sent(central, busan)
    read(busan, bulletin)
    at_central(central, afterwards.remind_readers, bulletin)
    with pytest.raises(Refused, match="today already"):
        at_central(central, afterwards.remind_readers, bulletin)
    read(busan, bulletin, by="director")
    with clock.travel(clock.now() + timedelta(days=1)), pytest.raises(Refused, match="Nobody is left"):
        at_central(central, afterwards.remind_readers, bulletin)
    with within(central.agency):
        assert BulletinReminder.everything.count() == 1


# ---- correcting and withdrawing

def test_a_correction_says_what_changed_is_read_anew_and_keeps_what_was_sent(central, busan, work_off):
    bulletin = sent(central, busan)
    read(busan, bulletin)
    words = {**WORDS, "text_ko": "1월 말까지 제출하여 주십시오."}
    said = {"base_version": bulletin.version, "change_ko": "기한을 바로잡습니다.", "change_en": ""}
    with pytest.raises(Refused, match="what has changed"):
        at_central(central, afterwards.correct_bulletin, bulletin, **{**said, "change_ko": " "}, **words)
    with pytest.raises(Refused, match="Nothing differs"):
        at_central(central, afterwards.correct_bulletin, bulletin, **said, **WORDS)
    newer = at_central(central, afterwards.correct_bulletin, bulletin, **said, **words)
    with pytest.raises(Refused, match="Somebody else"):
        at_central(central, afterwards.correct_bulletin, newer, **said, **{**words, "title_ko": "다른 제목"})
    counted(busan)
    work_off(busan)
    assert ("bulletin.corrected", busan.officer.email) in told(busan)
    with within(busan.agency):
        assert queries.readings_left(Actor.of(busan.officer)).count() == 1
        texts = list(BulletinEdition.everything.order_by("number").values_list("number", "text_ko", "change_ko"))
    assert texts == [(1, WORDS["text_ko"], ""), (2, words["text_ko"], "기한을 바로잡습니다.")]
    assert read(busan, bulletin).read_edition == 2


def test_who_confirms_what_was_corrected_meanwhile_is_told(central, busan):
    day = clock.today() + timedelta(days=10)
    bulletin = sent(central, busan, confirm_by=day)
    at_central(central, afterwards.correct_bulletin, bulletin, base_version=1, change_ko="제목", change_en="",
               **{**WORDS, "confirm_by": day, "title_ko": "새 제목"})
    with pytest.raises(Refused, match="corrected meanwhile"):
        confirmed(busan, bulletin, seen=1)
    assert confirmed(busan, bulletin, seen=2).confirmed_edition == 2


def test_an_edition_that_was_sent_stays_as_it_was(central, busan):
    sent(central, busan)
    with within(central.agency), pytest.raises(DatabaseError, match="append-only|permission denied"), transaction.atomic():
        BulletinEdition.everything.update(text_ko="x")


def test_withdrawn_it_says_why_and_nobody_is_asked_any_more(central, busan, work_off):
    bulletin = sent(central, busan, confirm_by=clock.today() + timedelta(days=10))
    with pytest.raises(Refused, match="why"):
        at_central(central, afterwards.withdraw_bulletin, bulletin, reason=" ")
    at_central(central, afterwards.withdraw_bulletin, bulletin, reason="행사가 취소되었습니다.")
    assert counted(busan) == 1 and counted(busan) == 0
    work_off(busan)
    assert ("bulletin.withdrawn", busan.officer.email) in told(busan)
    with within(busan.agency):
        assert queries.readings_left(Actor.of(busan.officer)).count() == 0 and Deadline.everything.get().closed_at is not None
    with pytest.raises(Refused, match="withdrawn"):
        confirmed(busan, bulletin)
    for work, more in ((afterwards.remind_readers, {}), (afterwards.withdraw_bulletin, {"reason": "x"}),
                       (afterwards.correct_bulletin, {"base_version": 1, "change_ko": "x", "change_en": "", **WORDS})):
        with pytest.raises(Refused, match="stands as sent"):
            at_central(central, work, bulletin, **more)
