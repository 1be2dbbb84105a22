"""The agency's own framework: what is published by others answers too at the door, and is left out here."""
from django.db.models import F

from certification.models import Area, Criterion, Framework, FrameworkPaper, FrameworkVersion, Indicator
from core.tenancy import current_agency_id


def framework_of(actor):
    """The agency's own, or None: what is in force before what is drafted, the oldest first."""
    own = Framework.objects.visible_to(actor).filter(agency=current_agency_id())
    return own.order_by(F("published_at").asc(nulls_last=True), "pk").first()


def versions_of(actor):
    """The agency's own published editions, the newest first."""
    own = FrameworkVersion.objects.visible_to(actor).filter(agency=current_agency_id(), published_at__isnull=False)
    return own.select_related("framework").order_by("-published_at", "-pk")


def current_version(actor, framework):
    """The edition in force: the last one published."""
    return versions_of(actor).filter(framework=framework).first()


def tree_of(actor, version):
    """[(area, [(criterion, [indicator, …]), …]), …] in the order of the edition; three queries."""
    indicators, criteria = {}, {}
    for indicator in Indicator.objects.visible_to(actor).filter(version=version).order_by("position"):
        indicators.setdefault(indicator.criterion_id, []).append(indicator)
    for criterion in Criterion.objects.visible_to(actor).filter(version=version).order_by("position"):
        criteria.setdefault(criterion.area_id, []).append((criterion, indicators.get(criterion.pk, [])))
    areas = Area.objects.visible_to(actor).filter(version=version).order_by("position")
    return [(area, criteria.get(area.pk, [])) for area in areas]


def rows_in(tree):
    """Every area, criterion and indicator of it."""
    return [row for area, criteria in tree for row in (area, *(one for criterion, leaves in criteria for one in (criterion, *leaves)))]


def indicators_for(version, service_type):
    """Those asked of this service, in their order. For whoever already reads the version."""
    return [indicator for indicator in version.indicators.order_by("position") if indicator.is_asked_of(service_type.code)]


def paper_of(actor, version, language):
    """A published edition as a document in this language, once it is made; else None."""
    papers = FrameworkPaper.objects.visible_to(actor).filter(version=version, version__published_at__isnull=False, file__isnull=False)
    return papers.filter(language="en" if language == "en" else "ko").select_related("file", "version__framework").first()
