"""What staff write about a round: its announcement while it is a draft, what is added later, more time for all or for one."""
from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms import TELEPHONE
from certification.models import Round, RoundDocument, RoundQuestion
from certification.queries import versions_of
from certification.round_calendar import disorder
from core.forms import HouseForm, MomentField, TenantForm, UploadField, day_input
from providers.models import Provider, ServiceType
from providers.stages import Stage

DAYS = ("notice_on", "document_review_from", "document_review_until", "site_visits_from", "site_visits_until", "final_evaluation_on",
        "results_on")
CONTACT = ("contact_ko", "contact_en", "contact_phone", "contact_email")
LEFT = (Stage.REFUSED, Stage.CLOSED)
TOO_LATE = _("The first moment that is too late: for 24:00 of the last day choose 00:00 of the next.")


class RoundForm(TenantForm):
    opens_at = MomentField(label=_("Applications from"))
    closes_at = MomentField(label=_("Applications until"), help_text=TOO_LATE)
    services = forms.ModelMultipleChoiceField(
        label=_("Services that may be certified"), required=False, widget=forms.CheckboxSelectMultiple,
        queryset=ServiceType.objects.order_by("position", "code"))

    class Meta:
        model = Round
        fields = ["name_ko", "name_en", "year", "kind", "version", "quota", "notice_on", "opens_at", "closes_at", *DAYS[1:], *CONTACT]
        labels = {"name_ko": _("Name in Korean"), "name_en": _("Name in English"), "year": _("Year"), "kind": _("Kind"),
                  "version": _("Edition of the criteria"), "quota": _("Places"), "notice_on": _("Announced on"),
                  "document_review_from": _("Document review from"), "document_review_until": _("Document review until"),
                  "site_visits_from": _("Site visits from"), "site_visits_until": _("Site visits until"),
                  "final_evaluation_on": _("Final evaluation on"), "results_on": _("Results on"),
                  "contact_ko": _("Whom to ask, in Korean"), "contact_en": _("Whom to ask, in English"),
                  "contact_phone": _("Telephone for questions"), "contact_email": _("E-mail for questions")}
        help_texts = {"contact_ko": _("The office in charge, not a person. Empty: the agency's own telephone and e-mail are shown.")}
        widgets = {name: day_input() for name in DAYS}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["version"].queryset = versions_of(self.actor)
        self.fields["version"].empty_label = _("Choose")
        self.fields["contact_phone"].validators.append(TELEPHONE)

    def groups(self):
        """[(heading, its fields)], as the page shows them."""
        parts = ((_("What it is"), ("name_ko", "name_en", "year", "kind", "version", "quota", "services")),
                 (_("Dates of the round"), ("notice_on", "opens_at", "closes_at", *DAYS[1:])), (_("Questions"), CONTACT))
        return [(heading, [self[name] for name in names]) for heading, names in parts]

    def clean(self):
        """Everything that is out of order at once, each beside its day; the workflow asks again."""
        cleaned = super().clean()
        for field, sentence in disorder(cleaned):
            self.add_error(field, sentence)
        return cleaned

    def facts(self):
        """What the workflow writes; the services beside it."""
        return {name: self.cleaned_data[name] for name in self._meta.fields}

    def _post_clean(self):
        """Nothing is assigned here, and what cannot be the workflow says beside its field."""


class ExtensionForm(HouseForm):
    prefix = "extend"
    closes_at = MomentField(label=_("Applications until"), help_text=TOO_LATE)
    reason = forms.CharField(label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}),
                             help_text=_("Everybody reads it on the announcement."))


class LateAccessForm(HouseForm):
    """One provider, and until when."""

    provider = forms.ModelChoiceField(label=_("Provider"), queryset=None, to_field_name="public_id", empty_label=_("Choose"))
    until = MomentField(label=_("Applications until"), help_text=TOO_LATE)
    reason = forms.CharField(label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}),
                             help_text=_("The provider reads this as it stands."))

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["provider"].queryset = Provider.objects.visible_to(actor).exclude(stage__in=LEFT).order_by("name", "pk")


class DocumentForm(HouseForm):
    """One document that applicants hand in; a line whose Korean name is empty is left out."""

    code = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    name_ko = forms.CharField(label=_("Document in Korean"), required=False, max_length=120)
    name_en = forms.CharField(label=_("Document in English"), required=False, max_length=160)
    need = forms.ChoiceField(label=_("Who hands it in"), choices=RoundDocument.Need.choices, initial=RoundDocument.Need.REQUIRED)
    note_ko = forms.CharField(label=_("Note in Korean"), required=False, max_length=200)
    note_en = forms.CharField(label=_("Note in English"), required=False, max_length=200)


class BaseDocuments(forms.BaseFormSet):
    def documents(self):
        """What the workflow writes: every line with a name, in its order, each with a code of its own."""
        rows = [form.cleaned_data for form in self.forms if form.cleaned_data.get("name_ko")]
        taken = {row["code"] for row in rows if row["code"]}
        fresh = (f"new-{number}" for number in range(1, 1000) if f"new-{number}" not in taken)
        return [row | {"code": row["code"] or next(fresh)} for row in rows]


DocumentFormSet = forms.formset_factory(DocumentForm, formset=BaseDocuments, extra=3, max_num=60, absolute_max=60)


class AttachmentForm(HouseForm):
    prefix = "attachment"
    file = UploadField(label=_("File"))


class QuestionForm(TenantForm):
    class Meta:
        model = RoundQuestion
        fields = ["question_ko", "answer_ko", "question_en", "answer_en", "is_shown"]
        labels = {"question_ko": _("Question in Korean"), "question_en": _("Question in English"), "answer_ko": _("Answer in Korean"),
                  "answer_en": _("Answer in English"), "is_shown": _("Show it on the page")}
        help_texts = {"is_shown": _("What everybody could read no longer changes.")}
        widgets = {"answer_ko": forms.Textarea(attrs={"rows": 4}), "answer_en": forms.Textarea(attrs={"rows": 4})}

    def facts(self):
        return {name: self.cleaned_data[name] for name in self._meta.fields}

    def _post_clean(self):
        """Nothing is assigned here: the workflow writes."""
