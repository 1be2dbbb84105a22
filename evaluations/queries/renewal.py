"""Certificates and the applications that renew them."""
from datetime import timedelta

from django.db.models import Exists, OuterRef

from certification.models import Certificate
from certification.renewal import renewal_window
from core import clock
from evaluations.models import Application
from evaluations.stages import Stage
from providers.models import ProviderMember

SOON = timedelta(days=366)              # no renewal begins earlier: the framework says from when


def renewal_of(actor, certificate):
    """The application that renews this certificate, as far as the actor may know of it; or None."""
    rows = Application.objects.visible_to(actor).filter(renews=certificate).exclude(stage=Stage.WITHDRAWN)
    return rows.order_by("-pk").first()


def to_renew(actor):
    """One's own certificates whose renewal can be applied for today and was not begun, the first to end first."""
    mine = ProviderMember.objects.visible_to(actor).filter(user=actor.user, left_at=None)
    begun = Application.objects.visible_to(actor).filter(renews=OuterRef("pk")).exclude(stage=Stage.WITHDRAWN)
    today = clock.today()
    rows = Certificate.objects.visible_to(actor).filter(
        ~Exists(begun), provider__in=mine.values("provider"), offering__isnull=False, ended_on=None, valid_to__range=(today, today + SOON))
    return [one for one in rows.select_related("framework", "service_type").order_by("valid_to", "pk")
            if one.is_in_force and renewal_window(one.framework, one.valid_to).is_now]
