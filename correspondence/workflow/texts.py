"""An agency's own words for an event: each change a new version."""
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from core import clock
from core.errors import Refused
from core.workflow import record, refuse_if, require
from correspondence.events import find_event
from correspondence.models import TemplateText
from correspondence.permissions import can_write_texts
from correspondence.placeholders import one_line, plain, problem_of_text


@transaction.atomic
def write_text(event, language, *, subject, body, actor):
    """The next version of the agency's text; both parts empty returns to the words of the house."""
    require(can_write_texts(actor))
    problem = problem_of_text(find_event(event), subject, body)
    refuse_if(problem, problem)
    latest = TemplateText.everything.filter(event=event, language=language).order_by("-version").first()
    try:
        with transaction.atomic():
            text = TemplateText.everything.create(
                event=event, language=language, version=latest.version + 1 if latest else 1, subject=one_line(subject), body=plain(body),
                written_at=clock.now(), written_by=actor.user,
            )
    except IntegrityError:
        raise Refused(_("Somebody else has just written this text. Look at it, then save yours again.")) from None
    record("text.written", text, actor=actor, event=event, language=language, version=text.version)
    return text
