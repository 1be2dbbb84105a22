"""Bodies of the network: founded by Central, places by office, holders named by each agency, seats that follow."""
from collections import Counter
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from accounts.actors import Actor
from accounts.models import Membership
from agencies.models import Council, MeetingWord, Naming, Place
from agencies.queries import council as queries
from agencies.workflow import council as workflow
from agencies.workflow import naming as naming_flow
from core import clock
from core.errors import Refused
from core.tenancy import within
from correspondence.models import Notice
from panels.models import Body, Meeting, Seat
from panels.queries import bodies_of, meetings_of, own_seats, seats_on
from tests.agencies.councils import FACTS, called, follow, founded, name, place_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def holders(place, made):
    with within(place.agency):
        return {one.user for one in seats_on(made.body, clock.today())}


def test_central_founds_agencies_name_and_seats_follow(busan, daegu, central):
    made = founded(central, busan, daegu)
    assert holders(central, made) == {busan.director, daegu.director}
    with within(central.agency):
        assert {one.sent_by_id for one in made.body.seats.all()} == {busan.agency.pk, daegu.agency.pk}


@pytest.mark.parametrize("role", ["director", "auditor", "trainer", "admin"])
def test_not_everybody_at_central_founds_and_nobody_elsewhere(role, busan, central):
    for place, who in ((central, getattr(central, role)), (busan, busan.officer)):
        with within(place.agency), pytest.raises(PermissionDenied):
            workflow.found_council(**FACTS, actor=Actor.of(who))


def test_a_working_level_body_needs_its_field_and_a_name_of_its_own(busan, central):
    with within(central.agency):
        actor = Actor.of(central.officer)
        with pytest.raises(Refused, match="has a field"):
            workflow.found_council(**{**FACTS, "kind": "working"}, actor=actor)
        workflow.found_council(**{**FACTS, "kind": "working", "field_ko": "품질인증"}, actor=actor)
        with pytest.raises(Refused, match="already a body"):
            workflow.found_council(**FACTS, actor=actor)
        with pytest.raises(IntegrityError), transaction.atomic():
            Council.everything.update(field_ko="")


def test_places_are_laid_for_somebody_and_once(busan, daegu, central):
    made = founded(central, busan)
    with within(central.agency):
        actor = Actor.of(central.officer)
        with pytest.raises(Refused, match="at least one"):
            workflow.lay_places(made, [], entitled="named", actor=actor)
        with pytest.raises(Refused, match="have a place already"):
            workflow.lay_places(made, [busan.agency], entitled="named", actor=actor)
        with pytest.raises(PermissionDenied):
            workflow.lay_places(made, [daegu.agency], entitled="named", actor=Actor.of(central.director))
        with pytest.raises(IntegrityError), transaction.atomic():
            Place.everything.create(member=busan.agency, body=made.body, body_ko="x", laid_at=clock.now())


def test_the_agency_is_asked_to_name_somebody(busan, central, work_off):
    with within(central.agency):
        made = workflow.found_council(**FACTS, actor=Actor.of(central.officer))
        workflow.lay_places(made, [busan.agency], entitled="director", actor=Actor.of(central.officer))
    follow(busan, busan)
    work_off(busan)
    with within(busan.agency):
        told = Notice.everything.filter(event="council.place_laid")
        assert {one.recipient for one in told} == {busan.officer, busan.manager} and told.count() == 2


@pytest.mark.parametrize("role", ["director", "auditor", "trainer", "observer"])
def test_only_officers_managers_and_who_administers_name(role, busan, daegu, central):
    made = founded(central, busan, daegu)
    with within(busan.agency):
        own, actor = Naming.everything.get(place__member=busan.agency), Actor.of(getattr(busan, role))
        for work in (lambda: naming_flow.name_holder(own.place, busan.director, from_on=clock.today(), to_on=None, actor=actor),
                     lambda: naming_flow.end_naming(own, to_on=clock.today(), actor=actor)):
            with pytest.raises(PermissionDenied):
                work()
    with within(central.agency):
        place, actor = place_of(busan, made), Actor.of(central.officer)
        with pytest.raises(PermissionDenied):                       # Central lays down, it does not name
            naming_flow.name_holder(place, central.director, from_on=clock.today(), to_on=None, actor=actor)


def test_a_place_has_one_holder_at_a_time(busan, daegu, central):
    made = founded(central, busan, entitled="named")
    tomorrow = clock.today() + timedelta(days=1)
    with pytest.raises(Refused, match="End that term first"):
        name(busan, made, busan.manager, from_on=tomorrow)
    with within(busan.agency):
        first = Naming.everything.get()
        with pytest.raises(IntegrityError), transaction.atomic():
            Naming.everything.create(central=central.agency, place=first.place, user=busan.manager, from_on=tomorrow, named_at=clock.now(),
                                     named_by=busan.officer)
        naming_flow.end_naming(first, to_on=clock.today(), actor=Actor.of(busan.officer))
    name(busan, made, busan.manager, from_on=tomorrow)
    follow(central)
    assert holders(central, made) == {busan.director}
    with within(central.agency):
        assert {one.user for one in seats_on(made.body, tomorrow)} == {busan.manager}


