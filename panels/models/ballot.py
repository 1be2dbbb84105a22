"""A vote on an agenda item: the ballot, the roll of who has voted, and, where the vote is open, what each chose."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Person
from core.tenancy import NOBODY, Ownership, TenantModel, TenantRow
from panels.models.body import Body, Seat
from panels.models.meeting import AgendaItem

IS_OPEN = models.Q(closed_at=None, voided_at=None)


class Ballot(TenantModel):
    """Closed with a result, closed without one and repeated, or voided and repeated. `eligible`, `present`: the figures at closing."""

    ownership = Ownership.PUBLISHED
    part_of = "item"
    grants = "SELECT, INSERT, UPDATE"

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="ballots")
    is_secret = models.BooleanField(_("secret"), default=False)
    casting = models.CharField(_("at a tie"), max_length=6, choices=Body.Casting, default=Body.Casting.NOBODY,
                               db_default=Body.Casting.NOBODY)              # the body's rule when the ballot was opened
    opened_at = models.DateTimeField(_("opened at"))
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(_("closed at"), null=True)
    voided_at = models.DateTimeField(_("voided at"), null=True)
    void_reason = models.TextField(_("reason of the voiding"), blank=True)
    eligible = models.PositiveSmallIntegerField(_("entitled to vote"), null=True)
    present = models.PositiveSmallIntegerField(_("present"), null=True)
    result = models.CharField(_("result"), max_length=30, blank=True)

    class Meta:
        verbose_name = _("ballot")
        constraints = [
            models.UniqueConstraint(fields=["agency", "item"], condition=IS_OPEN, name="one_open_ballot"),
            models.UniqueConstraint(fields=["agency", "item"], condition=models.Q(voided_at=None) & ~models.Q(result=""),
                                    name="one_result_that_counts"),
            models.CheckConstraint(condition=models.Q(closed_at=None, result="", eligible=None, present=None)
                                   | models.Q(closed_at__isnull=False, eligible__isnull=False, present__isnull=False),
                                   name="closed_with_its_figures"),
            models.CheckConstraint(condition=models.Q(voided_at=None, void_reason="")
                                   | models.Q(voided_at__isnull=False) & ~models.Q(void_reason=""), name="voided_with_a_reason"),
        ]

    def __str__(self):
        return str(self.item)

    @property
    def is_open(self):
        return self.closed_at is None and self.voided_at is None


class RollEntry(TenantRow):
    """This person has voted; on the roll stands the rule that who assessed the case, or stands back from it, does not."""

    part_of = "ballot"
    append_only = True

    ballot = models.ForeignKey(Ballot, models.PROTECT, related_name="roll")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    voted_at = models.DateTimeField(_("voted at"))
    on_paper = models.BooleanField(_("on paper"), default=False, db_default=False)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")     # who typed the paper in

    class Meta:
        verbose_name = _("entry on the roll")
        constraints = [
            models.UniqueConstraint(fields=["agency", "ballot", "person"], name="one_vote_for_a_person"),
            models.CheckConstraint(condition=models.Q(on_paper=False, entered_by=None) | models.Q(on_paper=True, entered_by__isnull=False),
                                   name="a_paper_was_typed_in_by_somebody")]

    def __str__(self):
        return str(self.person)


class OpenChoice(TenantRow):
    """What was chosen in an open vote."""

    part_of = "entry"
    append_only = True

    entry = models.OneToOneField(RollEntry, models.PROTECT, related_name="open_choice")
    choice = models.CharField(_("choice"), max_length=30)

    class Meta:
        verbose_name = _("vote")

    @classmethod
    def audience(cls, actor):
        """One's own always; the others' once the ballot is closed, for those who see the ballot."""
        counted = models.Q(entry__ballot__closed_at__isnull=False, entry__in=RollEntry.objects.visible_to(actor))
        return counted | models.Q(entry__seat__user=actor.user) if actor.user else NOBODY

    def __str__(self):
        return self.choice
