"""One thing to look at during a visit, as it was handed over: the texts are copies and stay when their source changes."""
from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from core.tenancy import TenantModel
from visits.models.visit import Visit


class VisitItem(TenantModel):
    part_of = "visit"
    grants = "SELECT, INSERT, UPDATE"

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="items")
    position = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=20)                      # "1.1.1"
    area_code = models.CharField(max_length=10)
    area_ko = models.CharField(max_length=120)
    area_en = models.CharField(max_length=200)
    title_ko = models.CharField(max_length=200)
    title_en = models.CharField(max_length=300)
    look_ko = models.TextField()                                # what is looked at there
    look_en = models.TextField()
    rating_ko = models.CharField(max_length=60, blank=True)     # what the place says of itself, and its words for it
    rating_en = models.CharField(max_length=60, blank=True)
    explanation = models.TextField(blank=True)
    finding_ko = models.CharField(max_length=60, blank=True)    # what its papers showed, and the grounds
    finding_en = models.CharField(max_length=60, blank=True)
    grounds = models.TextField(blank=True)
    note = models.TextField(blank=True)                         # what was left open before the visit
    sample_ko = models.TextField(blank=True)                    # what to take samples of, and how many
    sample_en = models.TextField(blank=True)
    whom_ko = models.TextField(blank=True)                      # whom to ask, by function, and what
    whom_en = models.TextField(blank=True)
    judged_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")     # none: by each of the team

    class Meta:
        verbose_name = _("item of a visit")
        ordering = ["visit", "position"]
        constraints = [models.UniqueConstraint(fields=["agency", "visit", "position"], name="one_item_at_a_position"),
                       models.UniqueConstraint(fields=["agency", "visit", "code"], name="one_item_of_a_code")]

    def __str__(self):
        return f"{self.code} {self.title_ko}"

    @property
    def area(self):
        return self._in_language("area")

    @property
    def title(self):
        return self._in_language("title")

    @property
    def look(self):
        return self._in_language("look")

    @property
    def rating(self):
        return self._in_language("rating")

    @property
    def finding(self):
        return self._in_language("finding")

    @property
    def sample(self):
        return self._in_language("sample")

    @property
    def whom(self):
        return self._in_language("whom")

    def _in_language(self, name):
        return (get_language() == "en" and getattr(self, f"{name}_en")) or getattr(self, f"{name}_ko")
