"""Sets of indicators in browsers: Central's desk, and what everybody reads of what is frozen."""
import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.actors import Actor
from agencies import workflow
from agencies.models import IndicatorSet, ManagementIndicator, Participation, SetGuide
from core import clock
from core.tenancy import within
from tests.agencies.sets import YEAR, draft_set, frozen_set
from tests.documents import assert_archivable, said_in

SETS = "/central/management/sets/"


@pytest.fixture
def draft(central):
    with within(central.agency):
        return draft_set(central.agency)


@pytest.fixture
def frozen(central, busan, daegu):
    return frozen_set(central.agency, [busan.agency, daegu.agency], year=YEAR - 1)


def of(one, page=""):
    return f"{SETS}{one.public_id}/{page}"


def indicator(place, one, code):
    with within(place.agency):
        return ManagementIndicator.everything.select_related("area").prefetch_related("figures").get(indicator_set=one, code=code)


def address(row, page="edit/"):
    return f"/central/management/indicators/{row.public_id}/{page}"


def typed(row, *figures, **other):
    """What the page of an indicator holds when it is opened, and what is typed over it."""
    texts = ("name_ko", "name_en", "definition_ko", "definition_en", "look_ko", "look_en", "evidence_ko", "evidence_en", "source",
             "kept_by", "code", "points", "rated_by", "share", "formula")
    said = {name: getattr(row, name) for name in texts} | {"area": row.area_id, "base": row.revision, "target": ""}
    figures = figures or tuple((one.name, one.label_ko) for one in row.figures.all())
    said |= {"figures-TOTAL_FORMS": len(figures), "figures-INITIAL_FORMS": 0}
    for place, (name, label) in enumerate(figures):
        said |= {f"figures-{place}-name": name, f"figures-{place}-label_ko": label}
    return said | other


# ---- who

@pytest.mark.parametrize(("who", "reads", "writes", "freezes"), [
    ("officer", True, True, False), ("manager", True, True, True), ("director", True, False, True), ("auditor", True, False, False),
    ("admin", False, False, False), ("observer", False, False, False)])
def test_who_reads_writes_and_freezes_at_central(who, reads, writes, freezes, central, draft, sit_down):
    client, one = sit_down(getattr(central, who)), indicator(central, draft, "A1-2")
    pages = [SETS, of(draft), of(draft, "rules/"), of(draft, "mapping/"), of(draft, "participation/"), address(one)]
    assert {client.get(page).status_code for page in pages} == {200 if reads else 403}
    assert client.get(f"{SETS}new/").status_code == client.get(of(draft, "fields/add/")).status_code == (200 if writes else 403)
    assert client.get(of(draft, "freeze/")).status_code == (200 if freezes else 403)
    if reads:
        assert ('name="formula"' in client.get(address(one)).content.decode()) is writes


@pytest.mark.parametrize("page", ["sets/", "sets/new/", "indicators/"])
def test_other_agencies_have_no_such_pages(page, busan, central, frozen, sit_down):
    assert sit_down(busan.manager).get(f"/busan/management/{page}").status_code == 404


def test_an_agency_finds_no_draft_and_no_set_of_central_at_home(busan, central, frozen, draft, sit_down):
    client = sit_down(busan.manager)
    for one in (frozen, draft):
        assert client.get(f"/busan/management/sets/{one.public_id}/").status_code == 404
    with within(busan.agency):
        assert not client.get("/busan/admin/").content.decode().count("management/sets/")
    assert client.get(of(draft)).status_code == 403


# ---- written

def test_a_set_is_begun_from_the_one_before_and_a_year_has_one(central, frozen, sit_down, words_of):
    client = sit_down(central.officer)
    assert f'value="{YEAR}"' in client.get(f"{SETS}new/").content.decode()
    said = {"year": YEAR, "source": frozen.pk}
    page = client.post(f"{SETS}new/?lang=en", said, follow=True)
    assert "begun as a draft" in words_of(page) and "Mapping from 2026" in words_of(page) and "30.00" in words_of(page)
    assert "There is a set of 2027 already." in words_of(client.post(f"{SETS}new/?lang=en", said))
    with within(central.agency):
        assert IndicatorSet.everything.filter(year=YEAR).count() == 1


def test_an_unknown_name_stands_beside_the_formula_and_nothing_typed_is_lost(central, draft, sit_down, words_of):
    client, one = sit_down(central.officer), indicator(central, draft, "A1-2")
    wrong = typed(one, ("met", "실적"), ("planned", "계획"), formula="met / plan * 100", name_ko="새 이름", points="서른")
    page = client.post(f"{address(one)}?lang=en", wrong)
    assert "Enter a number." in words_of(page) and "새 이름" in page.content.decode()
    page = client.post(f"{address(one)}?lang=en", wrong | {"points": "30"})
    beside = re.search(r'id="id_formula_error">([^<]+)', page.content.decode())
    assert "plan" in beside.group(1) and 'value="새 이름"' in page.content.decode() and 'value="planned"' in page.content.decode()
    client.post(address(one), wrong | {"points": "30", "formula": "met / planned * 50"})
    again = indicator(central, draft, "A1-2")
    labels = [figure.label_ko for figure in again.figures.all()]
    assert (again.name_ko, again.formula, labels) == ("새 이름", "met / planned * 50", ["실적", "계획"])


