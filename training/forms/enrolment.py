"""What is typed about a place in a run: needs, reasons, who takes part by ticks or by a spreadsheet that is read through first."""
from django import forms
from django.core import signing
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from accounts.models import User
from core.errors import Refused
from core.file_names import clean_name
from core.forms import HouseForm
from core.tables import Column, Problem, read_table, text, write_table
from core.typed import refuse_personal_numbers
from training.queries.enrolment import learners, people_to_enrol
from training.workflow.enrolment import MANY

SEAL, KEPT_FOR = "people of a spreadsheet", 60 * 60
NEEDS = gettext_lazy("What we should know")


class NeedsForm(HouseForm):
    needs = forms.CharField(label=NEEDS, required=False, max_length=300, widget=forms.Textarea(attrs={"rows": 2}), help_text=gettext_lazy(
        "Access, sign language, food. Read by the training officers of both agencies only."))


class ReasonForm(HouseForm):
    """Whether a reason is needed the workflow says."""

    reason = forms.CharField(label=gettext_lazy("Reason"), required=False, max_length=300, widget=forms.Textarea(attrs={"rows": 2}))


class SettingsForm(HouseForm):
    asks_approval = forms.BooleanField(
        label=gettext_lazy("A manager or the director approves each enrolment before it is handed in"), required=False,
        help_text=gettext_lazy("Whom the training officer enrols needs no further approval."))


class Accounts(forms.ModelMultipleChoiceField):
    def label_from_instance(self, user):
        return f"{user} ({user.email})"


class ChooseForm(HouseForm):
    """Ticks. Nobody chosen the workflow refuses."""

    people = Accounts(label=gettext_lazy("Our people"), queryset=User.objects.none(), required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args, actor, run, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["people"].queryset = people_to_enrol(actor, run)

    def chosen(self):
        return [(user, "") for user in self.cleaned_data["people"]]


def needs_without_numbers(words):
    refuse_personal_numbers(words)
    return text(300)(words)


COLUMNS = (
    Column("email", "이메일", "E-mail", required=True, clean=text(254), width=32,
           hint_ko="로그인에 쓰는 이메일", hint_en="The one they sign in with."),
    Column("name", "성명", "Name", required=True, clean=text(60), width=16,
           hint_ko="이메일과 같은 사람의 성명. 서로 맞지 않으면 등록되지 않습니다.", hint_en="Of the same person; both have to fit."),
    Column("needs", "참고 사항", "What we should know", clean=needs_without_numbers, width=40,
           hint_ko="편의 지원, 식사 등. 없으면 비웁니다.",
           hint_en="Access, food; or empty."),
)
SENTENCES = {"ko": ["한 사람을 한 행에 적습니다. 열의 순서를 바꾸거나 칸을 옮기지 마십시오.",
                    "한 행이라도 틀리면 아무도 등록되지 않습니다."],
             "en": ["One row for each person. Leave the columns in their order.", "If one row is wrong nobody is enrolled."]}


def template(title):
    return write_table(COLUMNS, title=title, sentences=SENTENCES["en" if get_language() == "en" else "ko"])


class EnrolFileForm(HouseForm):
    """The first sending reads the file through. If nothing is wrong the page carries its people, sealed for this person and this run, so
    that the second sending needs no file; nothing is stored for what may never be confirmed."""

    file = forms.FileField(label=gettext_lazy("File"), help_text=gettext_lazy("The template, filled in (.xlsx)."))

    def __init__(self, *args, actor, run, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["file"].widget.attrs["accept"] = ".xlsx"
        self.fields["file"].required = not self.data.get("sealed")
        self.actor, self.run, self.whose = actor, run, [actor.user.pk, run.pk]
        self.name, self.problems, self.people = "", [], []

    def clean(self):
        found = super().clean()
        if "file" in self.errors:
            return found
        try:
            self._read(found.get("file")) if found.get("file") else self._unseal()
        except Refused as refusal:
            self.add_error("file", str(refusal))
        return found

    def _read(self, file):
        self.name = clean_name(file.name or "")
        reading = read_table(file, COLUMNS, name=file.name)
        if not reading.problems and not reading.rows:
            reading.problems.append(Problem(_("There is no row below the headings."), reading.sheet))
        if len(reading.rows) > MANY:
            raise Refused(_("At most %(most)s people at once.") % {"most": MANY})
        self.people = people_in(reading, self.actor, self.run)
        self.problems = reading.problems

    def _unseal(self):
        try:
            whose, self.name, rows = signing.loads(self.data.get("sealed", ""), salt=SEAL, max_age=KEPT_FOR)
        except signing.BadSignature:
            whose, rows = None, []
        if whose != self.whose:
            raise Refused(_("The file that was read through is no longer kept. Please choose it again."))
        known = {user.pk: user for user in learners().filter(pk__in=[pk for pk, _needs in rows])}
        if len(known) < len(rows):
            raise Refused(_("Somebody in this file no longer belongs to the agency. Please choose it again."))
        self.people = [(known[pk], needs) for pk, needs in rows]

    @property
    def is_right(self):
        return self.is_bound and not self.errors.get("file") and bool(self.people) and not self.problems

    @property
    def sealed(self):
        rows = [(user.pk, needs) for user, needs in self.people]
        return signing.dumps([self.whose, self.name, rows], salt=SEAL, compress=True) if self.is_right else ""


def people_in(reading, actor, run):
    """[(account, needs)] of the rows; whoever is unknown, twice in the file or in the run already becomes a problem of the reading."""
    here = {user.email.casefold(): user for user in learners()}
    free, seen, found = {user.pk for user in people_to_enrol(actor, run)}, {}, []
    for row in reading.rows:
        user = here.get(row["email"].casefold())
        if user is None:
            reading.wrong(row, "email", _("Nobody of this agency has this address."), COLUMNS)
        elif "".join(str(user).split()) != "".join(row["name"].split()):
            reading.wrong(row, "name", _("This address belongs to somebody with another name."), COLUMNS)
        elif user.pk in seen:
            reading.wrong(row, "email", _("This person stands in row %(row)s already.") % {"row": seen[user.pk]}, COLUMNS)
        elif user.pk not in free:
            reading.wrong(row, "email", _("This person is enrolled in this run already."), COLUMNS)
        else:
            found.append((user, row["needs"]))
        if user is not None:
            seen.setdefault(user.pk, row.number)
    return found
