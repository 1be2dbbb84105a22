"""A provider's registration: handed in, corrected, decided, ended."""
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from core import clock
from core.errors import Refused
from core.workflow import lock, move, record, refuse_if, require
from correspondence.workflow import close_deadlines, notify, open_deadline
from providers import business_number
from providers.models import Provider, ProviderDocument, ProviderMember
from providers.permissions import can_decide, can_edit, can_register, can_register_again, can_take_in
from providers.stages import Stage
from providers.workflow.document import add_document
from providers.workflow.register import tell_of_edit

CONFIRM = "provider.confirm"
FREE_AFTER_CONFIRMATION = {"name_en", "phone", "email"}


@transaction.atomic
def register_provider(*, actor, certificate, **facts):
    """Hand a registration in; whoever does becomes its owner. Returns (provider, True), or one's own of this number and False."""
    require(can_register(actor))
    provider = _new_provider(facts)
    if provider is None:
        return _my_own_with(facts["business_number"], actor), False
    ProviderMember.objects.create(provider=provider, user=actor.user, role=ProviderMember.Role.OWNER, joined_at=clock.now())
    record("provider.registered", provider, actor=actor)
    add_document(provider, actor=actor, kind=ProviderDocument.Kind.BUSINESS_REGISTRATION, upload=certificate)
    _wait_for_decision(provider, actor)
    return provider, True


@transaction.atomic
def register_by_proxy(*, actor, certificate, paper, **facts):
    """The agency enters a registration that came on paper; the scan is kept. It belongs to nobody until it is handed to its owner."""
    require(can_take_in(actor))
    provider = _new_provider(facts, entered_by_proxy_at=clock.now(), entered_by_proxy_by=actor.user)
    refuse_if(provider is None, _("A provider with this number is already registered with this agency."), field="business_number")
    record("provider.registered_by_proxy", provider, actor=actor)
    add_document(provider, actor=actor, kind=ProviderDocument.Kind.BUSINESS_REGISTRATION, upload=certificate)
    add_document(provider, actor=actor, kind=ProviderDocument.Kind.PAPER, upload=paper)
    open_deadline(provider, kind=CONFIRM, event_on=clock.today(), actor=actor)
    return provider


@transaction.atomic
def correct_provider(provider, *, actor, **facts):
    """Change what was entered. Once it is confirmed, only how to reach it and its English name."""
    provider = lock(provider)
    require(can_edit(actor, provider))
    changed = {name: value for name, value in facts.items() if getattr(provider, name) != value}
    refuse_if(provider.stage == Stage.CLOSED, _("The registration has ended. Its details can no longer be changed."))
    refuse_if(provider.stage == Stage.CONFIRMED and set(changed) - FREE_AFTER_CONFIRMATION,
              _("After the confirmation only the English name, the telephone and the e-mail can be changed here. "
                "Ask the agency about the rest."))
    if not changed:
        return provider
    if "business_number" in changed:
        _refuse_bad_number(changed["business_number"])
    for name, value in changed.items():
        setattr(provider, name, value)
    try:
        with transaction.atomic():
            provider.save(update_fields=changed)
    except IntegrityError as failure:
        _must_be_the_number(failure)
        raise _number_taken() from None
    record("provider.corrected", provider, actor=actor, fields=sorted(changed))
    tell_of_edit(provider, changed)
    return provider


@transaction.atomic
def register_again(provider, *, actor):
    """After a refusal the owner has corrected what was named, and asks anew."""
    provider = lock(provider)
    require(can_register_again(actor, provider))
    step = move(provider, Stage.REGISTERED)
    provider.registered_at = clock.now()
    provider.save(update_fields=["registered_at"])
    record("provider.registered_again", provider, actor=actor, **step)
    _wait_for_decision(provider, actor)
    return provider


@transaction.atomic
def confirm_provider(provider, *, actor):
    """The agency has read the registration and its certificate, and finds them right."""
    provider = _provider_to_decide(provider, actor)
    return _decide(provider, Stage.CONFIRMED, "provider.confirmed", actor)


@transaction.atomic
def refuse_provider(provider, *, actor, reason):
    """Send the registration back; the reason says what to correct."""
    provider = _provider_to_decide(provider, actor)
    _refuse_no_reason(reason)
    provider.refusal_reason = reason
    provider.save(update_fields=["refusal_reason"])
    return _decide(provider, Stage.REFUSED, "provider.refused", actor, reason=reason)


@transaction.atomic
def close_provider(provider, *, actor, reason):
    """End the registration: the provider has closed, or no longer provides social services."""
    provider = lock(provider)
    require(can_decide(actor, provider))
    _refuse_no_reason(reason)
    refuse_if(provider.stage == Stage.CLOSED, _("This registration has already ended."))
    provider.closed_reason = reason
    provider.save(update_fields=["closed_reason"])
    return _decide(provider, Stage.CLOSED, "provider.closed", actor, reason=reason)


def _provider_to_decide(provider, actor):
    provider = lock(provider)
    require(can_decide(actor, provider))
    refuse_if(provider.stage != Stage.REGISTERED, _("This registration has been decided already. It is now “%(stage)s”."),
              stage=provider.get_stage_display())
    return provider


def _decide(provider, to, verb, actor, **facts):
    step = move(provider, to)
    provider.decided_at = clock.now()
    provider.save(update_fields=["decided_at"])
    record(verb, provider, actor=actor, **step, **facts)
    close_deadlines(provider, kind=CONFIRM, actor=actor)
    notify(verb, provider, actor=actor, link=("portal_provider", provider.public_id))
    return provider


def _wait_for_decision(provider, actor):
    open_deadline(provider, kind=CONFIRM, event_on=clock.today(), actor=actor)
    notify("provider.registered", provider, actor=actor, link=("desk_provider", provider.public_id))


def _new_provider(facts, **marks):
    """The row, or None if there is one of this number here."""
    _refuse_bad_number(facts["business_number"])
    try:
        with transaction.atomic():
            return Provider.objects.create(registered_at=clock.now(), **marks, **facts)
    except IntegrityError as failure:
        _must_be_the_number(failure)
        return None


def _my_own_with(number, actor):
    """A second click is no second provider."""
    mine = ProviderMember.objects.visible_to(actor).filter(user=actor.user, left_at=None)
    provider = Provider.objects.visible_to(actor).filter(business_number=number, pk__in=mine.values("provider")).first()
    if provider is None:
        raise _number_taken()
    return provider


def _must_be_the_number(failure):
    """Anything else that the database finds wrong is a mistake of ours."""
    if failure.__cause__.diag.constraint_name != "one_provider_per_number":
        raise failure


def _number_taken():
    return Refused(_("A provider with this number is already registered with this agency. "
                     "If you work for it, ask to join."), "business_number")


def _refuse_bad_number(number):
    sentence = business_number.problem(number)
    refuse_if(sentence, sentence, field="business_number")


def _refuse_no_reason(reason):
    refuse_if(not reason.strip(), _("Write the reason: the provider reads it."), field="reason")