def test_the_directors_place_is_the_directors_and_nobody_without_a_desk_comes(busan, central):
    with within(central.agency):
        made = workflow.found_council(**FACTS, actor=Actor.of(central.officer))
        workflow.lay_places(made, [busan.agency], entitled="director", actor=Actor.of(central.officer))
    with pytest.raises(Refused, match="is not the director"):
        name(busan, made, busan.manager)
    with pytest.raises(Refused, match="does not work at the desk"):
        name(busan, made, busan.assessor)
    with pytest.raises(Refused, match="lies before"):
        name(busan, made, busan.director, to_on=clock.today() - timedelta(days=1))


def test_a_substitute_comes_to_one_meeting_in_the_holders_place(busan, daegu, central):
    made = founded(central, busan, daegu)
    meeting = called(central, made)
    with within(busan.agency):
        own, actor = Naming.everything.get(place__member=busan.agency), Actor.of(busan.officer)
        with pytest.raises(PermissionDenied):
            naming_flow.name_substitute(own, meeting, busan.manager, actor=Actor.of(busan.director))
        with pytest.raises(Refused, match="holds the place already"):
            naming_flow.name_substitute(own, meeting, busan.director, actor=actor)
        row = naming_flow.name_substitute(own, meeting, busan.manager, actor=actor)
        with pytest.raises(Refused, match="Call that off first"):
            naming_flow.name_substitute(own, meeting, busan.trainer, actor=actor)
    follow(central)
    with within(central.agency):
        assert {one.user for one in seats_on(made.body, meeting.day)} == {busan.manager, daegu.director}
    with within(busan.agency):
        assert Meeting.objects.visible_to(Actor.of(busan.manager)).filter(pk=meeting.pk).exists()
        with pytest.raises(PermissionDenied):
            naming_flow.call_off(row, actor=Actor.of(busan.trainer))
        naming_flow.call_off(row, actor=actor)
    follow(central)
    with within(central.agency):
        assert {one.user for one in seats_on(made.body, meeting.day)} == {busan.director, daegu.director}


def told(place, event):
    with within(place.agency):
        return sorted(one.recipient.email for one in Notice.everything.filter(event=event).select_related("recipient"))


def test_who_is_named_after_a_meeting_was_called_hears_of_it_once(busan, daegu, daejeon, central, work_off):
    made = founded(central, busan, daegu)
    meeting = called(central, made)
    follow(busan, daegu, central)
    with within(busan.agency):
        naming_flow.name_substitute(Naming.everything.get(), meeting, busan.manager, actor=Actor.of(busan.officer))
    with within(central.agency):
        workflow.lay_places(made, [daejeon.agency], entitled="director", actor=Actor.of(central.officer))
    name(daejeon, made, daejeon.director)
    for _ in range(2):
        follow(central, busan, daegu, daejeon)
    for place, sent in ((busan, [busan.manager]), (daegu, [daegu.director]), (daejeon, [daejeon.director])):
        work_off(place)
        assert set(told(place, "council.meeting_called")) == {one.email for one in sent}
    with within(central.agency):
        assert Counter(MeetingWord.everything.values_list("member", flat=True)) == {
            busan.agency.pk: 2, daegu.agency.pk: 1, daejeon.agency.pk: 1}


def test_who_is_named_just_before_a_meeting_is_called_is_not_called_twice(busan, daegu, central, work_off):
    made = founded(central, busan)
    with within(central.agency):
        workflow.lay_places(made, [daegu.agency], entitled="director", actor=Actor.of(central.officer))
    name(daegu, made, daegu.director)
    called(central, made)
    for _ in range(2):
        follow(central, daegu)
    work_off(daegu)
    assert told(daegu, "council.meeting_called") == [daegu.director.email]


def test_one_chairs_at_a_time_chosen_by_central(busan, daegu, central):
    made = founded(central, busan, daegu)
    with within(central.agency):
        first, second = Seat.everything.order_by("pk")
        workflow.choose_office(first, "chair", actor=Actor.of(central.officer))
        with pytest.raises(Refused, match="has a chair"):
            workflow.choose_office(second, "chair", actor=Actor.of(central.officer))
        with pytest.raises(PermissionDenied):
            workflow.choose_office(second, "vice", actor=Actor.of(central.director))
        workflow.choose_office(second, "vice", actor=Actor.of(central.officer))
        assert [one.office for one in seats_on(made.body, clock.today())] == ["chair", "vice"]


def test_a_place_that_ends_ends_its_seat_today(busan, daegu, central):
    made = founded(central, busan, daegu)
    with within(central.agency):
        with pytest.raises(PermissionDenied):
            workflow.end_place(place_of(busan, made), actor=Actor.of(central.director))
        workflow.end_place(place_of(busan, made), actor=Actor.of(central.officer))
        tomorrow = clock.today() + timedelta(days=1)
        assert {one.user for one in seats_on(made.body, tomorrow)} == {daegu.director}
    with pytest.raises(Refused, match="no place in this body"):
        name(busan, made, busan.director, from_on=tomorrow)


