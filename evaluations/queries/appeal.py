"""Appeals: what may be appealed against and until when, who may handle one and who may not, where one stands."""
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db.models import Count, F, OuterRef, Prefetch, Q, Subquery
from django.db.models.functions import Coalesce

from accounts.actors import Actor
from accounts.models import User
from core import calendar, clock
from correspondence.events import find_kind
from correspondence.queries import closing_days
from evaluations.models import AnnouncementItem, Appeal, AppealFile, AppealFinding, AppealHandler, AppealOpinion, AppealPoint, Decision
from evaluations.models.appeal import appealed_by, handled_by
from evaluations.queries.people import desk_and_managers_of
from evaluations.stages import OPEN_APPEAL, AppealStage, Stage
from panels.models import Declaration

HAND_IN, ANSWER = "appeal.hand_in", "appeal.answer"            # deadlines
MORE_DAYS = 10              # General Act on Public Administration art. 36 (2): prolonged once by no more, from the day after the end
OPEN = OPEN_APPEAL
LOOKING = Actor.system("an appeal and what it is against")


@dataclass(frozen=True)
class Period:
    """From the day on which the result was told, which does not count, to 24:00 of its last day."""

    told_on: date
    due_at: datetime

    @property
    def last_day(self):
        return clock.seoul(self.due_at).date() - timedelta(days=1)


def refusal_of(application):
    """The announced refusal that stands, or None."""
    if application.stage != Stage.NOT_CERTIFIED:
        return None
    told = AnnouncementItem.objects.visible_to(LOOKING).filter(announcement__announced_at__isnull=False).values("decision")
    latest = Decision.objects.visible_to(LOOKING).filter(application=application, pk__in=told).order_by("-pk").first()
    return latest if latest and latest.kind == Decision.Kind.REFUSE else None


def period_of(application, decision):
    """Counted from the announcement, whether or not a deadline was opened with it."""
    item = AnnouncementItem.objects.visible_to(LOOKING).select_related("announcement").get(decision=decision)
    told_on, kind = clock.seoul(item.announcement.announced_at).date(), find_kind(HAND_IN)
    return Period(told_on, calendar.due_at(told_on, kind.days, kind.rule, closing_days()))


@dataclass(frozen=True)
class Said:
    """One point with what was found about it, and what each handler thinks of it, as far as the reader may know."""

    point: AppealPoint
    finding: AppealFinding | None = None
    opinions: list = field(default_factory=list)


def appeal_of(actor, application):
    """The latest appeal of a case that this actor may see, or None."""
    rows = Appeal.objects.visible_to(actor).filter(application=application)
    return rows.select_related("answer_deadline", "letter__file", "receipt__file", "decision").order_by("-begun_at", "-pk").first()


def own_appeals(actor):
    """Of one's own organisation, and those one enters from paper."""
    rows = Appeal.objects.visible_to(actor).filter(appealed_by(actor))
    return rows.select_related("application__provider", "application__service_type", "application__round", "decision", "answer_deadline",
                               "letter__file", "receipt__file", "handed_in_by__person")


def own_points(actor):
    """Points of one's own appeals, each with its ground."""
    rows = AppealPoint.objects.visible_to(actor).filter(appeal__in=Appeal.objects.visible_to(actor).filter(appealed_by(actor)))
    return rows.select_related("appeal__application__provider", "appeal__application__round", "appeal__decision", "required__indicator",
                               "saved_by__person")


def points_of(actor, appeal, *, written=True):
    """[Said] in their order; `written`: only those with words."""
    rows = AppealPoint.objects.visible_to(actor).filter(appeal=appeal).select_related("required__indicator")
    rows = rows.exclude(text="") if written else rows.annotate(documents=Count("evidence"))
    files = Prefetch("files", AppealFile.objects.visible_to(LOOKING).select_related("file"))
    rows = list(rows.prefetch_related(files).order_by("position"))
    found = {one.point_id: one for one in AppealFinding.objects.visible_to(actor).filter(point__in=rows)} if appeal.arrived_at else {}
    opinions = {}
    if appeal.arrived_at:
        counts = Q(handler__ended_at=None, handler__handed_in_at__isnull=False) | Q(handler__ended_at=None, handler__user=actor.user)
        given = AppealOpinion.objects.visible_to(actor).filter(counts, point__in=rows).select_related("handler__user__person")
        for one in given.order_by("-handler__is_lead", "handler__pk"):
            opinions.setdefault(one.point_id, []).append(one)
    return [Said(one, found.get(one.pk), opinions.get(one.pk, [])) for one in rows]


