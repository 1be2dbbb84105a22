"""What is looked for among excellent cases, a correction, and what an agency says about using one."""
from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from agencies.forms.case_call import long_words
from agencies.models import CaseCorrection
from core.forms import DayField, HouseForm


class FindCaseForm(HouseForm):
    """From the address; what makes no sense there is left out."""

    q = forms.CharField(label=_("Words"), required=False, max_length=80)
    year = forms.TypedChoiceField(label=_("Year"), required=False, coerce=int, empty_value=None)
    theme = forms.ChoiceField(label=_("Field of the case"), required=False)
    agency = forms.ChoiceField(label=_("Agency"), required=False)

    def __init__(self, *args, narrowings, **kwargs):
        super().__init__(*args, **kwargs)
        years, themes, agencies = narrowings
        english = get_language() == "en"
        self.fields["year"].choices = [("", _("All")), *((one, str(one)) for one in years)]
        self.fields["theme"].choices = [("", _("All")), *((ko, (english and en) or ko) for ko, en in themes if ko)]
        self.fields["agency"].choices = [("", _("All")), *((slug, (english and en) or ko) for slug, ko, en in agencies)]

    def wanted(self):
        self.is_valid()
        found = self.cleaned_data
        return {"words": found.get("q", ""), "year": found.get("year"), "theme": found.get("theme", ""), "agency": found.get("agency", "")}


class CorrectForm(HouseForm):
    version = forms.IntegerField(widget=forms.HiddenInput)
    part = forms.ChoiceField(label=_("Part"), choices=CaseCorrection.Part.choices)
    text = long_words(_("What shall stand there"), 8, 20_000, _("The whole part, not only the word that is wrong."))
    reason = forms.CharField(label=_("Reason"), max_length=300, help_text=_("Everybody reads it beside the case."))

    def facts(self):
        said = self.cleaned_data
        return {"part": said["part"], "text": said["text"].replace("\r\n", "\n"), "reason": said["reason"], "base_version": said["version"]}


class ReuseForm(HouseForm):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    since_on = DayField(label=_("In use since"))
    adapted = long_words(_("What you changed for your agency"), 5, 3000)
    result = long_words(_("What came of using it"), 5, 3000, _("May be written later."), required=False)

    def __init__(self, *args, use=None, **kwargs):
        names = ("version", "since_on", "adapted", "result")
        super().__init__(*args, initial={name: getattr(use, name) for name in names} if use else None, **kwargs)

    def facts(self):
        return {name: self.cleaned_data[name] for name in ("since_on", "adapted", "result")}
