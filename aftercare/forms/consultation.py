"""What is typed about a consultation: the request, the offer, answers, visits, the report, the rating."""
from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import DayField, HouseForm, MomentField, watch_words

STEPS = 5
SHARED_HINT = _("The consultant reads a copy of these as they are now, from the day you agree to who comes until the consultation is over. "
                "Nothing else of your organisation.")


def lines(label, rows=4, **kwargs):
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": rows}), **{"max_length": 4000} | kwargs)


class DaysForm(HouseForm):
    """Up to three wished days."""

    wished_1 = DayField(label=_("Wished day"), required=False)
    wished_2 = DayField(label=_("or on this day"), required=False)
    wished_3 = DayField(label=_("or on this day"), required=False)

    def days(self):
        return [day for day in (self.cleaned_data[f"wished_{number}"] for number in (1, 2, 3)) if day]


class SharingForm(HouseForm):
    """`pieces`: what can be shown, as aftercare.queries.sharing has it."""

    prefix = "share"
    shared = forms.MultipleChoiceField(label=_("What the consultant may read"), required=False, widget=forms.CheckboxSelectMultiple,
                                       help_text=SHARED_HINT)

    def __init__(self, *args, pieces, **kwargs):
        super().__init__(*args, **kwargs)
        self.pieces = {one.key: one for one in pieces}
        self.fields["shared"].choices = [(key, one.label) for key, one in self.pieces.items()]
        if not pieces:
            del self.fields["shared"]

    def chosen(self):
        return [self.pieces[key] for key in self.cleaned_data.get("shared", [])]


class TopicsForm(HouseForm):
    """`indicators`: those of the edition by which it was certified."""

    topics = forms.MultipleChoiceField(label=_("About which indicators"), required=False, widget=forms.CheckboxSelectMultiple,
                                       help_text=_("None, if it is about something else."))
    words = lines(_("What the consultation is about"), rows=5,
                  help_text=_("In a few sentences: what is hard, and what you would like to get better."))

    def __init__(self, *args, indicators, **kwargs):
        super().__init__(*args, **kwargs)
        self.indicators = {one.code: one for one in indicators}
        self.fields["topics"].choices = [(one.code, f"{one.code} {one.name}") for one in indicators]
        if not indicators:
            del self.fields["topics"]

    def facts(self):
        return {"words": self.cleaned_data["words"], "topics": [self.indicators[code] for code in self.cleaned_data.get("topics", [])]}


class RequestForm(TopicsForm, DaysForm, SharingForm):
    prefix = None
    field_order = ["topics", "words", "wished_1", "wished_2", "wished_3", "shared"]

    def facts(self):
        return super().facts() | {"wished_on": self.days(), "shared": self.chosen()}


class OfferForm(TopicsForm):
    pass


class AcceptOfferForm(DaysForm, SharingForm):
    prefix = "accept"
    field_order = ["wished_1", "wished_2", "wished_3", "shared"]

    def facts(self):
        return {"wished_on": self.days(), "shared": self.chosen()}


class DeclineOfferForm(HouseForm):
    prefix = "decline"
    reason = lines(_("Reason (you need not give one)"), rows=2, required=False, max_length=1000)


class CallOffForm(HouseForm):
    prefix = "call_off"
    reason = lines(_("Reason"), rows=2, max_length=1000)


class ObjectForm(HouseForm):
    prefix = "object"
    reason = lines(_("Why somebody else"), rows=3, max_length=1000, help_text=_("Only the agency reads it."))


class CannotForm(HouseForm):
    prefix = "cannot"
    reason = lines(_("Why you cannot"), rows=2, max_length=1000)


class ChooseForm(HouseForm):
    consultant = forms.UUIDField(widget=forms.HiddenInput)


class ConsultingVisitForm(HouseForm):
    """For a visit, or another day of one."""

    prefix = "visit"
    starts_at = MomentField(label=_("Begins at"))
    hours = forms.DecimalField(label=_("Hours it takes"), initial=2, min_value=0, max_digits=3, decimal_places=1)
    place = forms.CharField(label=_("Place"), required=False, max_length=260, help_text=_("Empty: at the provider's address."))

    def facts(self):
        return self.cleaned_data | {"hours": float(self.cleaned_data["hours"])}


class ReportForm(HouseForm):
    """`topics`: [(code, name)]. Advice for each, up to five steps, each with its day; a draft may lack anything."""

    version = forms.IntegerField(widget=forms.HiddenInput, initial=0)

    def __init__(self, *args, topics, **kwargs):
        super().__init__(*args, **kwargs)
        self.codes = [code for code, _name in topics]
        self.fields["found"] = lines(_("What was found"), rows=7, required=False, max_length=6000)
        for code, name in topics:
            self.fields[f"advice_{code}"] = lines(_("Advice on %(topic)s") % {"topic": f"{code} {name}"}, rows=4, required=False)
        for number in range(1, STEPS + 1):
            self.fields[f"step_{number}"] = forms.CharField(label=_("Agreed step %(number)d") % {"number": number}, required=False,
                                                            max_length=300)
            self.fields[f"day_{number}"] = DayField(label=_("by which day"), required=False)
        watch_words(self)

    @staticmethod
    def of(report, topics, **kwargs):
        """As it stands."""
        if report is None:
            return ReportForm(topics=topics, **kwargs)
        stands = {"version": report.version, "found": report.found, **{f"advice_{code}": text for code, text in report.advice.items()}}
        for number, step in enumerate(report.steps, 1):
            stands |= {f"step_{number}": step["text"], f"day_{number}": step["day"]}
        return ReportForm(topics=topics, initial=stands, **kwargs)

    def facts(self):
        said = self.cleaned_data
        rows = [(said[f"step_{number}"], said[f"day_{number}"]) for number in range(1, STEPS + 1)]
        return {"found": said["found"], "advice": {code: said[f"advice_{code}"] for code in self.codes},
                "steps": [row for row in rows if any(row)], "base_version": said["version"]}


class RatingForm(HouseForm):
    prefix = "rate"
    stars = forms.TypedChoiceField(label=_("How satisfied are you?"), coerce=int, widget=forms.RadioSelect, choices=[
        (5, _("5: very satisfied")), (4, _("4: satisfied")), (3, _("3: so-so")), (2, _("2: dissatisfied")), (1, _("1: very dissatisfied"))])
    words = lines(_("In words (you need not write any)"), rows=3, required=False, max_length=2000,
                  help_text=_("The agency reads it, the consultant does not."))
