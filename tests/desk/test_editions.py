"""The criteria at the desk: drafted, written in both languages, mapped, previewed, published; nothing that runs is touched."""
import re
from datetime import timedelta

import pytest

from accounts.actors import Actor
from certification import workflow
from certification.models import Area, Criterion, Erratum, FrameworkVersion, Indicator
from core import clock
from core.tenancy import within
from correspondence.models import Notice
from evaluations.models import Answer, RequiredIndicator
from evaluations.queries import running_cases
from providers.models import Provider
from tests import factories as f
from tests.certification.test_edition import LABELS, TEXTS, new_row, row
from tests.certification.test_framework_pages import queries_for as asked_for
from tests.desk.test_provider import OTHERS, READERS
from tests.evaluations.path import Path

EDITIONS = "/busan/admin/editions/"
DRAFTERS = ("officer", "manager", "admin")


@pytest.fixture
def version(busan):
    with within(busan.agency):
        return f.published_version(label_en="Edition two")


@pytest.fixture
def draft(busan, version):
    """A copy of the published one, not yet looked through."""
    with within(busan.agency):
        return workflow.copy_version(version, **LABELS, actor=Actor.of(busan.officer))


def of(draft, page=""):
    return f"{EDITIONS}{draft.public_id}/{page}"


def address(kind, one, page=""):
    plural = {"area": "areas", "criterion": "criteria", "indicator": "indicators"}[kind]
    return f"{EDITIONS}{plural}/{one.public_id}/{page}"


def typed(one, **other):
    """What the page of an indicator holds when it is opened, and what is typed over it."""
    texts = {name: getattr(one, name) for name in (*TEXTS, "name_ko", "name_en", "mistakes_ko", "mistakes_en", "legal_basis")}
    pieces = {f"evidence_{language}": "\n".join(piece[language] for piece in one.evidence) for language in ("ko", "en")}
    return {"code": one.code, "criterion": one.criterion_id, "base": one.revision} | texts | pieces | other


# ---- who

@pytest.mark.parametrize("who", [*READERS, "admin"])
def test_those_who_read_cases_see_all_editions_and_only_drafters_write(who, busan, draft, sit_down, words_of):
    client = sit_down(getattr(busan, who))
    assert "2026 edition" in words_of(client.get(f"{EDITIONS}?lang=en"))
    with within(busan.agency):
        one = row(draft, "1.1.1")
    pages = [client.get(page) for page in (of(draft), of(draft, "mapping/"), of(draft, "preview/"), address("indicator", one))]
    assert [page.status_code for page in pages] == [200] * 4
    assert ("name=\"question_ko\"" in pages[3].content.decode()) is (who in DRAFTERS)
    allowed = 200 if who in DRAFTERS else 403
    assert client.get(f"{EDITIONS}new/").status_code == client.get(of(draft, "areas/add/")).status_code == allowed
    assert client.get(of(draft, "tell/")).status_code == (200 if who in ("manager", "admin") else 403)
    if who not in DRAFTERS:
        assert client.post(address("indicator", one), typed(one, name_ko="x")).status_code == 200
        with within(busan.agency):
            assert row(draft, "1.1.1").name_ko != "x"


@pytest.mark.parametrize("who", OTHERS)
def test_others_see_no_edition_at_the_desk(who, busan, sit_down):
    if who != "admin":
        assert sit_down(getattr(busan, who)).get(EDITIONS).status_code == 403


# ---- written

