"""What a provider is told after handing in: the way, the papers, the report, and no outcome before the announcement."""
import re

import pytest

from accounts.actors import Actor
from core import clock
from core.files import store_document
from core.tenancy import within
from correspondence.models import Letter
from evaluations import workflow
from evaluations.models import AnnouncementItem, Receipt, Seal
from evaluations.stages import Stage
from evaluations.workflow.announcement import digest_of
from panels import workflow as panels
from tests import factories as f
from tests.architecture.world import undone
from tests.evaluations.path import Path
from tests.evaluations.portal_pages import signed_in, to, words_of

pytestmark = pytest.mark.django_db
UNTOLD, SECRETS = "CNRY-busan-assessor", ("CNRY-busan-committee", "CNRY-busan-meeting", "CNRY-busan-body", "agenda", "Decided")


@pytest.fixture
def owner(busan):
    return signed_in(busan.owner)


def page(owner, path, *more):
    return owner.get(to("applications", path.application.public_id, *more))


STEPS = [
    ("submitted", "The agency checks whether the requirements are met."),
    ("screened", "Assessors read what you handed in."),
    ("reviewed", "Assessors read what you handed in."),
    ("planned", "The assessors come on"),
    ("visited", "Read the draft report. Comment on what is wrong or incomplete, or confirm that its facts are right."),
    ("ready", "The committee deals with the application."),
    ("decided", "The committee deals with the application."),
    ("approved", "The committee deals with the application."),
]


@pytest.mark.parametrize(("step", "sentence"), STEPS, ids=[step for step, _ in STEPS])
def test_each_step_says_where_it_stands_and_what_is_next(busan, owner, step, sentence):
    path = getattr(Path(busan), step)()
    words = words_of(page(owner, path))
    assert sentence in words
    line = ("Received", "Eligibility screening", "Document review", "Site visit", "Final evaluation", "Result")
    assert all(name in words for name in line)
    assert path.application.number in words
    assert not [secret for secret in SECRETS if secret in words]
    assert (UNTOLD in words) == (step not in ("submitted", "screened"))             # once told, it knows who assesses it
    shown = page(owner, path, "report").status_code
    assert shown == (200 if step in ("visited", "ready", "decided", "approved") else 404)
    assert owner.get(to("letters", path.application.public_id)).status_code == 404


# ---- papers

def test_the_receipt_asks_for_itself_until_it_is_made(busan, owner):
    path = Path(busan).submitted()
    waiting = page(owner, path).content.decode()
    assert 'hx-trigger="every 3s"' in waiting
    assert page(owner, path, "receipt").status_code == 404
    with within(busan.agency):
        workflow.keep_receipt(Receipt.everything.get(seal__application=path.application), actor=Actor.system("tests"))
    fragment = owner.get(to("applications", path.application.public_id), HTTP_HX_REQUEST="true").content.decode()
    assert "<html" not in fragment
    assert "hx-trigger" not in fragment
    paper = page(owner, path, "receipt")
    assert b"".join(paper.streaming_content).startswith(b"%PDF-")
    assert path.application.number in paper["Content-Disposition"]


def test_what_was_handed_in_is_read_and_downloaded_from_the_sealed_copy(busan, owner):
    path = Path(busan).submitted()
    with within(busan.agency):
        sealed = Seal.everything.get(application=path.application).files.first()
    words = words_of(page(owner, path))
    assert "CNRY-busan-answer 규정을 갖추고 지킵니다." in words
    assert "evidence-1.1.1.pdf" in words
    assert b"".join(owner.get(to("sealed-files", sealed.public_id)).streaming_content).startswith(b"%PDF-")


def test_the_announced_letter_is_there_once_it_is_made(busan, owner):
    path = Path(busan, unmet=["1.1.2"]).announced()
    assert "The letter is being made." in words_of(page(owner, path))
    with within(busan.agency):
        item = AnnouncementItem.everything.get(decision__application=path.application)
        paper = store_document(b"%PDF-1.7 signed", shelf=item.letter.public_id, actor=Actor.system("tests"))
        Letter.everything.filter(pk=item.letter_id).update(file=paper)
    assert "Letter with the result" in words_of(page(owner, path))
    assert b"".join(owner.get(to("letters", path.application.public_id)).streaming_content).startswith(b"%PDF-")


def test_a_certified_provider_finds_its_certificate(busan, owner):
    path = Path(busan).announced()
    answer = page(owner, path)
    assert "You are certified." in words_of(answer)
    assert "/portal/certificates/" in answer.content.decode()


# ---- the report

def test_the_draft_report_says_what_was_found_and_until_when(busan, owner):
    path = Path(busan, unmet=["1.1.2"]).visited()
    words = words_of(page(owner, path, "report"))
    for there in ("Draft report", "Are the facts right?", "You have until", "기록이 빠져 있습니다.", "It says nothing about the result"):
        assert there in words
    assert "compliant" not in words
    done = words_of(owner.post(to("applications", path.application.public_id, "report", "confirm"), follow=True))
    assert "You confirmed the facts on" in done
    with within(busan.agency):
        assert path.fresh().report_confirmed_at


