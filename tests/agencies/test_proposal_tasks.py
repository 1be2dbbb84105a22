"""What is accepted is worked into the next version or carried over before it is published; its pages; and who opens them."""
import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.actors import Actor
from agencies import workflow as sets
from agencies.models import IndicatorSet, ProposalAnswer, PublishedProposal
from agencies.queries import proposals_for
from agencies.queries.participation import open_agencies
from agencies.workflow import proposal as proposing
from agencies.workflow import proposal_task as workflow
from agencies.workflow.insight import keep_year_insight
from certification import workflow as certification
from core.errors import Refused
from core.tenancy import within
from desk.workflow.edition import publish_edition
from tests import files, written
from tests.agencies.proposing import answered, drafted, fresh, handed_in, in_edition, in_set, meeting_of, notices, propose, task_of, told
from tests.certification.conftest import version  # noqa: F401  a published edition at Busan

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
BUSAN, CENTRAL = "/busan/network/proposals/", "/central/network/proposals/"


@pytest.fixture
def draft(version, busan):  # noqa: F811
    with within(busan.agency):
        return certification.copy_version(version, label_ko="다음판", label_en="Next", actor=Actor.of(busan.officer))


def in_busan(busan, work, *args, by="officer", **more):
    with within(busan.agency):
        return work(*args, actor=Actor.of(getattr(busan, by)), **more)


def accepted(busan, version, code="1.1.1", **said):  # noqa: F811
    row = handed_in(busan, in_edition(version, code), by="trainer", **said)
    answered(busan, row)
    return row, task_of(busan, row)


def published(busan, draft):
    in_busan(busan, certification.settle_mapping, draft, [(code, code) for code in ("1.1.1", "1.1.2", "1.1.3")], by="manager")
    return in_busan(busan, publish_edition, draft, by="manager")


def test_nothing_accepted_is_dropped_in_silence(version, draft, busan):  # noqa: F811
    one, task = accepted(busan, version)
    other, later = accepted(busan, version, "1.1.2")
    with pytest.raises(Refused, match="2 accepted proposals"):
        published(busan, draft)
    in_busan(busan, workflow.work_in, task, draft, code="1.1.1", words="정의를 고침")
    with pytest.raises(Refused, match="1 accepted proposal is"):
        in_busan(busan, publish_edition, draft, by="manager")
    in_busan(busan, workflow.carry_over, later, draft, reason="내년에 함께 봅니다")
    in_busan(busan, publish_edition, draft, by="manager")
    assert [fresh(busan, row).stage for row in (one, other)] == ["in_force", "accepted"]
    assert (fresh(busan, one).became, task_of(busan, one).done_at is None, task_of(busan, other).carried) == ("정의를 고침", False, 1)


def test_what_was_carried_over_waits_for_the_version_after(version, draft, busan):  # noqa: F811
    _row, task = accepted(busan, version)
    in_busan(busan, workflow.carry_over, task, draft, reason="내년에")
    published(busan, draft)
    with within(busan.agency):
        following = certification.copy_version(draft, label_ko="그다음판", label_en="After", actor=Actor.of(busan.officer))
        with pytest.raises(Refused, match="1 accepted proposal is"):
            workflow.refuse_unsettled(following, actor=Actor.of(busan.manager))


def test_its_proposer_is_told_when_it_is_in_force(version, draft, busan, work_off):  # noqa: F811
    row = handed_in(busan, in_edition(version), by="owner", provider=busan.provider)
    answered(busan, row)
    told(busan)
    in_busan(busan, workflow.work_in, task_of(busan, row), draft, code="1.1.1", words="고침")
    published(busan, draft)
    told(busan)
    work_off(busan)
    assert [one for one in notices(busan) if one[1] == "owner"] == [
        ("indicator_proposal.accepted", "owner"), ("indicator_proposal.in_force", "owner")]


def test_what_is_missing_gets_its_sentence(version, draft, busan):  # noqa: F811
    _row, task = accepted(busan, version)
    for work, said, field in ((workflow.work_in, {"code": "9.9", "words": "x"}, "code"),
                              (workflow.work_in, {"code": "1.1.1", "words": " "}, "words"),
                              (workflow.carry_over, {"reason": " "}, "past_reason")):
        with pytest.raises(Refused) as refused:
            in_busan(busan, work, task, draft, **said)
        assert refused.value.field == field
    with pytest.raises(Refused, match="is published"):
        in_busan(busan, workflow.work_in, task, version, code="1.1.1", words="x")


