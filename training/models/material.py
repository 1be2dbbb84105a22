"""Materials of a run: files and links, for those who take part."""
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from core.models import FileCopy
from core.tenancy import NOBODY, Ownership, TenantModel, current_agency_id
from training.models.course import READERS
from training.models.enrolment import Enrolment
from training.models.run import ClassSession, ClassTrainer, Run
from training.stages import TAKES_PART


class ForWhoTakesPart:
    """For the house's readers, for who teaches in the run, and for who takes part in it."""

    @classmethod
    def audience(cls, actor):
        own = models.Q(agency=current_agency_id()) if actor.has(*READERS) else NOBODY
        if actor.user is None:
            return own
        taught = ClassTrainer.everything.filter(user=actor.user)
        attended = Enrolment.everything.filter(agency=current_agency_id(), user=actor.user, stage__in=TAKES_PART)
        return own | models.Q(run__in=taught.values("run")) | models.Q(run__in=attended.values("run"))


class Material(ForWhoTakesPart, FileCopy):
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


class MaterialLink(ForWhoTakesPart, TenantModel):
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

    def __str__(self):
        return self.name
