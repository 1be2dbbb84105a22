"""What a round asks of applicants: the usual at first, changed while it is a draft, fixed by its announcement."""
from django.db import transaction
from django.utils.translation import gettext as _

from certification.models import Requirement, RoundRequirement
from certification.models.requirement import DEFAULTS, FIGURES, ONLY_IN, requirements_in
from certification.permissions import can_draft_rounds
from core.workflow import lock, record, refuse_if, require

MOST = {"months": 600, "years": 50}


def draft_requirements(round):
    """The usual ones, with their figures: part of drafting a round."""
    _write(round, {code: DEFAULTS.get(code, {}) for code in requirements_in(round.kind)})


def follow_kind(round):
    """Its kind was changed: what only the other kind asks goes, what only this one asks comes."""
    stands = {row.requirement: row.asked for row in RoundRequirement.everything.filter(round=round)}
    RoundRequirement.everything.filter(round=round).delete()
    _write(round, {code: stands.get(code, {}) for code in requirements_in(round.kind) if code in stands or code in ONLY_IN})


@transaction.atomic
def set_requirements(round, wanted, *, actor):
    """Choose what this round asks. `wanted`: {requirement: its figures}; what is not named is not asked."""
    round = lock(round)
    require(can_draft_rounds(actor))
    refuse_if(round.published_at, _("This round is announced. Its announcement no longer changes."))
    refuse_if(not wanted, _("Choose at least one requirement: the screening asks nothing else."))
    refuse_if(set(wanted) - set(requirements_in(round.kind)), _("A round of this kind does not ask that."))
    for code, figures in wanted.items():
        name = FIGURES.get(code)
        refuse_if(name and not 0 < (figures.get(name) or 0) <= MOST[name],
                  _("Write a number from 1 to %(most)s."), field=name, most=name and MOST[name])
    RoundRequirement.everything.filter(round=round).delete()
    _write(round, wanted)
    record("round.requirements_set", round, actor=actor, requirements={str(code): figures for code, figures in wanted.items()})
    return round


def _write(round, wanted):
    RoundRequirement.everything.bulk_create(
        RoundRequirement(round=round, requirement=code, position=position, **{FIGURES[code]: wanted[code][FIGURES[code]]}
                         if code in FIGURES else {})
        for position, code in enumerate([one for one in Requirement if one in wanted], 1))