def test_a_page_that_came_too_late_shows_both_and_then_may_save(central, draft, sit_down, words_of):
    one = indicator(central, draft, "A1-2")
    with within(central.agency):
        workflow.save_row(one, {"name_ko": "먼저 저장한 이름"}, base=0, actor=Actor.of(central.manager))
    client, mine = sit_down(central.officer), typed(one, ("met", "실적"), ("planned", "목표 실적"), name_ko="나중에 쓴 이름")
    late = client.post(f"{address(one)}?lang=en", mine)
    assert late.status_code == 409
    assert all(words in words_of(late) for words in ("Nothing was overwritten", "먼저 저장한 이름", "나중에 쓴 이름", "planned: 목표 실적"))
    base = re.search(r'name="base" value="(\d+)"', late.content.decode()).group(1)
    client.post(address(one), mine | {"base": base})
    assert indicator(central, draft, "A1-2").name_ko == "나중에 쓴 이름"


def test_rows_are_added_moved_and_removed_by_buttons(central, draft, sit_down):
    client, first = sit_down(central.officer), indicator(central, draft, "A1-1")
    area = f"/central/management/areas/{first.area.public_id}/"
    assert 'value="A1-3"' in client.get(f"{area}indicators/add/").content.decode()
    client.post(f"{area}indicators/add/", typed(first, ("met", "실적"), code="A1-3", rated_by="quantitative", formula="met"))
    client.post(address(first, "down/"))
    client.post(of(draft, "fields/add/"), {"code": "C", "name_ko": "새 부문"})
    with within(central.agency):
        codes = ManagementIndicator.everything.filter(indicator_set=draft).order_by("position").values_list("code", flat=True)
        assert list(codes) == ["A1-2", "A1-1", "A1-3", "B1-1"]
    client.post(address(first, "remove/"))
    with within(central.agency):
        assert list(codes.all()) == ["A1-2", "A1-3", "B1-1"]


def test_what_is_missing_leads_to_where_it_is_put_right(central, draft, busan, sit_down, words_of):
    one = indicator(central, draft, "A1-2")
    client = sit_down(central.officer)
    client.post(address(one), typed(one, ("met", "실적"), ("planned", "계획"), points="31", definition_en=""))
    page = client.get(f"{of(draft)}?lang=en")
    assert "have to make 100; they make 101" in words_of(page) and f'href="{address(one)}?lang=en">A1-2' in page.content.decode()
    assert f'href="{of(draft, "participation/")}?lang=en">Busan' in page.content.decode()


def test_rules_have_the_day_of_the_law_beside_each_day_and_say_what_is_no_grade(central, draft, sit_down, words_of):
    client = sit_down(central.officer)
    page = client.get(f"{of(draft, 'rules/')}?lang=en").content.decode()
    assert page.count("By law until") == 4 and "31 March 2027 (Wed)" in page and "31 January 2027" in page
    said = dict(re.findall(r'<input[^>]* name="(\w+)" value="([^"]*)"', page)) | {"grades": "S 95\nA 팔십오", "base": 0}
    page = client.post(f"{of(draft, 'rules/')}?lang=en", said)
    assert "“A 팔십오” is no grade" in words_of(page)
    client.post(of(draft, "rules/"), said | {"grades": "S 96\nA 80\nB 0", "few_below": "B", "report_due_on": "2027-03-30"})
    with within(central.agency):
        now = IndicatorSet.everything.get(pk=draft.pk)
        assert (now.grades, now.report_due_on) == ([["S", "96"], ["A", "80"], ["B", "0"]], date(2027, 3, 30))


# ---- who takes part, frozen

def test_participation_is_proposed_kept_and_an_exemption_needs_its_reason(central, draft, busan, daegu, sit_down, words_of):
    busan.agency.opened_on = date(YEAR - 1, 5, 1)
    busan.agency.save()
    client, page = sit_down(central.officer), of(draft, "participation/")
    shown = client.get(f"{page}?lang=en").content.decode()
    assert "Open for less than a year at the end of 2026" in shown
    said = {f"standing-{one.pk}": "assessed" for one in (busan.agency, daegu.agency)} | {f"standing-{busan.agency.pk}": "exempt"}
    assert "An exemption names its legal reason." in words_of(client.post(f"{page}?lang=en", said))
    client.post(page, said | {f"reason-{busan.agency.pk}": "설립 후 1년 미만"})
    with within(central.agency):
        assert dict(Participation.everything.values_list("assessed", "standing")) == {
            busan.agency.pk: "exempt", daegu.agency.pk: "assessed"}


