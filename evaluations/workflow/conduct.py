"""A meeting's words about a case, for whoever keeps apart from nothing in it."""
from django.db import transaction
from django.utils.translation import gettext as _

from core.workflow import refuse_if
from evaluations.models import Application
from evaluations.permissions import can_conduct_case
from evaluations.workflow.assignment import SUBJECT


@transaction.atomic
def conduct(word, thing, *, actor, **said):
    """`word`: a workflow function of `panels` about an agenda item or its ballot. Somebody who is tied to the case, or acts for somebody
    who is, leaves it to another."""
    item = getattr(thing, "item", thing)
    application = Application.everything.filter(public_id=item.matter).first() if item.subject_type == SUBJECT else None
    refuse_if(application is not None and not can_conduct_case(actor, application), kept_apart())
    return word(thing, actor=actor, **said)


def refuse_the_tied(actor, application):
    refuse_if(not can_conduct_case(actor, application), kept_apart())


def kept_apart():
    """The sentence for whoever is tied to a case, or acts for somebody who is."""
    return _("You, or the person you act for, have to keep away from this case. Somebody else has to do this.")
