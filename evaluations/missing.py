"""What an application still lacks before it can be handed in, each thing with its place."""
from dataclasses import dataclass

from django.db.models import Count
from django.utils.translation import gettext as _

from evaluations.queries.parts import answers_in
from providers.stages import Stage


@dataclass(frozen=True)
class Missing:
    words: str
    answer: object = None       # the answer's public id, if it is an answer that lacks something
    page: str = ""              # the name of the application's page where it is given, if there is one


def missing_parts(application, answers=None):
    """[Missing], in the order of the form; empty when it can be handed in. `answers`: if they are at hand, with their `documents`."""
    found = []
    if application.provider.stage != Stage.CONFIRMED:
        found.append(Missing(_("the agency's confirmation of your organisation")))
    for answer in answers or answers_in(application).annotate(documents=Count("evidence")):
        if not answer.is_complete:
            found.append(Missing(_("the answer to indicator %(code)s") % {"code": answer.indicator.code}, answer.public_id))
        elif not answer.documents:
            found.append(Missing(_("evidence for indicator %(code)s") % {"code": answer.indicator.code}, answer.public_id))
    if application.pledged_at is None:
        found.append(Missing(_("the pledge and the consents"), page="portal_pledge"))
    return found
