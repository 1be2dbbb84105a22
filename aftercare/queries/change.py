"""Change reports: one's own, the desk's list with its counts, who is told; and whose sanctions follow a successor."""
from django.db.models import Count, Q

from accounts.actors import Actor
from accounts.models import Role, User
from accounts.queries import accounts_holding
from aftercare.change_stages import OPEN_CHANGE, ChangeStage
from aftercare.changes import ChangeKind
from aftercare.models import ChangedCertificate, ChangeEvidence, ChangeFile, ChangeReport
from aftercare.models.duty import own_provider
from certification.models.certificate import not_past_sanction
from certification.queries.printed import living_certificates
from core import clock
from correspondence.models import Letter
from providers.models import Disposition, Provider, Succession
from providers.queries import people_of

FOLLOWING = Actor.system("what follows from change reports")
LISTS = ("waiting", "asked", "manager", "owed", "over")
PARTS = ("provider", "site", "successor", "decide_deadline", "asked_deadline")


def lists():
    """{list of the desk: its condition}. Owed: accepted, and a certificate that still holds is yet to be corrected."""
    return {
        "waiting": Q(stage=ChangeStage.HANDED_IN), "asked": Q(stage=ChangeStage.ASKED), "manager": Q(stage=ChangeStage.PROPOSED),
        "owed": Q(stage=ChangeStage.ACCEPTED, touched__is_owed=True) & not_past_sanction("touched__certificate__"),
        "over": Q(stage__in=[ChangeStage.ACCEPTED, ChangeStage.REFUSED, ChangeStage.WITHDRAWN])}


def people_of_report(report):
    """The accounts that act for its provider now."""
    return people_of(report.provider)


def people_of_successor(report):
    return people_of(report.successor) if report.successor else User.objects.none()


def desk_of_report(_report):
    return accounts_holding(Role.OFFICER)


def deciders_of_report(_report):
    return accounts_holding(Role.MANAGER, Role.DIRECTOR)


def own_reports(actor):
    """Those of the actor's own providers, the newest first."""
    return ChangeReport.objects.visible_to(actor).filter(own_provider(actor)).select_related(*PARTS).order_by("-begun_at", "-pk")


def reports_naming(actor):
    """Successions in which the actor's own provider is named as the successor and has not confirmed."""
    rows = ChangeReport.objects.visible_to(actor).filter(own_provider(actor, "successor"), stage__in=OPEN_CHANGE)
    return rows.filter(successor_confirmed_at=None).select_related(*PARTS).order_by("arrived_at", "pk")


def changes_found(actor, *, which="", kind="", words=""):
    """The desk's list: those that wait first by the day on which they are to be answered."""
    rows = ChangeReport.objects.visible_to(actor).filter(arrived_at__isnull=False)
    if which in LISTS:
        rows = rows.filter(lists()[which]).distinct()
    if kind in ChangeKind:
        rows = rows.filter(kind=kind)
    for word in words.split():
        rows = rows.filter(Q(provider__name__icontains=word) | Q(number__icontains=word))
    return rows.select_related(*PARTS).order_by("-arrived_at", "-pk")


def change_counts(actor):
    """{list: how many} in one query."""
    rows = ChangeReport.objects.visible_to(actor).filter(arrived_at__isnull=False).order_by()
    return rows.aggregate(**{name: Count("pk", filter=condition, distinct=True) for name, condition in lists().items()})


def changes_waiting(actor):
    """What waits for somebody like this actor, the longest first: the officers' and the manager's; and what is still to be corrected."""
    mine = Q(stage=ChangeStage.PROPOSED) if actor.has(Role.MANAGER) else Q(pk=None)
    if actor.has(Role.OFFICER, Role.MANAGER):
        mine |= lists()["waiting"] | lists()["owed"]
    rows = ChangeReport.objects.visible_to(actor).filter(mine, arrived_at__isnull=False).distinct()
    return rows.select_related(*PARTS).order_by("arrived_at", "pk")


def reports_about(actor, *, provider=None, certificate=None):
    """Those of a provider, or those that touched a certificate, as far as they were handed in; the newest first."""
    rows = ChangeReport.objects.visible_to(actor).filter(arrived_at__isnull=False)
    about = ChangedCertificate.objects.visible_to(actor).filter(certificate=certificate).values("report")
    rows = rows.filter(pk__in=about) if certificate else rows.filter(Q(provider=provider) | Q(successor=provider))
    return rows.select_related(*PARTS).order_by("-arrived_at", "-pk")


def touched_by(actor, report):
    """What it touches: once it was handed in, as it was kept then."""
    rows = ChangedCertificate.objects.visible_to(actor).filter(report=report)
    return rows.select_related("certificate__service_type", "certificate__district").order_by("pk")


def certificates_touched(provider, kind, site=None):
    """The living certificates that a change of this kind concerns: all, or those of the site. One whose service is not known is its
    site's by its name."""
    rows = living_certificates(provider)
    if site is None:
        return [] if kind == ChangeKind.ADDRESS else list(rows)
    return [one for one in rows if (one.offering.site_id == site.pk if one.offering else one.site_name == site.name)]


def files_of(actor, report):
    return ChangeFile.objects.visible_to(actor).filter(report=report).select_related("file").order_by("pk")


def links_of(actor, report):
    return ChangeEvidence.objects.visible_to(actor).filter(report=report).select_related("evidence__file").order_by("added_at", "pk")


def successor_of(number):
    """The provider of this agency with that business number, or None. For the workflow."""
    return Provider.objects.visible_to(FOLLOWING).filter(business_number=number).first()


def sanctions_following(actor, provider, day=None):
    """[(succession, [dispositions of the predecessor])] that count against this provider on that day: for eligibility's page and for
    whoever decides a sanction. Eligibility itself reads the same succession below (providers.queries.standings_of)."""
    day = day or clock.today()
    rows = Succession.objects.visible_to(actor).filter(successor=provider, sanctions_until__gte=day).select_related("predecessor")
    rows = list(rows.order_by("-happened_on", "-pk"))
    held = Disposition.objects.visible_to(actor).filter(provider__in=[one.predecessor_id for one in rows], withdrawn_at=None)
    held = list(held.order_by("-from_on", "-pk"))
    return [(one, [row for row in held if row.provider_id == one.predecessor_id]) for one in rows]


def in_language(letter, language):
    """The same letter in that language, once its paper is made; else the one there is."""
    same = {"subject_type": letter.subject_type, "subject_id": letter.subject_id, "kind": letter.kind, "language": language}
    rows = Letter.objects.visible_to(FOLLOWING).filter(**same, file__isnull=False, written_at__gte=letter.written_at)
    return rows.order_by("pk").first() or letter
