"""What staff type at the desk: what they look for, and reasons."""
from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from core.forms import HouseForm
from panels.queries import assessors_outside_pool
from providers.queries import SORTS, USUAL_SORT
from providers.stages import Stage


class SearchForm(HouseForm):
    """The list's search and filters, from the address. What makes no sense there is left out, not complained about."""

    q = forms.CharField(label=_("Name or business number"), required=False, max_length=80)
    stage = forms.ChoiceField(label=_("State"), required=False, choices=[("", _("All")), *Stage.choices])
    district = forms.ChoiceField(label=_("District"), required=False)
    sort = forms.ChoiceField(required=False, choices=[(key, key) for key in SORTS])

    def __init__(self, *args, districts, **kwargs):
        super().__init__(*args, **kwargs)
        self.districts = {str(district.pk): district for district in districts}
        self.fields["district"].choices = [("", _("All")), *((key, str(district)) for key, district in self.districts.items())]

    def wanted(self):
        self.is_valid()
        found = self.cleaned_data
        return {"words": found.get("q", ""), "stage": found.get("stage", ""), "district": self.districts.get(found.get("district")),
                "sort": found.get("sort") or USUAL_SORT}


class ReasonForm(HouseForm):
    reason = forms.CharField(label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 4}))


class RefusalForm(ReasonForm):
    prefix = "refuse"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = _("What has to be corrected")
        self.fields["reason"].help_text = _("The provider reads this as it stands.")


class ClosingForm(ReasonForm):
    prefix = "close"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = _("Why the registration ends")
        self.fields["reason"].help_text = _("The provider reads this as it stands.")


class OwnerForm(HouseForm):
    """Whom the agency hands a provider to."""

    prefix = "owner"

    email = forms.EmailField(label=_("E-mail of the owner"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "off"}),
                             help_text=_("The link is valid for seven days, works once, and only for this address."))
    language = forms.ChoiceField(label=_("Language of the message"), choices=settings.LANGUAGES)


class PaperApplicationForm(HouseForm):
    """One service at one site in one open round."""

    what = forms.ChoiceField(label=_("What is applied for"), widget=forms.RadioSelect)

    def __init__(self, *args, choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.pairs = {f"{round.public_id} {offering.public_id}": (round, offering) for round, offering in choices}
        self.fields["what"].choices = [(key, f"{offering.service_type}, {offering.site.name} ({round})")
                                       for key, (round, offering) in self.pairs.items()]

    @property
    def chosen(self):
        return self.pairs[self.cleaned_data["what"]]


class PoolForm(HouseForm):
    """An assessor who is not in the pool yet, and by whom they are employed."""

    user = forms.ModelChoiceField(label=_("Assessor"), queryset=None, empty_label=_("Choose"))
    employer_name = forms.CharField(label=_("Employer"), required=False, max_length=80)
    employer_number = forms.CharField(label=_("Business registration number of the employer"), required=False, max_length=12,
                                      widget=forms.TextInput(attrs={"inputmode": "numeric"}))

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["user"].queryset = assessors_outside_pool(actor)
