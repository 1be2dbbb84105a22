"""The library: where a document is used, its versions, its validity, and what is offered again."""
from datetime import timedelta

import pytest

from core import clock
from core.errors import Refused
from core.tenancy import within
from evaluations import workflow
from evaluations.models import AnswerEvidence, SealedFile
from providers.models import Evidence
from providers.workflow import add_evidence, describe_evidence, remove_evidence, replace_evidence
from tests import factories as f
from tests import files
from tests.evaluations.path import Path
from tests.evaluations.portal_pages import answers_of, queries_of, signed_in, to, typed, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def path(busan):
    return Path(busan).started()


@pytest.fixture
def owner(busan):
    return signed_in(busan.owner)


@pytest.fixture
def rules(path, busan):
    """A document that supports the first answer of a draft."""
    with within(busan.agency):
        link, _ = workflow.attach_upload(answers_of(path)[0], files.upload(files.pdf(), "운영규정.pdf"), actor=path.as_(busan.owner))
        return link.evidence


def fresh(row):
    with within(row.agency):
        return row.__class__.everything.get(pk=row.pk)


def about(evidence):
    return to("library", evidence.public_id)


def test_the_library_says_what_is_there_and_where_it_is_used(path, busan, owner, rules):
    with within(busan.agency):
        add_evidence(busan.provider, files.upload(files.pdf(pages=2), "보험증권.pdf"), actor=path.as_(busan.owner))
    page = words_of(owner.get(to(busan.provider.public_id, "library")))
    assert "2 documents" in page
    assert f"{path.round.name_en}: 1.1.1" in page
    assert "Not used in any application." in page
    found = words_of(owner.get(to(busan.provider.public_id, "library") + "&q=운영"))
    assert "운영규정.pdf" in found
    assert "보험증권.pdf" not in found


def test_a_new_version_is_offered_to_drafts_and_what_was_sealed_keeps_the_old(busan, owner):
    path = Path(busan).submitted()
    with within(busan.agency):
        old = AnswerEvidence.everything.filter(answer=answers_of(path)[0]).get().evidence
        newer = replace_evidence(old, files.upload(files.pdf(pages=2), "운영규정 2026.pdf"), actor=path.as_(busan.owner))
        assert (newer.version, newer.lineage) == (2, old.lineage)
        assert SealedFile.everything.filter(code="1.1.1").get().sha256 == old.file.sha256
        path.application = workflow.return_application(path.fresh(), reason="고쳐 주십시오.", actor=path.officer)
    answer = answers_of(path)[0]
    page = words_of(owner.get(to("answers", answer.public_id)))
    assert "There is a newer version: 운영규정 2026.pdf" in page
    with within(busan.agency):
        link = AnswerEvidence.everything.get(answer=answer)
    owner.post(to("answers", answer.public_id), typed(answer, newer=link.public_id))
    with within(busan.agency):
        assert AnswerEvidence.everything.get(answer=answer).evidence_id == newer.pk
    page = words_of(owner.get(about(newer)))
    assert "Versions 2" in page
    assert "replaced by a newer version" in words_of(owner.get(about(old)))


def test_the_old_version_is_offered_no_more_and_replaced_once(path, busan, owner, rules):
    with within(busan.agency):
        newer = replace_evidence(rules, files.upload(files.pdf(pages=2), "새 규정.pdf"), actor=path.as_(busan.owner))
        with pytest.raises(Refused, match="replaced or taken out"):
            replace_evidence(rules, files.upload(files.pdf(pages=3), "다른.pdf"), actor=path.as_(busan.owner))
        with pytest.raises(Refused, match="in the library already, as “새 규정.pdf”"):
            replace_evidence(newer, files.upload(files.pdf(pages=2), "또.pdf"), actor=path.as_(busan.owner))
    page = owner.get(to("answers", answers_of(path)[1].public_id)).content.decode()
    assert str(newer.public_id) in page
    assert f'value="{rules.public_id}"' not in page


def test_replacing_by_the_page(busan, owner, rules):
    newer = {"file": files.upload(files.pdf(pages=2), "새 규정.pdf")}
    done = owner.post(f"/busan/portal/library/{rules.public_id}/replace/?lang=en", newer)
    with within(busan.agency):
        newer = Evidence.everything.get(version=2)
    assert done["Location"] == about(newer)
    same = owner.post(f"/busan/portal/library/{newer.public_id}/replace/?lang=en", {"file": files.upload(files.pdf(pages=2), "같은.pdf")})
    assert "in the library already, as “새 규정.pdf”" in words_of(same)


def test_period_and_validity_are_kept_and_a_period_runs_forwards(owner, rules):
    given = {"covers_from": "2025-01-01", "covers_to": "2025-12-31", "expires_on": "2027-03-31"}
    owner.post(about(rules), given)
    page = words_of(owner.get(about(rules)))
    assert "Covers 1 January 2025 (Wed) to 31 December 2025 (Wed) · Valid until 31 March 2027 (Wed)" in page
    wrong = owner.post(about(rules), given | {"covers_to": "2024-12-31"})
    assert "The period ends before it begins." in words_of(wrong)
    assert fresh(rules).covers_to.year == 2025


