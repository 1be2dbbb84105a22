"""Digital badges: which are to be made, which are taken back or suspended today, and what everybody reads of them."""
from datetime import timedelta

from django.db.models import Exists, Max, OuterRef, Q

from accounts.actors import Actor
from certification.models import Badge, BadgeKey, BadgeStatusList, RegisterEntry
from certification.models.certificate import State
from certification.queries.register import EXPIRING_SOON, VALID, conditions
from core import clock

CITIZEN = Actor.public()
BATCH = 50                                      # that are made in one go
RENEWED_AFTER = timedelta(hours=12)             # a list is signed anew long before it lapses
Purpose = BadgeStatusList.Purpose


def entries_without_badge(agency):
    """Rows of the register that are in force and were changed since their badge was last looked at."""
    in_force = conditions(clock.today())
    looked_at = Badge.objects.visible_to(CITIZEN).filter(certificate=OuterRef("certificate"), seen_at__gte=OuterRef("renewed_at"),
                                                         made_at__isnull=False)
    rows = RegisterEntry.objects.visible_to(CITIZEN).filter(in_force[VALID] | in_force[EXPIRING_SOON], agency=agency)
    return rows.exclude(Exists(looked_at)).select_related("service_type", "certificate").order_by("pk")[:BATCH]


def places_to_set(agency):
    """{purpose: the places in the status lists that say so today}, told from the dates."""
    today = clock.today()
    rows = Badge.objects.visible_to(CITIZEN).filter(agency=agency, made_at__isnull=False)
    newest = dict(rows.values_list("certificate").annotate(Max("version")))
    says = {(row.certificate_id, row.version): row.says for row in rows.only("certificate", "version", "says")}
    taken_back, suspended = [], []
    touched = Q(certificate__ended_on__lte=today) | Q(certificate__suspended_from__lte=today) | Q(
        certificate__in=[pk for pk, version in newest.items() if version > 1])
    for row in rows.filter(touched).select_related("certificate").order_by("index"):
        state, latest = row.certificate.state_on(today), says[row.certificate_id, newest[row.certificate_id]]
        if state in (State.REVOKED, State.SURRENDERED, State.SUPERSEDED) or row.says != latest:
            taken_back.append(row.index)
        if state == State.SUSPENDED:
            suspended.append(row.index)
    return {Purpose.REVOCATION: taken_back, Purpose.SUSPENSION: suspended}


def status_lists_to_make(agency):
    """[(purpose, places)] of the lists that say something else by now, or are to be signed anew; none before there is a badge."""
    if not Badge.objects.visible_to(CITIZEN).filter(agency=agency, made_at__isnull=False).exists():
        return []
    kept = {row.purpose: row for row in BadgeStatusList.objects.visible_to(CITIZEN).filter(agency=agency)}
    wanted = places_to_set(agency)
    old = clock.real_now() - RENEWED_AFTER
    return [(str(purpose), places) for purpose, places in wanted.items()
            if purpose not in kept or kept[purpose].places != places or kept[purpose].made_at < old]


def badge_of(certificate_id):
    """The newest one of a certificate that is made, or None."""
    rows = Badge.objects.visible_to(CITIZEN).filter(certificate=certificate_id, made_at__isnull=False)
    return rows.select_related("picture__agency").order_by("-version").first()


def status_list(agency, purpose):
    return BadgeStatusList.objects.visible_to(CITIZEN).filter(agency=agency, purpose=purpose).first()


def badge_keys(agency):
    """The newest last."""
    return BadgeKey.objects.visible_to(CITIZEN).filter(agency=agency).order_by("pk")