def test_an_indicator_is_written_in_both_languages_with_its_evidence_and_services(busan, draft, sit_down, words_of):
    client = sit_down(busan.officer)
    with within(busan.agency):
        one = row(draft, "1.1.1")
    page = client.get(f"{address('indicator', one)}?lang=en").content.decode()
    assert page.index('name="question_ko"') < page.index('name="question_en"') < page.index('name="description_ko"')
    said = typed(one, question_ko="다달이 점검합니까?", evidence_ko="점검표\n사진", evidence_en="Checklist\nPhotos",
                 applies_to=["youth-healing"])
    assert "It is saved in the draft." in words_of(client.post(f"{address('indicator', one)}?lang=en", said, follow=True))
    with within(busan.agency):
        one = row(draft, "1.1.1")
        assert one.question_ko == "다달이 점검합니까?" and one.applies_to == ["youth-healing"] and one.revision == 1
        assert one.evidence == [{"ko": "점검표", "en": "Checklist"}, {"ko": "사진", "en": "Photos"}]


def test_a_page_that_came_too_late_shows_both_texts_and_then_may_save(busan, draft, sit_down, words_of):
    with within(busan.agency):
        one = row(draft, "1.1.1")
        workflow.save_row(one, {"question_ko": "먼저 저장한 글입니까?"}, base=0, actor=Actor.of(busan.manager))
    client = sit_down(busan.officer)
    late = client.post(f"{address('indicator', one)}?lang=en", typed(one, question_ko="나중에 쓴 글입니까?"))
    assert late.status_code == 409
    words = words_of(late)
    assert "Nothing was overwritten" in words and "먼저 저장한 글입니까?" in words and "나중에 쓴 글입니까?" in words
    base = re.search(r'name="base" value="(\d+)"', late.content.decode()).group(1)
    with within(busan.agency):
        assert row(draft, "1.1.1").question_ko == "먼저 저장한 글입니까?"
    client.post(address("indicator", one), typed(one, question_ko="나중에 쓴 글입니까?", base=base))
    with within(busan.agency):
        assert row(draft, "1.1.1").question_ko == "나중에 쓴 글입니까?"


def test_rows_are_added_moved_and_removed_by_buttons(busan, draft, sit_down):
    client = sit_down(busan.officer)
    with within(busan.agency):
        criterion, first = row(draft, "1.1", Criterion), row(draft, "1.1.1")
    form = client.get(address("criterion", criterion, "indicators/add/")).content.decode()
    assert 'value="1.1.4"' in form
    client.post(address("criterion", criterion, "indicators/add/"), {"code": "1.1.4", "criterion": criterion.pk, "name_ko": "새 지표"})
    client.post(of(draft, "areas/add/"), {"code": "2", "name_ko": "새 영역"})
    client.post(address("indicator", first, "down/"))
    with within(busan.agency):
        area = row(draft, "2", Area)
        assert list(Indicator.everything.filter(version=draft).order_by("position").values_list("code", flat=True)) == [
            "1.1.2", "1.1.1", "1.1.3", "1.1.4"]
    client.post(address("area", area, "criteria/add/"), {"code": "2.1", "area": area.pk, "name_ko": "새 항목"})
    with within(busan.agency):
        assert row(draft, "2.1", Criterion).area == area
    client.post(address("indicator", first, "remove/"))
    client.post(of(draft, "numbers/"))
    with within(busan.agency):
        assert list(Indicator.everything.filter(version=draft).order_by("position").values_list("code", flat=True)) == [
            "1.1.1", "1.1.2", "1.1.3"]


def test_a_code_that_is_taken_is_said_beside_it_and_nothing_typed_is_lost(busan, draft, sit_down, words_of):
    with within(busan.agency):
        one = row(draft, "1.1.1")
    page = sit_down(busan.officer).post(f"{address('indicator', one)}?lang=en", typed(one, code="1.1.2", name_ko="공들여 쓴 이름"))
    assert "The code 1.1.2 is taken in this edition." in words_of(page)
    assert "공들여 쓴 이름" in page.content.decode()


# ---- the way out

