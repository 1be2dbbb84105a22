"""Secret ballots: that it is counted right, and that nothing kept anywhere tells who chose what."""
import re

import pytest
from cryptography.fernet import InvalidToken
from django.db import IntegrityError, transaction

from accounts.actors import Actor
from core.errors import Refused
from core.models import AuditEvent
from core.walls import tenant_models
from panels import queries, urn, workflow
from panels.models import AgendaItem, Ballot, Body, Declaration, OpenChoice, RollEntry, SecretCount, Urn
from tests import factories as f
from tests.panels.conftest import close, leave, vote


def secret_on(room):
    return workflow.open_ballot(AgendaItem.everything.get(pk=room.item.pk), is_secret=True, actor=Actor.of(room.place.officer))


def voted(room, *choices):
    ballot = secret_on(room)
    for user, choice in zip(room.members, choices, strict=False):
        vote(ballot, user, choice)
    return ballot


def refused_by_the_database(sentence, deed):
    with pytest.raises(IntegrityError, match=sentence), transaction.atomic():
        deed()


# ---- counting

def test_a_secret_ballot_is_counted_and_its_urn_is_gone(room):
    ballot = voted(room, "award", "refuse", "award", "award", "refuse")
    assert queries.ballot_tally(ballot).counts == {}
    assert not OpenChoice.everything.exists()
    ballot = close(room, ballot)
    assert (ballot.result, not Urn.everything.exists()) == ("award", True)
    tally = queries.ballot_tally(ballot)
    assert (tally.counts, tally.voted, tally.is_secret) == ({"award": 3, "refuse": 2, "defer": 0}, 5, True)
    assert tally.sentence == "The ballot is closed: 3 of the 5 present agree."
    assert [choice for _seat, choice, _paper in queries.roll_of(ballot)] == [None] * 5
    assert queries.my_choice(Actor.of(room.members[0]), ballot) is None


def test_without_a_majority_it_is_repeated(room):
    first = close(room, voted(room, "award", "refuse"))
    assert first.result == ""
    assert close(room, voted(room, "award", "award", "award")).result == "award"


@pytest.mark.parametrize(("choices", "told"), [(["award"] * 5, True), (["award"] * 4 + ["refuse"], False), (["award"], True)])
def test_where_all_chose_the_same_the_tally_says_that_each_vote_is_known(choices, told, room):
    assert queries.ballot_tally(close(room, voted(room, *choices))).shows_each_vote is told


def test_an_open_vote_never_says_so(room):
    ballot = workflow.open_ballot(room.item, actor=Actor.of(room.place.officer))
    for user in room.members:
        vote(ballot, user)
    assert not queries.ballot_tally(close(room, ballot)).shows_each_vote


# ---- what undoes it

def test_a_late_declaration_voids_it_and_leaves_no_figures_to_compare(room):
    ballot = close(room, voted(room, "award", "award", "award", "refuse", "refuse"))
    declaration = Declaration.everything.get(user=room.members[3], matter=room.matter)
    workflow.answer_declaration(declaration, has_interest=True, statement="사촌이 근무합니다.", actor=Actor.of(room.members[3]))
    ballot.refresh_from_db()
    assert ballot.voided_at
    assert not SecretCount.everything.exists()
    assert queries.tallies_of([ballot])[ballot.pk].counts == {}
    again = secret_on(room)
    for number in (0, 1, 2, 4):
        vote(again, room.members[number])
    assert close(room, again).result == "award"


def test_a_secret_ballot_that_is_broken_off_is_never_read(room):
    ballot = voted(room, "award", "refuse")
    workflow.void_ballot(ballot, reason="정족수 미달", actor=Actor.of(room.place.officer))
    assert not Urn.everything.exists()
    assert not SecretCount.everything.exists()


