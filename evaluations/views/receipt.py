"""Is this receipt real? For whoever holds it: number and SHA-256 are on it, and nothing else is told."""
import re

from django.shortcuts import render
from django.utils.translation import gettext as _

from accounts.guards import public
from certification.views.verify import SECONDS, too_often
from evaluations.queries import submission_with

AT_LEAST = 16               # characters of the hash: 64 bits that nobody guesses


@public
def verify_receipt(request):
    number, sha256 = request.GET.get("number", "").strip()[:20], re.sub(r"\s+", "", request.GET.get("sha256", "")).lower()[:64]
    context = {"number": number, "sha256": sha256}
    if not number and not sha256:
        return page(request, context)
    if too_often(request):
        return told_to_wait(request, context)
    if not re.fullmatch(rf"[0-9a-f]{{{AT_LEAST},64}}", sha256):
        problem = _("Enter at least the first 16 characters of the SHA-256: digits and the letters a to f.")
        return page(request, context | {"problem": problem}, 422)
    found = submission_with(number, sha256)
    return page(request, context | {"found": found, "is_answered": True}, 200 if found else 404)


def page(request, context, status=200):
    return render(request, "evaluations/verify_receipt.html", context, status=status)


def told_to_wait(request, context):
    sentence = _("Many numbers were checked from your connection just now. Please wait a minute and try again.")
    response = page(request, context | {"problem": sentence}, 429)
    response["Retry-After"] = str(SECONDS)
    return response
