"""What the tests of the management evaluation share."""
import pytest

from agencies.tasks.following import follow_at
from tests.agencies.reporting import report_of
from tests.agencies.sets import frozen_set
from tests.certification.conftest import english  # noqa: F401  refusals are read in English
from tests.correspondence.conftest import work_off  # noqa: F401  the worker, for what waits for it
from tests.desk.conftest import sit_down, words_of  # noqa: F401  staff in their browsers


@pytest.fixture
def year(busan, daegu, central):
    """A frozen set at Central, by which two agencies are assessed."""
    return frozen_set(central.agency, [busan.agency, daegu.agency])


@pytest.fixture
def opened(year, busan):
    """Busan's report, opened by its job."""
    follow_at(busan.agency)
    return report_of(busan)
