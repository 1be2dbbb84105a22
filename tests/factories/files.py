"""Stored files: rows without bytes."""
import hashlib

import factory

from core import clock
from core.models import StoredFile
from tests.factories.base import TenantFactory


class StoredFileFactory(TenantFactory):
    """A row without bytes; tests that download store a file of their own."""

    class Meta:
        model = StoredFile

    shelf = factory.Faker("uuid4")
    sha256 = factory.Sequence(lambda n: hashlib.sha256(str(n).encode()).hexdigest())
    size = 1000
    mime = "application/pdf"
    extension = "pdf"
    created_at = factory.LazyFunction(clock.now)
