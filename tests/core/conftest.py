"""Rows of every kind of ownership at Busan and Daegu, addresses whose views behave and misbehave on purpose, and signing keys."""
from types import SimpleNamespace

import pytest

from core import clock
from core.pdf import render_pdf
from core.signing import make_keys
from core.tenancy import within
from tests import factories as f
from tests.sample import views
from tests.sample.models import Club, Course, Enrolment, Guest, Lesson, Listing, Voucher


def clubs_of(place):
    """The owner's club with a guest and a voucher, and the neighbour's club."""
    slug = place.agency.slug
    with within(place.agency):
        club = Club.objects.create(name=f"CNRY-{slug}-club", number="000-1", keeper=place.owner)
        return SimpleNamespace(
            club=club,
            other=Club.objects.create(name=f"CNRY-{slug}-other", number="000-2", keeper=place.neighbour),
            guest=Guest.objects.create(club=club, name=f"CNRY-{slug}-guest"),
            voucher=Voucher.objects.create(club=club, code=f"CNRY-{slug}-voucher"),
        )


def courses_of(place):
    """A published course and one in preparation, each with a lesson."""
    with within(place.agency):
        out = Course.objects.create(title=f"CNRY-{place.agency.slug}-out", published_at=clock.now())
        kept = Course.objects.create(title=f"CNRY-{place.agency.slug}-kept")
        return SimpleNamespace(out=out, kept=kept, lesson=Lesson.objects.create(course=out, title="out"),
                               kept_lesson=Lesson.objects.create(course=kept, title="kept"))


@pytest.fixture
def here(busan):
    return clubs_of(busan)


@pytest.fixture
def there(daegu):
    return clubs_of(daegu)


@pytest.fixture
def courses(central):
    return courses_of(central)


@pytest.fixture
def enrolment(central, busan, courses):
    with within(central.agency):
        return Enrolment.objects.create(host=central.agency, agency=busan.agency, course=courses.out, course_title="out", person="CNRY-kim")


@pytest.fixture
def listings(busan, daegu):
    """A row of the register at Busan and one at Daegu."""
    def listed(place):
        with within(place.agency):
            return Listing.objects.create(title=f"{place.agency.slug}-listed")

    return SimpleNamespace(here=listed(busan), there=listed(daegu))


@pytest.fixture
def sample_site(settings):
    """Both URL tables replaced by the sample's, and a middleware that can be clumsy."""
    settings.ROOT_URLCONF, settings.AGENCY_URLCONF = "tests.sample.urls_nation", "tests.sample.urls_agency"
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, "tests.sample.views.ClumsyMiddleware"]
    views.SEEN_AFTER_COMMIT.clear()
    views.RENDERED.clear()


@pytest.fixture
def visitor(sample_site, client):
    """A browser that shows an error page instead of raising the error."""
    client.raise_request_exception = False
    return client


@pytest.fixture(scope="session")
def letter():
    """A document, not yet signed."""
    html = "<html lang=ko><title>품질인증서</title><h1>품질인증서</h1><p>부산광역시사회서비스원</p>"
    return render_pdf(html, stylesheets=["body { font-family: NanumMyeongjo }"])


@pytest.fixture(scope="session")
def ring(tmp_path_factory):
    return tmp_path_factory.mktemp("signing")


@pytest.fixture
def agency(db, settings, ring):
    """Busan, with keys that are made once for all tests."""
    settings.SIGNING_DIR = str(ring)
    agency = f.AgencyFactory(slug="busan", name_en="Busan Social Service Agency")
    make_keys(["busan"])
    return agency


@pytest.fixture
def own_ring(settings, tmp_path):
    """An empty folder, for tests that spoil keys."""
    settings.SIGNING_DIR = str(tmp_path / "keys")
    return tmp_path / "keys"
