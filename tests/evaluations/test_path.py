"""The whole way of a case, from the draft to the certificate."""
import pytest

from certification.models import Certificate, RegisterEntry
from core.tenancy import within
from correspondence.models import Letter
from evaluations.stages import Stage
from tests import remembered
from tests.evaluations.path import Path

pytestmark = pytest.mark.django_db


def test_a_case_goes_from_the_draft_to_the_certificate(busan):
    path = Path(busan).announced()
    with within(busan.agency):
        certificate = Certificate.everything.get(matter=path.application.matter)
        assert path.application.stage == Stage.CERTIFIED
        assert RegisterEntry.everything.get(certificate=certificate).provider_name == "CNRY-busan-provider"
        assert Letter.everything.get(subject_id=str(path.application.pk)).addressee == "CNRY-busan-provider"
        assert certificate.serial == 1


def test_one_indicator_unmet_is_no_certificate_and_the_letter_says_why(busan):
    path = Path(busan, unmet=["1.1.2"]).announced()
    with within(busan.agency):
        assert path.application.stage == Stage.NOT_CERTIFIED
        assert not Certificate.everything.exists()
        letter = Letter.everything.get(subject_id=str(path.application.pk))
        assert "기록이 빠져 있습니다." in str(letter.blocks)


def test_a_case_led_here_before_is_read_back(busan):
    """Without it each test of a case is ten times as long: fixtures that bend something for all tests must not turn it off."""
    assert remembered.Running.may_read
    assert remembered.written() == remembered.Running.counted != {}
    first = Path(busan).screened()
    assert remembered.Running.way[-1] in {way[-1] for way in remembered._kept}
    assert remembered.written() == remembered.Running.counted
    with within(busan.agency):
        assert first.fresh().stage == Stage.DOCUMENT_REVIEW
