"""Sets of the evaluation by year, and their names in the language of the page."""
from accounts.models import Agency
from agencies.models import EvaluationArea, EvaluationField, IndicatorSet, ManagementIndicator
from core.tenancy import current_agency_id


def sets_with_results(actor):
    """Central's own frozen sets, the latest first."""
    return IndicatorSet.objects.visible_to(actor).filter(agency=current_agency_id(), published_at__isnull=False).order_by("-year")


def names_in(actor, indicator_set):
    """{code: name} of fields, areas and indicators."""
    return {one.code: one.name for model in (EvaluationField, EvaluationArea, ManagementIndicator)
            for one in model.objects.visible_to(actor).filter(indicator_set=indicator_set)}


def indicators_in(actor, indicator_set):
    return list(ManagementIndicator.objects.visible_to(actor).filter(indicator_set=indicator_set).order_by("position"))


def provincial_agencies():
    return Agency.objects.filter(kind=Agency.Kind.PROVINCIAL).order_by("name_ko")
