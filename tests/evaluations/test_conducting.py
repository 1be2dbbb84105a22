"""Around the vote: who decided stands in the ledger, who is tied conducts nothing, what the minutes tell, the papers of a meeting."""
import io
import subprocess
from dataclasses import replace

import pikepdf
import pytest
from django.db import IntegrityError, transaction
from django.utils import translation

from accounts.actors import Actor
from core import clock
from core.errors import Refused
from core.files import open_stored
from core.models import AccessEntry, Errand
from core.signing import make_keys
from core.tenancy import within
from evaluations import tasks, workflow
from evaluations.models import Assignment, Decision, MeetingPack
from evaluations.queries import conflicts_on_agenda, packed_for, papers_at_desk, papers_of, summary_of
from evaluations.templatetags.deciding import area_notes
from panels import workflow as panels
from panels.models import AgendaItem, Involvement, Meeting
from tests import factories as f
from tests.documents import said_in, text_of
from tests.evaluations import batch
from tests.evaluations.test_committee import sitting, vote

pytestmark = pytest.mark.django_db
HOME = "/busan/committee/"


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def keys(settings, tmp_path):
    settings.SIGNING_DIR, settings.DEMO = str(tmp_path), True
    make_keys(["busan"])


@pytest.fixture
def room(busan):
    return sitting(busan, batch.ready(busan))


def item_of(path):
    return AgendaItem.everything.get(pk=path.item.pk)


def secretly(path, *choices):
    """The members vote in a secret ballot on this case."""
    with within(path.place.agency):
        ballot = panels.open_ballot(item_of(path), is_secret=True, actor=path.officer)
        for user, choice in zip(path.members, choices, strict=False):
            panels.cast_vote(ballot, choice, actor=path.as_(user), arrived_at=clock.now())
        return panels.close_ballot(ballot, actor=path.officer)


def read(stored):
    with open_stored(stored) as file:
        return file.read()


# ---- the ledger

@pytest.mark.parametrize("is_secret", [False, True])
def test_who_decided_stands_in_the_ledger_once_with_the_provider_and_the_case(is_secret, busan, room):
    if is_secret:
        secretly(room, "award", "award", "refuse")
    else:
        vote(room, room, "award")
    with within(busan.agency):
        workflow.close_committee(room.meeting, actor=room.officer)
        rows = Involvement.everything.filter(kind="decided")
        assert set(rows.values_list("person", "subject", "matter")) == {
            (user.person_id, room.provider.public_id, room.application.matter) for user in room.members}
        panels.note_deciders(item_of(room), subject_type="providers.provider", subject=room.provider.public_id, actor=room.officer)
        assert rows.count() == 3


def test_a_decision_rests_on_a_vote_that_counts_whoever_writes(busan, room):
    with within(busan.agency):
        def written(kind="award"):
            return Decision.everything.create(application=room.application, kind=kind, item=item_of(room), decided_at=clock.now())

        def refused(kind="award"):
            with pytest.raises(IntegrityError, match="rests on a vote that counts"), transaction.atomic():
                written(kind)

        refused()
    vote(room, room, "award")
    with within(busan.agency):
        refused("refuse")
        room.declare(room.members[0], interest="친족이 일합니다.")           # late: the vote is void
        refused()


# ---- who is tied conducts nothing

def conducted(path, actor):
    return workflow.conduct(panels.open_ballot, item_of(path), actor=actor)


def tie(path, how):
    """(an actor, what ties the person they act for, or themselves, to the case)."""
    director = path.place.director
    actor = replace(path.officer, acting_for=director)
    if how == "the absent person is recused":
        f.RecusalFactory(user=director, matter=path.application.matter)
    elif how == "the absent person assesses":
        Assignment.everything.create(application=path.application, user=director, assigned_at=clock.now())
    elif how == "the absent person works there":
        f.ProviderMemberFactory(provider=path.application.provider, user=director, role="editor")
    elif how == "they work there":
        f.ProviderMemberFactory(provider=path.application.provider, user=path.place.officer, role="editor")
        actor = path.officer
    else:
        f.RecusalFactory(user=path.place.officer, matter=path.application.matter)
        actor = path.officer
    return actor


@pytest.mark.parametrize("how", ["the absent person is recused", "the absent person assesses", "the absent person works there",
                                 "they work there", "they are recused"])
def test_who_is_tied_to_a_case_or_acts_for_somebody_who_is_does_not_conduct_it(how, busan, room):
    with within(busan.agency):
        actor = tie(room, how)
        with pytest.raises(Refused, match="keep away from this case"):
            conducted(room, actor)
        assert conducted(room, room.as_(busan.manager)).is_open


def test_who_is_tied_to_a_case_does_not_close_its_meeting_either(busan, room):
    vote(room, room, "award")
    with within(busan.agency):
        with pytest.raises(Refused, match="keep away from this case"):
            workflow.close_committee(room.meeting, actor=tie(room, "the absent person works there"))
        assert Meeting.everything.get(pk=room.meeting.pk).is_open


