"""A supplement request: proposed by assessors and officers, composed and sent by the officer, prolonged, withdrawn, closed by its dates."""
from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from core import clock
from core.calendar import add_working_days
from core.workflow import lock, move, record, refuse_if, require
from correspondence.queries import closing_days
from correspondence.workflow import close_deadlines, move_deadline, notify, open_deadline
from evaluations.models import Application, SealedAnswer, SupplementItem, SupplementReply, SupplementRequest
from evaluations.models.supplement import PHASES
from evaluations.permissions import can_ask_supplement, can_propose_supplement
from evaluations.queries.supplement import KIND, target_of
from evaluations.stages import SupplementStage

ITEMS_AT_MOST = 40


@transaction.atomic
def propose_item(application, *, kind, code="", text, actor):
    """Put one thing that is missing into the bundle of the stage. An assessor's proposal is read by the officer, who decides."""
    application = lock(application)
    require(can_propose_supplement(actor, application))
    phase = PHASES.get(application.stage)
    refuse_if(phase is None, _("A supplement is asked for in the screening, in the document review and after the visit."))
    refuse_if(not text.strip(), _("Please write what is missing."), field="text")
    target = target_of(application, kind, code)
    refuse_if(target is None, _("Choose an indicator or a document of this case."), field="about")
    bundle = _bundle(application, phase)
    refuse_if(bundle.stage != SupplementStage.DRAFT,
              _("The request of this stage has been sent already. A case is asked once at each stage."))
    count = bundle.items.count()
    refuse_if(count >= ITEMS_AT_MOST, _("A request has at most %(number)d items."), number=ITEMS_AT_MOST)
    place = (bundle.items.aggregate(last=Max("position"))["last"] or 0) + 1
    by_assessor = not can_ask_supplement(actor, application)
    item = SupplementItem.everything.create(
        request=bundle, position=place, kind=kind, code=code if kind != SupplementItem.Kind.GENERAL else "", text=text.strip(),
        title_ko=target[0], title_en=target[1], proposed_by=actor.user if by_assessor else None, added_at=clock.now())
    record("supplement.item_proposed", application, actor=actor, item=item.pk, about=kind, code=item.code)
    return item


def _bundle(application, phase):
    standing = SupplementRequest.everything.filter(application=application, phase=phase).exclude(stage=SupplementStage.DROPPED)
    return standing.first() or SupplementRequest.everything.create(application=application, phase=phase, begun_at=clock.now())


@transaction.atomic
def change_item(item, *, text, is_left_out, actor):
    """The officer's words for it, or that it is not asked after all."""
    application, item = _to_compose(item, actor)
    refuse_if(not text.strip(), _("Please write what is missing."), field="text")
    item.text, item.left_out_at = text.strip(), (item.left_out_at or clock.now()) if is_left_out else None
    item.save(update_fields=["text", "left_out_at"])
    record("supplement.item_changed", application, actor=actor, item=item.pk, left_out=is_left_out)
    return item


def _to_compose(item, actor):
    application = lock(Application.everything.get(pk=item.request.application_id))
    item = lock(item)
    require(can_ask_supplement(actor, application))
    refuse_if(item.request.stage != SupplementStage.DRAFT, _("This request has been sent and can no longer be changed."))
    return application, item


@transaction.atomic
def send_supplement(bundle, *, actor):
    """Ask the provider for the whole bundle at once; it has seven working days. Only these items are open to it then."""
    application = lock(Application.everything.get(pk=bundle.application_id))
    bundle = lock(bundle)
    require(can_ask_supplement(actor, application))
    refuse_if(bundle.stage != SupplementStage.DRAFT, _("This request has been sent and can no longer be changed."))
    refuse_if(PHASES.get(application.stage) != bundle.phase, _("The case has moved on meanwhile. This request can no longer be sent."))
    items = list(bundle.items.filter(left_out_at=None))
    refuse_if(not items, _("There is nothing to ask for yet."))
    _open_replies(application, items)
    bundle.deadline = open_deadline(application, kind=KIND, event_on=clock.today(), actor=actor)
    bundle.sent_at, bundle.sent_by = clock.now(), actor.user
    bundle.save(update_fields=["deadline", "sent_at", "sent_by"])
    facts = move(bundle, SupplementStage.SENT)
    record("supplement.sent", application, actor=actor, request=bundle.pk, items=len(items), due_at=bundle.deadline.due_at, **facts)
    notify("supplement.requested", application, actor=actor, link=("portal_supplement", bundle.public_id),
           due=bundle.deadline.last_day, items=words_of(items))
    return bundle