def test_the_manager_freezes_and_the_guide_is_made_in_both_languages(central, draft, busan, daegu, sit_down, words_of, work_off, client):
    with within(central.agency):
        everybody = {one.pk: ("assessed", "") for one in (busan.agency, daegu.agency)}
        workflow.say_participation(draft, everybody, actor=Actor.of(central.manager))
    sit_down(central.manager)
    assert "3 indicators, 100 points." in words_of(client.get(f"{of(draft, 'freeze/')}?lang=en"))
    assert client.post(of(draft, "freeze/")).status_code == 302
    assert "The document is being made." in words_of(client.get(f"{of(draft)}?lang=en"))
    work_off(central)
    with within(central.agency):
        kept = {guide.language: guide.file for guide in SetGuide.everything.select_related("file")}
    client.logout()
    for query, language, words in (("", "ko", ("평점산식", "실적÷계획×100", "실적보고서제출", "S95점이상")),
                                   ("?lang=en", "en", ("met÷planned×100", "Resultsnotified", "Sfrom95points"))):
        answer = client.get(f"/central/management/indicators/{draft.public_id}/guide.pdf{query}")
        content = b"".join(answer.streaming_content)
        assert len(content) == kept[language].size
        assert [word for word in words if word not in said_in(content)] == []
        title = "2027년 사회서비스원 경영평가 지침" if language == "ko" else "Guide to the management evaluation of 2027"
        assert_archivable(content, language, title)


def test_what_is_frozen_is_read_and_no_longer_written(central, frozen, busan, sit_down, words_of):
    client, one = sit_down(central.manager), indicator(central, frozen, "A1-2")
    card = client.get(f"{address(one)}?lang=en")
    assert 'name="formula"' not in card.content.decode() and "met ÷ planned × 100" in words_of(card)
    client.post(address(one, "remove/"))
    client.post(address(one), typed(one, name_ko="x"))
    assert indicator(central, frozen, "A1-2").name_ko == one.name_ko
    assert client.get(of(frozen, "rules/")).content.decode().count("<input") < 5


def test_after_freezing_the_manager_alone_exempts_with_a_reason(central, frozen, busan, sit_down, words_of):
    with within(central.agency):
        row = Participation.everything.get(assessed=busan.agency)
    to = f"/central/management/participation/{row.public_id}/exempt/"
    assert sit_down(central.officer).get(to).status_code == 403
    client = sit_down(central.manager)
    assert to in client.get(of(frozen, "participation/")).content.decode()
    client.post(to, {"reason": ""})
    client.post(to, {"reason": "기관 통합으로 평가 제외"})
    with within(central.agency):
        row.refresh_from_db()
        assert (row.standing, row.reason) == ("exempt", "기관 통합으로 평가 제외")


def test_the_page_says_when_the_day_of_the_guide_is_missed(central, draft, sit_down, words_of):
    client = sit_down(central.officer)
    with clock.travel(clock.day_start(date(YEAR, 1, 31))):
        assert "late by" not in words_of(client.get(f"{of(draft)}?lang=en"))
    with clock.travel(clock.day_start(date(YEAR, 2, 3))):
        assert "late by 3 days, and the set is still a draft" in words_of(client.get(f"{of(draft)}?lang=en"))


# ---- everybody

def test_everybody_reads_a_frozen_set_and_its_cards_and_no_draft(central, frozen, draft, client, words_of):
    page = client.get("/central/management/indicators/?lang=en")
    assert page.status_code == 200 and "Evaluation of 2026" in words_of(page) and "A1-2 Indicator A1-2" in words_of(page)
    one, hidden = indicator(central, frozen, "A1-2"), indicator(central, draft, "A1-2")
    card = client.get(f"/central/management/indicators/cards/{one.public_id}/?lang=en")
    assert "Over the years" in words_of(card) and "Definition" in words_of(card)
    assert client.get(f"/central/management/indicators/cards/{hidden.public_id}/").status_code == 404
    assert client.get(f"/central/management/indicators/{draft.public_id}/").status_code == 404
    assert client.get(f"/central/management/indicators/{frozen.public_id}/guide.pdf").status_code == 404


def test_pages_ask_as_often_for_three_years_as_for_one(central, busan, frozen, sit_down):
    def asked(client, page):
        client.get(page)
        with CaptureQueriesContext(connection) as seen:
            assert client.get(page).status_code == 200
        return len(seen)

    client = sit_down(central.officer)
    pages = (SETS, of(frozen), of(frozen, "participation/"), address(indicator(central, frozen, "A1-2")))
    before = [asked(client, page) for page in pages]
    for year in (YEAR - 2, YEAR - 3):
        frozen_set(central.agency, [busan.agency], year=year)
    assert [asked(client, page) for page in pages] == before
