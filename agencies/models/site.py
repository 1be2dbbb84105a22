"""The assessment on site: the visit is Central's; its day and closing statement are read by the agency, whose remarks are its own row."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from agencies.models.participation import Participation
from agencies.models.question import by_sheet
from core.tenancy import NOBODY, Ownership, TenantModel


class SiteAssessment(TenantModel):
    """What the agency reads of the visit, copied when it is planned, moved, and locked."""

    class State(models.TextChoices):
        PLANNED = "planned", _("planned")
        CLOSED = "closed", _("carried out")
        DROPPED = "dropped", _("did not take place")

    ownership = Ownership.SHARED
    owners = ("agency", "assessed")
    grants = "SELECT, INSERT, UPDATE"

    assessed = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+", verbose_name=_("agency"))
    participation = models.ForeignKey(Participation, models.PROTECT, related_name="+")
    visit = models.UUIDField(editable=False)                                 # the visit's public id: its row is Central's alone
    starts_at = models.DateTimeField(_("beginning"))
    hours = models.PositiveSmallIntegerField(_("planned hours"))
    place = models.CharField(_("place"), max_length=120)
    expected = models.TextField(_("who is expected, and what should lie ready"), max_length=2000, blank=True)
    state = models.CharField(_("state of the on-site assessment"), max_length=7, choices=State, default=State.PLANNED, editable=False)
    closing_statement = models.TextField(_("closing statement"), blank=True, editable=False)
    closed_at = models.DateTimeField(_("closed at"), null=True, editable=False)
    told_of = models.DateTimeField(null=True, editable=False)                # the beginning that the agency's own job has told
    closing_told_at = models.DateTimeField(null=True, editable=False)        # and that the closing statement is there

    class Meta:
        verbose_name = _("on-site assessment")
        ordering = ["starts_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "visit"], name="one_assessment_of_a_visit"),
            models.UniqueConstraint(fields=["agency", "participation"], condition=~models.Q(state="dropped"), name="one_site_assessment"),
            models.CheckConstraint(condition=models.Q(state="planned", closed_at=None) | ~models.Q(state="planned"),
                                   name="a_planned_assessment_is_open"),
        ]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.reads_cases else by_sheet(actor)

    def __str__(self):
        return f"{self.participation}"


class SiteRemark(TenantModel):
    """The agency's remarks on the closing statement, once."""

    ownership = Ownership.SHARED
    owners = ("agency", "central")
    parents_owner = {"site": "central"}
    grants = "SELECT, INSERT, UPDATE"

    central = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+")
    site = models.ForeignKey(SiteAssessment, models.PROTECT, related_name="+")
    text = models.TextField(_("remarks"), max_length=4000)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("written by"))
    written_at = models.DateTimeField(_("written at"))
    received_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("remarks on a closing statement")
        constraints = [models.UniqueConstraint(fields=["agency", "site"], name="remarks_once"),
                       models.CheckConstraint(condition=~models.Q(text=""), name="a_remark_says_something")]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.reads_cases else by_sheet(actor, "site__participation")

    def __str__(self):
        return f"{self.site_id}"


class SiteNote(TenantModel):
    """An assessor's note on an interview or the presentation. The agency never sees it."""

    class Kind(models.TextChoices):
        PRESENTATION = "presentation", _("presentation")
        INTERVIEW = "interview", _("interview")
        PAPERS = "papers", _("check of papers")

    grants = "SELECT, INSERT, UPDATE"

    site = models.ForeignKey(SiteAssessment, models.PROTECT, related_name="+")
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    whom = models.CharField(_("with whom, by function"), max_length=120, blank=True)
    text = models.TextField(_("note"), max_length=4000)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("assessor"))
    written_at = models.DateTimeField(_("written at"))

    class Meta:
        verbose_name = _("note of an on-site assessment")
        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=~models.Q(text=""), name="a_note_says_something")]

    @classmethod
    def audience(cls, actor):
        if not actor.user:
            return NOBODY
        return models.Q() if actor.reads_cases else by_sheet(actor, "site__participation")

    def __str__(self):
        return f"{self.site_id} {self.kind}"
