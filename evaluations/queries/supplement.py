"""Supplement requests: what may be asked for, what is open, what was answered and how it differs from what was sealed before."""
from dataclasses import dataclass, field
from datetime import timedelta

from accounts.actors import Actor
from certification.models import RoundDocument
from core import clock
from evaluations.models import (
    Application,
    ConsolidatedJudgement,
    RequiredIndicator,
    SealedFile,
    SealedReply,
    SupplementItem,
    SupplementReply,
    SupplementRequest,
)
from evaluations.models.review import Verdict
from evaluations.models.supplement import PHASES
from evaluations.queries.parts import CASE
from evaluations.queries.people import people_of
from evaluations.stages import SupplementStage

KIND = "application.supplement"         # of its deadline
ASKED = Actor.system("what a case is asked for")
UNDER_WAY = timedelta(minutes=10)       # an answer that arrived in time may still be on its way to the database
Kind = SupplementItem.Kind


def target_of(application, kind, code):
    """(name in Korean, in English) of what an item is about, or None if this case has no such thing."""
    if kind == Kind.GENERAL:
        return "", ""
    if kind == Kind.INDICATOR:
        row = RequiredIndicator.objects.visible_to(ASKED).filter(application=application, code=code).select_related("indicator").first()
        return row and (row.indicator.name_ko, row.indicator.name_en)
    row = RoundDocument.objects.visible_to(ASKED).filter(round=application.round_id, code=code).first() if kind == Kind.DOCUMENT else None
    return row and (row.name_ko, row.name_en)


def targets_of(actor, application):
    """([indicators it must meet], [documents of its round]): what an item can be about. For whoever works on the case."""
    indicators = RequiredIndicator.objects.visible_to(actor).filter(application=application).select_related("indicator")
    return list(indicators.order_by("position")), list(RoundDocument.objects.visible_to(actor).filter(round=application.round_id))


def open_supplement_of(application):
    """The request that its provider may answer now, or None. For the case's own workflow and pages."""
    rows = SupplementRequest.objects.visible_to(ASKED).filter(application=application, stage=SupplementStage.SENT)
    return rows.filter(deadline__due_at__gt=clock.now()).select_related("deadline").first()


def open_supplements():
    """Those that can still be answered, as a subquery of the pages that list cases."""
    return SupplementRequest.objects.visible_to(ASKED).filter(stage=SupplementStage.SENT, deadline__due_at__gt=clock.now())


def open_supplements_of(applications):
    """{application's id: the request that waits for its answer}. For whoever already reads the applications."""
    rows = open_supplements().filter(application__in=[one.pk for one in applications]).select_related("deadline")
    return {row.application_id: row for row in rows}


def supplements_overdue():
    """Sent, not answered, and their time over since a while."""
    rows = SupplementRequest.objects.visible_to(ASKED).filter(
        stage=SupplementStage.SENT, deadline__due_at__lte=clock.now() - UNDER_WAY)
    return rows.select_related("deadline").order_by("deadline__due_at", "pk")


def supplement_draft_of(actor, application):
    """(whether its stage is one at which a supplement can be asked for, the request of this stage or None)."""
    phase = PHASES.get(application.stage)
    rows = SupplementRequest.objects.visible_to(actor).filter(application=application, phase=phase).exclude(stage=SupplementStage.DROPPED)
    return phase is not None, rows.select_related("deadline", "application").first() if phase else None


def supplement_items_of(actor, request):
    """Every item that this actor may see, in their order."""
    rows = SupplementItem.objects.visible_to(actor).filter(request=request)
    return rows.select_related("request__application").order_by("position")


def proposed_by(actor, application, code):
    """What this assessor has proposed about an indicator and nobody has sent yet. For whoever reads the case already."""
    rows = SupplementItem.objects.visible_to(CASE).filter(
        request__application=application, request__stage=SupplementStage.DRAFT, proposed_by=actor.user, code=code)
    return rows.order_by("position")


def found_by_the_team(actor, application, items):
    """Indicators that need a supplement by the team's result and that no item names yet; empty while not everybody is in."""
    named = {item.code for item in items}
    rows = ConsolidatedJudgement.objects.visible_to(actor).filter(application=application, verdict=Verdict.SUPPLEMENT)
    return [row for row in rows.select_related("required__indicator").order_by("required__position") if row.required.code not in named]


