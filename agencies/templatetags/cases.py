"""The words of a case as a page shows them."""
from django import template

register = template.Library()
PARTS = ("problem", "done", "changed")


@register.filter
def case_parts(case):
    """[(heading, text)] of the long parts, in their order."""
    return [(case._meta.get_field(name).verbose_name, getattr(case, name)) for name in PARTS]


@register.filter
def total_points(criteria):
    """All criteria together."""
    return sum(one.points for one in criteria)
