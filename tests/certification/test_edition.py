"""An edition while it is written: copied, its rows added, changed, moved, numbered, removed; what is missing; who may."""
import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from certification import queries, workflow
from certification.models import Area, Criterion, FrameworkVersion, Indicator, IndicatorMapping, Round
from certification.reference import sample_content
from core import clock
from core.errors import Refused
from core.models import AuditEvent
from core.tenancy import within
from core.walls import tenant_models
from tests import factories as f

pytestmark = pytest.mark.usefixtures("english")

LABELS = {"label_ko": "2026년판", "label_en": "2026 edition"}
TEXTS = dict.fromkeys(("question_ko", "question_en", "description_ko", "description_en", "document_check_ko", "document_check_en",
                       "onsite_check_ko", "onsite_check_en"), "Text")


@pytest.fixture
def draft(busan):
    """One area, one criterion, three indicators, after nothing."""
    with within(busan.agency):
        return f.FrameworkVersionFactory()


def codes(version, model=Indicator):
    return list(model.everything.filter(version=version).order_by("position").values_list("code", flat=True))


def row(version, code, model=Indicator):
    return model.everything.get(version=version, code=code)


def new_row(version, code="1.1.4", **texts):
    return {"code": code, "name_ko": "새 지표", "name_en": "A new indicator", "criterion": row(version, "1.1", Criterion)} | texts


# ---- copied

def test_a_copy_of_an_edition_says_the_same_and_leaves_it_as_it_was(busan, at):
    with at(busan.officer, busan) as actor:
        version = workflow.draft_version(f.FrameworkFactory(), sample_content(), **LABELS, is_sample=True, actor=actor)
        copy = workflow.copy_version(version, label_ko="2027년판", label_en="2027 edition", actor=actor)
        assert copy.number == version.number + 1 and copy.is_sample and copy.published_at is None
        assert queries.content_of(queries.rows_of(actor, copy)) == queries.content_of(queries.rows_of(actor, version))
        given = sample_content()
        assert queries.content_of(queries.rows_of(actor, copy)) == {kind: given[kind] for kind in ("areas", "criteria", "indicators")}


@pytest.mark.parametrize("who", ["director", "auditor", "observer", "owner", None])
def test_others_change_nothing_of_a_draft(who, draft, busan, at):
    with at(who and getattr(busan, who), busan) as actor:
        one = row(draft, "1.1.1")
        for write in (lambda: workflow.copy_version(draft, **LABELS, actor=actor),
                      lambda: workflow.change_labels(draft, **LABELS, is_sample=False, actor=actor),
                      lambda: workflow.add_row(Indicator, draft, new_row(draft), actor=actor),
                      lambda: workflow.save_row(one, {"name_ko": "x"}, base=0, actor=actor),
                      lambda: workflow.move_row(one, up=False, actor=actor), lambda: workflow.remove_row(one, actor=actor),
                      lambda: workflow.renumber(draft, actor=actor), lambda: workflow.discard_version(draft, actor=actor),
                      lambda: workflow.propose_mapping(draft, actor=actor),
                      lambda: workflow.settle_mapping(draft, [], actor=actor)):
            with pytest.raises(PermissionDenied):
                write()


def test_nothing_of_a_published_edition_is_written(version, busan, at):
    with at(busan.manager, busan) as actor:
        one = row(version, "1.1.1")
        for write in (lambda: workflow.change_labels(version, **LABELS, is_sample=False, actor=actor),
                      lambda: workflow.add_row(Indicator, version, new_row(version), actor=actor),
                      lambda: workflow.save_row(one, {"name_ko": "x"}, base=0, actor=actor),
                      lambda: workflow.move_row(one, up=False, actor=actor), lambda: workflow.remove_row(one, actor=actor),
                      lambda: workflow.renumber(version, actor=actor), lambda: workflow.propose_mapping(version, actor=actor),
                      lambda: workflow.settle_mapping(version, [], actor=actor)):
            with pytest.raises(Refused, match="no longer changes"):
                write()


# ---- rows

def test_a_row_is_added_at_the_end_of_what_it_stands_under(draft, busan, at):
    with at(busan.officer, busan) as actor:
        second = workflow.add_row(Area, draft, {"code": "2", "name_ko": "둘", "name_en": "Two"}, actor=actor)
        criterion = workflow.add_row(Criterion, draft, {"code": "2.1", "name_ko": "기준", "name_en": "", "area": second}, actor=actor)
        workflow.add_row(Indicator, draft, new_row(draft, "2.1.1", criterion=criterion), actor=actor)
        workflow.add_row(Indicator, draft, new_row(draft), actor=actor)
        assert codes(draft) == ["1.1.1", "1.1.2", "1.1.3", "1.1.4", "2.1.1"]
        assert [one.position for one in queries.rows_of(actor, draft)["indicators"]] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(("code", "sentence"), [("1.1.1", "is taken"), ("1.1", "is taken"), ("1", "is taken"), ("1 1", "digits, letters"),
                                                ("~1", "digits, letters"), ("1.1.1.1.1.1.1", "at most 12")])
