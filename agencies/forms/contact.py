"""A line of the contact book, and what is looked for in it."""
from django import forms
from django.utils.translation import gettext_lazy as _

from accounts import directory
from agencies.models import Contact
from agencies.workflow.contact import FACTS
from core.forms import HouseForm
from providers.forms.fields import phone_field

YES, NO = _("yes"), _("no")


class FindContactForm(HouseForm):
    """From the address; what makes no sense there is left out."""

    q = forms.CharField(label=_("Name or tasks"), required=False, max_length=80)
    function = forms.ChoiceField(label=_("Field of work"), required=False, choices=[("", _("All")), *Contact.Function.choices])
    agency = forms.ChoiceField(label=_("Agency"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        open_now = [(one.slug, one.name) for one in directory.agencies() if not one.is_closed]
        self.fields["agency"].choices = [("", _("All")), *open_now]

    def wanted(self):
        self.is_valid()
        found = self.cleaned_data
        return {"words": found.get("q", ""), "function": found.get("function", ""), "agency": found.get("agency", "")}


class ContactForm(HouseForm):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    function = forms.ChoiceField(label=_("Field of work"), choices=Contact.Function.choices)
    duty_ko = forms.CharField(label=_("Tasks in Korean"), max_length=120, help_text=_("In a few words, as somebody would look for it."))
    duty_en = forms.CharField(label=_("Tasks in English"), max_length=160, required=False)
    name = forms.CharField(label=_("Name of the person"), max_length=60)
    position_ko = forms.CharField(label=_("Position in Korean"), max_length=60, required=False)
    position_en = forms.CharField(label=_("Position in English"), max_length=80, required=False)
    phone = phone_field(required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)
    is_public = forms.BooleanField(label=_("Citizens see this line on our public page"), required=False,
                                   help_text=_("Otherwise only staff of the agencies read it."))

    def __init__(self, *args, contact=None, **kwargs):
        stands = {name: getattr(contact, name) for name in ("version", *FACTS)} if contact else None
        super().__init__(*args, initial=stands, **kwargs)

    def facts(self):
        return {name: self.cleaned_data[name] for name in FACTS}

    def newer_in(self, contact):
        """[(label, what the line says)] where it differs from what was typed over an older one; [] where nobody else has changed it.

        From then on the form counts as one whose writer has seen it.
        """
        if not self.is_bound or self.data.get("version") == str(contact.version):
            return []
        self.is_valid()
        self.data = self.data.copy()
        self.data["version"] = contact.version
        typed = {name: self.cleaned_data.get(name) for name in FACTS}
        says = {"function": contact.get_function_display(), "phone": contact.phone_shown, "is_public": YES if contact.is_public else NO}
        return [(self[name].label, says.get(name, getattr(contact, name))) for name in FACTS if typed[name] != getattr(contact, name)]
