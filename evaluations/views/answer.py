"""One indicator: the question, the answer that is kept while one writes, the documents that support it."""
from django.http import HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.crypto import salted_hmac

from accounts.guards import signed_in
from certification.queries import errata_shown, with_errata
from core import clock, presence
from core.forms import filled
from core.tenancy import found
from core.wording import moment_in_words
from evaluations import permissions, queries, workflow
from evaluations.forms.portal import AnswerForm
from evaluations.views.drawer import change_documents, drawer_of, search_of, stays_at_drawer

PAGE = "evaluations/portal/answer.html"
UNPROCESSABLE, CONFLICT = 422, 409


@signed_in
def answer(request, public_id):
    """One form, so that no button loses what another would have kept: each saves the text; documents are kept apart from it."""
    answer = own_answer(request.actor, public_id)
    form = AnswerForm(filled(request), initial={**first_words(answer), "version": answer.version})
    is_open = answer.application.is_writable
    if request.method != "POST":
        return page(request, answer, form) if is_open else redirect("portal_application", answer.application.public_id)
    if not is_open:
        return page(request, answer, form, status=CONFLICT, is_closed=True)
    turned_away = change_documents(request, answer)
    if not form.is_valid():
        return page(request, answer, form, status=UNPROCESSABLE, turned_away=turned_away)
    saved = workflow.save_answer(answer, rating=form.cleaned_data["rating"], explanation=form.cleaned_data["explanation"],
                                 base_version=form.cleaned_data["version"], actor=request.actor)
    return after_saving(request, saved, form, turned_away)


def first_words(answer):
    """What stands in the form: the answer, or where none was saved yet that of the last cycle."""
    earlier = getattr(answer, "earlier", None)
    stands = earlier if earlier and answer.saved_at is None else answer
    return {"rating": stands.rating, "explanation": stands.explanation}


def own_answer(actor, public_id):
    """An answer of one of the actor's own applications; its provider knows what the actor is there."""
    row = found(queries.own_answers(actor), public_id)
    return queries.read_with_role(actor, row, row.application.provider)


def after_saving(request, saved, form, turned_away):
    if saved.is_closed:
        return page(request, saved.answer, form, status=CONFLICT, is_closed=True)
    if saved.conflict:
        return page(request, saved.answer, form, status=CONFLICT, theirs=saved.answer)
    if request.htmx:
        return render(request, f"{PAGE}#saved", {"answer": saved.answer, "saved_when": saved_when(saved.answer)})
    if turned_away:
        form = AnswerForm(initial=form.cleaned_data | {"version": saved.answer.version})
        return page(request, saved.answer, form, turned_away=turned_away)
    return HttpResponseRedirect(way_on(request, saved.answer))


def saved_when(answer):
    """14:03, with the day in front if it was not today."""
    if answer.saved_at is None:
        return ""
    moment = clock.seoul(answer.saved_at)
    return f"{moment:%H:%M}" if moment.date() == clock.today() else moment_in_words(moment)


def way_on(request, answer):
    """The next indicator, the list, or this page again where the documents are."""
    pressed = request.POST.get("do", "")
    if pressed == "next":
        _place, _total, _before, after = place_of(request.actor, answer)
        return reverse("portal_answer", args=[after["public_id"]]) if after else reverse(
            "portal_application", args=[answer.application.public_id])
    here = reverse("portal_answer", args=[answer.public_id], query=search_of(request))
    return f"{here}#evidence" if stays_at_drawer(request) else here


def company_of(actor, answer):
    """The others who are in this answer just now; and from here on the actor is there too."""
    there = presence.come(answer, actor.user.pk)
    return {"others": list(queries.named(there)) if there else [], "saved_when": saved_when(answer)}


def page(request, answer, form, *, status=200, **more):
    actor, application = request.actor, answer.application
    may_write = application.is_writable and permissions.can_write(actor, application)
    place, total, before, after = place_of(actor, answer)
    with_errata(errata_shown(actor, answer.indicator.version_id), [answer.indicator])
    template = f"{PAGE}#trouble" if request.htmx else PAGE
    return render(request, template, {
        "answer": answer, "application": application, "indicator": answer.indicator, "form": form,
        "saved_when": saved_when(answer), **drawer_of(request, answer), "person": kept_under(actor),
        "place": place, "total": total, "before": before, "after": after, "may_write": may_write,
        **(company_of(actor, answer) if may_write else {}), **more}, status=status)


def place_of(actor, answer):
    """(its place among the answers, how many there are, the one before it, the one after it)"""
    rows = queries.places_of_answers(actor, answer.application)
    place = next(number for number, row in enumerate(rows) if row["public_id"] == answer.public_id)
    return place + 1, len(rows), *around(rows, place)


def around(rows, place):
    """(the one before or None, the one after or None) of the row at this place."""
    return rows[place - 1] if place else None, rows[place + 1] if place + 1 < len(rows) else None


def kept_under(actor):
    """What a browser keeps is kept under this: the same for one account, and telling nothing of it."""
    return salted_hmac("typed in this browser", str(actor.user.pk), algorithm="sha256").hexdigest()[:16]
