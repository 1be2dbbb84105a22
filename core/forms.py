"""Forms whose choices come through the door, whose uniqueness counts the agency, and that open filled after an expired session."""
from django import forms
from django.core.exceptions import ImproperlyConfigured
from django.forms.models import ModelFormMetaclass

from core.tenancy import TenantRow


def narrow(field, actor):
    """A choice field offers only what the actor may see."""
    rows = getattr(field, "queryset", None)
    if rows is not None and issubclass(rows.model, TenantRow):
        field.queryset = rows.model.objects.visible_to(actor)


def filled(request):
    """What was typed: the post, or on GET a post that was kept when the session had ended; None for an empty form."""
    return request.POST if request.method == "POST" else getattr(request, "kept_form", None)


class AgencyAware(forms.ModelForm):
    """Django skips a unique check if one of its fields is not in the form. What the row already has (agency, whole) counts here."""

    def _get_validation_exclusions(self):
        given = {f.name for f in self._meta.model._meta.local_fields if getattr(self.instance, f.attname) not in (None, "")}
        return {name for name in super()._get_validation_exclusions() if name in self.fields or name not in given}


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
