"""Provinces and districts by their administrative codes; both have days from and to which they exist."""
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class Place(models.Model):
    code = models.CharField(_("administrative code"), max_length=5, unique=True)
    name_ko = models.CharField(max_length=40)
    name_en = models.CharField(max_length=40)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True

    def __str__(self):
        return self.name_en if get_language() == "en" else self.name_ko


class Province(Place):
    class Meta:
        verbose_name = _("province")
        ordering = ["code"]


class District(Place):
    province = models.ForeignKey(Province, models.PROTECT, related_name="districts")

    class Meta:
        verbose_name = _("district")
        ordering = ["code"]