def words_of(items):
    """The items as the message lists them."""
    return "\n\n".join(f"{place}. {item.about}\n{item.text}" for place, item in enumerate(items, 1))


def _open_replies(application, items):
    """An item about an indicator begins with its sealed answer, to be changed or added to."""
    seal = application.seals.first()
    sealed = dict(SealedAnswer.everything.filter(seal=seal).values_list("code", "explanation"))
    before = [sealed.get(item.code, "") if item.kind == SupplementItem.Kind.INDICATOR else "" for item in items]
    SupplementReply.everything.bulk_create(SupplementReply(item=item, before=text, text=text)
                                           for item, text in zip(items, before, strict=True))


def latest_day_of(bundle):
    """The last day to which the officer may prolong it."""
    return add_working_days(bundle.deadline.last_day, settings.SUPPLEMENT_EXTENSION_DAYS, closing_days())


@transaction.atomic
def extend_supplement(bundle, *, to, reason, actor):
    """More time, once, with the reason, while it can still be answered."""
    application, bundle = _sent(bundle, actor)
    refuse_if(bundle.extended_at, _("The time for this answer has been prolonged already. It is prolonged once."))
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    refuse_if(to <= bundle.deadline.last_day, _("The new last day lies after the one that stands."), field="to")
    latest = latest_day_of(bundle)
    refuse_if(to > latest, _("It may be prolonged to %(day)s at the latest."), field="to", day=latest.isoformat())
    bundle.deadline = move_deadline(bundle.deadline, to=to, reason=reason, actor=actor)
    bundle.extended_at, bundle.extension_reason = clock.now(), reason.strip()
    bundle.save(update_fields=["extended_at", "extension_reason"])
    record("supplement.extended", application, actor=actor, request=bundle.pk, to=bundle.deadline.due_at, reason=reason.strip())
    notify("supplement.extended", application, actor=actor, link=("portal_supplement", bundle.public_id),
           due=bundle.deadline.last_day, reason=reason.strip())
    return bundle


def _sent(bundle, actor):
    """Both locked, the case first; only while the provider can still answer."""
    application = lock(Application.everything.get(pk=bundle.application_id))
    bundle = lock(bundle)
    require(can_ask_supplement(actor, application))
    refuse_if(not bundle.is_open(), _("This request is no longer open."))
    return application, bundle


@transaction.atomic
def withdraw_item(item, *, reason, actor):
    """It is no longer asked for. With the last one the whole request ends. What the provider typed stays readable to it."""
    application, bundle = _sent(item.request, actor)
    item = lock(item)
    refuse_if(item.withdrawn_at or item.left_out_at, _("This item is no longer asked for."))
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    item.withdrawn_at, item.withdrawn_reason = clock.now(), reason.strip()
    item.save(update_fields=["withdrawn_at", "withdrawn_reason"])
    if not bundle.items.filter(left_out_at=None, withdrawn_at=None).exists():
        move(bundle, SupplementStage.DROPPED)
        close_deadlines(application, kind=KIND, actor=actor, outcome="dropped")
    record("supplement.item_withdrawn", application, actor=actor, item=item.pk, reason=reason.strip())
    notify("supplement.item_withdrawn", application, actor=actor, link=("portal_application", application.public_id),
           about=item.about, reason=reason.strip())
    return item


@transaction.atomic
def lapse_supplement(bundle, *, actor):
    """The time is over: the case goes on with what is there. Twice is once, and what came in time is not touched."""
    application = lock(Application.everything.get(pk=bundle.application_id))
    bundle = lock(bundle)
    require(actor.is_system)
    if bundle.stands != SupplementStage.LAPSED or bundle.stage != SupplementStage.SENT:
        return False
    facts = move(bundle, SupplementStage.LAPSED)
    close_deadlines(application, kind=KIND, actor=actor, outcome="lapsed")
    record("supplement.lapsed", application, actor=actor, request=bundle.pk, **facts)
    notify("supplement.lapsed", application, actor=actor, link=("portal_application", application.public_id), due=bundle.deadline.last_day)
    notify("supplement.unanswered", application, actor=actor, link=("desk_case", application.public_id))
    return True


def drop_supplements(application):
    """The case is let go: what was being composed or waits for an answer ends with it. Its deadline the caller closes."""
    _drop(application, (SupplementStage.DRAFT, SupplementStage.SENT))


def drop_sent(application):
    """The stage is left backwards: what waits for an answer ends with it; what is being composed stays for its stage."""
    _drop(application, (SupplementStage.SENT,))


def _drop(application, standing):
    for bundle in SupplementRequest.everything.filter(application=application, stage__in=standing).select_for_update():
        move(bundle, SupplementStage.DROPPED)
