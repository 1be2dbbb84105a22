"""To which agencies a bulletin goes, who is addressed there, who has read it, and how often was asked."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.tenancy import NOBODY, Ownership, TenantModel, current_agency_id

TO_CONFIRM = models.Q(bulletin__confirm_by__isnull=False)
UNDONE = (models.Q(bulletin__confirm_by=None, read_edition__lt=models.F("bulletin__edition"))
          | TO_CONFIRM & models.Q(confirmed_edition__lt=models.F("bulletin__edition")))


class BulletinDelivery(TenantModel):
    """To one agency, Central itself included. Says whom to look for and nothing of what the bulletin says: it is asked before it is sent.

    The agency's own job counts, and once it is sent names the persons.
    """

    ownership = Ownership.SHARED
    owners = ("agency", "addressed")

    bulletin = models.ForeignKey("agencies.Bulletin", models.PROTECT, related_name="+")
    addressed = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+", verbose_name=_("agency"))
    roles = models.JSONField(default=list)              # codes of roles; empty: of no role
    holders = models.JSONField(default=list)            # accounts that hold a seat, whatever their role
    persons = models.PositiveIntegerField(_("persons"), null=True, editable=False)
    sent_at = models.DateTimeField(_("sent at"), null=True, editable=False)
    told_edition = models.PositiveSmallIntegerField(default=0, editable=False)     # which one the agency's own job has told its people of
    told_withdrawn_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("delivery of a bulletin")
        ordering = ["bulletin", "addressed"]
        constraints = [models.UniqueConstraint(fields=["agency", "bulletin", "addressed"], name="one_delivery_to_an_agency")]

    @classmethod
    def audience(cls, actor):
        """Central's staff who read cases. At the agency its job alone."""
        return models.Q(agency=current_agency_id()) if actor.reads_cases else NOBODY

    def __str__(self):
        return str(self.addressed)


class Reading(TenantModel):
    """One person who is addressed: which edition they have read and confirmed, 0 for none. Made by the person's own agency."""

    ownership = Ownership.SHARED
    owners = ("agency", "central")
    parents_owner = {"bulletin": "central"}
    grants = "SELECT, INSERT, UPDATE"

    central = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+")
    bulletin = models.ForeignKey("agencies.Bulletin", models.PROTECT, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("account"))
    agency_name = models.CharField(_("agency"), max_length=100)              # as they were called then
    name = models.CharField(_("name"), max_length=120)
    read_edition = models.PositiveSmallIntegerField(default=0)
    read_at = models.DateTimeField(_("read at"), null=True)
    confirmed_edition = models.PositiveSmallIntegerField(default=0)
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True)

    class Meta:
        verbose_name = _("reading of a bulletin")
        ordering = ["bulletin", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "bulletin", "user"], name="addressed_once"),
            models.CheckConstraint(condition=models.Q(confirmed_edition__lte=models.F("read_edition")), name="read_before_it_is_confirmed"),
        ]

    @classmethod
    def audience(cls, actor):
        """One's own; at Central, staff who read cases: all of its bulletins."""
        own = models.Q(user=actor.user, agency=current_agency_id()) if actor.user else NOBODY
        return own | models.Q(central=current_agency_id()) if actor.reads_cases else own

    def __str__(self):
        return self.name


class BulletinReminder(TenantModel):
    """Central asks those at an agency who have not read yet; its own job tells them. At most one a day."""

    ownership = Ownership.SHARED
    owners = ("agency", "addressed")
    grants = "SELECT, INSERT, UPDATE"

    bulletin = models.ForeignKey("agencies.Bulletin", models.PROTECT, related_name="+")
    addressed = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+", verbose_name=_("agency"))
    asked_on = models.DateField()
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    noticed_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("reminder of a bulletin")
        ordering = ["-asked_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "bulletin", "addressed", "asked_on"], name="one_bulletin_reminder_a_day")]

    @classmethod
    def audience(cls, actor):
        return models.Q(agency=current_agency_id()) if actor.reads_cases else NOBODY

    def __str__(self):
        return f"{self.addressed}, {self.asked_on}"
