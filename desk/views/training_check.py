"""Is this certificate of completion genuine? By its code, or by its number and the name on it; counted, so that nobody guesses."""
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.guards import public
from accounts.limits import reserve
from core.codes import formatted, plain
from core.errors import Unavailable
from core.peers import peer
from training.forms.completion import CheckForm
from training.queries.check import checked_by_code, is_found

A_MINUTE, SECONDS = 20, 60


@public
def check(request):
    """Found or not found, and nothing else of anybody."""
    form = CheckForm(request.POST if request.method == "POST" else None)
    answer = None
    if request.method == "POST" and form.is_valid():
        if too_often(request):
            return told_to_wait(request, form)
        answer = is_found(**form.cleaned_data)
    return render(request, "training/check.html", {"form": form, "answer": answer})


@public
def check_code(request, code):
    """The certificate in somebody's hand. What is unknown or leads to something else is the same page, and accuses nobody."""
    if too_often(request):
        return told_to_wait(request, CheckForm())
    checked = checked_by_code(code)
    if checked and code != formatted(plain(code)):
        return redirect("training_check_code", formatted(plain(code)))
    return render(request, "training/checked.html", {"checked": checked, "code": code[:20]}, status=200 if checked else 404)


def told_to_wait(request, form):
    response = render(request, "training/check.html", {"form": form, "sentence": _(
        "Many numbers were checked from your connection just now. Please wait a minute and try again.")}, status=429)
    response["Retry-After"] = str(SECONDS)
    return response


def too_often(request):
    """Without the counters everybody is answered, as everywhere that certificates are checked."""
    try:
        return not reserve(f"training-check:{peer(request)}", A_MINUTE, SECONDS)
    except Unavailable:
        return False
