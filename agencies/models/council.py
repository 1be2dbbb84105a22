"""Consultative bodies of the network (협의체): which agencies have a place, by which office, and whom each of them sends."""
from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Value
from django.utils.translation import gettext_lazy as _

from core import clock
from core.bilingual import by_language
from core.tenancy import NOBODY, Ownership, TenantModel, current_agency_id
from panels.models import Body, Meeting, Seat


def house_or_own(actor, *, at_member):
    """Central's staff who read cases see the row at once; at the member agency whoever fits `at_member`, a Q."""
    if not actor.user:
        return NOBODY
    central = models.Q(agency=current_agency_id()) if actor.reads_cases else NOBODY
    return central | at_member


class Council(TenantModel):
    """What a body of the network is beside its seats and meetings."""

    class Kind(models.TextChoices):
        DIRECTORS = "directors", _("directors' council")
        WORKING = "working", _("working-level body")

    class Rule(models.TextChoices):
        HALF = "half", _("more than half of the members")
        TWO_THIRDS = "two_thirds", _("two thirds of the members")
        THIRD = "third", _("one third of the members")

    ownership = Ownership.PUBLISHED
    part_of = "body"
    grants = "SELECT, INSERT, UPDATE"

    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    kind = models.CharField(_("kind"), max_length=9, choices=Kind)
    field_ko = models.CharField(_("field in Korean"), max_length=60, blank=True)
    field_en = models.CharField(_("field in English"), max_length=80, blank=True)
    rule = models.CharField(_("quorum"), max_length=10, choices=Rule, default=Rule.HALF)

    class Meta:
        verbose_name = _("consultative body")
        constraints = [
            models.UniqueConstraint(fields=["agency", "body"], name="one_council_of_a_body"),
            models.CheckConstraint(condition=models.Q(kind="directors") | ~models.Q(field_ko=""), name="a_working_level_body_has_a_field"),
        ]

    def __str__(self):
        return self.body.name

    field = by_language("field")

    @property
    def kind_shown(self):
        return f"{self.get_kind_display()} ({self.field})" if self.field else self.get_kind_display()

    def needed(self, base):
        """How many of `base` persons must be there."""
        return {"half": base // 2 + 1, "two_thirds": -(-base * 2 // 3), "third": -(-base // 3)}[self.rule] if base else 1


class Place(TenantModel):
    """Central lays down that an agency has a place in a body, and by which office. Which person holds it the agency says."""

    class Entitled(models.TextChoices):
        DIRECTOR = "director", _("the director, by office")
        NAMED = "named", _("a member of staff whom the agency names")

    ownership = Ownership.SHARED
    owners = ("agency", "member")
    grants = "SELECT, INSERT, UPDATE"

    member = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+", verbose_name=_("agency"))
    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    body_ko = models.CharField(max_length=60)                       # the agency sees no body in which nobody of it sits
    body_en = models.CharField(max_length=100, blank=True)
    entitled = models.CharField(_("who has the place"), max_length=8, choices=Entitled, default=Entitled.NAMED)
    laid_at = models.DateTimeField(_("since"))
    ended_at = models.DateTimeField(_("ended at"), null=True, editable=False)
    noticed_at = models.DateTimeField(null=True, editable=False)    # the agency's own job has told its people

    class Meta:
        verbose_name = _("place in a body")
        ordering = ["body", "member", "pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "body", "member"], condition=models.Q(ended_at=None),
                                               name="one_place_of_an_agency")]

    @classmethod
    def audience(cls, actor):
        """Central's staff; at the agency whoever may open the desk."""
        return house_or_own(actor, at_member=models.Q(member=current_agency_id()) if actor.is_staff else NOBODY)

    def __str__(self):
        return f"{self.body_name}, {self.member}"

    body_name = by_language("body")


class Naming(TenantModel):
    """An agency says who holds its place from when to when, or who comes to one meeting instead (`stands_for`). Central's own job
    turns it into a seat."""

    ownership = Ownership.SHARED
    owners = ("agency", "central")
    parents_owner = {"place": "central", "seat": "central", "meeting": "central"}
    grants = "SELECT, INSERT, UPDATE"

    central = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+")
    place = models.ForeignKey(Place, models.PROTECT, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("account"))
    from_on = models.DateField(_("from"))
    to_on = models.DateField(_("until"), null=True)
    stands_for = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, related_name="+")
    named_at = models.DateTimeField()
    named_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("named by"))
    called_off_at = models.DateTimeField(null=True, editable=False)
    seat = models.ForeignKey(Seat, models.PROTECT, null=True, related_name="+", editable=False)
    taken_up_at = models.DateTimeField(null=True, editable=False)       # Central's own job has the seat as it is said here

    class Meta:
        verbose_name = _("naming of a holder")
        ordering = ["-from_on", "-pk"]
        constraints = [
            ExclusionConstraint(name="one_holder_of_a_place", condition=models.Q(stands_for=None, called_off_at=None), expressions=[
                ("agency", RangeOperators.EQUAL), ("place", RangeOperators.EQUAL),
                (Func(F("from_on"), F("to_on"), Value("[]"), function="daterange", output_field=DateRangeField()),
                 RangeOperators.OVERLAPS)]),
            models.UniqueConstraint(fields=["agency", "stands_for", "meeting"], name="one_named_substitute",
                                    condition=models.Q(stands_for__isnull=False, called_off_at=None)),
            models.CheckConstraint(condition=models.Q(to_on=None) | models.Q(to_on__gte=models.F("from_on")), name="a_naming_ends_later"),
            models.CheckConstraint(condition=models.Q(stands_for=None, meeting=None)
                                   | models.Q(stands_for__isnull=False, meeting__isnull=False, to_on=models.F("from_on")),
                                   name="a_named_substitute_comes_to_one_meeting"),
        ]

    @classmethod
    def audience(cls, actor):
        """Its agency's desk, and Central's staff."""
        at_agency = models.Q(agency=current_agency_id()) if actor.is_staff else NOBODY
        return at_agency | (models.Q(central=current_agency_id()) if actor.reads_cases else NOBODY)

    def __str__(self):
        return f"{self.user}, {self.place}"

    def is_held(self, on):
        return self.called_off_at is None and self.from_on <= on and (self.to_on is None or on <= self.to_on)

    @property
    def is_now(self):
        return self.is_held(clock.today())
