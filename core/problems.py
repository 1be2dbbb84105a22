"""What went wrong, for a program: RFC 9457, with a `type` that stays the same and leads to its explanation."""
import json

from django.conf import settings
from django.http import HttpResponse
from django.utils.translation import gettext_lazy

PROBLEM = "application/problem+json"


class Problem(Exception):
    """Raised where a program asks; `code` is stable, the words are for whoever reads its log."""

    def __init__(self, code, status, title, detail="", **more):
        super().__init__(code)
        self.code, self.status, self.title, self.detail, self.more = code, status, title, detail, more


FAILURE = Problem("failure", 500, gettext_lazy("Something of ours went wrong. It is noted, and nothing was changed."))
AWAY = Problem("away", 503, gettext_lazy("It cannot be read at this moment. Please ask again."))


def problem_answer(problem):
    said = {"type": f"{settings.SITE_URL}/api/docs#{problem.code}", "title": str(problem.title), "status": problem.status}
    if problem.detail:
        said["detail"] = str(problem.detail)
    return HttpResponse(json.dumps(said | problem.more, ensure_ascii=False), status=problem.status, content_type=PROBLEM)
