"""On what a sanction for a ground is based: data of a framework, as its plan of duties is."""
from django.db import models
from django.utils.translation import gettext_lazy as _

from aftercare.models.sanction import Sanction, user_key
from certification.models import Framework
from core.bilingual import by_language
from core.tenancy import NOBODY, TenantModel


class SanctionBasis(TenantModel):
    """One ground of a framework, with which drafts open. Worded anew it takes the place of the older one; what was told stays as it was."""

    grants = "SELECT, INSERT, UPDATE"

    framework = models.ForeignKey(Framework, models.PROTECT, related_name="+")
    ground = models.CharField(_("ground of the sanction"), max_length=16, choices=Sanction.Ground)
    words_ko = models.TextField(_("legal basis in Korean"), max_length=500)
    words_en = models.TextField(_("legal basis in English"), max_length=500, blank=True)
    set_at = models.DateTimeField(_("set at"))
    set_by = user_key()
    ended_at = models.DateTimeField(_("worded anew since"), null=True)

    words = by_language("words")

    class Meta:
        verbose_name = _("legal basis of a sanction")
        verbose_name_plural = _("legal bases of sanctions")
        ordering = ["framework", "ground", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "framework", "ground"], condition=models.Q(ended_at=None),
                                    name="one_basis_of_a_ground"),
            models.CheckConstraint(condition=~models.Q(words_ko=""), name="a_basis_has_words")]

    @classmethod
    def audience(cls, actor):
        """Everybody with an account here, as the plan of duties."""
        return models.Q() if actor.user else NOBODY

    def __str__(self):
        return self.get_ground_display()
