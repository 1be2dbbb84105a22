"""A line on the consultants' list: taken in, and what is noted of them."""
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.models import District, User
from aftercare.models.consultant import Weekday
from aftercare.queries.consultation import may_be_added
from core.forms import HouseForm
from providers.models import ServiceType


class AddConsultantForm(HouseForm):
    user = forms.ModelChoiceField(label=_("Consultant"), queryset=User.objects.none(), empty_label=_("Choose"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["user"].queryset = may_be_added()


class EntryForm(HouseForm):
    """`areas`: [(code, name)] of the criteria in force."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    about = forms.CharField(label=_("What you have done"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 5}),
                            help_text=_("A provider reads it before you come."))
    service_types = forms.ModelMultipleChoiceField(label=_("Services"), queryset=ServiceType.objects.order_by("position", "code"),
                                                   required=False, widget=forms.CheckboxSelectMultiple)
    areas = forms.MultipleChoiceField(label=_("Areas of the criteria"), required=False, widget=forms.CheckboxSelectMultiple,
                                      help_text=_("None: all of them."))
    districts = forms.ModelMultipleChoiceField(label=_("Districts"), queryset=District.objects.none(), required=False,
                                               widget=forms.CheckboxSelectMultiple)
    weekdays = forms.TypedMultipleChoiceField(label=_("Days of the week"), required=False, coerce=int, choices=Weekday.choices,
                                              widget=forms.CheckboxSelectMultiple)
    most_at_once = forms.IntegerField(label=_("Consultations at once, at most"), min_value=1, max_value=99)

    def __init__(self, *args, areas, province, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["areas"].choices = areas
        self.fields["districts"].queryset = District.objects.filter(province=province).order_by("code")

    @staticmethod
    def initial_of(consultant):
        return {"version": consultant.version, "about": consultant.about, "areas": consultant.areas, "weekdays": consultant.weekdays,
                "most_at_once": consultant.most_at_once,
                "service_types": [row.service_type_id for row in consultant.services.all()],
                "districts": [row.district_id for row in consultant.districts.all()]}

    def facts(self):
        said = self.cleaned_data
        return {name: said[name] for name in ("about", "areas", "weekdays", "most_at_once")} | {
            "service_types": list(said["service_types"]), "districts": list(said["districts"]), "base_version": said["version"]}

    def conflict(self):
        """Somebody saved since the page was opened: what was typed stays in the form, and nothing is changed."""
        self.add_error(None, ValidationError(_("Somebody else has saved this meanwhile. Look at what stands there now, then save again.")))
