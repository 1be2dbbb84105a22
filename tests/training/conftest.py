"""Training reads in English, and its people sit in their browsers."""
import pytest
from django.utils import translation

from tests.desk.conftest import sit_down, words_of  # noqa: F401  staff in their browsers


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield
