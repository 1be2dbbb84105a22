"""What is planned for a year, against which the results are held."""
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.tenancy import NOBODY, TenantModel
from training.models.course import READERS, Category


class TrainingPlan(TenantModel):
    """What a house plans for a year in a category: runs and persons."""

    year = models.PositiveSmallIntegerField(_("year"))
    category = models.CharField(_("category"), max_length=10, choices=Category)
    runs = models.PositiveSmallIntegerField(_("runs planned"))
    persons = models.PositiveIntegerField(_("persons planned, cumulative"))

    class Meta:
        verbose_name = _("training plan")
        ordering = ["-year", "category"]
        constraints = [models.UniqueConstraint(fields=["agency", "year", "category"], name="one_plan_for_a_category")]

    @classmethod
    def audience(cls, actor):
        return models.Q() if actor.has(*READERS) else NOBODY

    def __str__(self):
        return f"{self.year} {self.get_category_display()}"
