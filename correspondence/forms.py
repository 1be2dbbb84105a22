"""An agency's text of a message: what may be put in, refused while it is written."""
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from core.forms import AgencyAware
from correspondence.events import every_event, find_event
from correspondence.models import TemplateText
from correspondence.placeholders import problem_of_text


def choices_of_events():
    """Each event by the subject line that the house gives it."""
    language = "en" if get_language() == "en" else "ko"
    return sorted(((event.name, event.text(language)[0]) for event in every_event()), key=lambda choice: choice[1])


class TemplateTextForm(AgencyAware):
    event = forms.ChoiceField(label=_("Event"), choices=choices_of_events)

    class Meta:
        model = TemplateText
        fields = ["event", "language", "subject", "body"]
        widgets = {"body": forms.Textarea(attrs={"rows": 12})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in {"event", "language"} & set(self.fields):   # those who only read are shown no fields
            self.fields[name].disabled = bool(self.instance.pk)     # a new version is of the same text
        name = self.data.get("event") or self.initial.get("event")
        if "body" in self.fields and name in dict(choices_of_events()):
            may_stand = " ".join(f"{{{one}}}" for one in find_event(name).may_stand)
            self.fields["body"].help_text = _("You may use: %(known)s") % {"known": may_stand}

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("event"):
            problem = problem_of_text(find_event(cleaned["event"]), cleaned.get("subject") or "", cleaned.get("body") or "")
            if problem:
                raise ValidationError(problem)
        return cleaned
