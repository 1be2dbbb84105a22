"""Named reads about what citizens report, and who is told that something came."""
from django.db.models import Case, IntegerField, Value, When

from accounts.actors import Actor
from accounts.models import Membership, Role, User
from certification.models import RegisterReport
from certification.stages import ReportStage

TELLING = Actor.system("who is told of a citizen's report")
ORDER = (ReportStage.NEW, ReportStage.READ, ReportStage.CLOSED)


def handlers_of(_report):
    """The officers and managers of the agency."""
    handling = Membership.objects.visible_to(TELLING).filter(role__in=(Role.OFFICER, Role.MANAGER), ended_at=None)
    return User.objects.filter(pk__in=handling.values("user"), is_active=True)


def reports_of(actor):
    """The new ones first, the latest first among each."""
    place = Case(*(When(stage=stage, then=Value(number)) for number, stage in enumerate(ORDER)), output_field=IntegerField())
    rows = RegisterReport.objects.visible_to(actor).select_related("certificate__service_type", "handled_by__person")
    return rows.order_by(place, "-arrived_at", "-pk")
