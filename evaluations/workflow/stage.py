"""A case's step from one stage to the next, with the moment it began: how long it stands there is what officers look at."""
from django.utils.translation import gettext as _

from core import clock
from core.workflow import move, refuse_if
from evaluations.queries.supplement import open_supplement_of


def step(application, to):
    """Move and note since when. Returns {"from": …, "to": …} for the record."""
    facts = move(application, to)
    application.stage_since = clock.now()
    application.save(update_fields=["stage_since"])
    return facts


def refuse_while_asked(application):
    """A stage does not end while the provider may still answer what it was asked in it."""
    asked = open_supplement_of(application)
    refuse_if(asked, _("The provider may still answer the supplement request until %(day)s."),
              day=asked and asked.deadline.last_day.isoformat())
