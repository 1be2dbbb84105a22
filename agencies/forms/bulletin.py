"""What a bulletin says and to whom it goes; what a correction changes; why one is withdrawn."""
from django import forms
from django.utils.translation import gettext_lazy as _

from accounts import directory
from agencies.models.bulletin import ADDRESSED_ROLES
from agencies.workflow.addressing import Addressees
from agencies.workflow.bulletin import WORDS
from core.forms import DayField, HouseForm, UploadField
from core.tenancy import current_agency_id
from panels.models import Body


class WordsForm(HouseForm):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    title_ko = forms.CharField(label=_("Title in Korean"), max_length=120)
    text_ko = forms.CharField(label=_("Text in Korean"), max_length=8000, widget=forms.Textarea(attrs={"rows": 10}))
    title_en = forms.CharField(label=_("Title in English"), max_length=160, required=False)
    text_en = forms.CharField(label=_("Text in English"), max_length=8000, required=False, widget=forms.Textarea(attrs={"rows": 5}),
                              help_text=_("Without it, English pages show the Korean text."))
    confirm_by = DayField(label=_("Please confirm by"), required=False,
                          help_text=_("Leave it empty if reading is enough. With a day, each reader presses “I have read and understood "
                                      "it”, and whoever has not is reminded three days and one day before."))

    def words(self):
        return {name: self.cleaned_data[name] for name in WORDS}


class BulletinForm(WordsForm):
    all_agencies = forms.BooleanField(label=_("All agencies (without the Central institute)"), required=False)
    agencies = forms.MultipleChoiceField(label=_("Or these agencies"), required=False, widget=forms.CheckboxSelectMultiple)
    all_staff = forms.BooleanField(label=_("All staff of these agencies"), required=False)
    roles = forms.MultipleChoiceField(label=_("Or staff with these roles"), required=False, widget=forms.CheckboxSelectMultiple,
                                      choices=[(role.value, role.label) for role in ADDRESSED_ROLES])
    bodies = forms.MultipleChoiceField(label=_("Members of consultative bodies"), required=False, widget=forms.CheckboxSelectMultiple,
                                       help_text=_("Whoever holds a seat today, at the agency where they work."))

    def __init__(self, *args, actor, bulletin=None, to=None, **kwargs):
        if bulletin:
            kwargs["initial"] = {name: getattr(bulletin, name) for name in ("version", *WORDS)} | {
                "all_agencies": to.all_agencies, "agencies": [one.slug for one in to.agencies], "all_staff": to.all_staff,
                "roles": to.roles, "bodies": [str(one.public_id) for one in to.bodies]}
        super().__init__(*args, **kwargs)
        self.open_now = {one.slug: one for one in directory.agencies() if not one.is_closed}
        self.fields["agencies"].choices = [(slug, one.name) for slug, one in self.open_now.items()]
        rows = Body.objects.visible_to(actor).filter(agency=current_agency_id()).order_by("name_ko", "pk")
        self.own_bodies = {str(one.public_id): one for one in rows}
        self.fields["bodies"].choices = [(key, one.name) for key, one in self.own_bodies.items()]

    def to(self):
        said = self.cleaned_data
        return Addressees(all_agencies=said["all_agencies"], agencies=[self.open_now[slug] for slug in said["agencies"]],
                          all_staff=said["all_staff"], roles=said["roles"], bodies=[self.own_bodies[key] for key in said["bodies"]])


class CorrectionForm(WordsForm):
    change_ko = forms.CharField(label=_("What has changed, in Korean"), max_length=300, help_text=_("Every reader is told in these words."))
    change_en = forms.CharField(label=_("What has changed, in English"), max_length=300, required=False)
    upload = UploadField(label=_("Add a file"), required=False)

    field_order = ["version", "change_ko", "change_en", "title_ko", "text_ko", "title_en", "text_en", "confirm_by", "taken_out", "upload"]

    def __init__(self, *args, bulletin, files, **kwargs):
        super().__init__(*args, initial={name: getattr(bulletin, name) for name in ("version", *WORDS)}, **kwargs)
        self.standing = {str(one.public_id): one for one in files}
        if self.standing:
            self.fields["taken_out"] = forms.MultipleChoiceField(
                label=_("Files that no longer belong to it"), required=False, widget=forms.CheckboxSelectMultiple,
                choices=[(key, one.name) for key, one in self.standing.items()])
        self.order_fields(self.field_order)

    def facts(self):
        said = self.cleaned_data
        return self.words() | {"change_ko": said["change_ko"], "change_en": said["change_en"], "upload": said["upload"],
                               "taken_out": [self.standing[key] for key in said.get("taken_out", ())]}


class ReasonForm(HouseForm):
    reason = forms.CharField(label=_("Reason"), max_length=300, help_text=_("It is shown to everybody who comes to it."))


class FileForm(HouseForm):
    file = UploadField(label=_("File"))