def test_only_officers_and_managers_work_in(version, draft, busan):  # noqa: F811
    _row, task = accepted(busan, version)
    for who in ("director", "auditor", "admin", "assessor", "owner"):
        for work, said in ((workflow.work_in, {"code": "1.1.1", "words": "x"}), (workflow.carry_over, {"reason": "x"}),
                           (workflow.reopen_task, {})):
            with pytest.raises(PermissionDenied):
                in_busan(busan, work, task, draft, by=who, **said)


def test_a_change_of_the_criteria_is_not_worked_into_a_set(version, year, busan, central):  # noqa: F811
    row = handed_in(busan, in_set(year))
    answered(central, row)
    _own, task = accepted(busan, version)
    with within(central.agency):
        made = sets.begin_set(2031, source=IndicatorSet.everything.get(pk=year.pk), actor=Actor.of(central.officer))
        workflow.work_in(task_of(central, row), made, code="A1-1", words="고침", actor=Actor.of(central.officer))
    with within(busan.agency):
        other = certification.copy_version(version, label_ko="다음판", label_en="Next", actor=Actor.of(busan.officer))
    with within(central.agency), pytest.raises(Refused, match="does not belong"):
        workflow.work_in(task_of(central, row), other, code="1.1.1", words="x", actor=Actor.of(central.officer))
    assert task.worked_at is None


def test_a_draft_that_is_discarded_leaves_its_changes_open(version, draft, busan):  # noqa: F811
    row, task = accepted(busan, version)
    in_busan(busan, workflow.work_in, task, draft, code="1.1.1", words="고침")
    in_busan(busan, certification.discard_version, draft)
    task = task_of(busan, row)
    assert task.worked_version_id is None and task.done_at is None


def freezing(made, central, sit_down):
    return sit_down(central.manager).get(f"/central/management/sets/{made.public_id}/freeze/").content.decode()


def test_a_set_is_frozen_only_once_its_proposals_are_settled(year, busan, central, sit_down):
    row, dropped = handed_in(busan, in_set(year)), handed_in(busan, in_set(year, "A1-2"), change="drop", wanted="")
    for one in (row, dropped):
        answered(central, one)
    with within(central.agency):
        officer, manager = Actor.of(central.officer), Actor.of(central.manager)
        made = sets.begin_set(2028, source=IndicatorSet.everything.get(pk=year.pk), actor=officer)
        sets.say_participation(made, proposals_for(made, open_agencies()), actor=officer)
        with pytest.raises(Refused, match="2 accepted proposals"):
            sets.freeze_set(made, actor=manager)
    assert 'class="panel next-step" method="post"' not in freezing(made, central, sit_down)
    with within(central.agency):
        workflow.work_in(task_of(central, row), made, code="A1-1", words="고침", actor=officer)
        workflow.work_in(task_of(central, dropped), made, code="", words="뺌", actor=officer)
        workflow.reopen_task(task_of(central, dropped), made, actor=officer)
        with pytest.raises(Refused, match="1 accepted proposal is"):
            sets.freeze_set(made, actor=manager)
        workflow.carry_over(task_of(central, dropped), made, reason="내년에", actor=officer)
    assert 'class="panel next-step" method="post"' in freezing(made, central, sit_down)
    with within(central.agency):
        tasks = workflow.refuse_unsettled(made, actor=manager)
        with pytest.raises(Refused, match="not published"):
            workflow.settle_published(made, tasks, actor=manager)
        with pytest.raises(PermissionDenied):
            workflow.settle_published(made, tasks, actor=officer)
        sets.freeze_set(made, actor=manager)
        assert PublishedProposal.everything.get(proposal=row.pk).in_set == made
    assert (fresh(busan, row).stage, fresh(busan, row).became_in) == ("in_force", "2028년 경영평가 지표")
    assert fresh(busan, dropped).stage == "accepted"


# ---- pages

