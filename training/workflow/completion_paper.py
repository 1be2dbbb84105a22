"""The certificate of completion on paper: drawn, signed, kept once for ever."""
import uuid

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.codes import new_code
from core.files import path_of, store_document
from core.signing import sign_pdf
from core.tenancy import current_agency
from core.workflow import lock, record, require
from training.completion_pdf import completion_pdf
from training.models import Completion, CompletionPaper
from training.permissions import can_follow_training

KIND = "completion"                     # of public codes


@transaction.atomic
def make_first_paper(completion, *, actor):
    """By the host's job. A second time finds it made; who no longer counts as completed gets none."""
    require(can_follow_training(actor))
    lock(completion.enrolment)
    completion = lock(completion)
    newest = _newest(completion)
    if not completion.is_current or not completion.is_completed or (newest and newest.name == _name_of(completion)):
        return newest
    return put_on_paper(completion, reason=str(_("Completed anew")) if newest else "", actor=actor)


def _newest(completion):
    return CompletionPaper.everything.filter(completion__enrolment=completion.enrolment_id).order_by("-edition").first()


def _name_of(completion):
    """A completion that was worked out anew and stayed has the number, and with it the paper, of the one before."""
    return f"{completion.number}.pdf"


def put_on_paper(completion, *, reason, actor):
    """For those who hold the enrolment and the completion. Raises Unavailable while the house has no key: nothing is kept then."""
    agency, newest, public_id = current_agency(), _newest(completion), uuid.uuid4()
    edition, at, code = newest.edition + 1 if newest else 1, clock.now(), new_code(KIND, public_id)
    content = completion_pdf(completion, agency=agency, code=code, edition=edition, on=clock.seoul(at).date(), is_demo=settings.DEMO)
    stored = store_document(sign_pdf(content, agency=agency), shelf=completion.public_id, actor=actor)
    paper = CompletionPaper.everything.create(
        public_id=public_id, house_id=completion.house_id, completion=completion, edition=edition, code=code, reason=reason, file=stored,
        name=_name_of(completion), path=path_of(stored), sha256=stored.sha256, size=stored.size, mime=stored.mime,
        extension=stored.extension, added_by=_issuer(completion, actor), added_at=at)
    record("completion.paper_made", completion, actor=actor, edition=edition, sha256=stored.sha256, reason=reason)
    return paper


def _issuer(completion, actor):
    """Who answers for it: who asked for it, else who decided, else who planned the run."""
    return actor.user or completion.decided_by or Completion.everything.select_related("run__made_by").get(pk=completion.pk).run.made_by
