"""A consultation (컨설팅): asked for or offered, who was asked to come, what the provider lets them read."""
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts.models import District, Role
from aftercare.consultation_stages import CONSULTATION_MOVES, OPEN_CONSULTATION, READS_COPY, ConsultationStage
from aftercare.models.consultant import Consultant
from aftercare.models.duty import own_provider
from certification.models import Certificate
from core.models import StoredFile
from core.tenancy import NOBODY, TenantModel
from providers.models import Provider, ServiceType


def comes(actor, path="consultant"):
    """What somebody with the consultant's role was asked to do."""
    return models.Q(**{f"{path}__user": actor.user}) if actor.user and actor.has(Role.CONSULTANT) else NOBODY


class Consultation(TenantModel):
    """Names are copied when it begins, since a consultant never reads a provider's live tables. `topics`: [{code, ko, en}]."""

    class Origin(models.TextChoices):
        REQUEST = "request", _("asked for by the provider")
        OFFER = "offer", _("offered by the agency")

    Stage = ConsultationStage
    MOVES = CONSULTATION_MOVES
    grants = "SELECT, INSERT, UPDATE"

    certificate = models.ForeignKey(Certificate, models.PROTECT, related_name="+")
    provider = models.ForeignKey(Provider, models.PROTECT, related_name="+")
    number = models.CharField(_("number"), max_length=12)                                       # 2026-K003
    stage = models.CharField(_("state"), max_length=10, choices=ConsultationStage, default=ConsultationStage.OFFERED, editable=False)
    origin = models.CharField(_("how it began"), max_length=7, choices=Origin)
    provider_name = models.CharField(_("name of the organisation"), max_length=80)
    site_name = models.CharField(_("name of the site"), max_length=80)
    address = models.CharField(_("address"), max_length=260)
    service_type = models.ForeignKey(ServiceType, models.PROTECT, related_name="+", verbose_name=_("service"))
    district = models.ForeignKey(District, models.PROTECT, related_name="+", verbose_name=_("district"))
    topics = models.JSONField(_("indicators"), default=list)
    words = models.TextField(_("what the consultation is about"), max_length=4000)
    wished_on = ArrayField(models.DateField(), default=list, verbose_name=_("wished days"))
    begun_at = models.DateTimeField(_("begun at"))
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(_("offer answered at"), null=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    consultant = models.ForeignKey(Consultant, models.PROTECT, null=True, related_name="+", verbose_name=_("consultant"))
    told_at = models.DateTimeField(_("provider told at"), null=True)
    agreed_at = models.DateTimeField(_("agreed at"), null=True)
    reported_at = models.DateTimeField(_("report handed in at"), null=True)
    ended_at = models.DateTimeField(_("ended at"), null=True)
    ended_reason = models.TextField(_("reason of the ending"), blank=True)

    class Meta:
        verbose_name = _("consultation")
        verbose_name_plural = _("consultations")
        ordering = ["-begun_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "number"], name="one_consultation_of_a_number"),
            models.UniqueConstraint(fields=["agency", "certificate"], condition=models.Q(stage__in=OPEN_CONSULTATION),
                                    name="one_open_consultation_of_a_certificate"),
            models.CheckConstraint(condition=~models.Q(stage__in=["chosen", "told", "agreed", "reported", "closed"])
                                   | models.Q(consultant__isnull=False), name="somebody_comes_to_consult"),
            models.CheckConstraint(condition=~models.Q(stage__in=["agreed", "reported", "closed"]) | models.Q(agreed_at__isnull=False),
                                   name="consulted_as_agreed"),
            models.CheckConstraint(condition=~models.Q(stage="called_off") | ~models.Q(ended_reason=""), name="called_off_with_a_reason"),
            models.CheckConstraint(condition=~models.Q(words=""), name="a_consultation_is_about_something"),
        ]
        indexes = [models.Index("agency", "stage", name="consultations_by_stage"),
                   models.Index("agency", "consultant", name="consultations_of_a_consultant")]

    @classmethod
    def audience(cls, actor):
        """Staff who read cases, the provider's people, and whoever comes, from the moment they are asked."""
        return models.Q() if actor.reads_cases else own_provider(actor) | comes(actor)

    def __str__(self):
        return f"{self.number} {self.provider_name}"

    @property
    def is_open(self):
        return self.stage in OPEN_CONSULTATION

    @property
    def about(self):
        """[(code, name in the page's language)]"""
        return [(one["code"], one.get(get_language()) or one["ko"]) for one in self.topics]


class ConsultantAsking(TenantModel):
    """Somebody was asked to come: why they, what they answered, what the provider said to it. The provider does not read who declined."""

    grants = "SELECT, INSERT, UPDATE"

    consultation = models.ForeignKey(Consultation, models.PROTECT, related_name="+")
    consultant = models.ForeignKey(Consultant, models.PROTECT, related_name="+", verbose_name=_("consultant"))
    reasons = models.JSONField(default=list)                # the sentences that spoke for them
    asked_at = models.DateTimeField(_("asked at"))
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(_("answered at"), null=True)
    is_accepted = models.BooleanField(_("request taken on"), null=True)
    reason = models.TextField(_("reason"), max_length=1000, blank=True)
    objected_at = models.DateTimeField(_("objected at"), null=True)
    objection = models.TextField(_("reason of the objection"), max_length=1000, blank=True)
    ended_at = models.DateTimeField(_("ended at"), null=True)

    class Meta:
        verbose_name = _("question to a consultant")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "consultation"], condition=models.Q(ended_at=None), name="one_consultant_is_asked"),
            models.UniqueConstraint(fields=["agency", "consultation"], condition=models.Q(objected_at__isnull=False),
                                    name="objected_to_once"),
        ]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.reads_cases else comes(actor)

    def __str__(self):
        return f"{self.consultation} {self.consultant}"

    @property
    def number(self):
        """As messages name it."""
        return self.consultation.number

    @property
    def provider_name(self):
        return self.consultation.provider_name


class SharedCopy(TenantModel):
    """What the provider chose to show, as it was then: an answer, a finding, or a file's very bytes."""

    class Kind(models.TextChoices):
        ANSWER = "answer", _("self-assessment")
        FINDING = "finding", _("finding of the evaluation")
        FILE = "file", _("file")

    append_only = True

    consultation = models.ForeignKey(Consultation, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=7, choices=Kind)
    code = models.CharField(_("indicator"), max_length=40, blank=True)
    name = models.CharField(_("name"), max_length=220)
    text = models.TextField(blank=True)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    sha256 = models.CharField(_("SHA-256"), max_length=64)          # of the text's UTF-8 bytes, or of the file
    shared_at = models.DateTimeField(_("shared at"))
    shared_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("shared copy")
        ordering = ["kind", "code", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "consultation", "kind", "code", "sha256"], name="shared_once"),
            models.CheckConstraint(condition=models.Q(kind="file") ^ models.Q(file=None), name="a_shared_file_has_bytes"),
        ]

    @classmethod
    def audience(cls, actor):
        """The provider's people and staff who read cases; the consultant only while the consultation lasts."""
        lasts = comes(actor, "consultation__consultant") & models.Q(consultation__stage__in=READS_COPY)
        return models.Q() if actor.reads_cases else own_provider(actor, "consultation__provider") | lasts

    def __str__(self):
        return f"{self.get_kind_display()} {self.code} {self.name}".strip()
