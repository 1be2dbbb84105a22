"""The contact book of the agencies: whom to call for what. Each agency keeps its own lines, all agencies read them."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.bilingual import by_language
from core.tenancy import Ownership, TenantModel
from providers import telephone


class Contact(TenantModel):
    """A person for one function of an agency. Taken out of the book, the line stays with its agency. `is_public`: citizens read it too."""

    class Function(models.TextChoices):
        GENERAL = "general", _("planning and general affairs")
        CERTIFICATION = "certification", _("quality certification")
        EVALUATION = "evaluation", _("management evaluation")
        TRAINING = "training", _("training")
        SUPPORT = "support", _("support of private providers")
        SERVICE = "service", _("running of services")
        PUBLICITY = "publicity", _("publicity and partners")
        PRIVACY = "privacy", _("protection of personal data")
        OTHER = "other", _("something else")

    ownership = Ownership.PUBLISHED
    grants = "SELECT, INSERT, UPDATE"

    function = models.CharField(_("field of work"), max_length=13, choices=Function)
    duty_ko = models.CharField(_("tasks in Korean"), max_length=120)
    duty_en = models.CharField(_("tasks in English"), max_length=160, blank=True)
    name = models.CharField(_("name"), max_length=60)
    position_ko = models.CharField(_("position in Korean"), max_length=60, blank=True)
    position_en = models.CharField(_("position in English"), max_length=80, blank=True)
    phone = models.CharField(_("telephone"), max_length=20, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    is_public = models.BooleanField(_("shown to citizens"), default=False)
    version = models.PositiveIntegerField(default=1, editable=False)            # two who change it at once: the second is told
    published_at = models.DateTimeField(_("in the book since"), null=True, editable=False)
    changed_at = models.DateTimeField(_("changed at"))
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("changed by"))
    ended_at = models.DateTimeField(_("taken out at"), null=True, editable=False)

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        constraints = [
            models.UniqueConstraint(fields=["agency", "function", "name"], condition=models.Q(ended_at=None), name="in_the_book_once"),
            models.CheckConstraint(condition=~models.Q(phone="", email=""), name="a_contact_can_be_reached"),
        ]

    @classmethod
    def audience(cls, actor):
        """Staff of any agency read the book, citizens what is meant for them."""
        stands = models.Q(ended_at=None)
        return stands if actor.is_staff else stands & models.Q(is_public=True)

    def __str__(self):
        return f"{self.name}, {self.get_function_display()}"

    duty, position = by_language("duty"), by_language("position")

    @property
    def phone_shown(self):
        return telephone.formatted(self.phone) if self.phone else ""
