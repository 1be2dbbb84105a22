"""Letters of a change report in both languages, and who is given which."""
import pytest
from django.utils import translation

from aftercare import workflow
from aftercare.queries import in_language
from core import clock, outbox
from core.models import Errand
from correspondence.models import Letter, Notice
from tests import factories as f
from tests.aftercare.changing import NAME, handed_in, head
from tests.aftercare.sanctioning import noticed


def letters(report, kind):
    rows = Letter.everything.filter(subject_type=report._meta.label_lower, subject_id=str(report.pk), kind=kind)
    return {one.language: one for one in rows}


def test_receipt_and_answer_are_written_in_both_languages_each_with_its_number(held):
    held.provider.name_en = "Haneul Centre"
    held.provider.save(update_fields=["name_en"])
    report = workflow.accept_change(head(held), words="확인함", actor=held.officer)
    for kind, ko, en in (("change.receipt", "변경신고", "change report"), ("change.answer", "변경신고", "change report")):
        found = letters(report, kind)
        assert set(found) == {"ko", "en"} and len({one.number for one in found.values()}) == 2
        assert ko in found["ko"].title and en in found["en"].title and found["en"].addressee == "Haneul Centre"
    answer = letters(report, "change.answer")
    assert "The certificate is corrected." in str(answer["en"].blocks) and "The certificate" not in str(answer["ko"].blocks)
    assert "5 January 2026" in str(letters(report, "change.receipt")["en"].blocks) and report.letter == answer["ko"]


def test_one_that_is_not_accepted_is_told_in_both_languages(held):
    report = workflow.refuse_change(head(held), reason="서류가 없음", actor=held.officer)
    answer = letters(report, "change.answer")
    assert "not accepted" in str(answer["en"].blocks) and "불수리" in str(answer["ko"].blocks)
    assert "What follows" not in str(answer["en"].blocks)


@pytest.mark.parametrize(("asked", "language"), [("en", "en"), ("ko", "ko")])
def test_the_reader_is_given_the_letter_in_the_language_of_the_page(asked, language, held):
    report = workflow.accept_change(head(held), actor=held.officer)
    for one in letters(report, "change.answer").values():
        one.file, one.sha256, one.made_at = f.StoredFileFactory(), one.language, clock.now()
        one.save()
    assert in_language(report.letter, asked).language == language


def test_until_the_english_one_is_made_the_korean_one_is_given(held):
    report = workflow.accept_change(head(held), actor=held.officer)
    assert in_language(report.letter, "en") == report.letter


@pytest.mark.parametrize("language", ["ko", "en"])
def test_notices_speak_the_readers_language_whatever_the_desk_speaks(language, held):
    owner = held.place.owner
    owner.language = language
    owner.save(update_fields=["language"])
    with translation.override("en"):
        workflow.accept_change(handed_in(held, "name", facts=NAME), actor=held.officer)
        noticed(held)
    for pk in Errand.everything.filter(task="correspondence.tasks.announce").order_by("pk").values_list("pk", flat=True):
        outbox.run(held.place.agency, pk)
    told = {one.event: one.body for one in Notice.everything.filter(recipient=owner)}
    kind, proposed = {"ko": ("명칭", "효력정지"), "en": ("change of the name", "suspension")}[language]
    assert kind in told["change.accepted"] and proposed in told["sanction.noticed"]
    assert (language == "en") == ("accepted" in told["change.accepted"])
