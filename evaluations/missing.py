"""What an application still lacks before it can be handed in, each thing with its place."""
from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from evaluations.models import AnswerEvidence
from evaluations.queries.parts import CASE, answers_in
from providers.stages import Stage


@dataclass(frozen=True)
class Missing:
    words: str
    answer: object = None       # the answer's public id, if it is an answer that lacks something


def answers_in_order(application):
    """Its answers in the order of the indicators, each with whether evidence is there."""
    evidence = AnswerEvidence.objects.visible_to(CASE).filter(answer=OuterRef("pk"))
    return answers_in(application).annotate(has_evidence=Exists(evidence))


def missing_parts(application):
    """[Missing], in the order of the form; empty when it can be handed in."""
    found = []
    if application.provider.stage != Stage.CONFIRMED:
        found.append(Missing(_("the agency's confirmation of your organisation")))
    for answer in answers_in_order(application):
        if not answer.is_complete:
            found.append(Missing(_("the answer to indicator %(code)s") % {"code": answer.indicator.code}, answer.public_id))
        elif not answer.has_evidence:
            found.append(Missing(_("evidence for indicator %(code)s") % {"code": answer.indicator.code}, answer.public_id))
    if application.pledged_at is None:
        found.append(Missing(_("the pledge")))
    return found
