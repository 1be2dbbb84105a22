"""A plaque at the desk: what may be done with it now; the list for the maker."""
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from certification.forms.plaque import CancelPlaqueForm, HandOverForm, MadeForm, ReturnedForm
from certification.stages import PLAQUE_MOVES, PlaqueStage
from core.tables import Column, write_table


@dataclass(frozen=True)
class PlaqueDeed:
    to: PlaqueStage
    form: type
    address: str
    words: str


DEEDS = (
    PlaqueDeed(PlaqueStage.MADE, MadeForm, "desk_plaque_made", gettext_lazy("Note as made")),
    PlaqueDeed(PlaqueStage.HANDED_OVER, HandOverForm, "desk_hand_over_plaque", gettext_lazy("Hand it over")),
    PlaqueDeed(PlaqueStage.RETURNED, ReturnedForm, "desk_plaque_returned", gettext_lazy("Note as returned")),
    PlaqueDeed(PlaqueStage.CANCELLED, CancelPlaqueForm, "desk_cancel_plaque", gettext_lazy("Cancel it")),
)
COLUMNS = (Column("number", "인증번호", "Number"), Column("name", "기관명", "Organisation", width=30),
           Column("service", "서비스", "Service", width=24), Column("size", "규격", "Size"), Column("delivery", "수령 방법", "Delivery"),
           Column("address", "배송지", "Address", width=50), Column("version", "시안 판수", "Version of the proof"))


def deeds_of(order, corrected=None):
    """[(deed, its form)] that its stage allows."""
    return [(deed, corrected if type(corrected) is deed.form else deed.form())
            for deed in DEEDS if deed.to in PLAQUE_MOVES[PlaqueStage(order.stage)]]


def maker_book(orders):
    rows = ([one.certificate.number_shown, one.certificate.provider_name, one.certificate.service_type, one.get_size_display(),
             one.get_delivery_display(), one.address, one.proof.version if one.proof else ""] for one in orders)
    return write_table(COLUMNS, rows, title=_("Plaques"), sentences=(
        _("The pages are in the print file, in the same order. The text of each was approved by its holder."),))
