"""The agency's own rounds."""
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q

from certification.models import (
    Round,
    RoundAttachment,
    RoundDocument,
    RoundExtension,
    RoundLateAccess,
    RoundQuestion,
    RoundRequirement,
    RoundService,
)
from core import clock
from core.tenancy import current_agency_id
from providers.models import ServiceType
from providers.queries import people_of


def rounds_of(actor):
    """All of them, the latest first, each with its services and its edition."""
    own = Round.objects.visible_to(actor).filter(agency=current_agency_id())
    return own.select_related("version").prefetch_related("services__service_type").order_by("-opens_at", "-pk")


def open_rounds(actor, at=None):
    """Announced ones in which an application that arrived at this moment, by default now, is in time; the first to close first.

    Those too that are over for others, if a provider of the actor's was granted late access: `is_open(provider=…)` says for which.
    """
    at = at or clock.now()
    late = RoundLateAccess.objects.visible_to(actor).filter(until__gt=at)
    rows = rounds_of(actor).filter(Q(closes_at__gt=at) | Q(pk__in=late.values("round")), published_at__isnull=False, opens_at__lte=at)
    return rows.prefetch_related("late_accesses").order_by("closes_at", "pk")


def rounds_for_paper(actor):
    """Announced ones that have opened and whose results are to come: what arrived on paper in time may be entered later. The last to close
    first."""
    now, today = clock.now(), clock.today()
    rows = rounds_of(actor).filter(published_at__isnull=False, opens_at__lte=now)
    waiting = rows.filter(Q(closes_at__gt=now) | Q(results_on=None) | Q(results_on__gte=today))
    return waiting.prefetch_related("late_accesses").order_by("-closes_at", "-pk")


def rounds_of_the_day(actor, day=None):
    """Announced ones that receive applications at some time of this day, by default today: what a page that is kept for a day can say."""
    day = day or clock.today()
    receiving = rounds_of(actor).filter(published_at__isnull=False, opens_at__lt=clock.end_of(day), closes_at__gt=clock.day_start(day))
    return receiving.order_by("closes_at", "pk")


def requirements_of(actor, rounds):
    """{round's id: [its requirements in their order]}, each with the `services` of its round, by id; one query for all of them."""
    found, services = {}, RoundService.objects.visible_to(actor).filter(round=OuterRef("round"))
    rows = RoundRequirement.objects.visible_to(actor).annotate(services=ArraySubquery(services.values("service_type")))
    for row in rows.filter(round__in=rounds).order_by("round", "position"):
        found.setdefault(row.round_id, []).append(row)
    return found


def services_of(round):
    """The service types that may be certified in it, in the nation's order."""
    return ServiceType.objects.filter(pk__in=round.services.values("service_type")).order_by("position", "code")


def announced_parts(actor, round):
    """What stands on the announcement, as this actor may read it: documents, attachments, questions, prolongations."""
    return {
        "documents": list(RoundDocument.objects.visible_to(actor).filter(round=round).order_by("position", "pk")),
        "attachments": list(RoundAttachment.objects.visible_to(actor).filter(round=round).select_related("file")
                            .order_by("added_at", "pk")),
        "questions": list(RoundQuestion.objects.visible_to(actor).filter(round=round).order_by("written_at", "pk")),
        "extensions": list(RoundExtension.objects.visible_to(actor).filter(round=round).order_by("extended_at", "pk")),
    }


def late_accesses_of(actor, round, provider=None):
    """Who was let in late, the latest first; of one provider if it is named."""
    rows = RoundLateAccess.objects.visible_to(actor).filter(round=round)
    rows = rows.filter(provider=provider) if provider else rows
    return rows.select_related("provider", "granted_by__person").order_by("-granted_at", "-pk")


def people_of_late_access(access):
    """Those who act for the provider that was let in."""
    return people_of(access.provider)
