"""The ways of a public activity and of a request for project support."""
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ActivityStage(models.TextChoices):
    DRAFT = "draft", _("being written")
    PUBLISHED = "published", _("published")
    WITHDRAWN = "withdrawn", _("withdrawn")


ACTIVITY_MOVES = {
    ActivityStage.DRAFT: {ActivityStage.PUBLISHED, ActivityStage.WITHDRAWN},
    ActivityStage.PUBLISHED: {ActivityStage.WITHDRAWN},
    ActivityStage.WITHDRAWN: set(),
}


class SupportStage(models.TextChoices):
    DRAFT = "draft", _("being written")
    ASKED = "asked", _("waits for the decision")
    WITHDRAWN = "withdrawn", _("withdrawn")
    REFUSED = "refused", _("not granted")
    GRANTED = "granted", _("granted, report due")
    REPORTED = "reported", _("report handed in")
    DONE = "done", pgettext_lazy("project support", "report accepted")


SUPPORT_MOVES = {
    SupportStage.DRAFT: {SupportStage.ASKED, SupportStage.WITHDRAWN},
    SupportStage.ASKED: {SupportStage.WITHDRAWN, SupportStage.REFUSED, SupportStage.GRANTED},
    SupportStage.WITHDRAWN: set(),
    SupportStage.REFUSED: set(),
    SupportStage.GRANTED: {SupportStage.REPORTED},
    SupportStage.REPORTED: {SupportStage.GRANTED, SupportStage.DONE},
    SupportStage.DONE: set(),
}
GIVEN = (SupportStage.GRANTED, SupportStage.REPORTED, SupportStage.DONE)
FOR_CENTRAL = (SupportStage.ASKED, SupportStage.WITHDRAWN, SupportStage.REPORTED)      # what the agency did last; the rest Central did
