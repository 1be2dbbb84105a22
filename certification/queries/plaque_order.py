"""Plaques: one's own, what waits at the desk, what a maker is to make."""
from django.db.models import Count

from accounts.actors import Actor
from certification.models import CertificateDocument, PlaqueOrder, PrintBatch
from certification.models.plaque_order import UNDER_WAY
from certification.queries.certificate_life import people_of_certificate
from certification.stages import PlaqueStage

FOLLOWING = Actor.system("plaques of certificates that have ended")
PRINTING = Actor.system("pages for a printer")


def plaques_of(actor, certificate):
    return PlaqueOrder.objects.visible_to(actor).filter(certificate=certificate).order_by("-asked_at", "-pk")


def plaque_orders(actor, stage=""):
    """Rows of the desk's list; without a stage, all."""
    rows = PlaqueOrder.objects.visible_to(actor).select_related("certificate__service_type", "proof")
    return (rows.filter(stage=stage) if stage else rows).order_by("-asked_at", "-pk")


def plaque_counts(actor):
    """{stage: how many}"""
    rows = PlaqueOrder.objects.visible_to(actor).order_by()
    return dict(rows.values_list("stage").annotate(count=Count("pk")))


def current_plaque(certificate):
    """The plaque document that stands now, made or not; None where nothing was issued here."""
    rows = CertificateDocument.objects.visible_to(FOLLOWING).filter(certificate=certificate, kind=CertificateDocument.Kind.PLAQUE,
                                                                    replaced_at=None)
    return rows.select_related("file").first()


def open_orders_of(certificate):
    """Under way, or in the provider's hands: what its end concerns."""
    rows = PlaqueOrder.objects.visible_to(FOLLOWING).filter(certificate=certificate)
    return rows.filter(stage__in=[*UNDER_WAY, PlaqueStage.HANDED_OVER]).order_by("pk")


def batches_of(actor, *, ceremony=None):
    return PrintBatch.objects.visible_to(actor).filter(ceremony=ceremony).select_related("file").order_by("-asked_at", "-pk")


def people_of_plaque(order):
    """The accounts that act for the provider."""
    return people_of_certificate(order.certificate)
