"""What officers type about a case: what they look for, checks, reasons, who assesses, when, where it goes on."""
from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import HouseForm
from evaluations.queries import candidates_for, unreplaced
from evaluations.queries.applications import SORTS, USUAL_SORT
from evaluations.stages import Stage
from panels.permissions import can_overrule
from panels.queries import meetings_of
from panels.stages import MeetingStage

OFFERED = [(stage, label) for stage, label in Stage.choices if stage != Stage.DRAFT]        # drafts are the provider's own


class CaseSearchForm(HouseForm):
    """The list's search and filters, from the address. What makes no sense there is left out, not complained about."""

    q = forms.CharField(label=_("Number or name"), required=False, max_length=80)
    stage = forms.ChoiceField(required=False, choices=[("", _("All")), *OFFERED])
    round = forms.ChoiceField(label=_("Round"), required=False)
    sort = forms.ChoiceField(required=False, choices=[(key, key) for key in SORTS])

    def __init__(self, *args, rounds, **kwargs):
        super().__init__(*args, **kwargs)
        self.rounds = {str(round.public_id): round for round in rounds}
        self.fields["round"].choices = [("", _("All")), *((key, str(round)) for key, round in self.rounds.items())]

    def wanted(self):
        self.is_valid()
        found = self.cleaned_data
        return {"words": found.get("q", ""), "stage": found.get("stage", ""), "round": self.rounds.get(found.get("round")),
                "sort": found.get("sort") or USUAL_SORT}


class CheckForm(HouseForm):
    """One requirement of the screening."""

    met = forms.TypedChoiceField(label=_("Judgement"), choices=[("yes", _("met")), ("no", _("not met"))], widget=forms.RadioSelect,
                                 coerce=lambda said: said == "yes")
    reason = forms.CharField(label=_("Reason, if not met or otherwise than the data say"), required=False, max_length=1000,
                             widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args, check, **kwargs):
        stands = {"met": {True: "yes", False: "no", None: None}[check.met], "reason": check.reason}
        super().__init__(*args, prefix=f"check-{check.position}", initial=stands, **kwargs)


class ReturnForm(HouseForm):
    prefix = "return"
    reason = forms.CharField(label=_("What has to be corrected"), max_length=1000, widget=forms.Textarea(attrs={"rows": 4}),
                             help_text=_("The provider reads this as it stands."))


class AssignForm(HouseForm):
    """Somebody of the pool who does not assess the case yet: first who can be asked, then with whom something is to be asked, at last who
    is excluded or not fit now. The workflow looks again."""

    prefix = "assign"
    assessor = forms.TypedChoiceField(label=_("Assessor"))
    is_lead = forms.BooleanField(label=_("leads the team"), required=False)
    replaces = forms.TypedChoiceField(label=_("In the place of"), required=False, empty_value=None)
    overruling = forms.CharField(label=_("Why all the same, if there is a reason to ask"), required=False, max_length=1000,
                                 widget=forms.Textarea(attrs={"rows": 3}), help_text=_("It is kept with your name and shown at the case."))

    def __init__(self, *args, actor, application, **kwargs):
        super().__init__(*args, **kwargs)
        self.candidates = candidates_for(actor, application)
        members = {str(one.member.public_id): one.member for one in self.candidates}
        groups = ((_("Can be asked"), [one for one in self.candidates if one.is_free]),
                  (_("With a reason to ask first"), [one for one in self.candidates if one.to_ask and not one.forbidden]),
                  (_("Cannot be assigned"), [one for one in self.candidates if one.forbidden]))
        self.fields["assessor"].choices = [("", _("Choose")), *(
            (label, [(str(one.member.public_id), one.name) for one in several]) for label, several in groups if several)]
        self.fields["assessor"].coerce = members.get
        self._offer_places({str(one.public_id): one for one in unreplaced(actor, application)})
        if not can_overrule(actor):
            del self.fields["overruling"]

    def _offer_places(self, left):
        """Whose place is free; the last one to leave is meant unless something else is said."""
        if not left:
            del self.fields["replaces"]
            return
        self.fields["replaces"].choices = [("", _("nobody: one more assessor")), *((key, str(one.user)) for key, one in left.items())]
        self.fields["replaces"].coerce, self.fields["replaces"].initial = left.get, next(iter(left))

    @property
    def noted(self):
        """Of whom something is to be known before the choice."""
        return [one for one in self.candidates if not one.is_free or one.remarks]


class BoardForm(HouseForm):
    """One assessor for one case, chosen on the board, and where one stood there."""

    case = forms.UUIDField()
    assessor = forms.UUIDField()
    is_lead = forms.BooleanField(required=False)
    state = forms.ChoiceField(choices=[("open", ""), ("whole", "")], required=False)
    page = forms.IntegerField(min_value=1, required=False)
    chosen = forms.ChoiceField(choices=[("case", ""), ("assessor", "")], required=False)


class ProposalForm(HouseForm):
    """How large the teams are to be. What a team is the workflow says."""

    size = forms.IntegerField()

    @property
    def wanted(self):
        return self.cleaned_data["size"] if self.is_valid() else 0


class EndAssignmentForm(HouseForm):
    reason = forms.CharField(label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args, assignment, **kwargs):
        super().__init__(*args, prefix=f"end-{assignment.public_id}", **kwargs)


class AgendaForm(HouseForm):
    prefix = "agenda"
    meeting = forms.ModelChoiceField(label=_("Meeting"), queryset=None, to_field_name="public_id", empty_label=_("Choose"))

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["meeting"].queryset = meetings_of(actor).filter(stage__in=(MeetingStage.PLANNED, MeetingStage.OPEN))


class ResumeForm(HouseForm):
    prefix = "resume"
    to = forms.ChoiceField(label=_("Where it goes on"), widget=forms.RadioSelect, choices=[
        (Stage.SITE_VISIT, _("A second visit to the place")), (Stage.FINAL_EVALUATION, _("The committee again"))])
    reason = forms.CharField(label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}),
                             help_text=_("The provider reads this as it stands."))