# ---- who reads what

def test_without_a_seat_staff_of_another_agency_see_nothing_of_the_body(busan, daegu, central):
    made = founded(central, busan)
    called(central, made)
    for who in (busan.officer, busan.manager, busan.auditor):
        with within(busan.agency):
            assert not queries.councils(Actor.of(who)).exists() and not Seat.objects.visible_to(Actor.of(who)).exists()
            assert not Meeting.objects.visible_to(Actor.of(who)).exists() and not Body.objects.visible_to(Actor.of(who)).exists()
    with within(daegu.agency):
        assert not queries.councils(Actor.of(daegu.director)).exists()
        assert not Place.objects.visible_to(Actor.of(daegu.officer)).exists()
        assert not Naming.objects.visible_to(Actor.of(daegu.officer)).exists()
    for place, who in ((busan, busan.director), (central, central.officer), (central, central.auditor)):
        with within(place.agency):
            assert queries.councils(Actor.of(who)).get() == made and Meeting.objects.visible_to(Actor.of(who)).count() == 1


def test_who_sits_no_more_reads_no_more(busan, central):
    made = founded(central, busan)
    with within(busan.agency):
        naming_flow.end_naming(Naming.everything.get(), to_on=clock.today(), actor=Actor.of(busan.officer))
    follow(central)
    with clock.travel(clock.now() + timedelta(days=1)), within(busan.agency):
        assert not queries.councils(Actor.of(busan.director)).exists()
    assert made


def test_committee_pages_know_nothing_of_the_networks_bodies(busan, central, sit_down):
    made = founded(central, busan)
    meeting = called(central, made)
    for place, who in ((busan, busan.director), (central, central.officer)):
        with within(place.agency):
            actor = Actor.of(who)
            assert not bodies_of(actor).exists() and not own_seats(actor).exists() and not meetings_of(actor).exists()
    client = sit_down(central.officer)
    for address in (f"bodies/{made.body.public_id}/", f"meetings/{meeting.public_id}/"):
        assert client.get(f"/central/admin/{address}").status_code == 404
    assert client.get(f"/central/network/bodies/meetings/{meeting.public_id}/").status_code == 200


def test_the_pages_of_a_body_and_of_a_place(busan, daegu, central, sit_down, words_of):
    made = founded(central, busan, daegu)
    client = sit_down(busan.director)
    assert "Directors&#x27; council" in client.get("/busan/network/bodies/?lang=en").content.decode()
    page = client.get(f"/busan/network/bodies/{made.body.public_id}/?lang=en")
    assert page.status_code == 200 and str(daegu.director) in words_of(page) and "Lay down places" not in words_of(page)
    with within(busan.agency):
        place = place_of(busan, made)
    client = sit_down(busan.officer)
    assert client.get(f"/busan/network/bodies/{made.body.public_id}/").status_code == 404
    address = f"/busan/network/bodies/places/{place.public_id}/"
    assert str(busan.director) in words_of(client.get(address))
    twice = client.post(f"{address}?lang=en", {"user": busan.director.pk, "from_on": clock.today().isoformat(), "to_on": ""})
    assert "two cannot hold one place" in twice.content.decode() and twice.status_code == 200
    assert sit_down(daegu.officer).get(address.replace("busan", "daegu")).status_code == 404


def test_central_founds_and_lays_places_on_its_pages(busan, daegu, central, sit_down):
    client = sit_down(central.officer)
    assert client.post("/central/network/bodies/new/", FACTS).status_code == 302
    with within(central.agency):
        body = Body.everything.get(name_ko=FACTS["name_ko"])
    answer = client.post(f"/central/network/bodies/{body.public_id}/places/", {"agencies": ["busan", "daegu"], "entitled": "director"})
    assert answer.status_code == 302
    with within(central.agency):
        assert Place.everything.count() == 2
    assert sit_down(busan.officer).get("/busan/network/bodies/new/").status_code == 404


def test_the_list_costs_as_many_statements_with_three_bodies_as_with_one(busan, central, sit_down):
    client, counts = sit_down(central.officer), []
    client.get("/central/network/bodies/")
    for more in (1, 2):
        for number in range(more):
            founded(central, busan, name_ko=f"협의체 {more}{number}")
        with CaptureQueriesContext(connection) as asked:
            assert client.get("/central/network/bodies/").status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 22


def test_a_membership_that_ended_comes_no_more(busan, central):
    made = founded(central, busan, entitled="named")
    with within(busan.agency):
        naming_flow.end_naming(Naming.everything.get(), to_on=clock.today(), actor=Actor.of(busan.officer))
        Membership.everything.filter(user=busan.manager).update(ended_at=clock.now())
    with pytest.raises(Refused, match="does not work at the desk"):
        name(busan, made, busan.manager, from_on=clock.today() + timedelta(days=1))
