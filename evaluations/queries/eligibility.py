"""What is known of offerings that may be applied for, gathered once for all of them, and what the rules find in it."""
from dataclasses import replace

from accounts.actors import Actor
from certification.models import Round
from certification.models.certificate import State
from certification.queries import live_certificates_of, requirements_of
from certification.renewal import renewal_window
from core import clock
from core.tenancy import current_agency
from evaluations.eligibility import Known, findings
from providers.queries import standings_of

ASKED = Actor.system("what a round asks of those who apply")


def findings_for(pairs, *, is_in_time=False):
    """{(round's id, offering's id): [Finding]} for pairs of a round and an offering. As many queries for many as for one.

    For whoever already reads both: an offering's own people, staff, the workflow. The offerings come with site, provider and district,
    the rounds with their services. `is_in_time`: they were handed in, so that a renewal's days are no question any more.
    """
    rounds = {round.pk: round for round, _offering in pairs}
    asked = requirements_of(ASKED, list(rounds.values()))
    known = known_of(list({offering.pk: offering for _round, offering in pairs}.values())) if asked else {}
    services = {key: set(rows[0].services) for key, rows in asked.items()}
    return {(round.pk, offering.pk): findings(
        [(row.requirement, row.asked) for row in asked.get(round.pk, [])],
        in_round(known[offering.pk], round, offering, services.get(round.pk, ()), is_in_time) if asked else None)
        for round, offering in pairs}


def findings_of(application):
    """[Finding] of one application as things stand now."""
    pair = application.round, application.offering
    found = findings_for([pair], is_in_time=application.submitted_at is not None)
    return found[application.round_id, application.offering_id]


def in_round(known, round, offering, services, is_in_time):
    is_late = round.kind == Round.Kind.RENEWAL and clock.now() < round.late_until(offering.site.provider_id)
    return replace(known, notice=clock.seoul(round.published_at or clock.now()).date(), is_let_in_late=is_late, is_in_time=is_in_time,
                   may_be_certified=offering.service_type_id in services)


def known_of(offerings):
    """{offering's id: Known}, without what depends on the round. The offerings come with site, provider and district."""
    standings = standings_of({one.site.provider_id for one in offerings})
    certificates = live_certificates_of([one.pk for one in offerings])
    province, today = current_agency().province_id, clock.today()
    found = {}
    for one in offerings:
        provider, district, certificate = one.site.provider, one.site.district, certificates.get(one.pk)
        standing = standings[provider.pk]
        found[one.pk] = Known(
            notice=today, today=today, stage=provider.stage, is_active=one.is_active, registration_number=one.registration_number,
            registered_on=one.registered_on, elsewhere=str(district) if province and district.province_id != province else "",
            dispositions=tuple(standing.dispositions), dispositions_as_of=day(standing.dispositions_as_of),
            barred_until=standing.barred_until, certificate=certificate and (certificate.number_shown, certificate.valid_to),
            renewal=certificate and tuple(renewal_window(certificate.framework, certificate.valid_to)),
            is_suspended=bool(certificate) and certificate.state == State.SUSPENDED,
            is_national=one.service_type_id in standing.national, national_until=standing.national.get(one.service_type_id),
            national_as_of=day(standing.listed_as_of))
    return found


def day(moment):
    return moment and clock.seoul(moment).date()
