"""Who is told of an edition early, who has read it, and who has not."""
from django.db.models import Count, Q

from accounts.actors import Actor
from accounts.models import User
from certification.models import EarlyNotice
from correspondence.queries import notices_about
from providers.models import ProviderMember
from providers.stages import Stage

TELLING = Actor.system("who is told of an edition early")
EVENTS = {"consultation": "framework.consultation", "publication": "framework.publication"}


def people_to_tell(notice):
    """The accounts that act for a confirmed provider of this agency now."""
    acting = ProviderMember.objects.visible_to(TELLING).filter(provider__stage=Stage.CONFIRMED, left_at=None)
    return User.objects.filter(pk__in=acting.values("user"), is_active=True)


def people_to_remind(notice):
    """Those who were told, are still to be told such things, and have not opened it by now."""
    unread = notices_about(TELLING, notice).filter(event=EVENTS[notice.kind], read_at=None)
    return people_to_tell(notice).filter(pk__in=unread.values("recipient"))


def early_notices_of(actor, version):
    """What was sent about an edition, the latest first."""
    return EarlyNotice.objects.visible_to(actor).filter(version=version).order_by("-sent_at", "-pk")


def told_counts(actor, notice):
    """{told, read, providers, providers_read}: people, and providers of which at least one has read it."""
    told = _told(notice)
    people = told.aggregate(told=Count("pk"), read=Count("pk", filter=Q(read_at__isnull=False)))
    acting = ProviderMember.objects.visible_to(actor).filter(left_at=None, provider__stage=Stage.CONFIRMED)
    providers = {name: acting.filter(user__in=rows.values("recipient")).values("provider").distinct().count()
                 for name, rows in (("providers", told), ("providers_read", told.filter(read_at__isnull=False)))}
    return people | providers


def unread_members(actor, notice):
    """Who acts for a confirmed provider, was told and has not read it: by provider."""
    unread = _told(notice).filter(read_at=None)
    acting = ProviderMember.objects.visible_to(actor).filter(left_at=None, provider__stage=Stage.CONFIRMED,
                                                             user__in=unread.values("recipient"))
    return acting.select_related("provider", "user__person").order_by("provider__name", "user__person__name", "pk")


def read_counts(actor, notices):
    """{notice's id: (told, read)} of several sendings in one query."""
    ids = [str(notice.pk) for notice in notices]
    rows = notices_about(TELLING, EarlyNotice).filter(subject_id__in=ids, event__in=EVENTS.values())
    counted = rows.order_by().values_list("subject_id").annotate(told=Count("pk"), read=Count("pk", filter=Q(read_at__isnull=False)))
    return {int(subject): (told, read) for subject, told, read in counted}


def _told(notice):
    return notices_about(TELLING, notice).filter(event=EVENTS[notice.kind])