def test_a_provider_proposes_by_the_pages_and_is_led_to_the_open_one(version, busan, sit_down, words_of):  # noqa: F811
    about, client = in_edition(version), sit_down(busan.owner)
    assert f"criteria/{about.public_id}/" in client.get(f"{BUSAN}indicators/").content.decode()
    card = f"{BUSAN}criteria/{about.public_id}/"
    assert "propose/" in client.get(card).content.decode()
    wrong = client.post(f"{card}propose/?lang=en", {"change": "wording", "wanted": "", "reason": "사유가 있음"})
    assert "Write how it should read" in words_of(wrong) and "사유가 있음" in wrong.content.decode()
    resident = client.post(f"{card}propose/?lang=en", {"change": "wording", "wanted": "x", "reason": "900101-1234568"})
    assert resident.status_code == 200 and "resident" in words_of(resident).lower()
    listed = {"file": files.upload(written.docx(f"주민등록번호 {written.PERSON}"), "명단.docx")}
    resident = client.post(f"{card}propose/?lang=en", {"change": "wording", "wanted": "이렇게", "reason": "불명확"} | listed)
    assert "resident registration number" in words_of(resident) and "불명확" in resident.content.decode()
    made = client.post(f"{card}propose/", {"change": "wording", "wanted": "이렇게", "reason": "불명확",
                                             "file": files.upload(files.pdf(), "근거.pdf")})
    assert made.status_code == 302 and "근거.pdf" in client.get(made["Location"]).content.decode()
    again = client.get(f"{card}propose/")
    assert again.status_code == 302 and again["Location"] == made["Location"]
    assert client.post(f"{made['Location']}hand-in/").status_code == 302
    assert "이렇게" in client.get(made["Location"]).content.decode()
    assert sit_down(busan.neighbour).get(made["Location"]).status_code == 404
    assert made["Location"] not in sit_down(busan.neighbour).get(BUSAN).content.decode()


def test_it_goes_its_way_by_the_pages(year, busan, central, sit_down, words_of):
    row = handed_in(busan, in_set(year))
    with within(central.agency):
        meeting, _seat = meeting_of(central)
    officer, page = sit_down(central.officer), f"{CENTRAL}received/{row.public_id}/"
    assert page in officer.get(f"{CENTRAL}received/?stage=x").content.decode()
    assert officer.post(f"{page}agenda/", {"agenda-meeting": str(meeting.public_id)}).status_code == 302
    assert "It is on an agenda" in words_of(officer.get(f"{page}?lang=en"))
    other = handed_in(busan, in_set(year, "A1-2"))
    page = f"{CENTRAL}received/{other.public_id}/"
    wrong = officer.post(f"{page}answer/?lang=en", {"draft-outcome": "accepted", "draft-words": " "})
    assert wrong.status_code == 200 and "required" in words_of(wrong)
    said = {"draft-outcome": "accepted", "draft-words": "좋습니다", "draft-is_shown": "on"}
    assert officer.post(f"{page}answer/", said).status_code == 302
    assert "좋습니다" not in sit_down(busan.officer).get(f"{BUSAN}{other.public_id}/").content.decode()
    manager = sit_down(central.manager)
    shown = manager.get(page).content.decode()
    seen = shown.partition('name="seen" value="')[2].partition('"')[0]
    with within(central.agency):
        answer = ProposalAnswer.everything.get()
    assert manager.post(f"{CENTRAL}answers/{answer.public_id}/release/", {"seen": "2020"}).status_code in (200, 302)
    assert fresh(busan, other).stage == "handed_in"
    assert manager.post(f"{CENTRAL}answers/{answer.public_id}/release/", {"seen": seen}).status_code == 302
    assert "좋습니다" in sit_down(busan.officer).get(f"{BUSAN}{other.public_id}/").content.decode()
    assert "좋습니다" in sit_down(busan.officer).get(f"{BUSAN}cards/{in_set(year, 'A1-2').public_id}/").content.decode()


def test_the_keeper_reads_no_draft_and_no_other_agencys_page(year, busan, daegu, central, sit_down):
    row = propose(busan, in_set(year))
    assert sit_down(central.officer).get(f"{CENTRAL}received/{row.public_id}/").status_code == 404
    assert sit_down(central.officer).get(f"{CENTRAL}{row.public_id}/").status_code == 404
    assert sit_down(daegu.officer).get(f"/daegu/network/proposals/{row.public_id}/").status_code == 404


def test_a_file_is_served_at_the_keeper_once_it_is_handed_in(year, busan, daegu, central, sit_down):
    row = propose(busan, in_set(year))
    file = in_busan(busan, proposing.attach_to_proposal, row, files.upload(files.pdf(), "근거.pdf"))
    address = f"{CENTRAL}received/files/{file.public_id}/"
    assert sit_down(central.officer).get(address).status_code == 404
    in_busan(busan, proposing.hand_in_proposal, row)
    served = sit_down(central.officer).get(address)
    assert b"".join(served.streaming_content).startswith(b"%PDF")
    assert sit_down(daegu.officer).get(f"/daegu/network/proposals/received/files/{file.public_id}/").status_code == 404
    assert sit_down(busan.owner).get(f"{BUSAN}files/{file.public_id}/").status_code == 404


