"""A run, its classes and materials; what is looked for among runs and in the catalogue."""
from datetime import datetime

from django import forms
from django.utils.translation import gettext_lazy as _

from core import clock
from core.forms import DayField, HouseForm, MomentField, UploadField
from training.forms.course import ALL
from training.models import Category
from training.queries.run import classes_of_run
from training.queries.trainer import pool
from training.stages import RunStage
from training.workflow.run import FACTS, MOST_SEATS


class FindRunForm(HouseForm):
    """From the address; what makes no sense there is left out."""

    year = forms.ChoiceField(label=_("Year"), required=False)
    stage = forms.ChoiceField(label=_("State"), required=False, choices=[ALL, *RunStage.choices])

    def __init__(self, *args, years, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["year"].choices = [ALL, *((str(year), str(year)) for year in years)]

    def wanted(self):
        self.is_valid()
        return {"year": self.cleaned_data.get("year", ""), "stage": self.cleaned_data.get("stage", "")}


class CatalogueForm(HouseForm):
    """What one looks for in the catalogue."""

    category = forms.ChoiceField(label=_("Category"), required=False, choices=[ALL, *Category.choices])
    house = forms.ChoiceField(label=_("Held by"), required=False,
                              choices=[ALL, ("central", _("Central institute")), ("own", _("our agency"))])
    seats = forms.ChoiceField(label=_("Free seats"), required=False,
                              choices=[ALL, ("free", _("seats left")), ("waiting", _("seats left or waiting list"))])

    def wanted(self):
        self.is_valid()
        return {name: self.cleaned_data.get(name, "") for name in ("category", "house", "seats")}


class RunForm(HouseForm):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    year = forms.IntegerField(label=_("Year"), min_value=2019, max_value=2100,
                              help_text=_("All its classes are held in this year. The number of the run comes by itself."))
    seats = forms.IntegerField(label=_("Seats in the run"), min_value=1, max_value=MOST_SEATS)
    waiting_seats = forms.IntegerField(label=_("Places on the waiting list"), min_value=0, max_value=MOST_SEATS, initial=20)
    enrol_from_at = MomentField(label=_("Enrolment begins"))
    enrol_until_at = MomentField(label=_("Enrolment ends"), help_text=_("Seoul time, and before the first class begins."))
    accept_hours = forms.IntegerField(label=_("Hours to take up a seat that became free"), min_value=1, max_value=720, initial=24)
    cancel_until_days = forms.IntegerField(label=_("Days before the first class until which one may cancel oneself"), min_value=0,
                                           max_value=365, initial=3)
    place = forms.CharField(label=_("Place"), max_length=200, required=False)
    link = forms.URLField(label=_("Link for taking part from afar"), max_length=300, required=False, assume_scheme="https",
                          help_text=_("Only those who take part see it."))
    room_note = forms.CharField(label=_("Note on room and equipment"), max_length=1000, required=False,
                                widget=forms.Textarea(attrs={"rows": 3}), help_text=_("Only your agency reads it."))
    cost_centre = forms.CharField(label=_("Cost centre"), max_length=60, required=False)

    def __init__(self, *args, run=None, **kwargs):
        stands = {name: getattr(run, name) for name in ("version", *FACTS)} if run else {"year": clock.today().year}
        super().__init__(*args, initial=stands, **kwargs)
        if run:
            del self.fields["year"]

    def facts(self):
        return {name: self.cleaned_data[name] for name in FACTS}


class TimeForm(HouseForm):
    """A day and two times on a clock in Seoul."""

    day = DayField(label=_("Day"))
    starts_at = forms.TimeField(label=_("Begins at"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
                                help_text=_("Seoul time."))
    ends_at = forms.TimeField(label=_("Ends at"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    place = forms.CharField(label=_("Place, if another than the run's"), max_length=200, required=False)

    def __init__(self, *args, class_session=None, initial=None, **kwargs):
        if class_session:
            begins, ends = clock.seoul(class_session.starts_at), clock.seoul(class_session.ends_at)
            initial = {"day": begins.date(), "starts_at": begins.time(), "ends_at": ends.time(), "place": class_session.place,
                       **(initial or {})}
        super().__init__(*args, initial=initial, **kwargs)

    def facts(self):
        said = self.cleaned_data
        moments = {name: datetime.combine(said["day"], said[name], clock.SEOUL) for name in ("starts_at", "ends_at")}
        return {"place": said["place"], **moments}


class TrainersForm(HouseForm):
    trainers = forms.ModelMultipleChoiceField(label=_("Trainers"), queryset=None, to_field_name="public_id", required=False,
                                              widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["trainers"].queryset = pool(actor)


class ClassForm(TrainersForm, TimeForm):
    title = forms.CharField(label=_("Subject"), max_length=120)
    field_order = ("title", "day", "starts_at", "ends_at", "place", "trainers")

    def __init__(self, *args, class_session=None, **kwargs):
        initial = {"title": class_session.title} if class_session else None
        super().__init__(*args, class_session=class_session, initial={**(initial or {}), **(kwargs.pop("initial", None) or {})}, **kwargs)

    def facts(self):
        return {**super().facts(), "title": self.cleaned_data["title"], "trainers": list(self.cleaned_data["trainers"])}


class CancelForm(HouseForm):
    reason = forms.CharField(label=_("Why it does not take place"), max_length=300, required=False,
                             help_text=_("Everybody who enrolled reads it."))


class OfClassForm(HouseForm):
    """Something for the whole run or for one of its classes."""

    class_session = forms.ModelChoiceField(label=_("Class"), queryset=None, to_field_name="public_id", required=False)

    def __init__(self, *args, actor, run, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["class_session"].queryset = classes_of_run(actor, run)
        self.fields["class_session"].empty_label = _("the whole run")
        self.order_fields([*(name for name in self.fields if name != "class_session"), "class_session"])


class MaterialForm(OfClassForm):
    file = UploadField(label=_("File"))


class MaterialLinkForm(OfClassForm):
    name = forms.CharField(label=_("Name of the material"), max_length=120)
    address = forms.URLField(label=_("Address"), max_length=300, assume_scheme="https")