# ---- the minutes

def test_the_minutes_tell_the_discussion_papers_secrecy_the_tie_rule_and_who_sat_for_whom(keys, busan):
    first = batch.ready(busan)
    second, third = batch.ready(busan, first.round), batch.ready(busan, first.round)
    sitting(busan, first, second, third)
    with within(busan.agency):
        deputy = first.one_more("committee")
        panels.choose_casting(first.meeting.body, "chair", actor=first.officer)
        panels.note_attendance(first.meeting, first.seats[2], present=False, actor=first.officer)
        seat = panels.name_substitute(first.meeting, first.seats[2], deputy, actor=first.officer)
        panels.note_attendance(first.meeting, seat, present=True, actor=first.officer)
        for path in (first, second, third):
            path.declare(deputy)
        first.members[2:] = [deputy]
        second.members = third.members = first.members
        panels.keep_discussion(item_of(first), "현장 확인 결과를 논의함.", base=0, actor=first.officer)
    secretly(first, "award", "award", "award")
    secretly(second, "award", "refuse", "award")
    with within(busan.agency):
        ballot = panels.open_ballot(item_of(third), actor=first.officer)
        seats = [*first.seats[:2], seat]
        panels.enter_open_papers(ballot, dict.fromkeys(seats, "award"), actor=first.officer, arrived_at=clock.now())
        panels.close_ballot(ballot, actor=first.officer)
        workflow.close_committee(first.meeting, actor=first.officer)
        tasks.make_minutes(meeting_id=first.meeting.pk)
        said = said_in(read(Meeting.everything.get(pk=first.meeting.pk).minutes))
    for there in ("논의내용:현장확인결과를논의함.", "무기명표결.", "표결지로제출하여간사가입력한것은3표", "위원장이선택한안으로결정",
                  "대리)"):
        assert there in said, there
    assert said.count("각위원의선택이드러납니다") == 1                         # of the unanimous secret ballot alone
    assert said.count("무기명표결.") == 2


# ---- the case on one page

def test_the_summary_names_what_is_not_compliant_who_looked_and_who_keeps_away(busan):
    path = batch.ready(busan, unmet=["1.1.2"])
    sitting(busan, path)
    with within(busan.agency):
        Assignment.everything.create(application=path.application, user=busan.assessor, is_lead=True, assigned_at=clock.now(),
                                     assigned_by=busan.officer)
        f.RecusalFactory(user=busan.director, matter=path.application.matter)
        summary = summary_of(papers_of(Actor.of(busan.committee), path.application.matter))
        assert [row.required.code for row in summary.unmet] == ["1.1.2"]
        assert [one.user for one in summary.team] == [busan.assessor]
        assert [one.user for one in summary.recusals] == [busan.director]
        assert summary.earlier == summary.differing == summary.said == []
        assert area_notes(summary.papers.areas[0], summary) == ["Not compliant: 1.1.2"]
        assert papers_at_desk(Actor.of(busan.officer), path.application.matter)
        assert not papers_at_desk(Actor.of(busan.director), path.application.matter)          # stands back
        assert not papers_at_desk(Actor.of(busan.committee), path.application.matter)


def test_what_a_member_is_tied_by_stands_at_the_agenda(busan, room, settings):
    settings.DEMO = True
    with within(busan.agency):
        number, own = room.provider.business_number, room.as_(room.members[1])
        panels.note_interest(room.seats[1], kind="related", business_number=number, actor=own)
        tied = conflicts_on_agenda(room.officer, room.meeting, [item_of(room)])[room.item.pk]
    assert [seat for seat, _found in tied] == [room.seats[1]]


# ---- the papers of a meeting as one document

@pytest.fixture
def three(busan):
    """A member reads the first case, has not declared on the second and stands back from the third."""
    first = batch.ready(busan, unmet=["1.1.2"])
    second, third = batch.ready(busan, first.round, "second"), batch.ready(busan, first.round, "third")
    sitting(busan, first)
    with within(busan.agency):
        for path in (second, third):
            path.item = workflow.put_on_agenda(path.fresh(), first.meeting, actor=first.officer)
        third.declare(busan.committee, interest="친족이 일합니다.")
    first.others = [second, third]
    return first


def asked(path, user):
    with within(path.place.agency):
        pack = workflow.ask_for_pack(path.meeting, language="ko", actor=path.as_(user))
        tasks.make_pack(**Errand.everything.filter(task="evaluations.tasks.make_pack").latest("pk").arguments)
        return MeetingPack.everything.get(pk=pack.pk)


def bookmarks(content):
    with pikepdf.open(io.BytesIO(content)) as pdf, pdf.open_outline() as outline:
        return [str(one.title) for one in outline.root]


