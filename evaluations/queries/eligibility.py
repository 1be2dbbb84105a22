"""What is known of offerings that may be applied for, gathered once for all of them, and what the rules find in it."""
from dataclasses import replace

from accounts.actors import Actor
from certification.models import Round
from certification.queries import live_certificates_of, requirements_of
from core import clock
from core.tenancy import current_agency
from evaluations.eligibility import Known, findings
from providers.queries import known_since, national_certificates_of, standing_against

ASKED = Actor.system("what a round asks of those who apply")


def findings_for(pairs):
    """{(round's id, offering's id): [Finding]} for pairs of a round and an offering. As many queries for many as for one.

    For whoever already reads both: an offering's own people, staff, the workflow. The offerings come with site, provider and district,
    the rounds with their services.
    """
    rounds = {round.pk: round for round, _offering in pairs}
    asked = requirements_of(ASKED, list(rounds.values()))
    known = known_of(list({offering.pk: offering for _round, offering in pairs}.values())) if asked else {}
    services = {key: {one.service_type_id for one in round.services.all()} for key, round in rounds.items()} if asked else {}
    return {(round.pk, offering.pk): findings(
        [(row.requirement, row.asked) for row in asked.get(round.pk, [])],
        in_round(known[offering.pk], round, offering.service_type_id in services[round.pk]) if asked else None)
        for round, offering in pairs}


def findings_of(application):
    """[Finding] of one application as things stand now."""
    pair = application.round, application.offering
    return findings_for([pair])[application.round_id, application.offering_id]


def in_round(known, round, may_be_certified):
    return replace(known, notice=clock.seoul(round.published_at or clock.now()).date(), is_renewal=round.kind == Round.Kind.RENEWAL,
                   may_be_certified=may_be_certified)


def known_of(offerings):
    """{offering's id: Known}, without what depends on the round. The offerings come with site, provider and district."""
    providers = {one.site.provider_id: one.site.provider for one in offerings}
    dispositions, bars = standing_against(list(providers))
    certificates, (entered, listed) = live_certificates_of([one.pk for one in offerings]), known_since()
    national = national_certificates_of({one.business_number for one in providers.values()})
    province, today = current_agency().province_id, clock.today()
    found = {}
    for one in offerings:
        provider, district, certificate = one.site.provider, one.site.district, certificates.get(one.pk)
        holder = national.get((provider.business_number, one.service_type_id))
        found[one.pk] = Known(
            notice=today, today=today, stage=provider.stage, is_active=one.is_active, registration_number=one.registration_number,
            registered_on=one.registered_on, elsewhere=str(district) if province and district.province_id != province else "",
            dispositions=tuple((row.kind, row.from_on, row.to_on, row.authority) for row in dispositions.get(provider.pk, [])),
            dispositions_as_of=entered and clock.seoul(entered).date(), barred_until=bars.get(provider.pk),
            certificate=certificate and (certificate.number_shown, certificate.valid_to), is_national=holder is not None,
            national_until=holder and holder.valid_to, national_as_of=listed and clock.seoul(listed).date())
    return found
