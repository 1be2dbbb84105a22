"""Cases at the desk: the list by stage, and the one page with everything of a case."""
from django.contrib import messages
from django.core.paginator import Paginator
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.guards import staff
from accounts.models import Role
from certification.queries import rounds_of
from core.access_log import note_access
from core.tenancy import find_or_404
from core.viewing import hand_out, kind_of_access
from desk.cases import everything_of, is_offered
from desk.pages import desk_page
from evaluations.forms.desk import OFFERED, CaseSearchForm
from evaluations.models import Application, SealedFile
from evaluations.next_steps import days_in_stage, is_late
from evaluations.queries import case_counts, cases_found

READERS = (Role.OFFICER, Role.MANAGER, Role.DIRECTOR, Role.AUDITOR)
WORKERS = (Role.OFFICER, Role.MANAGER)
PAGE = 50
COLUMNS = (("number", _("Number")), ("name", _("Name")), ("", _("Service")), ("", _("Round")), ("", _("Stage")),
           ("since", _("In this stage")))


@staff(*READERS)
def cases(request):
    actor, rounds = request.actor, list(rounds_of(request.actor).prefetch_related(None))
    form = CaseSearchForm(request.GET, rounds=rounds)
    wanted = form.wanted()
    counts = case_counts(actor, wanted["round"])
    paginator = Paginator(cases_found(actor, **wanted), PAGE)
    if not wanted["words"]:
        paginator.count = counts.get(wanted["stage"], 0) if wanted["stage"] else sum(counts.values())       # known already
    page = paginator.get_page(request.GET.get("page"))
    return desk_page(request, "desk/cases.html", {
        "form": form, "page": page, "board": wanted["round"] or next((one for one in rounds if one.published_at), None),
        "rows": [(row, days_in_stage(row), is_late(row)) for row in page.object_list], "wanted": wanted,
        "heads": heads(wanted["sort"]), "stages": [(stage, label, counts.get(stage, 0)) for stage, label in OFFERED]})


def heads(sort):
    """[(words, what a click sorts by or "", how it is sorted now)]. The longer in a stage, the earlier the moment it began."""
    now, way = sort.lstrip("-"), "descending" if sort.startswith("-") else "ascending"
    return [(words, (f"-{key}" if sort == key else key) if key else "", way if key and key == now else "") for key, words in COLUMNS]


@staff(*READERS)
def case(request, public_id):
    return case_page(request, found_case(request, public_id))


@staff(*READERS)
def case_file(request, public_id):
    file = find_or_404(SealedFile, request.actor, public_id=public_id)
    application = file.seal.application
    note_access(request, application, "case.file", kind=kind_of_access(request))
    return hand_out(request, file.file, file.name, back=(reverse("desk_case", args=[application.public_id]), str(application)))


def found_case(request, public_id):
    """The case behind the door, and the note that its people's data were read."""
    application = find_or_404(Application, request.actor, public_id=public_id)
    note_access(request, application, "case.read" if request.method == "GET" else "case.work")
    return application


def case_page(request, application, form=None):
    """`form`: one that came back with something to correct."""
    context = everything_of(request, application, form)
    if form is not None and not is_offered(form, context):              # the case has moved on meanwhile: the form is gone
        for sentence in [words for several in form.errors.values() for words in several]:
            messages.error(request, sentence)
    return desk_page(request, "desk/case.html", context)
