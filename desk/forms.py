"""What staff type at the desk: what they look for, and reasons."""
from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from certification.models.round import closing_time_of, last_day_before
from core.file_names import extension_of
from core.file_types import size_of
from core.forms import HouseForm, MomentField, UploadField
from core.tables import MAX_BYTES, MAX_ROWS
from core.wording import day_in_words
from panels.queries import assessors_outside_pool
from panels.queries.pool import AWAY, LAPSED, OLD, READY, UNSIGNED
from providers.models import ServiceType
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


def arrival_field():
    return MomentField(label=_("When the paper arrived"), help_text=_("As its stamp says, in Seoul time. This moment decides whether the "
                                                                      "application is in time, not when it is entered."))


def period_in_words(round, provider):
    """Until when applications are in time."""
    closes_at = round.closes_for(provider)
    return _("until %(day)s %(time)s") % {"day": day_in_words(last_day_before(closes_at)), "time": closing_time_of(closes_at)}


class PaperArrivalForm(HouseForm):
    """When the paper of an application really came."""

    arrived_at = arrival_field()


class PaperApplicationForm(HouseForm):
    """One service at one site in one round, and when the paper came."""

    what = forms.ChoiceField(label=_("What is applied for"), widget=forms.RadioSelect)
    arrived_at = arrival_field()

    def __init__(self, *args, choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.pairs = {f"{round.public_id} {offering.public_id}": (round, offering) for round, offering in choices}
        self.fields["what"].choices = [
            (key, f"{offering.service_type}, {offering.site.name} ({round}, {period_in_words(round, offering.site.provider)})")
            for key, (round, offering) in self.pairs.items()]

    @property
    def chosen(self):
        return self.pairs[self.cleaned_data["what"]]


class PoolSearchForm(HouseForm):
    """The pool's search and filters, from the address."""

    q = forms.CharField(label=_("Name or employer"), required=False, max_length=80)
    service = forms.ModelChoiceField(label=_("Service"), queryset=ServiceType.objects.order_by("position", "code"), required=False,
                                     empty_label=_("All"))
    district = forms.ChoiceField(label=_("District"), required=False)
    state = forms.ChoiceField(label=_("Can they be asked?"), required=False, choices=[
        ("", _("All")), (READY, _("Can be asked")), (UNSIGNED, _("pledge not signed")), (OLD, _("pledge older than a year")),
        (LAPSED, _("qualification expired")), (AWAY, _("not available today"))])

    def __init__(self, *args, districts, **kwargs):
        super().__init__(*args, **kwargs)
        self.districts = {str(district.pk): district for district in districts}
        self.fields["district"].choices = [("", _("All")), *((key, str(district)) for key, district in self.districts.items())]

    def wanted(self):
        self.is_valid()
        found = self.cleaned_data
        return {"words": found.get("q", ""), "service": found.get("service"), "district": self.districts.get(found.get("district")),
                "state": found.get("state", "")}


class PoolForm(HouseForm):
    """An assessor who is not in the pool yet, and by whom they are employed."""

    user = forms.ModelChoiceField(label=_("Assessor"), queryset=None, empty_label=_("Choose"))
    employer_name = forms.CharField(label=_("Employer"), required=False, max_length=80)
    employer_number = forms.CharField(label=_("Business registration number of the employer"), required=False, max_length=12,
                                      widget=forms.TextInput(attrs={"inputmode": "numeric"}))

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["user"].queryset = assessors_outside_pool(actor)


class ImportForm(HouseForm):
    """A filled-in template; for certificates a ZIP of scans beside it."""

    file = UploadField(label=_("Filled-in template"))
    scans = forms.FileField(label=_("Scans of the certificates"), required=False, widget=forms.FileInput(attrs={"accept": ".zip"}),
                            help_text=_("A ZIP of PDFs, each named by the number of its certificate. May stay empty."))

    def __init__(self, *args, with_scans, **kwargs):
        super().__init__(*args, **kwargs)
        file = self.fields["file"]
        file.help_text = _("A spreadsheet (.xlsx) of up to %(rows)s rows and %(megabytes)s MB.") % {
            "rows": f"{MAX_ROWS:,}", "megabytes": MAX_BYTES // (1024 * 1024)}
        file.widget.attrs["accept"] = ".xlsx"
        if not with_scans:
            del self.fields["scans"]

    def clean_file(self):
        file = self.cleaned_data["file"]
        if extension_of(file.name) != "xlsx":
            raise forms.ValidationError(_("This is no spreadsheet of the kind that is read here. "
                                          "Save it as .xlsx (Excel workbook) and choose it again."))
        if size_of(file) > MAX_BYTES:
            raise forms.ValidationError(_("This file is larger than %(limit)s MB. Divide it into several files.") % {
                "limit": MAX_BYTES // (1024 * 1024)})
        return file

    def clean_scans(self):
        scans = self.cleaned_data["scans"]
        if scans and size_of(scans) > settings.FILE_LIMIT:
            raise forms.ValidationError(_("This file is larger than %(limit)s MB. Divide it into several files.") % {
                "limit": settings.FILE_LIMIT // (1024 * 1024)})
        return scans


class RescueForm(HouseForm):
    file = forms.FileField(label=_("Rescue file"), help_text=_("Its name ends in .poom-rescue."))
