"""The person, and the account it signs in with."""
import hashlib
import hmac
import re

from django.apps import apps
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from core.tenancy import current_agency_id


def keyed(text):
    return hmac.new(settings.PERSON_KEY.encode(), text.encode(), hashlib.sha256).hexdigest()


class Person(models.Model):
    """A human being, whatever accounts they have; every separation rule compares persons. The phone number itself is not kept."""

    name = models.CharField(_("name"), max_length=60)
    birth_on = models.DateField(_("date of birth"))
    phone_hash = models.CharField(max_length=64)
    fingerprint = models.CharField(max_length=64, unique=True)

    class Meta:
        verbose_name = _("person")

    def __str__(self):
        return self.name

    @staticmethod
    def fingerprint_of(name, birth_on, phone):
        """Equal for the same name, birth date and mobile number, however they are spaced; tells nothing without the key."""
        return keyed("\x1f".join(["".join(name.split()).casefold(), birth_on.isoformat(), re.sub(r"\D", "", phone)]))


class UserManager(BaseUserManager):
    def create_user(self, email, password=None, **fields):
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    @classmethod
    def normalize_email(cls, email):
        return (email or "").strip().lower()

    def get_by_natural_key(self, email):
        return self.get(email=self.normalize_email(email))


class User(AbstractBaseUser):
    """One account for the whole nation; rights come from memberships only. Closed, never deleted."""

    email = models.EmailField(_("e-mail"), unique=True)
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, default="ko")
    is_active = models.BooleanField(default=True)
    is_operator = models.BooleanField(default=False)            # the only nation-wide right: opens agencies, sees no case
    session_epoch = models.PositiveIntegerField(default=0)      # raised to end every session at once
    joined_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = EMAIL_FIELD = "email"
    objects = UserManager()

    class Meta:
        verbose_name = _("account")
        constraints = [models.UniqueConstraint(Lower("email"), name="one_account_per_address")]

    def __str__(self):
        return self.person.name if self.person_id else self.email

    @classmethod
    def offered_here(cls):
        """Whom a choice at this agency may name: never the whole nation's people."""
        here = apps.get_model("accounts.Affiliation").objects.filter(agency_id=current_agency_id())
        return cls.objects.filter(pk__in=here.values("user"), is_active=True)

    def save(self, *args, **kwargs):
        self.email = UserManager.normalize_email(self.email)
        super().save(*args, **kwargs)

    def _get_session_auth_hash(self, secret=None):
        """Every session carries it: another epoch, or another password, and the next request is a stranger's."""
        return hashlib.sha256(f"{super()._get_session_auth_hash(secret)}{self.session_epoch}".encode()).hexdigest()
