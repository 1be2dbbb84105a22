"""What a monitoring visit looks at and takes along, and who of the pool could go there."""
from collections import Counter
from datetime import timedelta

from django.utils.translation import gettext as _

from accounts.actors import Actor
from aftercare.models import Change, DutyKind, DutyRule, Monitoring, MonitoringFinding, MonitoringMember, SealedRow
from aftercare.queries.ties import offering_of
from aftercare.queries.watching import LOOKING_BACK, last_seal_of, version_of
from aftercare.sample import AT_LEAST, Seen, propose
from aftercare.watching_stages import MonitoringStage
from certification.models import Indicator
from core import clock
from core.wording import moment_in_words
from evaluations.queries import against_people, day_of
from evaluations.queries.conflict import Candidate, fits_in
from panels.models import Declaration
from panels.queries import pool_members

DAY = timedelta(days=1)
ASKING = Actor.system("who goes to a monitoring visit")


def rule_of(duty):
    """The line of the plan that says what its visit looks at: its own, else the one that holds now; or None."""
    if duty.rule_id:
        return duty.rule
    return DutyRule.objects.visible_to(LOOKING_BACK).filter(
        framework=duty.certificate.framework_id, kind=DutyKind.MONITORING_VISIT, ended_at=None).first()


def sample_of(duty):
    """(codes that are always looked at, how many at least)."""
    rule = rule_of(duty)
    return (tuple(rule.sample), rule.sample_size or AT_LEAST) if rule else ((), AT_LEAST)


def indicators_of(certificate):
    """{code: Indicator} that its service is asked about, in their order."""
    rows = Indicator.objects.visible_to(LOOKING_BACK).filter(version=version_of(certificate)).select_related("criterion__area")
    return {one.code: one for one in rows.order_by("position") if one.is_asked_of(certificate.service_type.code)}


def proposed_sample(duty):
    """[(Indicator, Proposed)]: what the visit of a duty would look at, with the reasons."""
    certificate, (always, at_least) = duty.certificate, sample_of(duty)
    indicators = indicators_of(certificate)
    earlier = list(MonitoringFinding.objects.visible_to(LOOKING_BACK).filter(monitoring__certificate=certificate))
    looked, found = Counter(one.code for one in earlier), Counter(one.code for one in earlier if not one.is_met)
    seal = last_seal_of(certificate)
    rows = {row.code: row for row in SealedRow.objects.visible_to(LOOKING_BACK).filter(seal=seal)} if seal else {}
    seen = [Seen(code, found[code], rows[code].rating if code in rows else "",
                 code in rows and rows[code].change == Change.CHANGED, looked[code]) for code in indicators]
    return [(indicators[one.code], one) for one in propose(seen, always, at_least)]


def reason_in_words(code):
    """Why an indicator stands in the sample."""
    return {"always": _("always looked at"), "found": _("not met at an earlier visit"), "not_met": _("not met in full by its own word"),
            "changed": _("changed by its own word"), "rarely": _("looked at least often")}[code]


def against_day(actor, rows, moments, hours, besides=None):
    """[sentence]: what speaks against going there at these moments; the desk may choose them nevertheless. `rows`: each names somebody as
    its `user`. Who is named for another monitoring visit counts before everybody of it has declared."""
    found = against_people(actor, rows, moments, hours, besides)
    named = MonitoringMember.objects.visible_to(actor).filter(
        user__in=[one.user_id for one in rows], ended_at=None, monitoring__stage=MonitoringStage.PLANNED)
    named = named.exclude(monitoring__public_id=besides)
    for moment in moments:
        day = day_of(moment)
        that_day = named.filter(monitoring__visit__starts_at__gte=day, monitoring__visit__starts_at__lt=day + DAY)
        found += [_("%(name)s visits %(place)s on %(when)s.") % {
            "name": one.user, "place": one.monitoring.visit.place_name, "when": moment_in_words(one.monitoring.visit.starts_at)}
            for one in that_day.select_related("user__person", "monitoring__visit").order_by("monitoring__visit__starts_at", "pk")]
    return list(dict.fromkeys(found))


def speaks_against(actor, monitoring):
    """What speaks by now against the day on which it is planned, for the team of today."""
    visit = monitoring.visit
    if monitoring.stage != MonitoringStage.PLANNED or visit.starts_at <= clock.now():
        return []
    return against_day(actor, list(team_going(monitoring)), [visit.starts_at], visit.hours, monitoring.public_id)


class Would:
    """A visit that is still to be planned, as far as it takes to ask who may go there."""

    pk, matter, round_id = 0, None, None

    def __init__(self, duty):
        self.provider_id = duty.provider_id
        self.offering_id = getattr(offering_of(duty.certificate), "pk", None)


def candidates_to_go(actor, case, besides=()):
    """[Candidate] of the pool, those free to be asked first. `case`: a Monitoring, or Would of a duty."""
    pool = pool_members(actor).exclude(user__in=besides).prefetch_related("employments")
    members = list(pool) if case.offering_id else []                        # without a service at a site nobody can be sent there
    found = fits_in(actor, [case], members)
    return sorted((found[case.pk, one.user_id] for one in members), key=Candidate.order)


def team_of(actor, monitoring):
    """[(MonitoringMember, its Declaration or None)] who go there now, the lead first."""
    members = list(MonitoringMember.objects.visible_to(actor).filter(monitoring=monitoring, ended_at=None).select_related("user__person"))
    asked = {one.user_id: one for one in Declaration.objects.visible_to(ASKING).filter(matter=monitoring.matter)}
    return [(one, asked.get(one.user_id)) for one in members]


def monitoring_declared(actor, declaration):
    """The visit that a declaration is about, for whoever was asked: whether it is still to be answered by them."""
    named = MonitoringMember.objects.visible_to(actor).filter(user=actor.user, ended_at=None, monitoring__public_id=declaration.matter)
    return named.exists()


def monitorings_to_declare(actor):
    """What this person was asked about monitoring visits and has not answered, the longest waiting first."""
    named = MonitoringMember.objects.visible_to(actor).filter(user=actor.user, ended_at=None, monitoring__stage="planned")
    rows = Declaration.objects.visible_to(actor).filter(user=actor.user, answered_at=None)
    return rows.filter(matter__in=named.values("monitoring__public_id")).order_by("asked_at", "pk")


def monitoring_of_duty(actor, duty):
    """The one that is planned or was carried out for it, or None."""
    return Monitoring.objects.visible_to(actor).filter(duty=duty, stage__in=("planned", "done")).first()


def to_assess(actor, public_id):
    """A visit that is open to who goes there: named, declared, not over for longer than it is theirs. Or None."""
    rows = Monitoring.objects.visible_to(actor).filter(MonitoringMember.of_the_team(actor), public_id=public_id)
    return rows.select_related("visit", "seal", "certificate__service_type").first()


def team_going(monitoring):
    """The team of today by name, for whoever already reads the visit."""
    rows = MonitoringMember.objects.visible_to(ASKING).filter(monitoring=monitoring, ended_at=None)
    return rows.select_related("user__person").order_by("-is_lead", "pk")
