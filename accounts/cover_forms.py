"""What is asked to name a delegate."""
from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Role, User
from accounts.models.covers import COVERABLE
from accounts.permissions import covers_others
from accounts.queries import who_may_cover
from core.forms import DayField, HouseForm


class CoverForm(HouseForm):
    """For oneself; a manager, a director and an administrator also for somebody who is away."""

    covered = forms.ModelChoiceField(label=_("Who is away"), queryset=User.objects.none(), empty_label=None)
    delegate = forms.ModelChoiceField(label=_("Who acts in their place"), queryset=User.objects.none(), empty_label=_("Choose"))
    roles = forms.MultipleChoiceField(label=_("With which roles"), widget=forms.CheckboxSelectMultiple,
                                      choices=[(role.value, role.label) for role in COVERABLE])
    from_on = DayField(label=_("First day"))
    to_on = DayField(label=_("Last day"), help_text=_("At most 60 days. It ends by itself after this day."))

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        staff = who_may_cover()
        self.fields["delegate"].queryset = staff
        self.fields["covered"].queryset = staff if covers_others(actor) else staff.filter(pk=actor.user.pk)
        self.fields["covered"].initial = actor.user.pk
        self.fields["roles"].initial = [role for role in actor.roles if role in COVERABLE]
        if not covers_others(actor):
            self.fields["roles"].choices = [(role.value, role.label) for role in COVERABLE if actor.has(role)]
            self.fields["covered"].widget = forms.HiddenInput()
        self.fields["roles"].choices = [(key, Role(key).label) for key, _label in self.fields["roles"].choices]
