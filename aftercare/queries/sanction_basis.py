"""On what a sanction for a ground is based: as the agency last said it, else as its framework has it, else the words to start with."""
from typing import NamedTuple

from accounts.actors import Actor
from aftercare.models import Sanction, SanctionBasis
from aftercare.reference import sanction_bases

LOOKING = Actor.system("on what a sanction is based")


class Basis(NamedTuple):
    ko: str
    en: str


def bases_of(actor, framework):
    """{ground: SanctionBasis} of a framework, as it is worded now."""
    return {one.ground: one for one in SanctionBasis.objects.visible_to(actor).filter(framework=framework, ended_at=None)}


def to_start_with(framework, ground):
    words = sanction_bases()[ground]
    return Basis(words["ko"].format(scheme=framework.name_ko), words["en"].format(scheme=framework.name_en or framework.name_ko))


def kept_bases(framework):
    """{ground: Basis}: as the framework has it, or the words to start with."""
    rows = bases_of(LOOKING, framework)
    return {ground: Basis(rows[ground].words_ko, rows[ground].words_en) if ground in rows else to_start_with(framework, ground)
            for ground in Sanction.Ground.values}


def usual_bases(framework):
    """{ground: Basis} with which a draft opens: what a notice quoted last, unless the framework's was worded anew since."""
    set_at = {ground: one.set_at for ground, one in bases_of(LOOKING, framework).items()}
    told = Sanction.objects.visible_to(LOOKING).filter(certificate__framework=framework, noticed_at__isnull=False).exclude(basis="")
    last = {}
    for ground, ko, en, at in told.order_by("noticed_at", "pk").values_list("ground", "basis", "basis_en", "noticed_at"):
        if ground not in set_at or at >= set_at[ground]:
            last[ground] = Basis(ko, en)
    return kept_bases(framework) | last


def in_words(bases):
    """[(ground in words, Basis)], as the grounds are listed."""
    return [(label, bases[ground]) for ground, label in Sanction.Ground.choices]