def own_supplement(actor, public_id):
    """A request to one's own organisation, with what its page shows; or None."""
    own = Application.objects.visible_to(actor).filter(Application.written_by(actor))
    rows = SupplementRequest.objects.visible_to(actor).filter(public_id=public_id, sent_at__isnull=False, application__in=own)
    return rows.select_related("deadline", "application__round", "application__provider", "application__service_type").first()


def replies_of(actor, request):
    """[reply with its item and documents], in the order of the items; those withdrawn too."""
    rows = SupplementReply.objects.visible_to(actor).filter(item__request=request)
    return rows.select_related("item").prefetch_related("evidence__evidence__file").order_by("item__position")


def own_replies(actor):
    rows = SupplementReply.objects.visible_to(actor)
    return rows.select_related("item__request__deadline", "item__request__application__round", "item__request__application__provider",
                               "item__request__application__service_type", "saved_by__person")


@dataclass(frozen=True)
class Difference:
    """One item as it was answered: asked, the sealed text before, the text since, the files that came with it."""

    reply: SealedReply
    files: list = field(default_factory=list)

    @property
    def item(self):
        return self.reply.item

    @property
    def is_answered(self):
        return bool(self.files) or self.reply.text.strip() != self.reply.before.strip()


@dataclass(frozen=True)
class Supplement:
    """A request that was sent, its items, and once it is answered the differences to the submission before."""

    request: SupplementRequest
    items: list
    differences: list
    seal: object = None

    @property
    def stands(self):
        return self.request.stands


def sent_requests_of(application):
    """[the requests that were sent], the latest first. For whoever reads the case already."""
    rows = SupplementRequest.objects.visible_to(CASE).filter(application=application, sent_at__isnull=False)
    return list(rows.select_related("deadline", "sent_by__person").order_by("-sent_at", "-pk"))


def may_be_proposed(application, requests):
    """Whether an assessor may still propose an item for the request of this stage. `requests`: those that were sent."""
    phase = PHASES.get(application.stage)
    return phase is not None and not any(one.phase == phase and one.stage != SupplementStage.DROPPED for one in requests)


def supplements_of(actor, application, code=None, *, requests=None):
    """[Supplement] that were sent, the latest first; with `code` only what concerns that indicator. Four queries for any number, one less
    for whoever has read the `requests` already."""
    requests = sent_requests_of(application) if requests is None else requests
    if not requests:
        return []
    items, replies, files = {}, {}, {}
    asked = SupplementItem.objects.visible_to(actor).filter(request__in=requests, left_out_at=None).order_by("position")
    for item in asked.filter(kind=Kind.INDICATOR, code=code) if code else asked:
        items.setdefault(item.request_id, []).append(item)
    answered = SealedReply.objects.visible_to(actor).filter(item__request__in=requests).select_related("item", "seal").order_by("position")
    answered = list(answered.filter(kind=Kind.INDICATOR, code=code) if code else answered)
    for file in SealedFile.objects.visible_to(actor).filter(reply__in=answered).select_related("file", "reply").order_by("pk"):
        if file.seal_id == file.reply.seal_id:                  # later seals carry it along
            files.setdefault(file.reply_id, []).append(file)
    for reply in answered:
        replies.setdefault(reply.item.request_id, []).append(Difference(reply, files.get(reply.pk, [])))
    return [Supplement(one, items.get(one.pk, []), replies.get(one.pk, []), next((d.reply.seal for d in replies.get(one.pk, [])), None))
            for one in requests if not code or items.get(one.pk)]


def supplemented(actor, application):
    """{indicator's code: when its supplement arrived}: a judgement of before has not seen it."""
    rows = SealedReply.objects.visible_to(actor).filter(seal__application=application, kind=Kind.INDICATOR)
    return dict(rows.order_by("seal__number").values_list("code", "seal__sealed_at"))


def people_to_ask(application):
    """[account] who will get the request: name and address for the officer who sends it."""
    return list(people_of(application).select_related("person").order_by("email"))
