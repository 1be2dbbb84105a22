"""How far a self-inspection, a monitoring visit and a corrective action are, and where each can go from there."""
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class InspectionStage(TextChoices):
    DRAFT = "draft", _("being written")
    HANDED_IN = "handed_in", _("handed in")
    SEEN = "seen", _("seen by the agency")


INSPECTION_MOVES = {
    InspectionStage.DRAFT: {InspectionStage.HANDED_IN},
    InspectionStage.HANDED_IN: {InspectionStage.SEEN, InspectionStage.DRAFT},       # returned with a reason
    InspectionStage.SEEN: set(),
}


class MonitoringStage(TextChoices):
    PLANNED = "planned", _("planned")
    DONE = "done", _("visit carried out")
    BROKEN_OFF = "broken_off", _("ended early")
    NOT_DONE = "not_done", _("not carried out")
    CALLED_OFF = "called_off", _("called off")


MONITORING_MOVES = {
    MonitoringStage.PLANNED: {MonitoringStage.DONE, MonitoringStage.BROKEN_OFF, MonitoringStage.NOT_DONE, MonitoringStage.CALLED_OFF},
    MonitoringStage.DONE: set(),
    MonitoringStage.BROKEN_OFF: set(),
    MonitoringStage.NOT_DONE: set(),
    MonitoringStage.CALLED_OFF: set(),
}
CARRIED_OUT = (MonitoringStage.DONE, MonitoringStage.BROKEN_OFF)


class CorrectionStage(TextChoices):
    REQUESTED = "requested", _("asked for")
    SUBMITTED = "submitted", _("handed in")
    RETURNED = "returned", _("returned to be completed")
    ACCEPTED = "accepted", _("accepted, its effect still to be checked")
    CLOSED = "closed", _("concluded")


CORRECTION_MOVES = {
    CorrectionStage.REQUESTED: {CorrectionStage.SUBMITTED, CorrectionStage.CLOSED},
    CorrectionStage.SUBMITTED: {CorrectionStage.ACCEPTED, CorrectionStage.RETURNED, CorrectionStage.CLOSED},
    CorrectionStage.RETURNED: {CorrectionStage.SUBMITTED, CorrectionStage.CLOSED},
    CorrectionStage.ACCEPTED: {CorrectionStage.CLOSED},
    CorrectionStage.CLOSED: set(),
}
TO_WRITE = (CorrectionStage.REQUESTED, CorrectionStage.RETURNED)
