"""Consulting of an agency: asked for, answered, written down."""
from django import forms
from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _

from agencies.queries.consulting import consultants_here
from core.forms import DayField, HouseForm


class AskForm(HouseForm):
    about = forms.CharField(label=_("What the consulting is about"), max_length=2000, widget=forms.Textarea(attrs={"rows": 5}),
                            help_text=_("Name the indicators and what you are unsure about."))
    wished_1 = DayField(label=_("Day that suits best"))
    wished_2 = DayField(label=_("Second choice"), required=False)
    wished_3 = DayField(label=_("Third choice"), required=False)

    def facts(self):
        said = self.cleaned_data
        days = [said[name] for name in ("wished_1", "wished_2", "wished_3") if said.get(name)]
        return {"about": said["about"], "wished": list(dict.fromkeys(days))}


class AcceptForm(HouseForm):
    """At Central: the day, and who of its people consults."""

    on = DayField(label=_("Day of the consulting"))
    consultant = forms.ModelChoiceField(label=_("Consultant"), queryset=get_user_model().objects.none(), empty_label=_("Choose a person"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["consultant"].queryset = consultants_here()


class DeclineForm(HouseForm):
    reason = forms.CharField(label=_("Why it is declined"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}),
                             help_text=_("The agency reads it."))


class RecordForm(HouseForm):
    on = DayField(label=_("Day on which it was held"))
    words = forms.CharField(label=_("Outcome of the consulting"), max_length=4000, widget=forms.Textarea(attrs={"rows": 6}),
                            help_text=_("The agency reads it too."))
