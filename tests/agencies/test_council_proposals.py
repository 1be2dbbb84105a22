"""Members propose for the agenda: drafted for oneself, handed in with papers, taken up or answered with a reason."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from accounts.actors import Actor
from agencies.models import (
    AgendaPaper,
    AgendaProposal,
    AgendaProposalFile,
    AgendaText,
)
from agencies.queries import council as queries
from agencies.workflow import agenda_proposal, council_meeting
from core.errors import Refused
from core.tenancy import within
from desk.demonstration.papers import hwpx
from tests.agencies.councils import called, drafted, follow, founded, fresh, handed_in, told

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
PAGES = "network/bodies/"


# ---- proposals


def test_a_draft_is_seen_by_its_author_alone(busan, daegu, central):
    made = founded(central, busan, daegu)
    row = drafted(busan, made)
    readers = [(busan, busan.officer), (busan, busan.manager), (daegu, daegu.director), (central, central.officer),
               (central, central.director)]
    for place, who in readers:
        with within(place.agency):
            assert not queries.proposals(Actor.of(who)).exists()
    with within(busan.agency):
        assert queries.proposals(Actor.of(busan.director)).get() == row
        agenda_proposal.hand_in_proposal(row, actor=Actor.of(busan.director))
    for (place, who), sees in zip(readers, (1, 1, 0, 1, 1), strict=True):
        with within(place.agency):
            assert queries.proposals(Actor.of(who)).count() == sees


def test_only_members_propose_and_only_authors_hand_in(busan, daegu, central):
    made = founded(central, busan)
    with within(busan.agency), pytest.raises(PermissionDenied):
        agenda_proposal.begin_proposal(made.body, title="x", text="x", actor=Actor.of(busan.officer))
    row = drafted(busan, made, text="")
    with within(busan.agency):
        actor = Actor.of(busan.director)
        with pytest.raises(Refused, match="what is proposed"):
            agenda_proposal.hand_in_proposal(row, actor=actor)
        with pytest.raises(Refused, match="Somebody else has saved"):
            agenda_proposal.change_proposal(row, title="x", text="x", base_version=7, actor=actor)
        row = agenda_proposal.change_proposal(row, title="공동 채용", text="제안", base_version=1, actor=actor)
        for work in (lambda: agenda_proposal.hand_in_proposal(row, actor=Actor.of(busan.officer)),
                     lambda: agenda_proposal.change_proposal(row, title="x", text="x", base_version=2, actor=Actor.of(busan.manager))):
            with pytest.raises(PermissionDenied):
                work()
        agenda_proposal.hand_in_proposal(row, actor=actor)
        with pytest.raises(Refused, match="can no longer be changed"):
            agenda_proposal.change_proposal(row, title="x", text="x", base_version=2, actor=actor)
        with pytest.raises(IntegrityError), transaction.atomic():
            AgendaProposal.everything.filter(pk=row.pk).update(text="anders")


def paper(words="안건 설명"):
    return hwpx("안건 설명", [words])


def test_papers_of_a_proposal_lie_before_all_members_once_it_is_on_the_agenda(busan, daegu, central, sit_down):
    made = founded(central, busan, daegu)
    meeting, row = called(central, made), handed_in(busan, made, paper())
    with within(busan.agency):
        file = AgendaProposalFile.everything.get()
        with pytest.raises(IntegrityError), transaction.atomic():
            AgendaProposalFile.everything.filter(pk=file.pk).delete()
        with pytest.raises(Refused, match="can no longer be changed"):
            agenda_proposal.remove_from_proposal(file, actor=Actor.of(busan.director))
    assert sit_down(daegu.director).get(f"/daegu/{PAGES}papers/{file.public_id}/").status_code == 404
    client = sit_down(central.officer)                          # read before it is taken onto an agenda
    assert file.name in client.get(f"/central/{PAGES}proposals/{row.public_id}/").content.decode()
    given = client.get(f"/central/{PAGES}papers/{file.public_id}/")
    assert given.status_code == 200 and len(b"".join(given.streaming_content)) == file.size
    with within(central.agency):
        council_meeting.take_onto_agenda(row, meeting, actor=Actor.of(central.officer))
        lies = AgendaPaper.everything.get()
        assert AgendaText.everything.get(item=lies.item).proposed_by_id == busan.agency.pk
    answer = sit_down(daegu.director).get(f"/daegu/{PAGES}agenda-papers/{lies.public_id}/")
    assert answer.status_code == 200 and len(b"".join(answer.streaming_content)) == lies.size
    assert sit_down(daegu.officer).get(f"/daegu/{PAGES}agenda-papers/{lies.public_id}/").status_code == 404


def test_a_paper_with_a_resident_number_is_refused(busan, central, sit_down):
    made = founded(central, busan)
    row = drafted(busan, made)
    with within(busan.agency), pytest.raises(Refused):
        agenda_proposal.attach_to_proposal(row, paper("주민등록번호 800101-1234560"), actor=Actor.of(busan.director))
    client = sit_down(busan.director)
    answer = client.post(f"/busan/{PAGES}proposals/{row.public_id}/", {"title": "공동 채용 800101-1234560", "text": "x", "version": 1})
    assert answer.status_code == 200 and fresh(row, busan).title == "공동 채용"


def test_a_proposal_whose_paper_is_refused_leaves_no_draft_behind(busan, central, sit_down):
    made = founded(central, busan)
    said = {"title": "공동 채용", "text": "함께 채용합니다.", "file": paper("주민등록번호 900101-1122334")}
    answer = sit_down(busan.director).post(f"/busan/{PAGES}{made.body.public_id}/propose/?lang=en", said)
    words = answer.content.decode()
    assert "resident registration number" in words and "함께 채용합니다." in words
    with within(busan.agency):
        assert not AgendaProposal.everything.exists()


def test_what_is_not_taken_up_is_answered_with_a_reason(busan, central, work_off):
    made = founded(central, busan)
    row = handed_in(busan, made)
    follow(central)
    work_off(central)
    assert told(central, "council.proposal_handed_in") == {central.officer, central.manager}
    with within(central.agency):
        for work in (lambda: council_meeting.decline_proposal(row, answer="x", actor=Actor.of(central.director)),
                     lambda: council_meeting.take_onto_agenda(row, None, actor=Actor.of(central.director))):
            with pytest.raises(PermissionDenied):
                work()
        with pytest.raises(Refused, match="write the reason"):
            council_meeting.decline_proposal(row, answer=" ", actor=Actor.of(central.officer))
        council_meeting.decline_proposal(row, answer="이미 논의하였습니다.", actor=Actor.of(central.officer))
    follow(busan)
    work_off(busan)
    assert told(busan, "council.proposal_answered") == {busan.director}
