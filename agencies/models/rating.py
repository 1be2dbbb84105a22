"""Independent ratings: each assessor's own sheet, seen by nobody else, Central's staff included, until all of its area are in."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.actors import Actor
from agencies.models.indicator_set import EvaluationArea, ManagementIndicator
from agencies.models.participation import Participation
from core.tenancy import NOBODY, TenantModel
from panels.queries import matters_open_to

ASKING = Actor.system("whether every rating of an area is in")
AT_LEAST = 2                    # one alone is no group: a single sheet that is in stays unseen until a second one is


def all_in():
    """Of rows with `participation` and `area`: two at least rate it, and each has handed in."""
    sheets = RatingSheet.objects.visible_to(ASKING).filter(
        participation=models.OuterRef("participation"), area=models.OuterRef("area"), ended_at=None).order_by()
    enough = sheets.values("participation").annotate(number=models.Count("pk")).filter(number__gte=AT_LEAST)
    return models.Q(models.Exists(enough)) & ~models.Q(models.Exists(sheets.filter(handed_in_at=None)))


def own_sheets(actor):
    """The sheets that this person works on and has declared about."""
    rows = RatingSheet.objects.visible_to(ASKING).filter(user=actor.user, ended_at=None)
    return rows.filter(participation__public_id__in=matters_open_to(actor))


def rated_with_oneself(actor):
    """Of rows with `participation` and `area`: the actor rates it too."""
    own = own_sheets(actor).filter(participation=models.OuterRef("participation"), area=models.OuterRef("area"))
    return models.Q(models.Exists(own.order_by()))


def staff_or_group(actor):
    """Of rows with `participation` and `area`: Central's staff, and who rates it too."""
    if actor.reads_cases:
        return models.Q()
    return rated_with_oneself(actor) if actor.user else NOBODY


class RatingSheet(TenantModel):
    """One assessor's sheet about one agency in one area: assigned, begun, handed in. A replaced assessor's stays unseen."""

    grants = "SELECT, INSERT, UPDATE"

    participation = models.ForeignKey(Participation, models.PROTECT, related_name="+")
    area = models.ForeignKey(EvaluationArea, models.PROTECT, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("assessor"))
    assigned_at = models.DateTimeField(editable=False)
    begun_at = models.DateTimeField(_("begun at"), null=True)
    handed_in_at = models.DateTimeField(_("handed in at"), null=True)
    ended_at = models.DateTimeField(null=True)
    ended_reason = models.CharField(_("reason"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("sheet of ratings")
        ordering = ["participation", "area", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "participation", "area", "user"], condition=models.Q(ended_at=None),
                                    name="one_rating_sheet"),
            models.CheckConstraint(condition=models.Q(handed_in_at=None) | models.Q(begun_at__isnull=False),
                                   name="a_sheet_is_begun_before_it_is_in"),
            models.CheckConstraint(condition=models.Q(ended_at=None) | ~models.Q(ended_reason=""), name="a_sheet_ends_with_a_reason"),
        ]

    @classmethod
    def audience(cls, actor):
        """One's own while declared; others' once all of the area are in."""
        if not actor.user:
            return NOBODY
        return models.Q(ended_at=None) & (models.Q(pk__in=own_sheets(actor).values("pk")) | all_in() & staff_or_group(actor))

    def __str__(self):
        return f"{self.participation}, {self.area}"


class ManagementRating(TenantModel):
    """A rating and its comment. `first`: as it was given alone; `final`: after they have talked, the same or with a reason."""

    part_of = "sheet"
    grants = "SELECT, INSERT, UPDATE"

    sheet = models.ForeignKey(RatingSheet, models.PROTECT, related_name="ratings")
    indicator = models.ForeignKey(ManagementIndicator, models.PROTECT, related_name="+")
    first = models.DecimalField(_("rating"), max_digits=7, decimal_places=2, null=True)
    comment = models.TextField(_("comment"), max_length=4000, blank=True)
    final = models.DecimalField(_("rating after the discussion"), max_digits=7, decimal_places=2, null=True)
    final_reason = models.TextField(_("why it changed"), max_length=2000, blank=True)
    version = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField(_("saved at"), null=True)

    class Meta:
        verbose_name = _("rating")
        constraints = [
            models.UniqueConstraint(fields=["agency", "sheet", "indicator"], name="one_rating_per_indicator"),
            models.CheckConstraint(condition=models.Q(final=None) | models.Q(final=models.F("first")) | ~models.Q(final_reason=""),
                                   name="a_rating_changes_with_a_reason"),
        ]

    def __str__(self):
        return f"{self.sheet_id} {self.indicator_id}"

    @property
    def is_complete(self):
        return self.first is not None and bool(self.comment.strip())