def test_a_draft_is_mapped_previewed_published_and_its_difference_is_public(busan, version, draft, sit_down, words_of, client):
    with within(busan.agency):
        f.RoundFactory(version=version, name_en="CNRY-in-preparation", published_at=None)
        workflow.save_row(row(draft, "1.1.1"), {"question_en": "Do you inspect the premises every month and hold drills?"}, base=0,
                          actor=Actor.of(busan.officer))
    sit_down(busan.officer)
    words = words_of(client.get(of(draft, "preview/?lang=en")))
    assert "CNRY-in-preparation" in words and "Look through the mapping" in words and "Edition two" in words
    assert client.post(of(draft, "publish/")).status_code == 403
    page = client.get(of(draft, "mapping/")).content.decode()
    names = re.findall(r'name="(before-[0-9a-f-]+)"[^>]*value="([^"]*)"', page) or [
        (name, value) for value, name in re.findall(r'value="([^"]*)"[^>]*name="(before-[0-9a-f-]+)"', page)]
    assert sorted(value for _name, value in names) == ["1.1.1", "1.1.2", "1.1.3"]
    wrong = client.post(of(draft, "mapping/?lang=en"), dict(names) | {names[0][0]: "7.7"})
    assert "There is no indicator 7.7 in the edition before." in words_of(wrong)
    assert client.post(of(draft, "mapping/"), dict(names)).status_code == 302
    sit_down(busan.manager)
    assert "Publish the edition" in words_of(client.get(of(draft, "preview/?lang=en")))
    assert "The edition is published." in words_of(client.post(of(draft, "publish/?lang=en"), follow=True))
    client.logout()
    public = client.get(f"/busan/framework/{draft.public_id}/difference/?lang=en").content.decode()
    assert "<del>regularly</del> <ins>every month</ins>" in public
    other_way = client.get(f"/busan/framework/{version.public_id}/difference/?from={draft.public_id}&lang=en").content.decode()
    assert "<ins>every month</ins>" in other_way                            # always from the older to the newer


@pytest.mark.parametrize("wrong", ["x", "00000000-0000-4000-8000-000000000000"])
def test_an_edition_that_is_not_there_is_compared_with_nothing(wrong, busan, version, client):
    assert client.get(f"/busan/framework/{version.public_id}/difference/?from={wrong}").status_code == 404


def test_the_difference_of_a_first_edition_says_that_there_is_none(busan, version, client, words_of):
    assert "This is the first edition" in words_of(client.get(f"/busan/framework/{version.public_id}/difference/?lang=en"))


def test_an_erratum_is_noted_by_the_manager_on_the_page_of_the_row(busan, version, sit_down, words_of):
    with within(busan.agency):
        one = row(version, "1.1.1")
    client, said = sit_down(busan.officer), {"field": "name_en", "new_text": "Facility safety, and drills"}
    assert client.post(address("indicator", one, "erratum/"), said).status_code == 403
    assert "Note an erratum" not in words_of(client.get(f"{address('indicator', one)}?lang=en"))
    client = sit_down(busan.manager)
    assert "Note an erratum" in words_of(client.get(f"{address('indicator', one)}?lang=en"))
    assert "stands beside the text" in words_of(client.post(f"{address('indicator', one, 'erratum/')}?lang=en", said, follow=True))
    with within(busan.agency):
        assert Erratum.everything.get().new_text == "Facility safety, and drills"
    assert "Erratum" in words_of(client.get(of(version, "?lang=en")))


def test_the_manager_asks_and_tells_providers_and_sees_who_has_not_read_it(busan, version, draft, sit_down, words_of):
    with within(busan.agency):
        Provider.everything.filter(pk=busan.provider.pk).update(stage="confirmed")
    client = sit_down(busan.manager)
    assert "Give a day to come" in words_of(client.post(of(draft, "tell/?lang=en"), {"answer_until": "2020-01-01"}))
    until = (clock.today() + timedelta(days=20)).isoformat()
    assert "on its way" in words_of(client.post(of(draft, "tell/?lang=en"), {"answer_until": until, "words_ko": "의견"}, follow=True))
    assert "on its way" in words_of(client.post(of(version, "tell/?lang=en"), {}, follow=True))
    with within(busan.agency):
        notice = f.EarlyNoticeFactory(version=version, sent_by=busan.manager)
        told_of(busan.owner, notice)
    page = client.get(f"{EDITIONS}told/{notice.public_id}/?lang=en")
    assert "1 person has not read it" in words_of(page) and "CNRY-busan-owner" in words_of(page)
    assert "are being reminded" in words_of(client.post(f"{EDITIONS}told/{notice.public_id}/remind/?lang=en", follow=True))
    assert sit_down(busan.officer).post(f"{EDITIONS}told/{notice.public_id}/remind/").status_code == 403


