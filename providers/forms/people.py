"""Colleagues, roles and requests to join, as clean values."""
from django import forms
from django.conf import settings
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from accounts.forms import CountedForm
from core.forms import HouseForm
from providers import business_number
from providers.forms.fields import DigitsField
from providers.models import ProviderMember
from providers.workflow.invitation import GIVEN

WHAT_THEY_DO = {
    ProviderMember.Role.OWNER: _("decides about people, writes, hands in and withdraws"),
    ProviderMember.Role.EDITOR: _("writes and hands in"),
    ProviderMember.Role.VIEWER: _("only reads"),
}


def role_field(roles):
    """Each role with what it may do."""
    choices = [(role, format_lazy("{role}: {may}", role=role.label, may=WHAT_THEY_DO[role])) for role in roles]
    return forms.ChoiceField(label=_("Role"), choices=choices, widget=forms.RadioSelect)


class InviteColleagueForm(CountedForm, HouseForm):
    counted_as = "colleague"

    email = forms.EmailField(label=_("E-mail of your colleague"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "off"}))
    role = role_field(GIVEN)
    language = forms.ChoiceField(label=_("Language of the message"), choices=settings.LANGUAGES)


class MemberRoleForm(HouseForm):
    role = role_field(ProviderMember.Role)


class AcceptJoinForm(HouseForm):
    role = role_field(GIVEN)


class JoinForm(HouseForm):
    business_number = DigitsField(business_number, label=_("Business registration number"),
                                  widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}))
    words = forms.CharField(label=_("Who you are and what you do there"), max_length=300, required=False,
                            widget=forms.Textarea(attrs={"rows": 3}), help_text=_("The owner reads this. May stay empty."))
