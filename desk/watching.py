"""What of self-inspections, monitoring visits and corrective actions waits for the desk: its first page and its menu."""
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from aftercare.queries import waiting_to_watch


def watching_waiting(actor):
    """[(sentence, address)] for officers and managers, what has a clock first; nothing for everybody else."""
    counts = waiting_to_watch(actor)
    if counts is None:
        return []
    rows = [
        (ngettext("%(count)d corrective action was handed over: consider a sanction",
                  "%(count)d corrective actions were handed over: consider a sanction", counts.to_sanction), counts.to_sanction,
         f"{reverse('desk_correctives')}?which=handed_over"),
        (ngettext("%(count)d corrective action to answer", "%(count)d corrective actions to answer", counts.to_answer), counts.to_answer,
         f"{reverse('desk_correctives')}?which=submitted"),
        (ngettext("%(count)d effect to check", "%(count)d effects to check", counts.to_check), counts.to_check,
         f"{reverse('desk_correctives')}?which=check"),
        (ngettext("%(count)d self-inspection to read", "%(count)d self-inspections to read", counts.to_read), counts.to_read,
         f"{reverse('desk_inspections')}?which=handed_in"),
        (ngettext("%(count)d monitoring visit to plan", "%(count)d monitoring visits to plan", counts.to_plan), counts.to_plan,
         reverse("desk_monitorings"))]
    return [(words % {"count": number}, address) for words, number, address in rows if number]


def watching_links(actor):
    """The desk's menu, for those who read cases. How much waits stands on the first page: a menu is asked for by every page."""
    if not actor.reads_cases:
        return []
    return [(_("Self-inspections"), reverse("desk_inspections"), None), (_("Monitoring visits"), reverse("desk_monitorings"), None),
            (_("Whom to visit"), reverse("desk_risks"), None), (_("Corrective actions"), reverse("desk_correctives"), None)]
