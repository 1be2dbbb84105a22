"""What is typed about grants and good cases."""
from django import forms
from django.utils.translation import gettext_lazy as _

from aftercare.models import Grant
from core.forms import DayField, HouseForm, UploadField

FILES = ("file_1", "file_2", "file_3")


class GrantForm(HouseForm):
    """`certificates`: those that may be named, read behind the door."""

    certificate = forms.ChoiceField(label=_("Provider that it was given to"))
    kind = forms.ChoiceField(label=_("Kind"), choices=Grant.Kind.choices)
    given_on = DayField(label=_("Given on"))
    amount = forms.IntegerField(label=_("Amount in won"), required=False, min_value=0, max_value=10**12)
    words = forms.CharField(label=_("What was given"), required=False, max_length=300, help_text=_("An amount, or words, or both."))
    decided_by = forms.CharField(label=_("Decided by"), max_length=100, help_text=_("A body or a person, as the record has it."))

    def __init__(self, *args, certificates, **kwargs):
        super().__init__(*args, **kwargs)
        self.certificates = {str(one.public_id): one for one in certificates}
        self.fields["certificate"].choices = [("", _("Choose")), *((key, f"{one.provider_name}, {one.site_name} ({one.number_shown})")
                                                                   for key, one in self.certificates.items())]

    def facts(self):
        certificate = self.certificates[self.cleaned_data["certificate"]]
        return self.cleaned_data | {"certificate": certificate, "provider": certificate.provider}


class ReasonForm(HouseForm):
    reason = forms.CharField(label=_("Reason"), max_length=300)


class ExportForm(HouseForm):
    prefix = "export"
    reason = forms.CharField(label=_("What the list is for"), max_length=200, help_text=_("It stands in the access log and in the record."))


class NominationForm(HouseForm):
    title = forms.CharField(label=_("Title"), max_length=120)
    words = forms.CharField(label=_("What was done, and what came of it"), max_length=6000, widget=forms.Textarea(attrs={"rows": 8}))
    file_1 = UploadField(label=_("Picture or paper"), required=False)
    file_2 = UploadField(label=_("Another one"), required=False)
    file_3 = UploadField(label=_("And another one"), required=False)
    may_publish = forms.BooleanField(label=_("We agree that it is published with our name"), required=False,
                                     help_text=_("You can take this back as long as it is not published."))

    def __init__(self, *args, by_desk=False, **kwargs):
        super().__init__(*args, **kwargs)
        if by_desk:
            del self.fields["may_publish"]

    def facts(self):
        said = self.cleaned_data
        return {"title": said["title"], "words": said["words"], "may_publish": said.get("may_publish", False),
                "uploads": [said[name] for name in FILES if said.get(name)]}


class NominationAnswerForm(HouseForm):
    answer = forms.CharField(label=_("Words for the provider"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))
