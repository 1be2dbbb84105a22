"""What goes with a sanction: what the provider says, files of both sides, and who handles it without having taken part."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from aftercare.models.duty import own_provider
from aftercare.models.sanction import READING, Sanction, handled_by, user_key
from aftercare.models.sanction_appeal import SanctionAppeal
from aftercare.models.tied import untied
from core.models import StoredFile
from core.tenancy import NOBODY, TenantModel

FILES_AT_MOST = 20


def said_to(actor, path=""):
    """The provider's own words; those handed in also for staff and whoever handles the sanction. The city reads no statements."""
    handed_in = models.Q(**{f"{path}arrived_at__isnull": False})
    own = own_provider(actor, f"{path}sanction__provider")
    if actor.reads_cases:
        return own | handed_in & untied(actor, f"{path}sanction__")
    handled = Sanction.objects.visible_to(READING).filter(handled_by(actor) if actor.user else NOBODY)
    return own | handed_in & models.Q(**{f"{path}sanction__in": handled})


class SanctionStatement(TenantModel):
    """What the provider says in writing: before the decision, to a suspension at once, against the decision, or that the order of a
    suspension is met. Until it is handed in nobody else reads it. A report about the order that was returned stays, and another may follow
    it."""

    class Kind(models.TextChoices):
        OPINION = "opinion", _("written statement")
        URGENT = "urgent", _("statement about the urgent suspension")
        APPEAL = "appeal", _("appeal")
        ORDER = "order", _("report that the order is met")

    part_of = "sanction"
    grants = "SELECT, INSERT, UPDATE"

    sanction = models.ForeignKey(Sanction, models.PROTECT, related_name="statements")
    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    text = models.TextField(_("what you say"), max_length=8000, blank=True)
    waives_hearing = models.BooleanField(_("no hearing is wanted"), default=False)
    version = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField(_("saved at"), null=True)
    saved_by = user_key()
    arrived_at = models.DateTimeField(_("received at"), null=True)
    handed_in_by = user_key()
    sha256 = models.CharField(_("SHA-256"), max_length=64, blank=True)
    returned_at = models.DateTimeField(_("returned at"), null=True)
    returned_by = user_key()
    returned_reason = models.TextField(_("reason"), max_length=2000, blank=True)

    class Meta:
        verbose_name = _("statement about a sanction")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "sanction", "kind"], condition=models.Q(returned_at=None),
                                    name="one_statement_of_a_kind"),
            models.CheckConstraint(condition=models.Q(returned_at=None) | models.Q(kind="order", arrived_at__isnull=False)
                                   & ~models.Q(returned_reason=""), name="a_report_returned_with_a_reason"),
            models.CheckConstraint(condition=models.Q(arrived_at=None) | models.Q(
                handed_in_by__isnull=False, sha256__regex=r"^[0-9a-f]{64}$") & ~models.Q(text=""), name="handed_in_with_its_seal"),
        ]

    @classmethod
    def audience(cls, actor):
        return said_to(actor)

    def __str__(self):
        return self.get_kind_display()


class SanctionFile(TenantModel):
    """A file of the agency (facts, minutes), or of a statement; the very bytes."""

    part_of = "sanction"

    sanction = models.ForeignKey(Sanction, models.PROTECT, related_name="files")
    statement = models.ForeignKey(SanctionStatement, models.PROTECT, null=True, related_name="+")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    name = models.CharField(_("name of the file"), max_length=120)
    added_at = models.DateTimeField(_("added at"))
    added_by = user_key()

    class Meta:
        verbose_name = _("file of a sanction")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "sanction", "statement", "file"], nulls_distinct=False,
                                               name="a_file_once_in_a_sanction")]

    @classmethod
    def audience(cls, actor):
        """The agency's: whoever reads the sanction, but the city. The provider's: as its statement."""
        theirs = models.Q(statement__in=SanctionStatement.everything.filter(said_to(actor)))
        if not actor.user:
            return NOBODY
        told = models.Q(noticed_at__isnull=False) & own_provider(actor) | handled_by(actor)
        seen = Sanction.everything.filter(told | untied(actor) if actor.reads_cases else told)
        return models.Q(statement=None, sanction__in=seen) | theirs

    def __str__(self):
        return self.name

    @property
    def sha256(self):
        return self.file.sha256

    @property
    def size(self):
        return self.file.size


class SanctionHandler(TenantModel):
    """Somebody who took no part: of the decision, or, with `appeal`, of the answer to the appeal. Each alone until all are in."""

    class Choice(models.TextChoices):
        IMPOSE = "impose", _("As it was proposed")
        LIGHTER = "lighter", _("Something lighter")
        NONE = "none", _("No sanction")
        UPHOLD = "uphold", _("Uphold the appeal")
        PARTLY = "partly", _("Uphold it in part")
        REJECT = "reject", _("Do not uphold it")

    part_of = "sanction"
    grants = "SELECT, INSERT, UPDATE"

    sanction = models.ForeignKey(Sanction, models.PROTECT, related_name="handlers")
    appeal = models.ForeignKey(SanctionAppeal, models.PROTECT, null=True, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("account"))
    person = models.ForeignKey("accounts.Person", models.PROTECT, related_name="+", verbose_name=_("person"))
    is_lead = models.BooleanField(_("writes the proposal"), default=False)
    named_at = models.DateTimeField(_("named at"))
    named_by = user_key()
    choice = models.CharField(_("opinion"), max_length=8, choices=Choice, blank=True)
    reason = models.TextField(_("reason"), max_length=4000, blank=True)
    handed_in_at = models.DateTimeField(_("opinion handed in at"), null=True)
    ended_at = models.DateTimeField(_("ended at"), null=True)
    ended_reason = models.TextField(_("reason"), blank=True)

    class Meta:
        verbose_name = _("person who handles a sanction")
        ordering = ["-is_lead", "named_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "sanction", "appeal", "person"], condition=models.Q(ended_at=None),
                                    nulls_distinct=False, name="handles_a_sanction_once"),
            models.UniqueConstraint(fields=["agency", "sanction", "appeal"], condition=models.Q(ended_at=None, is_lead=True),
                                    nulls_distinct=False, name="one_lead_of_a_sanction"),
        ]

    @classmethod
    def audience(cls, actor):
        """Staff who read the sanction, and the person."""
        own = models.Q(user=actor.user) if actor.user else NOBODY
        return own | untied(actor, "sanction__") if actor.reads_cases else own

    def __str__(self):
        return str(self.user)
