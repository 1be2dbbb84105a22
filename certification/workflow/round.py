"""Rounds: drafted, announced, from then on a promise; only the closing may move later, with a reason."""
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.workflow import renew_public_pages
from certification.models import Round, RoundDocument, RoundExtension, RoundService
from certification.permissions import can_announce_rounds, can_draft_rounds
from certification.reference import applicant_documents
from certification.round_calendar import briefings_in_disorder, disorder, facts_of
from certification.workflow.requirement import draft_requirements, follow_kind
from core import clock
from core.tenancy import current_agency, current_agency_id
from core.workflow import lock, record, refuse_if, require


@transaction.atomic
def draft_round(facts, services, *, actor):
    """A round that nobody outside sees yet, with the usual documents to hand in. `facts` are Round's fields, `services` service types."""
    require(can_draft_rounds(actor))
    round = Round(**facts)
    _refuse_what_cannot_be(round)
    round.save()
    _set_services(round, services)
    draft_requirements(round)
    RoundDocument.everything.bulk_create(RoundDocument(round=round, position=place, **document)
                                         for place, document in enumerate(applicant_documents(), 1))
    record("round.drafted", round, actor=actor, year=round.year, kind=round.kind, version=round.version_id)
    return round


@transaction.atomic
def change_round(round, facts, services, *, actor):
    """Whatever of it, as long as it is not announced."""
    round = lock(round)
    require(can_draft_rounds(actor))
    _refuse_announced(round)
    kind = round.kind
    for name, value in facts.items():
        setattr(round, name, value)
    _refuse_what_cannot_be(round)
    round.save()
    _set_services(round, services)
    if round.kind != kind:
        follow_kind(round)
    record("round.changed", round, actor=actor, fields=sorted(facts))
    return round


@transaction.atomic
def announce_round(round, *, actor):
    """Tell everybody. From here on providers rely on every word of it."""
    round = lock(round)
    require(can_announce_rounds(actor))
    _refuse_announced(round)
    refuse_if(round.version.published_at is None, _("Publish the edition of the criteria first: applicants have to know what is asked."))
    refuse_if(not round.services.exists(), _("Choose at least one service that may be certified in this round."))
    refuse_if(not round.requirements.exists(), _("Choose at least one requirement: the screening asks nothing else."))
    _refuse_disorder(round)
    unfit = briefings_in_disorder(round, round.briefings.filter(called_off_at=None))
    refuse_if(unfit, unfit)
    refuse_if(round.closes_at <= clock.now(), _("The application period of this round is over already."), field="closes_at")
    round.published_at = clock.now()
    round.save(update_fields=["published_at"])
    record("round.announced", round, actor=actor, year=round.year, kind=round.kind, version=round.version_id,
           opens_at=round.opens_at, closes_at=round.closes_at)
    renew_public_pages(current_agency())
    return round


@transaction.atomic
def extend_round(round, *, closes_at, reason, actor):
    """More time for everybody, while the round still receives applications; the reason stands on the page."""
    round = lock(round)
    require(can_announce_rounds(actor))
    refuse_if(round.published_at is None, _("This round is not announced yet. Change its dates instead."))
    refuse_if(not reason.strip(), _("Write the reason: everybody reads it on the announcement."), field="reason")
    refuse_if(round.closes_at <= clock.now(), _("The application period of this round is over already."), field="closes_at")
    before, round.closes_at = round.closes_at, closes_at
    refuse_if(closes_at <= before, _("The period can only become longer."), field="closes_at")
    _refuse_disorder(round)
    round.save(update_fields=["closes_at"])
    RoundExtension.everything.create(round=round, closed_at=before, closes_at=closes_at, reason=reason.strip(), extended_at=clock.now())
    record("round.extended", round, actor=actor, reason=reason, **{"from": before, "to": closes_at})
    renew_public_pages(current_agency())
    return round


def _refuse_announced(round):
    refuse_if(round.published_at, _("This round is announced. Its announcement no longer changes."))


def _refuse_what_cannot_be(round):
    """Published editions of other agencies are there to read, not to judge by."""
    refuse_if(round.version.agency_id != current_agency_id(), _("Choose an edition of your own agency."), field="version")
    _refuse_disorder(round)
    same = Round.everything.filter(agency=current_agency_id(), year=round.year, kind=round.kind, name_ko=round.name_ko)
    refuse_if(same.exclude(pk=round.pk).exists(), _("There is already a round of this name in that year."), field="name_ko")


def _refuse_disorder(round):
    """One step begins when the one before has ended."""
    for field, sentence in disorder(facts_of(round))[:1]:
        refuse_if(sentence, sentence, field=field)


def _set_services(round, services):
    round.services.all().delete()
    for service_type in services:
        RoundService.objects.create(round=round, service_type=service_type)
