"""A body that sits and decides (위원회, 협의체), and who has a seat in it from when to when."""
from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts.models import Role
from core import clock
from core.tenancy import NOBODY, Ownership, TenantModel, current_agency_id


def held_on(day):
    """Seats that are held on that day; both ends belong to the term."""
    return models.Q(called_off_at=None, from_on__lte=day) & (models.Q(to_on=None) | models.Q(to_on__gte=day))


def opens_on(day):
    """Seats that open the body's pages on that day: those that are held, and a substitute's until their day is over."""
    return held_on(day) | models.Q(called_off_at=None, stands_for__isnull=False, to_on__gte=day)


class Body(TenantModel):
    """`published_at` stays empty for committees; a body of several agencies has it, so that seats of theirs read it."""

    class Casting(models.TextChoices):
        NOBODY = "nobody", _("nobody: the vote is repeated")
        CHAIR = "chair", _("the chair's vote decides")

    ownership = Ownership.PUBLISHED
    grants = "SELECT, INSERT, UPDATE"

    name_ko = models.CharField(_("name in Korean"), max_length=60)
    name_en = models.CharField(_("name in English"), max_length=100)
    founded_at = models.DateTimeField(_("founded at"))
    published_at = models.DateTimeField(null=True)
    casting = models.CharField(_("at a tie"), max_length=6, choices=Casting, default=Casting.NOBODY, db_default=Casting.NOBODY)

    class Meta:
        verbose_name = _("body")
        constraints = [models.UniqueConstraint(fields=["agency", "name_ko"], name="one_body_of_a_name")]

    @classmethod
    def audience(cls, actor):
        """Its agency's staff who read cases, and the city; whoever has a seat in it now. Of another agency nobody else learns of it."""
        if not actor.user:
            return NOBODY
        sits = models.Q(pk__in=Seat.everything.filter(opens_on(clock.today()), user=actor.user).values("body"))
        if actor.reads_cases or actor.has(Role.OBSERVER):
            return sits | models.Q(agency=current_agency_id())
        return sits

    def __str__(self):
        return self.name

    @property
    def name(self):
        return self.name_en if self.name_en and get_language() == "en" else self.name_ko


class Seat(TenantModel):
    """A term of office; it ends, the row stays. A substitute has a seat of their own for one day, in the place of another (`stands_for`):
    on that day it alone counts, unless it was called off."""

    class Office(models.TextChoices):
        CHAIR = "chair", _("chair")
        VICE = "vice", _("vice chair")
        MEMBER = "member", _("member")

    ownership = Ownership.PUBLISHED
    part_of = "body"
    grants = "SELECT, INSERT, UPDATE"

    body = models.ForeignKey(Body, models.PROTECT, related_name="seats")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("account"))
    office = models.CharField(_("office"), max_length=6, choices=Office, default=Office.MEMBER)
    from_on = models.DateField(_("from"))
    to_on = models.DateField(_("until"), null=True)
    stands_for = models.ForeignKey("self", models.PROTECT, null=True, related_name="+", verbose_name=_("in the place of"))
    called_off_at = models.DateTimeField(_("called off at"), null=True)
    sent_by = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, null=True, related_name="+", editable=False,
                                verbose_name=_("agency"))          # whose people hold it, where agencies send members

    class Meta:
        verbose_name = _("seat")
        constraints = [
            models.UniqueConstraint(fields=["agency", "body", "user"], condition=models.Q(to_on=None), name="one_open_seat"),
            models.UniqueConstraint(fields=["agency", "body"], condition=models.Q(to_on=None, office="chair"), name="one_chair"),
            models.CheckConstraint(condition=models.Q(to_on=None) | models.Q(to_on__gte=models.F("from_on")),
                                   name="a_term_ends_after_it_began"),
            models.CheckConstraint(condition=models.Q(stands_for=None, called_off_at=None)
                                   | models.Q(stands_for__isnull=False, to_on=models.F("from_on"), office="member"),
                                   name="a_substitute_sits_for_a_day"),
            models.UniqueConstraint(fields=["agency", "stands_for", "from_on"],
                                    condition=models.Q(stands_for__isnull=False, called_off_at=None), name="one_substitute_a_day"),
        ]

    def __str__(self):
        return f"{self.user}, {self.get_office_display()}"

    def is_held(self, on):
        return self.called_off_at is None and self.from_on <= on and (self.to_on is None or on <= self.to_on)
