"""When a visit is: dates offered, fixed, moved, chosen, refused; another day asked for."""
from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from core.forms import HouseForm, MomentField
from core.wording import moment_in_words
from visits.models import Visit
from visits.models.visit import USUAL_HOURS

HOURS = [(hours, format_lazy(_("{hours} hours"), hours=hours)) for hours in range(2, 9)]


def reason_field(label, help_text):
    return forms.CharField(label=label, max_length=1000, widget=forms.Textarea(attrs={"rows": 3}), help_text=help_text)


def proposal(label):
    return MomentField(label=label, required=False, help_text="")


class MomentsForm(HouseForm):
    """Moments of which something may be said first: then it says so, and asks whether they are meant nevertheless.

    `against(moments, hours)`: sentences. `hours` where no field asks for them.
    """

    moments: tuple[str, ...] = ()

    def __init__(self, *args, against=None, hours=USUAL_HOURS, **kwargs):
        super().__init__(*args, **kwargs)
        self.against, self.usual_hours = against, hours
        self.fields["despite"] = forms.BooleanField(label=_("I have read this and mean these dates nevertheless"), required=False,
                                                    widget=forms.HiddenInput)

    @property
    def given(self):
        """The moments that were typed, in their order."""
        return [self.cleaned_data[name] for name in self.moments if self.cleaned_data.get(name)]

    def clean(self):
        cleaned = super().clean()
        despite, asked = cleaned.pop("despite", False), self.against and self.given and not self.errors
        found = self.against(self.given, cleaned.get("hours") or self.usual_hours) if asked else []
        if found:
            self.fields["despite"].widget = forms.CheckboxInput()
            for sentence in () if despite else found:
                self.add_error(None, sentence)
        return cleaned


class OfferForm(MomentsForm):
    prefix = "offer"
    moments = "first", "second", "third"
    first = MomentField(label=_("First date"))
    second = MomentField(label=_("Second date"), help_text="")
    third = MomentField(label=_("Third date"), required=False, help_text="")
    hours = forms.TypedChoiceField(label=_("Planned hours"), choices=HOURS, coerce=int, initial=USUAL_HOURS)


class VisitForm(MomentsForm):
    prefix = "visit"
    moments = ("starts_at",)
    starts_at = MomentField(label=_("Beginning of the visit"))
    hours = forms.TypedChoiceField(label=_("Planned hours"), choices=HOURS, coerce=int, initial=USUAL_HOURS)
    agreed = forms.ChoiceField(label=_("How the date was agreed"), widget=forms.RadioSelect,
                               choices=[one for one in Visit.Agreed.choices if one[0] != Visit.Agreed.OFFERED])
    note = forms.CharField(label=_("Note on the date"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2}),
                           help_text=_("With whom it was agreed, or why the agency fixes it itself. The provider reads it."))


class MoveVisitForm(MomentsForm):
    prefix = "move"
    moments = ("starts_at",)
    starts_at = MomentField(label=_("New beginning"))
    reason = reason_field(_("Reason"), _("The team and the provider read it."))


class DatesReasonForm(HouseForm):
    """A reason alone: for dates taken back, a day that stays, everything asked again, no further visit."""

    reason = reason_field(_("Reason"), _("The provider reads this as it stands."))


class ChooseForm(HouseForm):
    """One of the dates offered that have not passed."""

    prefix = "choose"
    date = forms.ChoiceField(label=_("Dates offered"), widget=forms.RadioSelect, error_messages={
        "required": _("Choose one of the dates."),
        "invalid_choice": _("This date is not offered any more. Choose one of those that stand here.")})

    def __init__(self, *args, dates, now, **kwargs):
        super().__init__(*args, **kwargs)
        self.moments = {one.starts_at.isoformat(): one.starts_at for one in dates}
        self.fields["date"].choices = [(key, moment_in_words(one)) for key, one in self.moments.items() if one > now]

    def clean_date(self):
        return self.moments[self.cleaned_data["date"]]


class ProposalsForm(HouseForm):
    """Why a day does not suit, and when it would be possible."""

    reason = reason_field(_("Reason"), _("The agency reads this as it stands."))
    first = proposal(_("Possible date 1"))
    second = proposal(_("Possible date 2"))
    third = proposal(_("Possible date 3"))

    def clean(self):
        cleaned = super().clean()
        proposals = [cleaned[name] for name in ("first", "second", "third") if cleaned.get(name)]
        return {"reason": cleaned.get("reason", ""), "proposals": proposals}


class NoneSuitsForm(ProposalsForm):
    prefix = "none"


class AnotherDayForm(ProposalsForm):
    prefix = "day"
