"""Where an upload may go, named in one line that the page carries and the server reads again at every request: an answer, a document of
the round, the reply to a supplement request, a comment on a fact, a point of an appeal, the library, the next version of a document."""
from uuid import UUID

from django.http import Http404
from django.urls import reverse

from certification.models import RoundDocument
from core.tenancy import find_or_404
from core.workflow import require
from evaluations import queries, workflow
from evaluations.documents import Slot
from evaluations.models import Answer
from evaluations.workflow import appeal, fact_check, supplement_answer
from evaluations.workflow.attaching import Attaching
from providers import workflow as providers
from providers.permissions import can_edit
from providers.workflow.evidence import Taken


class Attached:
    """Beside an answer, or for a document of the round."""

    def __init__(self, target):
        self.target = target

    @property
    def words(self):
        if isinstance(self.target, Answer):
            return f"answer:{self.target.public_id}"
        return f"document:{self.target.application.public_id}:{self.target.document.public_id}"

    def begin(self, actor, **file):
        return workflow.begin_upload_for(self.target, place=self.words, actor=actor, **file)

    def finish(self, actor, upload):
        return workflow.attach_arrived(self.target, upload, actor=actor)

    def links(self, actor):
        if isinstance(self.target, Answer):
            return queries.evidence_of(actor, self.target)
        return queries.given_of(actor, self.target.application).filter(document=self.target.document)

    def page_after(self, _evidence):
        """The drawer takes the new list and stays."""
        return ""


class Written:
    """With something that is written for the agency. Subclasses say what: `kind` stands in the words, `files` is its Attaching."""

    kind: str
    files: Attaching

    def __init__(self, row):
        self.row = row

    @property
    def words(self):
        return f"{self.kind}:{self.row.public_id}"

    def begin(self, actor, **file):
        return self.files.begin_upload(self.row, place=self.words, actor=actor, **file)

    def finish(self, actor, upload):
        return self.files.attach_arrived(self.row, upload, actor=actor)

    def links(self, _actor):
        return queries.documents_beside(self.row)

    def page_after(self, _evidence):
        return ""

    def attach_upload(self, upload, **who):
        return self.files.attach_upload(self.row, upload, **who)

    def attach_evidence(self, evidence, **who):
        return self.files.attach_evidence(self.row, evidence, **who)

    def detach(self, link, **who):
        return self.files.detach(link, **who)


class Replied(Written):
    """With the reply to an item of a supplement request."""

    kind, files = "reply", supplement_answer.FILES

    @property
    def provider(self):
        return self.row.item.request.application.provider


class Commented(Written):
    """With a comment on a fact of the draft report."""

    kind, files = "comment", fact_check.FILES

    @property
    def provider(self):
        return self.row.fact.check_of.application.provider


class Contested(Written):
    """With a point of an appeal."""

    kind, files = "appeal", appeal.FILES

    @property
    def provider(self):
        return self.row.appeal.application.provider


class Kept:
    """In the library of a provider."""

    def __init__(self, provider):
        self.provider = provider

    @property
    def words(self):
        return f"library:{self.provider.public_id}"

    def begin(self, actor, **file):
        require(can_edit(actor, self.provider))
        return providers.begin_upload(self.provider, place=self.words, actor=actor, **file)

    def finish(self, actor, upload):
        return providers.finish_upload(upload, actor=actor, keep=providers.take_into_library)

    def links(self, actor):
        return None

    def page_after(self, evidence):
        return reverse("portal_library", args=[self.provider.public_id])


class Replacing(Kept):
    """The next version of a document in the library."""

    def __init__(self, evidence):
        super().__init__(evidence.provider)
        self.evidence = evidence

    @property
    def words(self):
        return f"version:{self.evidence.public_id}"

    def finish(self, actor, upload):
        def replace(_provider, file, *, actor):
            return Taken(providers.replace_evidence(self.evidence, file, actor=actor), True)
        return providers.finish_upload(upload, actor=actor, keep=replace)

    def page_after(self, evidence):
        return reverse("portal_library_document", args=[evidence.public_id])


def place_of(actor, words):
    """The place that these words name, if the actor may know it; else 404."""
    kind, *ids = words.split(":")
    try:
        ids = [UUID(one) for one in ids]
        return PLACES[kind](actor, *ids)
    except (KeyError, ValueError, TypeError):
        raise Http404 from None


def _first(rows, **lookup):
    row = rows.filter(**lookup).first()
    if row is None:
        raise Http404
    return row


def _answer(actor, answer):
    return Attached(_first(queries.own_answers(actor), public_id=answer))


def _document(actor, application, document):
    application = _first(queries.own_applications(actor), public_id=application)
    slot = Slot(application, find_or_404(RoundDocument, actor, public_id=document))
    if not slot.takes_files:
        raise Http404
    return Attached(slot)


def _reply(actor, reply):
    return Replied(_first(queries.own_replies(actor), public_id=reply))


def _comment(actor, comment):
    return Commented(_first(queries.own_comments(actor), public_id=comment))


def _appeal(actor, point):
    return Contested(_first(queries.own_points(actor), public_id=point))


def _library(actor, provider):
    return Kept(_first(queries.own_libraries(actor), public_id=provider))


def _version(actor, evidence):
    return Replacing(_first(queries.own_evidence(actor), public_id=evidence))


PLACES = {"answer": _answer, "document": _document, "reply": _reply, "comment": _comment, "appeal": _appeal, "library": _library,
          "version": _version}
