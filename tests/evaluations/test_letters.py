"""The letter with the result: what it says, and that the preview is what goes out."""
from datetime import datetime

import pytest
from django.utils import translation

from accounts.actors import Actor
from core import clock
from core.tenancy import within
from correspondence.models import Letter
from evaluations import workflow
from evaluations.models import AnnouncementItem
from evaluations.workflow.letters import foreseen_letter
from tests.evaluations import batch

pytestmark = pytest.mark.django_db
MOMENT = datetime(2026, 11, 28, 10, 0, tzinfo=clock.SEOUL)


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def announced(place, *paths):
    with clock.travel(MOMENT):
        announcement = batch.approved(place, *paths, planned_for=MOMENT)
        with within(place.agency):
            workflow.announce_results(announcement, actor=Actor.system("test"))


def plain(blocks):
    """As it is kept: JSON knows no tuples."""
    return [[kind, facts] for kind, facts in blocks]


def test_what_is_not_certified_is_told_the_reason_of_each_indicator_in_their_order(busan):
    path = batch.decided(busan, unmet=["1.1.1", "1.1.3"])
    with within(busan.agency):
        _title, blocks = foreseen_letter(path.decision, MOMENT)
    rows = [facts["rows"] for kind, facts in blocks if kind == "table"][1]
    assert [(row[0], row[2]) for row in rows] == [("1.1.1", batch.UNMET), ("1.1.3", batch.UNMET)]
    told = " ".join(facts.get("text", "") for _kind, facts in blocks)
    assert "30일 이내인 2026년\u00a012월\u00a028일" in told          # 28 November and thirty days
    assert "행정심판" in told


def test_the_last_day_of_the_appeal_moves_on_over_a_holiday(busan):
    path = batch.decided(busan, unmet=["1.1.1"])
    with within(busan.agency):
        _title, blocks = foreseen_letter(path.decision, datetime(2026, 11, 25, 10, 0, tzinfo=clock.SEOUL))
    assert "2026년\u00a012월\u00a028일" in " ".join(facts.get("text", "") for _kind, facts in blocks)      # Christmas, Saturday, Sunday


@pytest.mark.parametrize(("unmet", "kind"), [(["1.1.2"], None), ([], "defer")])
def test_what_was_foreseen_is_what_goes_out(unmet, kind, busan):
    path = batch.decided(busan, unmet=unmet, kind=kind)
    with within(busan.agency):
        title, blocks = foreseen_letter(path.decision, MOMENT)
    announced(busan, path)
    with within(busan.agency):
        letter = Letter.everything.get()
        assert (letter.title, letter.blocks) == (title, plain(blocks))
        assert AnnouncementItem.everything.get().letter == letter


def test_of_a_certificate_only_the_number_is_not_foreseen(busan):
    path = batch.decided(busan)
    with within(busan.agency):
        _title, blocks = foreseen_letter(path.decision, MOMENT)
    announced(busan, path)
    with within(busan.agency):
        letter = Letter.everything.get()
    differing = [(one, other) for one, other in zip(plain(blocks), letter.blocks, strict=True) if one != other]
    (foreseen, went_out), = differing
    assert foreseen[1]["rows"][0][1] == went_out[1]["rows"][0][1]
    assert "2026년\u00a011월\u00a028일" in went_out[1]["rows"][0][1]
    assert "2029년\u00a011월\u00a027일" in went_out[1]["rows"][0][1]


def test_the_words_of_a_deferral_stand_in_its_letter(busan):
    path = batch.decided(busan, kind="defer")
    announced(busan, path)
    with within(busan.agency):
        assert ["paragraph", {"text": "사유", "numbered": False}] in Letter.everything.get().blocks
