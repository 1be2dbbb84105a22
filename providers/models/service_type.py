"""The kinds of social service; the same in the whole nation."""
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class ServiceType(models.Model):
    code = models.CharField(_("code"), max_length=40, unique=True)
    name_ko = models.CharField(_("name in Korean"), max_length=60)
    name_en = models.CharField(_("name in English"), max_length=100)
    is_sample = models.BooleanField(default=False)          # invented until the published list is there
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("service type")
        ordering = ["position", "code"]

    def __str__(self):
        return self.name_en if get_language() == "en" else self.name_ko
