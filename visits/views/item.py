"""One item fills the screen: what to look at, one's judgement, photos; saving leads to the next."""
import uuid

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.guards import staff
from accounts.models import Role
from core.access_log import note_access
from core.errors import Refused
from core.forms import filled, refused_in
from core.tenancy import find_or_404
from visits import permissions, queries, workflow
from visits.forms import FindingForm
from visits.kit import sections_of
from visits.models import Judgement, Operation, Reason, VisitItem
from visits.stages import Stage


def find_item(request, public_id):
    item = find_or_404(VisitItem, request.actor, public_id=public_id)
    note_access(request, item.visit, "visit.read")
    return item


def words_of(row):
    """What a form opens with."""
    return {name: getattr(row, name) for name in ("judgement", "reason_code", "text")} if row else {}


def tried(form, work):
    """The workflow's answer, or None when the form or a house rule says no; the sentence then stands in the form."""
    if not form.is_valid():
        return None
    try:
        with transaction.atomic():                      # a photo without the words that came with it is not kept by half
            return work(form)
    except Refused as refusal:
        return refused_in(form, refusal)


def version_seen(form, row, answer):
    """The version the page builds on: what was just shown, else what the writer had before, else what stands."""
    if answer:
        return answer.version
    return (form.data.get("base_version") or 0) if form.is_bound else row.version if row else 0


def is_conflict(answer):
    return answer is not None and answer.outcome == Operation.Outcome.CONFLICT


def both(form, answer):
    """The two versions of a conflict, in words: `theirs` that stands, `written` that was just sent. Nothing if there is no conflict."""
    return {"theirs": _named(answer.theirs), "written": _named(form.words())} if is_conflict(answer) else {}


def _named(words):
    return {**words, "judgement_label": dict(Judgement.choices).get(words["judgement"], _("Not yet")),
            "reason_label": dict(Reason.choices).get(words["reason_code"], "")}


def record(request, item, mine, form):
    """Keep the photo and the words. Words that are there already are not sent again."""
    given, words = form.cleaned_data, form.words()
    if given["photo"]:
        workflow.add_photo(item, given["photo"], caption=given["caption"], actor=request.actor,
                           operation_id=uuid.uuid5(given["operation_id"], "photo"))
    if words == (words_of(mine) or dict.fromkeys(words, "")):
        return workflow.Recorded(mine, Operation.Outcome.APPLIED, None, mine.version if mine else 0, repeated=True)
    return workflow.record_finding(item, operation_id=given["operation_id"], base_version=given["base_version"], **words,
                                   actor=request.actor, arrived_at=request.arrived_at)


def on_to(request, item):
    """The same item for one more photo, else the next, and from the last one back to the overview."""
    following = queries.before_and_after(item)[1]
    if request.POST.get("then") == "stay":
        return redirect("visit_item", item.public_id)
    return redirect("visit_item", following.public_id) if following else redirect("visit", item.visit.public_id)


@staff(Role.ASSESSOR)
def item_page(request, public_id):
    item = find_item(request, public_id)
    mine = queries.my_finding(request.actor, item)
    form = FindingForm(filled(request), request.FILES or None, initial=words_of(mine))
    answer = tried(form, lambda form: record(request, item, mine, form)) if request.method == "POST" else None
    if answer and not is_conflict(answer):
        messages.success(request, _("%(code)s is saved.") % {"code": item.code})
        return on_to(request, item)
    return render(request, "visits/item.html", {
        "item": item, "visit": item.visit, "form": form, "mine": mine, **both(form, answer), **around(request, item),
        "operation_id": uuid.uuid4(), "base_version": version_seen(form, mine, answer)})


def around(request, item):
    """What the page shows beside the form."""
    (previous, following), (place, of) = queries.before_and_after(item), queries.place_of(item)
    return {"sections": sections_of(item), "previous": previous, "following": following, "place": place, "of": of,
            "all_in": queries.judged_by_all(item),
            "may_record": item.visit.stage == Stage.UNDERWAY and permissions.can_record(request.actor, item.visit),
            "entries": [entry for entry in queries.entries_of(request.actor, item) if entry.author_id == request.actor.user.pk],
            "photos": [photo for photo in queries.photos_of(request.actor, item) if photo.author_id == request.actor.user.pk]}
