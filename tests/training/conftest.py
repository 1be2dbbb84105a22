"""What the tests of training share."""
from tests.certification.conftest import english  # noqa: F401  refusals are read in English
from tests.correspondence.conftest import work_off  # noqa: F401  the worker, for what waits for it
from tests.desk.conftest import sit_down, words_of  # noqa: F401  staff in their browsers
