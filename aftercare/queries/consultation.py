"""Consultations: the desk's, a provider's, a consultant's; what belongs to one; who is told."""
from dataclasses import dataclass
from datetime import date

from django.db.models import Avg, Count, Min, Q

from accounts.actors import Actor
from accounts.models import Role, User
from accounts.queries import accounts_holding
from aftercare.consultation_stages import OPEN_CONSULTATION, ConsultationStage
from aftercare.models import (
    Consultant,
    ConsultantAsking,
    Consultation,
    ConsultationRating,
    ConsultationReport,
    ConsultationVisit,
    Nomination,
    SharedCopy,
)
from providers.models import ProviderMember
from providers.queries import people_of as people_of_provider

TELLING = Actor.system("who is told about a consultation")
ANSWER, AGREE, REPORT = "consultation.answer", "consultation.agree", "consultation.report"
FEW = 5                                                         # a mean of fewer ratings would show single ones
IS_OPEN = Q(stage__in=OPEN_CONSULTATION)
LISTS = {"waiting": Q(stage=ConsultationStage.ASKED), "open": IS_OPEN,
         "over": ~IS_OPEN}


def consultations_of(actor):
    """With what a list shows."""
    return Consultation.objects.visible_to(actor).select_related("service_type", "district", "consultant__user__person", "provider")


def consultations_found(actor, which=""):
    """Those that wait for a consultant the longest first, else the latest first."""
    rows = consultations_of(actor).filter(LISTS.get(which, Q()))
    return rows.order_by("begun_at", "pk") if which == "waiting" else rows.order_by("-begun_at", "-pk")


def consultation_counts(actor):
    return Consultation.objects.visible_to(actor).aggregate(**{name: Count("pk", filter=rows) for name, rows in LISTS.items()})


def own_consultations(actor):
    """Of the providers that the actor acts for, staff or not."""
    mine = ProviderMember.objects.visible_to(actor).filter(user=actor.user, left_at=None)
    return consultations_of(actor).filter(provider__in=mine.values("provider"))


def my_consultations(actor):
    """What this consultant was asked to do, whatever else they are at the agency."""
    rows = consultations_of(actor).filter(consultant__user=actor.user)
    return rows.annotate(next_at=Min("visits__starts_at", filter=Q(visits__done_at=None, visits__dropped_at=None)))


def open_of(actor, certificate):
    """The one that is not over, or None."""
    return Consultation.objects.visible_to(actor).filter(certificate=certificate, stage__in=OPEN_CONSULTATION).first()


def askings_of(actor, consultation):
    rows = ConsultantAsking.objects.visible_to(actor).filter(consultation=consultation)
    return rows.select_related("consultant__user__person").order_by("-asked_at", "-pk")


def was_objected(consultation):
    return ConsultantAsking.objects.visible_to(TELLING).filter(consultation=consultation, objected_at__isnull=False).exists()


def copies_of(actor, consultation):
    rows = SharedCopy.objects.visible_to(actor).filter(consultation=consultation)
    return rows.select_related("file__scan").order_by("code", "kind", "pk")


def visits_of(actor, consultation):
    return ConsultationVisit.objects.visible_to(actor).filter(consultation=consultation, dropped_at=None).order_by("starts_at", "pk")


def report_of(actor, consultation):
    return ConsultationReport.objects.visible_to(actor).filter(consultation=consultation).first()


def advice_in(consultation, report):
    """[(code, name, advice)] of a report, in the order of the indicators."""
    return [(code, name, report.advice.get(code, "")) for code, name in consultation.about] if report else []


def steps_in(report):
    """[(words, day or None)]"""
    return [(one["text"], date.fromisoformat(one["day"]) if one["day"] else None) for one in report.steps] if report else []


def rating_of(actor, consultation):
    return ConsultationRating.objects.visible_to(actor).filter(consultation=consultation).first()


@dataclass(frozen=True)
class Satisfaction:
    """`mean` is None while there are fewer than FEW ratings."""

    count: int
    mean: float | None


def satisfaction(actor, consultant=None):
    """All in all, or with one consultant."""
    rows = ConsultationRating.objects.visible_to(actor)
    rows = rows.filter(consultation__consultant=consultant) if consultant else rows
    found = rows.aggregate(count=Count("pk"), mean=Avg("stars"))
    return Satisfaction(found["count"], round(found["mean"], 1) if found["count"] >= FEW else None)


def consultants_found(actor):
    """Whoever may be asked first, by name."""
    rows = Consultant.objects.visible_to(actor).select_related("user__person")
    rows = rows.prefetch_related("services__service_type", "districts__district")
    return rows.order_by("-is_active", "user__person__name", "pk")


def own_entry(actor):
    """The actor's own line on the list, or None."""
    return Consultant.objects.visible_to(actor).filter(user=actor.user).first()


def may_be_added():
    """Accounts with the consultant's role that are not on the list yet."""
    listed = Consultant.objects.visible_to(TELLING).values("user")
    rows = accounts_holding(Role.CONSULTANT).exclude(pk__in=listed)
    return rows.select_related("person").order_by("person__name", "pk")


def people_of(row):
    """The accounts that act for its provider now."""
    return people_of_provider(row.provider)


def desk_of(_row):
    """The officers and managers of the agency."""
    return accounts_holding(Role.OFFICER, Role.MANAGER)


def consultant_of(row):
    """Whoever comes, or was asked."""
    return User.objects.filter(pk=row.consultant.user_id) if row.consultant else User.objects.none()


def people_and_consultant_of(consultation):
    return people_of(consultation) | consultant_of(consultation)


def visitors_and_visited(visit):
    return people_and_consultant_of(visit.consultation)


def nominations_waiting(actor):
    return Nomination.objects.visible_to(actor).filter(stage=Nomination.Stage.ARRIVED)
