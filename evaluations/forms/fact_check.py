"""What is typed in the fact check: the provider's comment, the lead's answer, whom the officer names."""
from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from core.forms import HouseForm
from evaluations.forms.portal import LONGEST
from evaluations.models import FactComment
from visits.models import Judgement, Reason


class CommentForm(HouseForm):
    """A draft may be empty, and lack its kind."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(label=_("What is the matter?"), choices=FactComment.Kind.choices, widget=forms.RadioSelect, required=False)
    explanation = forms.CharField(
        label=_("Your comment"), required=False, widget=forms.Textarea(attrs={"rows": 7}), strip=False,
        validators=[MaxLengthValidator(LONGEST)])           # not max_length: a browser would cut pasted text without a word

    def clean_explanation(self):
        return self.cleaned_data["explanation"].replace("\r\n", "\n").rstrip()


class AnswerCommentForm(HouseForm):
    """Accepted, or not; what stands from then on is asked only of what is accepted."""

    outcome = forms.ChoiceField(label=_("Answer to the comment"), widget=forms.RadioSelect,
                                error_messages={"required": _("Choose one of the two.")},
                                choices=[("accepted", _("Accepted: the finding is amended")),
                                         ("not_accepted", _("Not accepted: the finding stays"))])
    reason = forms.CharField(label=_("Reason"), max_length=4000, widget=forms.Textarea(attrs={"rows": 4}),
                             help_text=_("The provider reads this as it stands, before the decision: facts, and no judgement."))
    judgement = forms.ChoiceField(label=_("Judgement as it stands from now on"), choices=Judgement.choices, widget=forms.RadioSelect,
                                  required=False, help_text=_("The provider does not read it."))
    reason_code = forms.ChoiceField(label=_("Reason, if not compliant"), choices=[("", _("Choose")), *Reason.choices], required=False,
                                    help_text=_("The provider does not read it."))
    text = forms.CharField(label=_("What was seen, as it stands from now on"), max_length=4000, required=False,
                           widget=forms.Textarea(attrs={"rows": 5}), help_text=_("The provider reads this as it stands."))

    def facts(self):
        given = self.cleaned_data
        words = {name: given[name] for name in ("judgement", "reason_code", "text")} if given["outcome"] == "accepted" else {}
        return {"is_accepted": given["outcome"] == "accepted", "reason": given["reason"], **words}


class NameAnswererForm(HouseForm):
    prefix = "answerer"
    answerer = forms.ChoiceField(label=_("Who answers"))

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.people = {str(one.pk): one for one in people}
        self.fields["answerer"].choices = [(key, str(one)) for key, one in self.people.items()]

    def chosen(self):
        return self.people[self.cleaned_data["answerer"]]
