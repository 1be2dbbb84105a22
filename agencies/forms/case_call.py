"""A call for excellent cases as it is typed, a judge's sheet, and what the meeting chose."""
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core import clock
from core.forms import HouseForm, MomentField

MARK = "|"
CALL_FACTS = ("year", "title_ko", "title_en", "text_ko", "text_en", "themes", "opens_at", "closes_at", "body")


def long_words(label, rows, most, hint="", *, required=True):
    return forms.CharField(label=label, required=required, max_length=most, help_text=hint, widget=forms.Textarea(attrs={"rows": rows}))


class CallForm(HouseForm):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    year = forms.IntegerField(label=_("Year"), min_value=2020, max_value=2100)
    title_ko = forms.CharField(label=_("Title in Korean"), max_length=120)
    title_en = forms.CharField(label=_("Title in English"), max_length=160, required=False)
    text_ko = long_words(_("Text in Korean"), 8, 10_000, _("What is looked for, who may nominate, what becomes of selected cases."))
    text_en = long_words(_("Text in English"), 5, 10_000, required=False)
    themes = long_words(_("Fields"), 4, 2000, _("One a line: the name in Korean, then | and the name in English."))
    criteria = long_words(_("Criteria of judging"), 5, 3000,
                          _("One a line: the name in Korean | in English | points. Together they give 100 points."))
    opens_at = MomentField(label=_("Opens at"))
    closes_at = MomentField(label=_("Closes at"), help_text=_("Seoul time. What arrives before this moment is in time."))
    body = forms.ModelChoiceField(label=_("Judged by"), queryset=None, to_field_name="public_id",
                                  empty_label=_("Choose a body"), help_text=_("Whoever has a seat in it on the day judges."))

    def __init__(self, *args, bodies, call=None, before=None, criteria=(), **kwargs):
        """`before`: of a new call the one before it, whose fields, criteria and body it begins with; `criteria` are of either."""
        stands = stands_in(call or before, criteria) if call or before else {}
        kept = stands if call else {name: stands[name] for name in ("themes", "criteria", "body") if name in stands}
        super().__init__(*args, initial={"year": clock.today().year} | kept, **kwargs)
        self.fields["body"].queryset = bodies

    def clean_themes(self):
        return [(ko, en) for ko, en in (parts_of(line, 2) for line in lines_of(self.cleaned_data["themes"]))]

    def clean_criteria(self):
        found = []
        for number, line in enumerate(lines_of(self.cleaned_data["criteria"]), 1):
            parts = [one.strip() for one in line.split(MARK)]
            if len(parts) not in (2, 3) or not parts[-1].isdecimal() or not 0 < int(parts[-1]) <= 100 or not parts[0]:
                raise ValidationError(gettext("Line %(number)d: write the name, then | and the points, a number from 1 to 100.")
                                      % {"number": number})
            found.append((parts[0][:80], parts[1][:120] if len(parts) == 3 else "", int(parts[-1])))
        return found

    def facts(self):
        return {name: self.cleaned_data[name] for name in (*CALL_FACTS, "criteria")}


def lines_of(text):
    return [line.strip() for line in text.splitlines() if line.strip()]


def parts_of(line, number):
    parts = [one.strip()[:60] for one in line.split(MARK)][:number]
    return [*parts, *[""] * (number - len(parts))]


def stands_in(call, criteria):
    """What the form opens with."""
    facts = {name: getattr(call, name) for name in CALL_FACTS} | {"version": call.version, "body": call.body.public_id}
    facts["themes"] = "\n".join(f" {MARK} ".join(filter(None, pair)) for pair in call.themes)
    facts["criteria"] = "\n".join(f" {MARK} ".join(filter(None, (one.name_ko, one.name_en, str(one.points)))) for one in criteria)
    return facts


class SheetForm(HouseForm):
    """Points and a word for each criterion, and words on the whole. Nothing has to be whole before it is handed in."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    words = long_words(_("Words on the case"), 5, 4000, _("The meeting reads them once all judges are done."), required=False)

    def __init__(self, *args, criteria, sheet, points, **kwargs):
        initial = {"version": sheet.version, "words": sheet.words}
        for one in criteria:
            if given := points.get(one.pk):
                initial |= {f"points-{one.position}": given.points, f"why-{one.position}": given.words}
        super().__init__(*args, initial=initial, **kwargs)
        self.criteria = criteria
        for one in criteria:
            self.fields[f"points-{one.position}"] = forms.IntegerField(
                label=_("%(name)s: points") % {"name": one.name}, required=False, min_value=0, max_value=one.points,
                help_text=gettext("0 to %(most)d points") % {"most": one.points},
                error_messages={"max_value": _("“%(name)s” gives 0 to %(most)d points.") % {"name": one.name, "most": one.points},
                                "min_value": _("“%(name)s” gives 0 to %(most)d points.") % {"name": one.name, "most": one.points}})
            self.fields[f"why-{one.position}"] = forms.CharField(label=_("%(name)s: why") % {"name": one.name}, required=False,
                                                                 max_length=500)
        self.order_fields([*(f"{kind}-{one.position}" for one in criteria for kind in ("points", "why")), "words"])

    def facts(self):
        said = self.cleaned_data
        return {"points": {one.pk: (said[f"points-{one.position}"], said[f"why-{one.position}"]) for one in self.criteria},
                "words": said["words"], "base_version": said["version"]}


class ReasonForm(HouseForm):
    reason = forms.CharField(label=_("Reason"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}))


class ChoiceForm(HouseForm):
    """For each judged case: selected or not, and the words to its agency."""

    def __init__(self, *args, ranked, choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.ranked = ranked
        for one in ranked:
            row, made = one.nomination, choices.get(one.nomination.pk)
            self.fields[f"selected-{row.pk}"] = forms.BooleanField(label=_("Selected"), required=False,
                                                                   initial=bool(made and made.is_selected))
            self.fields[f"words-{row.pk}"] = long_words(_("Words to the agency"), 3, 2000, required=False)
            self.fields[f"words-{row.pk}"].initial = made.words if made else ""

    @property
    def rows(self):
        """[(Ranked, its two fields)]"""
        return [(one, self[f"selected-{one.nomination.pk}"], self[f"words-{one.nomination.pk}"]) for one in self.ranked]

    def chosen(self):
        said = self.cleaned_data
        return {one.nomination.pk: (said[f"selected-{one.nomination.pk}"], said[f"words-{one.nomination.pk}"]) for one in self.ranked}


class ApproveChoiceForm(HouseForm):
    seen = forms.CharField(widget=forms.HiddenInput)
    has_read = forms.BooleanField(label=_("I have read the choice and approve it. Selected cases are published at once."))
