"""What a citizen tells, and finds again by the code; what the provider answers."""
from django import forms
from django.conf import settings
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts import limits
from accounts.forms import HOUR
from aftercare.models import Complaint
from aftercare.models.complaint import WORDS
from aftercare.queries.complaint import complaint_by_code
from aftercare.receipt import code_of, is_token, new_token, place_of
from aftercare.workflow.complaint import FILES_AT_ONCE
from core import clock
from core.errors import Refused, Unavailable
from core.file_names import clean_name
from core.file_types import ALLOWED, inspect
from core.forms import HouseForm
from core.tenancy import current_agency_id


class SeveralFiles(forms.ClearableFileInput):
    allow_multiple_selected = True

    def value_from_datadict(self, data, files, name):
        return files.getlist(name)


class FilesField(forms.FileField):
    """Up to ten at once. How many is asked here; what they are the form asks once everything else is right (`looked_into`)."""

    def __init__(self, **kwargs):
        hint = format_lazy(gettext_lazy(
            "Up to {most} files of {megabytes} MB each: {types}. The name of a file is seen only by the officer."),
            most=FILES_AT_ONCE, megabytes=settings.FILE_LIMIT // (1024 * 1024), types=", ".join(ALLOWED))
        super().__init__(**{"required": False, "widget": SeveralFiles, "help_text": hint} | kwargs)
        self.widget.attrs["accept"] = ",".join(f".{extension}" for extension in (*ALLOWED, "jpeg"))

    def clean(self, uploads, initial=None):
        if len(uploads or ()) > FILES_AT_ONCE:
            raise forms.ValidationError(
                _("At most %(most)d files at once; %(count)d were chosen. Leave out what is not needed.")
                % {"most": FILES_AT_ONCE, "count": len(uploads)})
        return list(uploads or ())


def looked_into(form, name="files"):
    """Each file that will not do gets its own sentence beside the question."""
    for upload in form.cleaned_data.get(name) or ():
        try:
            inspect(upload, clean_name(upload.name or ""))
        except Refused as refusal:
            form.add_error(name, f"{clean_name(upload.name or '')[:80]}: {refusal}")
    if name in form.errors:
        form.add_error(name, _("A browser forgets the files of a page that comes back: please choose all of them again."))


def count_try(kind, *limits_of):
    """A place in each counter, or a sentence above the form. `limits_of`: (key, how many an hour)."""
    try:
        free = all(limits.reserve(f"{kind}:{key}", limit, HOUR) for key, limit in limits_of)
    except Unavailable:
        raise forms.ValidationError(
            _("This cannot be received for a moment because a part of the system does not answer. What you wrote is still here: please "
              "try again in a few minutes, or call the agency.")) from None
    if not free:
        raise forms.ValidationError(
            _("Very much arrives just now, from your connection or in all. What you wrote is still here: please try again in an hour, or "
              "call the agency."))


class ComplaintForm(HouseForm):
    """Everything but what happened may stay empty. `entry`: the certificate that it is about, or None for misuse of the mark."""

    own_numbers = ("token",)

    token = forms.CharField(widget=forms.HiddenInput, required=False, max_length=200)
    website = forms.CharField(required=False, max_length=200, label=gettext_lazy("Leave this empty"),
                              widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}))
    accused = forms.CharField(label=gettext_lazy("Who uses the mark, and where did you see it?"), max_length=200,
                              help_text=gettext_lazy("A name, an address, or where on the internet."))
    category = forms.ChoiceField(label=gettext_lazy("What is it about?"), choices=Complaint.Category.choices, widget=forms.RadioSelect)
    words = forms.CharField(label=gettext_lazy("What happened?"), max_length=WORDS, widget=forms.Textarea(attrs={"rows": 8}),
                            help_text=gettext_lazy("In your own words. Leave out what would show who you are, unless you want it known "
                                                   "to us."))
    occurred = forms.CharField(label=gettext_lazy("When was it?"), required=False, max_length=120,
                               help_text=gettext_lazy("As well as you remember: a day, a month, “every week”."))
    files = FilesField(label=gettext_lazy("Photos or documents, if you have any"))
    name = forms.CharField(label=gettext_lazy("Your name, if you want to give it"), required=False, max_length=60,
                           widget=forms.TextInput(attrs={"autocomplete": "name"}))
    contact = forms.CharField(label=gettext_lazy("E-mail or telephone, if we may reach you"), required=False, max_length=120,
                              help_text=gettext_lazy("Only for the answer and for questions about it."),
                              widget=forms.TextInput(attrs={"autocomplete": "email"}))
    consents = forms.BooleanField(required=False, label=gettext_lazy(
        "I agree that the agency keeps my name and my contact to look into this and to answer."))

    def __init__(self, *args, entry=None, peer="", **kwargs):
        super().__init__(*args, **kwargs)
        self.entry, self.peer = entry, peer
        if not self.is_bound:
            self.initial["token"] = new_token()
        for name in ("accused",) if entry else ("category",):
            del self.fields[name]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("website"):
            self.put("website", "")
            self.add_error(None, _("The field that nobody sees must stay empty. If a program fills in forms for you, switch it off "
                                   "here."))
        if not is_token(cleaned.get("token") or ""):
            self.put("token", new_token())
            self.add_error(None, _("This page was open for more than a day. What you wrote is still here: please send it once more."))
        if (cleaned.get("name") or cleaned.get("contact")) and not cleaned.get("consents"):
            self.add_error("consents", _("Without your agreement we may not keep name and contact. Tick here, or leave both empty."))
        if not self.errors:
            here, day = current_agency_id(), clock.today()
            count_try("complaint", (f"{here}:{place_of(self.peer, day)}", settings.COMPLAINT_LIMIT), (here, settings.COMPLAINT_LIMIT_ALL))
            looked_into(self)
        return cleaned

    def put(self, name, value):
        """What the page that comes back holds there."""
        self.data = self.data.copy()
        self.data[self.add_prefix(name)] = value

    def facts(self):
        """As `receive_complaint` takes them."""
        said = self.cleaned_data
        about = {"category": said["category"]} if self.entry else {"category": Complaint.Category.MARK, "accused": said["accused"]}
        files = [(upload.name, upload.size) for upload in said["files"]]
        whom = self.entry.number if self.entry else said["accused"]
        return {"entry": self.entry, "facts": {**about, "words": said["words"], "occurred": said["occurred"]},
                "name": said["name"], "contact": said["contact"], "uploads": said["files"],
                "code": code_of(said["token"], whom, about["category"], said["words"], said["occurred"], said["name"], said["contact"],
                                files)}


