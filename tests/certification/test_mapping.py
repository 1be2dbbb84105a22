"""What became of each indicator: proposed, kept in step, looked through, frozen; and led on from edition to edition."""
import pytest
from django.db import IntegrityError, transaction

from accounts.actors import Actor
from certification import queries, workflow
from certification.models import Indicator, IndicatorMapping
from certification.queries.edition import difference_of
from certification.wording import proposed_pairs, with_kinds, word_difference
from core.errors import Refused
from core.tenancy import within
from tests import factories as f
from tests.certification.test_edition import LABELS, TEXTS, new_row, row

pytestmark = pytest.mark.usefixtures("english")
WORDS = "소방 설비를 점검합니까", "상담 기록을 남깁니까", "불만을 듣고 답합니까"
FIRE, TALK, COURSE = "소방 설비를 정기적으로 점검하고 훈련합니까", "상담 기록을 남기고 보관합니까", "종사자에게 교육을 합니까"


@pytest.fixture
def published(busan):
    """Three indicators that say different things."""
    with within(busan.agency):
        version = f.FrameworkVersionFactory()
        for indicator, words in zip(version.indicators.all(), WORDS, strict=True):
            Indicator.everything.filter(pk=indicator.pk).update(name_ko=words, question_ko=words, description_ko=words)
        workflow.publish_version(version, actor=Actor.of(busan.manager))
        return version


def kinds(version):
    return {(one.old and one.old.code, one.new and one.new.code, one.kind) for one in
            IndicatorMapping.everything.filter(version=version).select_related("old", "new")}


SAME = {("1.1.1", "1.1.1", "same"), ("1.1.2", "1.1.2", "same"), ("1.1.3", "1.1.3", "same")}


def test_a_copy_is_mapped_and_the_mapping_follows_what_is_written(published, busan, at):
    with at(busan.officer, busan) as actor:
        draft = workflow.copy_version(published, **LABELS, actor=actor)
        assert draft.follows == published and kinds(draft) == SAME
        workflow.save_row(row(draft, "1.1.1"), {"question_ko": "소방과 전기 설비를 점검합니까"}, base=0, actor=actor)
        workflow.remove_row(row(draft, "1.1.3"), actor=actor)
        workflow.add_row(Indicator, draft, new_row(draft, "1.1.9", **TEXTS), actor=actor)
        assert kinds(draft) == {("1.1.1", "1.1.1", "reworded"), ("1.1.2", "1.1.2", "same"), ("1.1.3", None, "dropped"),
                                (None, "1.1.9", "new")}
        workflow.renumber(draft, actor=actor)
        assert (None, "1.1.3", "new") in kinds(draft)


def test_an_edition_is_not_published_before_its_mapping_was_looked_through(published, busan, at):
    with at(busan.manager, busan) as actor:
        draft = workflow.copy_version(published, **LABELS, actor=actor)
        with pytest.raises(Refused, match="Look through the mapping"):
            workflow.publish_version(draft, actor=actor)
        workflow.settle_mapping(draft, [("1.1.1", "1.1.1")], actor=actor)
        added = workflow.add_row(Indicator, draft, new_row(draft, **TEXTS), actor=actor)
        with pytest.raises(Refused, match="Look through the mapping"):
            workflow.publish_version(draft, actor=actor)
        workflow.settle_mapping(draft, [("1.1.1", "1.1.1"), ("1.1.2", "1.1.2"), ("1.1.3", "1.1.3")], actor=actor)
        workflow.save_row(added, {"name_en": "Another name"}, base=0, actor=actor)          # words alone leave it looked through
        assert workflow.publish_version(draft, actor=actor).published_at


def test_one_may_become_several_and_several_one(published, busan, at):
    with at(busan.officer, busan) as actor:
        draft = workflow.copy_version(published, **LABELS, actor=actor)
        workflow.settle_mapping(draft, [("1.1.1", "1.1.1"), ("1.1.1", "1.1.2"), ("1.1.2", "1.1.3"), ("1.1.3", "1.1.3")], actor=actor)
        assert kinds(draft) == {("1.1.1", "1.1.1", "split"), ("1.1.1", "1.1.2", "split"), ("1.1.2", "1.1.3", "merged"),
                                ("1.1.3", "1.1.3", "merged")}
        changes = difference_of(actor, published, draft)
        assert {change.row.code: change.how for change in changes.reworded} == {
            "1.1.1": ("split",), "1.1.2": ("split",), "1.1.3": ("merged",)}