def test_the_chairs_vote_never_decides_in_a_secret_ballot(nine):
    workflow.choose_casting(nine.body, Body.Casting.CHAIR, actor=Actor.of(nine.place.officer))
    leave(nine, 8)
    ballot = close(nine, voted(nine, *["award"] * 4, *["refuse"] * 4))
    assert (ballot.result, ballot.casting) == ("", "nobody")


# ---- the database

def test_the_database_takes_figures_for_open_secret_ballots_only_and_they_add_up(room):
    ballot = secret_on(room)
    refused_by_the_database("not offered", lambda: SecretCount.everything.create(ballot=ballot, choice="burn", votes=1))
    vote(ballot, room.members[0])

    def closed(votes, empty=True):
        if empty:
            Urn.everything.filter(ballot=ballot).delete()
        SecretCount.everything.create(ballot=ballot, choice="award", votes=votes)
        Ballot.everything.filter(pk=ballot.pk).update(closed_at=ballot.opened_at, eligible=5, present=5)

    refused_by_the_database("not as many as those who voted", lambda: closed(2))
    refused_by_the_database("the urn is still there", lambda: closed(1, empty=False))
    close(room, ballot)
    refused_by_the_database("only an open secret ballot", lambda: SecretCount.everything.create(ballot=ballot, choice="defer", votes=1))
    refused_by_the_database("only an open secret ballot", lambda: Urn.everything.create(ballot=ballot, salt=b"x", sealed=b"x"))
    refused_by_the_database("what was counted stays", lambda: SecretCount.everything.filter(ballot=ballot).delete())
    open_vote = f.BallotFactory(item=f.AgendaItemFactory(meeting=room.meeting))
    refused_by_the_database("only an open secret ballot", lambda: Urn.everything.create(ballot=open_vote, salt=b"x", sealed=b"x"))


def test_an_urn_opens_for_its_own_ballot_only_and_not_without_its_salt(room):
    ballot = voted(room, "award")
    kept = Urn.everything.get()
    assert urn.opened(ballot, bytes(kept.salt), bytes(kept.sealed)) == {"award": 1, "refuse": 0, "defer": 0}
    other = f.BallotFactory(item=f.AgendaItemFactory(meeting=room.meeting), is_secret=True)
    for ballot_, salt in ((other, bytes(kept.salt)), (ballot, urn.new_salt())):
        with pytest.raises(InvalidToken):
            urn.opened(ballot_, salt, bytes(kept.sealed))


def test_nobody_sees_the_urn_and_the_figures_only_after_the_closing(room):
    ballot = voted(room, "award", "award", "award")
    actors = [Actor.of(one) for one in (room.members[0], room.place.officer, room.place.director, room.place.observer)]
    for actor in actors:
        assert not Urn.objects.visible_to(actor).exists()
        assert not SecretCount.objects.visible_to(actor).exists()
    close(room, ballot)
    for actor in actors:
        assert SecretCount.objects.visible_to(actor).count() == 3
    assert not SecretCount.objects.visible_to(Actor.of(room.place.assessor)).exists()


# ---- what a dump tells

MASKS = [(r"gAAAAA[\w=-]+", "sealed"), (r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "uuid"), (r"\b[0-9a-f]{64}\b", "digest"),
         (r"\d{4}-\d\d-\d\d[ T][\d:.]+\+\d\d(:\d\d)?", "moment")]


def dump():
    """Every row of every table of agencies, audit included, in the order in which they were written and with whatever they point at. What
    differs by chance is masked: serials become places, and bytes, identifiers, digests, moments their kind."""
    rows = {model: list(model.everything.order_by("pk")) for model in sorted(tenant_models(), key=lambda one: one._meta.label_lower)}
    places = {(model, row.pk): f"{model._meta.label_lower}#{place}" for model, several in rows.items() for place, row in enumerate(several)}
    by_label = {model._meta.label_lower: model for model in rows}
    return "\n".join(f"{model.__name__} {told(row, places, by_label)}" for model, several in rows.items() for row in several)


