"""What the agency gives, noted line by line; good cases named, kept or thanked for."""
from django.db import transaction
from django.utils.translation import gettext as _

from aftercare.consultation_stages import NominationStage
from aftercare.models import Grant, Nomination, NominationFile
from aftercare.permissions import can_ask_for_help, can_give, can_offer, can_see_grants
from aftercare.workflow.consultation import HELPED
from core import clock
from core.files import store_upload
from core.tenancy import current_agency
from core.workflow import lock, move, record, refuse_if, require
from correspondence.workflow import notify

MOST_FILES = 3


@transaction.atomic
def note_grant(provider, *, kind, given_on, amount, words, decided_by, certificate=None, actor):
    """One line: what, to whom, when, how much or in words, who decided. The provider reads it."""
    require(can_give(actor, provider))
    refuse_if(certificate and certificate.provider_id != provider.pk, _("This certificate is another provider's."), field="certificate")
    refuse_if(given_on > clock.today(), _("This day is still to come. Note it when it was given."), field="given_on")
    refuse_if(kind == Grant.Kind.MONEY and not amount, _("Money has an amount."), field="amount")
    refuse_if(not amount and not words.strip(), _("Write an amount, or what was given."), field="words")
    refuse_if(not decided_by.strip(), _("Write who decided it."), field="decided_by")
    grant = Grant.everything.create(provider=provider, certificate=certificate, kind=kind, given_on=given_on, amount=amount or None,
                                    words=words.strip(), decided_by=decided_by.strip(), noted_at=clock.now(), noted_by=actor.user)
    record("grant.noted", grant, actor=actor, provider=provider.pk, kind=kind, amount=amount, on=given_on)
    notify("grant.noted", grant, actor=actor, link=("portal_benefits",))
    return grant


@transaction.atomic
def strike_grant(grant, *, reason, actor):
    """Noted by mistake: it stays readable and counts no more."""
    grant = lock(grant)
    require(can_give(actor, grant.provider))
    refuse_if(grant.struck_at, _("This line is struck out already."))
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    grant.struck_at, grant.struck_reason = clock.now(), reason.strip()
    grant.save(update_fields=["struck_at", "struck_reason"])
    record("grant.struck", grant, actor=actor, reason=reason.strip())
    return grant


@transaction.atomic
def export_grants(count, *, reason, actor):
    """That the list was taken along, and why."""
    require(can_see_grants(actor))
    refuse_if(not reason.strip(), _("Write what the list is for."), field="reason")
    record("grant.exported", current_agency(), actor=actor, reason=reason.strip(), rows=count)


@transaction.atomic
def nominate(certificate, *, title, words, may_publish, uploads, actor):
    """A good case, told by its provider or by an officer. Without the provider's own consent nothing of it is ever published."""
    by_desk = not can_ask_for_help(actor, certificate.provider)
    require(not by_desk or can_offer(actor, certificate))
    refuse_if(certificate.state not in HELPED, _("A good case is of a certificate that holds. Now it is: %(state)s."),
              state=certificate.state.label)
    refuse_if(not title.strip(), _("Give it a title."), field="title")
    refuse_if(not words.strip(), _("Tell what was done, and what came of it."), field="words")
    row = Nomination.everything.create(
        certificate=certificate, provider_id=certificate.provider_id, title=title.strip(), words=words.strip(), by_desk=by_desk,
        may_publish=may_publish and not by_desk, nominated_at=clock.now(), nominated_by=actor.user)
    for upload in uploads[:MOST_FILES]:
        stored, name = store_upload(upload, shelf=row.public_id, actor=actor)
        NominationFile.everything.get_or_create(nomination=row, file=stored, defaults={"name": name})
    record("nomination.arrived", row, actor=actor, certificate=certificate.pk, by_desk=by_desk)
    notify("nomination.arrived", row, actor=actor, link=("desk_nomination", row.public_id))
    return row


@transaction.atomic
def consent_to_nomination(nomination, may_publish, *, actor):
    """The provider agrees that it is published, or takes that back."""
    nomination = lock(nomination)
    require(can_ask_for_help(actor, nomination.provider))
    if nomination.may_publish != may_publish:
        nomination.may_publish = may_publish
        nomination.save(update_fields=["may_publish"])
        record("nomination.consented" if may_publish else "nomination.consent_taken_back", nomination, actor=actor)
    return nomination


@transaction.atomic
def answer_nomination(nomination, *, is_kept, answer, actor):
    """Kept as a good case, or thanked for; the provider is told either way."""
    nomination = lock(nomination)
    require(can_give(actor, nomination.provider))
    refuse_if(nomination.stage != NominationStage.ARRIVED, _("This was answered already."))
    nomination.answered_at, nomination.answered_by, nomination.answer = clock.now(), actor.user, answer.strip()
    nomination.save(update_fields=["answered_at", "answered_by", "answer"])
    step = move(nomination, NominationStage.KEPT if is_kept else NominationStage.THANKED)
    record("nomination.answered", nomination, actor=actor, **step)
    notify("nomination.answered", nomination, actor=actor, answer=answer.strip(), link=("portal_benefits",))
    return nomination
