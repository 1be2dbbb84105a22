"""What is typed of an improvement plan, of its checks, and about its items."""
from django import forms
from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _

from agencies.models import Progress
from agencies.queries.people import writers_and_director
from core.forms import DayField, HouseForm, UploadField


def words(label, rows, most, hint=""):
    """What is missing the workflow says beside it."""
    return forms.CharField(label=label, required=False, max_length=most, help_text=hint, widget=forms.Textarea(attrs={"rows": rows}))


class ItemForm(HouseForm):
    version = forms.IntegerField(widget=forms.HiddenInput)
    measure = words(_("Measure"), 5, 2000, _("What is done so that this indicator becomes better."))
    responsible = forms.CharField(label=_("Responsible department or person"), required=False, max_length=120)
    responsible_user = forms.ModelChoiceField(label=_("Responsible member of staff"), queryset=get_user_model().objects.none(),
                                              required=False, empty_label=_("Nobody in particular"))
    due_on = DayField(label=_("To be done by"), required=False)
    expected = words(_("Expected result"), 3, 2000, _("By what one will see that it worked."))

    def __init__(self, *args, item, last_day, **kwargs):
        stands = {name: getattr(item, name) for name in ("measure", "responsible", "responsible_user", "due_on", "expected", "version")}
        super().__init__(*args, initial=stands, **kwargs)
        self.fields["responsible_user"].queryset = writers_and_director(item).select_related("person")
        self.fields["due_on"].widget.attrs["max"] = last_day.isoformat()

    def facts(self):
        said = self.cleaned_data
        return {"base_version": said["version"],
                "facts": {name: said[name] for name in ("measure", "responsible", "responsible_user", "due_on", "expected")}}


class AddItemForm(HouseForm):
    indicator = forms.ModelChoiceField(label=_("Indicator"), queryset=None, to_field_name="public_id", empty_label=_("Choose an indicator"))

    def __init__(self, *args, indicators, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["indicator"].queryset = indicators


class ApprovePlanForm(HouseForm):
    seen = forms.CharField(widget=forms.HiddenInput)
    has_read = forms.BooleanField(label=_("I have read the plan and approve it for our agency."))


class ProgressForm(HouseForm):
    version = forms.IntegerField(widget=forms.HiddenInput)
    state = forms.ChoiceField(label=_("State of the item"), choices=Progress.State.choices, required=False, widget=forms.RadioSelect)
    text = words(_("What was done"), 6, 4000, _("Where nothing was begun: why, and when it will be."))
    file = UploadField(label=_("Evidence"), required=False)

    def facts(self):
        said = self.cleaned_data
        return {"state": said["state"], "text": said["text"], "base_version": said["version"]}


class CheckForm(HouseForm):
    due_on = DayField(label=_("Progress reported by"))


class RemarkForm(HouseForm):
    text = words(_("Your remark"), 4, 2000, _("The agency reads it."))


class ClosePlanForm(HouseForm):
    words = words(_("Why it is closed"), 3, 2000, _("The agency reads it."))
