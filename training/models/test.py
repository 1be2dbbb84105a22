"""The test of a course: questions that all read, keys that only the host has, attempts of the participants."""
from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from core.bilingual import by_language
from core.tenancy import NOBODY, Ownership, TenantModel
from training.models.attendance import seen_with_the_enrolment
from training.models.course import READERS, Course
from training.models.enrolment import Enrolment


class TestQuestion(TenantModel):
    """Multiple choice. `choices`: [{"ko": …, "en": …}]. Once asked it is never changed, but retired and written anew."""

    ownership = Ownership.PUBLISHED
    part_of = "course"

    course = models.ForeignKey(Course, models.PROTECT, related_name="test")
    position = models.PositiveSmallIntegerField()
    text_ko = models.TextField(_("question in Korean"), max_length=1000)
    text_en = models.TextField(_("question in English"), max_length=1000, blank=True)
    choices = models.JSONField(_("answers to choose from"))
    retired_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("question of a test")
        ordering = ["position", "pk"]

    text = by_language("text")

    def __str__(self):
        return self.text

    def choice_text(self, place):
        """In the language of the page, Korean where there is no other."""
        words = self.choices[place]
        return words.get(get_language() or "ko") or words["ko"]


class TestKey(TenantModel):
    """Which answers are right: places in `choices`, from 0."""

    question = models.ForeignKey(TestQuestion, models.PROTECT, related_name="+")
    right = models.JSONField(_("right answers"))

    class Meta:
        verbose_name = _("key of a question")
        constraints = [models.UniqueConstraint(fields=["agency", "question"], name="one_key_per_question")]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.has(*READERS) else NOBODY


class TestAttempt(TenantModel):
    """Written in the participant's house, graded by the host's job. `order`: [[id of the question, places of its answers]] as this
    person got them."""

    ownership = Ownership.SHARED
    owners = ("agency", "host")
    grants = "SELECT, INSERT, UPDATE"

    host = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+")
    enrolment = models.ForeignKey(Enrolment, models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField(_("attempt"))
    order = models.JSONField()
    answers = models.JSONField(default=dict)                # {id of the question: [places]}
    begun_at = models.DateTimeField(editable=False)
    handed_in_at = models.DateTimeField(_("handed in at"), null=True, editable=False)
    score = models.PositiveSmallIntegerField(_("points of 100"), null=True, editable=False)
    graded_at = models.DateTimeField(null=True, editable=False)
    told_at = models.DateTimeField(null=True, editable=False)           # the participant's house has told the points

    class Meta:
        verbose_name = _("attempt at a test")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "enrolment", "number"], name="one_attempt_of_a_number"),
            models.CheckConstraint(condition=models.Q(score=None) | models.Q(score__lte=100, handed_in_at__isnull=False,
                                                                             graded_at__isnull=False), name="graded_when_handed_in"),
        ]

    @classmethod
    def audience(cls, actor):
        return seen_with_the_enrolment(actor)

    def __str__(self):
        return _("attempt %(number)s") % {"number": self.number}
