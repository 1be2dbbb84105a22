"""What is typed about an appeal: the provider's point, the handlers' opinions, who handles it, the answer."""
from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from core.forms import HouseForm, MomentField
from evaluations.forms.announcement import ReleaseForm
from evaluations.models import Appeal, AppealPoint

LONGEST = AppealPoint._meta.get_field("text").max_length
UPHOLD, REJECT = "uphold", "reject"


class PointForm(HouseForm):
    """A draft may be empty: then nothing is said against this ground."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    explanation = forms.CharField(
        label=_("What you say to it"), required=False, widget=forms.Textarea(attrs={"rows": 9}), strip=False,
        validators=[MaxLengthValidator(LONGEST)])           # not max_length: a browser would cut pasted text without a word

    def clean_explanation(self):
        return self.cleaned_data["explanation"].replace("\r\n", "\n").rstrip()


class WithdrawForm(HouseForm):
    prefix = "withdraw"
    reason = forms.CharField(label=_("Reason (you need not give one)"), required=False, max_length=1000,
                             widget=forms.Textarea(attrs={"rows": 3}))


class PaperAppealForm(HouseForm):
    arrived_at = MomentField(label=_("When the paper arrived"),
                             help_text=_("Seoul time, as the stamp says. In time is what arrived in time."))


class HandlersForm(HouseForm):
    """Those who took no part, to be ticked; among them and those who handle it already, who leads."""

    handlers = forms.MultipleChoiceField(label=_("Who handles the appeal"), required=False, widget=forms.CheckboxSelectMultiple)
    lead = forms.ChoiceField(label=_("Writes the proposal"), required=False)

    def __init__(self, *args, candidates, **kwargs):
        super().__init__(*args, **kwargs)
        free = [one for one in candidates if not one.against]
        self.people = {str(one.user.pk): one.user for one in free}
        self.fields["handlers"].choices = [(str(one.user.pk), f"{one.user} ({', '.join(one.roles)})") for one in free if not one.is_named]
        self.fields["lead"].choices = [("", _("Choose")), *((key, str(user)) for key, user in self.people.items())]

    def facts(self):
        said = self.cleaned_data
        return {"users": [self.people[key] for key in said["handlers"]], "lead": self.people.get(said["lead"])}


class EndHandlerForm(HouseForm):
    reason = forms.CharField(label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))


class FindingsForm(HouseForm):
    """A finding and a reason for each point. `rows`: [(point, (upheld or None, reason))] as they stand."""

    def __init__(self, *args, rows, **kwargs):
        super().__init__(*args, **kwargs)
        self.points = [point for point, _stands in rows]
        for point, (is_upheld, reason) in rows:
            self.fields[f"finding_{point.position}"] = forms.ChoiceField(
                label=_("Finding"), choices=[(UPHOLD, _("Uphold")), (REJECT, _("Do not uphold"))], widget=forms.RadioSelect, required=False,
                initial={True: UPHOLD, False: REJECT}.get(is_upheld, ""))
            self.fields[f"reason_{point.position}"] = forms.CharField(
                label=_("Reason"), max_length=4000, required=False, initial=reason, widget=forms.Textarea(attrs={"rows": 4}))

    def rows(self):
        """[(point, its two fields)]."""
        return [(point, self[f"finding_{point.position}"], self[f"reason_{point.position}"]) for point in self.points]

    def given(self):
        """{point's id: (upheld or None, reason)}."""
        said = self.cleaned_data
        return {point.pk: ({UPHOLD: True, REJECT: False}.get(said[f"finding_{point.position}"]), said[f"reason_{point.position}"])
                for point in self.points}


class AnswerForm(HouseForm):
    """`asks_follows`: something is upheld, and the officer says what follows. `may_dismiss`: no proposal is written yet."""

    is_dismissed = forms.BooleanField(label=_("Inadmissible: dismiss it without a finding about its points"), required=False)
    follows = forms.ChoiceField(label=_("What follows"), required=False, widget=forms.RadioSelect, choices=Appeal.Follows.choices)
    text = forms.CharField(label=_("Answer as a whole"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 6}),
                           help_text=_("Stands in the letter below the findings, as it is written here."))

    def __init__(self, *args, asks_follows, may_dismiss, **kwargs):
        super().__init__(*args, **kwargs)
        if not asks_follows:
            del self.fields["follows"]
        if not may_dismiss:
            del self.fields["is_dismissed"]

    def facts(self):
        said = self.cleaned_data
        return {"text": said["text"], "follows": said.get("follows", ""), "is_dismissed": said.get("is_dismissed", False)}


class ExtendAnswerForm(HouseForm):
    prefix = "extend"
    reason = forms.CharField(label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}),
                             help_text=_("The provider reads this as it stands."))


class ApproveAnswerForm(ReleaseForm):
    """A fresh confirmation, each time."""

    has_read = forms.BooleanField(label=_("I have read all of it: the appeal, every finding with its reason, and the letter."))
