"""A row of each kind of ownership that no app has yet, so that the walls are tested for all of them."""
from django.conf import settings
from django.db import models

from core.tenancy import NOBODY, Ownership, TenantModel


class Course(TenantModel):
    """One agency writes; everybody reads once it is published."""

    ownership = Ownership.PUBLISHED

    title = models.CharField(max_length=100)
    published_at = models.DateTimeField(null=True)

    @classmethod
    def audience(cls, actor):
        return models.Q()


class Lesson(TenantModel):
    ownership = Ownership.PUBLISHED
    part_of = "course"

    course = models.ForeignKey(Course, models.CASCADE, related_name="lessons")
    title = models.CharField(max_length=100)


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
