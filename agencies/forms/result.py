"""What is typed on the way from a calculation to a final result."""
from django import forms
from django.utils.translation import gettext_lazy as _

from agencies.models import ObjectionAnswer
from core.forms import HouseForm

LONG = {"rows": 4}


class AnewForm(HouseForm):
    """Why it is calculated anew; the first time nothing has to be said."""

    reason = forms.CharField(label=_("Why it is calculated anew"), required=False, max_length=500)


class AdjustmentForm(HouseForm):
    points = forms.DecimalField(label=_("Points"), max_digits=4, decimal_places=2,
                                help_text=_("A bonus above 0, a deduction below: 0.5 or -0.5."))
    reason = forms.CharField(label=_("Reason"), max_length=200, help_text=_("The agency reads it in its result."))


class CorrectionForm(HouseForm):
    """`choices`: [("figure:CODE:NAME" or "rating:CODE:VALUE", words)]."""

    what = forms.ChoiceField(label=_("What is corrected"))
    becomes = forms.CharField(label=_("Correct value"), max_length=40)
    reason = forms.CharField(label=_("Reason"), max_length=500, widget=forms.Textarea(attrs=LONG))

    def __init__(self, *args, choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["what"].choices = [("", _("Choose")), *choices]

    def facts(self):
        of, code, name = self.cleaned_data["what"].split(":", 2)
        said = {"of": of, "becomes": self.cleaned_data["becomes"].strip()} | ({"name": name} if of == "figure" else {"was": name})
        return code, said


class FeedbackForm(HouseForm):
    base = forms.IntegerField(widget=forms.HiddenInput, initial=0)
    strengths = forms.CharField(label=_("Strengths"), required=False, max_length=4000, widget=forms.Textarea(attrs=LONG))
    improve = forms.CharField(label=_("Points to improve"), required=False, max_length=4000, widget=forms.Textarea(attrs=LONG))


class ObjectionForm(HouseForm):
    """`indicators`: those that nobody has objected to; the empty choice is bonus and deductions."""

    indicator = forms.ChoiceField(label=_("What the objection is about"))
    grounds = forms.CharField(label=_("Grounds of the objection"), max_length=4000, widget=forms.Textarea(attrs={"rows": 8}),
                              help_text=_("Say which number is wrong and what proves it. It cannot be changed once it is sent."))

    def __init__(self, *args, indicators, with_bonus, **kwargs):
        super().__init__(*args, **kwargs)
        self.found = {str(one.public_id): one for one in indicators}
        self.fields["indicator"].choices = [("", _("Choose")), *((key, str(one)) for key, one in self.found.items()),
                                            *([("bonus", _("bonus and deductions"))] if with_bonus else [])]

    def about(self):
        return self.found.get(self.cleaned_data["indicator"])


class AnswerForm(HouseForm):
    """Upheld with what is counted otherwise, or rejected. `choices` as in CorrectionForm; without any: a bonus or deduction."""

    verdict = forms.ChoiceField(label=_("Answer"), choices=ObjectionAnswer.Verdict.choices, widget=forms.RadioSelect)
    reason = forms.CharField(label=_("Reason"), max_length=500, widget=forms.Textarea(attrs={"rows": 6}),
                             help_text=_("The agency reads it."))
    what = forms.ChoiceField(label=_("If it is upheld: what is corrected"), required=False)
    becomes = forms.CharField(label=_("Correct value"), required=False, max_length=40)
    points = forms.DecimalField(label=_("If it is upheld: points"), required=False, max_digits=4, decimal_places=2)
    words = forms.CharField(label=_("As it stands in the result"), required=False, max_length=200)

    def __init__(self, *args, choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["what"].choices = [("", _("Choose")), *choices]
        for name in ("points", "words") if choices else ("what", "becomes"):
            del self.fields[name]

    def clean(self):
        said = super().clean()
        if said.get("verdict") == "upheld":
            for name in ("what", "becomes", "points", "words"):
                if name in self.fields and name not in self.errors and not said.get(name):
                    self.add_error(name, _("Who is right gets a correction: say what is counted otherwise."))
        return said

    def correction(self):
        said = self.cleaned_data
        if said["verdict"] != "upheld":
            return None
        if "points" in self.fields:
            return {"of": "adjustment", "points": said["points"], "reason": said["words"]}
        of, _code, name = said["what"].split(":", 2)
        return {"of": of, "becomes": said["becomes"].strip()} | ({"name": name} if of == "figure" else {"was": name})


class SeenForm(HouseForm):
    seen = forms.CharField(widget=forms.HiddenInput)


class ApproveResultsForm(SeenForm):
    has_read = forms.BooleanField(label=_("I have read all of it: every agency, its total and its grade."))


class DiscloseForm(HouseForm):
    words = forms.CharField(label=_("Words of the agency"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 5}),
                            help_text=_("What you want to say to the result. It stands on the public page."))
