"""Sanctions: lists, what one is about, who is told, whose day has come."""
from datetime import timedelta

from django.db.models import Count, Exists, OuterRef, Q

from accounts.actors import Actor
from accounts.models import Role, User
from accounts.queries import accounts_holding
from aftercare.models import Sanction, SanctionAppeal, SanctionFile, SanctionHandler, SanctionStatement
from aftercare.sanction_stages import BEFORE_DECISION, OPEN_APPEAL, UNDER_WAY, SanctionStage
from core import clock
from correspondence.models import Deadline, Letter
from correspondence.queries import letters_about, open_deadlines
from panels.models import Declaration
from providers.models import ProviderMember
from providers.queries import people_of as people_of_provider

TELLING = Actor.system("who is told about a sanction")
HEARING, URGENT, APPEAL, ANSWER = "sanction.hearing", "sanction.urgent", "sanction.appeal", "sanction.answer"       # deadlines
UNDER_WAY_FOR = timedelta(hours=1)
MORE_DAYS = 10              # General Act on Public Administration art. 36 (2)
LISTS = ("open", "effect", "over")
WITH = ("certificate__service_type", "provider", "drafted_by__person", "follows", "correction__indicator")


def sanction_of(row):
    """The sanction itself, or the one that an appeal or a handler belongs to."""
    return row if isinstance(row, Sanction) else row.sanction


def people_of_sanction(row):
    """The accounts that act for its provider now."""
    return people_of_provider(sanction_of(row).provider)


def desk_of_sanction(_row):
    return accounts_holding(Role.OFFICER, Role.MANAGER)


def desk_and_director(_row):
    return accounts_holding(Role.OFFICER, Role.MANAGER, Role.DIRECTOR)


def director_of_sanction(_row):
    return accounts_holding(Role.DIRECTOR)


def people_who_handle(row):
    """Of a sanction, or of an appeal against one: the accounts that handle it."""
    return User.objects.filter(pk__in=handlers_of(TELLING, row).values("user"), is_active=True)


def lead_who_handles(row):
    return User.objects.filter(pk__in=handlers_of(TELLING, row).filter(is_lead=True).values("user"), is_active=True)


def handlers_of(actor, row):
    """Who handles it now, whoever writes the proposal first. `row`: a sanction, or an appeal against one."""
    about = {"sanction": row, "appeal": None} if isinstance(row, Sanction) else {"appeal": row}
    rows = SanctionHandler.objects.visible_to(actor).filter(ended_at=None, **about)
    return rows.select_related("user__person").order_by("-is_lead", "named_at", "pk")


def how_many_handle(sanctions):
    """{id of a sanction: how many handle its decision}, in one statement."""
    rows = SanctionHandler.objects.visible_to(TELLING).filter(ended_at=None, appeal=None, sanction__in=sanctions)
    return dict(rows.order_by().values_list("sanction").annotate(Count("pk")))


def sanctions_found(actor, which=""):
    """Rows of the desk's list, the latest first; `which`: open, effect or over."""
    rows = Sanction.objects.visible_to(actor).select_related(*WITH)
    if which == "open":
        rows = rows.filter(stage__in=UNDER_WAY)
    elif which == "effect":
        rows = rows.filter(stage=SanctionStage.IN_EFFECT)
    elif which == "over":
        rows = rows.exclude(stage__in=(*UNDER_WAY, SanctionStage.IN_EFFECT))
    return rows.order_by("-drafted_at", "-pk")


def sanction_counts(actor):
    rows = Sanction.objects.visible_to(actor).order_by()
    live = Q(stage__in=UNDER_WAY)
    return rows.aggregate(open=Count("pk", filter=live), effect=Count("pk", filter=Q(stage=SanctionStage.IN_EFFECT)),
                          over=Count("pk", filter=~live & ~Q(stage=SanctionStage.IN_EFFECT)))