def test_a_code_that_is_taken_or_is_none_is_refused_beside_its_field(code, sentence, draft, busan, at):
    with at(busan.officer, busan) as actor, pytest.raises(Refused, match=sentence) as refusal:
        workflow.add_row(Indicator, draft, new_row(draft, code), actor=actor)
    assert refusal.value.field == "code"


def test_a_row_does_not_stand_under_something_of_another_edition(draft, version, busan, at):
    with at(busan.officer, busan) as actor:
        elsewhere = row(version, "1.1", Criterion)
        with pytest.raises(Refused, match="same edition"):
            workflow.add_row(Indicator, draft, new_row(draft, criterion=elsewhere), actor=actor)
        with pytest.raises(Refused, match="same edition"):
            workflow.save_row(row(draft, "1.1.1"), {"criterion": elsewhere}, base=0, actor=actor)


def test_an_older_page_does_not_overwrite_a_newer_text(draft, busan, at):
    with at(busan.officer, busan) as actor:
        one = row(draft, "1.1.1")
        assert not workflow.save_row(one, {"name_ko": "먼저"}, base=0, actor=actor).conflict
        late = workflow.save_row(one, {"name_ko": "나중"}, base=0, actor=actor)
        assert late.conflict and late.row.name_ko == row(draft, "1.1.1").name_ko == "먼저"
        assert not workflow.save_row(one, {"name_ko": "먼저"}, base=0, actor=actor).conflict        # nothing to lose
        assert workflow.save_row(one, {"name_ko": "나중"}, base=1, actor=actor).row.revision == 2


def test_a_page_opened_before_the_numbers_changed_does_not_put_the_old_number_back(draft, busan, at):
    with at(busan.officer, busan) as actor:
        workflow.move_row(row(draft, "1.1.2"), up=True, actor=actor)
        opened = row(draft, "1.1.1")
        assert workflow.renumber(draft, actor=actor) == 2
        assert codes(draft) == ["1.1.1", "1.1.2", "1.1.3"]
        assert workflow.save_row(opened, {"code": "1.1.1", "name_ko": "새 이름"}, base=opened.revision, actor=actor).conflict


def test_rows_move_among_their_neighbours_and_no_further(draft, busan, at):
    with at(busan.officer, busan) as actor:
        workflow.move_row(row(draft, "1.1.3"), up=True, actor=actor)
        assert codes(draft) == ["1.1.1", "1.1.3", "1.1.2"]
        workflow.move_row(row(draft, "1.1.1"), up=True, actor=actor)
        workflow.move_row(row(draft, "1.1.2"), up=False, actor=actor)
        assert codes(draft) == ["1.1.1", "1.1.3", "1.1.2"]


def test_a_criterion_moves_to_another_area_and_takes_its_indicators_along(draft, busan, at):
    with at(busan.officer, busan) as actor:
        workflow.add_row(Criterion, draft, {"code": "1.2", "name_ko": "둘", "name_en": "", "area": row(draft, "1", Area)}, actor=actor)
        workflow.add_row(Indicator, draft, new_row(draft, "1.2.1", criterion=row(draft, "1.2", Criterion)), actor=actor)
        second = workflow.add_row(Area, draft, {"code": "2", "name_ko": "둘", "name_en": ""}, actor=actor)
        workflow.save_row(row(draft, "1.1", Criterion), {"area": second}, base=0, actor=actor)
        assert codes(draft) == ["1.2.1", "1.1.1", "1.1.2", "1.1.3"]
        workflow.renumber(draft, actor=actor)
        assert codes(draft) == ["1.1.1", "2.1.1", "2.1.2", "2.1.3"]
        assert codes(draft, Criterion) == ["1.1", "2.1"]


def test_what_something_stands_under_stays_until_that_is_gone(draft, busan, at):
    with at(busan.officer, busan) as actor:
        for model, code in ((Area, "1"), (Criterion, "1.1")):
            with pytest.raises(Refused, match="still stands under it"):
                workflow.remove_row(row(draft, code, model), actor=actor)
        for code in ("1.1.1", "1.1.2", "1.1.3"):
            workflow.remove_row(row(draft, code), actor=actor)
        workflow.remove_row(row(draft, "1.1", Criterion), actor=actor)
        workflow.remove_row(row(draft, "1", Area), actor=actor)
        assert [codes(draft, model) for model in (Area, Criterion, Indicator)] == [[], [], []]


# ---- missing

