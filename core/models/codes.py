"""Codes that stand on walls and papers: unique in the nation, and they say only where to look."""
from django.conf import settings
from django.db import models


class PublicCode(models.Model):
    """Leads to one row of one agency. Never changed, never given again."""

    code = models.CharField(max_length=13, primary_key=True)
    agency = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)                  # what it leads to: "certificate"
    subject = models.UUIDField()                            # that row's public id
    made_at = models.DateTimeField(auto_now_add=True)

    def __str__(self):
        return self.code
