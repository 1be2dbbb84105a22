"""What Central writes of a set: the year it begins for, its rules and days, what its indicators continue."""
from decimal import Decimal, InvalidOperation

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agencies.models import IndicatorSet
from agencies.models.indicator_set import statutory_days
from agencies.queries import sets_of
from core import clock
from core.forms import HouseForm, TenantForm, day_input
from core.wording import day_in_words

DAYS = ("report_due_on", "evaluated_by_on", "notified_by_on", "disclosed_by_on")
RULES = ("scale_low", "scale_high", "scale_step", "discuss_over", "bonus_most", "late_per_day", "late_most", "few_below", "weak_below",
         "objection_days", "question_days")


class NewSetForm(HouseForm):
    """For a year, from a frozen set or the sample."""

    year = forms.IntegerField(label=gettext_lazy("Year of the evaluation"), min_value=2019, max_value=2100,
                              help_text=gettext_lazy("What is looked at are the results of the year before."))
    source = forms.ModelChoiceField(label=gettext_lazy("Copy from"), queryset=None, required=False,
                                    empty_label=gettext_lazy("The sample set"))

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        frozen = sets_of(actor).filter(published_at__isnull=False)
        latest = sets_of(actor).first()
        self.fields["source"].queryset = frozen
        self.fields["source"].label_from_instance = lambda one: _("The set of %(year)s") % {"year": one.year}
        self.initial = {"year": latest.year + 1 if latest else clock.today().year, "source": frozen.first()} | self.initial


class RulesForm(TenantForm):
    """Everything of a set but its rows. The day that the law sets stands beside each day."""

    base = forms.IntegerField(required=False, widget=forms.HiddenInput)
    grades = forms.CharField(label=gettext_lazy("Grades"), widget=forms.Textarea(attrs={"rows": 5}),
                             help_text=gettext_lazy("One grade a line, the best first: its name and from how many points it is given."))

    class Meta:
        model = IndicatorSet
        fields = ["grades", *RULES, *DAYS, "is_sample"]
        widgets = {name: day_input() for name in DAYS}
        labels = {"is_sample": gettext_lazy("These are sample texts, not yet the institute's own")}
        help_texts = {"few_below": gettext_lazy("With a space between them."),
                      "weak_below": gettext_lazy("The improvement plan proposes an item for each.")}

    def __init__(self, *args, instance, **kwargs):
        stands = {"grades": "\n".join(f"{name} {start}" for name, start in instance.grades)}
        super().__init__(*args, instance=instance, initial=stands | (kwargs.pop("initial", None) or {}), **kwargs)
        law = statutory_days(instance.year)
        for name in DAYS:
            self.fields[name].help_text = _("By law until %(day)s.") % {"day": day_in_words(law[name])}

    def clean_grades(self):
        """[["S", "95"], …]; the order is looked at before the set is frozen."""
        found = []
        for line in filter(None, map(str.strip, self.cleaned_data["grades"].splitlines())):
            name, _space, start = line.rpartition(" ")
            try:
                points = Decimal(start)
            except InvalidOperation:
                points = None
            if not name.strip() or points is None or not 0 <= points <= 100:
                raise forms.ValidationError(_("“%(line)s” is no grade. Write its name and its points, like: A 85"), params={"line": line})
            found.append([name.strip(), f"{points.normalize():f}"])
        return found

    @property
    def ruled(self):
        """Grades, scale, bonus, lateness, times to answer."""
        return [self[name] for name in ("grades", *RULES)]

    @property
    def dated(self):
        return [self[name] for name in DAYS]

    def facts(self):
        return {name: self.cleaned_data[name] for name in self._meta.fields}

    def against(self, stands):
        """[(label, what was typed, what stands there by now)] for a page that came too late."""
        there = RulesForm(actor=self.actor, instance=stands)
        typed = [(str(self[name].label), self[name].value(), there[name].value()) for name in self._meta.fields]
        return [(label, mine, their) for label, mine, their in typed if str(mine) != str(their)]

    def _post_clean(self):
        """Nothing is assigned here, and what cannot be the workflow says beside its field."""


class SetMappingForm(HouseForm):
    """For each indicator the one of the set before that it continues."""

    def __init__(self, *args, indicators, old, **kwargs):
        super().__init__(*args, **kwargs)
        self.indicators = indicators
        choices = [("", _("new")), *((one.code, str(one)) for one in old)]
        for one in indicators:
            self.fields[name_of(one)] = forms.ChoiceField(label=str(one), required=False, choices=choices,
                                                          initial=one.follows.code if one.follows else "")

    def continued(self):
        """{code here: code before, or ""}."""
        return {one.code: self.cleaned_data[name_of(one)] for one in self.indicators}

    @cached_property
    def rows(self):
        return [(one, self[name_of(one)]) for one in self.indicators]


def name_of(indicator):
    return f"before-{indicator.public_id}"
