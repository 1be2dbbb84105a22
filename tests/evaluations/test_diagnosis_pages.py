"""The pages of the private self-diagnosis, as its people and everybody else open them."""
import io
import re

import pytest
from openpyxl import load_workbook

from accounts.actors import Actor
from core import clock
from core.tenancy import within
from evaluations import workflow
from evaluations.models import Answer, Diagnosis
from tests import factories as f
from tests.cast import STAFF
from tests.evaluations.diagnosing import diagnosed, rows_of
from tests.evaluations.path import Path
from tests.evaluations.portal_pages import queries_of, signed_in, to, words_of

pytestmark = pytest.mark.django_db
AUTOSAVE = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def owner(busan):
    return signed_in(busan.owner)


@pytest.fixture
def diagnosis(busan):
    return diagnosed(busan, "meets", "partly", "not_yet")


def typed(row, **other):
    return {"rating": row.rating, "explanation": row.explanation, "version": row.version, "do": "save"} | other


def begun(busan, version):
    return Diagnosis.everything.create(provider=busan.provider, version=version, started_at=clock.now(), started_by=busan.owner)


def rows(busan, diagnosis):
    with within(busan.agency):
        return rows_of(diagnosis)


# ---- for its people alone

@pytest.mark.parametrize("who", [*map(str, STAFF), "neighbour", "operator"])
def test_for_everybody_else_it_is_an_unknown_page(busan, operator, diagnosis, who):
    client = signed_in(operator if who == "operator" else getattr(busan, who))
    row = rows(busan, diagnosis)[0]
    for address in (to("diagnoses", diagnosis.public_id), to("diagnoses", diagnosis.public_id, "file"),
                    to("diagnoses", diagnosis.public_id, "delete"), to("diagnosis-answers", row.public_id)):
        for answer in (client.get(address), client.post(address, typed(row, explanation="남의 말"))):
            assert answer.status_code == 404
            assert b"CNRY-busan-provider-note" not in answer.content
    assert b"CNRY-busan-provider" not in client.get(to("diagnoses")).content
    assert rows(busan, diagnosis)[0].version == 1


def test_at_another_agency_it_is_an_unknown_page(daegu, busan, diagnosis):
    for place in ("busan", "daegu"):
        assert signed_in(daegu.owner).get(to("diagnoses", diagnosis.public_id, place=place)).status_code == 404


def test_a_viewer_reads_and_is_offered_nothing_to_write(busan, diagnosis):
    with within(busan.agency):
        f.ProviderMemberFactory(provider=busan.provider, user=busan.employee, role="viewer")
    viewer = signed_in(busan.employee)
    page = viewer.get(to("diagnosis-answers", rows(busan, diagnosis)[0].public_id))
    assert "CNRY-busan-provider-note 1.1.1" in page.content.decode() and "<fieldset class=\"plain\" disabled" in page.content.decode()
    assert "answer.js" not in page.content.decode()
    assert "/delete/" not in viewer.get(to("diagnoses", diagnosis.public_id)).content.decode()
    assert viewer.post(to("diagnoses", diagnosis.public_id, "delete")).status_code == 403


# ---- writing

def test_it_is_begun_from_the_list_and_leads_to_the_first_question(busan, owner):
    with within(busan.agency):
        f.published_version()
    page = owner.get(to("diagnoses"))
    assert "Only the people of your organisation see this" in words_of(page)
    first = owner.post(to("providers", busan.provider.public_id, "diagnose"), follow=True)
    assert "1 of 3" in words_of(first) and "Do you inspect the premises regularly and hold drills?" in words_of(first)
    assert "0 of 3 indicators are answered" in words_of(owner.get(to("diagnoses")))


def test_the_neighbours_provider_is_an_unknown_page(busan, owner):
    assert owner.post(to("providers", busan.neighbours.public_id, "diagnose")).status_code == 404


def test_the_buttons_save_and_lead_on_to_the_result(busan, owner, diagnosis):
    first, second, third = rows(busan, diagnosis)
    words = typed(first, rating="partly", explanation="소화기 두 개\r\n더 둔다 ")
    kept = owner.post(to("diagnosis-answers", first.public_id), words, follow=True)
    assert "Saved " in words_of(kept)
    assert rows(busan, diagnosis)[0].explanation == "소화기 두 개\n더 둔다"
    assert owner.post(to("diagnosis-answers", second.public_id), typed(second, do="next"))["Location"] == to(
        "diagnosis-answers", third.public_id)
    assert owner.post(to("diagnosis-answers", third.public_id), typed(third, do="next"))["Location"] == to("diagnoses", diagnosis.public_id)


