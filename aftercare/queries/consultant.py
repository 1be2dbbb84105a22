"""What a consultant can be noted for: the areas of the criteria in force."""
from certification.models import Area
from certification.queries import current_version, framework_of


def areas_now(actor):
    """[(code, words)] of the edition in force, in their order; without one, none."""
    framework = framework_of(actor)
    version = framework and current_version(actor, framework)
    if not version:
        return []
    rows = Area.objects.visible_to(actor).filter(version=version).order_by("position", "pk")
    return [(one.code, f"{one.code} {one.name}") for one in rows]
