"""Staff in their browsers, and pages read in English."""
import re

import pytest

from tests.correspondence.conftest import work_off  # noqa: F401  the worker, for pages that wait for it
from tests.desk.importing import carry_out, hand_in  # noqa: F401  spreadsheets brought in


@pytest.fixture
def sit_down(client):
    """`sit_down(busan.officer)`: that person at the desk, in a browser."""
    def signed_in(user):
        client.force_login(user)
        return client
    return signed_in


@pytest.fixture
def words_of():
    return lambda page: re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.content.decode()))
