"""What the officer drafts: title, minute, and the place of each decided case in the list; and how the director confirms."""
from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import HouseForm, MomentField


class AnnouncementForm(HouseForm):
    """`decisions`: what may stand in it. A case without a number stays out; certificates are numbered in the order of the places."""

    title = forms.CharField(label=_("Title"), max_length=120)
    planned_for = MomentField(label=_("To be announced at"))

    def __init__(self, *args, decisions, places=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.decisions = {f"place_{decision.public_id}": decision for decision in decisions}
        for number, (name, decision) in enumerate(self.decisions.items(), 1):
            place = (places or {}).get(decision.pk) if places is not None else number
            self.fields[name] = forms.IntegerField(label=str(decision.application), min_value=1, max_value=9999, required=False,
                                                   initial=place)

    def rows(self):
        """[(decision, its place's field)]."""
        return [(decision, self[name]) for name, decision in self.decisions.items()]

    def clean(self):
        """Two cases cannot stand at one place."""
        said = super().clean()
        taken = {}
        for name in self.decisions:
            place = said.get(name)
            if place and place in taken:
                self.add_error(name, _("This place is taken by another case."))
            taken[place] = name
        return said

    def chosen(self):
        """The decisions in the order of their places."""
        placed = [(self.cleaned_data[name], decision) for name, decision in self.decisions.items() if self.cleaned_data.get(name)]
        return [decision for _place, decision in sorted(placed, key=lambda pair: pair[0])]

    def facts(self):
        """What it says beside the cases."""
        return {"title": self.cleaned_data["title"], "planned_for": self.cleaned_data["planned_for"]}


class ReleaseForm(HouseForm):
    """`seen`: the digest of what the page showed."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)


class ApproveForm(ReleaseForm):
    """A fresh confirmation, each time."""

    has_read = forms.BooleanField(label=_("I have read all of it: every case, its outcome, its grounds and its letter."))
