"""Proposing a change of an indicator, answering it, and working it in."""
from django import forms
from django.utils.translation import gettext_lazy as _

from agencies.models import IndicatorProposal
from agencies.models.proposal_answer import OUTCOMES
from core.forms import HouseForm, UploadField

Change = IndicatorProposal.Change


def lines(label, rows=4, most=4000, **more):
    return forms.CharField(label=label, max_length=most, widget=forms.Textarea(attrs={"rows": rows}), **more)


class ProposalForm(HouseForm):
    """`name` is asked for a new indicator only; `provider` of whoever edits for several."""

    base = forms.IntegerField(widget=forms.HiddenInput, required=False)
    provider = forms.ModelChoiceField(label=_("For which organisation"), queryset=None, empty_label=None,
                                      to_field_name="public_id")
    change = forms.ChoiceField(label=_("What is to change"), widget=forms.RadioSelect,
                               choices=[one for one in Change.choices if one[0] != Change.NEW])
    name = forms.CharField(label=_("Name of the new indicator"), max_length=120)
    wanted = lines(_("How it should read"), 6, required=False, help_text=_("May stay empty if the indicator is to be dropped."))
    reason = lines(_("Reason"), 5, help_text=_("What goes wrong with it today, and what would become better. No names of persons, please."))
    file = UploadField(label=_("Evidence"), required=False)

    def __init__(self, *args, is_new, providers=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.is_new = is_new
        del self.fields["change" if is_new else "name"]
        if providers is None or len(providers) < 2:
            del self.fields["provider"]
        else:
            self.fields["provider"].queryset = providers

    def facts(self):
        said = self.cleaned_data
        return {"change": Change.NEW if self.is_new else said["change"], "wanted": said["wanted"], "reason": said["reason"],
                "name": said.get("name", "")}


class AgendaForm(HouseForm):
    """Before which meeting it comes: of those that have not closed their agenda."""

    meeting = forms.ChoiceField(label=_("Meeting"))

    def __init__(self, *args, meetings, **kwargs):
        super().__init__(*args, **kwargs)
        self.meetings = {str(one.public_id): one for one in meetings}
        self.fields["meeting"].choices = [(key, f"{one.body}, {one.title} ({one.day})") for key, one in self.meetings.items()]

    def clean_meeting(self):
        return self.meetings[self.cleaned_data["meeting"]]


class AnswerForm(HouseForm):
    outcome = forms.ChoiceField(label=_("Answer"), choices=OUTCOMES, widget=forms.RadioSelect)
    words = lines(_("Reason for the proposer"), 5, 2000, help_text=_("The proposer reads it as it stands here."))
    is_shown = forms.BooleanField(label=_("Show proposal and answer at the indicator's card"), required=False, initial=True,
                                  help_text=_("Without the name of who proposed it. Take care that the text names nobody either."))


class ReleaseForm(HouseForm):
    seen = forms.CharField(widget=forms.HiddenInput, max_length=40)


class AnswerBackForm(HouseForm):
    back_reason = lines(_("Why it is sent back"), 3, 1000)


class DraftForm(HouseForm):
    """`drafts`: versions that are not published; {key: draft}."""

    draft = forms.ChoiceField(label=_("Draft version"))

    def __init__(self, *args, drafts, **kwargs):
        super().__init__(*args, **kwargs)
        self.drafts = drafts
        self.fields["draft"].choices = [(key, words) for key, (words, _draft) in drafts.items()]

    def clean_draft(self):
        return self.drafts[self.cleaned_data["draft"]][1]


class WorkInForm(DraftForm):
    code = forms.CharField(label=_("Code of the indicator in the draft"), max_length=12)
    words = lines(_("What was changed"), 4, 2000, help_text=_("The proposer and, with the version, everybody reads it."))


class CarryOverForm(DraftForm):
    past_reason = forms.CharField(label=_("Why it has to wait for the version after"), max_length=500)
