"""What one takes along: the visit for one's own calendar, and the kit on paper."""
from django.http import Http404, HttpResponse
from django.utils.translation import get_language

from accounts.guards import staff
from accounts.models import Role
from core.access_log import note_access
from core.addresses import absolute_url
from core.files import serve
from core.ics import TYPE
from core.tenancy import find_or_404
from visits import queries
from visits.calendar_file import calendar_of
from visits.models import Visit

GOING = (Role.ASSESSOR, Role.OFFICER, Role.MANAGER)         # who prepares it may print it for them


@staff(*GOING)
def calendar(request, public_id):
    visit = find_or_404(Visit, request.actor, public_id=public_id)
    return calendar_answer(visit, absolute_url(request.agency, "visit", visit.public_id))


def calendar_answer(visit, url):
    answer = HttpResponse(calendar_of(visit, url), content_type=TYPE)
    answer["Content-Disposition"] = 'attachment; filename="visit.ics"'
    return answer


@staff(*GOING)
def kit(request, public_id):
    """In the language of the page. Until it is made there is nothing."""
    visit = find_or_404(Visit, request.actor, public_id=public_id)
    paper = queries.kit_of(visit, "en" if get_language() == "en" else "ko")
    if paper is None or paper.made_at is None:
        raise Http404
    note_access(request, visit, "visit.kit")
    return serve(paper.file, f"{visit.subject_label} {paper.language}.pdf")
