"""What the desk types about a complaint."""
from django import forms
from django.utils.translation import gettext_lazy as _

from aftercare.models import Complaint
from aftercare.models.complaint import WORDS
from core.forms import DayField, HouseForm

Outcome = Complaint.Outcome
ASIDE = (Outcome.HANDED_ON, Outcome.DUPLICATE, Outcome.NO_GROUND)
FOUND = (Outcome.FOUNDED, Outcome.PARTLY, Outcome.UNFOUNDED)
FOR_REPORTER = _("The reporter reads this as it stands, with the reasons.")
FOR_PROVIDER = _("The provider reads this as it stands. Nothing in it may show who told it.")


def chosen(outcomes):
    return [(one.value, one.label) for one in outcomes]


def lines(rows, **more):
    return forms.CharField(widget=forms.Textarea(attrs={"rows": rows}), **more)


class HandlersForm(HouseForm):
    """`people`: those whom nothing ties to the provider; `managers`: those of them who are managers."""

    officer = forms.ChoiceField(label=_("Officer in charge"))
    manager = forms.ChoiceField(label=_("Manager who may read along"), required=False,
                                help_text=_("These two, and nobody else, may look at who told it."))

    def __init__(self, *args, people=(), managers=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.people = {str(one.pk): one for one in (*people, *managers)}
        self.fields["officer"].choices = [("", _("Choose")), *((str(one.pk), str(one)) for one in people)]
        self.fields["manager"].choices = [("", _("nobody")), *((str(one.pk), str(one)) for one in managers)]

    def facts(self):
        return {"officer": self.people[self.cleaned_data["officer"]], "manager": self.people.get(self.cleaned_data["manager"])}


class AsideForm(HouseForm):
    """`others`: earlier complaints about the same."""

    outcome = forms.ChoiceField(label=_("What becomes of it"), choices=chosen(ASIDE), widget=forms.RadioSelect)
    authority = forms.ChoiceField(label=_("Handed on to"), required=False, choices=[("", _("Choose")), *Complaint.Authority.choices])
    note = lines(2, label=_("When and how it was handed on"), required=False, max_length=1000,
                 help_text=_("Only colleagues read this. Who told it is not handed on from here."))
    same_as = forms.ChoiceField(label=_("Looked into together with"), required=False)
    answer = lines(5, label=_("Answer to the reporter"), max_length=WORDS, help_text=FOR_REPORTER)

    def __init__(self, *args, others=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.others = {str(one.public_id): one for one in others}
        self.fields["same_as"].choices = [("", _("Choose")), *((key, one.number) for key, one in self.others.items())]

    def facts(self):
        said = self.cleaned_data
        outcome = said["outcome"]
        return {"outcome": outcome, "answer": said["answer"], "note": said["note"],
                "authority": said["authority"] if outcome == Outcome.HANDED_ON else "",
                "same_as": self.others.get(said["same_as"]) if outcome == Outcome.DUPLICATE else None}


class TypedForm(HouseForm):
    """Its fields are what the workflow takes."""

    def facts(self):
        return self.cleaned_data


class AnswerForm(TypedForm):
    outcome = forms.ChoiceField(label=_("What was found"), choices=chosen(FOUND), widget=forms.RadioSelect)
    answer = lines(8, label=_("Answer to the reporter"), max_length=WORDS, help_text=FOR_REPORTER)


class ProlongForm(TypedForm):
    reason = lines(3, label=_("Reason"), max_length=1000, help_text=FOR_REPORTER)


class AskReporterForm(TypedForm):
    text = lines(4, label=_("Question to the reporter"), max_length=WORDS, help_text=_("The reporter finds it under the receipt code."))


class AskProviderForm(TypedForm):
    question = lines(5, label=_("Question to the provider"), max_length=WORDS, help_text=FOR_PROVIDER)


class VisitForm(TypedForm):
    opens_on = DayField(label=_("from"))
    due_on = DayField(label=_("to be carried out by"))
    reason = lines(3, label=_("Reason"), max_length=1000, help_text=FOR_PROVIDER)
    announced = forms.BooleanField(label=_("The provider is told before the visit"), required=False)


class LookForm(TypedForm):
    reason = forms.CharField(label=_("Why do you have to know it?"), max_length=200,
                             help_text=_("The access log keeps this with your name."))


class ButtonForm(TypedForm):
    """A button alone."""
