"""A certificate at the desk put together: its state, its history, every version of its documents, what may be done and why not."""
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from aftercare.queries import reports_about
from certification import permissions
from certification.deeds import why_not
from certification.forms.certificate import (
    ConfirmSurrenderForm,
    DeclineSurrenderForm,
    ProlongForm,
    ReinstateForm,
)
from certification.queries.certificate_life import certificate_history, revisions_of, surrenders_of, versions_of_documents
from core.forms import filled
from core.tables import Column, write_table
from correspondence.queries import deliveries_about, letters_about
from desk.sanctions import sanctions_of_certificate

SENT_SHOWN = 20


@dataclass(frozen=True)
class Deed:
    key: str
    form: type
    words: str
    sentence: str

    @property
    def address(self):
        return f"desk_{self.key}_certificate"


DEEDS = (
    Deed("reinstate", ReinstateForm, gettext_lazy("Lift the suspension"), gettext_lazy("From that day on it is in force again.")),
    Deed("prolong", ProlongForm, gettext_lazy("Prolong"), gettext_lazy("While a renewal or an appeal is being decided.")),
)


def everything_of_certificate(request, certificate, corrected=None):
    """The context of the page. `corrected`: a form that came back with something to correct."""
    actor = request.actor
    surrenders = list(surrenders_of(actor, certificate))
    asked = next((one for one in surrenders if one.answered_at is None), None)
    typed = filled(request) or {}

    def form_of(kind, **facts):
        if corrected is not None and type(corrected) is kind:
            return corrected
        kept = corrected is None and any(name.startswith(f"{kind.prefix}-") for name in typed)
        return kind(typed if kept else None, **facts)

    may_confirm = asked is not None and permissions.can_confirm_surrender(actor)
    return {
        "certificate": certificate, "history": list(certificate_history(actor, certificate)),
        "documents": list(versions_of_documents(actor, certificate)), "revisions": list(revisions_of(actor, certificate)),
        "deeds": [(deed, why := why_not(deed.key, actor, certificate), None if why else form_of(deed.form)) for deed in DEEDS],
        "why_no_reissue": why_not("reissue", actor, certificate), "surrenders": surrenders, "asked": asked,
        "confirm": form_of(ConfirmSurrenderForm, initial={"on": asked.wished_on}) if may_confirm else None,
        "decline": form_of(DeclineSurrenderForm) if may_confirm else None,
        "changes": list(reports_about(actor, certificate=certificate)),
        **sanctions_of_certificate(actor, certificate),
        "letters": letters_about(actor, certificate), "sent": deliveries_about(actor, certificate)[:SENT_SHOWN],
    }


LIST = (Column("number", "인증번호", "Number"), Column("state", "상태", "State"), Column("name", "기관명", "Organisation", width=30),
        Column("site", "사업장", "Site", width=24), Column("service", "서비스", "Service", width=24), Column("from", "시작일", "From"),
        Column("to", "만료일", "Last day"), Column("ended", "종료일", "Ended on"))


def list_rows(certificates, word):
    """Each as the spreadsheet has it; `word` says a state."""
    for one in certificates:
        yield (one.number_shown, word(one.state), one.provider_name, one.site_name, one.service_type, one.valid_from, one.valid_to,
               one.ended_on or "")


def list_book(certificates, word):
    return write_table(LIST, list_rows(certificates, word), title=_("Certificates"), sentences=(
        _("States are those of the day on which this was written."),))
