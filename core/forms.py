"""Forms whose choices come through the door, whose uniqueness counts the agency, and that open filled after an expired session."""
from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ImproperlyConfigured
from django.forms.models import ModelFormMetaclass
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from core.errors import Refused
from core.file_names import clean_name
from core.file_types import ALLOWED, inspect
from core.tenancy import TenantRow
from core.typed import composed, refuse_invisible, refuse_invisible_in_lines, refuse_personal_numbers


def narrow(field, actor):
    """A choice field offers only what the actor may see; of people, those who belong to this agency."""
    rows = getattr(field, "queryset", None)
    if rows is not None and issubclass(rows.model, TenantRow):
        field.queryset = rows.model.objects.visible_to(actor)
    elif rows is not None and hasattr(rows.model, "offered_here"):
        field.queryset = rows.model.offered_here()


def filled(request):
    """What was typed: the post, or on GET a post that was kept when the session had ended; None for an empty form."""
    return request.POST if request.method == "POST" else getattr(request, "kept_form", None)


def watch_words(form):
    """Every text of the form is refused if something in it cannot be seen, or if it holds a resident registration number.

    A form names in `own_numbers` the fields whose meaning is a number of that shape.
    """
    for name, field in form.fields.items():
        if isinstance(field, forms.CharField) and not isinstance(field, (forms.UUIDField, forms.JSONField)):     # no texts
            lines = isinstance(field.widget, forms.Textarea)
            field.validators = [*field.validators, refuse_invisible_in_lines if lines else refuse_invisible]
            if name not in getattr(form, "own_numbers", ()):
                field.validators.append(refuse_personal_numbers)


def compose_words(values):
    return {name: composed(value) if isinstance(value, str) else value for name, value in values.items()}


class MomentField(forms.DateTimeField):
    """A day and a time on a clock in Seoul."""

    def __init__(self, **kwargs):
        widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        super().__init__(**{"widget": widget, "help_text": _("Seoul time.")} | kwargs)


def day_input():
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class DayField(forms.DateField):
    """A day of the calendar."""

    def __init__(self, **kwargs):
        super().__init__(**{"widget": day_input()} | kwargs)


class UploadField(forms.FileField):
    """A file that is looked into with the rest of the form, so that what is wrong with it stands beside it."""

    def __init__(self, **kwargs):
        megabytes = settings.FILE_LIMIT // (1024 * 1024)
        hint = format_lazy(_("Up to {megabytes} MB: {types}."), megabytes=megabytes, types=", ".join(ALLOWED))
        super().__init__(**{"help_text": hint, "allow_empty_file": True} | kwargs)      # the empty file has a sentence of its own
        self.widget.attrs["accept"] = ",".join(f".{extension}" for extension in (*ALLOWED, "jpeg"))

    def clean(self, uploaded, initial=None):
        uploaded = super().clean(uploaded, initial)
        if uploaded:
            try:
                inspect(uploaded, clean_name(uploaded.name or ""))
            except Refused as refusal:
                raise forms.ValidationError(str(refusal)) from refusal
        return uploaded


def refused_in(form, refusal):
    """A house rule said no: its sentence stands in the form, where nothing that was typed is lost."""
    form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))


def carried_out(request, form, work, sentence, *, beside_only=False):
    """Does the work if the form is right: what it gave, or True. A refusal becomes a sentence in the form, and the answer is None.

    `beside_only`: only what belongs beside a field; any other refusal stands above the page, which may have no form any more.
    """
    if request.method != "POST" or not form.is_valid():
        return None
    try:
        result = work(form.cleaned_data)
    except Refused as refusal:
        if beside_only and refusal.field is None:
            raise
        refused_in(form, refusal)
        return None
    messages.success(request, sentence)
    return result or True


class HouseForm(forms.Form):
    """A form that is no row's."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        watch_words(self)

    def clean(self):
        super().clean()
        return compose_words(self.cleaned_data)


class AgencyAware(forms.ModelForm):
    """Django skips a unique check if one of its fields is not in the form. What the row already has (agency, whole) counts here.

    Its words are watched and composed as in every form of the house, the admin's tables included.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        watch_words(self)

    def _get_validation_exclusions(self):
        given = {f.name for f in self._meta.model._meta.local_fields if getattr(self.instance, f.attname) not in (None, "")}
        return {name for name in super()._get_validation_exclusions() if name in self.fields or name not in given}

    def clean(self):
        super().clean()
        return compose_words(self.cleaned_data)


class NamesItsActor(ModelFormMetaclass):
    """A form on tenant rows that takes no actor could not narrow its choices: refused when the class is made."""

    def __new__(mcs, name, bases, attributes):
        made = super().__new__(mcs, name, bases, attributes)
        for field_name, field in made.declared_fields.items():
            rows = getattr(field, "queryset", None)
            if rows is not None and issubclass(rows.model, TenantRow) and rows.query.where:
                raise ImproperlyConfigured(f"{name}.{field_name}: leave its queryset empty of conditions, the door narrows it")
        return made


class TenantForm(AgencyAware, metaclass=NamesItsActor):
    """TenantForm(data, files, actor=request.actor, instance=row)."""

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        self.actor = actor
        for field in self.fields.values():
            narrow(field, actor)
