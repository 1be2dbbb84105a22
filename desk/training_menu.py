"""The desk's menu of training."""
from django.urls import reverse
from django.utils.translation import gettext as _

from desk.training_enrolment import enrolment_links
from training.models.course import READERS
from training.permissions import can_learn


def training_links(actor):
    """For all staff what they learn and teach; courses, runs, trainers and the plan for who reads what belongs to training."""
    if not actor.is_staff:
        return []
    catalogue = [(_("Catalogue"), reverse("training"), None)] if can_learn(actor) else []
    taught = [(_("My classes to run"), reverse("training_classes"), None)]
    if not actor.has(*READERS):
        return [*catalogue, *enrolment_links(actor), *taught]
    return [*catalogue, *enrolment_links(actor), *taught, (_("Courses"), reverse("training_courses"), None),
            (_("Runs of courses"), reverse("training_runs"), None), (_("Trainers"), reverse("training_trainers"), None),
            (_("Year plan"), reverse("training_year_plan"), None),
            (_("Mandatory training"), reverse("training_coverage"), None), (_("Reports of training"), reverse("training_report"), None)]