def sanctions_of(actor, certificate):
    """Every one of a certificate that this actor may see, the latest first."""
    return Sanction.objects.visible_to(actor).filter(certificate=certificate).select_related(*WITH).order_by("-drafted_at", "-pk")


def sanction_under_way(certificate):
    """The one that is not decided or not yet in effect, or None. For workflow, which asks who may."""
    return Sanction.objects.visible_to(TELLING).filter(certificate=certificate, stage__in=UNDER_WAY).first()


def own_sanctions(actor):
    """Of the organisations that the actor acts for, from the notice on."""
    mine = ProviderMember.objects.visible_to(TELLING).filter(user=actor.user, left_at=None).values("provider")
    return told_sanctions(actor).filter(provider__in=mine).order_by("-drafted_at", "-pk")


def told_sanctions(actor):
    """Those whose notice was sent, that this actor may see."""
    return Sanction.objects.visible_to(actor).filter(noticed_at__isnull=False).select_related(*WITH)


def appeal_against(actor, sanction):
    rows = SanctionAppeal.objects.visible_to(actor).filter(sanction=sanction)
    return rows.select_related("answer_deadline", "sanction__certificate").first()


def statement_of(actor, sanction, kind):
    """What this actor may read of what the provider says; of reports about the order the one that was not returned."""
    rows = SanctionStatement.objects.visible_to(actor).filter(sanction=sanction, kind=kind, returned_at=None)
    return rows.select_related("handed_in_by__person").first()


def order_reports(actor, sanction):
    """[(report that the order is met, its files)] as they were handed in, the latest first."""
    rows = SanctionStatement.objects.visible_to(actor).filter(sanction=sanction, kind="order", arrived_at__isnull=False)
    return [(one, files_of(actor, sanction, one)) for one in rows.select_related("handed_in_by__person").order_by("-pk")]


def reports_waiting(sanction):
    """Reports about its order that nobody has returned. `sanction`: the row, or a reference of a query to it."""
    return SanctionStatement.objects.visible_to(TELLING).filter(sanction=sanction, kind="order", arrived_at__isnull=False, returned_at=None)


def whose_order_is_reported(sanctions):
    """{id} of those of these whose order is reported as met and not answered."""
    if not sanctions:
        return set()
    rows = SanctionStatement.objects.visible_to(TELLING).filter(sanction__in=sanctions, kind="order", arrived_at__isnull=False)
    return set(rows.filter(returned_at=None).values_list("sanction", flat=True))


def orders_waiting(actor):
    """Suspensions whose order is reported as met and not looked into, and those in effect whose order is met."""
    rows = Sanction.objects.visible_to(actor).annotate(is_reported=Exists(reports_waiting(OuterRef("pk")))).select_related(*WITH)
    waits = Q(is_reported=True, order_met=None, stage__in=(SanctionStage.IN_EFFECT, SanctionStage.OVER))
    return list(rows.filter(waits | Q(order_met=True, stage=SanctionStage.IN_EFFECT)).order_by("final_to", "pk")[:20])


def files_of(actor, sanction, statement=None):
    rows = SanctionFile.objects.visible_to(actor).filter(sanction=sanction, statement=statement)
    return list(rows.select_related("file").order_by("pk"))


def letters_of(actor, sanction):
    """Its letters and those of its appeal, the newest first, of what went out together the Korean one; for whoever reads the sanction."""
    appeal = appeal_against(TELLING, sanction)
    rows = [*letters_about(TELLING, sanction), *(letters_about(TELLING, appeal) if appeal else [])]
    minute = {"second": 0, "microsecond": 0}
    return sorted(rows, key=lambda letter: (letter.written_at.replace(**minute), letter.language == "ko", letter.pk), reverse=True)


def letter_of_sanction(sanction, public_id):
    """One of these, or None."""
    return next((one for one in letters_of(TELLING, sanction) if one.public_id == public_id), None)