def test_somebody_who_is_staff_too_reads_no_report_early(busan):
    """An auditor who is a member of the provider sees the rows by the door, and the portal still shows none before the fact check."""
    path = Path(busan).reviewed()
    with within(busan.agency):
        f.ProviderMemberFactory(provider=busan.provider, user=busan.auditor, role="viewer")
    assert signed_in(busan.auditor).get(to("applications", path.application.public_id, "report")).status_code == 404


def test_only_the_owner_confirms_and_only_in_the_fact_check(busan, owner):
    path = Path(busan).visited()
    confirm = to("applications", path.application.public_id, "report", "confirm")
    editor = signed_in(busan.colleague)
    assert "The facts are right" not in words_of(editor.get(to("applications", path.application.public_id, "report")))
    assert editor.post(confirm).status_code == 403
    with within(busan.agency):
        assert path.fresh().report_confirmed_at is None
        workflow.confirm_report(path.application, actor=path.as_(busan.owner))
        workflow.close_fact_check(path.fresh(), actor=path.officer)
    assert "The fact check is over." in words_of(owner.post(confirm, follow=True))


def test_after_the_announcement_the_report_has_the_final_reasons(busan, owner):
    path = Path(busan, unmet=["1.1.2"]).announced()
    words = words_of(page(owner, path, "report"))
    assert "as the decision has it" in words
    assert "기록이 빠져 있습니다." in words


# ---- nothing differs by the outcome

ADDRESSES = [("applications",), ("applications", "{id}"), ("applications", "{id}", "report"), ("applications", "{id}", "withdraw"),
             ("applications", "{id}", "pledge"), ("applications", "{id}", "receipt"), ("letters", "{id}")]
POSTS = [("applications", "{id}", "submit"), ("applications", "{id}", "withdraw"), ("applications", "{id}", "report", "confirm"),
         ("applications", "{id}", "pledge")]
CHANGING = re.compile(r'(csrfmiddlewaretoken" value=|X-CSRFToken": )"[^"]+"|datetime="[^"]+"|\d\d:\d\d')


def everything_shown(path):
    """Each page and each refusal that the provider can get, without tokens and times."""
    client, shown = signed_in(path.owner), {}
    outside = ["/busan/portal/", "/busan/accounts/inbox/", f"/busan/portal/{path.provider.public_id}/"]
    addresses = outside + [to(*(part.format(id=path.application.public_id) for part in parts)) for parts in ADDRESSES]
    for address in addresses:
        answer = client.get(address)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        shown["get", address] = answer.status_code, CHANGING.sub("·", body.decode(errors="replace"))
    for parts in POSTS:
        address = to(*(part.format(id=path.application.public_id) for part in parts))
        with undone():
            answer = client.post(address, {"reason": "이전합니다."}, follow=True)
            shown["post", address] = answer.status_code, CHANGING.sub("·", answer.content.decode())
    return shown


def decided(path, choice):
    """From the agenda to the director's signature: nothing is announced yet. What is seen at each step."""
    with within(path.place.agency):
        ballot = panels.open_ballot(path.item, actor=path.officer)
        for user in path.members:
            panels.cast_vote(ballot, choice, actor=path.as_(user), arrived_at=path.application.submitted_at)
        panels.close_ballot(ballot, actor=path.officer)
    yield everything_shown(path)
    with within(path.place.agency):
        grounds = {} if choice == "award" else {path.item.pk: "CNRY-busan-grounds"}
        decision, = workflow.close_committee(path.meeting, actor=path.officer, grounds=grounds)
    yield everything_shown(path)
    with within(path.place.agency):
        announcement = workflow.draft_announcement(path.application.round, [decision], title="CNRY-busan-announcement",
                                                   planned_for=clock.now(), actor=path.officer)
    yield everything_shown(path)
    with within(path.place.agency):
        workflow.release_announcement(announcement, digest_of(announcement), actor=path.as_(path.place.manager))
        workflow.approve_announcement(announcement, digest_of(announcement), actor=path.as_(path.place.director))
    yield everything_shown(path)


def test_before_the_announcement_no_page_and_no_refusal_differs_by_the_outcome(busan):
    path, seen = Path(busan).in_session(), {}
    before = everything_shown(path)
    for choice in ("award", "refuse", "defer"):
        with undone():
            seen[choice] = list(decided(path, choice))
    assert len(seen["award"]) == 4
    for other in ("refuse", "defer"):
        for step, (award, shown) in enumerate(zip(seen["award"], seen[other], strict=True)):
            assert [address for address in award if award[address] != shown[address]] == [], (other, step)
    for step in seen["award"]:
        assert [address for address in before if before[address] != step[address]] == []


def test_once_announced_the_pages_do_differ(busan):
    """The comparison above would find a difference."""
    path = Path(busan).ready()
    before = everything_shown(path)
    with within(busan.agency):
        path.application.__class__.everything.filter(pk=path.application.pk).update(stage=Stage.DEFERRED)
    after = everything_shown(path)
    assert [address for address in before if before[address] != after[address]]