def told_of(recipient, about):
    """As `notify` writes it, once it has gone out."""
    return Notice.everything.create(recipient=recipient, event="framework.publication", subject_type="certification.earlynotice",
                                    subject_id=str(about.pk), language="ko", title="x", body="x", sent_at=clock.now())


# ---- nothing that runs is touched

def test_publishing_a_new_edition_changes_nothing_of_a_running_case(busan, sit_down, words_of):
    case = Path(busan).judged()

    def standing():
        with within(busan.agency):
            seals = list(case.application.seals.order_by("pk").values_list("sha256", "facts"))
            answers = [list(seal.answers.order_by("pk").values()) for seal in case.application.seals.all()]
            return seals, answers, list(RequiredIndicator.everything.filter(application=case.application).order_by("position").values())

    def pages():
        shown = []
        for who, where in ((busan.officer, f"/busan/admin/cases/{case.application.public_id}/"),
                           (busan.owner, f"/busan/portal/applications/{case.application.public_id}/"),
                           (busan.assessor, f"/busan/assess/cases/{case.application.public_id}/")):
            answer = sit_down(who).get(where)
            shown.append((answer.status_code, re.sub(r'csrfmiddlewaretoken" value="[^"]+"|X-CSRFToken[^}]+', "", answer.content.decode())))
        return shown

    before = standing(), pages()
    with within(busan.agency):
        manager, old = Actor.of(busan.manager), case.round.version
        assert running_cases(manager) == {old.pk: 1}
        new = workflow.copy_version(old, **LABELS, actor=manager)
        workflow.save_row(row(new, "1.1.1"), {"question_ko": "다른 물음입니까?", "name_ko": "다른 이름"}, base=0, actor=manager)
        workflow.remove_row(row(new, "1.1.2"), actor=manager)
        workflow.add_row(Indicator, new, new_row(new, "1.1.9", **TEXTS), actor=manager)
        workflow.settle_mapping(new, [("1.1.1", "1.1.1"), ("1.1.3", "1.1.3")], actor=manager)
        workflow.publish_version(new, actor=manager)
    assert (standing(), pages()) == before
    assert re.search(r"Running cases, unchanged .* 2024 edition 1 0", words_of(sit_down(busan.officer).get(of(new, "preview/?lang=en"))))
    with within(busan.agency):
        assert FrameworkVersion.everything.get(pk=old.pk).indicators.count() == 3


def test_a_draft_is_discarded_after_a_question_and_a_published_edition_offers_it_nowhere(busan, version, draft, sit_down, words_of):
    client = sit_down(busan.officer)
    assert "discard/" in client.get(of(draft)).content.decode() and "discard/" not in client.get(of(version)).content.decode()
    asked = words_of(client.get(of(draft, "discard/?lang=en")))
    assert "Discard the draft “2026 edition”?" in asked and "1 areas, 1 criteria, 3 indicators" in asked
    assert client.get(of(draft)).status_code == 200
    assert client.post(of(draft, "discard/")).headers["Location"] == EDITIONS
    assert client.get(of(draft)).status_code == 404
    assert "no longer changes" in words_of(client.post(of(version, "discard/?lang=en"), follow=True))
    assert client.get(of(version)).status_code == 200


