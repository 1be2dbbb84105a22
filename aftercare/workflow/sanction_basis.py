"""The legal basis of sanctions, by ground: set for a framework, and found for a draft."""
from django.db import transaction
from django.utils.translation import gettext as _

from aftercare.models import Sanction, SanctionBasis
from aftercare.permissions import can_set_plan
from aftercare.queries.sanction_basis import LOOKING, bases_of, usual_bases
from core import clock
from core.workflow import lock, record, refuse_if, require


@transaction.atomic
def set_bases(framework, words, *, actor):
    """`words`: {ground: (Korean, English)}. Of what is worded anew the older words end; what was told stays as it was. Returns the new
    ones."""
    require(can_set_plan(actor))
    framework = lock(framework)
    there, made = bases_of(LOOKING, framework), []
    for ground in Sanction.Ground.values:
        ko, en = (one.strip() for one in words[ground])
        refuse_if(not ko, _("Write on what it is based: the rule and its article."), field=f"{ground}_ko")
        row = there.get(ground)
        if row and (row.words_ko, row.words_en) == (ko, en):
            continue
        if row:
            row.ended_at = clock.now()
            row.save(update_fields=["ended_at"])
        made.append(SanctionBasis.everything.create(framework=framework, ground=ground, words_ko=ko, words_en=en, set_at=clock.now(),
                                                    set_by=actor.user))
    for one in made:
        record("sanction_basis.set", one, actor=actor, ground=one.ground)
    return made


def note_basis(sanction, ground, basis, basis_en):
    """What the draft says, else what is usual. Words that are usual for another ground, or stood there for one, are not this one's."""
    usual = usual_bases(sanction.certificate.framework)
    others = {one.ko for code, one in usual.items() if code != ground} - {usual[ground].ko}
    if sanction.ground and sanction.ground != ground:
        others.add(sanction.basis)
    basis, basis_en = basis.strip(), basis_en.strip()
    if not basis or basis in others:
        sanction.basis, sanction.basis_en = usual[ground]
    else:
        sanction.basis, sanction.basis_en = basis, basis_en or (usual[ground].en if basis == usual[ground].ko else "")