def test_the_script_saves_and_an_older_page_is_shown_both(busan, owner, diagnosis):
    row = rows(busan, diagnosis)[0]
    said = owner.post(to("diagnosis-answers", row.public_id), typed(row, explanation="점검함"), **AUTOSAVE)
    assert said.status_code == 200 and 'data-version="2"' in said.content.decode() and "<html" not in said.content.decode()
    for how in ({}, AUTOSAVE):
        stale = owner.post(to("diagnosis-answers", row.public_id), typed(row, explanation="다른 말"), **how)
        assert stale.status_code == 409 and "점검함" in words_of(stale) and 'data-version="2"' in stale.content.decode()
    assert rows(busan, diagnosis)[0].explanation == "점검함"


@pytest.mark.parametrize(("wrong", "sentence"), [
    ({"explanation": "가" * 4001}, "at most 4000 characters"), ({"rating": "best"}, "Select a valid choice"),
    ({"explanation": "점검\u202e함"}, "U+202E")])
def test_what_cannot_be_kept_is_said_and_stays_in_the_form(busan, owner, diagnosis, wrong, sentence):
    row = rows(busan, diagnosis)[0]
    page = owner.post(to("diagnosis-answers", row.public_id), typed(row, **wrong))
    assert page.status_code == 422 and sentence in words_of(page)
    assert wrong.get("explanation", row.explanation) in page.content.decode()


# ---- the result

def test_the_result_is_drawn_and_told_with_what_to_do_first(owner, diagnosis):
    page = owner.get(to("diagnoses", diagnosis.public_id))
    words, source = words_of(page), page.content.decode()
    for there in ("1 of 3 indicators is met", "met 1, met in part 1, not met yet 1, not answered 0", "What to do first",
                  "Regular safety checklists", "CNRY-busan-provider-note 1.1.3", "This is your own view and binds nobody"):
        assert there in words.replace("indicators are met", "indicators is met"), there
    first = words[words.index("What to do first"):]
    assert first.index("1.1.3 Facility safety") < first.index("1.1.2 Facility safety")
    assert 'role="img" aria-labelledby="chart-title chart-words"' in source and source.count("<rect") == 3
    assert re.search(r"<th scope=\"row\">Quality, safety and users&#x27; rights</th>", source)


def test_nothing_in_the_drawing_is_wider_than_it(owner, diagnosis):
    source = owner.get(to("diagnoses", diagnosis.public_id)).content.decode()
    pieces = [(float(x), float(width)) for x, width in re.findall(r'<rect x="([\d.]+)" y="\d+" width="([\d.]+)"', source)]
    assert pieces == [(0, 118), (120, 118), (240, 118)]


def test_an_earlier_one_is_compared_word_by_indicator(busan, owner):
    earlier = diagnosed(busan, "not_yet", "meets", "meets")
    with within(busan.agency):
        later = begun(busan, earlier.version)
        for row, rating in zip(rows_of(earlier), ("meets", "partly", "meets"), strict=True):
            later.answers.model.everything.create(diagnosis=later, indicator=row.indicator, rating=rating)
    page = owner.get(to("diagnoses", later.public_id) + f"&with={earlier.public_id}")
    assert "Better: 1. Worse: 1. Unchanged: 1." in words_of(page)
    assert page.content.decode().count("<rect") == 4 and page.content.decode().count('class="piece before') == 2
    for strange in ("no-id", str(later.public_id)):
        assert "Better:" not in words_of(owner.get(to("diagnoses", later.public_id) + f"&with={strange}"))


def test_a_neighbours_one_is_none_to_compare_with(busan, owner, diagnosis):
    theirs = diagnosed(busan, "meets", provider=busan.neighbours, owner=busan.neighbour)
    assert "Better:" not in words_of(owner.get(to("diagnoses", diagnosis.public_id) + f"&with={theirs.public_id}"))


def test_the_file_holds_the_notes_and_calculates_nothing(busan, owner, diagnosis):
    with within(busan.agency):
        row = rows_of(diagnosis)[0]
        row.explanation = "=1+1"
        row.save()
    answer = owner.get(to("diagnoses", diagnosis.public_id, "file"))
    assert answer["Cache-Control"] == "private, no-store"
    sheet = load_workbook(io.BytesIO(answer.content)).worksheets[0]
    told = [[cell.value for cell in line] for line in sheet.iter_rows()]
    assert told[0] == ["Area", "Code", "Indicator", "Our organisation", "Note for ourselves", "Evidence that is asked for"]
    assert (told[1][1], told[1][3], told[1][4]) == ("1.1.1", "met", "=1+1")
    assert sheet["E2"].data_type == "s"


def test_deleting_asks_first_and_is_for_good(busan, owner, diagnosis):
    address = to("diagnoses", diagnosis.public_id, "delete")
    assert "This cannot be undone." in words_of(owner.get(address))
    assert "The self-diagnosis is deleted." in words_of(owner.post(address, follow=True))
    assert owner.get(to("diagnoses", diagnosis.public_id)).status_code == 404
    with within(busan.agency):
        assert not Diagnosis.everything.exists()


# ---- taken over

@pytest.fixture
def draft(busan, diagnosis):
    with within(busan.agency):
        return Path(busan, round=f.RoundFactory(version=diagnosis.version)).started()


