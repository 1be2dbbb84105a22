"""The library of papers: who reads what, how it is found, editions, and that a file is given through its paper's door alone."""
import unicodedata

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from accounts.actors import Actor
from agencies.models import Paper, PaperFile, PaperText
from agencies.queries.paper import papers_found, with_hits
from agencies.snippets import around, marked
from agencies.workflow import paper as workflow
from core import clock
from core.errors import Refused
from core.search import needles
from core.tenancy import within
from tests.agencies.networking import PAPER, PaperFactory, hwpx_saying, pdf_saying, shelved
from tests.files import jpg, pdf, upload

pytestmark = pytest.mark.django_db
LIBRARY = "/busan/network/papers/"


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def draft(place, *files, **facts):
    with within(place.agency):
        actor = Actor.of(place.officer)
        paper = workflow.write_paper(actor=actor, **{**PAPER, **facts})
        for content, name in files:
            workflow.attach_file(paper, upload(content, name), actor=actor)
        return paper


def at(place, work, *args, by="officer", **facts):
    with within(place.agency):
        return work(*args, actor=Actor.of(getattr(place, by)), **facts)


def titles(place, words="", **wanted):
    with within(place.agency):
        return [one.title_ko for one in papers_found(Actor.of(place.officer), words=words, **wanted)]


def found(place, words):
    with within(place.agency):
        actor = Actor.of(place.officer)
        return with_hits(actor, list(papers_found(actor, words=words)), words)


# ---- who reads what

def test_a_draft_is_its_own_agencys_in_the_pages_and_in_the_database(busan, daegu):
    paper = draft(busan, (hwpx_saying("본문입니다."), "본문.hwpx"))
    with within(busan.agency):
        assert list(Paper.objects.visible_to(Actor.of(busan.officer))) == [paper] and not PaperText.everything.exists()
    with within(daegu.agency):
        assert not Paper.objects.visible_to(Actor.of(daegu.officer)).exists() and not PaperFile.everything.exists()
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM agencies_paper")
            assert cursor.fetchone() == (0,)
    assert titles(daegu) == titles(busan) == []


def test_published_staff_of_all_agencies_read_it_and_nobody_else(busan, daegu, central):
    shelved(busan)
    assert titles(busan) == titles(daegu) == titles(central) == [PAPER["title_ko"]]
    with within(daegu.agency):
        for actor in (Actor.public(), Actor.of(daegu.owner), Actor.of(daegu.assessor)):
            assert not Paper.objects.visible_to(actor).exists() and not PaperFile.objects.visible_to(actor).exists()
            assert not PaperText.objects.visible_to(actor).exists()


def test_a_file_is_given_through_the_papers_door_and_not_by_its_id(busan, daegu, sit_down):
    paper = draft(busan, (hwpx_saying("본문입니다."), "본문.hwpx"))
    with within(busan.agency):
        file = PaperFile.everything.get()
    client = sit_down(daegu.officer)
    address = f"/daegu/network/papers/file/{file.public_id}/"
    assert client.get(address).status_code == client.get(f"/daegu/network/papers/{paper.public_id}/").status_code == 404
    at(busan, workflow.publish_paper, paper)
    answer = client.get(address)
    assert answer.status_code == 200 and "attachment" in answer["Content-Disposition"] and b"".join(answer.streaming_content)
    at(busan, workflow.withdraw_paper, paper, reason="내용이 틀렸습니다.")
    assert client.get(address).status_code == 404
    assert "내용이 틀렸습니다." in client.get(f"/daegu/network/papers/{paper.public_id}/").content.decode()
    own = sit_down(busan.officer).get(f"{LIBRARY}file/{file.public_id}/")
    assert own.status_code == 200 and b"".join(own.streaming_content)


# ---- found

def test_words_are_found_in_the_title_the_description_and_the_text_of_pdf_and_hwpx(busan, daegu):
    shelved(busan, (pdf_saying("야간 응급 이송 절차를 따릅니다."), "안내.pdf"), title_ko="첫째", description_ko="이용자 안내")
    shelved(daegu, (hwpx_saying("월별 정산 서식", "작성 요령"), "서식.hwpx"), title_ko="둘째", description_ko="회계 서식")
    assert titles(busan, "응급") == ["첫째"] and titles(busan, "정산") == ["둘째"] and titles(busan, "회계") == ["둘째"]
    assert titles(busan, "첫째") == ["첫째"] and titles(busan, "응급 정산") == [] and titles(busan, "작성 회계") == ["둘째"]
    assert titles(busan, "없는말") == []


