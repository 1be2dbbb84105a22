"""A row of each kind of ownership, so that the walls are tested for all of them whatever the apps have."""
from django.conf import settings
from django.db import models

from core.tenancy import NOBODY, Ownership, TenantModel
from tests.sample.stages import MOVES, Stage


class Club(TenantModel):
    """One agency, nobody else: staff see all of them, a keeper their own."""

    MOVES = MOVES

    name = models.CharField(max_length=100)
    number = models.CharField(max_length=20)
    keeper = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    stage = models.CharField(max_length=10, choices=Stage, default=Stage.DRAFT, editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "number"], name="one_club_per_number")]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.is_staff else models.Q(keeper=actor.user) if actor.user else NOBODY

    def __str__(self):
        return self.name


class Guest(TenantModel):
    """A part: whoever sees the club sees it."""

    part_of = "club"

    club = models.ForeignKey(Club, models.CASCADE, related_name="guests")
    name = models.CharField(max_length=100)

    def __str__(self):
        return self.name


class Voucher(TenantModel):
    """Points at a club without being a part of it."""

    club = models.ForeignKey(Club, models.PROTECT, related_name="+")
    code = models.CharField(max_length=20)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "club", "code"], name="one_voucher_per_code")]

    @classmethod
    def audience(cls, actor):
        return models.Q(club__in=Club.objects.visible_to(actor))

    def __str__(self):
        return self.code


class Course(TenantModel):
    """One agency writes; everybody reads once it is published."""

    ownership = Ownership.PUBLISHED

    title = models.CharField(max_length=100)
    published_at = models.DateTimeField(null=True)

    @classmethod
    def audience(cls, actor):
        return models.Q()

    def __str__(self):
        return self.title


class Lesson(TenantModel):
    ownership = Ownership.PUBLISHED
    part_of = "course"

    course = models.ForeignKey(Course, models.CASCADE, related_name="lessons")
    title = models.CharField(max_length=100)

    def __str__(self):
        return self.title


class Listing(TenantModel):
    """One agency writes; everybody reads, always: a register."""

    ownership = Ownership.PUBLIC

    title = models.CharField(max_length=100)

    @classmethod
    def audience(cls, actor):
        return models.Q()

    def __str__(self):
        return self.title


class Enrolment(TenantModel):
    """Belongs to the agency that runs the course and to the one that sends the person."""

    ownership = Ownership.SHARED
    owners = ("host", "agency")

    host = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+")
    course = models.ForeignKey(Course, models.PROTECT, related_name="+")
    course_title = models.CharField(max_length=100)     # the sending agency may not see the course's row
    person = models.CharField(max_length=100)

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.is_staff else NOBODY

    def __str__(self):
        return self.person
