"""Who takes over the cases of an assessor: one for all, another for this or that case, and which cases go at all."""
from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import HouseForm
from evaluations.queries import cases_in_hand, stays
from panels.queries import pool_members


class HandOverForm(HouseForm):
    """`cases` [(assignment, its box, its choice)]; `staying`: how many are not offered; `wanted()` what was chosen."""

    successor = forms.TypedChoiceField(label=_("Who takes them over"), required=False, empty_value=None)
    reason = forms.CharField(label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2}), initial="",
                             help_text=_("It stands in the substitution log of each case."))

    def __init__(self, *args, actor, user, **kwargs):
        super().__init__(*args, **kwargs)
        members = {str(one.public_id): one for one in pool_members(actor).exclude(user=user)}
        names = [(key, str(one)) for key, one in members.items()]
        self.fields["successor"].choices = [("", _("Choose")), *names]
        self.fields["successor"].coerce = members.get
        rows = list(cases_in_hand(actor, user))
        self.in_hand = [one for one in rows if not stays(one)]
        self.staying = len(rows) - len(self.in_hand)
        for one in self.in_hand:
            case = str(one.application)
            self.fields[f"take-{one.public_id}"] = forms.BooleanField(label=case, required=False, initial=True)
            self.fields[f"to-{one.public_id}"] = forms.TypedChoiceField(
                label=case, required=False, empty_value=None, coerce=members.get, choices=[("", _("as above")), *names],
                widget=forms.Select(attrs={"aria-label": case}))

    @property
    def cases(self):
        return [(one, self[f"take-{one.public_id}"], self[f"to-{one.public_id}"]) for one in self.in_hand]

    def wanted(self):
        """[(assignment, member or None)] of those that are ticked."""
        said = self.cleaned_data
        ticked = [one for one in self.in_hand if said.get(f"take-{one.public_id}")]
        return [(one, said.get(f"to-{one.public_id}") or said.get("successor")) for one in ticked]
