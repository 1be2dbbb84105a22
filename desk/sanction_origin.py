"""From a corrective action or a complaint to the draft of a sanction: what the form opens with, and what their pages show of it."""
from django.utils.translation import gettext as _

from aftercare.models import CorrectiveAction
from aftercare.permissions import can_handle_complaint, can_watch
from aftercare.queries.sanction import sanction_under_way
from aftercare.queries.sanction_origin import complaints_behind, ground_suggested_by, sanctions_after
from core import clock
from core.wording import day_in_words
from desk.sanctions import sanctions_of_certificate


def after_correction(action):
    """What the draft opens with: nothing that the provider has not read already."""
    return {"ground": "not_corrected", "facts": "\n\n".join((_about(action), action.told, _what_became(action)))}


def _about(action):
    facts = {"code": action.code, "name": action.indicator.name, "day": day_in_words(action.requested_at)}
    if action.finding:
        return _("Indicator %(code)s “%(name)s” was found not met at the monitoring visit; a corrective action was asked for on "
                 "%(day)s.") % facts
    return _("For indicator %(code)s “%(name)s” a corrective action was asked for on %(day)s.") % facts


def _what_became(action):
    if action.outcome == CorrectiveAction.Outcome.SANCTION:
        return _("When its effect was checked on %(day)s, it had not been corrected: %(found)s") % {
            "day": day_in_words(action.closed_at), "found": action.outcome_reason}
    return _("By its last day, %(day)s, it was not handed in.") % {"day": day_in_words(action.due_on)}


def after_complaint(complaint):
    """Nothing of its words: the ground that its kind suggests, where it suggests one."""
    ground = ground_suggested_by(complaint)
    return {"ground": ground, "kind": "revocation"} if ground == "falsehood" else {"ground": ground}


def with_basis(bases, opens_with):
    """The legal basis beside the ground, where the draft opens with one. `bases`: {ground: Basis}."""
    basis = bases.get(opens_with.get("ground"))
    return opens_with | {"basis": basis.ko, "basis_en": basis.en} if basis else opens_with


def origin_of(actor, sanction):
    """For the sanction's page: the complaints behind it that this reader may read. The rest stands in the sanction itself."""
    return {"complaints": complaints_behind(actor, sanction)}


def following_correction(actor, action):
    """For its page: the sanctions it led to, and whether one may be begun."""
    calls = action.calls_for_sanction and can_watch(actor, action.provider)
    return {"sanctions": sanctions_after(actor, action), **beginning(actor, action.certificate, calls)}


def following_complaint(actor, complaint):
    calls = complaint.certificate_id and complaint.is_confirmed and can_handle_complaint(actor, complaint)
    return beginning(actor, complaint.certificate, calls)


def beginning(actor, certificate, calls):
    """Whether a sanction may be begun now; `under_way`: the one that stands in the way."""
    if not calls:
        return {"may_begin": False, "under_way": None}
    found = sanctions_of_certificate(actor, certificate)
    ended = certificate.is_past_sanction or certificate.valid_to < clock.today()
    return {"may_begin": found["may_sanction"], "under_way": None if ended else sanction_under_way(certificate)}
