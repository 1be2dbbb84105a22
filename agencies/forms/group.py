"""What Central's officers type about groups, sheets and rounds of questions."""
from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Province
from agencies.models import ProposedQuestion
from agencies.queries.group import judged_areas, offered_assessors
from core.forms import HouseForm, UploadField

LONG = ProposedQuestion._meta.get_field("text").max_length


class MemberForm(HouseForm):
    """Somebody of the pool for an area."""

    area = forms.ModelChoiceField(label=_("Area"), queryset=None)
    user = forms.ModelChoiceField(label=_("Member of the group"), queryset=None, help_text=_("Those of the assessor pool."))
    home = forms.ModelChoiceField(label=_("Lives in"), queryset=Province.objects.none())
    work = forms.ModelChoiceField(label=_("Works in"), queryset=Province.objects.none(),
                                  help_text=_("Nobody rates the agency of the province where they live or work."))
    is_lead = forms.BooleanField(label=_("Leads the group"), required=False)

    def __init__(self, *args, actor, indicator_set, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["area"].queryset = judged_areas(actor, indicator_set)
        self.fields["user"].queryset = offered_assessors(actor)
        self.fields["home"].queryset = self.fields["work"].queryset = Province.objects.order_by("code")


class EndSheetForm(HouseForm):
    reason = forms.CharField(label=_("Reason"), max_length=300)


class RoundForm(HouseForm):
    """What waits to be asked: each with its words, which may be mended, and whether it is sent, kept back or left out; and one more."""

    SEND, LATER, OUT = "send", "later", "out"
    CHOICES = [(SEND, _("Send")), (LATER, _("Not yet")), (OUT, _("Leave out"))]

    def __init__(self, *args, proposals, indicators, **kwargs):
        super().__init__(*args, **kwargs)
        self.proposals, self.indicators = list(proposals), list(indicators)
        for one in self.proposals:
            self.fields[f"do-{one.public_id}"] = forms.ChoiceField(label=_("What to do with it"), choices=self.CHOICES, initial=self.SEND)
            self.fields[f"text-{one.public_id}"] = forms.CharField(label=_("Question"), max_length=LONG, initial=one.text,
                                                                   widget=forms.Textarea(attrs={"rows": 3}))
        self.fields["indicator"] = forms.ChoiceField(label=_("Indicator"), required=False, choices=[
            ("", _("None")), *((one.code, str(one)) for one in self.indicators)])
        self.fields["text"] = forms.CharField(label=_("Question"), max_length=LONG, required=False,
                                              widget=forms.Textarea(attrs={"rows": 3}))

    def clean(self):
        said = super().clean()
        if bool(said.get("indicator")) != bool(said.get("text")):
            self.add_error("indicator" if said.get("text") else "text", _("A further question needs its indicator and its words."))
        return said

    def rows(self):
        """[(proposal, its choice, its words)] as fields."""
        return [(one, self[f"do-{one.public_id}"], self[f"text-{one.public_id}"]) for one in self.proposals]

    def wanted(self):
        said = self.cleaned_data
        found = [(one, one.indicator, said[f"text-{one.public_id}"]) for one in self.proposals if said[f"do-{one.public_id}"] == self.SEND]
        own = [(None, one, said["text"]) for one in self.indicators if one.code == said["indicator"]]
        return found + own

    def left_out(self):
        return [one for one in self.proposals if self.cleaned_data[f"do-{one.public_id}"] == self.OUT]


class AnswersForm(HouseForm):
    """An answer to each question of a round, with the version that its writer had before the eyes."""

    def __init__(self, *args, asked, **kwargs):
        super().__init__(*args, **kwargs)
        self.asked = list(asked)
        for one in self.asked:
            stands = one.answer
            self.fields[f"text-{one.question.public_id}"] = forms.CharField(
                label=_("Answer"), max_length=8000, required=False, initial=stands.text if stands else "",
                widget=forms.Textarea(attrs={"rows": 6}))
            self.fields[f"version-{one.question.public_id}"] = forms.IntegerField(
                widget=forms.HiddenInput, min_value=0, initial=stands.version if stands else 0)
            self.fields[f"file-{one.question.public_id}"] = UploadField(label=_("Add a file"), required=False)

    def rows(self):
        """[(Asked, answer, version, file)] as fields."""
        return [(one, *(self[f"{name}-{one.question.public_id}"] for name in ("text", "version", "file"))) for one in self.asked]

    def uploads(self):
        files = [(one.question, self.cleaned_data[f"file-{one.question.public_id}"]) for one in self.asked]
        return [(question, file) for question, file in files if file]

    def texts(self):
        said = self.cleaned_data
        return {one.question.pk: (said[f"text-{one.question.public_id}"], said[f"version-{one.question.public_id}"]) for one in self.asked}
