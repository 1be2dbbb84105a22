"""Errands that the tests' workers are asked to do."""
from pathlib import Path

from tests.core.errands import leave_mark


def need(*, file):
    """Does its work, and fails as long as what it needs is not there."""
    leave_mark(needed=True)
    if not Path(file).exists():
        raise LookupError("the certificate template is missing")