def test_taking_over_shows_what_is_filled_and_what_is_left_and_then_does_it(busan, owner, diagnosis, draft):
    with within(busan.agency):
        first = Answer.everything.filter(application=draft.application).order_by("indicator__position").first()
        workflow.save_answer(first, rating="meets", explanation="벌써 쓴 말", base_version=0, actor=draft.as_(busan.owner))
    assert str(draft.application.public_id) in owner.get(to("diagnoses", diagnosis.public_id)).content.decode()
    address = to("applications", draft.application.public_id, "from-diagnosis")
    page = words_of(owner.get(address))
    assert "2 answers would be filled" in page and "CNRY-busan-provider-note 1.1.2" in page and "CNRY-busan-provider-note 1.1.1" not in page
    assert "Something is written there already." in page
    done = owner.post(address, {"diagnosis": diagnosis.public_id}, follow=True)
    assert "2 answers are filled from the self-diagnosis." in words_of(done)
    with within(busan.agency):
        kept = Answer.everything.filter(application=draft.application).order_by("indicator__position")
        assert [row.explanation for row in kept] == ["벌써 쓴 말", "CNRY-busan-provider-note 1.1.2", "CNRY-busan-provider-note 1.1.3"]
    assert "nothing to take over" in words_of(owner.post(address, {"diagnosis": diagnosis.public_id}))


def test_what_is_nobodys_here_is_no_choice(busan, owner, diagnosis, draft):
    theirs = diagnosed(busan, "meets", provider=busan.neighbours, owner=busan.neighbour)
    address = to("applications", draft.application.public_id, "from-diagnosis")
    assert owner.get(f"{address}&diagnosis={theirs.public_id}").status_code == 404
    assert owner.post(address, {"diagnosis": theirs.public_id}).status_code == 404
    assert owner.get(f"{address}&diagnosis=no-id").status_code == 404


def test_another_own_providers_one_is_no_choice(busan, owner, draft):
    theirs = diagnosed(busan, "meets", provider=busan.neighbours, owner=busan.neighbour)
    with within(busan.agency):
        f.ProviderMemberFactory(provider=busan.neighbours, user=busan.owner, role="owner")
    address = to("applications", draft.application.public_id, "from-diagnosis")
    assert owner.get(f"{address}&diagnosis={theirs.public_id}").status_code == 404


def test_the_application_and_the_portals_home_lead_there(busan, owner, draft):
    assert "/from-diagnosis/" in owner.get(to("applications", draft.application.public_id)).content.decode()
    for address in (to("applications"), to()):
        assert "/busan/portal/diagnoses/?lang=en" in owner.get(address).content.decode()


def test_whoever_enters_from_paper_reads_no_diagnosis(busan, diagnosis, draft):
    with within(busan.agency):
        application = draft.fresh()
        application.entered_by_proxy_at, application.entered_by_proxy_by = application.started_at, busan.officer
        application.save()
    officer, address = signed_in(busan.officer), to("applications", draft.application.public_id, "from-diagnosis")
    page = officer.get(address)
    assert page.status_code == 200 and b"CNRY-busan-provider-note" not in page.content
    assert officer.get(f"{address}&diagnosis={diagnosis.public_id}").status_code == 404


def test_pages_ask_as_often_for_three_indicators_as_for_one(busan, owner):
    one, three = diagnosed(busan, "meets"), diagnosed(busan, "meets", "partly", "not_yet")
    pages = [[to("diagnoses", which.public_id), to("diagnosis-answers", rows(busan, which)[0].public_id)] for which in (one, three)]
    for few, many in zip(*pages, strict=True):
        owner.get(few)
        assert queries_of(owner, few) == queries_of(owner, many) <= 14


def test_the_list_asks_as_often_for_three_as_for_one(busan, owner):
    diagnosed(busan, "meets")
    owner.get(to("diagnoses"))
    few = queries_of(owner, to("diagnoses"))
    for _ in range(2):
        diagnosed(busan, "meets")
    assert queries_of(owner, to("diagnoses")) == few


def test_taking_over_asks_as_often_for_three_as_for_one(busan, owner):
    seen = []
    for many in (1, 3):
        with within(busan.agency):
            version = f.published_version(indicators=many)
            site = f.SiteFactory(provider=busan.provider)
            f.OfferingFactory(site=site)
            round = f.RoundFactory(version=version)
            application = workflow.start_application(round, site.offerings.get(), actor=Actor.of(busan.owner), arrived_at=clock.now())
            which = begun(busan, version)
            for indicator in version.indicators.all():
                which.answers.model.everything.create(diagnosis=which, indicator=indicator, rating="meets")
        address = to("applications", application.public_id, "from-diagnosis") + f"&diagnosis={which.public_id}"
        owner.get(address)
        seen.append(queries_of(owner, address))
    assert seen[0] == seen[1]