def test_it_is_worked_in_by_its_page_and_stands_beside_the_draft_and_in_the_difference(version, draft, busan, sit_down, words_of):  # noqa: F811
    row, task = accepted(busan, version)
    client, page = sit_down(busan.officer), f"{BUSAN}to-work-in/{task.public_id}/"
    in_busan(busan, certification.settle_mapping, draft, [(code, code) for code in ("1.1.1", "1.1.2", "1.1.3")], by="manager")
    preview = sit_down(busan.manager).get(f"/busan/admin/editions/{draft.public_id}/preview/?lang=en")
    assert "Work in the accepted proposals first" in words_of(preview) and "/publish/" not in preview.content.decode()
    edition = f"/busan/admin/editions/{draft.public_id}/"
    assert str(task.public_id) in client.get(edition).content.decode()
    assert str(task.public_id) in client.get(f"/busan/admin/editions/indicators/{in_edition(draft).public_id}/").content.decode()
    wrong = client.post(f"{page}work-in/?lang=en", {"work-draft": str(draft.public_id), "work-code": "9.9", "work-words": "고친 내용"})
    assert "no indicator 9.9" in words_of(wrong) and "고친 내용" in wrong.content.decode()
    typed = {"work-draft": str(draft.public_id), "work-code": "1.1.1", "work-words": "고친 내용"}
    assert client.post(f"{page}work-in/", typed).status_code == 302
    assert client.post(f"{page}reopen/").status_code == 302 and task_of(busan, row).words == ""
    assert client.post(f"{page}carry-over/", {"carry-draft": str(draft.public_id), "carry-past_reason": "내년에"}).status_code == 302
    assert "carried over" in words_of(client.get(f"{page}?lang=en"))
    client.post(f"{page}work-in/", typed)
    with within(busan.agency):
        leaf = in_edition(draft)
        leaf.name_ko = "아주 다른 이름"
        leaf.name_en = "Quite another name"
        leaf.save()
    assert "Follows a proposal" in words_of(client.get(f"{edition}preview/?lang=en"))
    published(busan, draft)
    public = words_of(client.get(f"/busan/framework/{draft.public_id}/difference/?lang=en"))
    assert "Follows a proposal" in public and "CNRY-busan-trainer" not in public
    with within(busan.agency):
        assert PublishedProposal.everything.get().in_code == "1.1.1"


def test_the_card_tells_nothing_of_few(year, busan, central, sit_down, words_of):
    about = in_set(year)
    page = f"/central/network/proposals/cards/{about.public_id}/?lang=en"
    kept = {"code": "A1-1", "rating": {"number": 4, "mean": 81.25, "median": 80, "low": 70, "high": 90}, "judged": None, "counted": None,
            "agreement": None, "rest": {"agencies": 4, "value": None, "low": None, "high": None}}
    with within(central.agency):
        keep_year_insight(year, agencies=4, indicators=[kept], actor=Actor.system("test"))
    assert "81.3" not in words_of(sit_down(central.officer).get(page))
    with within(central.agency):
        keep_year_insight(year, agencies=6, indicators=[kept], actor=Actor.system("test"))
    assert "81.3" in words_of(sit_down(central.officer).get(page))
    assert "81.3" not in words_of(sit_down(busan.officer).get(f"{BUSAN}cards/{about.public_id}/?lang=en"))


@pytest.mark.parametrize("page", ["", "received/", "indicators/", "to-work-in/"])
def test_lists_ask_the_database_no_more_for_three_than_for_one(page, version, year, busan, sit_down):  # noqa: F811
    client, counts = sit_down(busan.manager), []
    client.get(f"{BUSAN}{page}")                # what a process remembers is read once
    for codes in (("1.1.1",), ("1.1.2", "1.1.3")):
        for code in codes:
            answered(busan, handed_in(busan, in_edition(version, code), by="trainer"))
        with CaptureQueriesContext(connection) as asked:
            assert client.get(f"{BUSAN}{page}").status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 25


def test_what_waits_is_told_on_the_first_page(version, busan, sit_down, words_of):  # noqa: F811
    row = handed_in(busan, in_edition(version), by="trainer")
    assert "1 waits for its answer" in words_of(sit_down(busan.officer).get("/busan/admin/?lang=en"))
    drafted(busan, row)
    assert "1 answer waits for your release" in words_of(sit_down(busan.manager).get("/busan/admin/?lang=en"))
    assert "waits for your release" not in words_of(sit_down(busan.officer).get("/busan/admin/?lang=en"))
