"""What a manager types to lead a case out of its stage: always a reason, for a longer period its last day."""
from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import DayField, HouseForm


def reason(words):
    return forms.CharField(label=_("Reason"), max_length=1000, help_text=words, widget=forms.Textarea(attrs={"rows": 3}))


class ReopenForm(HouseForm):
    prefix = "reopen"
    reason = reason(_("Officers, assessors and the provider read this as it stands."))


class SetAsideForm(HouseForm):
    prefix = "reopen"
    reason = reason(_("Officers and assessors read this as it stands. The provider is not told."))


class ExtendPeriodForm(HouseForm):
    prefix = "period"
    to = DayField(label=_("New last day"))
    reason = reason(_("Whoever the period is for reads this as it stands; so does the provider on its page."))


class WithdrawOnRequestForm(HouseForm):
    prefix = "withdraw"
    reason = reason(_("When and how the provider asked for it, and why. The provider reads this as it stands."))
