"""Agreeing on the day: dates offered for a visit, and another day that the place asks for once it is planned."""
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.tenancy import NOBODY, TenantModel, TenantRow
from visits.models.visit import USUAL_HOURS, Visit
from visits.stages import OFFER_MOVES, REQUEST_MOVES, OfferStage, RequestStage

AT_MOST = 3             # dates offered or proposed at once


def proposals_field():
    """Moments that the place would like instead, in their order; may be empty."""
    return ArrayField(models.DateTimeField(), verbose_name=_("own proposals"), default=list, blank=True)


def not_too_many(name):
    return models.CheckConstraint(condition=models.Q(proposals__len__lte=AT_MOST), name=name)


class Offer(TenantModel):
    """Dates of which the place chooses one; then there is a visit. It names what it is about without a key, as the visit does."""

    Stage = OfferStage
    MOVES = OFFER_MOVES
    grants = "SELECT, INSERT, UPDATE"

    subject_type = models.CharField(max_length=100)
    subject = models.UUIDField()
    subject_label = models.CharField(_("name"), max_length=200)
    hours = models.PositiveSmallIntegerField(_("planned hours"), default=USUAL_HOURS)
    stage = models.CharField(_("state of the offer"), max_length=10, choices=OfferStage, default=OfferStage.OPEN, editable=False)
    offered_at = models.DateTimeField(editable=False)
    answered_at = models.DateTimeField(null=True, editable=False)
    reason = models.TextField(_("reason"), blank=True)          # why no date suits, or why the offer was taken back
    proposals = proposals_field()
    visit = models.ForeignKey(Visit, models.PROTECT, null=True, editable=False, related_name="+")

    class Meta:
        verbose_name = _("offer of dates")
        constraints = [
            models.UniqueConstraint(fields=["agency", "subject"], condition=models.Q(stage="open"), name="one_open_offer"),
            models.CheckConstraint(condition=models.Q(stage="open") | models.Q(answered_at__isnull=False), name="offer_answered_or_open"),
            models.CheckConstraint(condition=~models.Q(stage="chosen") | models.Q(visit__isnull=False), name="chosen_is_a_visit"),
            models.CheckConstraint(condition=models.Q(stage__in=["open", "chosen"]) | ~models.Q(reason=""), name="no_date_with_a_reason"),
            models.CheckConstraint(condition=models.Q(hours__range=(1, 12)), name="offered_hours"),
            not_too_many("few_dates_proposed"),
        ]
        indexes = [models.Index(fields=["agency", "subject"], name="offers_by_subject")]

    @classmethod
    def audience(cls, actor):
        """Staff who read cases. Whom it is made to reads it through the app above."""
        return models.Q() if actor.reads_cases else NOBODY

    def __str__(self):
        return self.subject_label


class OfferedDate(TenantRow):
    part_of = "offer"
    grants = "SELECT, INSERT, UPDATE"

    offer = models.ForeignKey(Offer, models.PROTECT, related_name="dates")
    starts_at = models.DateTimeField(_("beginning"))
    chosen_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("date offered")
        ordering = ["starts_at"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "offer", "starts_at"], name="a_date_offered_once"),
            models.UniqueConstraint(fields=["agency", "offer"], condition=models.Q(chosen_at__isnull=False), name="one_date_chosen"),
        ]

    def __str__(self):
        return f"{self.offer_id} {self.starts_at}"


class DayRequest(TenantModel):
    """The place asks for another day, with its reason."""

    Stage = RequestStage
    MOVES = REQUEST_MOVES
    part_of = "visit"
    grants = "SELECT, INSERT, UPDATE"

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="+")
    stage = models.CharField(_("state of the request"), max_length=8, choices=RequestStage, default=RequestStage.OPEN, editable=False)
    asked_at = models.DateTimeField(editable=False)
    reason = models.TextField(_("reason"))
    proposals = proposals_field()
    answered_at = models.DateTimeField(null=True, editable=False)
    answer = models.TextField(_("answer"), blank=True)

    class Meta:
        verbose_name = _("request for another day")
        constraints = [
            models.UniqueConstraint(fields=["agency", "visit"], condition=models.Q(stage="open"), name="one_open_day_request"),
            models.CheckConstraint(condition=~models.Q(reason=""), name="another_day_with_a_reason"),
            models.CheckConstraint(condition=models.Q(stage="open") | models.Q(answered_at__isnull=False),
                                   name="day_request_answered_or_open"),
            models.CheckConstraint(condition=~models.Q(stage="declined") | ~models.Q(answer=""), name="declined_with_a_reason"),
            not_too_many("few_days_proposed"),
        ]

    def __str__(self):
        return f"{self.visit_id} {self.asked_at}"
