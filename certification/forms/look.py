"""How certificates look: who issues, with which seal, mark and colour."""
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models.agency import check_primary
from certification.models import Issuer
from certification.workflow.look import WORDS
from core.forms import HouseForm
from core.typed import refuse_invisible, refuse_personal_numbers

SLOTS = (1, 2)


def picture_field(label, hint):
    """Looked into by the workflow, which makes it anew; its sentence stands beside it."""
    return forms.FileField(label=label, required=False, help_text=hint, allow_empty_file=True,
                           widget=forms.FileInput(attrs={"accept": ".svg,.png"}))


class LookForm(HouseForm):
    """Two places for issuers; the second may stay empty."""

    colour = forms.CharField(label=gettext_lazy("Colour of frame, band and titles"), max_length=7, required=False,
                             help_text=gettext_lazy("As # and six digits, like #256ef4. Empty: the agency's main colour."))
    mark = picture_field(gettext_lazy("Mark"),
                         gettext_lazy("A drawing (SVG) or a picture with a clear ground (PNG), about as wide as high."))
    without_mark = forms.BooleanField(label=gettext_lazy("Take away this mark"), required=False)
    swap = forms.BooleanField(label=gettext_lazy("The second issuer stands first"), required=False)

    def __init__(self, *args, framework, issuers, **kwargs):
        self.framework, self.issuers = framework, [*issuers, None, None][:len(SLOTS)]
        super().__init__(*args, initial={"colour": framework.colour} | self._said_before(), **kwargs)
        for slot in SLOTS:
            for name in WORDS:
                column = Issuer._meta.get_field(name)
                self.fields[f"{name}_{slot}"] = forms.CharField(label=column.verbose_name, max_length=column.max_length, required=slot == 1,
                                                                validators=[refuse_invisible, refuse_personal_numbers])
            self.fields[f"seal_{slot}"] = picture_field(_("Seal"), _("The square seal as a drawing (SVG) or a picture with a clear ground "
                                                                   "(PNG, at least 300 pixels a side). Empty: it is drawn from the title."))
            self.fields[f"without_seal_{slot}"] = forms.BooleanField(label=_("Draw the seal from the title again"), required=False)
        self.fields["colour"].validators.append(lambda colour: check_primary(colour) if colour else None)

    def _said_before(self):
        known = [(slot, issuer) for slot, issuer in zip(SLOTS, self.issuers, strict=True) if issuer]
        return {f"{name}_{slot}": getattr(issuer, name) for slot, issuer in known for name in WORDS}

    def slots(self):
        """[(number, issuer or None, its fields)] for the page."""
        names = (*WORDS, "seal", "without_seal")
        return [(slot, issuer, [self[f"{name}_{slot}"] for name in names if name != "without_seal" or (issuer and issuer.seal)])
                for slot, issuer in zip(SLOTS, self.issuers, strict=True)]

    def clean_colour(self):
        return self.cleaned_data["colour"].lower()

    def clean(self):
        said = super().clean()
        second = [said.get(f"{name}_2") for name in WORDS]
        if any(second) and not all(second) and not self.errors:
            raise forms.ValidationError(
                _("Of the second issuer something is missing: name and title in both languages, or nothing at all."))
        if said.get("swap") and not all(second):
            self.add_error("swap", _("There is no second issuer."))
        return said

    @property
    def facts(self):
        """What `change_look` takes."""
        said = self.cleaned_data
        slots = [slot for slot in SLOTS if said[f"name_ko_{slot}"]]
        issuers = [{name: said[f"{name}_{slot}"] for name in (*WORDS, "seal", "without_seal")} for slot in slots]
        return {name: said[name] for name in ("colour", "mark", "without_mark", "swap")} | {"issuers": issuers}


class PreviewForm(forms.Form):
    """Which document, of whom, in which language; anything strange becomes the first choice."""

    KINDS = ("certificate", "plaque", "plate")

    kind = forms.ChoiceField(label=gettext_lazy("Kind of document"), choices=[
        ("certificate", gettext_lazy("Certificate (A4)")), ("plaque", gettext_lazy("Plaque (A3)")),
        ("plate", gettext_lazy("Plate (200 mm square)"))])
    sample = forms.ChoiceField(label=gettext_lazy("Name on it"), choices=[
        ("longest", gettext_lazy("The longest of the register")), ("syllable", gettext_lazy("One syllable")),
        ("english", gettext_lazy("A long English one"))])
    issuers = forms.ChoiceField(label=gettext_lazy("Issuers"), choices=[("2", gettext_lazy("Two")), ("1", gettext_lazy("One"))])
    language = forms.ChoiceField(label=gettext_lazy("Language"), choices=[("ko", gettext_lazy("Korean")), ("en", gettext_lazy("English"))])

    def wanted(self):
        """{kind, sample, issuers, language}, each with a known value."""
        self.is_valid()
        return {name: self.cleaned_data.get(name) or field.choices[0][0] for name, field in self.fields.items()}
