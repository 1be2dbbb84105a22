"""Check this PDF: by its hash, which a browser can work out by itself, or by handing it in; it is never kept."""
import re

from django.db import transaction
from django.shortcuts import render
from django.utils.translation import gettext as _

from accounts.guards import public
from accounts.limits import reserve
from certification.file_check import check_file, check_hash, hash_of
from certification.forms.check_file import CheckFileForm
from certification.views.verify import SECONDS, too_often
from core.errors import Unavailable
from core.peers import peer

HASH = re.compile(r"[0-9a-f]{64}")
FILES_A_MINUTE, ALL_FILES_A_MINUTE = 6, 60      # that are opened; a known file is answered by its hash alone


@public
@transaction.non_atomic_requests                # a jail takes seconds, in which no connection is held
def verify_file(request):
    """The question, and its answer on the same page. Kept by no cache: a stranger can ask for any number of hashes."""
    form = CheckFileForm(files=request.FILES) if request.method == "POST" else CheckFileForm()
    asked = request.GET.get("sha256", "").lower()
    if too_often(request):
        return told_to_wait(request)
    if request.method == "POST" and form.is_valid():
        return opened(request, form.cleaned_data["file"])
    if asked and not form.is_bound:
        answer = check_hash(asked) if HASH.fullmatch(asked) else None
        return answered(request, CheckFileForm(), answer, is_no_hash=answer is None)
    return answered(request, form, None, status=400 if form.is_bound else 200)


def opened(request, file):
    """The hash first; only what is not known by it is opened, and that is counted."""
    answer = check_hash(hash_of(file))
    if not answer.is_genuine:
        if sentence := no_room(request):
            return told_to_wait(request, sentence)
        answer = check_file(file, answer.sha256)
    return answered(request, CheckFileForm(), answer)


def answered(request, form, answer, *, status=200, **more):
    return render(request, "certification/check_file.html", {"form": form, "answer": answer, **more}, status=status)


def no_room(request):
    """Opening a file costs a processor seconds: without the counters it is not done. A sentence, or None."""
    try:
        free = reserve(f"verify-file:{peer(request)}", FILES_A_MINUTE, SECONDS) and reserve(
            "verify-file:all", ALL_FILES_A_MINUTE, SECONDS)
    except Unavailable:
        return _("This file is not one that was issued as it is. More cannot be found out just now; please try again in a few minutes.")
    return None if free else waiting()


def waiting():
    return _("Many files were checked just now. Please wait a minute and try again.")


def told_to_wait(request, sentence=None):
    response = answered(request, CheckFileForm(), None, status=429, sentence=sentence or waiting())
    response["Retry-After"] = str(SECONDS)
    return response
