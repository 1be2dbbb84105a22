"""Follow-up of a result: the desk's menu."""
from django.urls import reverse
from django.utils.translation import gettext as _

from agencies.permissions import at_central


def follow_up_links(actor):
    """At Central all agencies, at an agency its own plan."""
    if not actor.reads_cases:
        return []
    if at_central():
        return [(_("Follow-up of results"), reverse("follow_ups"), None)]
    return [(_("Improvement plan"), reverse("improvement_plans"), None)]
