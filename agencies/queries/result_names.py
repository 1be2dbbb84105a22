"""Names of the evaluation in the language of the page."""
from accounts.models import Agency
from agencies.models import EvaluationArea, EvaluationField, ManagementIndicator


def names_in(actor, indicator_set):
    """{code: name} of fields, areas and indicators."""
    return {one.code: one.name for model in (EvaluationField, EvaluationArea, ManagementIndicator)
            for one in model.objects.visible_to(actor).filter(indicator_set=indicator_set)}


def indicators_in(actor, indicator_set):
    return list(ManagementIndicator.objects.visible_to(actor).filter(indicator_set=indicator_set).order_by("position"))


def provincial_agencies():
    return Agency.objects.filter(kind=Agency.Kind.PROVINCIAL).order_by("name_ko")
