"""A trainer of the pool, an honorarium, and the year's plan."""
from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core import clock
from core.forms import DayField, HouseForm
from providers.forms.fields import phone_field
from training.models import Category
from training.queries.trainer import runs_taught
from training.workflow.trainer import FACTS

MOST_MINUTES, MOST_WON, MOST_RUNS, MOST_PERSONS = 60_000, 1_000_000_000, 1000, 1_000_000


class FindTrainerForm(HouseForm):
    """From the address; what makes no sense there is left out."""

    q = forms.CharField(label=_("Name, subject or affiliation"), required=False, max_length=80)
    ended = forms.BooleanField(label=_("Those who have left"), required=False)

    def wanted(self):
        self.is_valid()
        return {"words": self.cleaned_data.get("q", ""), "ended": self.cleaned_data.get("ended", False)}


class TrainerForm(HouseForm):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    name = forms.CharField(label=_("Name of the person"), max_length=60)
    belongs_to = forms.CharField(label=_("Affiliation"), max_length=120, required=False)
    fields_taught = forms.CharField(label=_("Subjects"), max_length=300, required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)
    phone = phone_field(required=False)
    user = forms.ModelChoiceField(label=_("Account"), queryset=User.objects.none(), required=False, empty_label=_("none"),
                                  help_text=_("With an account of this agency they take attendance on their phone."))
    note = forms.CharField(label=_("Note"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args, trainer=None, **kwargs):
        stands = {name: getattr(trainer, name) for name in ("version", *FACTS)} | {"fields_taught": trainer.fields} if trainer else None
        super().__init__(*args, initial=stands, **kwargs)
        self.fields["user"].queryset = User.offered_here().select_related("person").order_by("person__name", "pk")

    def facts(self):
        said = self.cleaned_data
        return {"fields": said["fields_taught"], **{name: said[name] for name in FACTS if name != "fields"}}


class FeeForm(HouseForm):
    run = forms.ModelChoiceField(label=_("Run"), queryset=None, to_field_name="public_id", empty_label=_("Choose"))
    minutes = forms.IntegerField(label=_("Minutes taught"), min_value=1, max_value=MOST_MINUTES)
    amount = forms.IntegerField(label=_("Amount in won, before tax"), min_value=0, max_value=MOST_WON)
    note = forms.CharField(label=_("Note"), max_length=200, required=False)

    def __init__(self, *args, actor, trainer, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["run"].queryset = runs_taught(actor, trainer)


class PaidForm(HouseForm):
    paid_on = DayField(label=_("Paid on"), initial=clock.today)


class YearPlanForm(HouseForm):
    """Runs and persons per category. `rows`: (name of the category, field of runs, field of persons)."""

    def __init__(self, *args, plans, **kwargs):
        super().__init__(*args, **kwargs)
        for category in Category:
            plan = plans.get(category.value)
            self.fields[f"{category}_runs"] = forms.IntegerField(
                label=_("%(category)s: runs") % {"category": category.label}, min_value=0, max_value=MOST_RUNS,
                initial=plan.runs if plan else 0)
            self.fields[f"{category}_persons"] = forms.IntegerField(
                label=_("%(category)s: persons") % {"category": category.label}, min_value=0, max_value=MOST_PERSONS,
                initial=plan.persons if plan else 0)

    def rows(self):
        return [(category.label, self[f"{category}_runs"], self[f"{category}_persons"]) for category in Category]

    def planned(self):
        said = self.cleaned_data
        return {category.value: (said[f"{category}_runs"], said[f"{category}_persons"]) for category in Category}
