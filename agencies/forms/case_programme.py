"""The programme of the conference and one of its sessions, as they are typed."""
from django import forms
from django.utils.translation import gettext_lazy as _

from agencies.forms.case_call import long_words
from core import clock
from core.forms import DayField, HouseForm

PROGRAMME_FACTS = ("year", "title_ko", "title_en", "held_on", "place_ko", "place_en", "words_ko", "words_en")


class ClockField(forms.TimeField):
    def __init__(self, **kwargs):
        super().__init__(widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"), **kwargs)


class ProgrammeForm(HouseForm):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    year = forms.IntegerField(label=_("Year"), min_value=2020, max_value=2100)
    title_ko = forms.CharField(label=_("Title in Korean"), max_length=120)
    title_en = forms.CharField(label=_("Title in English"), max_length=160, required=False)
    held_on = DayField(label=_("Day"))
    place_ko = forms.CharField(label=_("Place in Korean"), max_length=120)
    place_en = forms.CharField(label=_("Place in English"), max_length=160, required=False)
    words_ko = long_words(_("Words in Korean"), 3, 2000, required=False)
    words_en = long_words(_("Words in English"), 3, 2000, required=False)

    def __init__(self, *args, programme=None, **kwargs):
        stands = {name: getattr(programme, name) for name in ("version", *PROGRAMME_FACTS)} if programme else {"year": clock.today().year}
        super().__init__(*args, initial=stands, **kwargs)

    def facts(self):
        return {name: self.cleaned_data[name] for name in PROGRAMME_FACTS}


class SessionForm(HouseForm):
    begins = ClockField(label=_("Session begins at"))
    ends = ClockField(label=_("Ends at"))
    title_ko = forms.CharField(label=_("Title in Korean"), max_length=120)
    title_en = forms.CharField(label=_("Title in English"), max_length=160, required=False)
    speaker_ko = forms.CharField(label=_("Speakers in Korean"), max_length=120, required=False)
    speaker_en = forms.CharField(label=_("Speakers in English"), max_length=160, required=False)
    case = forms.ModelChoiceField(label=_("Case presented"), queryset=None, to_field_name="public_id", required=False,
                                  empty_label=_("None"))

    def __init__(self, *args, cases, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["case"].queryset = cases
