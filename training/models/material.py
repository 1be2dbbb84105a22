"""Materials of a run: files and links, for those who take part."""
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from core.models import FileCopy
from core.tenancy import Ownership, TenantModel
from training.models.enrolment import of_ones_runs
from training.models.run import ClassSession, Run


class Material(FileCopy):
    """A file of a run or of one of its classes, for those who take part."""

    ownership = Ownership.PUBLISHED
    part_of = "run"

    run = models.ForeignKey(Run, models.PROTECT, related_name="materials")
    class_session = models.ForeignKey(ClassSession, models.PROTECT, null=True, related_name="+", verbose_name=_("class"))

    class Meta:
        verbose_name = _("material")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "run", "class_session", "file"], name="a_material_once",
                                               nulls_distinct=False)]

    @classmethod
    def audience(cls, actor):
        return of_ones_runs(actor)


class MaterialLink(TenantModel):
    """Material that lies elsewhere."""

    ownership = Ownership.PUBLISHED
    part_of = "run"

    run = models.ForeignKey(Run, models.PROTECT, related_name="links")
    class_session = models.ForeignKey(ClassSession, models.PROTECT, null=True, related_name="+", verbose_name=_("class"))
    name = models.CharField(_("name"), max_length=120)
    address = models.URLField(_("address"), max_length=300)
    added_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        verbose_name = _("link to material")
        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=~models.Q(name=""), name="a_material_link_has_a_name")]

    @classmethod
    def audience(cls, actor):
        return of_ones_runs(actor)

    def __str__(self):
        return self.name