def handlers_of(actor, appeal):
    """Who handles it now, the one who writes the proposal first."""
    rows = AppealHandler.objects.visible_to(actor).filter(appeal=appeal, ended_at=None)
    return rows.select_related("user__person").order_by("-is_lead", "named_at", "pk")


def appeals_found(actor, which=""):
    """At the desk: what waits for its answer by the nearest day first, then what is over."""
    rows = Appeal.objects.visible_to(actor).filter(arrived_at__isnull=False)
    if which == "open":
        rows = rows.filter(stage__in=OPEN)
    elif which == "late":
        rows = rows.filter(stage__in=OPEN, answer_deadline__due_at__lte=clock.now())
    elif which == "answered":
        rows = rows.exclude(stage__in=OPEN)
    rows = rows.select_related("application__round", "application__service_type", "answer_deadline")
    return rows.order_by(F("answered_at").desc(nulls_first=True), F("withdrawn_at").desc(nulls_first=True), "answer_deadline__due_at", "pk")


def appeal_counts(actor, round=None):
    """{open, late, answered} at the desk; of one round, if it is given."""
    rows = Appeal.objects.visible_to(actor).filter(arrived_at__isnull=False)
    rows = rows.filter(application__round=round) if round else rows
    waits, done = Q(stage__in=OPEN), Q(stage__in=OPEN, answer_deadline__due_at__lte=clock.now())
    upheld = Q(stage__in=(AppealStage.UPHELD, AppealStage.PARTLY))
    return rows.order_by().aggregate(open=Count("pk", filter=waits), late=Count("pk", filter=done), answered=Count("pk", filter=~waits),
                                     upheld=Count("pk", filter=upheld))


def appeals_to_handle(actor):
    """Those that this person was named for, has declared about, and that wait; `mine`: one's own place in it."""
    mine = AppealHandler.objects.visible_to(actor).filter(user=actor.user, ended_at=None, appeal__stage=AppealStage.HANDLED)
    mine = mine.filter(appeal__in=Appeal.objects.visible_to(LOOKING).filter(handled_by(actor)))
    return mine.select_related("appeal__application", "appeal__answer_deadline").order_by("named_at", "pk")


def handler_of(actor, appeal):
    """One's own place in it, or None."""
    return AppealHandler.objects.visible_to(actor).filter(appeal=appeal, user=actor.user, ended_at=None).first() if actor.user else None


def people_who_handle(appeal):
    """The accounts that handle it."""
    named = AppealHandler.objects.visible_to(LOOKING).filter(appeal=appeal, ended_at=None)
    return User.objects.filter(pk__in=named.values("user"), is_active=True)


def lead_who_handles(appeal):
    named = AppealHandler.objects.visible_to(LOOKING).filter(appeal=appeal, ended_at=None, is_lead=True)
    return User.objects.filter(pk__in=named.values("user"), is_active=True)


def desk_and_handlers_of(appeal):
    """Who is told when it is taken back."""
    return desk_and_managers_of(appeal) | people_who_handle(appeal)


def with_progress(rows):
    """Appeals, each with how many handle it (`handling`) and how many of their opinions are in (`in_already`)."""
    named = AppealHandler.objects.visible_to(LOOKING).filter(appeal=OuterRef("pk"), ended_at=None).order_by().values("appeal")
    counted = named.annotate(number=Count("pk"), done=Count("handed_in_at"))
    return rows.annotate(handling=Coalesce(Subquery(counted.values("number")), 0), in_already=Coalesce(Subquery(counted.values("done")), 0))


def declared_about(actor, appeal):
    """{account's id: whether they have declared that nothing ties them} of those who were asked about this appeal."""
    asked = Declaration.objects.visible_to(actor).filter(matter=appeal.matter)
    return {one.user_id: one.has_interest is False for one in asked}


def appealing(actor, application, at):
    """What the page of a case says about an appeal: the latest that this actor may see, and, while a refusal stands, until when
    there may be one and whether it may still be begun."""
    decision, appeal = refusal_of(application), appeal_of(actor, application)
    if decision and appeal and appeal.decision_id != decision.pk:
        appeal = None                                       # it was about an earlier refusal; the case's history has it
    period = period_of(application, decision) if decision else None
    return {"appeal": appeal, "appeal_period": period, "appeal_is_open": period is not None and at < period.due_at}
