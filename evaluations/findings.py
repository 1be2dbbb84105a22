"""What is handed to the certificate: the facts as they were sealed, and what was found in each area."""
from accounts.models import District
from evaluations.queries.parts import required_of


def certificate_facts(application, seal):
    """What the certificate and the register will say, from the sealed copy."""
    provider, offering = seal.facts["provider"], seal.facts["offering"]
    return {
        "provider_name": provider["name"], "provider_name_en": provider["name_en"], "head_name": provider["head_name"],
        "shows_head_name": application.shows_head_name, "site_name": offering["site"], "address": offering["address"],
        "district": District.objects.get(code=offering["district"]), "phone": offering["phone"],
        "service_type": application.service_type, "latitude": offering["latitude"], "longitude": offering["longitude"],
    }


def area_findings(application):
    """[{code, name_ko, name_en, plain_ko, plain_en, indicators: [{code, name_ko, name_en}]}], areas and indicators in their order."""
    required = required_of(application).select_related("indicator")
    area_of = {criterion.pk: criterion.area for criterion in application.round.version.criteria.select_related("area")}
    found = {}
    for one in required:
        area = area_of[one.indicator.criterion_id]
        entry = found.setdefault(area.pk, {
            "code": area.code, "name_ko": area.name_ko, "name_en": area.name_en, "plain_ko": area.plain_ko, "plain_en": area.plain_en,
            "indicators": []})
        entry["indicators"].append({"code": one.code, "name_ko": one.indicator.name_ko, "name_en": one.indicator.name_en})
    return sorted(found.values(), key=lambda entry: entry["code"])