def test_an_applicant_reads_an_erratum_beside_the_question(busan, sit_down):
    case = Path(busan).started()
    with within(busan.agency):
        one = row(case.round.version, "1.1.1")
        workflow.note_erratum(one, field="question_ko", new_text="시설을 다달이 점검하고 훈련을 합니까?", actor=Actor.of(busan.manager))
        answer = Answer.everything.get(application=case.application, indicator=one)
    page = sit_down(busan.owner).get(f"/busan/portal/answers/{answer.public_id}/").content.decode()
    assert "<ins>다달이</ins>" in page and one.question_ko in page


# ---- as many queries for many as for one

def queries_for(client, page):
    return len(asked_for(client, page))


def test_the_list_takes_as_many_queries_for_three_editions_as_for_one(busan, version, sit_down):
    client, found = sit_down(busan.officer), []
    for _ in range(3):
        found.append(queries_for(client, EDITIONS))
        with within(busan.agency):
            f.FrameworkVersionFactory(framework=version.framework)
    assert found[0] == found[2]


@pytest.mark.parametrize("page", ["", "mapping/", "preview/"])
def test_an_edition_of_forty_indicators_takes_as_many_queries_as_one_of_three(page, busan, version, draft, sit_down):
    client = sit_down(busan.officer)
    few = queries_for(client, of(draft, page))
    with within(busan.agency):
        criterion = row(draft, "1.1", Criterion)
        for number in range(4, 41):
            f.IndicatorFactory(criterion=criterion, code=f"1.1.{number}", position=number, name_ko=f"지표 {number}")
        workflow.propose_mapping(draft, actor=Actor.of(busan.officer))
    assert queries_for(client, of(draft, page)) == few


@pytest.mark.parametrize("place", ["difference/", ""])
def test_the_public_pages_take_as_many_queries_for_forty_as_for_three(place, busan, version, draft, client):
    with within(busan.agency):
        many = workflow.copy_version(version, **LABELS, actor=Actor.of(busan.officer))
        for number in range(4, 41):
            f.IndicatorFactory(criterion=row(many, "1.1", Criterion), code=f"1.1.{number}", position=number)
        FrameworkVersion.everything.filter(pk__in=(draft.pk, many.pk)).update(published_at=clock.now())
    found = [queries_for(client, f"/busan/framework/{one.public_id}/{place}") for one in (draft, many)]
    assert found[0] == found[1]


def test_who_has_not_read_it_takes_as_many_queries_for_three_as_for_one(busan, version, sit_down):
    client, found = sit_down(busan.officer), []
    with within(busan.agency):
        Provider.everything.filter(pk=busan.provider.pk).update(stage="confirmed")
        notice = f.EarlyNoticeFactory(version=version, sent_by=busan.manager)
    for _ in range(3):
        with within(busan.agency):
            user = f.UserFactory()
            f.ProviderMemberFactory(provider=busan.provider, user=user)
            told_of(user, notice)
        found.append(queries_for(client, f"{EDITIONS}told/{notice.public_id}/"))
    assert found[0] == found[2]


def test_an_edition_of_another_agency_is_not_at_this_desk(busan, daegu, version, sit_down, words_of):
    with within(daegu.agency):
        theirs = f.published_version(label_en="CNRY-daegu")
    client = sit_down(busan.officer)
    assert client.get(of(theirs)).status_code == 404
    assert "CNRY-daegu" not in words_of(client.get(f"{EDITIONS}?lang=en"))


def test_what_a_browser_sends_unchanged_is_no_change(busan, draft, sit_down):
    """It ends lines in its own way."""
    with within(busan.agency):
        one = row(draft, "1.1.1")
        workflow.save_row(one, {"mistakes_ko": "하나\n둘", "mistakes_en": "One\nTwo"}, base=0, actor=Actor.of(busan.officer))
        one = row(draft, "1.1.1")
    sent = {name: value.replace("\n", "\r\n") if isinstance(value, str) else value for name, value in typed(one).items()}
    assert sit_down(busan.officer).post(address("indicator", one), sent).status_code == 302
    with within(busan.agency):
        assert row(draft, "1.1.1").revision == 1
