"""A request for a supplement (보완요청): one bundle per stage of a case, an item for each thing that is missing, the provider's replies."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core import clock
from core.bilingual import by_language
from core.tenancy import TenantModel
from correspondence.models import Deadline
from evaluations.models.application import Application
from evaluations.stages import SUPPLEMENT_MOVES, Stage, SupplementStage
from providers.models import Evidence


class Phase(models.TextChoices):
    """When it is asked: a case is asked once at each."""

    SCREENING = "screening", _("Eligibility screening")
    DOCUMENT_REVIEW = "document_review", _("Document review")
    AFTER_VISIT = "after_visit", _("After the site visit")


PHASES = {Stage.SCREENING: Phase.SCREENING, Stage.DOCUMENT_REVIEW: Phase.DOCUMENT_REVIEW, Stage.FACT_CHECK: Phase.AFTER_VISIT}


class SupplementRequest(TenantModel):
    """Composed by the officer, sent once. Whether it can still be answered its dates say, never a job."""

    Stage = SupplementStage
    MOVES = SUPPLEMENT_MOVES
    grants = "SELECT, INSERT, UPDATE"

    application = models.ForeignKey(Application, models.PROTECT, related_name="+")
    phase = models.CharField(_("asked in"), max_length=16, choices=Phase)
    stage = models.CharField(_("state"), max_length=10, choices=SupplementStage, default=SupplementStage.DRAFT, editable=False)
    begun_at = models.DateTimeField(_("begun at"))
    deadline = models.ForeignKey(Deadline, models.PROTECT, null=True, related_name="+")
    sent_at = models.DateTimeField(_("sent at"), null=True)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    extended_at = models.DateTimeField(_("prolonged at"), null=True)
    extension_reason = models.TextField(_("reason of the prolongation"), blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True)             # when the answer arrived

    class Meta:
        verbose_name = _("supplement request")
        verbose_name_plural = _("supplement requests")
        ordering = ["begun_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "application", "phase"], condition=~models.Q(stage="dropped"),
                                    name="one_supplement_per_stage"),
            models.CheckConstraint(condition=models.Q(stage__in=["draft", "dropped"]) | models.Q(
                sent_at__isnull=False, deadline__isnull=False), name="sent_with_a_deadline"),
            models.CheckConstraint(condition=~models.Q(stage="answered") | models.Q(answered_at__isnull=False),
                                   name="answered_at_a_moment"),
        ]

    @classmethod
    def audience(cls, actor):
        """Staff who read the case; its provider's people and its assessors once it is sent."""
        whose = models.Q(application__in=Application.everything.filter(Application.audience(actor)))
        return whose if actor.reads_cases else whose & models.Q(sent_at__isnull=False)

    def __str__(self):
        return f"{self.application}, {self.get_phase_display()}"

    def is_open(self, at=None):
        """Whether an answer that arrives at this moment is taken."""
        return self.stage == SupplementStage.SENT and (at or clock.now()) < self.deadline.due_at

    @property
    def stands(self):
        """Its state as the dates have it, whether or not the nightly job has run."""
        over = self.stage == SupplementStage.SENT and self.deadline.is_over
        return SupplementStage.LAPSED if over else SupplementStage(self.stage)


class SupplementItem(TenantModel):
    """One thing that is asked for: about an indicator, about a document of the round, or in general."""

    class Kind(models.TextChoices):
        INDICATOR = "indicator", _("indicator")
        DOCUMENT = "document", _("document")
        GENERAL = "general", _("in general")

    part_of = "request"
    grants = "SELECT, INSERT, UPDATE"

    request = models.ForeignKey(SupplementRequest, models.PROTECT, related_name="items")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(_("about"), max_length=9, choices=Kind)
    code = models.CharField(_("code"), max_length=40, blank=True)               # the indicator's or the document's
    title_ko = models.CharField(max_length=200, blank=True)                     # its name, as it was called then
    title_en = models.CharField(max_length=200, blank=True)
    text = models.TextField(_("what is asked for"), max_length=2000)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")     # an assessor
    added_at = models.DateTimeField()
    left_out_at = models.DateTimeField(null=True)                               # proposed, and not asked
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True)           # asked, and no longer
    withdrawn_reason = models.TextField(_("reason"), blank=True)

    class Meta:
        verbose_name = _("item of a supplement request")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "request", "position"], name="one_item_of_a_position"),
            models.CheckConstraint(condition=models.Q(withdrawn_at=None) | ~models.Q(withdrawn_reason=""),
                                   name="item_withdrawn_with_a_reason"),
            models.CheckConstraint(condition=models.Q(kind="general", code="") | (~models.Q(kind="general") & ~models.Q(code="")),
                                   name="item_about_something"),
        ]

    @classmethod
    def audience(cls, actor):
        """With the request. What an assessor proposes is the officer's to read, and that assessor's; others see what was sent."""
        sent = models.Q(request__in=SupplementRequest.objects.visible_to(actor))
        if actor.reads_cases:
            return sent
        seen = sent & models.Q(left_out_at=None)
        evaluated = Application.everything.filter(Application.evaluated_by(actor))
        return seen | models.Q(proposed_by=actor.user, request__application__in=evaluated) if actor.user else seen

    def __str__(self):
        return f"{self.request_id} {self.position}"

    title = by_language("title")

    @property
    def about(self):
        """2.2.3 Name of the indicator; the document's name; or in general."""
        if self.kind == self.Kind.GENERAL:
            return self.get_kind_display()
        return f"{self.code} {self.title}" if self.kind == self.Kind.INDICATOR else self.title


class SupplementReply(TenantModel):
    """What the provider writes to an item, while it may; nobody else reads it before it is handed in and sealed."""

    part_of = "item"
    grants = "SELECT, INSERT, UPDATE"

    item = models.OneToOneField(SupplementItem, models.PROTECT, related_name="+")
    before = models.TextField(blank=True)                                       # the sealed answer of its indicator
    text = models.TextField(_("your answer"), max_length=4000, blank=True)      # begins with it
    version = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField(_("saved at"), null=True)
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("reply to an item")

    @classmethod
    def audience(cls, actor):
        own = Application.everything.filter(Application.written_by(actor))
        return models.Q(item__request__application__in=own, item__request__sent_at__isnull=False)

    def __str__(self):
        return f"{self.item_id}"

    @property
    def is_changed(self):
        return self.text.strip() != self.before.strip()


class SupplementEvidence(TenantModel):
    """A document of the library that goes with a reply."""

    part_of = "reply"

    reply = models.ForeignKey(SupplementReply, models.PROTECT, related_name="evidence")
    evidence = models.ForeignKey(Evidence, models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        verbose_name = _("evidence of a reply")
        ordering = ["added_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "reply", "evidence"], name="evidence_once_per_reply")]

    def __str__(self):
        return f"{self.reply_id} {self.evidence_id}"
