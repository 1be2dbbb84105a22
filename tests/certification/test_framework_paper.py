"""The criteria as a document: made when an edition is published and with each erratum, offered on its public page."""
import pytest
from django.core.exceptions import PermissionDenied

from accounts.actors import Actor
from certification import workflow
from certification.models import FrameworkPaper, Indicator
from certification.reference import sample_content
from core.files import open_stored
from core.tenancy import within
from tests import factories as f
from tests.certification.test_edition import LABELS
from tests.documents import assert_archivable, said_in

pytestmark = pytest.mark.usefixtures("english")


def bytes_of(paper):
    with open_stored(paper.file) as file:
        return file.read()


@pytest.fixture
def published(busan, at, work_off):
    """The sample, published; the worker has done its work."""
    with at(busan.manager, busan) as actor:
        version = workflow.draft_version(f.FrameworkFactory(), sample_content(), **LABELS, is_sample=True, actor=actor)
        workflow.publish_version(version, actor=actor)
    work_off(busan)
    return version


def papers(version):
    return {paper.language: paper for paper in FrameworkPaper.everything.filter(version=version)}


def test_a_published_edition_is_made_in_both_languages_with_everything_an_indicator_has(busan, published):
    with within(busan.agency):
        one = Indicator.everything.filter(version=published).exclude(mistakes_ko="").order_by("position").first()
        kept = {language: bytes_of(paper) for language, paper in papers(published).items()}
        name = published.framework
    titles = {"ko": f"{name.name_ko} 인증기준 2026년판", "en": f"{name.name_en} Certification criteria 2026 edition"}
    for language, words in (("ko", ("증빙자료", "서면심사", "현장심사", "자주하는실수", one.name_ko, one.mistakes_ko.split("\n")[0])),
                            ("en", ("Evidenceaskedfor", "Documentreview", "Frequentmistakes", one.name_en, one.onsite_check_en))):
        said = said_in(kept[language])
        assert [word for word in words if word.replace(" ", "") not in said] == []
        assert_archivable(kept[language], language, titles[language])


def test_the_public_page_offers_it_in_its_language_and_a_draft_has_none(busan, published, at, client):
    page = f"/busan/framework/{published.public_id}/"
    assert f"{page}criteria.pdf" in client.get(page).content.decode()
    with within(busan.agency):
        kept = {language: bytes_of(paper) for language, paper in papers(published).items()}
    for query, language in (("", "ko"), ("?lang=en", "en")):
        answer = client.get(f"{page}criteria.pdf{query}")
        assert b"".join(answer.streaming_content) == kept[language]
        assert "attachment" in answer["Content-Disposition"]
    with at(busan.manager, busan) as actor:
        draft = workflow.copy_version(published, **LABELS, actor=actor)
    assert client.get(f"/busan/framework/{draft.public_id}/criteria.pdf").status_code == 404


def test_an_erratum_has_it_made_anew_at_the_end_of_its_indicator(busan, published, at, work_off):
    with at(busan.manager, busan) as actor:
        one = Indicator.everything.filter(version=published).order_by("position").first()
        workflow.note_erratum(one, field="description_ko", new_text="분기마다 한 번 이상 점검합니다.", actor=actor)
    work_off(busan)
    with within(busan.agency):
        both = papers(published)
        said = said_in(bytes_of(both["ko"]))
        assert "분기마다한번이상점검합니다." in said and "바로잡음" in said and "As it is meant" not in said_in(bytes_of(both["en"]))
        assert {paper.errata for paper in both.values()} == {1}


def test_what_was_drawn_before_an_erratum_overwrites_nothing_newer_and_only_the_worker_keeps_it(busan, at):
    with within(busan.agency):
        version = f.published_version()
        paper = FrameworkPaper.everything.create(version=version, language="ko")
        worker = Actor.system("a test's worker")
        newer = workflow.keep_paper(paper, b"newer", errata=2, actor=worker)
        assert workflow.keep_paper(paper, b"older", errata=1, actor=worker).file == newer.file
        with pytest.raises(PermissionDenied):
            workflow.keep_paper(paper, b"mine", errata=3, actor=Actor.of(busan.manager))
