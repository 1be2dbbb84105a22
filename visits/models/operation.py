"""What came from a device, word for word, whether it was applied or met something newer: nothing that was sent is lost."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import StoredFile
from core.tenancy import NOBODY, TenantModel
from visits.models.finding import Judgement, Reason
from visits.models.item import VisitItem
from visits.models.visit import Visit
from visits.stages import ENDED


class Operation(TenantModel):
    """`public_id` is the device's own number for it: the same number a second time is the same operation."""

    class Kind(models.TextChoices):
        FINDING = "finding", _("judgement")
        AGREE = "agree", _("agreed judgement")
        PHOTO = "photo", _("photo")
        CLOSING = "closing", _("closing statement")
        BEGIN = "begin", _("beginning of the visit")
        ENTRY = "entry", _("interview or sample")
        OTHER = "other", _("cannot be read")

    class Outcome(models.TextChoices):
        APPLIED = "applied", _("applied")
        CONFLICT = "conflict", _("met a newer version")
        KEPT = "kept", _("kept aside, not applied")

    class Why(models.TextChoices):
        ENDED = "ended", _("it came after the visit had ended")
        LEFT = "left", _("its author was no longer in the team")
        ELSEWHERE = "elsewhere", _("it belongs to nothing that is looked at during this visit")
        UNREADABLE = "unreadable", _("it could not be read")

    append_only = True

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="+")
    item = models.ForeignKey(VisitItem, models.PROTECT, null=True, related_name="+")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind)
    base_version = models.PositiveIntegerField(default=0)       # the version that its author had before the eyes; 0: none yet
    payload = models.JSONField()
    outcome = models.CharField(max_length=10, choices=Outcome)
    theirs = models.JSONField(null=True)                        # of a conflict: what stood there instead
    why = models.CharField(max_length=12, choices=Why, blank=True)      # of what is kept aside
    after = models.UUIDField(null=True)                         # the device's operation that it builds on
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")      # of a photo that is kept aside
    device = models.CharField(max_length=36, blank=True)        # which of its author's devices; empty: a page
    device_at = models.DateTimeField(null=True)
    received_at = models.DateTimeField()

    class Meta:
        verbose_name = _("operation")
        indexes = [models.Index(fields=["agency", "visit", "received_at"], name="operations_of_a_visit"),
                   models.Index(fields=["agency", "visit"], condition=models.Q(outcome="kept"), name="operations_kept_aside")]
        constraints = [models.CheckConstraint(condition=models.Q(outcome="kept", why__in=["ended", "left", "elsewhere", "unreadable"])
                                              | (~models.Q(outcome="kept") & models.Q(why="")), name="kept_aside_with_its_reason")]

    @classmethod
    def audience(cls, actor):
        """One's own; all of them for staff who read cases once the visit has ended."""
        own = models.Q(author=actor.user) if actor.user else NOBODY
        return own | models.Q(visit__in=Visit.objects.visible_to(actor).filter(stage__in=ENDED)) if actor.reads_cases else own

    def __str__(self):
        return f"{self.kind} {self.public_id}"

    @property
    def judged_in_words(self):
        """What it judges and the reason it gives; empty if it is no judgement."""
        words = dict(Judgement.choices) | dict(Reason.choices)
        return ", ".join(str(words[code]) for code in map(self.payload.get, ("judgement", "reason_code")) if code in words)
