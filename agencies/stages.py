"""The ways of what the evaluation of agencies goes through."""
from django.db import models
from django.utils.translation import gettext_lazy as _


class ReportStage(models.TextChoices):
    DRAFT = "draft", _("being written")
    RELEASED = "released", _("being approved")
    SUBMITTED = "submitted", _("handed in")


REPORT_MOVES = {
    ReportStage.DRAFT: {ReportStage.RELEASED},
    ReportStage.RELEASED: {ReportStage.DRAFT, ReportStage.SUBMITTED},
    ReportStage.SUBMITTED: set(),
}


class ConsultingStage(models.TextChoices):
    ASKED = "asked", _("requested")
    ACCEPTED = "accepted", _("agreed upon")
    DECLINED = "declined", _("declined")
    WITHDRAWN = "withdrawn", _("withdrawn")
    HELD = "held", _("held")


CONSULTING_MOVES = {
    ConsultingStage.ASKED: {ConsultingStage.ACCEPTED, ConsultingStage.DECLINED, ConsultingStage.WITHDRAWN},
    ConsultingStage.ACCEPTED: {ConsultingStage.HELD},
    ConsultingStage.DECLINED: set(),
    ConsultingStage.WITHDRAWN: set(),
    ConsultingStage.HELD: set(),
}


class ResultStage(models.TextChoices):
    """What the agency knows. Whether the committee has decided meanwhile stands in no row of its own."""

    PRELIMINARY = "preliminary", _("preliminary")
    OBJECTED = "objected", _("objected to")
    FINAL = "final", _("final")


RESULT_MOVES = {
    ResultStage.PRELIMINARY: {ResultStage.OBJECTED, ResultStage.FINAL},
    ResultStage.OBJECTED: {ResultStage.FINAL},
    ResultStage.FINAL: set(),
}


class PlanStage(models.TextChoices):
    DRAFT = "draft", _("being written")
    RELEASED = "released", _("being approved")
    APPROVED = "approved", _("approved")
    CLOSED = "closed", _("concluded")


OPEN_TO_CENTRAL = (PlanStage.APPROVED, PlanStage.CLOSED)
PLAN_MOVES = {
    PlanStage.DRAFT: {PlanStage.RELEASED},
    PlanStage.RELEASED: {PlanStage.DRAFT, PlanStage.APPROVED},
    PlanStage.APPROVED: {PlanStage.CLOSED},
    PlanStage.CLOSED: set(),
}


class AgendaProposalStage(models.TextChoices):
    DRAFT = "draft", _("being written")
    HANDED_IN = "handed_in", _("handed in")
    ON_AGENDA = "on_agenda", _("on the agenda")
    DECLINED = "declined", _("not taken up")


AGENDA_PROPOSAL_MOVES = {
    AgendaProposalStage.DRAFT: {AgendaProposalStage.HANDED_IN},
    AgendaProposalStage.HANDED_IN: {AgendaProposalStage.ON_AGENDA, AgendaProposalStage.DECLINED},
    AgendaProposalStage.ON_AGENDA: {AgendaProposalStage.HANDED_IN},         # put off, or the meeting did not take place
    AgendaProposalStage.DECLINED: set(),
}
