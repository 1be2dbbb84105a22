"""A provider's private self-diagnosis: the list, the question, what it comes to, the file, the end of it. For its own people alone."""
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import signed_in
from certification.queries import errata_shown, with_errata
from core.file_names import content_disposition
from core.forms import filled
from core.tables import XLSX
from core.tenancy import find_or_404, found
from evaluations import permissions, workflow
from evaluations.diagnosis_chart import chart_of
from evaluations.diagnosis_result import areas_of, changes_since, counted, first_things
from evaluations.diagnosis_sheet import sheet_of
from evaluations.forms.diagnosis import DiagnosisAnswerForm
from evaluations.queries import diagnosis as queries
from evaluations.views.answer import CONFLICT, UNPROCESSABLE, kept_under, saved_when
from providers.models import Provider
from providers.queries import my_providers

PAGE = "evaluations/diagnosis/answer.html"


@signed_in
def diagnoses(request):
    rows = {}
    for row in queries.diagnoses_of(request.actor):
        rows.setdefault(row.provider_id, []).append(row)
    return render(request, "evaluations/diagnosis/diagnoses.html", {
        "providers": [(one, permissions.can_diagnose(request.actor, one), rows.get(one.pk, [])) for one in my_providers(request.actor)]})


@require_POST
@signed_in
def begin(request, public_id):
    """By the provider's id. A second click leads to the same."""
    provider = find_or_404(Provider, request.actor, public_id=public_id)
    diagnosis = workflow.start_diagnosis(provider, actor=request.actor)
    first = queries.answers_of_diagnosis(request.actor, diagnosis).first()
    return redirect("portal_diagnosis_answer", first.public_id)


@signed_in
def answer(request, public_id):
    """As the page of an application's answer: each button saves, and with JavaScript it is saved while one writes."""
    row = found(queries.own_diagnosis_answers(request.actor), public_id)
    form = DiagnosisAnswerForm(filled(request), initial={"rating": row.rating, "explanation": row.explanation, "version": row.version})
    if request.method != "POST":
        return page(request, row, form)
    if not form.is_valid():
        return page(request, row, form, status=UNPROCESSABLE)
    saved = workflow.save_diagnosis_answer(row, rating=form.cleaned_data["rating"], explanation=form.cleaned_data["explanation"],
                                           base_version=form.cleaned_data["version"], actor=request.actor)
    if saved.conflict:
        return page(request, saved.answer, form, status=CONFLICT, theirs=saved.answer)
    if request.htmx:
        return render(request, f"{PAGE}#saved", {"answer": saved.answer, "saved_when": saved_when(saved.answer)})
    return HttpResponseRedirect(way_on(request, saved.answer))


def way_on(request, answer):
    """The next indicator, after the last the result; or this page again."""
    if request.POST.get("do") != "next":
        return reverse("portal_diagnosis_answer", args=[answer.public_id])
    codes = list(queries.answers_of_diagnosis(request.actor, answer.diagnosis).values_list("public_id", flat=True))
    after = codes[codes.index(answer.public_id) + 1:]
    return (reverse("portal_diagnosis_answer", args=after[:1]) if after
            else reverse("portal_diagnosis", args=[answer.diagnosis.public_id]))


def page(request, answer, form, *, status=200, **more):
    rows = list(queries.answers_of_diagnosis(request.actor, answer.diagnosis))
    place = next(number for number, row in enumerate(rows) if row.pk == answer.pk)
    with_errata(errata_shown(request.actor, answer.indicator.version_id), [answer.indicator])
    template = f"{PAGE}#trouble" if request.htmx else PAGE
    return render(request, template, {
        "answer": answer, "diagnosis": answer.diagnosis, "indicator": answer.indicator, "form": form, "saved_when": saved_when(answer),
        "person": kept_under(request.actor),
        "place": place + 1, "total": len(rows), "before": rows[place - 1] if place else None,
        "after": rows[place + 1] if place + 1 < len(rows) else None,
        "may_write": permissions.can_diagnose(request.actor, answer.diagnosis.provider), **more}, status=status)


@signed_in
def diagnosis(request, public_id):
    """What it comes to; `with` names an earlier one to compare it with."""
    own = queries.diagnoses_of(request.actor)
    row = found(own, public_id)
    others = [one for one in own.filter(provider=row.provider) if one.pk != row.pk]
    earlier = next((one for one in others if str(one.public_id) == request.GET.get("with")), None)
    return render(request, "evaluations/diagnosis/diagnosis.html", result(request.actor, row, earlier) | {
        "diagnosis": row, "others": others, "drafts": list(queries.drafts_of(request.actor, row.provider)),
        "may_write": permissions.can_diagnose(request.actor, row.provider),
        "may_delete": permissions.can_delete_diagnosis(request.actor, row.provider)})


def result(actor, row, earlier):
    answers = list(queries.answers_of_diagnosis(actor, row))
    then = queries.earlier_ratings(actor, row, earlier) if earlier else None
    areas = areas_of(answers, then)
    not_yet, partly = first_things(answers)
    better, worse, equal = changes_since(answers, then or {})
    return {"answers": answers, "areas": areas, "chart": chart_of(areas), "counts": counted(one.rating for one in answers),
            "not_yet": not_yet, "partly": partly, "first_count": len(not_yet) + len(partly),
            "first_open": next((one for one in answers if not one.rating), None),
            "earlier": earlier, "better": better, "worse": worse, "equal": equal}


@signed_in
def diagnosis_file(request, public_id):
    """Its own people take it along as a spreadsheet."""
    row = found(queries.diagnoses_of(request.actor), public_id)
    response = HttpResponse(sheet_of(row, queries.answers_of_diagnosis(request.actor, row)), content_type=XLSX)
    response.headers["Content-Disposition"] = content_disposition(f"{_('self-diagnosis')} {row.provider.title}.xlsx")
    response.headers["Cache-Control"] = "private, no-store"
    return response


@signed_in
def delete(request, public_id):
    row = found(queries.diagnoses_of(request.actor), public_id)
    if request.method == "POST":
        workflow.delete_diagnosis(row, actor=request.actor)
        messages.success(request, _("The self-diagnosis is deleted."))
        return redirect("portal_diagnoses")
    return render(request, "evaluations/diagnosis/delete.html", {
        "diagnosis": row, "may_delete": permissions.can_delete_diagnosis(request.actor, row.provider)})
