"""What assessors type: a rating with its comment, what changes it, what was discussed, a question, an interest."""
from django import forms
from django.utils.translation import gettext_lazy as _

from agencies.models import Discussion, ManagementRating, ProposedQuestion
from core.forms import HouseForm

NONE, INTEREST = "none", "interest"
COMMENT, REASON = (ManagementRating._meta.get_field(name).max_length for name in ("comment", "final_reason"))
NOTE, QUESTION = Discussion._meta.get_field("note").max_length, ProposedQuestion._meta.get_field("text").max_length


def words(label, most, rows=4, **more):
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": rows}), max_length=most, **more)


def rating_field(label, **more):
    """Any number: what the scale allows the workflow says, with its own sentence."""
    return forms.DecimalField(label=label, max_digits=7, decimal_places=2, localize=False,
                              widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}), **more)


class RatingForm(HouseForm):
    """`version` says which text its writer had before the eyes."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=1_000_000)
    first = rating_field(_("My rating"), required=False)
    comment = words(_("Comment"), COMMENT, rows=7, required=False, help_text=_("What you saw, and why it is worth this rating. Until you "
                                                                               "hand in, it may wait."))

    def __init__(self, *args, indicator_set, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["first"].help_text = scale_in_words(indicator_set)

    def words(self):
        return {name: self.cleaned_data[name] for name in ("first", "comment")}


def scale_in_words(indicator_set):
    return _("From %(low)s to %(high)s in steps of %(step)s.") % {
        "low": indicator_set.scale_low, "high": indicator_set.scale_high, "step": f"{indicator_set.scale_step.normalize():f}"}


class ReviseForm(HouseForm):
    final = rating_field(_("My rating after the discussion"))
    reason = words(_("Why it changes"), REASON, rows=3, required=False, help_text=_("Not needed where it stays as it was."))


class DiscussionForm(HouseForm):
    note = words(_("What was discussed"), NOTE)


class ProposeQuestionForm(HouseForm):
    text = words(_("What the agency should be asked"), QUESTION, rows=3,
                 help_text=_("It is sent without your name, if the officer sends it."))


class InterestForm(HouseForm):
    """An interest that comes to mind later."""

    statement = words(_("What ties you to it, or why you stand back"), 2000)

    def facts(self):
        return {"has_interest": True, "statement": self.cleaned_data["statement"]}


class DeclarationForm(HouseForm):
    answer = forms.ChoiceField(label=_("Your declaration"), widget=forms.RadioSelect,
                               choices=[(NONE, _("Nothing of this ties me to it")), (INTEREST, _("Yes, there is something"))])
    statement = words(_("If yes: what is it?"), 2000, required=False,
                      help_text=_("One sentence is enough. Only the agency's officers read it."))

    def facts(self):
        has_interest = self.cleaned_data["answer"] == INTEREST
        return {"has_interest": has_interest, "statement": self.cleaned_data["statement"] if has_interest else ""}
