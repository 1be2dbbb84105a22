"""What the team writes down during a visit, as clean values. Which judgement needs which grounds the workflow says."""
from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import HouseForm, UploadField
from visits.models import Entry, Judgement, Reason

LONG = 4000


class PictureField(UploadField):
    """From the tablet's camera, or a picture that is there already."""

    def __init__(self, **kwargs):
        super().__init__(help_text="", **kwargs)
        self.widget.attrs |= {"accept": "image/*", "capture": "environment"}


class JudgementForm(HouseForm):
    """`operation_id` makes two clicks one, `base_version` says what its writer had before the eyes; the page writes both in anew."""

    operation_id = forms.UUIDField(widget=forms.HiddenInput)
    base_version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=1_000_000)
    judgement = forms.ChoiceField(label=_("Judgement"), choices=Judgement.choices, widget=forms.RadioSelect, required=False)
    reason_code = forms.ChoiceField(label=_("Reason, if not compliant"), choices=[("", _("Choose")), *Reason.choices], required=False)
    text = forms.CharField(label=_("What was seen"), widget=forms.Textarea(attrs={"rows": 4}), max_length=LONG, required=False)

    def words(self):
        return {name: self.cleaned_data[name] for name in ("judgement", "reason_code", "text")}


class FindingForm(JudgementForm):
    photo = PictureField(label=_("Take or choose a photo"), required=False)
    caption = forms.CharField(label=_("What the photo shows"), max_length=120, required=False)


class AgreeForm(JudgementForm):
    text = forms.CharField(label=_("Grounds"), widget=forms.Textarea(attrs={"rows": 4}), max_length=LONG, required=False,
                           help_text=_("If the judgements differ, write how the team came to agree."))


class EntryForm(HouseForm):
    operation_id = forms.UUIDField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(label=_("Kind"), choices=Entry.Kind.choices)
    source = forms.CharField(label=_("With whom, or which record"), max_length=120)
    text = forms.CharField(label=_("What was said or seen"), widget=forms.Textarea(attrs={"rows": 4}), max_length=LONG)


class ClosingForm(HouseForm):
    statement = forms.CharField(label=_("Closing statement"), widget=forms.Textarea(attrs={"rows": 6}), max_length=LONG,
                                help_text=_("What was looked at, what is still open, what follows. No result is told here."))
    remarks = forms.CharField(label=_("Remarks of the place visited"), widget=forms.Textarea(attrs={"rows": 4}), max_length=LONG,
                              required=False)
    acknowledged_by = forms.CharField(label=_("Name of who takes note"), max_length=60)
    acknowledged_function = forms.CharField(label=_("Function"), max_length=60)


class ReasonForm(HouseForm):
    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea(attrs={"rows": 4}), max_length=1000,
                             help_text=_("The agency reads it and decides what follows. The place that was to be visited reads it too."))


class PhotoPartForm(HouseForm):
    operation = forms.UUIDField()
    begins = forms.IntegerField(min_value=0, max_value=1_000_000_000)
    sha256 = forms.RegexField(r"^[0-9a-f]{64}$")


class ShareForm(HouseForm):
    """A field for each item; empty: judged by each of the team."""

    def __init__(self, *args, items, team, **kwargs):
        super().__init__(*args, **kwargs)
        self.items, self.team = items, {str(user.pk): user for user in team}
        choices = [("", _("Each of the team")), *((number, str(user)) for number, user in self.team.items())]
        for item in items:
            self.fields[item.code] = forms.ChoiceField(label=f"{item.code} {item.title}", choices=choices, required=False,
                                                       initial=str(item.judged_by_id or ""))

    def judging(self):
        """{code: the account, or None}."""
        return {item.code: self.team.get(self.cleaned_data[item.code]) for item in self.items}


class AmendForm(HouseForm):
    """What stands from now on, or a remark. Whoever may only remark is not asked for a judgement."""

    judgement = forms.ChoiceField(label=_("What stands from now on"), required=False, widget=forms.RadioSelect,
                                  choices=[*Judgement.choices, ("", _("A remark only: what was agreed on stays"))])
    reason_code = forms.ChoiceField(label=_("Reason, if not compliant"), choices=[("", _("Choose")), *Reason.choices], required=False)
    text = forms.CharField(label=_("What was seen, or the remark"), widget=forms.Textarea(attrs={"rows": 4}), max_length=LONG,
                           required=False)
    reason = forms.CharField(label=_("Why it is amended"), widget=forms.Textarea(attrs={"rows": 3}), max_length=1000,
                             help_text=_("What stood before stays, and this stands beside it with your name."))

    def __init__(self, *args, may_amend, **kwargs):
        super().__init__(*args, **kwargs)
        if not may_amend:
            del self.fields["judgement"], self.fields["reason_code"]
            self.fields["text"].label = _("Remark")
