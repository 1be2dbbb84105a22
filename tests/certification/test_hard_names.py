"""Names that are hard to set: every line of certificate, plaque and plate in its place, and no letter lost."""
import itertools
import re
from dataclasses import replace

import pytest

from accounts.actors import Actor
from core.tenancy import within
from providers.forms.provider import ProviderForm
from tests.certification.test_documents import FACTS, FRAMES, ISSUERS, MAKERS, MM, written
from tests.documents import said_in

FORTY = "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허고노도로모보소오조초코토포호"[:40]
EIGHTY = ("사단법인 한빛누리 아동청소년 마음돌봄과 가족지원 사회적협동조합 부산광역시 해운대구 반여반송지역 통합돌봄사업단 "
          "어르신치매예방지원센터")
HARD = {
    "one syllable": ("봄", "B"),
    "forty without a space": (FORTY, "A" * 40),
    "eighty with spaces": ((EIGHTY + " 나눔과 섬김의 집")[:80], "Care and share " * 8),
    "a hundred and twenty letters": ("Haeundae Child & Youth Emotional Development and Family Counselling Cooperative", ("Wm" * 60)),
    "company signs": ("(주)다솜아동발달센터", "Dasom Child Development Centre Co., Ltd. (Busan)"),
    "one sign": ("㈜다솜 제2·3 센터 & 365mc 24시간", "Dasom No. 2-3 & 365mc 24h"),
}
FACE = {"ko": 0, "en": 1}


@pytest.mark.parametrize("language", FACE)
@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize("name", HARD)
def test_every_line_of_a_hard_name_stays_in_its_place(kind, language, name):
    korean, english = HARD[name]
    facts = replace(FACTS, provider_name=korean, provider_name_en=english.strip(), issuers=ISSUERS["two issuers"], address="부산 " * 86)
    content = MAKERS[kind](facts, language)
    _size, words = written(content, facts.issuers)
    left, top, right, bottom = (side * MM for side in FRAMES[kind])
    assert [word.text for word in words if word.left < left or word.top < top or word.right > right or word.bottom > bottom] == []
    assert [(one.text, other.text) for one, other in itertools.combinations(words, 2) if one.meets(other)] == []
    assert "…" in said_in(content) or _letters(HARD[name][FACE[language]]) in _letters(said_in(content))


def _letters(text):
    return re.sub(r"\s+", "", text.replace("㈜", "(주)"))


@pytest.mark.parametrize("spoilt", ["다솜\u202e센터", "다솜\u200b센터", "다솜\u0007센터", "다솜\ufeff센터", "다솜\u2066센터", "\ud800다솜"])
@pytest.mark.parametrize("field", ["name", "name_en", "head_name"])
def test_a_name_with_what_cannot_be_seen_is_refused_where_it_is_typed(busan, field, spoilt):
    with within(busan.agency):
        form = ProviderForm({field: spoilt}, actor=Actor.of(busan.owner), agency=busan.agency)
        assert "invisible" in [error.code for error in form.errors.as_data()[field]]
