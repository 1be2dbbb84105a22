"""A paper of the library, and what is looked for in it."""
from django import forms
from django.utils.translation import gettext_lazy as _

from accounts import directory
from agencies.models import Contact, Paper
from agencies.workflow.paper import FACTS
from core.forms import HouseForm

ALL = ("", _("All"))


class FindPaperForm(HouseForm):
    """From the address; what makes no sense there is left out."""

    q = forms.CharField(label=_("Words in the title, description or file"), required=False, max_length=80)
    kind = forms.ChoiceField(label=_("Kind"), required=False, choices=[ALL, *Paper.Kind.choices])
    function = forms.ChoiceField(label=_("Field of work"), required=False, choices=[ALL, *Contact.Function.choices])
    agency = forms.ChoiceField(label=_("Agency"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["agency"].choices = [ALL, *((one.slug, one.name) for one in directory.agencies())]

    def wanted(self):
        self.is_valid()
        found = self.cleaned_data
        return {"words": found.get("q", ""), **{name: found.get(name, "") for name in ("kind", "function", "agency")}}


class PaperForm(HouseForm):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    title_ko = forms.CharField(label=_("Title in Korean"), max_length=120)
    description_ko = forms.CharField(label=_("Description in Korean"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}),
                                     help_text=_("What it is about and whom it helps, in two or three sentences."))
    title_en = forms.CharField(label=_("Title in English"), max_length=160, required=False)
    description_en = forms.CharField(label=_("Description in English"), max_length=2000, required=False,
                                     widget=forms.Textarea(attrs={"rows": 3}))
    kind = forms.ChoiceField(label=_("Kind"), choices=Paper.Kind.choices)
    field_of_work = forms.ChoiceField(label=_("Field of work"), choices=Contact.Function.choices)
    change = forms.CharField(label=_("What is new in this edition"), max_length=300)

    def __init__(self, *args, paper=None, **kwargs):
        stands = {name: getattr(paper, name) for name in ("version", *FACTS)} if paper else None
        super().__init__(*args, initial=stands, **kwargs)
        if paper is None or paper.edition == 1:
            del self.fields["change"]

    def facts(self):
        return {name: self.cleaned_data[name] for name in FACTS if name in self.cleaned_data}