def test_decomposed_words_and_words_still_being_typed_are_found(busan):
    shelved(busan, (hwpx_saying(unicodedata.normalize("NFD", "돌봄 서비스 매뉴얼")), "매뉴얼.hwpx"))
    assert titles(busan, "돌봄") == titles(busan, unicodedata.normalize("NFD", "돌봄")) == titles(busan, "돌보") != []
    assert titles(busan, "%") == titles(busan) and titles(busan, "돌_") == []


def test_what_was_searched_for_is_marked_where_it_stands(busan):
    shelved(busan, (pdf_saying("이 문서는 " + "여러 가지를 설명합니다. " * 20 + "야간 응급 이송은 담당자가 합니다."), "안내.pdf"),
            title_ko="응급 안내", description_ko="설명 <b>굵게</b>")
    one = found(busan, "응급")[0]
    assert one.title == [("응급", True), (" 안내", False)] and one.description == [("설명 <b>굵게</b>", False)]
    name, pieces = one.inside[0]
    assert name == "안내.pdf" and ("응급", True) in pieces and pieces[0][0].startswith("… ") and len(str(pieces)) < 400


def test_a_mark_ends_with_its_syllable_and_overlapping_words_are_marked_once():
    assert marked("돌봄 서비스", needles("돌보")) == [("돌봄", True), (" 서비스", False)]
    assert marked("사회서비스원", needles("사회서 서비스")) == [("사회서", True), ("비스", True), ("원", False)]
    assert marked("", needles("돌봄")) == [] and around("아무 말", needles("돌봄")) == [] and marked("그대로", []) == [("그대로", False)]


def test_hits_are_marked_on_the_page_and_what_stands_in_a_file_is_no_markup(busan, sit_down):
    shelved(busan, (hwpx_saying("&lt;script&gt;응급&lt;/script&gt;"), "가.hwpx"))
    page = sit_down(busan.officer).get(f"{LIBRARY}?q=응급").content.decode()
    assert "&lt;script&gt;<mark>응급</mark>" in page and "<script>응급" not in page


def test_papers_are_narrowed_by_kind_field_and_agency_and_a_senseless_search_finds_everything(busan, daegu, sit_down):
    shelved(busan, title_ko="첫째")
    shelved(daegu, title_ko="둘째", kind="form", field_of_work="training")
    assert titles(busan, kind="form") == titles(busan, function="training") == titles(busan, agency="daegu") == ["둘째"]
    client = sit_down(busan.officer)
    for query in ("kind=x", "function=x", "agency=x", "q=%00", f"q={'x' * 300}"):
        page = client.get(f"{LIBRARY}?{query}").content.decode()
        assert "첫째" in page and "둘째" in page, query


def test_the_index_of_trigrams_answers_for_a_reader_behind_the_walls(busan):
    shelved(busan)
    with within(busan.agency), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("EXPLAIN SELECT id FROM agencies_papertext WHERE words LIKE %s", [f"%{needles('긴급돌봄')[0]}%"])
        assert "papers_by_text" in "\n".join(line for (line,) in cursor.fetchall())


def test_the_library_costs_as_many_statements_with_three_papers_as_with_one(busan, daegu, sit_down):
    client, counts = sit_down(busan.officer), []
    client.get(LIBRARY)
    for more in (1, 2):
        for number in range(more):
            shelved(daegu, title_ko=f"응급{more}{number}")
        with CaptureQueriesContext(connection) as asked:
            assert client.get(f"{LIBRARY}?q=응급").status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 14


# ---- editions, withdrawing

