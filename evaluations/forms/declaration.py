"""One's word about an interest in a case."""
from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import HouseForm

LONG = 2000
NONE, INTEREST = "none", "interest"


def relative_field():
    return forms.BooleanField(label=_("It is about a relative of mine (spouse, former spouse, blood relative or in-law)"), required=False,
                              help_text=_("The agency then does not ask you about this provider again."))


class InterestForm(HouseForm):
    """An interest that comes to mind later, or another reason to stand back."""

    statement = forms.CharField(label=_("What ties you to it, or why you stand back"), widget=forms.Textarea(attrs={"rows": 4}),
                                max_length=LONG)
    is_relative = relative_field()

    def facts(self):
        return {"has_interest": True, "statement": self.cleaned_data["statement"], "is_relative": self.cleaned_data["is_relative"]}


class DeclarationForm(HouseForm):
    answer = forms.ChoiceField(label=_("Your declaration"), widget=forms.RadioSelect,
                               choices=[(NONE, _("Nothing of this ties me to it")), (INTEREST, _("Yes, there is something"))])
    statement = forms.CharField(label=_("If yes: what is it?"), widget=forms.Textarea(attrs={"rows": 4}), max_length=LONG, required=False,
                                help_text=_("One sentence is enough. Only the agency's officers read it."))
    is_relative = relative_field()

    def facts(self):
        said, has_interest = self.cleaned_data, self.cleaned_data["answer"] == INTEREST
        return {"has_interest": has_interest, "statement": said["statement"] if has_interest else "",
                "is_relative": has_interest and said["is_relative"]}
