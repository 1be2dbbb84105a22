"""On what a sanction is based: data of the framework by ground, set where the plan of duties is, quoted by notice and decision."""
import pytest
from django.core.exceptions import PermissionDenied
from django.utils import translation

from aftercare import workflow
from aftercare.models import Sanction, SanctionBasis
from aftercare.queries.sanction import letters_of
from aftercare.queries.sanction_basis import kept_bases
from core import clock
from core.errors import Refused
from tests.aftercare.conftest import WORKER, seoul
from tests.aftercare.sanctioning import again, drafted, noticed
from tests.aftercare.test_sanction_pages import typed

PAGE, RULE, RULE_EN = "/busan/admin/sanctions/bases/{}/?lang=en", "운영규정 제31조제2항", "Operating rules, art. 31 (2)"


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def words_with(held, **changed):
    return {ground: tuple(one) for ground, one in kept_bases(held.framework).items()} | changed


def set_for(held, **changed):
    return workflow.set_bases(held.framework, words_with(held, **changed), actor=held.manager)


def letter(sanction, language):
    return str(next(one for one in letters_of(WORKER, sanction) if one.language == language).blocks)


def test_a_draft_without_words_of_its_own_takes_those_of_its_framework_and_ground_in_both_languages(held):
    set_for(held, not_corrected=(RULE, RULE_EN))
    sanction = noticed(held)
    assert (sanction.basis, sanction.basis_en) == (RULE, RULE_EN)
    assert RULE in letter(sanction, "ko") and RULE_EN in letter(sanction, "en") and RULE not in letter(sanction, "en")


def test_until_it_is_set_there_are_words_to_start_with_of_every_ground(held):
    bases = kept_bases(held.framework)
    assert set(bases) == set(Sanction.Ground.values) and all(held.framework.name_ko in one.ko and one.en for one in bases.values())
    assert "제23조" in bases["deregistered"].ko


def test_what_was_written_in_a_draft_is_remembered_until_the_frameworks_is_worded_anew(held):
    set_for(held, not_corrected=(RULE, RULE_EN))
    first = noticed(held, basis="운영규정 제32조", basis_en="Operating rules, art. 32")
    workflow.drop_sanction(first, reason="사실이 아님", actor=held.officer)
    second = drafted(held)
    assert (second.basis, second.basis_en) == ("운영규정 제32조", "Operating rules, art. 32")
    workflow.drop_sanction(second, reason="사실이 아님", actor=held.officer)
    with clock.travel(seoul(2026, 1, 12, 11)):
        set_for(held, not_corrected=("운영규정 제40조", ""))
        assert drafted(held).basis == "운영규정 제40조"
    assert again(first).basis == "운영규정 제32조"


def test_words_that_are_usual_for_another_ground_do_not_go_along_with_the_ground(held):
    set_for(held, not_corrected=(RULE, RULE_EN), misuse=("운영규정 제50조", ""))
    assert drafted(held, ground="misuse", basis=RULE, basis_en=RULE_EN).basis == "운영규정 제50조"


def test_only_a_manager_sets_it_and_never_without_words(held):
    with pytest.raises(PermissionDenied):
        workflow.set_bases(held.framework, words_with(held), actor=held.officer)
    with pytest.raises(Refused, match="on what it is based"):
        set_for(held, misuse=("  ", "x"))


def test_what_is_not_changed_stays_and_what_is_changed_takes_its_place(held):
    set_for(held)
    assert len(set_for(held, misuse=("운영규정 제50조", ""))) == 1
    rows = SanctionBasis.everything.filter(framework=held.framework)
    assert rows.filter(ended_at=None).count() == len(Sanction.Ground) and rows.count() == len(Sanction.Ground) + 1


def test_the_manager_sets_it_on_its_page_and_the_plan_and_the_draft_show_it(held, sit_down, words_of):
    page, plan = PAGE.format(held.framework.public_id), "/busan/admin/duties/plan/?lang=en"
    manager = sit_down(held.place.manager)
    assert "words to start with" in words_of(manager.get(page))
    sent = {f"{ground}_{code}": words for ground, one in kept_bases(held.framework).items() for code, words in one._asdict().items()}
    assert "This field is required" in words_of(manager.post(page, sent | {"misuse_ko": ""}))
    assert manager.post(page, sent | {"misuse_ko": "운영규정 제50조"}).status_code == 302
    assert "운영규정 제50조" in words_of(manager.get(plan)) and "words to start with" not in words_of(manager.get(page))
    officer = sit_down(held.place.officer)
    form = f"/busan/admin/certificates/{held.certificate.public_id}/sanction/?lang=en"
    assert officer.get(page).status_code == 403 and "운영규정 제50조" in words_of(officer.get(form))
    assert officer.post(form, typed(ground="misuse")).status_code == 302
    assert Sanction.everything.get().basis == "운영규정 제50조"