class CodeForm(HouseForm):
    """Wrong codes are counted by place; the right one opens the complaint (`complaint`)."""

    code = forms.CharField(label=gettext_lazy("Receipt code"), max_length=40, widget=forms.TextInput(attrs={
        "autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
        help_text=gettext_lazy("Thirteen letters and figures, as the page showed them to you when you told us."))

    def __init__(self, *args, peer="", **kwargs):
        super().__init__(*args, **kwargs)
        self.peer, self.complaint = peer, None

    def clean_code(self):
        place = f"{current_agency_id()}:{place_of(self.peer, clock.today())}"
        count_try("complaint-code", (place, settings.COMPLAINT_CODE_LIMIT))
        self.complaint = complaint_by_code(self.cleaned_data["code"])
        if self.complaint is None:
            raise forms.ValidationError(_("No report is found under this code at this agency. Compare it letter by letter; letters and "
                                          "figures that look alike do not matter."))
        limits.forget(f"complaint-code:{place}")
        return self.cleaned_data["code"]


class AddForm(HouseForm):
    text = forms.CharField(label=gettext_lazy("What do you want to add?"), max_length=WORDS, widget=forms.Textarea(attrs={"rows": 5}))
    files = FilesField(label=gettext_lazy("Photos or documents, if you have any"))

    def __init__(self, *args, peer="", **kwargs):
        super().__init__(*args, **kwargs)
        self.peer = peer

    def clean(self):
        cleaned = super().clean()
        if not self.errors:
            place = f"{current_agency_id()}:{place_of(self.peer, clock.today())}"
            count_try("complaint", (place, settings.COMPLAINT_LIMIT), (current_agency_id(), settings.COMPLAINT_LIMIT_ALL))
            looked_into(self)
        return cleaned

    def facts(self):
        return {"text": self.cleaned_data["text"], "uploads": self.cleaned_data["files"]}


class InquiryForm(HouseForm):
    answer = forms.CharField(label=gettext_lazy("Answer"), max_length=WORDS, widget=forms.Textarea(attrs={"rows": 8}))
    files = FilesField(label=gettext_lazy("Documents that show it"),
                       help_text=gettext_lazy("Up to ten. They are kept in your library, too."))

    def clean(self):
        cleaned = super().clean()
        if not self.errors:
            looked_into(self)
        return cleaned

    def facts(self):
        return {"answer": self.cleaned_data["answer"], "uploads": self.cleaned_data["files"]}
