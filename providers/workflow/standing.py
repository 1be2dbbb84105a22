"""Dispositions and bars, as the agency learns of them or decides them."""
from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.workflow import lock, record, refuse_if, require
from providers.models import Bar, Disposition
from providers.permissions import can_bar, can_decide


@transaction.atomic
def enter_disposition(provider, *, kind, from_on, authority, to_on=None, note="", actor):
    """Note an administrative disposition against the provider."""
    provider = lock(provider)
    require(can_decide(actor, provider))
    refuse_if(to_on and to_on < from_on, _("The last day lies before the first."), field="to_on")
    refuse_if(from_on > clock.today(), _("This day has not come yet."), field="from_on")
    same = Disposition.everything.filter(provider=provider, kind=kind, from_on=from_on, withdrawn_at=None)
    refuse_if(same.exists(), _("This disposition is entered already."), field="from_on")
    disposition = Disposition.everything.create(
        provider=provider, kind=kind, from_on=from_on, to_on=to_on, authority=authority, note=note, entered_at=clock.now(),
        entered_by=actor.user)
    record("provider.disposition_entered", provider, actor=actor, disposition=disposition.pk, kind=kind, **{"from": from_on, "to": to_on})
    return disposition


@transaction.atomic
def withdraw_disposition(disposition, *, reason, actor):
    """It was entered in error, or lifted by the authority or a court: it no longer counts and stays on record."""
    disposition = lock(disposition)
    require(can_decide(actor, disposition.provider))
    refuse_if(disposition.withdrawn_at, _("This disposition no longer counts already."))
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    disposition.withdrawn_at, disposition.withdrawn_reason = clock.now(), reason.strip()
    disposition.save(update_fields=["withdrawn_at", "withdrawn_reason"])
    record("provider.disposition_withdrawn", disposition.provider, actor=actor, disposition=disposition.pk, reason=reason.strip())
    return disposition


@transaction.atomic
def bar_provider(provider, *, barred_until, reason, actor):
    """The provider may not apply until that day, included."""
    provider = lock(provider)
    require(can_bar(actor, provider))
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    refuse_if(barred_until < clock.today(), _("This day is over already."), field="barred_until")
    bar = Bar.everything.create(provider=provider, barred_until=barred_until, reason=reason.strip(), entered_at=clock.now(),
                                entered_by=actor.user)
    record("provider.barred", provider, actor=actor, bar=bar.pk, until=barred_until, reason=reason.strip())
    return bar


@transaction.atomic
def lift_bar(bar, *, reason, actor):
    """From now on it no longer counts."""
    bar = lock(bar)
    require(can_bar(actor, bar.provider))
    refuse_if(bar.lifted_at, _("This bar is lifted already."))
    refuse_if(not reason.strip(), _("Please write the reason."), field="reason")
    bar.lifted_at, bar.lifted_reason = clock.now(), reason.strip()
    bar.save(update_fields=["lifted_at", "lifted_reason"])
    record("provider.bar_lifted", bar.provider, actor=actor, bar=bar.pk, reason=reason.strip())
    return bar
