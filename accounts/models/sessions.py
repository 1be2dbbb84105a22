"""The browsers that are signed in."""
from django.conf import settings
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.utils.module_loading import import_string

from accounts.models.people import User


class Session(AbstractBaseSession):
    """Django's, and whose it is: so that people see where they are signed in, and end it there."""

    account = models.ForeignKey(User, models.CASCADE, null=True, related_name="+")

    class Meta:
        db_table = "accounts_session"

    @classmethod
    def get_session_store_class(cls):
        return import_string(f"{settings.SESSION_ENGINE}.SessionStore")
