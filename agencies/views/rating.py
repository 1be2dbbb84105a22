"""An assessor's own work on agencies: declared first, one indicator after the other, handed in."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import staff
from accounts.models import Role
from agencies.forms.rating import ProposeQuestionForm, RatingForm
from agencies.houses import central_only
from agencies.queries import question as questions
from agencies.queries import rating as queries
from agencies.queries.continued import continued_by
from agencies.queries.site import sites_for
from agencies.workflow.question import propose_question
from agencies.workflow.rating import begin_sheet, hand_in_sheet, save_rating
from core import clock
from core.access_log import note_access
from core.errors import Refused
from core.files import serve_copy
from core.forms import carried_out, filled, refused_in
from core.wording import moment_in_words

UNPROCESSABLE, CONFLICT, PAGE = 422, 409, "agencies/rating/rating.html"


@staff(Role.ASSESSOR)
@central_only
def home(request):
    actor = request.actor
    sheets = list(queries.my_sheets(actor))
    return render(request, "agencies/rating/home.html", {
        "declarations": queries.ratings_to_declare(actor), "to_rate": [one for one in sheets if not one.handed_in_at],
        "waiting": [one for one in sheets if one.handed_in_at], "sites": sites_for(actor)})


def find_sheet(request, public_id):
    sheet = queries.own_sheet(request.actor, public_id)
    if sheet is None:
        raise Http404
    note_access(request, sheet.participation, "management.read")
    return sheet


@staff(Role.ASSESSOR)
@central_only
def sheet(request, public_id):
    sheet = find_sheet(request, public_id)
    rows = queries.ratings_on(sheet)
    return render(request, "agencies/rating/sheet.html", {
        "sheet": sheet, "rows": rows, "report": queries.report_of(sheet.participation), "following": first_open(rows),
        "consensus": queries.consensus_of(request.actor, sheet), "declaration": queries.declaration_about(request.actor, sheet)})


def first_open(rows):
    return next((one for one in rows if not one.is_complete), rows[0] if rows else None)


@require_POST
@staff(Role.ASSESSOR)
@central_only
def begin(request, public_id):
    sheet = begin_sheet(find_sheet(request, public_id), actor=request.actor)
    rows = queries.ratings_on(sheet)
    return redirect("rating", first_open(rows).public_id) if rows else redirect("rating_sheet", public_id)


@staff(Role.ASSESSOR)
@central_only
def hand_in(request, public_id):
    sheet = find_sheet(request, public_id)
    rows = queries.ratings_on(sheet)
    missing = [one for one in rows if not one.is_complete]
    if request.method == "POST" and not missing:
        hand_in_sheet(sheet, actor=request.actor)
        messages.success(request, _("Your ratings are handed in. Thank you."))
        return redirect("rating_sheet", public_id)
    return render(request, "agencies/rating/hand_in.html", {"sheet": sheet, "rows": rows, "missing": missing})


def find_rating(request, public_id):
    rating = queries.own_rating(request.actor, public_id)
    if rating is None:
        raise Http404
    return rating


@staff(Role.ASSESSOR)
@central_only
def rating(request, public_id):
    """One indicator. Every button saves, and the page saves by itself meanwhile."""
    rating = find_rating(request, public_id)
    form = rating_form(request, rating, filled(request))
    if request.method != "POST":
        return workspace(request, rating, form)
    if not form.is_valid():
        return workspace(request, rating, form, status=UNPROCESSABLE)
    saved, trouble = kept(request, rating, form)
    if saved is None:
        return workspace(request, rating, form, **trouble)
    if saved.conflict:
        return workspace(request, rating, form, status=CONFLICT, theirs=saved.row, written=form.cleaned_data)
    return after_saving(request, rating, saved.row)


def kept(request, rating, form):
    """(what was saved, or None; then why not)."""
    try:
        return save_rating(rating, **form.words(), base_version=form.cleaned_data["version"], actor=request.actor), {}
    except Refused as refusal:
        if refusal.field is None:
            return None, {"status": CONFLICT, "closed": str(refusal), "written": form.cleaned_data}
        refused_in(form, refusal)
        return None, {"status": UNPROCESSABLE}


def rating_form(request, rating, data):
    return RatingForm(data, indicator_set=rating.sheet.participation.indicator_set,
                      initial={"first": plain(rating.first), "comment": rating.comment, "version": rating.version})


def plain(number):
    """80, 82.5: no zeros that say nothing."""
    return None if number is None else f"{number.normalize():f}"


def after_saving(request, rating, row):
    row.indicator, row.sheet = rating.indicator, rating.sheet
    if request.htmx:
        return render(request, "agencies/rating/parts/kept.html", {"rating": row, "saved_when": saved_when(row)})
    messages.success(request, _("%(code)s is saved.") % {"code": row.indicator.code})
    following = neighbours(row, queries.ratings_on(row.sheet))[1]
    if request.POST.get("then") == "stay":
        return redirect("rating", row.public_id)
    return redirect("rating", following.public_id) if following else redirect("hand_in_ratings", row.sheet.public_id)


def saved_when(rating):
    if rating.saved_at is None:
        return ""
    moment = clock.seoul(rating.saved_at)
    return f"{moment:%H:%M}" if moment.date() == clock.today() else moment_in_words(moment)


def neighbours(rating, rows):
    place = [one.pk for one in rows].index(rating.pk)
    return rows[place - 1] if place else None, rows[place + 1] if place + 1 < len(rows) else None


def workspace(request, rating, form, *, status=200, **more):
    """The page, or, for the script that saves, only why nothing was saved."""
    sheet, theirs = rating.sheet, more.get("theirs")
    note_access(request, sheet.participation, "management.read")
    rows, entry = queries.ratings_on(sheet), queries.entry_of(sheet.participation, rating.indicator)
    previous, following = neighbours(rating, rows)
    return render(request, f"{PAGE}#trouble" if request.htmx and request.method == "POST" else PAGE, {
        "rating": rating, "form": form, "sheet": sheet, "rows": rows, "rated": sum(one.first is not None for one in rows),
        "entry": entry, "figures": queries.figures_of(entry, rating.indicator), "files": queries.files_of(entry),
        "continued": continued_by(sheet.participation.assessed_id, [rating.indicator]).get(rating.indicator_id),
        "questions": questions.answered_about(request.actor, sheet.participation, rating.indicator),
        "proposed": questions.proposed_about(request.actor, sheet.participation, rating.indicator), "propose": ProposeQuestionForm(),
        "version": theirs.version if theirs else form["version"].value(), "saved_when": saved_when(rating), "previous": previous,
        "following": following, "person": kept_under(request.actor), "may_rate": sheet.handed_in_at is None, **more}, status=status)


def kept_under(actor):
    """What a browser keeps is kept under this: the same for one account, and telling nothing of it."""
    return salted_hmac("typed in this browser", str(actor.user.pk), algorithm="sha256").hexdigest()[:16]


@require_POST
@staff(Role.ASSESSOR)
@central_only
def ask(request, public_id):
    """To Central's officer, who decides what the agency is asked."""
    rating, form = find_rating(request, public_id), ProposeQuestionForm(request.POST)
    done = carried_out(request, form, lambda said: propose_question(rating.sheet, rating.indicator, **said, actor=request.actor),
                       _("The officer reads your question."))
    if done:
        return redirect(reverse("rating", args=[public_id]))
    return workspace_with(request, rating, form)


def workspace_with(request, rating, form):
    """The page with a question that came back."""
    return workspace(request, rating, rating_form(request, rating, None), status=UNPROCESSABLE, propose=form)


@staff(Role.ASSESSOR)
@central_only
def evidence(request, public_id):
    """A file that came with a report which the actor rates."""
    file = queries.evidence_for(request.actor, public_id)
    if file is None:
        raise Http404
    note_access(request, file.entry.report, "management.file")
    return serve_copy(file)
