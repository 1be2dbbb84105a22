"""A course, its duties and questions; and what is looked for among courses."""
from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Role
from core import clock
from core.forms import DayField, HouseForm
from training.models import Category, Course, CourseDuty, SurveyQuestion
from training.permissions import LEARNERS
from training.stages import CourseStage
from training.workflow.course import FACTS, WHOLE

ALL = ("", _("All"))
ANSWERS = 6                         # to choose from, at most


class FindCourseForm(HouseForm):
    """From the address; what makes no sense there is left out."""

    q = forms.CharField(label=_("Name or code"), required=False, max_length=80)
    category = forms.ChoiceField(label=_("Category"), required=False, choices=[ALL, *Category.choices])
    stage = forms.ChoiceField(label=_("State"), required=False, choices=[ALL, *CourseStage.choices])

    def wanted(self):
        self.is_valid()
        found = self.cleaned_data
        return {"words": found.get("q", ""), "category": found.get("category", ""), "stage": found.get("stage", "")}


def words(label, rows=None, **more):
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput(), **more)


class CourseForm(HouseForm):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    code = forms.CharField(label=_("Code of the course"), max_length=20, help_text=_("Short and your own, for example “COM-01”."))
    category = forms.ChoiceField(label=_("Category"), choices=[("", _("Choose")), *Category.choices])
    name_ko = words(_("Name in Korean"), max_length=120)
    name_en = words(_("Name in English"), max_length=160, required=False)
    target_ko = words(_("For whom, in Korean"), max_length=300)
    target_en = words(_("For whom, in English"), max_length=300, required=False)
    aims_ko = words(_("Aims in Korean"), 3, max_length=2000)
    aims_en = words(_("Aims in English"), 3, max_length=2000, required=False)
    content_ko = words(_("Content in Korean"), 5, max_length=4000)
    content_en = words(_("Content in English"), 5, max_length=4000, required=False)
    minutes = forms.IntegerField(label=_("Length in minutes"), min_value=1, max_value=60_000,
                                 help_text=_("One hour of teaching is 60 minutes."))
    least_percent = forms.IntegerField(label=_("Minutes attended, at least, in percent"), min_value=1, max_value=WHOLE, initial=80,
                                       help_text=_("80 as a rule; 100 for mandatory courses."))
    asks_survey = forms.BooleanField(label=_("The survey has to be answered"), required=False, initial=True)
    least_score = forms.IntegerField(label=_("Points in the test, at least, of 100"), min_value=1, max_value=WHOLE, required=False,
                                     help_text=_("Empty: no test. 60 as a rule."))
    attempts = forms.IntegerField(label=_("Attempts at the test"), min_value=1, max_value=20, initial=3)
    valid_months = forms.IntegerField(label=_("Valid for so many months"), min_value=1, max_value=240, required=False,
                                      help_text=_("Empty: for ever. 12 where it has to be had every year."))
    qualifies = forms.BooleanField(label=_("Completing it qualifies an assessor"), required=False)

    def __init__(self, *args, course=None, **kwargs):
        super().__init__(*args, initial={name: getattr(course, name) for name in ("version", *FACTS)} if course else None, **kwargs)

    def facts(self):
        return {name: self.cleaned_data[name] for name in FACTS}


class DutyForm(HouseForm):
    """Who has to have it. Mandatory courses propose all their minutes."""

    for_whom = forms.ChoiceField(label=_("Who has to have it"), choices=CourseDuty.ForWhom.choices)
    role = forms.ChoiceField(label=_("Role"), required=False, help_text=_("Only if a role has to have it."),
                             choices=[("", "-"), *((role.value, role.label) for role in Role if role in LEARNERS)])
    within_days = forms.IntegerField(label=_("Days after coming, at most"), min_value=1, max_value=3650, initial=90)
    from_on = DayField(label=_("Has to be had since"), initial=clock.today)
    make_whole = forms.BooleanField(label=_("Completion asks for 100 % of the minutes"), required=False, initial=True,
                                    help_text=_("Usual for mandatory courses. Runs that are announced keep their rule."))

    def __init__(self, *args, course: Course, **kwargs):
        super().__init__(*args, **kwargs)
        if course.least_percent == WHOLE:
            del self.fields["make_whole"]

    def facts(self):
        said = self.cleaned_data
        is_role = said["for_whom"] == CourseDuty.ForWhom.ROLE
        return {"for_whom": said["for_whom"], "role": said["role"] if is_role else "", "within_days": said["within_days"],
                "from_on": said["from_on"], "make_whole": said.get("make_whole", False)}


class SurveyQuestionForm(HouseForm):
    kind = forms.ChoiceField(label=_("Kind of answer"), choices=SurveyQuestion.Kind.choices)
    text_ko = words(_("Question in Korean"), max_length=300)
    text_en = words(_("Question in English"), max_length=300, required=False)

    def __init__(self, *args, question=None, **kwargs):
        stands = {name: getattr(question, name) for name in ("kind", "text_ko", "text_en")} if question else None
        super().__init__(*args, initial=stands, **kwargs)


class TestQuestionForm(HouseForm):
    """Up to six answers, each with a mark whether it is right. `rows`: what the page shows of them, in a line each."""

    text_ko = words(_("Question in Korean"), 2, max_length=1000)
    text_en = words(_("Question in English"), 2, max_length=1000, required=False)

    def __init__(self, *args, question=None, right=(), **kwargs):
        stands = {"text_ko": question.text_ko, "text_en": question.text_en} if question else {}
        for place, choice in enumerate(question.choices if question else ()):
            stands |= {f"choice_{place}_ko": choice["ko"], f"choice_{place}_en": choice.get("en", ""), f"right_{place}": place in right}
        super().__init__(*args, initial=stands, **kwargs)
        for place in range(ANSWERS):
            number = {"number": place + 1}
            self.fields[f"right_{place}"] = forms.BooleanField(label=_("Answer %(number)s is right") % number, required=False)
            self.fields[f"choice_{place}_ko"] = words(_("Answer %(number)s in Korean") % number, max_length=300, required=False)
            self.fields[f"choice_{place}_en"] = words(_("Answer %(number)s in English") % number, max_length=300, required=False)

    def words_of_it(self):
        return [self["text_ko"], self["text_en"]]

    def rows(self):
        return [(self[f"right_{place}"], self[f"choice_{place}_ko"], self[f"choice_{place}_en"]) for place in range(ANSWERS)]

    def facts(self):
        """Empty answers fall out; the right ones are counted among those that stay. One that is empty and right is none of them."""
        said, choices, right = self.cleaned_data, [], []
        for place in range(ANSWERS):
            if said[f"choice_{place}_ko"]:
                right += [len(choices)] if said[f"right_{place}"] else []
                choices.append({"ko": said[f"choice_{place}_ko"], "en": said[f"choice_{place}_en"]})
            elif said[f"right_{place}"]:
                right.append(ANSWERS)
        return {"text_ko": said["text_ko"], "text_en": said["text_en"], "choices": choices, "right": right}
