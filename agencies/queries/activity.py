"""Public activities: of all agencies for their staff, of one for citizens, and what they come to per agency and year."""
from typing import NamedTuple

from django.db.models import Count, Q, Sum
from django.db.models.functions import ExtractYear

from accounts import directory
from agencies.models import Activity, ActivityPhoto, ActivityVersion
from agencies.support_stages import ActivityStage
from core.models import FileScan
from core.tenancy import current_agency_id

OUT = {"stage": ActivityStage.PUBLISHED, "published_at__isnull": False}


class Sums(NamedTuple):
    """Of one agency in one year. An activity counts in the year in which it began."""

    agency: str
    year: int
    number: int
    cost: int
    reach: int


def activities_found(actor, *, words="", kind="", agency="", year=""):
    """What is published and fits: every word stands in it; the latest first."""
    rows = Activity.objects.visible_to(actor).filter(**OUT).select_related("agency")
    rows = rows.filter(kind=kind) if kind else rows
    rows = rows.filter(agency__slug=agency) if agency else rows
    rows = rows.filter(from_on__year=int(year)) if year else rows
    for word in words.split():
        rows = rows.filter(Q(title_ko__icontains=word) | Q(title_en__icontains=word) | Q(text_ko__icontains=word)
                           | Q(text_en__icontains=word) | Q(place__icontains=word) | Q(partners__icontains=word))
    return rows.order_by("-from_on", "-pk")


def sums_of(rows):
    """[Sums] of the rows found: the latest year first, then by agency."""
    names = {one.pk: one.name for one in directory.agencies()}
    found = rows.annotate(year=ExtractYear("from_on")).order_by().values("agency", "agency__name_ko", "year").annotate(
        number=Count("pk"), paid=Sum("cost"), reached=Sum("reach"))
    return [Sums(names.get(one["agency"], one["agency__name_ko"]), one["year"], one["number"], one["paid"], one["reached"])
            for one in found.order_by("-year", "agency__name_ko")]


def years_of(actor):
    """In which something published began, the latest first."""
    rows = Activity.objects.visible_to(actor).filter(**OUT).annotate(year=ExtractYear("from_on"))
    return list(rows.order_by("-year").values_list("year", flat=True).distinct())


def own_activities(actor):
    """This agency's, drafts and withdrawn ones too, what was changed last first."""
    return Activity.objects.visible_to(actor).filter(agency=current_agency_id()).order_by("-changed_at", "-pk")


def readable(actor):
    return Activity.objects.visible_to(actor).select_related("agency", "changed_by__person")


def photos_of(actor, activity):
    return ActivityPhoto.objects.visible_to(actor).filter(activity=activity).order_by("pk")


def photos_seen(actor, activity):
    """Those that a reader gets: without what still waits for the scan, or did not pass it."""
    return [one for one in photos_of(actor, activity) if not one.is_held_back]


def as_cards(actor, activities):
    """[(activity, the picture that stands for it or None)]; the pictures in one statement."""
    activities = list(activities)
    found: dict = {}
    for one in ActivityPhoto.objects.visible_to(actor).filter(activity__in=activities).order_by("pk"):
        if not one.is_held_back:
            found.setdefault(one.activity_id, one)
    return [(one, found.get(one.pk)) for one in activities]


def photos_readable(actor):
    return ActivityPhoto.objects.visible_to(actor).select_related("activity")


def photos_unheld(actor):
    """Those that may be shown: nothing waits for the scan, or did not pass it."""
    return photos_readable(actor).exclude(scan__in=(FileScan.State.WAITING, FileScan.State.INFECTED))


def own_photos(actor):
    return photos_readable(actor).filter(agency=current_agency_id())


def versions_of(actor, activity):
    """What stood there before, the latest first; the agency's own."""
    return ActivityVersion.objects.visible_to(actor).filter(activity=activity).select_related("replaced_by__person").order_by("-number")


def public_activities(actor):
    """What citizens read of this agency, the latest first."""
    return Activity.objects.visible_to(actor).filter(agency=current_agency_id(), **OUT).order_by("-from_on", "-pk")


def public_sums(actor):
    """This agency's latest year with something published, or None."""
    return next(iter(sums_of(public_activities(actor))), None)