@pytest.mark.parametrize("pair", [("9.9.9", "1.1.1"), ("1.1.1", "9.9.9")])
def test_a_pair_of_unknown_indicators_is_refused(pair, published, busan, at):
    with at(busan.officer, busan) as actor:
        draft = workflow.copy_version(published, **LABELS, actor=actor)
        with pytest.raises(Refused, match="no indicator 9.9.9"):
            workflow.settle_mapping(draft, [pair], actor=actor)
        assert kinds(draft) == SAME


def test_a_first_edition_has_nothing_to_be_mapped_from(busan, at):
    with at(busan.manager, busan) as actor:
        draft = f.FrameworkVersionFactory()
        with pytest.raises(Refused, match="first edition"):
            workflow.settle_mapping(draft, [], actor=actor)
        assert workflow.publish_version(draft, actor=actor).published_at


def test_after_another_edition_came_out_the_mapping_is_proposed_again(published, busan, at):
    with at(busan.manager, busan) as actor:
        slow, quick = (workflow.copy_version(published, **LABELS, actor=actor) for _ in range(2))
        same = [(code, code) for code in ("1.1.1", "1.1.2", "1.1.3")]
        for draft in (slow, quick):
            workflow.settle_mapping(draft, same, actor=actor)
        workflow.publish_version(quick, actor=actor)
        with pytest.raises(Refused, match="Another edition was published"):
            workflow.publish_version(slow, actor=actor)
        with pytest.raises(Refused, match="Another edition was published"):
            workflow.settle_mapping(slow, same, actor=actor)
        assert workflow.propose_mapping(slow, actor=actor).follows == quick
        workflow.settle_mapping(slow, same, actor=actor)
        assert workflow.publish_version(slow, actor=actor).follows == quick


def test_the_mapping_of_a_published_edition_is_frozen(published, busan, at):
    with at(busan.manager, busan) as actor:
        draft = workflow.copy_version(published, **LABELS, actor=actor)
        workflow.settle_mapping(draft, [("1.1.1", "1.1.1")], actor=actor)
        for code in ("1.1.2", "1.1.3"):
            assert ("new" in {kind for _old, new, kind in kinds(draft) if new == code})
        workflow.publish_version(draft, actor=actor)
        rows = IndicatorMapping.everything.filter(version=draft)
        for write in (lambda: rows.filter(kind="same").update(kind="reworded"), lambda: rows._raw_delete("default")):
            with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
                write()


def test_pairs_lead_from_edition_to_edition(published, busan, at):
    with at(busan.manager, busan) as actor:
        at_last, before = published, published
        for _edition in range(2):
            draft = workflow.copy_version(before, **LABELS, actor=actor)
            workflow.move_row(row(draft, "1.1.1"), up=False, actor=actor)
            workflow.renumber(draft, actor=actor)
            workflow.settle_mapping(draft, [(old.code, new.code) for old, new in queries.pairs_of(actor, draft)], actor=actor)
            before = at_last = workflow.publish_version(draft, actor=actor)
        leaves = [queries.rows_of(actor, one)["indicators"] for one in (published, at_last)]
        pairs = queries.pairs_between(actor, published, at_last, *leaves)
        assert {(old.code, new.code) for old, new in pairs} == {("1.1.1", "1.1.1"), ("1.1.2", "1.1.2"), ("1.1.3", "1.1.3")}
        assert all(old.name_ko == new.name_ko for old, new in pairs)


# ---- proposed, and the words

def indicators(*said):
    """Unsaved: (code, words)."""
    return [Indicator(pk=number, agency_id=0, code=code, name_ko=words, question_ko=words, description_ko=words * 2, position=number)
            for number, (code, words) in enumerate(said, start=1)]


def test_what_says_the_same_is_found_under_another_number_and_what_says_something_else_is_not_found_under_the_same():
    old = indicators(("1", FIRE), ("2", TALK), ("3", COURSE))
    new = indicators(("2", FIRE), ("3", TALK.replace("남기고", "꼼꼼히 남기고")), ("1", "차량을 어떻게 운행하는지 알립니까"))
    for number, one in enumerate(new, start=11):
        one.pk = number
    assert {(a.code, b.code) for a, b in proposed_pairs(old, new)} == {("1", "2"), ("2", "3")}
    assert {(a and a.code, b and b.code, kind) for a, b, kind in with_kinds(proposed_pairs(old, new), old, new)} == {
        ("1", "2", "same"), ("2", "3", "reworded"), ("3", None, "dropped"), (None, "1", "new")}


def test_two_texts_differ_word_by_word():
    assert word_difference("해마다 점검합니다.", "해마다 두 번 점검합니다.") == [
        ("same", "해마다"), ("ins", "두 번"), ("same", "점검합니다.")]
    assert word_difference("가 나", "가 다") == [("same", "가"), ("del", "나"), ("ins", "다")]
    assert word_difference("", "") == []
