"""A sanction about one certificate: what is proposed and why, the hearing, the proposal of others, the decision, what became of it."""
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts.actors import Actor
from accounts.models import Role
from aftercare.models.correction import CorrectiveAction
from aftercare.models.duty import own_provider
from aftercare.models.tied import untied
from aftercare.sanction_stages import BEFORE_DECISION, SANCTION_MOVES, TAKEN, UNDER_WAY, SanctionStage
from certification.models import Certificate
from core import clock
from core.tenancy import NOBODY, TenantModel
from panels.queries import matters_open_to
from providers.models import Bar, Provider

READING = Actor.system("whose a sanction is")
DAY = timedelta(days=1)


def user_key(words="", **how):
    return models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=words or None, **how)


class Sanction(TenantModel):
    """`from_on`, `to_on`, `order` are what the notice proposes; `final_…` what was decided. A suspension has a last day and an order."""

    class Kind(models.TextChoices):
        SUSPENSION = "suspension", _("suspension")
        REVOCATION = "revocation", _("revocation")

    class Ground(models.TextChoices):
        FALSEHOOD = "falsehood", _("certified by falsehood or other unlawful means")
        DEREGISTERED = "deregistered", _("registration as a provider cancelled")
        ABUSE = "abuse", _("serious abuse or fraud")
        NOT_CORRECTED = "not_corrected", _("criteria not met and not corrected")
        REFUSAL = "refusal", _("monitoring refused")
        MISUSE = "misuse", _("misuse of the mark")

    class Heard(models.TextChoices):
        HELD = "held", _("The hearing was held")
        WRITTEN = "written", _("The provider stated its case in writing and came to no hearing")
        ABSENT = "absent", _("The provider neither came nor wrote")

    class Proposal(models.TextChoices):
        IMPOSE = "impose", _("As it was proposed")
        LIGHTER = "lighter", _("Something lighter")
        NONE = "none", _("No sanction")

    Stage = SanctionStage
    MOVES = SANCTION_MOVES
    grants = "SELECT, INSERT, UPDATE"

    certificate = models.ForeignKey(Certificate, models.PROTECT, related_name="+")
    provider = models.ForeignKey(Provider, models.PROTECT, related_name="+")
    follows = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")       # the suspension whose order was not met
    correction = models.ForeignKey(CorrectiveAction, models.PROTECT, null=True, related_name="+")   # what was not corrected
    number = models.CharField(_("number of the sanction"), max_length=12)                   # 2026-S003
    stage = models.CharField(_("state"), max_length=10, choices=SanctionStage, default=SanctionStage.DRAFT, editable=False)
    kind = models.CharField(_("kind of sanction"), max_length=12, choices=Kind)
    ground = models.CharField(_("ground of the sanction"), max_length=16, choices=Ground)
    facts = models.TextField(_("facts"), max_length=4000)
    from_on = models.DateField(_("takes effect on"))
    to_on = models.DateField(_("last day of the suspension"), null=True)
    order = models.TextField(_("corrective order"), max_length=2000, blank=True)
    basis = models.TextField(_("legal basis"), max_length=500, blank=True)                  # as the letters quote it
    basis_en = models.TextField(_("legal basis in English"), max_length=500, blank=True)    # empty: the English ones quote the Korean
    hearing_at = models.DateTimeField(_("hearing at"))
    hearing_place = models.CharField(_("place of the hearing"), max_length=200)
    chair = models.CharField(_("conducted by"), max_length=60, blank=True)                  # the name that the notice gives
    chair_office = models.CharField(_("office of who conducts it"), max_length=120, blank=True)
    drafted_at = models.DateTimeField(_("drafted at"))
    drafted_by = user_key(_("drafted by"))
    noticed_at = models.DateTimeField(_("notice sent at"), null=True)
    noticed_by = user_key()
    notice_until = models.DateField(_("notice period until"), null=True)                    # nothing takes effect before
    urgent_at = models.DateTimeField(_("suspended at once at"), null=True)
    urgent_by = user_key()
    urgent_to = models.DateField(_("urgent suspension until"), null=True)
    urgent_reason = models.TextField(_("why it could not wait"), blank=True)
    heard = models.CharField(_("hearing"), max_length=8, choices=Heard, blank=True)
    heard_at = models.DateTimeField(_("hearing noted at"), null=True)
    heard_by = user_key()
    came = models.CharField(_("who came"), max_length=300, blank=True)
    minutes = models.TextField(_("minutes of the hearing"), max_length=8000, blank=True)
    opinions_at = models.DateTimeField(_("all opinions in since"), null=True)
    proposal = models.CharField(_("proposal"), max_length=8, choices=Proposal, blank=True)
    proposal_reason = models.TextField(_("reasons of the proposal"), max_length=4000, blank=True)
    proposed_at = models.DateTimeField(_("proposed at"), null=True)
    final_kind = models.CharField(_("kind of sanction"), max_length=12, choices=Kind, blank=True)
    final_from = models.DateField(_("takes effect on"), null=True)
    final_to = models.DateField(_("last day of the suspension"), null=True)
    final_order = models.TextField(_("corrective order"), max_length=2000, blank=True)
    grounds = models.TextField(_("grounds of the decision"), max_length=4000, blank=True)
    decided_at = models.DateTimeField(_("decided at"), null=True)
    in_effect_at = models.DateTimeField(_("in effect since"), null=True)
    bar = models.ForeignKey(Bar, models.PROTECT, null=True, related_name="+")
    order_met = models.BooleanField(_("order met"), null=True)
    order_note = models.TextField(_("what was found about the order"), blank=True)
    ended_at = models.DateTimeField(_("ended at"), null=True)
    ended_reason = models.TextField(_("reason"), blank=True)

    class Meta:
        verbose_name = _("sanction")
        verbose_name_plural = _("sanctions")
        ordering = ["-drafted_at", "-pk"]
        indexes = [models.Index(fields=["agency", "stage"], name="sanctions_by_stage"),
                   models.Index(fields=["agency", "provider"], name="sanctions_of_a_provider")]
        constraints = [
            models.UniqueConstraint(fields=["agency", "number"], name="one_sanction_of_a_number"),
            models.UniqueConstraint(fields=["agency", "certificate"], condition=models.Q(stage__in=UNDER_WAY),
                                    name="one_sanction_under_way"),
            models.CheckConstraint(condition=~models.Q(ground="falsehood")
                                   | models.Q(kind="revocation") & ~models.Q(final_kind="suspension"), name="falsehood_is_revoked"),
            models.CheckConstraint(condition=~models.Q(kind="suspension") | models.Q(to_on__gte=models.F("from_on")) & ~models.Q(order=""),
                                   name="a_suspension_has_an_end_and_an_order"),
            models.CheckConstraint(condition=~models.Q(stage__in=TAKEN) | models.Q(
                noticed_at__isnull=False, heard_at__isnull=False, proposed_at__isnull=False, decided_at__isnull=False,
                final_from__isnull=False, final_from__gt=models.F("notice_until")) & ~models.Q(final_kind=""),
                name="no_sanction_without_its_process"),
            models.CheckConstraint(condition=~models.Q(stage__in=("no_effect", "lifted", "overturned", "dropped"))
                                   | ~models.Q(ended_reason=""),
                                   name="a_sanction_ended_with_a_reason"),
        ]

    @classmethod
    def audience(cls, actor):
        """Staff who read cases, but nobody tied to the provider; the city and the provider's people from the notice on; who was named to
        handle it and has declared."""
        told = models.Q(noticed_at__isnull=False)
        if actor.reads_cases:
            return untied(actor) | told & own_provider(actor)
        if actor.has(Role.OBSERVER):
            return told
        return told & own_provider(actor) | handled_by(actor) if actor.user else NOBODY

    def __str__(self):
        return f"{self.number} {self.certificate.provider_name}"

    @property
    def matter(self):
        """What declarations and the ledger know it by."""
        return self.public_id

    @property
    def provider_name(self):
        return self.certificate.provider_name

    @property
    def number_shown(self):
        """Of the certificate."""
        return self.certificate.number_shown

    @property
    def kind_told(self):
        """In words, as the provider knows it: what was decided, and until then what the notice proposes."""
        return self.get_final_kind_display() if self.stage in TAKEN else self.get_kind_display()

    @property
    def basis_told(self):
        """In the language that is spoken, as far as it is written in it."""
        return (get_language() == "en" and self.basis_en) or self.basis

    @property
    def conducted_by(self):
        """Name and office of who conducts the hearing."""
        return ", ".join(part for part in (self.chair, self.chair_office) if part)

    @property
    def hearing_on(self):
        return clock.seoul(self.hearing_at).date()

    @property
    def is_open(self):
        """Not decided and not dropped."""
        return self.stage in BEFORE_DECISION

    @property
    def is_suspended_at_once(self):
        """Whether the urgent suspension holds today."""
        return self.urgent_to is not None and self.is_open and clock.today() <= self.urgent_to


def handled_by(actor):
    """The sanctions that this person handles, or whose appeal, and has declared about."""
    handlers, appeals = (Sanction._meta.get_field(part).related_model.objects.visible_to(READING) for part in ("handlers", "appeals"))
    mine = handlers.filter(user=actor.user, ended_at=None)
    decision = models.Q(pk__in=mine.filter(appeal=None).values("sanction"), public_id__in=matters_open_to(actor))
    theirs = appeals.filter(pk__in=mine.filter(appeal__isnull=False).values("appeal"), public_id__in=matters_open_to(actor))
    return decision | models.Q(pk__in=theirs.values("sanction"))