def told(row, places, by_label):
    words = []
    for field in row._meta.concrete_fields:
        value, other = getattr(row, field.attname), field.related_model or type(row)
        if field.name == "subject_id" and row.subject_type in by_label:
            value = places.get((by_label[row.subject_type], int(value)), value)
        elif field.is_relation or field.primary_key:
            value = places.get((other, value), value)
        elif isinstance(value, (bytes, memoryview)):
            value = f"bytes {len(value)}"
        words.append(f"{field.name}={value}")
    text = " ".join(words)
    for pattern, word in MASKS:
        text = re.sub(pattern, word, text)
    return text


def world(deed):
    """What the tables hold after this deed, which is then undone."""
    with transaction.atomic():
        deed()
        seen = dump()
        transaction.set_rollback(True)
    return seen


def session(room, is_secret, closes, *choices):
    ballot = workflow.open_ballot(AgendaItem.everything.get(pk=room.item.pk), is_secret=is_secret, actor=Actor.of(room.place.officer))
    for user, choice in zip(room.members, choices, strict=False):
        vote(ballot, user, choice)
    if closes:
        for user in room.members[2:]:
            vote(ballot, user)
        close(room, ballot)


def the_same(room, *, is_secret, closes):
    """Whether the tables are the same when two have exchanged their votes; while it is open, when the first has chosen the other."""
    one, other = (("award", "refuse"), ("refuse", "award")) if closes else (("award",), ("refuse",))
    return world(lambda: session(room, is_secret, closes, *one)) == world(lambda: session(room, is_secret, closes, *other))


@pytest.mark.parametrize("closes", [False, True])
def test_the_tables_are_the_same_whoever_chose_what(closes, room):
    assert the_same(room, is_secret=True, closes=closes)


@pytest.mark.parametrize("closes", [False, True])
def test_the_comparison_sees_an_open_vote(closes, room):
    """The positive control: it would find a difference if there were one."""
    assert not the_same(room, is_secret=False, closes=closes)


def test_the_trail_says_that_somebody_voted_and_never_what(room):
    close(room, voted(room, "award", "award", "award", "refuse"))
    told = AuditEvent.everything.filter(verb="ballot.voted").values_list("facts", flat=True)
    assert list(told) == [{"seat": seat.pk} for seat in room.seats[:4]]


def test_there_is_no_row_for_a_vote_to_be_matched_with(room):
    """However many have voted, one row, of one length, without a moment."""
    ballot, sizes = secret_on(room), set()
    for number, user in enumerate(room.members):
        vote(ballot, user, "award" if number % 2 else "refuse")
        kept = Urn.everything.get()
        sizes.add(len(kept.sealed))
    assert len(sizes) == 1
    assert RollEntry.everything.count() == 5
    assert not [field.name for field in Urn._meta.fields if field.get_internal_type() in ("DateTimeField", "DateField")]
    assert not [field.name for field in SecretCount._meta.fields if field.get_internal_type() in ("DateTimeField", "DateField")]


def test_a_secret_ballot_asks_the_same_of_who_votes(room):
    ballot = secret_on(room)
    vote(ballot, room.members[0])
    with pytest.raises(Refused, match="voted already"):
        vote(ballot, room.members[0], "refuse")
    with pytest.raises(Refused, match="not offered"):
        vote(ballot, room.members[1], "prolong")
    assert urn.opened(ballot, *map(bytes, Urn.everything.values_list("salt", "sealed").get()))["award"] == 1


def test_the_sealed_urn_tells_nothing_but_its_length(room):
    """And that is the same for one vote and for a thousand."""
    ballot, salt = secret_on(room), urn.new_salt()
    assert len(urn.sealed(ballot, salt, {"award": 1})) == len(urn.sealed(ballot, salt, {"award": 1234, "refuse": 5678, "defer": 9999}))
    assert urn.sealed(ballot, salt, {"award": 1}) != urn.sealed(ballot, salt, {"award": 1})
