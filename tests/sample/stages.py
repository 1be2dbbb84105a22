"""The life of a club."""
from django.db import models


class Stage(models.TextChoices):
    DRAFT = "draft", "draft"
    OPEN = "open", "open"
    CLOSED = "closed", "closed"


MOVES = {
    Stage.DRAFT: {Stage.OPEN},
    Stage.OPEN: {Stage.CLOSED},
    Stage.CLOSED: set(),
}
