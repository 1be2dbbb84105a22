"""What is typed of attendance: a code, a moment, a paper sheet, a correction."""
from datetime import datetime, timedelta

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import clock
from core.forms import HouseForm
from training.class_codes import plain_code
from training.presence import BEFORE, day_of, last_day_of
from training.workflow.attendance import longer


class CodeForm(HouseForm):
    """In any letters and groups."""

    code = forms.CharField(label=gettext_lazy("Code on the screen"), max_length=20,
                           help_text=gettext_lazy("Eight letters and digits. A code holds for 30 seconds."),
                           widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}))

    def clean_code(self):
        return plain_code(self.cleaned_data["code"])


class MomentOfClassForm(HouseForm):
    """Who came or left at another time than now."""

    at = forms.TimeField(label=gettext_lazy("Time"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))

    def moment_in(self, class_session):
        """On the day of the class, in Seoul."""
        moment = datetime.combine(day_of(class_session), self.cleaned_data["at"], clock.SEOUL)
        is_after_midnight = moment < class_session.starts_at - BEFORE and day_of(class_session) < last_day_of(class_session)
        return moment + timedelta(days=1) if is_after_midnight else moment


class PaperSheetForm(HouseForm):
    """Minutes of all people of a class; an empty line says nothing about its person."""

    def __init__(self, *args, class_session, people, known, **kwargs):
        super().__init__(*args, **kwargs)
        self.class_session, self.people = class_session, {self.name_of(one): one for one in people}
        for name, one in self.people.items():
            said = known[one.pk][class_session.pk]
            self.fields[name] = forms.IntegerField(
                label=one.name, required=False, min_value=0, initial=said.minutes if said.source else None,
                widget=forms.NumberInput(attrs={"inputmode": "numeric", "max": class_session.minutes}))

    @staticmethod
    def name_of(enrolment):
        return f"minutes_{enrolment.public_id.hex}"

    def clean(self):
        said = super().clean()
        for name, one in self.people.items():
            if (said.get(name) or 0) > self.class_session.minutes:
                self.add_error(name, longer(self.class_session) % {"name": one.name})
        return said

    def minutes(self):
        """{enrolment: minutes} of whose line was filled in."""
        return {one: self.cleaned_data[name] for name, one in self.people.items() if self.cleaned_data.get(name) is not None}

    def lines(self):
        return [(one, self[name]) for name, one in self.people.items()]


class CorrectionForm(HouseForm):
    class_session = forms.ChoiceField(label=gettext_lazy("Class"))
    minutes = forms.IntegerField(label=gettext_lazy("Minutes attended"), min_value=0,
                                 widget=forms.NumberInput(attrs={"inputmode": "numeric"}))
    reason = forms.CharField(label=gettext_lazy("Reason of the correction"), max_length=300,
                             help_text=gettext_lazy("The participant reads it."))

    def __init__(self, *args, classes, **kwargs):
        super().__init__(*args, **kwargs)
        self.classes = {str(one.public_id): one for one in classes}
        self.fields["class_session"].choices = [
            (key, _("%(class)s (%(minutes)d minutes)") % {"class": one, "minutes": one.minutes}) for key, one in self.classes.items()]

    def clean_class_session(self):
        return self.classes[self.cleaned_data["class_session"]]