def sanction_of_letter(actor, public_id):
    """The sanction that the actor may see and that this letter is about, or None."""
    letter = Letter.objects.visible_to(TELLING).filter(public_id=public_id).first()
    if letter is None or not letter.kind.startswith("sanction."):
        return None
    rows = Sanction.objects.visible_to(actor).select_related("certificate")
    if letter.subject_type == Sanction._meta.label_lower:
        return rows.filter(pk=letter.subject_id).first()
    return rows.filter(pk__in=SanctionAppeal.objects.visible_to(TELLING).filter(pk=letter.subject_id).values("sanction")).first()


def appeal_deadline(sanction):
    """Until when an appeal may be handed in, or None."""
    return open_deadlines(TELLING, subject=sanction, kind=APPEAL).first()


def appeal_period(sanction):
    """The same, over or not: for whoever comes too late. Every decision has one."""
    rows = Deadline.objects.visible_to(TELLING).filter(subject_type=sanction._meta.label_lower, subject_id=str(sanction.pk), kind=APPEAL)
    return rows.order_by("-pk").first()


def decided_due(day=None):
    """Decided ones whose day has come, and suspensions in effect whose last day is over."""
    day = day or clock.today()
    rows = Sanction.objects.visible_to(TELLING).order_by("pk")
    return (list(rows.filter(stage=SanctionStage.DECIDED, final_from__lte=day)),
            list(rows.filter(stage=SanctionStage.IN_EFFECT, final_to__lt=day)))


def appeals_lapsed():
    """Periods to appeal in which nobody did, and that have been over for a while: what arrived in time has been handed in by then."""
    return list(open_deadlines(TELLING, kind=APPEAL, due_before=clock.now() - UNDER_WAY_FOR))


def place_declared(actor, declaration):
    """The place in a sanction or an appeal that somebody was asked to declare about, as long as it is theirs, or None."""
    mine = SanctionHandler.objects.visible_to(actor).filter(user=actor.user, ended_at=None).select_related("sanction")
    return mine.filter(Q(appeal=None, sanction__public_id=declaration.matter) | Q(appeal__public_id=declaration.matter)).first()


def to_handle(actor):
    """One's own places in sanctions and appeals that still wait for something."""
    if not actor.user:
        return []
    mine = SanctionHandler.objects.visible_to(actor).filter(user=actor.user, ended_at=None)
    waits = Q(appeal=None, sanction__stage=SanctionStage.HEARD) | Q(appeal__stage__in=OPEN_APPEAL, appeal__proposed_at=None)
    return list(mine.filter(waits).select_related("sanction__certificate", "appeal__sanction__certificate").order_by("named_at", "pk"))


def asked_about(actor, places):
    """{public id of a sanction or an appeal: what this person was asked about it and has not answered}."""
    rows = Declaration.objects.visible_to(actor).filter(user=actor.user, answered_at=None,
                                                        matter__in=[(one.appeal or one.sanction).matter for one in places])
    return {one.matter: one for one in rows}


def not_met(actor, certificate):
    """The latest suspension of this certificate whose order was noted as not met, as long as no sanction has followed it, or None. One
    that was dropped has followed nothing."""
    follow_up = Sanction.objects.visible_to(TELLING).filter(follows=OuterRef("pk")).exclude(stage=SanctionStage.DROPPED)
    return sanctions_of(actor, certificate).filter(~Exists(follow_up), order_met=False).first()


def open_appeals(actor):
    """Appeals against sanctions that wait for their answer, the nearest day first."""
    rows = SanctionAppeal.objects.visible_to(actor).filter(stage__in=OPEN_APPEAL).select_related("sanction__certificate", "answer_deadline")
    return list(rows.order_by("answer_deadline__due_at", "pk")[:20])


def open_before_decision(actor):
    """For the desk's first page: what is not decided, the nearest hearing first."""
    rows = Sanction.objects.visible_to(actor).filter(stage__in=BEFORE_DECISION).select_related(*WITH)
    return list(rows.order_by("hearing_at", "pk")[:20])
