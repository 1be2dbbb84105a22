"""A draft set of the management evaluation. Pages of sets are the Central institute's: elsewhere nobody finds them."""
from accounts.models import Agency
from agencies.models import EvaluationArea, EvaluationField, IndicatorSet, ManagementIndicator, Participation
from tests.agencies.sets import draft_set

OWN = {
    **dict.fromkeys(("management_set", "management_rules", "management_mapping", "management_participation", "management_freeze_set",
                     "management_discard_set", "management_add_field", "management_indicators_of", "management_guide"), "indicator_set"),
    **dict.fromkeys(("management_field", "management_field_up", "management_field_down", "management_remove_field",
                     "management_add_area"), "evaluation_field"),
    **dict.fromkeys(("management_area", "management_area_up", "management_area_down", "management_remove_area",
                     "management_add_indicator"), "evaluation_area"),
    **dict.fromkeys(("management_indicator", "management_indicator_up", "management_indicator_down", "management_remove_indicator",
                     "management_card"), "management_indicator"),
    "management_exempt": "participation",
}


def evaluated(place):
    """Each text says whose it is."""
    mark, one = f"CNRY-{place.agency.slug}", draft_set(place.agency)
    ManagementIndicator.everything.filter(indicator_set=one).update(name_ko=f"{mark}-indicator", name_en=f"{mark}-indicator")
    return {"indicator_set": IndicatorSet.everything.get(pk=one.pk),
            "evaluation_field": EvaluationField.everything.filter(indicator_set=one).first(),
            "evaluation_area": EvaluationArea.everything.filter(indicator_set=one).first(),
            "management_indicator": ManagementIndicator.everything.filter(indicator_set=one).first(),
            "participation": Participation.everything.create(indicator_set=one, year=one.year, reason=f"{mark}-reason",
                                                             assessed=Agency.objects.exclude(pk=place.agency.pk).first())}
