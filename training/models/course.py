"""A course (교육과정): what it teaches, for whom, what it takes to complete it, and who has to have it."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Role
from core.bilingual import by_language
from core.tenancy import NOBODY, Ownership, TenantModel, current_agency_id
from training.stages import COURSE_MOVES, CourseStage


class Category(models.TextChoices):
    COMMON = "common", _("job training, common")
    INDIVIDUAL = "individual", _("job training, individual")
    LEADERSHIP = "leadership", _("specialised, leadership")
    STRATEGY = "strategy", _("specialised, management assessment strategy")
    EXPERT = "expert", _("specialised, expert")


READERS = (Role.TRAINER, Role.OFFICER, Role.MANAGER, Role.DIRECTOR, Role.AUDITOR)       # who reads what belongs to a house's training
JOB = frozenset({Category.COMMON, Category.INDIVIDUAL})             # job training (직무교육); the others are specialised (전문교육)


class CompletionRule(models.Model):
    """What it takes to complete. A run keeps the rule with which it was announced."""

    least_percent = models.PositiveSmallIntegerField(_("minutes attended, at least, in percent"), default=80)
    asks_survey = models.BooleanField(_("the survey has to be answered"), default=True)
    least_score = models.PositiveSmallIntegerField(_("points in the test, at least, of 100"), null=True, blank=True)    # empty: no test
    attempts = models.PositiveSmallIntegerField(_("attempts at the test"), default=3)

    class Meta:
        abstract = True

    @property
    def asks_test(self):
        return self.least_score is not None


def rule_within_bounds(name):
    return models.CheckConstraint(
        condition=models.Q(least_percent__range=(1, 100), attempts__range=(1, 20))
        & (models.Q(least_score=None) | models.Q(least_score__range=(1, 100))), name=name)


def whoever_learns_here(actor):
    """Everybody with a membership at this agency, and nobody else: what the Central institute offers, and the agency's own."""
    if not actor.roles:
        return NOBODY
    return models.Q(published_at__isnull=False) & (models.Q(agency=current_agency_id()) | models.Q(agency__kind="central"))


class Course(CompletionRule, TenantModel):
    """The Central institute's for all agencies, an agency's for its own people. Its house's readers see drafts too."""

    Category, Stage, MOVES = Category, CourseStage, COURSE_MOVES
    ownership = Ownership.PUBLISHED
    grants = "SELECT, INSERT, UPDATE"

    code = models.CharField(_("code of the course"), max_length=20)
    stage = models.CharField(_("state"), max_length=9, choices=CourseStage, default=CourseStage.DRAFT, editable=False)
    category = models.CharField(_("category"), max_length=10, choices=Category)
    name_ko = models.CharField(_("name in Korean"), max_length=120)
    name_en = models.CharField(_("name in English"), max_length=160, blank=True)
    aims_ko = models.TextField(_("aims in Korean"), max_length=2000)
    aims_en = models.TextField(_("aims in English"), max_length=2000, blank=True)
    content_ko = models.TextField(_("content in Korean"), max_length=4000)
    content_en = models.TextField(_("content in English"), max_length=4000, blank=True)
    target_ko = models.CharField(_("for whom, in Korean"), max_length=300)
    target_en = models.CharField(_("for whom, in English"), max_length=300, blank=True)
    minutes = models.PositiveIntegerField(_("length in minutes"))
    valid_months = models.PositiveSmallIntegerField(_("valid for so many months"), null=True, blank=True)      # empty: for ever
    qualifies = models.BooleanField(_("completing it qualifies an assessor"), default=False)
    version = models.PositiveIntegerField(default=1, editable=False)            # two who write at once: the second is told
    published_at = models.DateTimeField(_("in the catalogue since"), null=True, editable=False)
    written_at = models.DateTimeField(_("last written at"), editable=False)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("last written by"))

    class Meta:
        verbose_name = _("course")
        verbose_name_plural = _("courses")
        ordering = ["category", "code"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "code"], name="one_course_of_a_code"),
            models.CheckConstraint(condition=~models.Q(stage__in=("draft", "discarded")) | models.Q(published_at=None),
                                   name="a_course_that_is_offered"),
            models.CheckConstraint(condition=models.Q(minutes__gt=0) & (models.Q(valid_months=None) | models.Q(valid_months__gt=0)),
                                   name="a_course_takes_time"),
            rule_within_bounds("rule_of_a_course"),
        ]

    name, aims, content, target = by_language("name"), by_language("aims"), by_language("content"), by_language("target")

    @classmethod
    def audience(cls, actor):
        own = models.Q(agency=current_agency_id()) if actor.has(*READERS) else NOBODY
        return own | whoever_learns_here(actor)

    def __str__(self):
        return self.name

    @property
    def is_job(self):
        return self.category in JOB

    @property
    def is_mandatory(self):
        return bool(self.duties.all())


class CourseDuty(TenantModel):
    """Who has to have the course: all staff, a role, or the assessors; by so many days after they came, and again when it is over."""

    class ForWhom(models.TextChoices):
        STAFF = "staff", _("all staff")
        ROLE = "role", _("a role")
        ASSESSORS = "assessors", _("assessors of the pool")

    ownership = Ownership.PUBLISHED
    part_of = "course"

    course = models.ForeignKey(Course, models.PROTECT, related_name="duties")
    for_whom = models.CharField(_("who has to have it"), max_length=9, choices=ForWhom)
    role = models.CharField(_("role"), max_length=20, choices=Role, blank=True)
    within_days = models.PositiveSmallIntegerField(_("days after coming, at most"), default=90)
    from_on = models.DateField(_("has to be had since"))

    class Meta:
        verbose_name = _("duty to have a course")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "course", "for_whom", "role"], name="a_duty_once_per_course"),
            models.CheckConstraint(condition=models.Q(for_whom="role") & ~models.Q(role="")
                                   | ~models.Q(for_whom="role") & models.Q(role=""),
                                   name="a_duty_of_a_role_names_it"),
        ]

    def __str__(self):
        return f"{self.course}: {self.get_role_display() if self.role else self.get_for_whom_display()}"
