"""What belongs to an edition beside its rows: early notices to providers."""
import factory

from certification.models import EarlyNotice, FrameworkPaper
from core import clock
from tests.factories.base import TenantFactory
from tests.factories.certification import published_version
from tests.factories.files import StoredFileFactory


class EarlyNoticeFactory(TenantFactory):
    class Meta:
        model = EarlyNotice

    kind = "publication"
    sent_at = factory.LazyFunction(clock.now)


class FrameworkPaperFactory(TenantFactory):
    """As the worker leaves it: a row with its file."""

    class Meta:
        model = FrameworkPaper

    version = factory.LazyFunction(published_version)
    language = "ko"
    made_at = factory.LazyFunction(clock.now)
    file = factory.LazyAttribute(lambda paper: StoredFileFactory(shelf=paper.version.public_id))
