"""What the database refuses whoever writes: each trigger, past the workflow and by raw SQL."""
import pytest
from django.db import IntegrityError, connection, transaction

from accounts.actors import Actor
from core import clock
from core.calendar import months_before
from panels import workflow
from panels.models import AgendaItem, Attendance, Ballot, Involvement, Meeting, Recusal
from tests import factories as f
from tests.core.test_walls import rows
from tests.panels.conftest import ballot_on, close, vote


def refused(sentence, deed, **how):
    with pytest.raises(IntegrityError, match=sentence), transaction.atomic():
        deed(**how)


@pytest.fixture
def ballot(room):
    return ballot_on(room)


def enter(room, ballot, number=0, **other):
    return f.RollEntryFactory(**{"ballot": ballot, "seat": room.seats[number], "person": room.members[number].person} | other)


# ---- who judged never votes, who voted never judges

def test_an_evaluator_is_never_on_the_roll(room, ballot):
    f.InvolvementFactory(person=room.members[0].person, matter=room.matter)
    refused("who assessed a case never votes", lambda: enter(room, ballot))
    refused("who assessed a case never votes", lambda: rows(
        "INSERT INTO panels_rollentry (agency_id, ballot_id, seat_id, person_id, voted_at) VALUES (%s, %s, %s, %s, now())",
        room.place.agency.pk, ballot.pk, room.seats[0].pk, room.members[0].person_id))
    assert enter(room, ballot, 1)


def test_having_assessed_another_case_or_consulted_this_one_is_no_bar(room, ballot):
    f.InvolvementFactory(person=room.members[0].person)
    f.InvolvementFactory(person=room.members[0].person, matter=room.matter, kind="consulted")
    assert enter(room, ballot)


def test_the_roll_names_the_person_in_the_seat(room, ballot):
    refused("not the one in the seat", lambda: enter(room, ballot, person=room.members[1].person))
    refused("not the one in the seat", lambda: enter(room, ballot, seat=f.SeatFactory(user=room.members[0])))


def test_a_voter_never_assesses(room, ballot):
    entry = enter(room, ballot)
    refused("who voted on a case never assesses it", lambda: f.InvolvementFactory(person=entry.person, matter=room.matter))
    related = f.InvolvementFactory(person=entry.person, matter=room.matter, kind="related")
    refused("who voted on a case never assesses it", lambda: Involvement.everything.filter(pk=related.pk).update(kind="assessed"))
    assert f.InvolvementFactory(person=entry.person)
    Ballot.everything.filter(pk=ballot.pk).update(voided_at=clock.now(), void_reason="사유")
    assert f.InvolvementFactory(person=entry.person, matter=room.matter)


def test_the_recused_are_never_on_the_roll(room, ballot):
    f.RecusalFactory(user=room.members[0], matter=room.matter)
    refused("who stands back from a case never votes", lambda: enter(room, ballot))


def test_nobody_is_recused_while_their_vote_counts(room, ballot):
    enter(room, ballot)
    refused("in which this person voted", lambda: f.RecusalFactory(user=room.members[0], matter=room.matter))
    elsewhere = f.RecusalFactory(user=room.members[0])
    refused("in which this person voted", lambda: Recusal.everything.filter(pk=elsewhere.pk).update(matter=room.matter))


# ---- ballots

def test_nobody_votes_twice_in_a_ballot(room, ballot):
    enter(room, ballot)
    refused("one_vote_for_a_person", lambda: enter(room, ballot))


def test_a_ballot_that_is_over_takes_no_votes(room, ballot):
    vote(ballot, room.members[0])
    late = enter(room, ballot, 1)
    close(room, ballot)
    refused("takes no more votes", lambda: enter(room, ballot, 2))
    refused("takes no open vote", lambda: f.OpenChoiceFactory(entry=late))
    again = ballot_on(room)
    waiting = enter(room, again)
    workflow.void_ballot(again, reason="사유", actor=Actor.of(room.place.officer))
    refused("takes no more votes", lambda: enter(room, again, 2))
    refused("takes no open vote", lambda: f.OpenChoiceFactory(entry=waiting))


def test_a_choice_is_one_of_those_offered_and_never_open_in_a_secret_ballot(room, ballot):
    refused("choice is not offered", lambda: f.OpenChoiceFactory(entry=enter(room, ballot), choice="prolong"))
    secret = f.BallotFactory(item=f.AgendaItemFactory(meeting=room.meeting), is_secret=True)
    refused("takes no open vote", lambda: f.OpenChoiceFactory(entry=enter(room, secret)))


