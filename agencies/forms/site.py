"""What is typed about an assessment on site."""
from django import forms
from django.utils.translation import gettext_lazy as _

from agencies.models import SiteNote
from core.forms import HouseForm, MomentField
from visits.models.visit import USUAL_HOURS


class SiteNoteForm(HouseForm):
    kind = forms.ChoiceField(label=_("Kind of note"), choices=SiteNote.Kind.choices, widget=forms.RadioSelect)
    whom = forms.CharField(label=_("With whom, by function"), max_length=120, required=False)
    text = forms.CharField(label=_("Your note"), max_length=4000, widget=forms.Textarea(attrs={"rows": 5}))


class PlanSiteForm(HouseForm):
    prefix = "plan"

    starts_at = MomentField(label=_("Beginning"))
    hours = forms.IntegerField(label=_("Planned hours"), min_value=1, max_value=12, initial=USUAL_HOURS)
    place = forms.CharField(label=_("Place"), max_length=120)
    expected = forms.CharField(label=_("Who is expected, and what should lie ready"), max_length=2000, required=False,
                               widget=forms.Textarea(attrs={"rows": 3}), help_text=_("The agency reads this as it stands."))


class MoveSiteForm(HouseForm):
    prefix = "move"

    starts_at = MomentField(label=_("New beginning"))
    reason = forms.CharField(label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2}),
                             help_text=_("The team reads it."))


class RemarkForm(HouseForm):
    text = forms.CharField(label=_("Remarks of your agency"), max_length=4000, widget=forms.Textarea(attrs={"rows": 6}))