def test_a_document_that_expires_before_the_round_ends_is_warned_of(path, busan, owner, rules):
    with within(busan.agency):
        describe_evidence(rules, covers_from=None, covers_to=None, expires_on=clock.today(), actor=path.as_(busan.owner))
    for address in (to("answers", answers_of(path)[0].public_id), about(rules), to(busan.provider.public_id, "library")):
        page = words_of(owner.get(address))
        assert any(words in page for words in ("before the round ends", "expires too early")), address
    assert "Valid only until" in words_of(owner.get(to("answers", answers_of(path)[1].public_id)))
    with within(busan.agency):
        describe_evidence(rules, covers_from=None, covers_to=None, expires_on=clock.today() + timedelta(days=4000),
                          actor=path.as_(busan.owner))
    assert "before the round ends" not in words_of(owner.get(to("answers", answers_of(path)[0].public_id)))


def test_what_was_given_for_the_same_indicator_comes_first_and_is_found_by_name(busan, owner):
    earlier = Path(busan).submitted()
    with within(busan.agency):
        earlier.application = workflow.withdraw_application(earlier.fresh(), actor=earlier.as_(busan.owner))
        add_evidence(busan.provider, files.upload(files.pdf(pages=2), "새것.pdf"), actor=earlier.as_(busan.owner))
    again = Path(busan, round=earlier.round).started()
    answer = answers_of(again)[1]
    page = words_of(owner.get(to("answers", answer.public_id)))
    order = sorted(("evidence-1.1.2.pdf", "새것.pdf", "evidence-1.1.1.pdf"), key=page.index)
    assert order == ["evidence-1.1.2.pdf", "새것.pdf", "evidence-1.1.1.pdf"]
    assert "given for this before" in page
    assert f"last used {earlier.round.year} for 1.1.2" in page
    asked = owner.post(to("answers", answer.public_id), typed(answer, do="search", q="새것", explanation="쓰던 글"), follow=True)
    assert "새것.pdf" in words_of(asked)
    assert "evidence-1.1.1.pdf" not in words_of(asked)
    assert "쓰던 글" in asked.content.decode()


def test_out_of_use_is_offered_no_more_and_stays_where_it_was_handed_in(busan, owner):
    path = Path(busan).submitted()
    with within(busan.agency):
        document = Evidence.everything.get(name="evidence-1.1.1.pdf")
    owner.post(f"/busan/portal/library/{document.public_id}/remove/")
    assert fresh(document).removed_at
    assert "out of use" in words_of(owner.get(to(busan.provider.public_id, "library")))
    with within(busan.agency):
        assert SealedFile.everything.filter(code="1.1.1").get().sha256 == document.file.sha256
        with pytest.raises(Refused, match="taken out"):
            remove_evidence(document, actor=path.as_(busan.owner))


def test_the_same_content_given_to_the_library_is_one_document(busan, owner):
    address = to(busan.provider.public_id, "library")
    owner.post(address, {"files": files.upload(files.pdf(), "운영규정.pdf")})
    page = owner.post(address, {"files": files.upload(files.pdf(), "규정 사본.pdf")}, follow=True)
    assert "The library had this content already, as “운영규정.pdf”" in words_of(page)
    with within(busan.agency):
        assert Evidence.everything.count() == 1


def test_the_library_is_its_own_peoples(busan, rules):
    neighbour, officer = signed_in(busan.neighbour), signed_in(busan.officer)
    for address in (to(busan.provider.public_id, "library"), about(rules)):
        assert neighbour.get(address).status_code == 404
    assert neighbour.post(f"/busan/portal/library/{rules.public_id}/remove/").status_code == 404
    assert officer.get(about(rules)).status_code == 404
    assert officer.get(to(busan.provider.public_id, "library")).status_code == 404      # what is handed in staff read in the case
    with within(busan.agency):
        viewer = signed_in(f.ProviderMemberFactory(provider=busan.provider, role="viewer").user)
    assert viewer.get(about(rules)).status_code == 200
    assert viewer.post(f"/busan/portal/library/{rules.public_id}/remove/").status_code == 403
    assert viewer.post(about(rules), {"expires_on": "2027-01-01"}).status_code == 403


def test_the_library_asks_as_often_for_three_documents_as_for_one(path, busan, owner, rules):
    address = to(busan.provider.public_id, "library")
    owner.get(address)
    one = queries_of(owner, address)
    with within(busan.agency):
        for number in (2, 3):
            workflow.attach_upload(answers_of(path)[number - 1], files.upload(files.pdf(pages=number), f"{number}.pdf"),
                                   actor=path.as_(busan.owner))
    assert queries_of(owner, address) == one