def test_a_text_missing_in_one_language_is_listed_with_its_row_and_keeps_the_edition_from_being_published(draft, busan, at):
    with at(busan.manager, busan) as actor:
        added = workflow.add_row(Indicator, draft, new_row(draft, **TEXTS | {"onsite_check_en": ""}), actor=actor)
        [(about, sentence)] = queries.missing_in(queries.rows_of(actor, draft))
        assert (about, sentence) == (added, "1.1.4: “on-site check in English” is missing.")
        with pytest.raises(Refused, match=r"1\.1\.4: “on-site check in English” is missing"):
            workflow.publish_version(draft, actor=actor)
        workflow.save_row(added, {"onsite_check_en": "Seen."}, base=0, actor=actor)
        assert workflow.publish_version(draft, actor=actor).published_at


def test_nothing_counts_to_nineteen(busan, at):
    """3 areas, 7 criteria, 15 indicators: written, copied, numbered, published."""
    texts = {"description_ko": "설명", "description_en": "Description", "plain_ko": "쉬운 말", "plain_en": "Plain words"}
    areas = [{"code": f"{a}", "name_ko": "영역", "name_en": "Area"} | texts for a in (1, 2, 3)]
    criteria = [{"code": f"{a}.{c}", "area": f"{a}", "name_ko": "항목", "name_en": "Criterion"} for a, c in
                ((1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (3, 1), (3, 2))]
    indicators = [{"code": f"{one['code']}.{i}", "criterion": one["code"], "name_ko": f"지표 {i}", "name_en": "Indicator"} | TEXTS
                  for one in criteria for i in (1, 2)] + [{"code": "3.2.3", "criterion": "3.2", "name_ko": "끝", "name_en": "Last"} | TEXTS]
    with at(busan.manager, busan) as actor:
        version = workflow.draft_version(f.FrameworkFactory(), {"areas": areas, "criteria": criteria, "indicators": indicators}, **LABELS,
                                         is_sample=False, actor=actor)
        workflow.publish_version(version, actor=actor)
        copy = workflow.copy_version(version, **LABELS, actor=actor)
        assert workflow.renumber(copy, actor=actor) == 0
        assert [len(several) for several in queries.rows_of(actor, copy).values()] == [3, 7, 15]


@pytest.mark.parametrize("content", [
    [], {"areas": "1"}, {"areas": [1]}, {"areas": [{"code": 1}]}, {"indicators": [{"code": "1", "evidence": "x"}]},
    {"indicators": [{"code": "1", "evidence": [1]}]}, {"indicators": [{"code": "1", "evidence": [{"ko": 1}]}]},
    {"indicators": [{"code": "1", "applies_to": [{}]}]}, {"areas": [{"code": "1"}] * 501}, {"areas": [{"code": None}]}])
def test_a_content_of_another_shape_is_a_sentence_and_no_error(content, busan, at):
    with at(busan.officer, busan) as actor, pytest.raises(Refused):
        workflow.draft_version(f.FrameworkFactory(), content, **LABELS, is_sample=False, actor=actor)


# ---- discarded

def test_a_draft_is_discarded_with_its_rows_and_its_mapping_and_leaves_a_record(version, busan, at):
    with at(busan.officer, busan) as actor:
        draft = workflow.copy_version(version, **LABELS, actor=actor)
        assert draft.mappings.exists()
        pk = draft.pk
        workflow.discard_version(draft, actor=actor)
        assert [model.everything.filter(version=pk).count() for model in (Area, Criterion, Indicator, IndicatorMapping)] == [0] * 4
        assert not FrameworkVersion.everything.filter(pk=pk).exists()
        told = AuditEvent.everything.get(verb="framework.version_discarded")
        assert (told.subject_id, told.facts["label"], told.facts["indicators"]) == (str(pk), "2026년판", 3)
        assert version.indicators.count() == 3


def test_a_published_edition_is_never_discarded_not_even_by_hand(version, busan, at):
    with at(busan.manager, busan) as actor:
        with pytest.raises(Refused, match="published and no longer changes"):
            workflow.discard_version(version, actor=actor)
        with pytest.raises(IntegrityError), transaction.atomic():
            FrameworkVersion.everything.filter(pk=version.pk).delete()
        assert version.indicators.count() == 3


def test_a_draft_about_which_providers_were_asked_stays(draft, busan, at):
    with at(busan.manager, busan) as actor:
        FrameworkVersion.everything.filter(pk=draft.pk).update(consulted_at=clock.now())
        with pytest.raises(Refused, match="stays on record"):
            workflow.discard_version(draft, actor=actor)


def test_a_draft_by_which_a_round_is_drafted_stays_until_that_has_another(draft, version, busan, at):
    with at(busan.manager, busan) as actor:
        round = f.RoundFactory(version=draft, published_at=None)
        with pytest.raises(Refused, match="is drafted by this edition"):
            workflow.discard_version(draft, actor=actor)
        Round.everything.filter(pk=round.pk).update(version=version)
        workflow.discard_version(draft, actor=actor)


def test_what_belongs_to_editions_is_walled():
    assert {"EarlyNotice", "Erratum", "IndicatorMapping"} <= {model.__name__ for model in tenant_models()}
