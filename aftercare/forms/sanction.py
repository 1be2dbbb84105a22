"""What is typed about a sanction: the draft, its hearing, opinions, the decision, what the provider says."""
from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from aftercare.models import Sanction
from core.forms import DayField, HouseForm, MomentField, UploadField
from evaluations.forms.announcement import ReleaseForm
from evaluations.forms.appeal import HandlersForm

PROVIDER_READS = _("The provider reads this as it stands.")


def area(label, longest, *, rows=4, required=True, help_text=""):
    """A text that is never cut without a word: pasted longer than it may be, it gets a sentence."""
    return forms.CharField(label=label, required=required, widget=forms.Textarea(attrs={"rows": rows}), help_text=help_text,
                           validators=[MaxLengthValidator(longest)])


class SanctionForm(HouseForm):
    kind = forms.ChoiceField(label=_("Kind of sanction"), choices=Sanction.Kind.choices, widget=forms.RadioSelect)
    ground = forms.ChoiceField(label=_("Ground"), choices=Sanction.Ground.choices, widget=forms.RadioSelect,
                               help_text=_("Falsehood is always revoked, and bars the provider for three years."))
    basis = area(_("Legal basis"), 500, rows=2, required=False, help_text=_(
        "As the letters quote it: the rule and its article. Left empty, what is usual for this ground is taken: see below."))
    basis_en = area(_("Legal basis in English"), 500, rows=2, required=False, help_text=_(
        "For the English letters. Left empty, they quote the Korean words, unless the agency has them in English."))
    facts = area(_("Facts"), 4000, rows=8, help_text=_("What happened, when, and how it is known. The provider reads this as it stands."))
    from_on = DayField(label=_("Takes effect on"), help_text=_("After the hearing."))
    to_on = DayField(label=_("Last day of the suspension"), required=False, help_text=_("Of a suspension: at most six months."))
    order = area(_("Corrective order"), 2000, required=False, help_text=_("Of a suspension: what has to be put right."))
    hearing_at = MomentField(label=_("Hearing at"), help_text=_("Seoul time. The provider has at least ten days from the notice."))
    hearing_place = forms.CharField(label=_("Place of the hearing"), max_length=200)
    chair = forms.CharField(label=_("Conducted by"), max_length=60, required=False, help_text=_("The name. The notice gives it."))
    chair_office = forms.CharField(label=_("Office of who conducts it"), max_length=120, required=False, help_text=_(
        "Organisation and post. The notice is sent once both are written."))


class SanctionFileForm(HouseForm):
    prefix = "add"
    file = UploadField(label=_("File"))


class AtOnceForm(HouseForm):
    prefix = "urgent"
    reason = area(_("Why it cannot wait for the hearing"), 1000, rows=3, help_text=_(
        "Everybody reads it on the certificate's page, and the provider is told. No names of persons."))


class MoveHearingForm(HouseForm):
    prefix = "move"
    hearing_at = MomentField(label=_("Hearing at"))
    hearing_place = forms.CharField(label=_("Place of the hearing"), max_length=200)
    reason = area(_("Reason"), 1000, rows=2, help_text=PROVIDER_READS)


class HearingForm(HouseForm):
    prefix = "hearing"
    heard = forms.ChoiceField(label=_("How the provider was heard"), choices=Sanction.Heard.choices, widget=forms.RadioSelect)
    chair = forms.CharField(label=_("Conducted by"), max_length=60, required=False)
    came = forms.CharField(label=_("Who came"), max_length=300, required=False)
    minutes = area(_("Minutes of the hearing"), 8000, rows=8, required=False)


class SanctionHandlersForm(HandlersForm):
    """Those who took no part in it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["handlers"].label = _("Who proposes what is decided")


class EndSanctionHandlerForm(HouseForm):
    reason = area(_("Reason"), 1000, rows=2)


class OpinionForm(HouseForm):
    """`choices`: the codes that may be chosen, with their words."""

    choice = forms.ChoiceField(label=_("Opinion"), widget=forms.RadioSelect)
    reason = area(_("Reason"), 4000, rows=6)

    def __init__(self, *args, choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["choice"].choices = choices


class ProposalForm(OpinionForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["choice"].label = _("Proposed decision")
        self.fields["reason"].help_text = _("It goes to the manager and the director as it stands.")


class DecisionForm(HouseForm):
    final_kind = forms.ChoiceField(label=_("What is decided"), choices=Sanction.Kind.choices, widget=forms.RadioSelect)
    final_from = DayField(label=_("Takes effect on"))
    final_to = DayField(label=_("Last day of the suspension"), required=False)
    final_order = area(_("Corrective order"), 2000, required=False)
    grounds = area(_("Grounds of the decision"), 4000, rows=7, help_text=PROVIDER_READS)


class ApproveDecisionForm(ReleaseForm):
    """A fresh confirmation, each time."""

    has_read = forms.BooleanField(label=_("I have read all of it: the notice, the hearing, the proposal, and the letter."))


class AssentForm(ReleaseForm):
    """The city agrees to what it reads."""

    has_read = forms.BooleanField(label=_("I have read the notice and the letter."))


class ReasonForm(HouseForm):
    prefix = "drop"
    reason = area(_("Reason"), 1000, rows=2, help_text=PROVIDER_READS)


class OrderForm(HouseForm):
    prefix = "order"
    is_met = forms.TypedChoiceField(label=_("Was the order met?"), coerce=lambda code: code == "yes", widget=forms.RadioSelect,
                                    choices=[("yes", _("Yes, it was met")), ("no", _("No"))])
    note = area(_("What was found"), 2000, rows=4, help_text=PROVIDER_READS)


class ReturnReportForm(HouseForm):
    prefix = "back"
    reason = area(_("Reason"), 2000, rows=3, help_text=PROVIDER_READS)


class StatementForm(HouseForm):
    """Kept as it goes: it may be empty until it is handed in."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    text = area(_("What you say about it"), 8000, rows=10, required=False)
    waives_hearing = forms.BooleanField(label=_("We do not want a hearing. What is written here is all that we say."), required=False)
    file = UploadField(label=_("Add a file"), required=False)

    def __init__(self, *args, kind="opinion", **kwargs):
        super().__init__(*args, **kwargs)
        if kind in ("appeal", "urgent"):
            self.fields["text"].label = _("What you say")
        if kind != "opinion":
            del self.fields["waives_hearing"]
        if kind == "order":
            self.fields["text"].label = _("What was done, and by when")


class AnswerAboutForm(HouseForm):
    """`in_part`: it says what holds instead."""

    prefix = "answer"
    new_to = DayField(label=_("Last day of the suspension that holds instead"), help_text=_(
        "It begins on the day that was decided. A suspension becomes shorter; in the place of a revocation it lasts at most six months."))
    new_order = area(_("Corrective order"), 2000)
    text = area(_("Reasons of the answer"), 4000, rows=7, help_text=PROVIDER_READS)

    def __init__(self, *args, in_part=False, **kwargs):
        super().__init__(*args, **kwargs)
        if not in_part:
            del self.fields["new_to"], self.fields["new_order"]