def test_the_pack_holds_what_is_open_to_its_reader_with_bookmarks_and_the_name_on_every_page(busan, three):
    pack = asked(three, busan.committee)
    with within(busan.agency):
        content = read(pack.file)
        asked(three, busan.committee)
    said = said_in(content)
    assert "1.1.2" in said
    assert batch.UNMET.replace(" ", "") in said
    assert "미수록:이해관계를먼저신고하여야합니다" in said
    assert "미수록:제척·기피·회피한건입니다" in said
    marks = bookmarks(content)
    assert f"1. {three.application.provider_name}" in marks
    assert not any(other.application.provider_name in mark for other in three.others for mark in marks)
    pages = subprocess.run(["pdfinfo", "-"], input=content, capture_output=True, check=True).stdout.decode()
    count = int(pages.split("Pages:")[1].split()[0])
    assert count >= 3
    for page in range(1, count + 1):
        one = "".join(text_of(content, "-f", str(page), "-l", str(page)).split())
        assert str(busan.committee) in one, page


def test_a_declaration_or_a_recusal_makes_the_pack_unreachable_and_every_download_is_noted(busan, three, client):
    pack, address = asked(three, busan.committee), f"{HOME}meetings/{three.meeting.public_id}/"
    client.force_login(busan.committee)
    assert "pack.pdf" in client.get(address).content.decode()
    assert b"".join(client.get(f"{address}pack.pdf").streaming_content).startswith(b"%PDF")
    with within(busan.agency):
        assert AccessEntry.everything.get(work="pack.download").kind == "download"
        assert AccessEntry.everything.filter(work="case.pack").count() == 1
        three.others[0].declare(busan.committee)
    assert client.get(f"{address}pack.pdf").status_code == 404
    assert "pack.pdf" not in client.get(address).content.decode()
    again = asked(three, busan.committee)
    assert again.pk == pack.pk
    assert b"".join(client.get(f"{address}pack.pdf").streaming_content)
    with within(busan.agency):
        three.declare(busan.committee, interest="친족이 일합니다.")
    assert client.get(f"{address}pack.pdf").status_code == 404


def test_nobody_gets_another_readers_copy(busan, three, client):
    asked(three, busan.committee)
    for user in (three.members[1], busan.officer, busan.director):
        client.force_login(user)
        assert client.get(f"{HOME}meetings/{three.meeting.public_id}/pack.pdf").status_code in (403, 404)
        with within(busan.agency):
            assert not MeetingPack.objects.visible_to(Actor.of(user)).exists()


def test_before_any_declaration_there_is_nothing_to_put_together(busan, three, client):
    with within(busan.agency):
        newcomer = three.one_more("committee")
        f.SeatFactory(body=three.meeting.body, user=newcomer)
        with pytest.raises(Refused, match="declare first"):
            workflow.ask_for_pack(three.meeting, language="ko", actor=Actor.of(newcomer))
    client.force_login(busan.committee)
    page = client.post(f"{HOME}meetings/{three.meeting.public_id}/pack/?lang=en", follow=True)
    assert "being put together" in page.content.decode()


def test_a_pack_is_made_of_what_is_open_when_it_is_made(busan, three):
    with within(busan.agency):
        pack = workflow.ask_for_pack(three.meeting, language="en", actor=three.as_(busan.committee))
        three.declare(busan.committee, interest="친족이 일합니다.")
        tasks.make_pack(pack_id=pack.pk)
        pack.refresh_from_db()
        made = pack.made_at
        tasks.make_pack(pack_id=pack.pk)
        pack.refresh_from_db()
        assert pack.made_at == made
        assert batch.UNMET.replace(" ", "") not in said_in(read(pack.file))


def test_an_assessed_case_is_not_packed(busan, three):
    with within(busan.agency):
        f.InvolvementFactory(person=busan.committee.person, matter=three.application.matter, subject=three.provider.public_id)
        packed = packed_for(Actor.of(busan.committee), three.meeting)
    assert [one.summary for one in packed] == [None, None, None]
    assert [one.standing.stands for one in packed] == ["assessed", "declare", "recused"]


# ---- a member's own page

def test_a_member_notes_what_ties_them(busan, room, client, settings):
    settings.DEMO = True
    client.force_login(busan.committee)
    tie = {"tie-kind": "related", "tie-business_number": room.provider.business_number}
    page = client.post(f"{HOME}interests/?lang=en", tie, follow=True)
    assert room.provider.name in page.content.decode()
    assert "tie-business_number" in client.post(f"{HOME}interests/?lang=en", tie | {"tie-business_number": "12"}).content.decode()
    with within(busan.agency):
        assert Involvement.everything.get(kind="related").person == busan.committee.person
        outsider = room.one_more("committee")
    client.force_login(outsider)
    assert client.get(f"{HOME}interests/").status_code == 404
