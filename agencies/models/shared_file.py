"""Files that one house gives and others read, whatever they belong to."""
from django.conf import settings
from django.db import models

from core.models import FileCopy
from core.tenancy import Ownership


class SharedFile(FileCopy):
    """An agency gives it, Central reads it."""

    ownership = Ownership.SHARED
    owners = ("agency", "central")

    central = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+")

    class Meta:
        abstract = True