def test_a_newer_edition_takes_its_place_and_the_older_stays_to_be_read(busan, daegu, sit_down):
    first = shelved(busan, (hwpx_saying("옛글입니다."), "가.hwpx"))
    newer = at(busan, workflow.begin_edition, first)
    assert at(busan, workflow.begin_edition, first) == newer and (newer.edition, newer.series) == (2, first.series)
    at(busan, workflow.attach_file, newer, upload=upload(hwpx_saying("새글입니다."), "나.hwpx"))
    with pytest.raises(Refused, match="what is new"):
        at(busan, workflow.publish_paper, newer)
    facts = {**PAPER, "change": "제2장을 고쳤습니다."}
    newer = at(busan, workflow.change_paper, newer, base_version=1, **facts)
    assert titles(daegu, "옛글") == [PAPER["title_ko"]]
    at(busan, workflow.publish_paper, newer)
    assert titles(daegu, "옛글") == [] and titles(daegu, "새글") == [PAPER["title_ko"]] and len(titles(daegu)) == 1
    with within(busan.agency):
        assert [one.paper_id for one in PaperText.everything.all()] == [newer.pk], "words of the older take no room in the index"
    page = sit_down(daegu.officer).get(f"/daegu/network/papers/{first.public_id}/?lang=en").content.decode()
    assert "There is a newer edition" in page and str(newer.public_id) in page and "가.hwpx" in page
    with pytest.raises(Refused, match="in the library"):
        at(busan, workflow.begin_edition, first)


def test_withdrawn_it_is_found_no_more(busan, daegu):
    paper = shelved(busan)
    with pytest.raises(Refused, match="why"):
        at(busan, workflow.withdraw_paper, paper, reason=" ")
    at(busan, workflow.withdraw_paper, paper, reason="오류가 있습니다.")
    assert titles(daegu) == titles(daegu, "긴급돌봄") == []
    with within(busan.agency):
        assert not PaperText.everything.exists()
    with pytest.raises(Refused, match="is out"):
        at(busan, workflow.withdraw_paper, paper, reason="또")


# ---- who writes, and how

@pytest.mark.parametrize("role", ["director", "auditor", "admin", "observer", "owner"])
def test_papers_are_kept_by_officers_managers_and_trainers_alone(role, busan):
    one, out = draft(busan, (pdf(), "가.pdf")), shelved(busan)
    with within(busan.agency):
        file = one.files.get()
    facts = {"base_version": 1, **PAPER}
    for work, row, more in ((workflow.write_paper, [], PAPER), (workflow.change_paper, [one], facts), (workflow.discard_paper, [one], {}),
                            (workflow.attach_file, [one], {"upload": upload(pdf(), "가.pdf")}), (workflow.remove_file, [file], {}),
                            (workflow.publish_paper, [one], {}), (workflow.begin_edition, [out], {}),
                            (workflow.withdraw_paper, [out], {"reason": "x"})):
        with pytest.raises(PermissionDenied):
            at(busan, work, *row, by=role, **more)


def test_a_paper_with_a_resident_number_is_refused_with_its_sentence_and_nothing_is_kept(busan, sit_down, words_of):
    paper = draft(busan)
    wrong = {"file": upload(hwpx_saying("홍길동 주민등록번호 900101-1234568"), "명단.hwpx")}
    answer = sit_down(busan.officer).post(f"{LIBRARY}{paper.public_id}/add-file/?lang=en", wrong)
    assert "resident registration number" in words_of(answer)
    with within(busan.agency):
        assert not PaperFile.everything.exists()


def test_a_paper_is_published_with_a_file_and_changed_by_a_newer_edition_only(busan):
    paper = draft(busan)
    with pytest.raises(Refused, match="at least one file"):
        at(busan, workflow.publish_paper, paper)
    out = shelved(busan)
    with within(busan.agency):
        file = out.files.get()
    for work, row, more in ((workflow.change_paper, out, {"base_version": 1, **PAPER}), (workflow.discard_paper, out, {}),
                            (workflow.attach_file, out, {"upload": upload(pdf(), "가.pdf")}), (workflow.remove_file, file, {}),
                            (workflow.publish_paper, out, {})):
        with pytest.raises(Refused, match="no draft any more"):
            at(busan, work, row, **more)


def test_who_wrote_on_an_older_draft_is_told(busan):
    paper = draft(busan)
    at(busan, workflow.change_paper, paper, base_version=1, **{**PAPER, "title_ko": "둘째"})
    with pytest.raises(Refused, match="Somebody else"):
        at(busan, workflow.change_paper, paper, base_version=1, **{**PAPER, "title_ko": "셋째"})