def test_what_was_counted_stays_as_it_was(room, ballot):
    for user in room.members[:3]:
        vote(ballot, user)
    this = Ballot.everything.filter(pk=ballot.pk)
    refused("stays as it was", lambda: this.update(item=f.AgendaItemFactory(meeting=room.meeting)))
    close(room, ballot)
    for change in ({"result": "refuse"}, {"present": 4}, {"closed_at": None, "result": "", "present": None, "eligible": None}):
        refused("stays as it was", this.update, **change)
    this.update(voided_at=clock.now(), void_reason="사유")
    refused("stays as it was", lambda: this.update(voided_at=None, void_reason=""))


def test_votes_are_written_once(room, ballot):
    vote(ballot, room.members[0])
    for table in ("panels_rollentry", "panels_openchoice"):
        for change in (f"DELETE FROM {table}", f"UPDATE {table} SET id = id"):
            with pytest.raises(Exception, match="permission denied"), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(change)


def test_an_item_keeps_its_case_and_its_choices(room):
    this = AgendaItem.everything.filter(pk=room.item.pk)
    for change in ({"matter": room.body.public_id}, {"choices": ["award", "burn"]}, {"meeting": f.MeetingFactory(body=room.body)}):
        refused("keeps its case", this.update, **change)


# ---- a closed meeting

@pytest.fixture
def over(room, ballot):
    """The meeting is closed; an entry without a choice stands on the roll of a ballot that somebody left open."""
    for user in room.members[:3]:
        vote(ballot, user)
    close(room, ballot)
    other = f.AgendaItemFactory(meeting=room.meeting)
    room.open_ballot = f.BallotFactory(item=other)
    room.entry = enter(room, room.open_ballot)
    Meeting.everything.filter(pk=room.meeting.pk).update(stage="closed", closed_at=clock.now())
    return room


def test_a_closed_meeting_takes_no_item_attendance_ballot_or_vote(over):
    for deed in (lambda: f.AgendaItemFactory(meeting=over.meeting),
                 lambda: AgendaItem.everything.filter(pk=over.item.pk).update(position=7),
                 lambda: f.AttendanceFactory(meeting=over.meeting), lambda: Attendance.everything.update(left_at=clock.now()),
                 lambda: f.BallotFactory(item=over.item), lambda: Ballot.everything.update(void_reason="사유", voided_at=clock.now()),
                 lambda: enter(over, over.open_ballot, 1), lambda: f.OpenChoiceFactory(entry=over.entry)):
        refused("a meeting that is over stays", deed)


def test_only_minutes_are_added_to_it(over):
    this = Meeting.everything.filter(pk=over.meeting.pk)
    for change in ({"title": "다른 회의"}, {"stage": "open"}, {"closed_at": None}):
        refused("a meeting that is over stays", this.update, **change)
    assert this.update(minutes=f.StoredFileFactory()) == 1


def test_a_cancelled_meeting_takes_nothing_either(here):
    meeting = f.MeetingFactory(stage="cancelled", cancel_reason="사유")
    refused("a meeting that is over stays", lambda: f.AgendaItemFactory(meeting=meeting))


# ---- who consulted a provider never assesses it within 24 months

@pytest.mark.parametrize(("ended", "refuses"), [(None, True), (0, True), (24, True), (25, False)])
def test_who_consulted_a_provider_never_assesses_it_within_24_months(here, ended, refuses):
    person, last = here.assessor.person, None if ended is None else months_before(clock.today(), ended)
    f.InvolvementFactory(person=person, subject=here.provider.public_id, kind="consulted", matter=None, to_on=last)
    f.InvolvementFactory(person=person, subject=here.neighbours.public_id, kind="assessed")            # another provider is another matter
    f.InvolvementFactory(person=here.officer.person, subject=here.provider.public_id, kind="assessed")      # another person too
    if refuses:
        refused("no earlier than 24 months", f.InvolvementFactory, person=person, subject=here.provider.public_id, kind="assessed")
    else:
        f.InvolvementFactory(person=person, subject=here.provider.public_id, kind="assessed")


def test_a_tie_of_another_kind_is_not_turned_into_an_assessment_of_a_consulted_provider(here):
    about = {"person": here.assessor.person, "subject": here.provider.public_id}
    f.InvolvementFactory(**about, kind="consulted", matter=None)
    row = f.InvolvementFactory(**about, kind="decided")
    refused("no earlier than 24 months", Involvement.everything.filter(pk=row.pk).update, kind="assessed")
