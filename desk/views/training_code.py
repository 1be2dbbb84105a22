"""The code of a class: on the trainer's screen; scanned or typed by participants, whose own house takes it."""
from datetime import datetime, timedelta

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import door, signed_in
from core import clock
from core.addresses import at_home_of, national_url
from core.forms import carried_out
from core.qr import qr_path
from core.tenancy import find_or_404
from desk.training import training_page
from desk.views.training_attendance import own_class
from training.class_codes import RENEWED_AFTER, VALID_FOR, code_of, plain_code, shown_code
from training.forms.attendance import CodeForm
from training.models import ClassSession, Scan
from training.presence import half_of, shows_code
from training.queries.attendance import own_enrolment, presence_of
from training.queries.class_code import class_by_code, code_holds, house_of
from training.workflow.scan import KEPT_FOR, scan_class

SEEN = "class_codes"            # in the session: {public id of the class: when a code of it arrived that held}


@signed_in
def class_code(request, public_id):
    """For the screen in the room: a new code every 20 seconds, each of which holds for 30."""
    one, now = own_class(request, public_id), clock.now()
    shown = {}
    if one.run.is_open and shows_code(one, now):
        code = code_of(one, now)
        side, path = qr_path(national_url("class_code", code))
        shown = {"code": shown_code(code), "box": f"-4 -4 {side + 8} {side + 8}", "path": path, "until": now + timedelta(seconds=VALID_FOR)}
    template = "desk/training_code.html#code" if request.htmx else "desk/training_code.html"
    return render(request, template, {"class": one, "run": one.run, "seconds": VALID_FOR, "renewed": RENEWED_AFTER,
                                      "address": national_url("class_entry"), **shown})


@door
def class_entry(request):
    """National: for whoever types the code."""
    form = CodeForm(request.GET if "code" in request.GET else None)
    if form.is_valid():
        return redirect("class_code", form.cleaned_data["code"])
    return render(request, "desk/training_entry.html", {"form": form})


@door
def class_scanned(request, code):
    """National: where the code on the screen leads. One that holds is remembered for this browser alone, and is good for ten minutes:
    signing in takes longer than the code lasts, and a link that is passed on carries nothing."""
    found, holds = class_by_code(plain_code(code))
    if holds:
        note_seen(request, found)
        return redirect("class_onward")
    sentence = (_("This code was shown more than 30 seconds ago. Please scan the one that is on the screen now.") if found else
                _("No class shows this code just now. Please scan the code on the screen, or type it again."))
    return render(request, "desk/training_entry.html", {"form": CodeForm(), "sentence": sentence})


@signed_in
def class_onward(request):
    """National: on to the house where this person is enrolled in the run of the class that was scanned last."""
    seen = request.session.get(SEEN, {})
    last = max(seen, key=lambda one: seen[one]["at"], default=None)
    house = house_of(request.user, seen[last]["run"]) if last else None
    if house is None:
        sentence = _("Please scan the code first.")
        if last:
            sentence = _("You are not enrolled in the run of this class. Please tell the trainer.")
        return render(request, "desk/training_entry.html", {"form": CodeForm(), "sentence": sentence})
    with at_home_of(house):
        return HttpResponseRedirect(reverse("training_attend", args=[last]))


def note_seen(request, class_session):
    """The latest ten classes at most."""
    seen = request.session.get(SEEN, {}) | {str(class_session.public_id): {"at": clock.now().isoformat(), "run": class_session.run_id}}
    request.session[SEEN] = dict(sorted(seen.items(), key=lambda one: one[1]["at"])[-10:])


def seen_at(request, class_session):
    """When this browser brought a code of the class that held; None if it did not, or too long ago."""
    seen = request.session.get(SEEN, {}).get(str(class_session.public_id))
    at = datetime.fromisoformat(seen["at"]) if seen else None
    return at if at and at <= clock.now() <= at + KEPT_FOR else None


def forget_seen(request, class_session):
    """A code that was scanned is good for one button."""
    request.session[SEEN] = {one: seen for one, seen in request.session.get(SEEN, {}).items() if one != str(class_session.public_id)}


@signed_in
def attend(request, public_id):
    """The participant's page of a class: one button."""
    return attend_page(request, find_or_404(ClassSession, request.actor, public_id=public_id), CodeForm())


def attend_page(request, one, form):
    enrolment = own_enrolment(request.actor, one.run)
    known = presence_of(request.actor, enrolment, one) if enrolment else None
    now = clock.now()
    scans = set(Scan.objects.visible_to(request.actor).filter(enrolment=enrolment, class_session=one).values_list("kind", flat=True))
    leaves = Scan.Kind.COMING in scans and now >= half_of(one)
    is_done = Scan.Kind.LEAVING in scans or (Scan.Kind.COMING in scans and not leaves)
    return training_page(request, "desk/training_attend.html", {
        "class": one, "run": one.run, "enrolment": enrolment, "known": known, "form": form, "seen": seen_at(request, one),
        "kind": Scan.Kind.LEAVING if leaves else Scan.Kind.COMING, "leaves": leaves, "is_done": is_done, "half": half_of(one),
        "shows_code": shows_code(one, now)})


@require_POST
@signed_in
def scan(request, public_id):
    """The one button: coming, or in the second half leaving."""
    one = find_or_404(ClassSession, request.actor, public_id=public_id)
    enrolment = own_enrolment(request.actor, one.run)
    if enrolment is None:
        messages.error(request, _("You are not enrolled in the run of this class. Please tell the trainer."))
        return redirect("training_attend", public_id)
    kind = Scan.Kind.LEAVING if request.POST.get("kind") == Scan.Kind.LEAVING else Scan.Kind.COMING
    scan_class(enrolment, one, kind, seen_at=seen_at(request, one), actor=request.actor)
    forget_seen(request, one)
    messages.success(request, _("Your leaving is noted.") if kind == Scan.Kind.LEAVING else _("Your coming is noted."))
    return redirect("training_attend", public_id)


@require_POST
@signed_in
def type_code(request, public_id):
    """For whoever has no camera: the code in letters, for this class."""
    one = find_or_404(ClassSession, request.actor, public_id=public_id)
    form = CodeForm(request.POST)
    if form.is_valid() and not code_holds(form.cleaned_data["code"], one):
        form.add_error("code", _("This is not the code that this class has shown in the last 30 seconds."))
    if carried_out(request, form, lambda _said: note_seen(request, one), _("The code is right. Now press the button.")):
        return redirect("training_attend", public_id)
    return attend_page(request, one, form)