def test_there_are_so_many_files_and_a_picture_has_no_words(busan, monkeypatch):
    monkeypatch.setattr(workflow, "MOST_FILES", 1)
    paper = draft(busan, (jpg(), "사진.jpg"))
    with within(busan.agency):
        assert paper.files.get().words == ""
    with pytest.raises(Refused, match="at most 1"):
        at(busan, workflow.attach_file, paper, upload=upload(pdf(2), "나.pdf"))


def test_the_database_keeps_one_paper_of_a_series_in_force_and_says_why_one_is_withdrawn(busan):
    with within(busan.agency):
        by = {"written_by": busan.officer}
        first = PaperFactory(stage="published", published_at=clock.now(), **by)
        for wrong in ({"series": first.series, "edition": 2, "stage": "published", "published_at": clock.now()},
                      {"series": first.series, "edition": 1}, {"stage": "published"}, {"stage": "withdrawn", "published_at": clock.now()}):
            with pytest.raises(IntegrityError), transaction.atomic():
                PaperFactory(**wrong, **by)
        PaperFactory(series=first.series, edition=2, **by)
        with pytest.raises(IntegrityError), transaction.atomic():
            PaperFactory(series=first.series, edition=3, **by)


# ---- pages

def test_a_paper_goes_its_way_by_its_pages(busan, daegu, sit_down, words_of):
    client = sit_down(busan.officer)
    wrong = client.post(f"{LIBRARY}new/?lang=en", {**PAPER, "title_ko": "", "description_ko": "설명은 남습니다"})
    assert "required" in words_of(wrong) and "설명은 남습니다" in wrong.content.decode()
    way = client.post(f"{LIBRARY}new/", PAPER)
    address = way["Location"]
    assert client.post(f"{address}add-file/", {"file": upload(hwpx_saying("본문"), "본문.hwpx")}).status_code == 302
    assert client.post(f"{address}change/", {**PAPER, "version": 1, "title_ko": "고친 제목"}).status_code == 302
    assert "본문.hwpx" in client.get(address).content.decode() and "고친 제목" in client.get(f"{LIBRARY}own/").content.decode()
    assert client.post(f"{address}publish/").status_code == 302
    other = sit_down(daegu.trainer)
    page = other.get(address.replace("busan", "daegu"))
    assert "고친 제목" in page.content.decode() and "withdraw/" not in page.content.decode()
    for deed in ("change", "publish", "discard", "edition", "withdraw", "add-file"):
        assert other.post(f"{address.replace('busan', 'daegu')}{deed}/").status_code == 404, deed
    client = sit_down(busan.officer)
    assert "why" not in words_of(client.post(f"{address}withdraw/?lang=en", {"reason": ""}))
    newer = client.post(f"{address}edition/")["Location"]
    assert "What is new" in words_of(client.get(f"{newer}?lang=en"))
    assert client.post(newer.replace("change/", "discard/")).status_code == 302
    assert client.post(f"{address}withdraw/", {"reason": "틀린 곳이 있습니다."}).status_code == 302
    assert "틀린 곳이 있습니다." in client.get(address).content.decode()


def test_a_file_is_taken_out_of_ones_own_draft_alone(busan, daegu, sit_down):
    paper = draft(busan, (pdf(), "가.pdf"))
    with within(busan.agency):
        file = paper.files.get()
    address = f"/network/papers/file/{file.public_id}/remove/"
    assert sit_down(daegu.officer).post(f"/daegu{address}").status_code == 404
    assert sit_down(busan.officer).post(f"/busan{address}").status_code == 302
    with within(busan.agency):
        assert not PaperFile.everything.exists()


def test_another_agencys_file_is_not_removed(busan, daegu, sit_down):
    """It is in sight once its paper is out, and still nobody else's to take away: 404, not a refusal."""
    paper = shelved(busan)
    with within(busan.agency):
        file = paper.files.get()
    assert sit_down(daegu.officer).post(f"/daegu/network/papers/file/{file.public_id}/remove/").status_code == 404


def test_decomposed_words_are_kept_composed(busan):
    shelved(busan, (hwpx_saying(unicodedata.normalize("NFD", "돌봄")), "가.hwpx"))
    with within(busan.agency):
        assert PaperFile.everything.get().words == "돌봄"
