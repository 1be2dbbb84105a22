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


class ProposalStage(models.TextChoices):
    """Of a change that somebody proposes for an indicator. Accepted, it waits for the next version; in force, that version is out."""

    DRAFT = "draft", _("being written")
    HANDED_IN = "handed_in", _("handed in")
    WITHDRAWN = "withdrawn", _("withdrawn")
    ACCEPTED = "accepted", _("adopted")
    REJECTED = "rejected", _("not adopted")
    IN_FORCE = "in_force", _("in force")


OPEN_PROPOSALS = (ProposalStage.DRAFT, ProposalStage.HANDED_IN)
ANSWERED_PROPOSALS = (ProposalStage.ACCEPTED, ProposalStage.REJECTED, ProposalStage.IN_FORCE)
PROPOSAL_MOVES = {
    ProposalStage.DRAFT: {ProposalStage.HANDED_IN, ProposalStage.WITHDRAWN},
    ProposalStage.HANDED_IN: {ProposalStage.WITHDRAWN, ProposalStage.ACCEPTED, ProposalStage.REJECTED},
    ProposalStage.WITHDRAWN: set(),
    ProposalStage.ACCEPTED: {ProposalStage.IN_FORCE},
    ProposalStage.REJECTED: set(),
    ProposalStage.IN_FORCE: set(),
}


class BulletinStage(models.TextChoices):
    DRAFT = "draft", _("being written")
    DISCARDED = "discarded", _("discarded")
    SENT = "sent", _("sent")
    WITHDRAWN = "withdrawn", _("withdrawn")


BULLETIN_MOVES = {
    BulletinStage.DRAFT: {BulletinStage.SENT, BulletinStage.DISCARDED},
    BulletinStage.DISCARDED: set(),
    BulletinStage.SENT: {BulletinStage.WITHDRAWN},
    BulletinStage.WITHDRAWN: set(),
}


class PaperStage(models.TextChoices):
    DRAFT = "draft", _("being written")
    DISCARDED = "discarded", _("discarded")
    PUBLISHED = "published", _("published")
    REPLACED = "replaced", _("replaced by a newer edition")
    WITHDRAWN = "withdrawn", _("withdrawn")


PAPER_MOVES = {
    PaperStage.DRAFT: {PaperStage.PUBLISHED, PaperStage.DISCARDED},
    PaperStage.DISCARDED: set(),
    PaperStage.PUBLISHED: {PaperStage.REPLACED, PaperStage.WITHDRAWN},
    PaperStage.REPLACED: {PaperStage.WITHDRAWN},
    PaperStage.WITHDRAWN: set(),
}


class NominationStage(models.TextChoices):
    DRAFT = "draft", _("being written")
    RELEASED = "released", _("being approved")
    SUBMITTED = "submitted", _("handed in")
    WITHDRAWN = "withdrawn", _("withdrawn")
    SELECTED = "selected", _("selected")
    NOT_SELECTED = "passed", _("not selected")


HANDED_IN = (NominationStage.SUBMITTED, NominationStage.SELECTED, NominationStage.NOT_SELECTED)
NOMINATION_MOVES = {
    NominationStage.DRAFT: {NominationStage.RELEASED, NominationStage.WITHDRAWN},
    NominationStage.RELEASED: {NominationStage.DRAFT, NominationStage.SUBMITTED},
    NominationStage.SUBMITTED: {NominationStage.WITHDRAWN, NominationStage.SELECTED, NominationStage.NOT_SELECTED},
    NominationStage.WITHDRAWN: set(),
    NominationStage.SELECTED: set(),
    NominationStage.NOT_SELECTED: set(),
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
